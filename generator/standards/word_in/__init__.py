"""Reads a Word file into the typed model of a draft, and brings what it says back into draft.md."""
