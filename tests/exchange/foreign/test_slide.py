"""The matrix that the note publishes, however it is copied: ten activities, with the levels of the slide."""

from collections.abc import Callable
from textwrap import wrap

import pytest

from impactapp.exchange.foreign.mapping import guess_mapping
from impactapp.exchange.foreign.tables import read_tables
from tests.builders import SECRETARY_MATRIX
from tests.exchange.foreign.lists import HEADINGS, PUBLISHED, decided, read, refusals

ROWS = (HEADINGS, *PUBLISHED)


def with_separator(separator: str) -> str:
    return "\n".join(separator.join(row) for row in ROWS)


def markdown() -> str:
    lines = [f"| {' | '.join(row)} |" for row in ROWS]
    return "\n".join([lines[0], "|---|:--:|---|", *lines[1:]])


def one_cell_a_line() -> str:
    return "\n".join("\n".join(row) for row in ROWS)


def lines_of_a_slide() -> str:
    """Titles wrap, and the levels stand at the end of the last line."""
    lines = ["Le cas de la secrétaire médicale", " ".join(HEADINGS)]
    return "\n".join([*lines, *("\n".join(wrap(title, 60)) + f" {low} {high}" for title, low, high in PUBLISHED)])


def levels_at_the_first_line() -> str:
    lines = [" ".join(HEADINGS)]
    for title, low, high in PUBLISHED:
        first, *others = wrap(title, 60)
        lines += [f"{first} {low.upper()} {high.upper()}", *others]
    return "\n".join(lines)


def column_by_column() -> str:
    columns = zip(*PUBLISHED, strict=True)
    return "\n".join("\n".join([heading, *column]) for heading, column in zip(HEADINGS, columns, strict=True))


def with_a_source() -> str:
    return f"{with_separator(' ')}\nSource : Institut Montaigne, 2019"


@pytest.mark.parametrize(
    "copied",
    [
        *(lambda: with_separator("\t"), lambda: with_separator("  "), lambda: with_separator(" "), markdown),
        *(lambda: with_separator(";"), lambda: with_separator(" | "), one_cell_a_line, lines_of_a_slide),
        *(levels_at_the_first_line, column_by_column),
    ],
)
@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_the_published_matrix_comes_in_right(copied: Callable[[], str], line_break: str) -> None:
    reading = read(copied().replace("\n", line_break))

    assert decided(reading) == list(SECRETARY_MATRIX)
    assert refusals(reading) == []


@pytest.mark.parametrize("separator", ["\t", " ", "\n"])
def test_without_headings_the_first_column_of_levels_is_the_low_one_and_it_is_said(separator: str) -> None:
    text = "\n".join(separator.join(row) for row in PUBLISHED)
    (table,) = read_tables(text)

    assert decided(read(text)) == list(SECRETARY_MATRIX)
    assert len(guess_mapping(table).doubts) == 1


@pytest.mark.parametrize("separator", ["\t", " ", "\n"])
def test_headings_in_the_other_order_are_followed(separator: str) -> None:
    rows = [("Activité", "Hypothèse haute", "Hypothèse basse"), *((title, high, low) for title, low, high in PUBLISHED)]

    assert decided(read("\n".join(separator.join(row) for row in rows))) == list(SECRETARY_MATRIX)


def test_the_line_of_a_source_is_no_activity_and_is_said() -> None:
    reading = read(with_a_source())

    assert decided(reading) == list(SECRETARY_MATRIX)
    assert [cell for cell, _sentence in refusals(reading)] == ["A12"]


def test_a_plain_list_loses_its_bullets_and_keeps_its_titles() -> None:
    text = "\n".join(f"• {title} ;" for title, _low, _high in PUBLISHED)

    assert decided(read(text)) == [(title, None, None) for title, _low, _high in SECRETARY_MATRIX]
