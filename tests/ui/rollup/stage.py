"""What a user does on « Consolidation », and what stands there."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from impactapp.ui.main_window import MainWindow
from impactapp.ui.models.rollup_model import RollUpModel
from impactapp.ui.pages.rollup_page import RollUpPage
from tests.ui.incoming.stage import wait_until


def drop(window: MainWindow, page: RollUpPage, *paths: str) -> None:
    """Drag files over the page, let them fall, and wait until they are read."""
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(path) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(9, 9), copy, files, left, none)
    QApplication.sendEvent(page, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(page, QDropEvent(QPointF(9, 9), copy, files, left, none))
    settle(page)


def settle(page: RollUpPage) -> None:
    wait_until(lambda: not page.rolling.is_busy)


def column(model: RollUpModel, at: int) -> list[str]:
    return [str(model.index(row, at).data()).replace("\u00a0", " ") for row in range(model.rowCount())]
