"""`impactapp ballots`: Excel ballots of a sitting, slips of paper to cut, or the facilitator's guide."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path

from impactapp.cli import sittings, terminal
from impactapp.cli.command import add_study, misused
from impactapp.domain.edits.sitting_gates import LARGEST_GROUP
from impactapp.domain.problems import Problem, Refusal
from impactapp.domain.study import Study
from impactapp.domain.workshop import Group, Sitting
from impactapp.i18n import _, ngettext
from impactapp.labels import workshop as workshop_labels

PERSON, GROUP = "person", "group"
EXCEL, PDF = "xlsx", "pdf"

Step = Callable[[int, int], None]


def summary() -> str:
    """Its line in the help."""
    return _("Excel or paper ballots of a sitting, its facilitator’s guide")


def arguments(parser: ArgumentParser) -> None:
    """What it takes."""
    add_study(parser)
    parser.add_argument(
        "--out",
        metavar=_("FOLDER"),
        type=Path,
        required=True,
        help=_("folder to write in, made if need be; for a PDF also the file itself"),
    )
    parser.add_argument(
        "--count", metavar="N", type=int, help=_("how many ballots for each group; without it, one a person")
    )
    parser.add_argument("--group", metavar=_("TITLE"), help=_("group, by its title; all the groups without it"))
    parser.add_argument(
        "--kind",
        choices=(PERSON, GROUP),
        default=PERSON,
        help=_("one ballot a person (the default), or one a group with how many voted each level"),
    )
    parser.add_argument(
        "--format", choices=(EXCEL, PDF), default=EXCEL, help=_("Excel files (the default), or slips of paper to cut")
    )
    parser.add_argument("--guide", action="store_true", help=_("the facilitator’s guide (PDF) instead of ballots"))
    parser.add_argument("--progress", action="store_true", help=_("say how far the ballots are, a line a step"))
    sittings.add_sitting(parser)


def run(options: Namespace) -> int:
    """Write the ballots, or the guide."""
    from impactapp.store.reading import read_study

    if options.guide and (options.count is not None or options.group is not None):
        misused("impactapp ballots", _("--count and --group are for ballots, not for --guide"))
    if options.format == PDF and options.kind == GROUP:
        misused("impactapp ballots", _("slips of paper are for one person: --kind group is for Excel"))
    study = read_study(options.study)
    sitting = sittings.sitting_of(study, options.sitting)
    if options.guide:
        _guide(study, sitting, options.out)
        return 0
    groups = sittings.groups_of(sitting, options.group)
    if options.count is not None and not 1 <= options.count <= LARGEST_GROUP:
        raise Refusal(Problem.BALLOT_COUNT_OUT_OF_RANGE, text=options.count, most=LARGEST_GROUP)
    if options.format == PDF:
        _slips(study, sitting, groups, options)
    else:
        _excel(study, sitting, groups, options)
    return 0


def _excel(study: Study, sitting: Sitting, groups: tuple[Group, ...], options: Namespace) -> None:
    """A file a ballot."""
    from impactapp.exchange.ballots.asked import BallotKind
    from impactapp.exchange.ballots.writing import write_ballots

    kind = BallotKind(options.kind)
    counts = [options.count or (group.size if kind is BallotKind.PERSON else 1) for group in groups]
    folder = _folder(options.out)
    done = 0
    for group, count in zip(groups, counts, strict=True):
        step = _told(done, sum(counts)) if options.progress else None
        write_ballots(study, sitting.id, group.id, new_numbers(count), folder, kind=kind, step=step)
        done += count
        written = ngettext(
            "{group}: {count} ballot written in {folder}", "{group}: {count} ballots written in {folder}", count
        )
        terminal.say(written.format(group=workshop_labels.group_title(group), count=count, folder=folder))


def _slips(study: Study, sitting: Sitting, groups: tuple[Group, ...], options: Namespace) -> None:
    """One PDF for the group asked for, or for all."""
    from impactapp.exchange.pdf.slips import write_slips

    target = _pdf(options.out, _("Ballot slips"))
    chosen = groups[0].id if options.group is not None else None
    write_slips(study, sitting.id, target, group_id=chosen, count=options.count)
    terminal.say(_("File written: {path}").format(path=target))


def _guide(study: Study, sitting: Sitting, out: Path) -> None:
    from impactapp.exchange.pdf.guide import write_guide

    target = _pdf(out, _("Facilitator’s guide"))
    write_guide(study, sitting.id, target)
    terminal.say(_("File written: {path}").format(path=target))


def _told(done: int, total: int) -> Step:
    """Says how far all groups are, from what one of them says."""
    return lambda position, _of: terminal.say(f"{done + position}/{total}")


def new_numbers(count: int) -> list[str]:
    """As many numbers that nothing else bears, and that tell nothing."""
    from secrets import token_hex

    return [token_hex(6) for _number in range(count)]


def _pdf(out: Path, words: str) -> Path:
    """The file asked for, or one with a name of ours in the folder asked for."""
    return out if out.suffix.lower() == ".pdf" else _folder(out) / f"{words}.pdf"


def _folder(path: Path) -> Path:
    """A folder that exists, made in one that does."""
    parent = path.absolute().parent
    if not parent.is_dir():
        raise Refusal(Problem.FOLDER_MISSING, path=parent)
    if path.exists() and not path.is_dir():
        raise Refusal(Problem.FILE_EXISTS, path=path)
    try:
        path.mkdir(exist_ok=True)
    except OSError as error:
        raise Refusal(Problem.FOLDER_READ_ONLY, path=path) from error
    return path
