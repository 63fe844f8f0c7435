"""`impactapp rollup`: several studies as one, read one after the other, into a workbook or JSON."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import product
from pathlib import Path

from impactapp.cli import terminal
from impactapp.domain.analysis.rollup import RollUp, aligned, keys_of
from impactapp.domain.problems import Problem, Refusal
from impactapp.i18n import _
from impactapp.labels import rollup as rollup_labels

MOST_HINTS = 10


def summary() -> str:
    """Its line in the help."""
    return _("several studies as one: sums, ranges and what is missing")


def arguments(parser: ArgumentParser) -> None:
    """What it takes."""
    parser.add_argument(
        "studies", metavar=_("STUDY"), nargs="+", type=Path, help=_("files of studies (.impact), or folders of them")
    )
    parser.add_argument("--out", metavar=_("FILE"), type=Path, required=True, help=_("file to write: .xlsx or .json"))
    parser.add_argument(
        "--same",
        metavar=_("TITLES"),
        action="append",
        default=[],
        help=_("two titles that are one profession, as “Title A=Title B”; once for each pair"),
    )
    parser.add_argument("--progress", action="store_true", help=_("say how far it is, a line a study"))


def run(options: Namespace) -> int:
    """Read the studies and write the file."""
    from impactapp.exchange.rollup.writing import require_target, write_rollup
    from impactapp.store.several import studies_in

    target: Path = options.out
    require_target(target)
    paths = studies_in(options.studies)
    require_target(target, paths)
    found = _rolled(paths, told=options.progress)
    rolled = aligned(found, [pair for text in options.same for pair in confirmed(found, text)])
    write_rollup(rolled, target, paths, made_at=datetime.now(UTC))
    terminal.say(_("File written: {path}").format(path=target))
    if not rolled.has_one_rule:
        terminal.say(rollup_labels.rules_warning())
    _hint(rolled)
    return 0


def confirmed(rolled: RollUp, text: str) -> Iterable[tuple[str, str]]:
    """The pairs of keys that “Title A=Title B” confirms; a title may hold the sign itself."""
    parts = text.split("=")
    if len(parts) < 2:
        raise Refusal(Problem.ROLLUP_SAME_UNCLEAR, text=text)
    for at in range(1, len(parts)):
        ones, others = (keys_of(rolled, "=".join(side)) for side in (parts[:at], parts[at:]))
        if ones and others:
            return product(ones, others)
    raise Refusal(Problem.ROLLUP_TITLE_UNKNOWN, text=text)


def _rolled(paths: list[Path], *, told: bool) -> RollUp:
    from impactapp.store.several import Gathered, with_file

    gathered = Gathered()
    for position, path in enumerate(paths, 1):
        gathered = with_file(gathered, path)
        if told:
            terminal.say(f"{position}/{len(paths)}")
    return gathered.rolled


def _hint(rolled: RollUp) -> None:
    """Name titles that are alike; nothing is taken for the same unless it is confirmed."""
    from impactapp.exchange.rollup.matching import propose

    found = propose(rolled)
    if found:
        terminal.say(_("Perhaps the same profession, to confirm with --same:"))
    for one in found[:MOST_HINTS]:
        titles = (rolled.lines[key].title for key in one.pair)
        terminal.say("  " + '--same "{}={}"'.format(*titles))
    if len(found) > MOST_HINTS:
        terminal.say(_("  and {count} more").format(count=len(found) - MOST_HINTS))
