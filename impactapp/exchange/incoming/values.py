"""What a cell says of a field: a level, a number, a date, a word of a list, a text; anything else is refused."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import TypeVar

from impactapp.domain.edits.incoming_parts import cleaned
from impactapp.domain.incoming import Field, Value
from impactapp.domain.incoming_fields import LEVELS
from impactapp.domain.incoming_plans import ADOPTED
from impactapp.domain.intensities import parse_hours, parse_intensity
from impactapp.domain.level import Level
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.profession import Category
from impactapp.domain.quantities import parse_fte, parse_headcount, parse_share
from impactapp.domain.rule import Rule
from impactapp.domain.scenario import HORIZONS, Adoption
from impactapp.domain.skill import BarrierState, Criticality, Mechanism, Retention, SkillKind, Stage
from impactapp.domain.staff import UnitKind
from impactapp.exchange.incoming.cells import Flaw, Flawed, Read
from impactapp.exchange.incoming.facts import Facts, plain
from impactapp.exchange.incoming.levels import as_text, read_level, shown
from impactapp.exchange.workbook import ids
from impactapp.exchange.workbook.skill_formulas import FORMATIVE

_YES, _NO = ("oui", "yes", "x", "1", "true", "vrai"), ("non", "no", "0", "false", "faux", "-", "–")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_FRENCH = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_COUNTS = (
    *(Field.HEADCOUNT, Field.EXPERIENCED, Field.TRAINEES, Field.STAFF_HEADCOUNT, Field.STAFF_EXPERIENCED),
    *(Field.STAFF_TRAINEES, Field.CENSUS_HEADCOUNT),
)
_FULL_TIME = (Field.FTE, Field.STAFF_FTE, Field.STAFF_DEPARTURES, Field.STAFF_VACANCIES, Field.CENSUS_FTE)
PARTS = frozenset((Field.SHARE, Field.CONTROL, Field.TRAINING, Field.DRILLS, Field.DEPARTURES, *ADOPTED))
_HOURS = (Field.BASELINE, Field.HOURS, Field.TEAM_HOURS)
_DAYS = (Field.START, Field.REVIEW)


def _horizon(text: str) -> float | None:
    """Whole years."""
    typed = text.strip()
    if typed and not (typed.isdecimal() and len(typed) < 4 and HORIZONS[0] <= int(typed) <= HORIZONS[1]):
        raise EditError(Problem.HORIZON_OUT_OF_RANGE, text=shown(typed))
    return int(typed) if typed else None


def _part(text: str) -> float | None:
    """A part of anything but of the time of an activity."""
    try:
        return parse_share(text)
    except EditError as refusal:
        if refusal.problem is Problem.SHARE_OUT_OF_RANGE:
            raise EditError(Problem.PART_OUT_OF_RANGE, text=shown(text)) from refusal
        raise


_NUMBERS: Mapping[Field, Callable[[str], float | None]] = {
    **dict.fromkeys(PARTS, _part),
    Field.SHARE: parse_share,
    **dict.fromkeys(_FULL_TIME, parse_fte),
    **dict.fromkeys(_COUNTS, parse_headcount),
    **dict.fromkeys(_HOURS, parse_hours),
    Field.INTENSITY: parse_intensity,
    Field.HORIZON: _horizon,
}
Code = TypeVar("Code", SkillKind, Retention, BarrierState, Stage, UnitKind, Category, Adoption)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the lists of one file, in its language, and those of ours."""

    levels: Mapping[str, Level]
    lists: Mapping[Field, Mapping[str, Value]]
    stages: Mapping[str, Stage]
    validated: str

    @classmethod
    def of(cls, facts: Facts) -> "Words":
        """As the hidden sheet tells them, or ours where it is gone; codes of ours are always understood."""
        if not facts.words:
            facts = replace(facts, words=ids.list_words())
        criticality = {plain(str(int(step))): step for step in Criticality}
        criticality |= {word: Criticality(int(code)) for word, code in facts.codes("criticality_").items()}
        rules = {word: Rule(code) for word, code in facts.codes("rule_").items() if code in set(Rule)}
        against = {
            word: tuple(one for one in Mechanism if one.value in code) for word, code in facts.codes("against_").items()
        }
        return cls(
            levels={word: Level.from_code(code) for word, code in facts.codes("level_").items()},
            lists={
                Field.SKILL_KIND: _coded(SkillKind, facts.codes("kind_")),
                Field.CRITICALITY: criticality,
                Field.RETENTION: _coded(Retention, facts.codes("retention_")),
                Field.STATE: _coded(BarrierState, facts.codes("state_")),
                Field.AGAINST: against,
                Field.RULE: rules,
                Field.EXPOSURE_RULE: rules,
                Field.UNIT_KIND: _coded(UnitKind, facts.codes("unit_")),
                Field.CENSUS_CATEGORY: _coded(Category, facts.codes("category_")),
                Field.ADOPTION: _coded(Adoption, facts.codes("adoption_")),
                Field.SCENARIO_RULE: _choices(facts.codes("choice_")),
            },
            stages=_coded(Stage, facts.codes("stage_")),
            validated=plain(facts.words.get("validated", "")),
        )


def read_value(field: Field, value: Read | None, words: Words) -> Value:
    """The value of a field from that of its cell; raises ``EditError`` where the cell says something else."""
    if isinstance(value, Flawed):
        raise _flawed(value)
    if field in LEVELS:
        known = words.levels.get(plain(value)) if isinstance(value, str) else None
        return read_level(value) if known is None else known
    if field in _NUMBERS:
        found = cleaned(field, _number(field, value))
        if found is None and field is Field.HORIZON:
            raise EditError(Problem.CELL_EMPTY)
        return found
    if field in _DAYS:
        return _day(value)
    if isinstance(value, date | time | timedelta):
        raise EditError(Problem.CELL_IS_A_DATE, text=shown(value))
    if field is Field.VALIDATED:
        return _validated(value, words)
    if field in words.lists:
        return _listed(words.lists[field], value)
    return cleaned(field, as_text(value))


def read_learnt(value: Read | None, words: Words) -> tuple[bool, Stage | None]:
    """What trainees learn by a link, « F · Pratique »: whether it is formative, and the learning stage."""
    if isinstance(value, Flawed):
        raise _flawed(value)
    text = as_text(value)
    formative, stage = False, None
    for word in re.split(r"[·,;/-]", text):
        named = plain(word)
        if named == FORMATIVE.casefold():
            formative = True
        elif named in words.stages and stage is None:
            stage = words.stages[named]
        elif named:
            raise EditError(Problem.CELL_UNKNOWN_WORD, text=shown(value))
    return formative, stage


def _coded(codes: type[Code], words: Mapping[str, str]) -> dict[str, Code]:
    known = {str(one.value): one for one in codes}
    return {**known, **{word: known[code] for word, code in words.items() if code in known}}


def _choices(words: Mapping[str, str]) -> dict[str, Value]:
    """The rules of scenarios by their words; the study's own has no code."""
    rules = {str(rule.value): rule for rule in Rule}
    return {**rules, **{word: rules.get(code) for word, code in words.items()}}


def _flawed(value: Flawed) -> EditError:
    if value.flaw is Flaw.UNCOMPUTED:
        return EditError(Problem.CELL_UNCOMPUTED)
    return EditError(Problem.CELL_ERROR, text=shown(value.text))


def _number(field: Field, value: Read | None) -> float | None:
    if isinstance(value, date | time | timedelta):
        raise EditError(Problem.CELL_IS_A_DATE, text=shown(value))
    if isinstance(value, bool):
        raise EditError(Problem.NOT_A_NUMBER, text=shown(value))
    if not isinstance(value, int | float):
        return _NUMBERS[field](as_text(value))
    if field in PARTS and 1 < value <= 100:
        return value / 100  # typed in a cell that was not a percentage
    if field in _COUNTS or field in (Field.INTENSITY, Field.HORIZON):
        return _NUMBERS[field](shown(value))
    return value


def _day(value: Read | None) -> date | None:
    if value is None or isinstance(value, datetime):
        return None if value is None else value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool) and 1 <= value < 2_958_466:
        return date.fromordinal(date(1899, 12, 30).toordinal() + int(value))
    text = as_text(value).strip()
    iso, french = _ISO.fullmatch(text), _FRENCH.fullmatch(text)
    try:
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if french:
            return date(int(french[3]), int(french[2]), int(french[1]))
    except ValueError:
        pass
    if text:
        raise EditError(Problem.CELL_NOT_A_DATE, text=shown(value))
    return None


def _validated(value: Read | None, words: Words) -> bool:
    text = plain(as_text(value))
    if text in _YES or (words.validated and text == words.validated):
        return True
    if text and text not in _NO:
        raise EditError(Problem.CELL_UNKNOWN_WORD, text=shown(value))
    return False


def _listed(known: Mapping[str, Value], value: Read | None) -> Value:
    text = plain(as_text(value))
    if not text:
        raise EditError(Problem.CELL_EMPTY)
    if text not in known:
        raise EditError(Problem.CELL_UNKNOWN_WORD, text=shown(value))
    return known[text]
