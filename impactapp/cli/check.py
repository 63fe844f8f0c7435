"""`impactapp check`: whether the file of a study is sound, then what the method finds in the study."""

from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from typing import Any

from impactapp import labels
from impactapp.cli import terminal
from impactapp.cli.command import add_json, add_study
from impactapp.cli.refusals import sentence
from impactapp.domain.analysis.checks import Finding
from impactapp.domain.analysis.movement import stale_ratings
from impactapp.domain.analysis.results import analyse
from impactapp.domain.problems import Problem, Refusal
from impactapp.domain.study import Study
from impactapp.i18n import _
from impactapp.labels import found as finding_labels


def summary() -> str:
    """Its line in the help."""
    return _("soundness of the file, then findings of the method")


def arguments(parser: ArgumentParser) -> None:
    """What it takes."""
    add_study(parser)
    add_json(parser)


def run(options: Namespace) -> int:
    """Print what is found; refuses with one sentence, after the list, a file that is not sound."""
    problems, study = _read(options.study)
    findings = () if study is None else (*analyse(study).findings, *_stale(options.study, study))
    if options.json:
        terminal.say_json(_as_json(problems, findings, study))
    else:
        terminal.say(_text(problems, findings, study))
    if problems:
        raise Refusal(Problem.FILE_DAMAGED, path=options.study)
    return 0


def _read(path: Path) -> tuple[list[str], Study | None]:
    """What is unsound in the file, and its study where it can be read; refuses a file that is no study."""
    from impactapp.store.reading import read_study
    from impactapp.store.soundness import check_file, flaw_sentence

    study = None
    problems: list[str] = []
    try:
        study = read_study(path)
    except Refusal as refusal:
        if refusal.problem is not Problem.FILE_DAMAGED:
            raise
        problems.append(sentence(refusal))
    return [flaw_sentence(flaw) for flaw in check_file(path)] or problems, study


def _stale(path: Path, study: Study) -> tuple[Finding, ...]:
    """The maturities that have aged, by the log; none where it cannot be read."""
    from impactapp.store.history import rated_at

    try:
        return stale_ratings(study, rated_at(path), datetime.now(UTC).date())
    except Refusal:
        return ()


def _as_json(problems: list[str], findings: tuple[Finding, ...], study: Study | None) -> dict[str, Any]:
    return {
        "format": "impactapp/check",
        "version": 1,
        "sound": not problems,
        "problems": problems,
        "findings": [_finding_json(finding, study) for finding in findings if study is not None],
    }


def _finding_json(finding: Finding, study: Study) -> dict[str, str]:
    return {
        "code": finding.code.value,
        "severity": finding.severity.value,
        "where": finding_labels.finding_where(finding, study),
        "message": finding_labels.finding_message(finding, study),
    }


def _text(problems: list[str], findings: tuple[Finding, ...], study: Study | None) -> str:
    lines = [_("The file is not sound:"), *(f"  {problem}" for problem in problems)] if problems else []
    if study is None:
        return "\n".join(lines)
    if not problems:
        lines.append(_("The file is sound."))
    for severity, same in groupby(finding_labels.finding_groups(findings), lambda group: group.severity):
        found = list(same)
        title = _("{severity} ({count})").format(severity=labels.severity_word(severity), count=len(found))
        lines += ["", title, *(_line(group, study) for group in found)]
    return "\n".join(lines if findings else [*lines, _("No finding.")])


def _line(group: finding_labels.FindingGroup, study: Study) -> str:
    where, message = finding_labels.group_where(group, study), finding_labels.group_message(group, study)
    return terminal.paragraph(f"{where} — {message}", "  ")
