"""Blocks of links as spreadsheets exchange them: intensities between tabs, read back whole or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from impactapp import labels
from impactapp.domain.edits.skills import LinkAddress
from impactapp.domain.intensities import parse_intensity
from impactapp.domain.problems import Refusal
from impactapp.domain.skill import Stage
from impactapp.i18n import _, ngettext
from impactapp.ui.clipboard import Block, CopiedCell, headings_of, without_headings
from impactapp.ui.models.link_cells import VALIDATED, formative_letter, heading, stage_letter, validated_letter
from impactapp.ui.models.link_model import LinkModel, Place
from impactapp.ui.models.rating_clipboard import PasteError, lines_of_block, shortened


@dataclass(slots=True)
class PastedLinks:
    """What a block says: the intensity of links and their letters, and whether a human validates, by activity."""

    intensities: dict[LinkAddress, int] = field(default_factory=dict)
    letters: dict[LinkAddress, tuple[bool, Stage | None]] = field(default_factory=dict)
    validated: dict[str, bool] = field(default_factory=dict)


def block_of(model: LinkModel, chosen: Sequence[Place]) -> Block:
    """The smallest rectangle around the chosen cells; where there is no link, and what was not chosen, is empty."""
    places = set(chosen)
    columns = sorted({column for _row, column in places})
    rows = sorted({row for row, _column in places})
    return Block(
        tuple(tuple(CopiedCell(_word(model, row, at) if (row, at) in places else "") for at in columns) for row in rows)
    )


def read_block(text: str, model: LinkModel, chosen: Sequence[Place]) -> PastedLinks:
    """What a block says, laid from the first chosen cell on; one value fills all chosen cells.

    Raises ``PasteError`` naming the cell, or what does not fit.
    """
    lines = without_headings(lines_of_block(text), headings_of(model))
    if not lines or not chosen:
        raise PasteError(_("There is nothing to paste: copy figures from 0 to 3 first."))
    if len(lines) == 1 and len(lines[0]) == 1:
        spots = [(row, column, lines[0][0]) for row, column in sorted(chosen)]
    else:
        spots = _laid(lines, model, min(row for row, _at in chosen), min(at for _row, at in chosen))
    pasted = PastedLinks()
    for row, column, word in spots:
        task, skill = model.tasks[row], model.skill_at(column)
        if skill is None:
            pasted.validated[task.id] = _is_ticked(word, model, row)
            continue
        address, (figure, letters) = LinkAddress(skill.id, task.id), _parted(word)
        pasted.intensities[address] = _intensity(figure, model, row, column)
        if letters and pasted.intensities[address]:
            pasted.letters[address] = letters
    return pasted


def _parted(word: str) -> tuple[str, tuple[bool, Stage | None] | None]:
    """The figure of a cell and what its letters say, as our own tables show them; other words stay whole."""
    figure, *letters = word.split() or [""]
    stages = {stage_letter(stage): stage for stage in Stage}
    said = [letter for letter in letters if letter != formative_letter()]
    if not letters or len(said) > 1 or not set(said) <= stages.keys():
        return word, None
    return figure, (formative_letter() in letters, stages[said[0]] if said else None)


def _laid(lines: list[list[str]], model: LinkModel, top: int, left: int) -> list[tuple[int, int, str]]:
    below = top + len(lines) - model.rowCount()
    if below > 0:
        raise PasteError(
            ngettext(
                "The block goes {n} row beyond the last activity: nothing was pasted.",
                "The block goes {n} rows beyond the last activity: nothing was pasted.",
                below,
            ).format(n=below)
        )
    beyond = left + max(len(line) for line in lines) - model.columnCount()
    if beyond > 0:
        raise PasteError(
            ngettext(
                "The block goes {n} column beyond the last skill: nothing was pasted.",
                "The block goes {n} columns beyond the last skill: nothing was pasted.",
                beyond,
            ).format(n=beyond)
        )
    return [(top + down, left + right, word) for down, line in enumerate(lines) for right, word in enumerate(line)]


def _intensity(word: str, model: LinkModel, row: int, column: int) -> int:
    """The figure of a cell."""
    try:
        return parse_intensity(word)
    except Refusal as refusal:
        raise PasteError(
            _("{place}: {reason} Nothing was pasted.").format(
                place=_place(model, row, column), reason=labels.sentence(refusal)
            )
        ) from refusal


def _is_ticked(word: str, model: LinkModel, row: int) -> bool:
    said = word.strip().casefold()
    if said in {"", "0", _("no").casefold()}:
        return False
    if said in {"1", "x", validated_letter().casefold(), _("yes").casefold()}:
        return True
    raise PasteError(
        _("{place}: “{word}” is neither yes nor no. Nothing was pasted.").format(
            place=_place(model, row, VALIDATED), word=shortened(word)
        )
    )


def _place(model: LinkModel, row: int, column: int) -> str:
    return _("Row “{task}”, column “{skill}”").format(
        task=model.tasks[row].title, skill=heading(model.skill_at(column))
    )


def _word(model: LinkModel, row: int, column: int) -> str:
    if column == VALIDATED:
        return validated_letter() if model.tasks[row].human_validates else ""
    link = model.link_at(row, column)
    return str(link.intensity) if link else ""
