"""The votes on an activity once they are shown: bars with letters and counts, and how far the group agrees."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from impactapp import labels
from impactapp.domain.level import Level
from impactapp.i18n import _
from impactapp.labels import workshop as workshop_labels
from impactapp.ui import theme
from impactapp.ui.models.vote_model import Bar, Shown
from impactapp.ui.widgets import text
from impactapp.ui.widgets.rating.delegate import broken

ROW, TITLE, LETTERS, COUNT, GAP = 28, 132, 32, 26, 3
# on the drawing board: two questions stand side by side from this width on
TWO = 720


class VoteBars(QLabel):
    """A line for all and one a group: three bars, each with its letters and its count, all on one scale a line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # a label with a picture is told as one
        self.setPixmap(QPixmap(1, 1))
        self.bars: tuple[Bar, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_bars(self, title: str, bars: tuple[Bar, ...]) -> None:
        """Show other votes."""
        self.bars = bars
        self.setAccessibleName(_("Votes: {question}").format(question=title))
        self.setAccessibleDescription(" ; ".join(bar.words for bar in bars))
        self._tell_cut()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return self._size(340)

    def minimumSizeHint(self) -> QSize:
        return self._size(260)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return sum(_row(bar, width) for bar in self.bars)

    def titles(self) -> list[list[str]]:
        """The name of each line as it is written, on one line or two."""
        return [_title(bar, self.width()) for bar in self.bars]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_cut()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, top = QPainter(self), 0
        for bar in self.bars:
            self._draw(painter, bar, top)
            top += _row(bar, self.width())

    def _size(self, width: float) -> QSize:
        return QSize(theme.px(width), self.heightForWidth(theme.px(width)))

    def _tell_cut(self) -> None:
        """Names that have no room even on two lines are told whole."""
        cut = [bar.title for bar, lines in zip(self.bars, self.titles(), strict=True) if "".join(lines).endswith("…")]
        self.setToolTip(text.plain_tip("\n".join(cut)))

    def _draw(self, painter: QPainter, bar: Bar, top: int) -> None:
        colours = theme.current().palette
        whole, title = _row(bar, self.width()), _title_room(self.width())
        painter.setFont(_font(bar))
        painter.setPen(QColor(colours.muted if bar.is_former else colours.text))
        words = "\n".join(_title(bar, self.width()))
        painter.drawText(QRect(0, top, title, whole), int(Qt.AlignmentFlag.AlignVCenter), words)
        height = theme.px(ROW)
        top += (whole - height) // 2
        share = (self.width() - title) // 3
        most = max((bar.counts.of(level) for level in Level), default=0) or 1
        for at, level in enumerate(Level):
            left = title + at * share
            room = max(0, share - theme.px(LETTERS + COUNT + GAP + 8))
            length = round(room * bar.counts.of(level) / most)
            self._draw_level(painter, bar, level, QRect(left, top, length, height))

    def _draw_level(self, painter: QPainter, bar: Bar, level: Level, place: QRect) -> None:
        """The letters of the level, then a bar as long as the count: from zero, or one vote would look like five."""
        colours = theme.current().palette
        swatch, voted = colours.level(level), bar.counts.of(level) > 0
        chip = QRect(place.x(), place.y() + theme.px(4), theme.px(LETTERS), place.height() - theme.px(8))
        painter.setPen(QPen(QColor(colours.line), 1))
        # nobody: an empty frame, which nobody takes for a vote
        painter.setBrush(QColor(swatch.ground) if voted else Qt.BrushStyle.NoBrush)
        painter.drawRect(chip)
        length = QRect(chip.right() + theme.px(GAP), chip.y(), place.width(), chip.height())
        if voted:
            painter.drawRect(length)
        painter.setFont(theme.font("strong"))
        painter.setPen(QColor(swatch.ink if voted else colours.muted))
        painter.drawText(chip, int(Qt.AlignmentFlag.AlignCenter), labels.level_letters(level))
        painter.setPen(QColor(colours.muted if bar.is_former else colours.text))
        count = str(bar.counts.of(level))
        width = QFontMetrics(theme.font("strong")).horizontalAdvance(count)
        beside = QRect(length.x() + length.width() + theme.px(4), place.y(), width + theme.px(2), place.height())
        painter.drawText(beside, int(Qt.AlignmentFlag.AlignVCenter), count)


def _font(bar: Bar) -> QFont:
    return theme.font("strong" if bar.is_total and not bar.is_former else "body")


def _title_room(width: int) -> int:
    return min(theme.px(TITLE), width // 3)


def _title(bar: Bar, width: int) -> list[str]:
    return broken(bar.title, _font(bar), max(1, _title_room(width) - theme.px(6)))


def _row(bar: Bar, width: int) -> int:
    """As high as a bar, or as two lines of a name."""
    lines = len(_title(bar, width)) * QFontMetrics(_font(bar)).lineSpacing()
    return max(theme.px(ROW), lines + theme.px(GAP))


class RevealCard(QFrame):
    """One question: its bars, its consensus, what is not shown and why."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.title = text.label("", "strong")
        self.bars = VoteBars()
        self.consensus = text.label("", wrap=True)
        self.hidden = text.label("", "small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        column.setSpacing(theme.px(4))
        for widget in (self.title, self.bars, self.consensus, self.hidden):
            column.addWidget(widget)
        column.addStretch()

    def show_votes(self, shown: Shown) -> None:
        """Show what may be shown."""
        title = workshop_labels.question_short(shown.question)
        self.title.setText(title)
        self.bars.show_bars(title, shown.bars)
        self.bars.setVisible(bool(shown.bars))
        self.consensus.setText(shown.consensus)
        self.hidden.setText(shown.hidden)
        self.hidden.setVisible(bool(shown.hidden))


class Reveal(QWidget):
    """A card a question, two side by side where there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[RevealCard] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.px(8))

    def show_votes(self, votes: Sequence[Shown]) -> None:
        """Show the votes on an activity."""
        while len(self.cards) < len(votes):
            self.cards.append(RevealCard(self))
            self._columns = 0
        for card, shown in zip(self.cards, votes, strict=False):
            card.show_votes(shown)
        for at, card in enumerate(self.cards):
            card.setVisible(at < len(votes))
        self._arrange()

    @property
    def words(self) -> str:
        """All that is shown, in words."""
        seen = [card for card in self.cards if not card.isHidden()]
        lines = (
            f"{c.title.text()}. {c.bars.accessibleDescription()} {c.consensus.text()} {c.hidden.text()}" for c in seen
        )
        return "\n".join(line.strip() for line in lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        columns = 2 if self.width() >= theme.px(TWO) else 1
        if columns == self._columns:
            return
        self._columns = columns
        for at, card in enumerate(self.cards):
            self._grid.removeWidget(card)
            self._grid.addWidget(card, at // columns, at % columns)
        self._grid.setColumnStretch(1, int(columns == 2))
        self._grid.setColumnStretch(0, 1)
