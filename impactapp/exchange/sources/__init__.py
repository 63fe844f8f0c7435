"""Official files that the user brings: read where they lie, with their traps, nothing downloaded and nothing kept."""
