"""Parts of time in every usual form; a number that may mean two things is refused with both."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from impactapp.domain.incoming import Field, Reading
from tests.exchange.foreign.lists import read, refusals, sheet_of, values


def shares(*cells: object, heading: str = "Part du temps", shown: str = "General") -> Reading:
    """What a column of typed cells says."""
    import tempfile

    book = Workbook()
    sheet = sheet_of(book, [("Activité", heading), *((f"Tenir {at}", cell) for at, cell in enumerate(cells, 1))])
    for row in range(2, len(cells) + 2):
        sheet[f"B{row}"].number_format = shown
    with tempfile.TemporaryDirectory() as folder:
        book.save(Path(folder) / "parts.xlsx")
        return read(Path(folder) / "parts.xlsx")


def pasted(*cells: str, heading: str = "Part du temps") -> Reading:
    """What a pasted column says."""
    return read("\n".join([f"Activité\t{heading}", *(f"Tenir {at}\t{cell}" for at, cell in enumerate(cells, 1))]))


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("50 %", "12,5 %", "37.5%"), [0.5, 0.125, 0.375]),
        (("50", "12,5", "37,5"), [0.5, 0.125, 0.375]),
        (("0,5", "0,125", "0,375"), [0.5, 0.125, 0.375]),
        (("0.5", "0.2", "0.3"), [0.5, 0.2, 0.3]),
        (("50\u00a0%", "0,5 %", ""), [0.5, 0.005, None]),
        (("99,5", "0,5"), [0.995, 0.005]),
        (("-", "—", "40 %"), [None, None, 0.4]),
    ],
)
def test_a_pasted_column_is_read_as_its_author_meant_it(cells: tuple[str, ...], expected: list[float | None]) -> None:
    reading = pasted(*cells)

    assert values(reading, Field.SHARE) == [value if value is None else pytest.approx(value) for value in expected]
    assert refusals(reading) == []


def test_a_number_that_may_mean_two_things_is_refused_with_both() -> None:
    reading = pasted("0,5", "0,2")

    assert values(reading, Field.SHARE) == [None, None]
    cell, sentence = refusals(reading)[0]
    assert cell == "B2"
    assert "0,5\u00a0%" in sentence
    assert "50\u00a0%" in sentence


def test_a_cell_shown_in_percent_is_what_the_screen_showed() -> None:
    assert values(shares(0.5, 0.125, 0.05, shown="0 %"), Field.SHARE) == [0.5, 0.125, 0.05]
    assert values(shares(0.5, 0.2, shown='0.0\\ %"!"'), Field.SHARE) == [0.5, 0.2]


def test_typed_numbers_are_told_by_their_sum() -> None:
    assert values(shares(0.25, 0.75), Field.SHARE) == [0.25, 0.75]
    assert values(shares(25, 75), Field.SHARE) == [0.25, 0.75]
    assert values(shares(1 / 3, 1 / 3, 1 / 3), Field.SHARE) == [pytest.approx(1 / 3)] * 3
    assert values(shares(25, 75, 100), Field.SHARE) == [0.25, 0.75, 1.0], "the last one is their total"


def test_a_heading_in_percent_counts_where_the_numbers_agree() -> None:
    assert values(pasted("0,5", "12", heading="% du temps"), Field.SHARE) == [0.005, 0.12]
    assert values(pasted("0,5", "0,2", heading="% du temps"), Field.SHARE) == [None, None]


@pytest.mark.parametrize("cell", ["2 h", "120 %", "-5", "1.000", "beaucoup", True])
def test_what_is_no_part_of_time_is_refused(cell: object) -> None:
    reading = shares(cell, "10 %")

    assert values(reading, Field.SHARE) == [None, 0.1]
    assert [at for at, _sentence in refusals(reading)] == ["B2"]


@given(st.lists(st.integers(1, 99), min_size=1, max_size=8))
def test_percents_survive_in_any_spelling(numbers: list[int]) -> None:
    expected = [number / 100 for number in numbers]

    for spelled in ("{} %", "{}%", "{},0 %", "{}.0\u202f%"):
        assert values(pasted(*(spelled.format(number) for number in numbers)), Field.SHARE) == expected
