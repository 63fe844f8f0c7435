"""What our models answer besides Qt's own roles."""

from PySide6.QtCore import Qt

# what a model answers where a copy says more than the cell shows: a CopiedCell of the clipboard
COPIED_ROLE = Qt.ItemDataRole.UserRole + 40
