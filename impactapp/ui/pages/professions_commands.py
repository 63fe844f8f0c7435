"""What can be done with the list of professions, each as one undo step."""

from collections.abc import Callable, Sequence
from uuid import uuid4

from impactapp.domain.edits import professions as edits
from impactapp.domain.problems import Refusal
from impactapp.domain.profession import Category, Profession
from impactapp.domain.study import Study
from impactapp.i18n import _
from impactapp.ui.message import Act, Message
from impactapp.ui.pages.tasks_commands import free_title
from impactapp.ui.session import Session


class ProfessionCommands:
    """Edits on the study's professions; a new one is answered by its id, empty when refused (and told)."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add_all(self, professions: Sequence[Profession], then: Callable[[str], object]) -> None:
        """Add professions of the catalogue with their activities, at the end; ``then`` follows, with the first one."""
        things = sum(len(edits.ids_of(profession)) for profession in professions)
        self._session.carry_out(edits.add_professions(professions), things, lambda: then(professions[0].id))

    def keep_as_template(self, profession: Profession) -> None:
        """Keep a profession in the user's own catalogue, and say so; the message takes it back."""
        from impactapp.store import user_catalog

        try:
            kept = user_catalog.keep(profession)
        except Refusal as refusal:
            self._session.tell_refusal(refusal)
            return
        if kept.former:
            words = _("“{title}” replaces the template of that title in your catalogue: activities, skills, no rating.")
        else:
            words = _("“{title}” is in your catalogue: its activities and skills, without ratings nor staff.")
        undo = Act(_("Take it back"), lambda: user_catalog.put_back(kept))
        self._session.told.emit(Message(words.format(title=profession.title), acts=(undo,)))

    def add_empty(self, title: str = "", category: Category = Category.OTHER) -> str:
        """Add a profession without activities, named when a title is given, to be named otherwise."""
        study = self._session.study
        if study is None:
            return ""
        taken = [profession.title for profession in study.professions]
        name = title or _("New profession")
        if not title and name in taken:
            name = free_title(name, taken)
        made = Profession(new_id(), name, category)
        return made.id if self._session.apply(edits.add_profession(made)) else ""

    def duplicate(self, profession: Profession) -> str:
        """Add a copy, with its activities and their ratings, after the original."""
        study = self._session.study
        if study is None:
            return ""
        title = free_title(profession.title, [other.title for other in study.professions])
        made = {known: new_id() for known in edits.ids_of(profession)}
        copied = self._session.apply(edits.duplicate_profession(profession, title, made))
        return made[profession.id] if copied else ""

    def remove(self, profession: Profession) -> bool:
        """Remove a profession with its activities; undo brings it back."""
        return self._session.apply(edits.remove_profession(profession.id, profession.title))

    def move(self, profession: Profession, step: int) -> bool:
        """Move a profession before (-1) or after (1) its neighbour of the same category."""
        study = self._session.study
        position = _neighbour(study, profession, step) if study else -1
        if position < 0:
            return False
        return self._session.apply(edits.move_profession(profession.id, profession.title, position))


def new_id() -> str:
    """An identity that no other study has."""
    return str(uuid4())


def _neighbour(study: Study, profession: Profession, step: int) -> int:
    """Where the neighbour of the same category stands, -1 at the end of the category."""
    own = study.index_of(profession.id)
    places = [place for place, other in enumerate(study.professions) if other.category is profession.category]
    at = places.index(own) + step
    return places[at] if 0 <= at < len(places) else -1
