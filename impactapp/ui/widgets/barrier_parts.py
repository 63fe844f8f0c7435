"""Parts that take each other's place: only the one that is shown asks for room."""

from collections.abc import Iterable

from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget


class Parts(QStackedWidget):
    """A stack whose hidden parts ask for no height, so that a high one does not make the page of a low one scroll."""

    def __init__(self, parts: Iterable[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for part in parts:
            self.addWidget(part)
        self._share()
        self.currentChanged.connect(lambda _at: self._share())

    def _share(self) -> None:
        policy = QSizePolicy.Policy
        for at in range(self.count()):
            shown = at == self.currentIndex()
            self.widget(at).setSizePolicy(policy.Preferred, policy.Preferred if shown else policy.Ignored)
        self.updateGeometry()
