"""`impactapp sources`: official files of any kind, what is found in them, and the staff of an establishment."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from impactapp import labels
from impactapp.cli import sources_ilo, sources_rome, sources_sae, terminal
from impactapp.cli.command import add_json, misused
from impactapp.i18n import _
from impactapp.labels.sources import left_out

if TYPE_CHECKING:
    from impactapp.exchange.sources.delimited import RefusedLine
    from impactapp.exchange.sources.ilo import Ilo
    from impactapp.exchange.sources.rome import Rome

MOST_LEFT_OUT = 20


def summary() -> str:
    """Its line in the help."""
    return _("official files (SAE, ROME, ILO): search them; put the staff of an establishment in a study")


def arguments(parser: ArgumentParser) -> None:
    """What it takes; a study is changed only with --into."""
    parser.add_argument(
        "files",
        metavar=_("FILES"),
        nargs="+",
        type=Path,
        help=_(
            "files of the SAE of one year (SYGEN, and ID for names; a folder or a .zip of them), of the ROME (tree "
            ".xlsx, codes and statements .csv) or of the ILO (.xlsx), recognised by what they hold"
        ),
    )
    parser.add_argument(
        "--find",
        metavar=_("WORDS"),
        help=_(
            "list what answers: establishments by name, town or FINESS number, titles and sheets of the ROME, "
            "occupations and tasks of the ILO"
        ),
    )
    parser.add_argument("--finess", metavar=_("NUMBER"), help=_("show the staff of the establishment with this number"))
    parser.add_argument("--legal", action="store_true", help=_("the number is that of a legal entity: all of it"))
    parser.add_argument(
        "--into", metavar=_("STUDY"), type=Path, help=_("put this staff in a study, in the place of a former count")
    )
    add_json(parser)


def run(options: Namespace) -> int:
    """Read the files and answer."""
    from impactapp.exchange.sources.ilo import read_ilo
    from impactapp.exchange.sources.kinds import brought
    from impactapp.exchange.sources.rome import read_rome

    if options.finess is None and (options.legal or options.into is not None):
        misused("impactapp sources", _("--legal and --into need --finess"))
    files = brought(options.files)
    counted = None
    if files.sae or options.finess is not None:
        counted = sources_sae.count(files.sae, options.find, options.finess, legal=options.legal)
    rome = read_rome(files.rome) if files.rome else None
    # the last one counts, as in the window
    ilo = read_ilo(files.ilo[-1]) if files.ilo else None
    if options.into is not None and counted is not None and counted.census is not None:
        sources_sae.put(counted.census, options.into)
    if options.json:
        terminal.say_json(_as_json(counted, rome, ilo, options.find))
    else:
        terminal.say("\n".join(_text(counted, rome, ilo, options)))
    return 0


def _text(
    counted: "sources_sae.Counted | None", rome: "Rome | None", ilo: "Ilo | None", options: Namespace
) -> Iterator[str]:
    parts = []
    if counted is not None:
        parts.append((sources_sae.summary_line(counted), counted.read.refused, sources_sae.text(counted)))
    if rome is not None:
        parts.append((sources_rome.summary_line(rome), rome.refused, sources_rome.text(rome, options.find)))
    if ilo is not None:
        parts.append((sources_ilo.summary_line(ilo), ilo.refused, sources_ilo.text(ilo, options.find)))
    for number, (line, refused, said) in enumerate(parts):
        if number:
            yield ""
        yield line
        yield from (terminal.paragraph(_refusal(one), "  ") for one in refused[:MOST_LEFT_OUT])
        if len(refused) > MOST_LEFT_OUT:
            yield f"  {left_out(len(refused) - MOST_LEFT_OUT)}"
        yield from said
    if options.into is not None:
        yield ""
        yield _("The count is in the study: {path}").format(path=options.into)


def _refusal(line: "RefusedLine") -> str:
    reason = labels.problem_sentences()[line.reason].format(text=line.text)
    return _("{name}, line {line}: {reason}").format(name=line.path.name, line=line.line, reason=reason)


def _as_json(
    counted: "sources_sae.Counted | None", rome: "Rome | None", ilo: "Ilo | None", words: str | None
) -> dict[str, Any]:
    read = (counted.read if counted else None, rome, ilo)
    refused = [line for one in read if one is not None for line in one.refused]
    return {
        "format": "impactapp/sources",
        "version": 1,
        **sources_sae.as_json(counted),
        "rome": None if rome is None else sources_rome.as_json(rome, words),
        "ilo": None if ilo is None else sources_ilo.as_json(ilo, words),
        "refused": [
            {"file": line.path.name, "line": line.line, "code": line.reason.value, "message": _refusal(line)}
            for line in refused
        ],
    }
