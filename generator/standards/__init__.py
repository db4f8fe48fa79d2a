"""What is made of a draft: its HTML, Word and PDF files, comparisons, comments, stages; and Word files taken back into it."""
