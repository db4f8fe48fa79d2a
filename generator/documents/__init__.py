"""Spreadsheets, Word and PDF from plain data, and files of those kinds read within limits. What is in the data, and why, is for others to know."""
