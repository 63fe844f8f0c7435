"""What files say otherwise than a study, as text for a terminal and as JSON for another program."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from enum import IntEnum
from typing import Any

from impactapp.cli import terminal
from impactapp.cli.import_sources import Source
from impactapp.domain.incoming import (
    TITLE_OF,
    Change,
    Comparison,
    Disagreement,
    Field,
    Guess,
    MissingRow,
    NewRow,
    Refused,
    Said,
    Value,
)
from impactapp.domain.level import Level
from impactapp.domain.scenario import Use
from impactapp.domain.study import Study
from impactapp.i18n import _, ngettext
from impactapp.labels import incoming as incoming_labels

_MOST_TOLD = 200


def with_refused(comparison: Comparison, refused: tuple[Refused, ...]) -> Comparison:
    """The comparison with refusals of whole files before those of cells."""
    return replace(comparison, refused=(*refused, *comparison.refused)) if refused else comparison


def as_json(study: Study, comparison: Comparison, sources: Sequence[Source], *, applied: bool) -> dict[str, Any]:
    """The answer, as its schema documents it."""
    said = _Said(study, comparison)
    return {
        "format": "impactapp/import",
        "version": 1,
        "study": study.title,
        "applied": applied,
        "files": [str(source.path) for source in sources],
        "read": comparison.read,
        "unchanged": comparison.unchanged,
        "changes": [said.change(one) for one in comparison.plain],
        "refused": [_refused(one) for one in comparison.refused],
        "remarks": [_refused(one) for source in sources for one in source.remarks],
        "new": [said.new(one) for one in comparison.new],
        "missing": [said.missing(one) for one in comparison.missing],
        "guesses": [said.guess(one) for one in comparison.guesses],
        "conflicts": [{**said.change(one), "base": json_value(one.base)} for one in comparison.conflicts],
        "disagreements": [said.disagreement(one) for one in comparison.disagreements],
    }


def json_value(value: Value) -> Any:
    """A level by its code, a date in ISO form, the rest as it is."""
    if isinstance(value, Level):
        return value.code
    if isinstance(value, IntEnum):
        return int(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [{"title": one.title, "share": one.share} if isinstance(one, Use) else str(one) for one in value]
    return value


class _Said:
    """The parts of the answer; a row that is still to be added is called by its title."""

    def __init__(self, study: Study, comparison: Comparison) -> None:
        self._study = study
        self._titles = {row.place: row.title for row in comparison.new}

    def change(self, one: Change) -> dict[str, Any]:
        return {
            "where": self.where(one),
            "field": one.field.value,
            "before": json_value(one.before),
            "after": json_value(one.after),
            **_cell(one),
        }

    def new(self, one: NewRow) -> dict[str, Any]:
        said = {_name(each): json_value(each.value) for each in one.said}
        return {"kind": one.kind.value, "where": self.row(one), "title": one.title, "says": said, **_cell(one)}

    def missing(self, one: MissingRow) -> dict[str, Any]:
        return {"kind": one.kind.value, "where": self.row(one), "title": one.title, "files": list(one.sources)}

    def guess(self, one: Guess) -> dict[str, Any]:
        row = {"title": one.row.title, "like": one.title, "score": one.score}
        return {"kind": one.row.kind.value, **row, "file": one.row.cell.source, "cell": one.row.cell.ref}

    def disagreement(self, one: Disagreement) -> dict[str, Any]:
        versions = [{"after": json_value(each.after), **_cell(each)} for each in one.versions]
        about = {"where": self.where(one), "field": one.field.value, "before": json_value(one.before)}
        return {**about, "versions": versions}

    def where(self, one: Change | Disagreement) -> str:
        """What a change is about, in words."""
        return incoming_labels.place_words(self._study, one.place, self._titles.get(one.place, ""))

    def row(self, one: NewRow | MissingRow) -> str:
        """The profession of a row, or the unit or the scenario that it is about."""
        planned = incoming_labels.plan_row(self._study, one)
        if planned:
            return planned
        profession = self._study.profession(one.place.profession_id)
        return "" if profession is None else profession.title


def _name(said: Said) -> str:
    return f"{said.field.value}:{said.skill_id}" if said.skill_id else said.field.value


def _cell(one: Change | NewRow) -> dict[str, str]:
    return {"file": one.cell.source, "sheet": one.cell.sheet, "cell": one.cell.ref}


def _refused(one: Refused) -> dict[str, str]:
    reason = incoming_labels.refused_sentence(one)
    return {"file": one.cell.source, "sheet": one.cell.sheet, "cell": one.cell.ref, "reason": reason}


def as_text(
    study: Study, comparison: Comparison, sources: Sequence[Source], left_out: bool, *, asked: bool, applied: bool
) -> str:
    """The answer for a person: what changes, then what is left to decide, then what was not understood."""
    several = len(sources) > 1
    lines = [
        *_section(_("Columns read"), [_column(*one) for source in sources for one in source.columns]),
        *_section(_("To check"), [_left_out(one, several) for source in sources for one in source.remarks]),
        *_section(_("Changes"), [_change(study, one, several) for one in comparison.plain]),
        *_section(_("To add"), [_row(study, one) for one in comparison.new]),
        *_section(
            _("Changed in the study too, since the export (--take-file or --keep-study)"),
            [_change(study, one, several) for one in comparison.conflicts],
        ),
        *_section(
            _("The files disagree (decide in the window, or give one file)"),
            [line for one in comparison.disagreements for line in _disagreement(study, one)],
        ),
        *_section(
            _("No longer in the file (--remove-missing or --keep-missing)"),
            [_row(study, one) for one in comparison.missing],
        ),
        *_section(_("Without its identifier (--accept-guesses)"), [_guess(one) for one in comparison.guesses]),
        *_section(_("Left out"), [_left_out(one, several) for one in comparison.refused]),
    ]
    return "\n".join([*lines, _counts(comparison), _outcome(comparison, left_out, asked=asked, applied=applied)])


def _section(title: str, lines: Sequence[str]) -> list[str]:
    if not lines:
        return []
    told = [terminal.paragraph(line, "  ") for line in lines[:_MOST_TOLD]]
    rest = len(lines) - len(told)
    if rest:
        told.append("  " + ngettext("… and {count} other.", "… and {count} others.", rest).format(count=rest))
    return [title, *told, ""]


def _column(heading: str, field: Field) -> str:
    return _("{heading} → {field}").format(heading=heading, field=incoming_labels.field_word(field))


def _change(study: Study, one: Change, several: bool) -> str:
    values = _("{before} → {after}").format(
        before=_value(study, one.field, one.before), after=_value(study, one.field, one.after)
    )
    about = _("{where} — {field}: {values}").format(
        where=incoming_labels.place_words(study, one.place), field=incoming_labels.field_word(one.field), values=values
    )
    return f"{about} ({_address(one, several)})"


def _disagreement(study: Study, one: Disagreement) -> list[str]:
    about = incoming_labels.place_words(study, one.place)
    said = [f"{_value(study, one.field, each.after)} ({_address(each, True)})" for each in one.versions]
    words = _("{where} — {field}: {values}")
    return [words.format(where=about, field=incoming_labels.field_word(one.field), values=_("; ").join(said))]


def _row(study: Study, one: NewRow | MissingRow) -> str:
    kind = incoming_labels.kind_word(one.kind)
    planned = incoming_labels.plan_row(study, one)
    if planned:
        return _("{name}: {value}").format(name=kind, value=planned)
    profession = study.profession(one.place.profession_id)
    several = f"{profession.title} — " if profession is not None and len(study.professions) > 1 else ""
    return _("{name}: {value}").format(name=kind, value=f"{several}{one.title}")


def _guess(one: Guess) -> str:
    return _("“{title}” is like “{other}” ({score}%): {cell}").format(
        title=one.row.title, other=one.title, score=round(one.score), cell=incoming_labels.cell_words(one.row.cell)
    )


def _left_out(one: Refused, several: bool) -> str:
    address = incoming_labels.cell_words(one.cell)
    file = one.cell.source if several else ""
    return " — ".join(part for part in (file, address, incoming_labels.refused_sentence(one)) if part)


def _value(study: Study, field: Field, value: Value) -> str:
    words = " ".join(incoming_labels.value_word(field, value, study).split())
    is_title = field in TITLE_OF.values()
    return f"« {words} »".replace("« ", "«\u00a0").replace(" »", "\u00a0»") if is_title else words


def _address(one: Change, several: bool) -> str:
    words = incoming_labels.cell_words(one.cell)
    return f"{one.cell.source}, {words}" if several else words


def _counts(comparison: Comparison) -> str:
    read = ngettext("{count} value read", "{count} values read", comparison.read).format(count=comparison.read)
    same = ngettext("{count} unchanged", "{count} unchanged", comparison.unchanged).format(count=comparison.unchanged)
    number = len(comparison.changes)
    changed = ngettext("{count} changed", "{count} changed", number).format(count=number)
    return ", ".join((read, same, changed)) + "."


def _outcome(comparison: Comparison, left_out: bool, *, asked: bool, applied: bool) -> str:
    if applied:
        return _("Taken in the study, but for what is left out.") if left_out else _("Taken in the study.")
    if asked:
        return _("Nothing to take: the study is unchanged.")
    if comparison.is_empty:
        return _("The study says the same.")
    return _("Nothing was changed: add --apply to take it.")
