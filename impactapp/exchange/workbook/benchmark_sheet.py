"""The sheet *Repère extérieur*: what others published of the same occupations, ranks only beside the group's rate."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from impactapp.domain.analysis.benchmarks import Card, Measure
from impactapp.domain.analysis.results import Results
from impactapp.domain.profession import Profession
from impactapp.exchange.workbook.book import Book, head_height, height_of, notes
from impactapp.i18n import _
from impactapp.labels import benchmark as words

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_HEADER, _FIRST = 3, 4
_WIDTHS = (34.0, 12.0, 10.0, 10.0, 22.0, 14.0, 10.0, 14.0, 14.0, 14.0, 14.0, 14.0, 46.0)
_TITLE, _CODE, _MEAN, _DEVIATION, _CLASS, _RANK, _BEFORE, _HUMANS, _GPT4, _MICROSOFT, _LOW, _HIGH, _WHY = range(13)
_ACROSS = (_TITLE, _WHY, sum(_WIDTHS))


def write_benchmark(book: Book, results: Results, cards: Sequence[Card]) -> None:
    """Write it, unless nothing is known of any profession."""
    if not cards:
        return
    beside = {card.profession_id: card for card in cards}
    sheet = book.sheet(_("Outside measure"))
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    book.title(sheet, _("Outside measure"), words.scope_sentence())
    titles = _titles()
    book.header(sheet, _HEADER, 0, titles, head_height(titles, 11))
    row = _FIRST
    professions = [result.profession for result in results.professions]
    for profession in professions:
        row = _profession(book, sheet, row, profession, beside.get(profession.id))
    sheet.freeze_panes(_FIRST, 1)
    sheet.repeat_rows(_HEADER)
    row = notes(book, sheet, row + 1, _("How to read it"), _sentences(professions, beside), _ACROSS)
    notes(book, sheet, row + 1, _("Sources"), words.credit_lines(), _ACROSS)


def _titles() -> list[str]:
    mean, deviation, exposure, rank, before, humans, gpt4, microsoft = words.figure_titles()
    return [
        *(_("Profession"), _("ISCO-08 code"), mean, deviation, exposure, rank, before, humans, gpt4, microsoft),
        *(_("Rank of the group’s rate, low hypothesis"), _("Rank of the group’s rate, high hypothesis")),
        words.difference_title(),
    ]


def _sentences(professions: Sequence[Profession], beside: Mapping[str, Card]) -> list[str]:
    measured = [one for one in professions if one.id in beside]
    several = [f"{one.title} — {said}" for one in measured if (said := words.codes_sentence(_codes(beside[one.id])))]
    return [words.ranks_sentence(), *several, *words.absences(one for one in professions if one.id not in beside)]


def _codes(card: Card) -> list[str]:
    return [measure.benchmark.isco08 for measure in card.measures]


def _profession(book: Book, sheet: "Worksheet", row: int, profession: Profession, card: Card | None) -> int:
    """A row for each code that is measured, or one without a figure; gives the row after them."""
    for measure in card.measures if card else (None,):
        book.text(sheet, row, _TITLE, profession.title, "cell wrap")
        code = measure.benchmark.isco08 if measure else ", ".join(profession.isco08)
        book.text(sheet, row, _CODE, code, "cell center")
        _figures(book, sheet, row, measure)
        book.text(sheet, row, _LOW, words.rank_words(card.low if card else None), "cell wrap center")
        book.text(sheet, row, _HIGH, words.rank_words(card.high if card else None), "cell wrap center")
        book.text(sheet, row, _WHY, profession.difference, "cell wrap top")
        sheet.set_row(row, max(22, height_of((profession.title, 32), (profession.difference, 44))))
        row += 1
    return row


def _figures(book: Book, sheet: "Worksheet", row: int, measure: Measure | None) -> None:
    if measure is None:
        for column in range(_MEAN, _MICROSOFT + 1):
            book.text(sheet, row, column, "", "cell")
        return
    found = measure.benchmark
    scores = {
        _MEAN: found.mean,
        _DEVIATION: found.deviation,
        _BEFORE: found.mean_2023,
        _HUMANS: found.eloundou_human,
        _GPT4: found.eloundou_gpt4,
        _MICROSOFT: found.microsoft,
    }
    for column, score in scores.items():
        book.number(sheet, row, column, score, "cell index")
    book.text(sheet, row, _CLASS, words.class_word(found.exposure), "cell wrap indent")
    book.text(sheet, row, _RANK, words.rank_words(measure.rank), "cell wrap center")
