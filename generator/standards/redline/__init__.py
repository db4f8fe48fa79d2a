"""Sets two drafts side by side: what changed, by clause and by word, computed on the model and never on the files."""
