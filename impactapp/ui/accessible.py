"""What Qt does not tell screen readers by itself: what the list of a choice and the line of a date are called."""

from PySide6.QtWidgets import QComboBox, QDateEdit


def name_choice(combo: QComboBox, words: str) -> None:
    """Call a choice and the list it opens by the same name."""
    combo.setAccessibleName(words)
    combo.view().setAccessibleName(words)


def name_date(field: QDateEdit, words: str) -> None:
    """Call a date and the line it is typed in by the same name."""
    field.setAccessibleName(words)
    field.lineEdit().setAccessibleName(words)
