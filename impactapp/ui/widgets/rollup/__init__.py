"""Several studies taken as one: their parts, places and questions."""
