"""`impactapp rollup`: several studies as one, read one after the other, into a workbook or JSON."""

from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime
from pathlib import Path

from impactapp.cli import terminal
from impactapp.domain.analysis.results import analyse
from impactapp.domain.analysis.rollup import RollUp, place_of, with_study
from impactapp.domain.problems import Problem, Refusal
from impactapp.i18n import _
from impactapp.labels import rollup as rollup_labels


def summary() -> str:
    """Its line in the help."""
    return _("several studies as one: sums, ranges and what is missing")


def arguments(parser: ArgumentParser) -> None:
    """What it takes."""
    parser.add_argument(
        "studies", metavar=_("STUDY"), nargs="+", type=Path, help=_("files of studies (.impact), or folders of them")
    )
    parser.add_argument("--out", metavar=_("FILE"), type=Path, required=True, help=_("file to write: .xlsx or .json"))
    parser.add_argument("--progress", action="store_true", help=_("say how far it is, a line a study"))


def run(options: Namespace) -> int:
    """Read the studies and write the file."""
    target: Path = options.out
    suffix = target.suffix.lower()
    if suffix not in (".xlsx", ".json"):
        raise Refusal(Problem.ROLLUP_FORMAT_UNKNOWN, path=target)
    rolled = _rolled(studies_in(options.studies), told=options.progress)
    if suffix == ".xlsx":
        from impactapp.exchange.rollup.as_workbook import write_rollup_workbook

        write_rollup_workbook(rolled, target, made_at=datetime.now(UTC))
    else:
        from impactapp.exchange.rollup.as_json import write_rollup_json

        write_rollup_json(rolled, target)
    terminal.say(_("File written: {path}").format(path=target))
    if not rolled.has_one_rule:
        terminal.say(rollup_labels.rollup_sentences(rolled)[0])
    return 0


def studies_in(paths: list[Path]) -> list[Path]:
    """The files, those of folders by name; refuses a folder without studies."""
    found: list[Path] = []
    for path in paths:
        inside = sorted(path.glob("*.impact")) if path.is_dir() else [path]
        if not inside:
            raise Refusal(Problem.ROLLUP_WITHOUT_STUDIES, path=path)
        found += inside
    return found


def _rolled(paths: list[Path], *, told: bool) -> RollUp:
    from impactapp.store.reading import read_study

    rolled = RollUp()
    seen: dict[str, Path] = {}
    for position, path in enumerate(paths, 1):
        study = read_study(path)
        if study.id in seen:
            raise Refusal(Problem.ROLLUP_STUDY_TWICE, path=path, title=place_of(study), name=seen[study.id].name)
        seen[study.id] = path
        rolled = with_study(rolled, analyse(study))
        if told:
            terminal.say(f"{position}/{len(paths)}")
    return rolled
