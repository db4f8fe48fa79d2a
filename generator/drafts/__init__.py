"""A standard's draft.md becomes a typed, numbered model: clauses, provisions, terms, tables, formulas."""
