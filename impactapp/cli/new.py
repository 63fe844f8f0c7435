"""`impactapp new`: a new study, empty, with professions of the catalogue, or from the JSON of a whole study."""

from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime
from pathlib import Path

from impactapp.cli import terminal
from impactapp.domain.edits.professions import add_profession
from impactapp.domain.edits.studies import set_title
from impactapp.domain.problems import Problem, Refusal
from impactapp.domain.study import Study
from impactapp.i18n import _


def summary() -> str:
    """Its line in the help."""
    return _("a new study: empty, with professions of the catalogue, or from JSON")


def arguments(parser: ArgumentParser) -> None:
    """What it takes."""
    parser.add_argument("out", metavar=_("OUT"), type=Path, help=_("new file to write (.impact)"))
    parser.add_argument(
        "--profession",
        metavar=_("CODE"),
        action="append",
        default=[],
        help=_("profession of the catalogue, by its code; may be repeated"),
    )
    parser.add_argument("--title", metavar=_("TITLE"), help=_("title of the study"))
    parser.add_argument(
        "--from",
        dest="source",
        metavar=_("STUDY.json"),
        type=Path,
        help=_("whole study in JSON, as “export” writes it"),
    )


def run(options: Namespace) -> int:
    """Make the study and write it to a new file."""
    study = _source(options.source)
    if options.title is not None:
        study = set_title(options.title).change(study)
    for code in options.profession:
        study = _with_profession(study, code)
    return created(options.out, study)


def created(path: Path, study: Study) -> int:
    """Write a study to a new file and say where; refuses a file that exists, and a folder that does not."""
    from impactapp.store.study_file import StudyFile

    folder = path.absolute().parent
    if not folder.exists():
        raise Refusal(Problem.FOLDER_MISSING, path=folder)
    StudyFile.create(path, study, datetime.now(UTC)).close()
    terminal.say(_("Study written: {path}").format(path=path))
    return 0


def new_id() -> str:
    """An id that nothing else bears."""
    from uuid import uuid4

    return str(uuid4())


def _source(path: Path | None) -> Study:
    if path is None:
        return Study(new_id(), _("New study"))
    from impactapp.exchange.study_json import read_study_json

    return read_study_json(path)


def _with_profession(study: Study, code: str) -> Study:
    from impactapp.store import catalog

    return add_profession(catalog.profession(code, new_id)).change(study)
