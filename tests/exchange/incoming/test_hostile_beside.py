"""What stands beside the cells that are read, spoilt or by the thousand: told in few lines, within bounds."""

from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from impactapp.domain.problems import Problem
from impactapp.exchange.incoming.passed_over import MOST_TOLD
from impactapp.exchange.workbook.ids import STANDING_AT
from impactapp.exchange.workbook.packed_study import packed_json
from tests import builders
from tests.exchange import cases
from tests.exchange.incoming.hostile import parts_of, with_part
from tests.exchange.incoming.returning import compared, returned

STUDY = builders.skilled()
MATRIX = "xl/worksheets/sheet2.xml"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return cases.exported(STUDY, tmp_path_factory.mktemp("made"))


@pytest.mark.parametrize(
    "spoilt",
    [
        {"Matrice": {"cells": [1, -5, 7], "inside": [], "formulas": []}},
        {"Matrice": {"cells": ["1", 2, 7], "inside": [], "formulas": []}},
        {"Matrice": {"cells": [1, 2], "inside": [], "formulas": []}},
        {"Matrice": {"cells": 3}},
        {"Matrice": []},
        [1, 2],
    ],
)
def test_what_stood_beside_is_not_believed_where_it_was_spoilt(spoilt: object, tmp_path: Path) -> None:
    def spoil(sheets: dict[str, Worksheet]) -> None:
        hidden = sheets["_impactapp"]
        for row in range(2, hidden.max_row + 1):
            hidden.cell(row, STANDING_AT + 1).value = None
        for row, piece in enumerate(packed_json(spoilt), 2):
            hidden.cell(row, STANDING_AT + 1).value = piece

    found = returned(STUDY, tmp_path, spoil)
    assert [one.problem for one in found.refused] == [Problem.WORKBOOK_TABLES_ONLY]
    assert found.changes == ()


def test_a_hundred_thousand_cells_of_their_own_are_told_in_few_lines(made: Path) -> None:
    rows = "".join(f'<row r="{row}"><c r="AA{row}"><v>{row}</v></c></row>' for row in range(100, 30_100, 2))
    path = with_part(made, MATRIX, lambda held: held.replace(b"</sheetData>", rows.encode() + b"</sheetData>"))
    refused = compared(path, STUDY).refused
    assert len(refused) == MOST_TOLD
    assert sum(int(dict(one.facts).get("count", "1")) for one in refused) == 15_000


def test_a_box_of_text_that_was_drawn_on_a_sheet_is_told(made: Path) -> None:
    shape = (
        b'<xdr:sp xmlns:xdr="x"><xdr:txBody><a:p xmlns:a="a"><a:r><a:t>Revoir avec la DSI</a:t></a:r></a:p>'
        b"</xdr:txBody></xdr:sp></xdr:wsDr>"
    )
    drawing = next(name for name in parts_of(made) if name.startswith("xl/drawings/drawing"))
    path = with_part(made, drawing, lambda held: held.replace(b"</xdr:wsDr>", shape))
    found = compared(path, STUDY)
    assert [one.problem for one in found.refused] == [Problem.SHEET_BOX]
    assert dict(found.refused[0].facts) == {"text": "Revoir avec la DSI"}
