"""Pieces of the window used by several pages."""
