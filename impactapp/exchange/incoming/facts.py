"""What the hidden sheet of a workbook says: that it is ours, of which study, in which words, and how the study was."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from impactapp.domain.problems import Problem
from impactapp.domain.study import Study
from impactapp.exchange.incoming.sheets import Sheet, Workbook
from impactapp.exchange.problems import ExchangeError
from impactapp.exchange.study_json import study_from_json, study_to_json
from impactapp.exchange.workbook import ids
from impactapp.exchange.workbook.packed_study import unpacked
from impactapp.exchange.workbook.standing import Standing, read_standing


@dataclass(frozen=True, slots=True)
class Facts:
    """``words`` are the facts by their keys; without a hidden sheet there is neither an id nor a word.

    ``standing`` tells what else stood in each sheet, by its title.
    """

    version: int
    study_id: str | None
    words: Mapping[str, str]
    base: Study | None
    standing: Mapping[str, Standing] = field(default_factory=dict)

    def codes(self, beginning: str) -> dict[str, str]:
        """The codes of the words of a list by the words in lower case, as « kind_ » gives those of the kinds."""
        return {
            plain(word): key.removeprefix(beginning) for key, word in self.words.items() if key.startswith(beginning)
        }


def facts_of(workbook: Workbook, study: Study) -> Facts:
    """Read the hidden sheet; raises ``ExchangeError`` for a workbook of a newer version.

    Without it, or where it was spoilt, the file is compared with the study as it is now.
    """
    hidden = workbook.sheet(ids.SHEET)
    if hidden is None:
        return Facts(0, None, {}, None)
    rows = (row for row in hidden.rows.values() if isinstance(row.get(0), str) and row.get(1) is not None)
    words = {str(row[0]): str(row[1]) for row in rows}
    if words.get("format") != ids.FORMAT:
        return Facts(0, None, {}, None)
    version = int(words["version"]) if words.get("version", "").isdecimal() else 0
    if version > ids.VERSION:
        raise ExchangeError(Problem.WORKBOOK_NEWER, path=workbook.path)
    standing = read_standing(unpacked(_pieces(hidden, ids.STANDING_AT)))
    return Facts(version, words.get("study_id"), words, _base(hidden, study, workbook.path), standing)


def plain(text: str) -> str:
    """A word as it is looked up: without its case and the blanks around it."""
    return " ".join(text.split()).casefold()


def _pieces(hidden: Sheet, column: int) -> list[str]:
    return [str(row[column]) for number, row in sorted(hidden.rows.items()) if number > 1 and column in row]


def _base(hidden: Sheet, study: Study, path: Path) -> Study | None:
    pieces = _pieces(hidden, ids.BASE_AT)
    if not pieces:
        return None
    value = unpacked(pieces)
    present = replace(study, sittings=())
    if value == study_to_json(present):
        return present
    try:
        return study_from_json(value, str(path))
    except ExchangeError:
        # spoilt, or by a version that says it otherwise: without it the comparison has two sides only
        return None
