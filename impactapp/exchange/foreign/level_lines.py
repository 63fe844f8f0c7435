"""A matrix that lost its columns on the way from a slide or a PDF: levels end lines, or stand on lines of their own.

Lines are put together again by what levels are: a title ends where its levels begin.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from impactapp.domain.level import Hypothesis
from impactapp.domain.lists import read_list
from impactapp.domain.problems import EditError
from impactapp.exchange.foreign.headings import plain

Numbered = tuple[int, str]  # a line of the text, counted from 1

_LEVEL = r"(?:faible|moyen(?:ne)?|forte?|low|medium|high)"
_AT_END = re.compile(rf"(?:(?<=\s)|\A)({_LEVEL}(?:[\s/|,;→–-]+{_LEVEL})*)\s*[.;]?\Z", re.IGNORECASE)
_ONE = re.compile(_LEVEL, re.IGNORECASE)
_NAMING = r"\b(?:activites?|activity|activities|taches?|tasks?|hypotheses?|hypothesis|basse|haute)\b"
_HEADING = re.compile(
    rf"(?:(?:{_NAMING}|\b(?:missions?|principales?|hyp|low|high|de|des|la|du|le|the|of|et|and|niveaux?|levels?|decision"
    r"|substitution|taux|rate|cotation|rating|metier)\b) ?)+"
)
_END = 200  # characters at the end of a line among which its levels are looked for
_SIDES = ((Hypothesis.LOW, ("basse", "low")), (Hypothesis.HIGH, ("haute", "high")))


@dataclass(slots=True)
class _Record:
    line: int
    words: list[str] = field(default_factory=list)
    levels: list[str] = field(default_factory=list)

    @property
    def title(self) -> str:
        return " ".join(self.words)


@dataclass(frozen=True, slots=True)
class LevelLines:
    """Titles with their levels, the hypotheses in the order in which headings name them, and what is left over."""

    rows: tuple[tuple[int, tuple[str, ...]], ...]
    sides: tuple[Hypothesis, ...]
    left: tuple[Numbered, ...]


def read_level_lines(text: str) -> LevelLines | None:
    """The matrix of a text, ``None`` where it is not of this kind."""
    lines = [(number, line.strip()) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    headings, body = _without_headings(lines)
    records = _records(body)
    complete = [record for record in records if record.words and record.levels]
    if not complete or sum(len(record.levels) for record in complete) < min(2, len(complete)):
        return None
    by_columns = _by_columns(records)
    if by_columns is not None:
        return LevelLines(by_columns, _sides(headings, len(by_columns[0][1]) - 1), ())
    widths = Counter(len(record.levels) for record in complete)
    wide = max(widths, key=lambda width: widths[width])
    rows = tuple((record.line, (record.title, *record.levels)) for record in complete if len(record.levels) == wide)
    left = tuple((record.line, record.title) for record in records if len(record.levels) != wide and record.words)
    return LevelLines(rows, _sides(headings, wide), left) if len(rows) * 2 > len(left) else None


def _without_headings(lines: Sequence[Numbered]) -> tuple[str, list[Numbered]]:
    """The words of headings, and the lines that are none; what stands above them is a title of the whole."""
    named = [at for at, (_number, line) in enumerate(lines) if _is_heading(line)]
    if not named:
        return "", list(lines)
    first = named[0]
    above = [at for at in range(first) if not _AT_END.search(lines[at][1][-_END:])]
    last = first
    while last + 1 < len(lines) and _may_go_on(lines[last + 1][1]):
        last += 1
    heads = {*named, *range(first, last + 1), *(above if len(above) == first else ())}
    words = " ".join(lines[at][1] for at in sorted(heads) if at not in above)
    return plain(words), [line for at, line in enumerate(lines) if at not in heads]


def _is_heading(line: str) -> bool:
    return _may_go_on(line) and re.search(_NAMING, plain(line)) is not None


def _may_go_on(line: str) -> bool:
    return _HEADING.fullmatch(plain(line)) is not None


def _records(lines: Sequence[Numbered]) -> list[_Record]:
    records: list[_Record] = []
    for number, line in lines:
        tail = line[-_END:]
        ends = _AT_END.search(tail)
        words = line[: len(line) - len(tail) + ends.start()].strip() if ends else line
        if words and (not records or (records[-1].levels and not _goes_on(records[-1].title, words))):
            records.append(_Record(number))
        if not records:
            records.append(_Record(number))
        if words:
            records[-1].words.append(words)
        if ends:
            records[-1].levels += _ONE.findall(ends[1])
    return records


def _goes_on(title: str, words: str) -> bool:
    """Whether words after the levels still belong to the title, which a slide breaks around its levels."""
    return title.rfind("(") > title.rfind(")") or words[0].islower()


def _by_columns(records: Sequence[_Record]) -> tuple[tuple[int, tuple[str, ...]], ...] | None:
    """All titles, then all levels: a text copied column by column."""
    filled = [record for record in records if record.levels]
    if len(filled) != 1 or len(filled[0].levels) < 4:
        return None
    try:
        items = read_list("\n".join(filled[0].words)).items
    except EditError:
        return None
    count = len(items)
    levels = filled[0].levels
    if not count or len(levels) not in (count, 2 * count):
        return None
    columns = [levels[at : at + count] for at in range(0, len(levels), count)]
    first = filled[0].line - 1
    said = zip(items, zip(*columns, strict=True), strict=True)
    return tuple((first + item.line, (item.title, *levels)) for item, levels in said)


def _sides(headings: str, wide: int) -> tuple[Hypothesis, ...]:
    """The hypotheses in the order in which the headings name them; none where they name another number of columns."""
    words = headings.split()
    named = [hypothesis for word in words for hypothesis, known in _SIDES if word in known]
    sides = tuple(dict.fromkeys(named))
    return sides if len(sides) == wide else ()
