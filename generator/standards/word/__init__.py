"""A standard as a Word file that a society's secretariat can go on working with."""
