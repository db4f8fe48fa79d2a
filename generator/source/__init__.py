"""From files to plain data: the tree of files, the strict YAML reader, and the place of every key and value."""
