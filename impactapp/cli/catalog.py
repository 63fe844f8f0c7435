"""`impactapp catalog`: the professions that are shipped, searched by words."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any

from impactapp import labels
from impactapp.cli import terminal
from impactapp.cli.command import add_json
from impactapp.i18n import _

if TYPE_CHECKING:
    from impactapp.store.catalog_file import CatalogEntry, CatalogSkill


def summary() -> str:
    """Its line in the help."""
    return _("the professions of the catalogue")


def arguments(parser: ArgumentParser) -> None:
    """What it takes."""
    parser.add_argument(
        "words", metavar=_("WORDS"), nargs="*", help=_("words to look for; all professions without any")
    )
    add_json(parser)


def run(options: Namespace) -> int:
    """Print what is found."""
    from impactapp.store import catalog

    words = " ".join(options.words)
    found = catalog.search(words) if words else catalog.entries()
    if options.json:
        terminal.say_json({"professions": [_as_json(entry) for entry in found]})
    elif found:
        rows = [(entry.title, entry.code, labels.category_word(entry.category)) for entry in found]
        terminal.say(terminal.table([(_("Profession"), _("Code"), _("Category")), *rows], indent=""))
    else:
        terminal.say(_("No profession of the catalogue matches “{words}”.").format(words=words))
    return 0


def _as_json(entry: "CatalogEntry") -> dict[str, Any]:
    return {
        "code": entry.code,
        "title": entry.title,
        "feminine": entry.feminine,
        "synonyms": list(entry.synonyms),
        "family": entry.family,
        "category": entry.category.value,
        "rome": list(entry.rome),
        "isco08": list(entry.isco08),
        "isco08_sources": dict(entry.isco08_sources),
        "source": entry.source,
        "tasks": [{"title": title, "validated": title in entry.validated} for title in entry.tasks],
        "skills": [_skill_as_json(skill) for skill in entry.skills],
    }


def _skill_as_json(skill: "CatalogSkill") -> dict[str, Any]:
    return {
        "title": skill.title,
        "description": skill.description,
        "kind": skill.kind.value,
        "criticality": skill.criticality.value,
        "retention": skill.retention.value,
        "source": skill.source,
        "links": [
            {
                "task": link.task,
                "intensity": link.intensity,
                "stage": link.stage.value if link.stage else None,
                "formative": link.formative,
            }
            for link in skill.links
        ],
    }
