"""A way in, on the start page: an icon, a name, a sentence and a button."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from impactapp.ui import icons, theme
from impactapp.ui.widgets import text


class Door(QFrame):
    """``role`` is the role of its button, ``more`` the words and the act of a second, lesser one."""

    def __init__(
        self,
        icon: str,
        words: tuple[str, str, str],
        run: Callable[[], object],
        role: str = "",
        more: tuple[str, Callable[[], object]] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        title, sentence, action = words
        self.setProperty("role", "card")
        self._icon_name = icon
        self._icon = text.label("")
        self._title = text.label(title, "section")
        self.button = text.button(action, run, role)
        self.button.setAccessibleDescription(sentence)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(20), theme.px(20), theme.px(20), theme.px(20))
        column.setSpacing(theme.px(8))
        column.addWidget(self._icon)
        column.addWidget(self._title)
        column.addWidget(text.label(sentence, "muted", wrap=True))
        column.addStretch()
        column.addSpacing(theme.px(8))
        self.more = text.button(more[0], more[1], "link") if more else None
        if self.more is not None:
            column.addWidget(self.more)
        column.addWidget(self.button)
        # all doors are as wide, whatever their words
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.wear()

    def comfortable_width(self) -> int:
        """Room for the title and the button on one line."""
        return max(self._title.sizeHint().width(), self.button.sizeHint().width()) + theme.px(44)

    def wear(self) -> None:
        """Draw the icon in the colours and at the size in force."""
        self._icon.setPixmap(icons.pixmap(self._icon_name, 28, theme.current().palette.accent))
