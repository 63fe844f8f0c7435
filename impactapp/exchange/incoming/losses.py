"""What a workbook of ours lost on its way: sheets and columns that are not found again; and what came along unasked."""

from collections.abc import Iterator, Sequence

from impactapp.domain.incoming import Cell, Field, Kind, Refused
from impactapp.domain.incoming_fields import KIND_OF, LEVELS, TEXTS
from impactapp.domain.incoming_plans import CENSUS, STAFF, UNIT
from impactapp.domain.level import CRITERIA
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.study import Study
from impactapp.exchange.incoming.facts import Facts
from impactapp.exchange.incoming.sheets import Workbook
from impactapp.exchange.incoming.tables import Table
from impactapp.exchange.workbook import keys
from impactapp.labels import incoming as incoming_labels

_CRITERIA = {field for field, (_under, aspect) in LEVELS.items() if aspect in CRITERIA}
_EXPECTED: dict[str, set[Field]] = {
    keys.MATRIX: {Field.TITLE, Field.SHARE, Field.SUBSTITUTION_LOW, Field.SUBSTITUTION_HIGH},
    keys.CRITERIA: {Field.TITLE, *TEXTS, *_CRITERIA},
    keys.RESULTS: {Field.PROFESSION_TITLE, Field.HEADCOUNT, Field.FTE},
    keys.LINKS: {Field.TITLE, Field.VALIDATED},
    keys.SKILLS: {field for field in Field if KIND_OF[field] is Kind.SKILL},
    keys.MEASURES: {field for field in Field if KIND_OF[field] is Kind.BARRIER},
    keys.STAFF: set(STAFF),
    keys.UNITS: set(UNIT),
    keys.CENSUS: set(CENSUS),
    keys.SCENARIOS: set(),
}
# the sheet of a table, where it has not its name
_SHEET_OF = {keys.UNITS: keys.STAFF, keys.CENSUS: keys.STAFF}


def lost_parts(workbook: Workbook, facts: Facts, tables: Sequence[Table], base: Study) -> Iterator[Refused]:
    """What is to be told of the file as a whole; ``base`` is the study it was written from."""
    source = workbook.path.name
    for is_there, problem in (
        (workbook.has_macros, Problem.WORKBOOK_MACROS),
        (workbook.has_links, Problem.WORKBOOK_LINKS),
        # of a workbook of another study that is matched by its words nobody expects it
        (facts.base is None and (facts.study_id is not None or not facts.words), Problem.WORKBOOK_TWO_SIDES),
    ):
        if is_there:
            yield Refused.of(Cell(source), EditError(problem))
    if facts.version < 2:  # which had no codes of columns
        return
    found = {table.kind for table in tables}
    told = set()
    for kind in _EXPECTED:
        title = facts.words.get(f"sheet_{_SHEET_OF.get(kind, kind)}")
        if title is not None and title not in told and kind not in found and _had(kind, base, facts):
            told.add(title)
            yield Refused.of(Cell(source, title), EditError(Problem.WORKBOOK_SHEET_MISSING, sheet=title))
    for table in tables:
        for field in sorted(_EXPECTED.get(table.kind, set()) - set(table.columns)):
            named = {"sheet": table.sheet.title, "column": incoming_labels.field_word(field)}
            yield Refused.of(Cell(source, table.sheet.title), EditError(Problem.WORKBOOK_COLUMN_MISSING, **named))


def _had(kind: str, base: Study, facts: Facts) -> bool:
    """Whether a sheet held a table: one of links has none where no profession has a skill."""
    if kind in (keys.SKILLS, keys.LINKS):
        return any(one.skills for one in base.professions)
    staffing = base.staffing
    census = staffing.census.lines if staffing.census is not None else ()
    planned = {keys.UNITS: staffing.units, keys.STAFF: staffing.lines, keys.CENSUS: census}
    # a file of an earlier version had the sheets without the codes
    return kind not in (*planned, keys.SCENARIOS) or bool(facts.standing and planned.get(kind, base.scenarios))
