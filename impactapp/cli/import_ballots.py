"""`impactapp import`: what filled-in ballots say, and counting them when asked to."""

from argparse import Namespace
from typing import TYPE_CHECKING, Any

from impactapp.cli import sittings, terminal
from impactapp.domain.edits.urn import open_urn
from impactapp.domain.edits.votes import cast_ballots
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.study import Study
from impactapp.domain.workshop import Sitting, questions
from impactapp.i18n import _, ngettext
from impactapp.labels import workshop as workshop_labels

if TYPE_CHECKING:
    from impactapp.exchange.ballots.report import BallotReport, FileReport, Remark

DONE, NOTHING_READ, IN_PART = 0, 1, 3


def run(options: Namespace) -> int:
    """Read the ballots, count them when asked to, and report."""
    study, sitting, report = _applied(options) if options.apply else _tried(options)
    if options.json:
        terminal.say_json(_as_json(report, study, sitting, options.apply))
    else:
        terminal.say(_text(report, sitting, options.apply))
    if not report.ballots:
        return NOTHING_READ
    return IN_PART if any(file.refused for file in report.files) else DONE


def _tried(options: Namespace) -> tuple[Study, Sitting, "BallotReport"]:
    """What would happen; a refusal of the whole is raised as it would be."""
    from impactapp.store.reading import read_study

    study = read_study(options.study)
    sitting, report = _read(options, study)
    cast_ballots(sitting, report.ballots).change(study)
    return study, sitting, report


def _applied(options: Namespace) -> tuple[Study, Sitting, "BallotReport"]:
    """The study is held while the ballots are read, so that nothing changes in between."""
    from impactapp.document import Document

    document = Document.open(options.study)
    try:
        if document.read_only is not None:
            raise EditError(Problem.STUDY_READ_ONLY)
        sitting, report = _read(options, document.study)
        if report.ballots:
            document.apply(cast_ballots(sitting, report.ballots))
            document.record(open_urn(sittings.sitting_of(document.study, sitting.id)))
        return document.study, sittings.sitting_of(document.study, sitting.id), report
    finally:
        document.close()


def _read(options: Namespace, study: Study) -> tuple[Sitting, "BallotReport"]:
    from impactapp.exchange.ballots.reading import ballot_files, read_ballots

    sitting = sittings.sitting_of(study, options.sitting)
    return sitting, read_ballots(ballot_files(options.files), study, sitting.id)


def _as_json(report: "BallotReport", study: Study, sitting: Sitting, applied: bool) -> dict[str, Any]:
    return {
        "format": "impactapp/import",
        "version": 1,
        "study": study.title,
        "sitting": sitting.title,
        "applied": applied and bool(report.ballots),
        "read": _answers(report),
        "refused": _refusals(report),
        "files": [
            {
                "file": str(file.path),
                "read": file.read,
                "refused": [_remark_json(remark) for remark in file.refused],
                "remarks": [_remark_json(remark) for remark in file.remarks],
            }
            for file in report.files
        ],
    }


def _remark_json(remark: "Remark") -> dict[str, str | None]:
    return {"cell": remark.cell or None, "reason": remark.reason}


def _text(report: "BallotReport", sitting: Sitting, applied: bool) -> str:
    lines = [line for file in report.files for line in _file(file)]
    read, refused = _answers(report), _refusals(report)
    counted = ngettext("{count} answer read", "{count} answers read", read).format(count=read)
    left = ngettext("{count} refusal", "{count} refusals", refused).format(count=refused)
    lines += ["", _("{sitting}: {read}, {refused}.").format(sitting=sitting.title, read=counted, refused=left)]
    if refused:
        lines.append(terminal.paragraph(_("A ballot with a refusal is left out whole: correct it and give it again.")))
    return "\n".join([*lines, _outcome(report, applied), *_waiting(sitting)])


def _outcome(report: "BallotReport", applied: bool) -> str:
    if not report.ballots:
        return _("Nothing to count: the study is unchanged.")
    if applied:
        return _("The votes were counted in the study.")
    return _("Nothing was changed: add --apply to count these votes.")


def _waiting(sitting: Sitting) -> list[str]:
    """How many votes wait at most on a question: those on one are the same ballots as those on another."""
    waiting = (
        talk.waiting(talk.round, question) for talk in sitting.talks for question in questions(sitting.protocol.scope)
    )
    said = workshop_labels.waiting_sentence(max(waiting, default=0), sitting.protocol.least_shown)
    return [terminal.paragraph(said)] if said else []


def _file(file: "FileReport") -> list[str]:
    read = ngettext("{count} answer read", "{count} answers read", file.read).format(count=file.read)
    if file.refused:
        read = _("left out whole")
    lines = [_("{name}: {value}").format(name=file.path.name, value=read)]
    lines += [_line(remark, _("refused")) for remark in file.refused]
    return lines + [_line(remark, _("read all the same")) for remark in file.remarks]


def _line(remark: "Remark", what: str) -> str:
    place = f"{remark.cell} — " if remark.cell else ""
    return terminal.paragraph(f"{place}{what} — {remark.reason}", "  ")


def _answers(report: "BallotReport") -> int:
    return sum(file.read for file in report.files)


def _refusals(report: "BallotReport") -> int:
    return sum(len(file.refused) for file in report.files)
