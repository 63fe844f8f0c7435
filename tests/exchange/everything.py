"""A study in which each stored column holds a value found nowhere else, and what of it a reader can see in exports."""

import csv
import json
import math
import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from impactapp import labels
from impactapp.domain.level import HYPOTHESES, Aspect, Hypothesis, Level
from impactapp.domain.profession import Category, Profession, Task
from impactapp.domain.rating import Judgement, Rating
from impactapp.domain.rule import LevelRates, Rule, Weighting
from impactapp.domain.skill import (
    Barrier,
    BarrierState,
    Criticality,
    Link,
    Mechanism,
    Retention,
    Skill,
    SkillKind,
    Stage,
)
from impactapp.domain.study import Definitions, Origin, Study
from impactapp.domain.workshop import (
    SURVEY_SIZE,
    Counts,
    Group,
    GroupKind,
    Moment,
    Positions,
    Protocol,
    Question,
    Scope,
    Sitting,
    SurveyItem,
    Talk,
    Tally,
)
from tests.exchange import everything_staff

_DEFINED = ("faible", "moyen", "fort", "low", "high", "maturity", "acceptability", "roi")


def study() -> Study:
    """Texts say where they come from; numbers are odd ones."""
    return Study(
        "id-etude",
        "Titre-etude",
        "Etablissement-etude",
        "Auteurs-etude",
        "Objet-etude",
        date(2031, 3, 17),
        Origin.DEMONSTRATION,
        Rule.CUSTOM,
        LevelRates(0.0713, 0.3317, 0.7919),
        Weighting.TIME,
        Definitions(**{key: f"Definition-{key}" for key in _DEFINED}),
        (_profession(),),
        Rule.WEIGHTED,
        # one that names no profession too: what is said then depends on a flag
        (_sitting(), Sitting("id-seance-2", "Titre-seance-2")),
        everything_staff.staffing("id-metier"),
        everything_staff.scenarios(),
    )


def _profession() -> Profession:
    return Profession(
        "id-metier",
        "Titre-metier",
        Category.MEDICO_TECHNICAL,
        7301,
        613.7,
        (_task(1, 0.3719), _task(2, 0.6281)),
        "code-metier",
        "Famille-metier",
        ("M1609", "J1506"),
        ("3344", "2221"),
        "Source-metier",
        (_skill(),),
        (_barrier(),),
        "Difference-metier",
    )


def _task(number: int, share: float) -> Task:
    said = {h: {a: f"Motif-{number}-{h.value}-{a.value}" for a in Aspect} for h in HYPOTHESES}
    low = Rating(*(Judgement(Level.MOYEN, said[Hypothesis.LOW][aspect]) for aspect in Aspect))
    high = Rating(*(Judgement(Level.FORT, said[Hypothesis.HIGH][aspect]) for aspect in Aspect))
    return Task(f"id-activite-{number}", f"Titre-activite-{number}", share, low, high, number == 1)


def _skill() -> Skill:
    return Skill(
        "id-competence",
        "Titre-competence",
        "Description-competence",
        SkillKind.RELATIONAL,
        Criticality.IMPORTANT,
        Retention.SPEED,
        631,
        47,
        143.5,
        (Link("id-activite-1", 2, Stage.PRACTICE, True), Link("id-activite-2", 1)),
        "Source-competence",
    )


def _barrier() -> Barrier:
    return Barrier(
        "id-mesure",
        "Titre-mesure",
        "refreshers",
        ("id-competence",),
        (Mechanism.ATROPHY,),
        17.3,
        "Responsable-mesure",
        date(2031, 4, 19),
        date(2032, 5, 23),
        BarrierState.DECIDED,
        29.6,
        "Note-mesure",
    )


def _sitting() -> Sitting:
    groups = (Group("g1", GroupKind.STAFF, 613, "Groupe-un"), Group("g2", GroupKind.USERS, 571, "Groupe-deux"))
    asked = Question(Aspect.SUBSTITUTION, Hypothesis.LOW)
    tallies = (Tally(1, asked, "g1", Counts(131, 137, 149)), Tally(1, asked, "g2", Counts(163, 173, 181)))
    titled = ("id-activite-1", "Titre-debat", "Metier-debat")
    talk = Talk(*titled, 2, tallies, 4221, False, True, 43, "Desaccord-debat", "Note-debat")
    positions = (Positions(Moment.BEFORE, "g1", (101, 103, 107, 109)), Positions(Moment.BEFORE, "g2", (91, 93, 97, 99)))
    survey = tuple(SurveyItem(n, f"Question-{n}", (71 + n, 81 + n, 61 + n, 51 + n)) for n in range(1, SURVEY_SIZE + 1))
    return Sitting(
        "id-seance",
        "Titre-seance",
        date(2031, 6, 29),
        "Lieu-seance",
        ("id-metier",),
        groups,
        Protocol(3, Scope.SUBSTITUTION_TWICE, 0.83, 0.57, 7, 217),
        (talk,),
        positions,
        survey,
        ("Bulletin-7",),
    )


def of_workbook(path: Path) -> Iterator[object]:
    """What can be seen of a workbook: no hidden sheet, row or column."""
    book = load_workbook(path, data_only=True)
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            hidden = {index for index in range(1, sheet.max_column + 1) if _is_hidden(sheet, index)}
            for row in sheet.iter_rows():
                yield from (cell.value for cell in row if cell.value is not None and cell.column not in hidden)


def _is_hidden(sheet: Worksheet, index: int) -> bool:
    return any(
        found.hidden and (found.min or 0) <= index <= (found.max or 0) for found in sheet.column_dimensions.values()
    )


def of_tables(paths: Iterable[Path]) -> Iterator[object]:
    """The cells of CSV files."""
    for path in paths:
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.reader(file, delimiter=";"):
                yield from row


def of_word(path: Path) -> Iterator[object]:
    """The paragraphs of a Word document, those of its tables, heads and feet too."""
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.startswith("word/") and name.endswith(".xml"):
                for paragraph in ElementTree.fromstring(archive.read(name)).iter(f"{_WORD}p"):
                    yield "".join(run.text or "" for run in paragraph.iter(f"{_WORD}t"))


_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def leaves(value: Any) -> Iterator[object]:
    """Every value of a JSON document, and the names it stands under."""
    if isinstance(value, dict):
        yield from value
        for inner in value.values():
            yield from leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner)
    else:
        yield value


def parts(values: Iterable[object]) -> Iterator[object]:
    """What columns hold, lists one item at a time; nothing of what is empty."""
    for value in values:
        if isinstance(value, str) and value.startswith("["):
            yield from json.loads(value)
        elif value is not None and value != "":
            yield value


def plain(text: str) -> str:
    """Without the narrow space that groups the figures of a number, and with lines that end nowhere."""
    return re.sub(r"\s+", " ", re.sub(r"(?<=\d)[\u00a0\u202f](?=\d)", "", text))


class Seen:
    """What was read, to look for values in: numbers by themselves or in the French manner, dates too."""

    def __init__(self, read: Iterable[object]) -> None:
        listed = list(read)
        self._numbers = [found for found in listed if isinstance(found, int | float)]
        days = [labels.day(found.date()) for found in listed if isinstance(found, datetime)]
        self._text = plain(" ".join([*map(str, listed), *days]))

    def holds(self, value: object) -> bool:
        """Whether a value of the file is there."""
        if isinstance(value, int | float):
            forms = [f"{value:.10g}", f"{value * 100:.10g}", *([f"{value:.2f}"] if round(value, 2) == value else [])]
            told = {text.replace(".", ",") for text in forms}
            written = any(re.search(rf"(?<!\d)(?<!\d,){re.escape(text)}(?!,?\d)", self._text) for text in told)
            return written or any(math.isclose(found, value) for found in self._numbers)
        text = str(value)
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            text = labels.day(date.fromisoformat(text))
        return plain(text) in self._text
