"""`impactapp compare`: what moved between two days of a study, or between two files."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import UTC, date, datetime
from pathlib import Path

from impactapp import labels
from impactapp.cli import terminal
from impactapp.cli.command import add_json, add_study, misused
from impactapp.domain.analysis.checks import Finding
from impactapp.domain.analysis.moments import Comparison, Moment, compared
from impactapp.domain.analysis.movement import Movement, stale_ratings
from impactapp.domain.analysis.results import analyse
from impactapp.domain.study import Study
from impactapp.i18n import _
from impactapp.labels import found as finding_labels
from impactapp.labels import movement as words


def summary() -> str:
    """Its line in the help."""
    return _("what moved between two days of a study, or two files")


def arguments(parser: ArgumentParser) -> None:
    """What it takes."""
    add_study(parser)
    parser.add_argument(
        "other",
        metavar=_("OTHER"),
        type=Path,
        nargs="?",
        help=_("file to compare with, the later one; without it, two days of STUDY by its own log"),
    )
    parser.add_argument(
        "--from",
        dest="first",
        metavar=_("DATE"),
        type=_day,
        help=_("the earlier day, YYYY-MM-DD; else the first known"),
    )
    parser.add_argument(
        "--to", dest="last", metavar=_("DATE"), type=_day, help=_("the later day, YYYY-MM-DD; else what the file holds")
    )
    add_json(parser)


def run(options: Namespace) -> int:
    """Print what moved."""
    found = _of_days(options) if options.other is None else _of_files(options)
    if options.json:
        from impactapp.exchange.comparison_json import comparison_to_json

        terminal.say_json(comparison_to_json(found))
    else:
        terminal.say(comparison_text(found))
    return 0


def comparison_text(found: Comparison) -> str:
    """What moved in words, a block a profession."""
    before, after = found.before.results.study, found.after.results.study
    head = [
        after.title,
        terminal.paragraph(
            _("Before: {before}; after: {after}").format(before=_moment(found.before), after=_moment(found.after))
        ),
    ]
    if said := words.rules_sentence(before, after):
        head.append(terminal.paragraph(said))
    blocks = ["\n".join(head), *(_block(one) for one in found.moved if not one.is_still)]
    if still := sum(one.is_still for one in found.moved):
        blocks.append(words.still_sentence(still))
    if found.stale:
        blocks.append(_stale_text(found.stale, after))
    return "\n\n".join(blocks)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(_("“{text}” is no day: write it as 2026-11-22").format(text=text)) from error


def _of_days(options: Namespace) -> Comparison:
    from impactapp.store.history import two_days

    if options.first is not None and options.last is not None and options.first > options.last:
        misused("impactapp compare", _("--from is after --to"))
    path: Path = options.study
    before, after = two_days(path, options.first, options.last)
    stale = _stale(path, after.study) if options.last is None else ()
    then, now = (Moment(analyse(past.study), path.name, past.day) for past in (before, after))
    return compared(then, now, stale)


def _of_files(options: Namespace) -> Comparison:
    from impactapp.store.reading import read_study

    if options.first is not None or options.last is not None:
        misused("impactapp compare", _("--from and --to are for one file"))
    paths: tuple[Path, Path] = (options.study, options.other)
    before, after = (Moment(analyse(read_study(path)), path.name) for path in paths)
    return compared(before, after, _stale(options.other, after.results.study))


def _stale(path: Path, study: Study) -> tuple[Finding, ...]:
    from impactapp.store.history import rated_at

    return stale_ratings(study, rated_at(path), datetime.now(UTC).date())


def _moment(moment: Moment) -> str:
    return _("“{file}”").format(file=moment.file) if moment.day is None else labels.day(moment.day)


def _block(moved: Movement) -> str:
    rows = [(_("What moved"), _("Then"), _("Now"))]
    rows += [(one.what, one.before, one.after) for one in words.differences(moved)]
    return "\n".join([moved.title, terminal.table(rows)])


def _stale_text(stale: tuple[Finding, ...], study: Study) -> str:
    groups = finding_labels.finding_groups(stale)
    lines = (
        f"{finding_labels.group_where(group, study)} — {finding_labels.group_message(group, study)}" for group in groups
    )
    return "\n".join([_("Ratings to review"), *(terminal.paragraph(line, "  ") for line in lines)])
