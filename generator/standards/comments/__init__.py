"""Comments on drafts: in from sheets, Word files and a form, out as the table of comments and the board."""
