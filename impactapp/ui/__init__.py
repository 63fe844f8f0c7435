"""The window: PySide6 widgets over one Document; the only floor that may import PySide6."""
