"""What can be answered to each kind of difference, as options side by side."""

from collections.abc import Callable

from impactapp.domain.incoming import Field, Guess, NewRow, Value
from impactapp.i18n import _
from impactapp.labels import incoming as incoming_labels
from impactapp.ui.models.incoming_entries import NOTHING, Belonging, Entry, Shown, Sort, cell_words
from impactapp.ui.models.incoming_model import IncomingModel
from impactapp.ui.widgets.incoming.details import Option


def title_of(entry: Entry) -> str:
    """What a difference is about."""
    return " — ".join(part for part in (entry.where, entry.field) if part)


class Answers:
    """Options that tick the model, or say where a guessed row belongs."""

    def __init__(self, model: IncomingModel, say: Callable[[Guess, Belonging], object]) -> None:
        self._model = model
        self._say = say

    def options(self, entry: Entry, said: Belonging) -> list[Option]:
        """The answers to a line, the one in force chosen."""
        makers: dict[Sort, Callable[[], list[Option]]] = {
            Sort.CHANGE: lambda: self._values(entry),
            Sort.CONFLICT: lambda: self._values(entry),
            Sort.DISAGREEMENT: lambda: self._values(entry),
            Sort.NEW: lambda: self._of_new(entry),
            Sort.MISSING: lambda: self._two(entry, _("Keep it"), _("Remove it")),
            Sort.GUESS: lambda: self._of_guess(entry, said),
            Sort.REMARK: lambda: [Option(_("To check"), NOTHING, cell_words(entry.cell))],
            Sort.REFUSED: lambda: [Option(_("Not read"), NOTHING, cell_words(entry.cell))],
        }
        return makers[entry.sort]()

    def _values(self, entry: Entry) -> list[Option]:
        """The study's value, the one the file was written with where it has moved, and that of each file."""
        versions = self._model.versions(entry)
        kept = not any(self._model.is_accepted(version) for version in versions)
        options = [Option(_("Keep the study’s"), entry.before, "", kept, lambda: self._take(versions, taken=False))]
        if entry.base is not None:
            options.append(Option(_("When the file was written"), entry.base))
        return [*options, *map(self._of_file, versions)]

    def _of_file(self, entry: Entry) -> Option:
        accepted, words = self._model.is_accepted(entry), cell_words(entry.cell)
        return Option(_("Take the file’s"), entry.after, words, accepted, lambda: self._take([entry], taken=True))

    def _of_new(self, entry: Entry) -> list[Option]:
        assert isinstance(entry.item, NewRow)
        said = [f"{incoming_labels.field_word(one.field)} : {_value(one.field, one.value)}" for one in entry.item.said]
        options = self._two(entry, _("Leave it out"), _("Add it"))
        note = "\n".join([*said, cell_words(entry.cell)])
        last = options[-1]
        return [options[0], Option(last.title, Shown(entry.item.title), note, last.is_chosen, last.choose)]

    def _of_guess(self, entry: Entry, said: Belonging) -> list[Option]:
        guess = entry.item
        assert isinstance(guess, Guess)
        note = f"{_('In the file: {title}').format(title=guess.row.title)}\n{cell_words(entry.cell)}"
        found, new = Belonging.HERE, Belonging.NEW
        return [
            self._said(guess, found, said, _("It is this one"), entry.before, entry.field),
            self._said(guess, new, said, _("It is a new one"), entry.after, note),
            self._said(guess, Belonging.UNSAID, said, _("Leave it out for now"), NOTHING, ""),
        ]

    def _said(self, guess: Guess, answer: Belonging, now: Belonging, title: str, value: Shown, note: str) -> Option:
        return Option(title, value, note, now is answer, lambda: self._say(guess, answer))

    def _two(self, entry: Entry, no: str, yes: str) -> list[Option]:
        accepted = self._model.is_accepted(entry)
        return [
            Option(no, entry.before, "", not accepted, lambda: self._take([entry], taken=False)),
            Option(yes, NOTHING, cell_words(entry.cell), accepted, lambda: self._take([entry], taken=True)),
        ]

    def _take(self, entries: list[Entry], *, taken: bool) -> None:
        self._model.accept(entries, taken=taken)


def _value(field: Field, value: Value) -> str:
    return incoming_labels.value_word(field, value)
