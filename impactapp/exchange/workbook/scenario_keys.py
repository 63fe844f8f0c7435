"""The hidden codes of the sheet *Scénarios*: what each row says of which scenario, and where it is typed."""

from typing import TYPE_CHECKING

from impactapp.domain.incoming import Field
from impactapp.domain.incoming_plans import ADOPTED
from impactapp.domain.scenario import Cost
from impactapp.exchange.workbook import keys
from impactapp.exchange.workbook import scenario_layout as on
from impactapp.exchange.workbook.book import Book
from impactapp.exchange.workbook.scenario_layout import Block

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

LABEL, VALUE, WORDS, SETTING = "label", "value", "words", "setting"
HEADING = "heading"  # of a row that ends what stands above it
COSTS = {Cost.CONTROL: Field.CONTROL, Cost.TRAINING: Field.TRAINING, Cost.DRILLS: Field.DRILLS}


def typed_in(setting: str) -> tuple[str, ...]:
    """The codes of the columns in which a row is typed, by what it says."""
    if setting == Field.USES:
        return LABEL, VALUE
    if setting in ("", HEADING):
        return ()
    return ({Field.SCENARIO_TITLE.value: LABEL, Field.SCENARIO_NOTE.value: WORDS}.get(setting, VALUE),)


def write_scenario_keys(book: Book, sheet: "Worksheet") -> None:
    """The codes of the columns, above the first scenario."""
    codes = {on.LABEL: LABEL, on.VALUE: VALUE, on.WORDS: WORDS, on.SETTING: SETTING, on.OWN_ID: keys.SCENARIO_ID}
    keys.write_keys(book, sheet, on.FIRST - 1, (keys.SCENARIOS, on.MARK), codes)
    sheet.set_column(on.CHOICES, on.MARK, None, None, {"hidden": True})


def write_settings_keys(book: Book, sheet: "Worksheet", block: Block, scenario_id: str) -> None:
    """What each row of one scenario says."""
    rows: dict[int, str] = {
        block.start: Field.SCENARIO_TITLE,
        block.horizon: Field.HORIZON,
        block.curve: Field.ADOPTION,
        block.rule: Field.SCENARIO_RULE,
        **{block.cost(cost): field for cost, field in COSTS.items()},
        block.leaving: Field.DEPARTURES,
        block.note: Field.SCENARIO_NOTE,
        **{block.year(year): field for field, year in ADOPTED.items()},
        **{block.uses_header + at: Field.USES for at in range(1, block.uses + 1)},
        block.professions_header - 1: HEADING,
    }
    for row, setting in rows.items():
        book.text(sheet, row, on.SETTING, str(setting), "muted")
        book.text(sheet, row, on.OWN_ID, scenario_id, "muted")
