"""User stories in a real window, on a virtual display."""
