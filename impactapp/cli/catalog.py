"""`impactapp catalog`: the professions, shipped and one's own, searched by words; files of them in and out."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
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
    parser.add_argument("--mine", action="store_true", help=_("only the professions of your own catalogue"))
    actions = parser.add_mutually_exclusive_group()
    actions.add_argument(
        "--import", dest="taken", metavar=_("FILE"), type=Path, help=_("add a catalogue file to your own catalogue")
    )
    actions.add_argument(
        "--export",
        nargs=2,
        metavar=(_("CODE"), _("FILE")),
        help=_("write a profession of your own catalogue to a file for somebody else"),
    )
    add_json(parser)


def run(options: Namespace) -> int:
    """Take a file over, write one, or print what is found."""
    from impactapp.store import user_catalog

    if options.taken is not None:
        entry = user_catalog.take(options.taken)
        terminal.say(_("“{title}” is in your catalogue, code {code}.").format(title=entry.title, code=entry.code))
    elif options.export is not None:
        code, target = options.export
        user_catalog.export(code, Path(target))
        terminal.say(_("File written: {path}").format(path=target))
    else:
        _print_found(" ".join(options.words), mine=options.mine, as_json=options.json)
    return 0


def _print_found(words: str, *, mine: bool, as_json: bool) -> None:
    from impactapp.store import catalog, user_catalog

    for refusal in user_catalog.own_catalog().refused:
        terminal.complain(labels.sentence(refusal))
    found = list(catalog.search(words) if words else catalog.everything())
    own = {entry.code for entry in user_catalog.own_catalog().entries}
    if mine:
        found = [entry for entry in found if entry.code in own]
    if as_json:
        terminal.say_json({"professions": [_as_json(entry, mine=entry.code in own) for entry in found]})
    elif found:
        rows = [(_title(entry, own), entry.code, labels.category_word(entry.category)) for entry in found]
        terminal.say(terminal.table([(_("Profession"), _("Code"), _("Category")), *rows], indent=""))
    elif mine and not words:
        terminal.say(_("Your catalogue is empty: keep a profession of a study as a template, or import a file."))
    else:
        terminal.say(_("No profession of the catalogue matches “{words}”.").format(words=words))


def _title(entry: "CatalogEntry", own: set[str]) -> str:
    return _("{title} (my catalogue)").format(title=entry.title) if entry.code in own else entry.title


def _as_json(entry: "CatalogEntry", *, mine: bool) -> dict[str, Any]:
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
        "mine": mine,
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
