"""A refusal as the one plain sentence the user reads."""

from collections import defaultdict
from pathlib import Path

from impactapp.domain.level import Aspect, Level
from impactapp.domain.problems import Problem, Refusal
from impactapp.i18n import _
from impactapp.labels.words import aspect_word, level_word


def sentence(refusal: Refusal) -> str:
    """What was refused, where, and what to do, in the chosen language."""
    spoken = {name: _spoken(name, value) for name, value in refusal.values.items()}
    if "path" in refusal.values:
        spoken |= _place(refusal.values["path"])
    # a value the raiser left out must not turn a plain refusal into an unexpected error
    return problem_sentences()[refusal.problem].format_map(defaultdict(lambda: "…", spoken))


def problem_sentences() -> dict[Problem, str]:
    """The sentence of every problem, with the names of its values in braces; imported with the first refusal."""
    from impactapp.labels.edit_problems import edit_problems
    from impactapp.labels.export_problems import export_problems
    from impactapp.labels.file_problems import file_problems
    from impactapp.labels.foreign_problems import foreign_problems
    from impactapp.labels.incoming_problems import incoming_problems
    from impactapp.labels.office_problems import office_problems
    from impactapp.labels.report_problems import report_problems
    from impactapp.labels.skill_problems import skill_problems
    from impactapp.labels.source_problems import source_problems
    from impactapp.labels.staff_problems import staff_problems
    from impactapp.labels.template_problems import template_problems
    from impactapp.labels.workshop_problems import ballot_problems, workshop_problems

    edits = {**edit_problems(), **skill_problems(), **workshop_problems(), **staff_problems(), **source_problems()}
    files = {**ballot_problems(), **file_problems(), **export_problems(), **template_problems(), **foreign_problems()}
    return {**edits, **files, **office_problems(), **incoming_problems(), **report_problems()}


def _place(path: str) -> dict[str, str]:
    """A file by its name, which people know it by, and its folder, whole, for the sentences that need it."""
    file = Path(path)
    return {"file": file.name or path, "folder": str(file.absolute().parent)}


def _spoken(name: str, value: str) -> str:
    if name == "names" and not value:
        return _("none yet")
    if name == "aspect":
        word = aspect_word(Aspect(value))
        return word if word.isupper() else word.lower()
    return level_word(Level.from_code(value)) if name in ("low", "high") else value
