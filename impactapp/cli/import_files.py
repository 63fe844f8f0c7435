"""`impactapp import`: what files that come back say, and taking it: workbooks of ours, lists of others, ballots."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from impactapp.cli import import_ballots, import_said, sittings, terminal
from impactapp.cli.command import add_json, add_study, misused
from impactapp.cli.import_sources import Asked, Source, is_for_ballots, read_sources
from impactapp.domain.analysis.comparison import compare, merged
from impactapp.domain.edits.incoming import ids_needed, take
from impactapp.domain.incoming import Cell, Change, Comparison, MissingRow, Place
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.study import Study
from impactapp.i18n import _

if TYPE_CHECKING:
    from impactapp.domain.edits.edit import Edit

DONE, NOTHING_READ, IN_PART = 0, 1, 3


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is taken of what the files say, and whether something of it was left out."""

    changes: tuple[Change, ...]
    removed: tuple[MissingRow, ...]
    left_out: bool


def summary() -> str:
    """Its line in the help."""
    return _("workbooks that come back, lists of activities, ballots: what they say, or taking it")


def arguments(parser: ArgumentParser) -> None:
    """What it takes; nothing is changed unless it is asked for."""
    add_study(parser)
    parser.add_argument(
        "files",
        metavar=_("FILES"),
        nargs="+",
        type=Path,
        help=_("workbooks of this study, lists of activities (.xlsx, .csv, .txt), ballots, or folders that hold them"),
    )
    way = parser.add_mutually_exclusive_group()
    way.add_argument("--dry-run", action="store_true", help=_("only say what would change (the default)"))
    way.add_argument("--apply", action="store_true", help=_("take it in the study, all in one edit"))
    conflict = parser.add_mutually_exclusive_group()
    conflict.add_argument(
        "--take-file",
        action="store_true",
        help=_("where the study changed too since the export, take what the file says"),
    )
    conflict.add_argument(
        "--keep-study", action="store_true", help=_("where the study changed too since the export, keep what it says")
    )
    missing = parser.add_mutually_exclusive_group()
    missing.add_argument(
        "--remove-missing", action="store_true", help=_("remove from the study the rows that are gone from the file")
    )
    missing.add_argument("--keep-missing", action="store_true", help=_("keep the rows that are gone from the file"))
    parser.add_argument(
        "--accept-guesses", action="store_true", help=_("take rows without identifiers for those they are most like")
    )
    parser.add_argument(
        "--by-text", action="store_true", help=_("match by their words the rows of a workbook of another study")
    )
    _add_foreign(parser)
    sittings.add_sitting(parser)
    add_json(parser)
    parser.epilog = terminal.paragraph(_codes())


def _add_foreign(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--profession", metavar=_("TITLE"), help=_("for a list of activities: the profession they are those of")
    )
    parser.add_argument("--sheet", metavar=_("TITLE"), help=_("for a list of activities: the sheet it stands on"))
    parser.add_argument(
        "--columns",
        metavar=_("MAPPING"),
        help=_("for a list of activities: what its columns hold, as “Activity=title,Low=low,High=high”"),
    )


def _codes() -> str:
    return _(
        "Exit codes: 0 everything was read, 1 refused or nothing to read: the study is unchanged, 2 misused, 3 some of "
        "it was left out: cells or ballots that are refused, conflicts, disagreements, missing or unsure rows that no "
        "option decides (the rest is taken with --apply)."
    )


def run(options: Namespace) -> int:
    """Read the files, take what they say when asked to, and report."""
    files = _files(options.files)
    if is_for_ballots(files, options.sitting is not None):
        _refuse_for_ballots(options)
        return import_ballots.run(options)
    study, comparison, chosen, sources = _applied(options, files) if options.apply else _tried(options, files)
    taken = options.apply and not _is_nothing(comparison, chosen)
    if options.json:
        terminal.say_json(import_said.as_json(study, comparison, sources, applied=taken))
    else:
        terminal.say(
            import_said.as_text(study, comparison, sources, chosen.left_out, asked=options.apply, applied=taken)
        )
    if all(source.reading is None for source in sources):
        return NOTHING_READ
    return IN_PART if chosen.left_out else DONE


def _files(given: Sequence[Path]) -> list[Path]:
    """The files, and those of the folders; what Excel leaves beside an open one is none."""
    found: list[Path] = []
    for path in given:
        inside = sorted(one for one in path.glob("*") if one.suffix.lower() in (".xlsx", ".xlsm", ".csv", ".txt"))
        found += [one for one in inside if not one.name.startswith("~$")] if path.is_dir() else [path]
    return found


def _refuse_for_ballots(options: Namespace) -> None:
    ours = (options.take_file, options.keep_study, options.remove_missing, options.accept_guesses, options.by_text)
    if any(ours) or options.profession or options.columns or options.sheet:
        misused("impactapp import", _("these files are ballots: only --apply, --dry-run and --sitting are for them"))


def _tried(options: Namespace, files: Sequence[Path]) -> tuple[Study, Comparison, Chosen, tuple[Source, ...]]:
    """What would happen; a refusal of the whole is raised as it would be."""
    from impactapp.store.reading import read_study

    study = read_study(options.study)
    comparison, sources = _read(options, files, study)
    chosen = _chosen(options, comparison, sources)
    if not _is_nothing(comparison, chosen):
        _edit(comparison, chosen).change(study)
    return study, comparison, chosen, sources


def _applied(options: Namespace, files: Sequence[Path]) -> tuple[Study, Comparison, Chosen, tuple[Source, ...]]:
    """The study is held while the files are read, so that nothing changes in between."""
    from impactapp.document import Document

    document = Document.open(options.study)
    try:
        if document.read_only is not None:
            raise EditError(Problem.STUDY_READ_ONLY)
        before = document.study
        comparison, sources = _read(options, files, before)
        chosen = _chosen(options, comparison, sources)
        if not _is_nothing(comparison, chosen):
            document.apply(_edit(comparison, chosen))
        return before, comparison, chosen, sources
    finally:
        document.close()


def _read(options: Namespace, files: Sequence[Path], study: Study) -> tuple[Comparison, tuple[Source, ...]]:
    """Every file beside the study; one that is refused does not keep the others from being read."""
    asked = Asked(options.by_text, options.profession or "", options.sheet, options.columns)
    sources = read_sources(files, study, asked)
    found = [_compared(study, source, options.accept_guesses) for source in sources if source.reading is not None]
    refused = tuple(one for source in sources for one in source.refused)
    whole = merged(found)
    return import_said.with_refused(whole, refused), sources


def _compared(study: Study, source: Source, accept: bool) -> Comparison:
    from impactapp.exchange.incoming.matching import EXACT, propose

    assert source.reading is not None, "only files that were read are compared"
    guesses = propose(source.reading, study)
    sure = {
        guess.row.cell: guess.place for guess in guesses if accept or (guess.score >= EXACT and not source.is_asked)
    }
    matches: dict[Cell, Place | None] = {**sure}
    return compare(study, source.reading, guesses, matches)


def _chosen(options: Namespace, comparison: Comparison, sources: Sequence[Source]) -> Chosen:
    changes = comparison.changes if options.take_file else comparison.plain
    removed = comparison.missing if options.remove_missing else ()
    undecided = (
        *(() if options.take_file or options.keep_study else comparison.conflicts),
        *(() if options.remove_missing or options.keep_missing else comparison.missing),
    )
    left_out = undecided or comparison.guesses or comparison.disagreements or comparison.refused
    return Chosen(changes, removed, bool(left_out) or any(source.reading is None for source in sources))


def _is_nothing(comparison: Comparison, chosen: Chosen) -> bool:
    return not (chosen.changes or comparison.new or chosen.removed)


def _edit(comparison: Comparison, chosen: Chosen) -> "Edit":
    from uuid import uuid4

    ids = {one: str(uuid4()) for one in ids_needed(comparison.new)}
    return take(chosen.changes, comparison.new, chosen.removed, ids, ", ".join(comparison.sources))
