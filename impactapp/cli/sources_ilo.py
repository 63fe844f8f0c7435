"""The workbook of the ILO on the command line: occupations and tasks found, with their scores and their credit."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from impactapp import labels
from impactapp.cli import terminal
from impactapp.cli.sources_sae import MOST_SHOWN
from impactapp.i18n import _, ngettext
from impactapp.labels import benchmark as words_of
from impactapp.labels.sources import ilo_line

if TYPE_CHECKING:
    from impactapp.exchange.sources.ilo import Ilo, IloGroup

MOST_TOLD = 3  # occupations whose tasks are listed


def summary_line(ilo: "Ilo") -> str:
    """How much was read."""
    return ilo_line(sum(len(group.tasks) for group in ilo.groups.values()), len(ilo.groups))


def text(ilo: "Ilo", words: str | None) -> Iterator[str]:
    """What was found, a line after the other; no figure goes without its credit."""
    if words is None:
        return
    groups = ilo.search(words)
    yield ""
    if not groups:
        yield _("Nothing in the ILO file answers to this: its words are English, try another one or an ISCO-08 code.")
        return
    rows: list[tuple[str, ...]] = [(_("Occupation"), _("ISCO-08"), _("Mean"), _("Standard deviation"), _("Class"))]
    rows += [_row(group) for group in groups[:MOST_SHOWN]]
    yield terminal.table(rows)
    more = len(groups) - MOST_SHOWN
    if more > 0:
        yield ngettext("and {count} other", "and {count} others", more).format(count=labels.headcount(more))
    for group in groups[:MOST_TOLD]:
        yield ""
        yield _("{code}: {title}").format(code=words_of.code_word(group.isco08), title=group.title)
        yield from (terminal.paragraph(f"{words_of.score(task.score)} — {task.text}", "  ") for task in group.tasks)
    yield ""
    yield from map(terminal.paragraph, (words_of.scope_sentence(), *words_of.credit_lines()[:2]))


def _row(group: "IloGroup") -> tuple[str, ...]:
    exposure = words_of.class_word(group.exposure) if group.exposure else "–"
    return group.title, group.isco08, words_of.score(group.mean), words_of.score(group.deviation), exposure


def as_json(ilo: "Ilo", words: str | None) -> dict[str, Any]:
    """What was read and what was found, all of it, with the credit to print beside."""
    return {
        "occupations": len(ilo.groups),
        "tasks": sum(len(group.tasks) for group in ilo.groups.values()),
        "credit": list(words_of.credit_lines()[:2]),
        "found": [_group(group) for group in (ilo.search(words) if words is not None else ())],
    }


def _group(group: "IloGroup") -> dict[str, Any]:
    return {
        "isco08": group.isco08,
        "title": group.title,
        "mean": group.mean,
        "deviation": group.deviation,
        "mean_2023": group.mean_2023,
        "class": group.exposure.value if group.exposure else None,
        "tasks": [{"number": task.number, "text": task.text, "score": task.score} for task in group.tasks],
    }
