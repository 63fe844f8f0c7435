"""What the figures of skills say of one: its values under a hypothesis, or why there is none."""

from collections.abc import Iterable

from impactapp.domain.analysis.exposure import priority
from impactapp.domain.analysis.skills import MechanismResult, SkillResult
from impactapp.domain.level import Hypothesis, Level
from impactapp.domain.skill import Mechanism
from impactapp.i18n import _
from impactapp.labels import level_letters, percent, percent_range
from impactapp.labels.skills import basis_sentence, exposure_range_word, exposure_word

MAPPED = (Mechanism.ATROPHY, Mechanism.NON_ACQUISITION)


def whom(mechanism: Mechanism) -> str:
    """Whom a mechanism concerns."""
    return {
        Mechanism.ATROPHY: _("experienced staff"),
        Mechanism.NON_ACQUISITION: _("trainees"),
        Mechanism.MIS_SKILLING: _("human validation"),
    }[mechanism]


def class_words() -> str:
    """What the classes of exposure are."""
    return _("Class of exposure: low under one third of the practice, medium under two thirds, else high.")


def classes_under(found: MechanismResult, hypothesis: Hypothesis) -> tuple[Level | None, Level | None]:
    """The class before and after the measures, under one hypothesis."""
    at = 0 if hypothesis is Hypothesis.LOW else 1
    return found.exposed_class[at], found.residual_class[at]


def is_known(found: MechanismResult) -> bool:
    """Whether there is an exposure to draw."""
    return found.exposure.low is not None and found.exposure.high is not None


def is_moved(found: MechanismResult, hypothesis: Hypothesis) -> bool:
    """Whether the measures change what one reads."""
    return percent(found.exposure.under(hypothesis)) != percent(found.residual.under(hypothesis))


def reason(shown: SkillResult, mechanism: Mechanism) -> str:
    """Why a mechanism of a skill has no value; empty where it has one."""
    if is_known(shown.mechanism(mechanism)):
        return ""
    if not is_known(shown.atrophy):
        return basis_sentence(shown)
    if not any(link.formative for link in shown.skill.links):
        return _("No formative activity.")
    return _("Less than half of the formative practice is rated.")


def unknown_words(shown: SkillResult, mechanism: Mechanism) -> str:
    """That there is no value, and why, in the middle of a sentence."""
    why = uncapitalised(reason(shown, mechanism)).rstrip(".")
    if not is_known(shown.atrophy):
        return why
    return _("{exposure} ({why})").format(exposure=exposure_word(None), why=why)


def uncapitalised(words: str) -> str:
    """A sentence as it stands after a colon."""
    return words[:1].lower() + words[1:]


def parted(words: Iterable[str]) -> str:
    """« … ; … »."""
    return _("; ").join(words)


def before_after(found: MechanismResult, hypothesis: Hypothesis) -> str:
    """« 93 % Fo → 63 % Mo », « 93 % Fo » where no measure changes it, or that there is no information."""
    if not is_known(found):
        return exposure_word(None)
    before, after = classes_under(found, hypothesis)
    first = f"{percent(found.exposure.under(hypothesis))} {level_letters(before)}"
    if not is_moved(found, hypothesis):
        return first
    return f"{first} → {percent(found.residual.under(hypothesis))} {level_letters(after)}"


def before_after_in_words(shown: SkillResult, mechanism: Mechanism, hypothesis: Hypothesis) -> str:
    """The same as a reader hears it, with the priorities."""
    found = shown.mechanism(mechanism)
    if not is_known(found):
        return unknown_words(shown, mechanism)
    before, after = classes_under(found, hypothesis)
    first = _at(found.exposure.under(hypothesis), before, shown)
    if not is_moved(found, hypothesis):
        return _("{exposure}, changed by no measure").format(exposure=first)
    return _("{before} before the measures, {after} after").format(
        before=first, after=_at(found.residual.under(hypothesis), after, shown)
    )


def range_in_words(shown: SkillResult, mechanism: Mechanism) -> str:
    """Low to high with the classes, or that there is no information and why."""
    found = shown.mechanism(mechanism)
    if not is_known(found):
        return unknown_words(shown, mechanism)
    return _("{figures} ({exposure})").format(
        figures=percent_range(found.exposure), exposure=exposure_range_word(found.exposed_class)
    )


def letters(classes: tuple[Level | None, Level | None]) -> str:
    """« Mo », or « Mo–Fo » where the hypotheses differ."""
    low, high = (level_letters(level) for level in classes)
    return low if low == high else f"{low}–{high}"


def _at(value: float | None, level: Level | None, shown: SkillResult) -> str:
    rank = priority(level, shown.skill.criticality) if level else 0
    return _("{value} ({exposure}, priority {priority})").format(
        value=percent(value), exposure=exposure_word(level), priority=rank
    )
