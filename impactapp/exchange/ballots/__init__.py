"""Ballots on paper's twin, Excel: one file a person or a group, written here and read back many at once."""
