"""The rules: one folder per family, one file per rule, one explicit list of them."""
