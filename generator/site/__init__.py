"""The published site: pages of entries, the frames they are stamped into, the search index, feeds."""
