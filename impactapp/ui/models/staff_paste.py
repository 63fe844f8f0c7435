"""Staff pasted from a spreadsheet: a block of numbers where one stands, or a table that names its professions.

Either all that is laid somewhere is read, or nothing is pasted and the cell is named; rows that name no profession of
the study are left out and told.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from impactapp import labels
from impactapp.domain.edits.staff import STAFF_NUMBERS
from impactapp.domain.grids import Row, split_rows
from impactapp.domain.problems import EditError
from impactapp.domain.profession import Profession
from impactapp.domain.staff import StaffLine
from impactapp.domain.study import Study
from impactapp.domain.text import title_key
from impactapp.i18n import _, ngettext
from impactapp.labels import staff as words
from impactapp.ui.models.rating_clipboard import PasteError, shortened
from impactapp.ui.models.staff_model import with_typed

MOST_NAMED = 3
_NOTHING = {"", "-", "–", "—"}


@dataclass(frozen=True, slots=True)
class PastedStaff:
    """The lines to state, and the names that no profession of the study has."""

    lines: tuple[StaffLine, ...]
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Corner:
    """Where a block is laid from: the unit, the row of its first profession, and the first number."""

    unit_id: str
    row: int
    number: int


@dataclass(frozen=True, slots=True)
class _Table:
    titles: int
    units: int
    numbers: Mapping[int, str]
    body: Sequence[Row]


def read_staff(text: str, study: Study, corner: Corner) -> PastedStaff:
    """What a pasted text states; raises ``PasteError`` with the cell that cannot be read, or when there is nothing."""
    rows = [row for row in split_rows(text) if any(cell.strip() for cell in row.cells)]
    if not rows:
        raise PasteError(_("There is nothing to paste: copy numbers of staff first."))
    known = {title_key(one.title): one for one in study.professions}
    column = next((at for at in range(_width(rows)) if any(title_key(row.cell(at)) in known for row in rows)), -1)
    if column < 0:
        return _block(rows, study, corner)
    return _named(_table(rows, column, study), known, study, corner.unit_id)


def unknown_sentence(names: Sequence[str]) -> str:
    """Which rows were left out; empty where none was."""
    if not names:
        return ""
    shown = ", ".join(_("“{name}”").format(name=shortened(name)) for name in names[:MOST_NAMED])
    more = len(names) - MOST_NAMED
    if more > 0:
        shown += ngettext(" and {count} other row", " and {count} other rows", more).format(count=more)
    return _("Left out, as no profession of the study has this name: {names}.").format(names=shown)


def _block(rows: Sequence[Row], study: Study, corner: Corner) -> PastedStaff:
    """Numbers laid from the current cell on."""
    beyond = corner.row + len(rows) - len(study.professions)
    if beyond > 0:
        words_ = ngettext(
            "The block goes {n} row beyond the last profession: nothing was pasted.",
            "The block goes {n} rows beyond the last profession: nothing was pasted.",
            beyond,
        )
        raise PasteError(words_.format(n=beyond))
    beside = corner.number + _width(rows) - len(STAFF_NUMBERS)
    if beside > 0:
        words_ = ngettext(
            "The block goes {n} column beyond the last number: nothing was pasted.",
            "The block goes {n} columns beyond the last number: nothing was pasted.",
            beside,
        )
        raise PasteError(words_.format(n=beside))
    made = []
    for down, row in enumerate(rows):
        profession = study.professions[corner.row + down]
        numbers = {at: STAFF_NUMBERS[corner.number + at] for at in range(len(row.cells))}
        made.append(_line(study.staffing.line(profession.id, corner.unit_id), row, numbers, profession))
    return PastedStaff(tuple(made))


def _table(rows: Sequence[Row], titles: int, study: Study) -> _Table:
    """Which columns hold the units and the numbers: by their headings, else the ones that follow, in our order."""
    known = {title_key(unit.title) for unit in study.staffing.units}
    others = [at for at in range(_width(rows)) if at != titles]
    units = next((at for at in others if any(title_key(row.cell(at)) in known for row in rows)), -1)
    headings = {title_key(words.staff_title(name)): name for name in STAFF_NUMBERS}
    named = {at: headings[head] for at in others if (head := title_key(rows[0].cell(at))) in headings}
    if named:
        return _Table(titles, units, named, rows[1:])
    numbers = [at for at in others if at != units and at > titles]
    return _Table(titles, units, dict(zip(numbers, STAFF_NUMBERS, strict=False)), rows)


def _named(table: _Table, known: Mapping[str, Profession], study: Study, unit_id: str) -> PastedStaff:
    places = _places(study)
    made: dict[tuple[str, str], StaffLine] = {}
    unknown = []
    for row in table.body:
        name, place = row.cell(table.titles), row.cell(table.units)
        profession = known.get(title_key(name))
        unit = places.get(title_key(place), "") if place else unit_id
        if profession is None or not unit:
            unknown.append(", ".join(filter(None, (name, place))))
            continue
        key = (profession.id, unit)
        line = made.get(key) or study.staffing.line(*key)
        made[key] = _line(line, row, table.numbers, profession)
    if not made:
        raise PasteError(_("No row names a profession of the study: nothing was pasted."))
    return PastedStaff(tuple(made.values()), tuple(unknown))


def _places(study: Study) -> dict[str, str]:
    """The units by name; a name that several sites have says nothing."""
    titles = [title_key(unit.title) for unit in study.staffing.units]
    return {key: unit.id for key, unit in zip(titles, study.staffing.units, strict=True) if titles.count(key) == 1}


def _line(line: StaffLine, row: Row, numbers: Mapping[int, str], profession: Profession) -> StaffLine:
    for column, name in numbers.items():
        cell = row.cell(column)
        if column >= len(row.cells):
            continue
        try:
            line = with_typed(line, name, "" if cell in _NOTHING else cell)
        except EditError as refusal:
            place = _("Row “{row}”, column “{column}”").format(row=profession.title, column=words.staff_title(name))
            said = _("{place}: {reason} Nothing was pasted.").format(place=place, reason=labels.sentence(refusal))
            raise PasteError(said) from refusal
    return line


def _width(rows: Iterable[Row]) -> int:
    return max(len(row.cells) for row in rows)
