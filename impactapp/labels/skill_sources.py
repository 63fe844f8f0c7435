"""Where the skills of a study come from: what this tool proposed never passes for the group's own nor for published."""

from collections.abc import Iterable, Sequence

from impactapp.domain.profession import Profession
from impactapp.domain.skill import Skill
from impactapp.i18n import ngettext
from impactapp.labels.skill_words import listed

SOURCE_MARK = "*"


def skill_title(skill: Skill) -> str:
    """The name, with a mark where it was proposed by others than the group; ``sources_sentence`` explains it."""
    return f"{skill.title}\u00a0{SOURCE_MARK}" if skill.source else skill.title


def sources_sentence(professions: Iterable[Profession]) -> str:
    """Who proposed how many skills and links, and that the validations came with them; empty where nobody did."""
    asked = list(professions)
    counts: dict[str, int] = {}
    for profession in asked:
        for skill in profession.skills:
            if skill.source:
                counts[skill.source] = counts.get(skill.source, 0) + 1
    if not counts:
        return ""
    said = f"{listed([_counted(source, count) for source, count in counts.items()])}."
    count = _validated(asked)
    if not count:
        return said
    words = ngettext(
        "“A human validates” ({count} activity) is part of the proposal.",
        "“A human validates” ({count} activities) is part of the proposal.",
        count,
    )
    return f"{said} {words.format(count=count)}"


def _counted(source: str, count: int) -> str:
    words = ngettext("{source}: {count} skill with its links", "{source}: {count} skills with their links", count)
    return words.format(source=source, count=count)


def _validated(professions: Sequence[Profession]) -> int:
    """The activities said to be validated by a human, in professions of the catalogue that keep a proposed skill."""
    return sum(
        task.human_validates
        for profession in professions
        if profession.code and any(skill.source for skill in profession.skills)
        for task in profession.tasks
    )
