"""The slide of the skills: their exposure before and after the measures, or what is missing to know it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from impactapp.domain.analysis.benchmarks import Card
from impactapp.domain.analysis.results import Results
from impactapp.domain.analysis.skills import MechanismResult, SkillResult
from impactapp.domain.profession import Profession
from impactapp.domain.skill import Mechanism
from impactapp.exchange.office.bars import Series
from impactapp.exchange.slides.charts import MOST, add_bars, rows_that_fit
from impactapp.exchange.slides.deck import Deck, new_slide, region_of
from impactapp.exchange.slides.drawing import add_notes, add_text, text_height
from impactapp.i18n import _
from impactapp.labels import limits, office
from impactapp.labels import skills as skill_labels
from impactapp.palette import LIGHT

_TEXT = 0.45  # of the height of a slide, for the sentences over a chart
_GAP = 10.0
_MECHANISMS = (Mechanism.ATROPHY, Mechanism.NON_ACQUISITION)


@dataclass(frozen=True, slots=True)
class Exposed:
    """One way a skill is exposed; ``before`` and ``after`` the measures, 0..1, under the high hypothesis."""

    skill: SkillResult
    mechanism: Mechanism
    before: float
    after: float


def skills_slide(deck: Deck, results: Results, made_at: datetime, cards: Sequence[Card]) -> None:
    """A chart of the exposures that weigh most: what is left times how much the skill matters."""
    slide = new_slide(deck, _("Skills, before and after the measures"))
    region = region_of(deck, slide)
    skills = [skill for found in results.professions for skill in found.skills]
    told = [
        _("{name}: {value}").format(name=skill_labels.skill_title(one.skill), value=skill_labels.skill_sentence(one))
        for one in skills
    ]
    ranked = sorted(_exposed(skills), key=_priority)
    is_kept = any(one.after < one.before for one in ranked)
    above = region.upper(region.high * _TEXT)
    taken = text_height(above, tuple(_said(results, ranked, 1, is_kept=is_kept)))
    room = rows_that_fit(region.below(taken + _GAP), 1 + is_kept)
    shown = sorted(ranked[:room], key=_exposure)
    said = tuple(_said(results, ranked, len(ranked) - len(shown), is_kept=is_kept))
    add_notes(slide, deck, (*said, *told, *_limits(results)))
    if not shown:
        waiting = _("This slide will show the exposure of each skill before and after the measures.")
        add_text(slide, deck, region, (*said, *told[:MOST], waiting))
        return
    height = add_text(slide, deck, above, said)
    names = [_name(one) for one in shown]
    series = _series(shown, is_kept=is_kept)
    add_bars(slide, region.below(height + _GAP), names, series, " ".join((*said, *told)))


def _series(shown: list[Exposed], *, is_kept: bool) -> list[Series]:
    """Before and after, open and filled; once where no measure changes anything."""
    light, _medium, dark = LIGHT.exposure
    before = Series(_("Before the measures"), tuple(one.before for one in shown), light.ground, dark.ground)
    if not is_kept:
        return [replace(before, name=_("Exposure"))]
    return [before, Series(_("After the measures"), tuple(one.after for one in shown), dark.ground, dark.ground)]


def _exposed(skills: list[SkillResult]) -> Iterator[Exposed]:
    """What is known of atrophy and non-acquisition; no measure is counted against adopted errors."""
    for skill in skills:
        for mechanism in _MECHANISMS:
            found: MechanismResult = skill.mechanism(mechanism)
            if found.exposure.high is not None and found.residual.high is not None:
                yield Exposed(skill, mechanism, found.exposure.high, found.residual.high)


def _priority(one: Exposed) -> tuple[float, float]:
    """What is shown first: what is left of it, times how much it matters."""
    return -one.after * one.skill.skill.criticality, -one.before * one.skill.skill.criticality


def _exposure(one: Exposed) -> tuple[float, float]:
    return -one.before, -one.after


def _name(one: Exposed) -> str:
    mechanism = skill_labels.mechanism_word(one.mechanism)
    return _("{name}: {value}").format(name=mechanism, value=skill_labels.skill_title(one.skill.skill))


def _said(results: Results, ranked: list[Exposed], left: int, *, is_kept: bool) -> Iterator[str]:
    skilled = [found for found in results.professions if found.skills]
    if not skilled:
        yield _("No skill yet.")
        return
    if len(skilled) == 1:
        yield skill_labels.skills_headline(skilled[0])
    else:
        yield office.skills_counted(sum(len(found.skills) for found in skilled), len(skilled))
    others = f" {office.others_shown(left)}" if left else ""
    yield _("High hypothesis. A rule of this tool on the group’s ratings: neither a measure nor a forecast.") + others
    if any(one.skill.skill.source for one in ranked):
        yield f"{skill_labels.SOURCE_MARK} {skill_labels.sources_sentence(_professions(results))}"
    if ranked and not is_kept:
        yield _("No measure decided or in place lowers an exposure.")


def _limits(results: Results) -> Iterator[str]:
    yield skill_labels.exposure_rule_sentence(results.study)
    yield skill_labels.sources_sentence(_professions(results))
    yield from limits.model_limits()
    yield limits.unrestored_limit()
    yield limits.never_skilling_limit()


def _professions(results: Results) -> list[Profession]:
    return [found.profession for found in results.professions]
