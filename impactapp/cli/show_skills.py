"""The skills of a profession in `impactapp show`: what is exposed, on what basis, and what the model cannot say."""

from impactapp import labels
from impactapp.cli import terminal
from impactapp.domain.analysis.rates import Interval
from impactapp.domain.analysis.results import ProfessionResult
from impactapp.domain.analysis.skills import SkillResult
from impactapp.domain.level import Level
from impactapp.domain.skill import Mechanism
from impactapp.domain.study import Study
from impactapp.i18n import _
from impactapp.labels import skills as skill_labels


def skills_text(found: ProfessionResult, study: Study) -> str:
    """The skills in words and a table; empty where there is none."""
    if not found.skills:
        return ""
    sentences = (
        skill_labels.skills_headline(found),
        skill_labels.sources_sentence([found.profession]),
        skill_labels.exposure_rule_sentence(study),
        skill_labels.model_limits()[0],
        *_on_trainees(found),
    )
    words = [terminal.paragraph(sentence, "  ") for sentence in sentences if sentence]
    return "\n".join([words[0], "", _table(found), "", *words[1:]])


def _on_trainees(found: ProfessionResult) -> tuple[str, ...]:
    """A figure of non-acquisition never goes without what is known of it."""
    said = any(result.non_acquisition.exposure.high is not None for result in found.skills)
    return (skill_labels.never_skilling_limit(),) if said else ()


def _table(found: ProfessionResult) -> str:
    heading = (_("Skill"), *(skill_labels.mechanism_word(mechanism) for mechanism in Mechanism), _("Rated practice"))
    rows = [heading]
    for result in found.skills:
        rows.append(_before(result))
        if any(result.mechanism(mechanism).restored for mechanism in Mechanism):
            rows.append(_after(result))
    return terminal.table(rows)


def _before(result: SkillResult) -> tuple[str, ...]:
    sides = (result.mechanism(mechanism) for mechanism in Mechanism)
    cells = (_cell(side.exposure, side.exposed_class) for side in sides)
    basis = skill_labels.exposure_word(None) if result.basis is None else labels.percent_down(result.basis)
    return (result.skill.title, *cells, basis)


def _after(result: SkillResult) -> tuple[str, ...]:
    sides = (result.mechanism(mechanism) for mechanism in Mechanism)
    return (_("→ after the measures"), *(_cell(side.residual, side.residual_class) for side in sides), "")


def _cell(figures: Interval, classes: tuple[Level | None, Level | None]) -> str:
    if figures.low is None or figures.high is None:
        return labels.UNKNOWN
    letters = " → ".join(dict.fromkeys(labels.level_letters(level) for level in classes))
    return f"{labels.percent_range(figures)} {letters}"
