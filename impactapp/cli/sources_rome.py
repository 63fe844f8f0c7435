"""The ROME on the command line: titles and sheets found, with what their sheets say that people do."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from impactapp import labels
from impactapp.cli import terminal
from impactapp.cli.sources_sae import MOST_SHOWN
from impactapp.i18n import _, ngettext
from impactapp.labels.sources import rome_line

if TYPE_CHECKING:
    from impactapp.exchange.sources.rome import Rome, RomeTitle

MOST_TOLD = 3  # sheets whose statements are listed


def summary_line(rome: "Rome") -> str:
    """How much was read, and the edition the tree gives itself."""
    said = rome_line(len(rome.titles), len(rome.sheets), len(rome.statements))
    words = _("{told} The file calls itself “{edition}”.")
    return words.format(told=said, edition=rome.edition) if rome.edition else said


def text(rome: "Rome", words: str | None) -> Iterator[str]:
    """What was found, a line after the other."""
    if words is None:
        return
    titles, codes = rome.search(words)
    yield ""
    if not titles and not codes:
        yield _("Nothing in the ROME answers to this: try another word.")
        return
    if titles:
        yield from _listed(titles)
    for code in codes[:MOST_TOLD]:
        yield ""
        yield _("{code}: {title}").format(code=code, title=rome.sheets.get(code, ""))
        said = rome.statements.get(code, ())
        yield from (terminal.paragraph(f"– {one}", "  ") for one in said)
        if not said:
            yield f"  {_('no statement')}"
    more = len(codes) - MOST_TOLD
    if more > 0:
        yield ""
        yield ngettext(
            "and {count} other sheet: search for its code", "and {count} other sheets: search for a code", more
        ).format(count=labels.headcount(more))


def _listed(titles: "tuple[RomeTitle, ...]") -> Iterator[str]:
    rows = [(_("Title"), _("Feminine form"), "ROME", "OGR")]
    rows += [
        (one.title, one.feminine if one.feminine != one.title else "", one.code, one.ogr) for one in titles[:MOST_SHOWN]
    ]
    yield terminal.table(rows)
    more = len(titles) - MOST_SHOWN
    if more > 0:
        yield ngettext("and {count} other", "and {count} others", more).format(count=labels.headcount(more))


def as_json(rome: "Rome", words: str | None) -> dict[str, Any]:
    """What was read and what was found, all of it."""
    titles, codes = rome.search(words) if words is not None else ((), ())
    return {
        "edition": rome.edition,
        "sheets": len(rome.sheets),
        "titles": len(rome.titles),
        "sheets_with_statements": len(rome.statements),
        "found": {
            "titles": [
                {"ogr": one.ogr, "code": one.code, "title": one.title, "feminine": one.feminine} for one in titles
            ],
            "sheets": [
                {"code": code, "title": rome.sheets.get(code, ""), "statements": list(rome.statements.get(code, ()))}
                for code in codes
            ],
        },
    }
