"""Figures: Results -> matplotlib Figure, without Qt; the only floor that may import matplotlib (never pyplot)."""
