"""What a cell of the links shows: how much an activity practises a skill, in figures and letters and in words."""

from impactapp.domain.profession import Task
from impactapp.domain.skill import Link, Skill, Stage
from impactapp.i18n import _
from impactapp.labels import skills as skill_labels

VALIDATED = 0
FIRST_SKILL = 1


def stage_letter(stage: Stage) -> str:
    """The key that sets a stage, and the letter that shows it."""
    return {Stage.THEORY: _("T"), Stage.PRACTICE: _("P"), Stage.METACOGNITION: _("M")}[stage]


def formative_letter() -> str:
    """The letter of what trainees learn by."""
    return _("F")


def validated_letter() -> str:
    """The letter of an activity whose AI output a human validates."""
    return _("V")


def link_text(link: Link | None) -> str:
    """« 3 F P »; empty without a link."""
    if link is None:
        return ""
    letters = [str(link.intensity)]
    if link.formative:
        letters.append(formative_letter())
    if link.stage is not None:
        letters.append(stage_letter(link.stage))
    return " ".join(letters)


def link_words(link: Link | None) -> str:
    """A link in words: « 3 · au cœur de l’activité, formative, pratique »."""
    if link is None:
        return _("no link")
    words = [skill_labels.intensity_word(link.intensity)]
    if link.formative:
        words.append(_("formative: trainees learn by it"))
    if link.stage is not None:
        words.append(_("learning stage: {stage}").format(stage=skill_labels.stage_word(link.stage).lower()))
    return ", ".join(words)


def validated_words(task: Task) -> str:
    """Whether a human validates what the AI produces, in words."""
    if task.human_validates:
        return _("a human validates what the AI produces")
    return _("no human validation stated")


def legend() -> str:
    """What every figure and letter of the links means, which is also the key that sets it."""
    return _(
        "0 to 3: how much the activity practises the skill · {formative}: formative, trainees learn by it · learning "
        "stage {theory}: theory, {practice}: practice, {metacognition}: metacognition · {validated}: a human validates "
        "what the AI produces"
    ).format(
        formative=formative_letter(),
        theory=stage_letter(Stage.THEORY),
        practice=stage_letter(Stage.PRACTICE),
        metacognition=stage_letter(Stage.METACOGNITION),
        validated=validated_letter(),
    )


def heading(skill: Skill | None) -> str:
    """The words over a column: a skill, or what comes before the first one."""
    return skill_labels.skill_title(skill) if skill else _("Human validates")


def heading_tip(skill: Skill | None) -> str:
    """What hovering a heading tells."""
    if skill is None:
        return _("A human validates what the AI produces for the activity: V or Space ticks it.")
    return "\n".join(filter(None, (skill.title, skill.source, skill_labels.criticality_sentence(skill.criticality))))


def cell_words(task: Task, skill: Skill | None, link: Link | None) -> str:
    """A cell for a screen reader: the activity, the skill and the link between them."""
    if skill is None:
        return f"{task.title}, {validated_words(task)}"
    return _("{task}, {skill}: {link}").format(task=task.title, skill=skill.title, link=link_words(link))
