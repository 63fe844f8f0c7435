"""« Copier ▾ »: the image or the values of a chart, and having it saved where the row has no room for that button."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from impactapp.i18n import _


class CopyButton(QPushButton):
    """A menu under one button; ``image``, ``values`` and ``save`` are its entries."""

    def __init__(
        self,
        copy_image: Callable[[], None],
        copy_values: Callable[[], None],
        save: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(f"{_('Copy')} ▾", parent)
        self.setAccessibleName(_("Copy the chart"))
        self.setStyleSheet("QPushButton::menu-indicator { image: none; width: 0; }")
        self.setProperty("role", "link")
        self.setAutoDefault(True)
        menu = QMenu(self)
        self.image = menu.addAction(_("Copy the image"))
        self.values = menu.addAction(_("Copy the values"))
        self.save = menu.addAction(_("Save…"))
        for action, run in ((self.image, copy_image), (self.values, copy_values), (self.save, save)):
            action.triggered.connect(lambda _checked=False, run=run: run())
        self.setMenu(menu)

    def offer_save(self, offered: bool) -> None:
        """Whether the menu holds what has no button of its own."""
        self.save.setVisible(offered)
        self.setAccessibleName(_("Copy or save the chart") if offered else _("Copy the chart"))
