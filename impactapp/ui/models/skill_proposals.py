"""Skills that come from elsewhere: a block copied from a spreadsheet, and what the catalogue proposes."""

from collections.abc import Callable
from dataclasses import replace

from impactapp.domain.grids import Row, split_rows
from impactapp.domain.profession import Profession
from impactapp.domain.skill import Skill
from impactapp.domain.text import same_title, title_key
from impactapp.i18n import _


def one_column(text: str) -> str:
    """The names in a block of several columns, one a line; a plain list as it is.

    The first column that mostly holds words is taken: a longer one on its right describes, and our own copies begin so.
    """
    rows = split_rows(text)
    width = max(len(row.cells) for row in rows)
    if width < 2 or not any(len([cell for cell in row.cells if cell.strip()]) > 1 for row in rows):
        return text
    column = next((at for at in range(width) if sum(_is_worded(row, at) for row in rows) * 2 > len(rows)), 0)
    names = [" ".join(row.cell(column).split()) for row in rows]
    if any(same_title(names[0], heading) for heading in (_("Skill"), _("Skills"))):
        names[0] = ""
    return "\n".join(f"• {name}" if name else "" for name in names)


def proposed_skills(profession: Profession, new_id: Callable[[], str]) -> list[Skill]:
    """What the catalogue proposes for a profession that came from it, linked to the activities of the same name; those
    whose name is there already are left out."""
    from impactapp.store import catalog

    if not profession.code:
        return []
    offered = catalog.profession(profession.code, new_id)
    names = {task.id: title_key(task.title) for task in offered.tasks}
    here = {title_key(task.title): task.id for task in profession.tasks}
    taken = {title_key(skill.title) for skill in profession.skills}
    found = []
    for skill in offered.skills:
        if title_key(skill.title) in taken:
            continue
        kept = [replace(link, task_id=here[names[link.task_id]]) for link in skill.links if names[link.task_id] in here]
        found.append(replace(skill, links=tuple(sorted(kept, key=lambda link: link.task_id))))
    return found


def _is_worded(row: Row, column: int) -> bool:
    return any(letter.isalpha() for letter in row.cell(column))
