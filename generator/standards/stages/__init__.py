"""The stages of group standards: gates, moves, publication."""
