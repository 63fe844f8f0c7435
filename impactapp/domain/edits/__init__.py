"""Every change of a study, each a pure function Study → Study with a kind, grouped by what it changes."""
