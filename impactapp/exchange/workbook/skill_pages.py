"""What *Lisez-moi* and *Définitions* say of skills: the model is ours, and where its limits are."""

from impactapp.domain.skill import Criticality, Mechanism
from impactapp.domain.study import Study
from impactapp.i18n import _
from impactapp.labels import skills as skill_labels

Lines = list[tuple[str, str]]


def skill_method(study: Study) -> Lines:
    """How the exposures are computed, whose rule it is, and what it does not say."""
    limits = skill_labels.model_limits()
    lines = [(_("Model"), _("The exposure of skills is a model of this application; it is not part of the 2019 note."))]
    lines.append((_("Rates"), skill_labels.exposure_rule_sentence(study)))
    lines += [(_("Limits") if index == 0 else "", limit) for index, limit in enumerate(limits)]
    return [*lines, ("", skill_labels.never_skilling_limit())]


def skill_use() -> Lines:
    """How to use the sheets of skills."""
    return [
        (
            _("Skills and measures"),
            _("Change a level in Matrix, an intensity in Links, a baseline in Skills or the state of a measure: "
              "the sheet Exposure follows, with its charts."),
        ),
    ]  # fmt: skip


def skill_terms() -> Lines:
    """The words of the sheets of skills."""
    mechanisms = [(skill_labels.mechanism_word(one), skill_labels.mechanism_sentence(one)) for one in Mechanism]
    scale = " ".join(skill_labels.criticality_sentence(step) for step in reversed(Criticality))
    return [
        *mechanisms,
        (
            _("Practice kept"),
            _("The part of the practice of a skill that stays with people: each activity counts for its weight and "
              "its intensity, less the part that AI takes. Exposure to atrophy is the rest."),
        ),
        (
            _("Class of exposure"),
            _("Low under one third, medium under two thirds, else high; always with its letters."),
        ),
        (_("Criticality"), scale),
        (_("Priority"), _("Class × criticality, from 1 to 9: where to look first.")),
        (
            _("Left after measures"),
            _("Exposure less what measures that are decided or in place give back: their hours a month over the hours "
              "of practice before AI, never under zero."),
        ),
    ]  # fmt: skip
