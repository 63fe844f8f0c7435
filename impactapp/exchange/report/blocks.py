"""What the dossier is made of: neutral blocks that every form of it writes in its own way."""

from dataclasses import dataclass
from enum import StrEnum

from impactapp.domain.level import Hypothesis, Level

# more sections than this, and a list of contents names the chapters only
MOST_LISTED = 24


class Style(StrEnum):
    """How a paragraph is meant: running text, the sentence that matters, a remark, or small print."""

    BODY = "body"
    LEAD = "lead"
    REMARK = "remark"
    SMALL = "small"


class Align(StrEnum):
    """Where the text of a cell stands: numbers end at the right."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class Scale(StrEnum):
    """Which of the two hues a level is coloured in: the substitution of a task or the exposure of a skill."""

    SUBSTITUTION = "substitution"
    EXPOSURE = "exposure"


@dataclass(frozen=True, slots=True)
class Fact:
    """A name with its value: « Date de l’étude » and « 22 novembre 2026 »."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph; line breaks in it are those of the people who wrote it."""

    text: str
    style: Style = Style.BODY


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; each item a sentence."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Names with their values, one under the other."""

    items: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell; ``level`` is what its text says, for a ground of the colour of that level, never instead of the text."""

    text: str
    level: Level | None = None
    align: Align = Align.LEFT
    scale: Scale = Scale.SUBSTITUTION


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with one line of headings.

    ``widths`` are relative, one a column; ``note`` is printed under it. Rows are as long as ``head``.
    """

    title: str
    head: tuple[GridCell, ...]
    rows: tuple[tuple[GridCell, ...], ...]
    widths: tuple[float, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure that ``draw`` makes: its name among the charts and what it is about; ``alternative`` tells it in words.

    ``width`` is what it is drawn for across a page, in pixels at 100 %; ``said`` the limits that the page prints
    beside it. Where ``draw`` gives ``None`` it is left out: every number of it stands in a table too.
    """

    chart: str
    title: str
    alternative: str
    profession_id: str = ""
    skill_id: str = ""
    hypothesis: Hypothesis = Hypothesis.HIGH
    width: float = 720.0
    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """A row of numbers under one name, one for each category; ``None`` where it is not known."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """Numbers for a chart that stays editable; ``unit`` « % » means values 0..1.

    A grid beside it says the same: a form without such charts leaves it out.
    """

    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who gives an opinion and signs: a function, never a name."""

    role: str


@dataclass(frozen=True, slots=True)
class Signatures:
    """Places to write an opinion, a date and a signature; ``labels`` head what is written by hand."""

    items: tuple[Signature, ...]
    opinion: str
    day: str
    signature: str


Block = Words | Bullets | Facts | Grid | Picture | Bars | Signatures


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it. ``level`` 1 or 2; ``profession_id`` where it is about one.

    ``starts_page`` where it is to be signed or handed out by itself.
    """

    key: str
    title: str
    blocks: tuple[Block, ...]
    level: int = 1
    profession_id: str = ""
    starts_page: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """A whole dossier, or its one page. ``facts`` stand on the cover; ``foot`` at the foot of each page."""

    title: str
    subtitle: str
    language: str
    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]
    foot: str
    is_summary: bool = False
