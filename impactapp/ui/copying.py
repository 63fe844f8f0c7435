"""« Copier le tableau »: the table that has the focus, else the one the page is about, else its figure or its votes."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QTableView, QWidget

from impactapp.domain.level import Level
from impactapp.i18n import _, ngettext
from impactapp.labels import level_letters, level_word
from impactapp.palette import LIGHT
from impactapp.ui import clipboard
from impactapp.ui.clipboard import Block, CopiedCell
from impactapp.ui.widgets.charts.panel import ChartPanel
from impactapp.ui.widgets.workshop.reveal import Reveal

if TYPE_CHECKING:
    from impactapp.charts.value_cells import Cell, Values


def copy_from(page: QWidget) -> str:
    """Copy what is looked at on a page; the sentence to say, empty where a figure tells of itself once it is drawn."""
    seen = _seen(page)
    if isinstance(seen, QTableView):
        return _copy_table(seen)
    if isinstance(seen, Reveal):
        clipboard.put(votes_block(seen))
        return _("Votes copied: paste them into Word, Excel or an e-mail.")
    if isinstance(seen, ChartPanel):
        seen.copy()
        return ""
    return _("There is no table on this page to copy.")


def values_block(values: "Values") -> Block:
    """What a figure shows, as a table: numbers as numbers, levels with their letters on their colour."""
    rows = (tuple(map(_copied, row)) for row in values.rows)
    return Block(tuple(rows), tuple(map(CopiedCell, values.head)))


def _copied(cell: "Cell") -> CopiedCell:
    if isinstance(cell, Level):
        return CopiedCell(f"{level_letters(cell)} · {level_word(cell)}", LIGHT.level(cell))
    if cell is None:
        return CopiedCell(level_word(None))
    return CopiedCell(cell) if isinstance(cell, str) else CopiedCell(cell.text, is_right=True)


def votes_block(reveal: Reveal) -> Block:
    """The votes that are shown, a row for all and one a group."""
    words = (_("Question"), _("Group"), *(level_word(level) for level in Level))
    rows = [
        (
            CopiedCell(card.title.text()),
            CopiedCell(bar.title),
            *(CopiedCell(str(bar.counts.of(level)), LIGHT.level(level), is_right=True) for level in Level),
        )
        for card in reveal.cards
        if not card.isHidden()
        for bar in card.bars.bars
    ]
    return Block(tuple(rows), tuple(CopiedCell(word) for word in words))


def _copy_table(table: QTableView) -> str:
    """The selected rows where there are several, else all of them."""
    chosen = sorted({index.row() for index in table.selectedIndexes()})
    block = clipboard.whole_table(table, chosen if len(chosen) > 1 else ())
    clipboard.put(block)
    count = len(block.rows)
    if len(chosen) > 1:
        words = ngettext("{count} row copied with its headings.", "{count} rows copied with their headings.", count)
    else:
        words = ngettext("Table copied: {count} row.", "Table copied: {count} rows.", count)
    return words.format(count=count)


def _seen(page: QWidget) -> QWidget | None:
    """The table, figure or votes that have the focus, else the largest of each in that order."""
    kinds = (QTableView, Reveal, ChartPanel)
    focused = QApplication.focusWidget()
    while focused is not None and focused is not page:
        if isinstance(focused, kinds):
            return focused
        focused = focused.parentWidget()
    for kind in kinds:
        shown = [one for one in page.findChildren(kind) if one.isVisible()]
        if shown:
            return max(shown, key=lambda one: one.width() * one.height())
    return None
