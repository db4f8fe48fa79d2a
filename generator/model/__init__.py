"""The data model: one module per group of kinds, common parts, and the registry of kinds and links."""
