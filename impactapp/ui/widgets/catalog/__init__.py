"""The catalogue of professions: browsed, searched, previewed, and one’s own."""
