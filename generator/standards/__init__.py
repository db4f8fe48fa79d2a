"""What is made of a draft: its page, and later Word, PDF, redline, comments, stages and conformance."""
