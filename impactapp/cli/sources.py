"""`impactapp sources`: official files, the establishments in them, and the staff of one, into a study when asked to."""

from argparse import ArgumentParser, Namespace
from math import fsum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from impactapp import labels
from impactapp.cli import terminal
from impactapp.cli.command import add_json, misused
from impactapp.domain.edits.staff import set_census
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.staff import Census
from impactapp.i18n import _, ngettext
from impactapp.labels import staff as words

if TYPE_CHECKING:
    from impactapp.exchange.sources.delimited import RefusedLine
    from impactapp.exchange.sources.places import Place
    from impactapp.exchange.sources.sae import Gap, Sae

MOST_SHOWN = 50


def summary() -> str:
    """Its line in the help."""
    return _("official files of the SAE: find an establishment, show its staff, put it in a study")


def arguments(parser: ArgumentParser) -> None:
    """What it takes; a study is changed only with --into."""
    parser.add_argument(
        "files",
        metavar=_("FILES"),
        nargs="+",
        type=Path,
        help=_("files of the SAE of one year: SYGEN, and ID for names"),
    )
    parser.add_argument("--find", metavar=_("WORDS"), help=_("list the establishments by name, town or FINESS number"))
    parser.add_argument("--finess", metavar=_("NUMBER"), help=_("show the staff of the establishment with this number"))
    parser.add_argument("--legal", action="store_true", help=_("the number is that of a legal entity: all of it"))
    parser.add_argument(
        "--into", metavar=_("STUDY"), type=Path, help=_("put this staff in a study, in the place of a former count")
    )
    add_json(parser)


def run(options: Namespace) -> int:
    """Read the files and answer."""
    from impactapp.exchange.sources.sae import read_sae

    if options.finess is None and (options.legal or options.into is not None):
        misused("impactapp sources", _("--legal and --into need --finess"))
    read = read_sae(options.files)
    places = read.search(options.find) if options.find is not None else ()
    census, gaps = (None, ()) if options.finess is None else read.census(options.finess, legal=options.legal)
    if options.into is not None and census is not None:
        _put(census, options.into)
    if options.json:
        terminal.say_json(_as_json(read, places, census, gaps))
    else:
        terminal.say("\n".join(_text(read, options, places, census, gaps)))
    return 0


def _put(census: Census, path: Path) -> None:
    """One edit, as the window makes it; refuses a study that cannot be written."""
    from impactapp.document import Document

    document = Document.open(path)
    try:
        if document.read_only is not None:
            raise EditError(Problem.STUDY_READ_ONLY)
        document.apply(set_census(census))
    finally:
        document.close()


def _text(
    read: "Sae", options: Namespace, places: "tuple[Place, ...]", census: Census | None, gaps: "tuple[Gap, ...]"
) -> list[str]:
    count = len(read.numbers)
    said = ngettext("SAE {year}: {count} establishment.", "SAE {year}: {count} establishments.", count)
    lines = [said.format(year=read.year, count=labels.headcount(count))]
    lines += [terminal.paragraph(_refusal(line), "  ") for line in read.refused]
    if options.find is not None:
        lines += ["", *_found(places)]
    if census is not None:
        lines += ["", *_counted(census, gaps)]
    if options.into is not None:
        lines += ["", _("The count is in the study: {path}").format(path=options.into)]
    return lines


def _found(places: "tuple[Place, ...]") -> list[str]:
    if not places:
        return [_("No establishment answers to this: try another word.")]
    rows = [(_("Establishment"), _("Town"), "FINESS", _("Legal entity"))]
    rows += [(place.name, place.town, place.finess, place.legal) for place in places[:MOST_SHOWN]]
    lines = [terminal.table(rows)]
    more = len(places) - MOST_SHOWN
    if more > 0:
        lines.append(ngettext("and {count} other", "and {count} others", more).format(count=labels.headcount(more)))
    return lines


def _counted(census: Census, gaps: "tuple[Gap, ...]") -> list[str]:
    rows = [(_("Group"), _("Category"), _("Persons"), _("FTE"))]
    rows += [
        (
            line.title,
            labels.category_word(line.category),
            words.staff_number("headcount", line.headcount),
            words.staff_number("fte", line.fte),
        )
        for line in census.lines
    ]
    persons, fte = _totals(census)
    rows.append((_("Total"), "", words.staff_number("headcount", persons), words.staff_number("fte", fte)))
    totals = words.totals_sentence([words.gap_sentence(gap.code, gap.total, gap.parts) for gap in gaps])
    return [terminal.paragraph(words.census_source(census)), terminal.table(rows), terminal.paragraph(totals)]


def _totals(census: Census) -> tuple[float, float]:
    return sum(line.headcount or 0 for line in census.lines), fsum(line.fte or 0.0 for line in census.lines)


def _refusal(line: "RefusedLine") -> str:
    reason = labels.problem_sentences()[line.reason].format(text=line.text)
    return _("{name}, line {line}: {reason}").format(name=line.path.name, line=line.line, reason=reason)


def _as_json(
    read: "Sae", places: "tuple[Place, ...]", census: Census | None, gaps: "tuple[Gap, ...]"
) -> dict[str, Any]:
    return {
        "format": "impactapp/sources",
        "version": 1,
        "source": "sae",
        "year": read.year,
        "establishments": len(read.numbers),
        "refused": [
            {"file": line.path.name, "line": line.line, "code": line.reason.value, "message": _refusal(line)}
            for line in read.refused
        ],
        "found": [
            {"finess": place.finess, "legal": place.legal or None, "name": place.name, "town": place.town}
            for place in places
        ],
        "census": None if census is None else _census(census, gaps),
    }


def _census(census: Census, gaps: "tuple[Gap, ...]") -> dict[str, Any]:
    persons, fte = _totals(census)
    return {
        "source": census.source,
        "year": census.year,
        "place": census.place,
        "code": census.code,
        "groups": [
            {
                "code": line.code,
                "title": line.title,
                "category": line.category.value,
                "headcount": line.headcount,
                "fte": line.fte,
            }
            for line in census.lines
        ],
        "headcount": persons,
        "fte": round(fte, 6),
        "gaps": [{"code": gap.code, "total": gap.total, "sum": gap.parts} for gap in gaps],
    }
