"""Spreadsheets, Word and PDF from plain data. What is in the data, and why, is for others to know."""
