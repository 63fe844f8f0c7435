"""What the catalogue holds for a window: shipped professions, one's own, and the titles of a ROME that was brought."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from impactapp import labels
from impactapp.domain.profession import Category, Profession, Task
from impactapp.domain.text import title_key
from impactapp.i18n import _, ngettext
from impactapp.store import catalog, user_catalog
from impactapp.store.catalog_file import CatalogEntry

if TYPE_CHECKING:
    from impactapp.exchange.sources.rome import Rome, RomeTitle

_ROME = "rome:"


@dataclass(frozen=True, slots=True)
class Line:
    """A profession as the list shows it."""

    title: str
    detail: str


class Shelf:
    """Answers by keys: the code of a profession of the catalogue, or that of a title of ROME."""

    def __init__(self, rome: Rome | None, taken: Collection[str]) -> None:
        own = user_catalog.own_catalog()
        self.refused = own.refused
        self.rome = rome
        self.entries: Mapping[str, CatalogEntry] = {entry.code: entry for entry in catalog.everything()}
        self._own = frozenset(entry.code for entry in own.entries)
        self._taken = frozenset(title_key(title) for title in taken)

    @property
    def families(self) -> list[str]:
        """Those of the professions, in the order of the alphabet."""
        return sorted({entry.family for entry in self.entries.values() if entry.family})

    def find(self, words: str, family: str = "", category: Category | None = None, *, own: bool = False) -> list[str]:
        """What answers the words, the catalogue before ROME, which has neither families nor categories."""
        found = [
            entry.code
            for entry in catalog.search(words)
            # one's own may have changed on the disk since they were read
            if entry.code in self.entries
            and (not family or entry.family == family)
            and (category is None or entry.category is category)
            and (not own or entry.code in self._own)
        ]
        if self.rome is not None and words.strip() and not (family or category or own):
            found += [f"{_ROME}{ogr}" for ogr in self.rome.index.find(words)]
        return found

    @property
    def has_own(self) -> bool:
        """Whether there is any profession of the user's own."""
        return bool(self._own)

    def is_own(self, key: str) -> bool:
        """Whether it is one of the user's own."""
        return key in self._own

    def title_of_rome(self, key: str) -> RomeTitle | None:
        """The title of ROME a key is for, ``None`` for a profession of the catalogue."""
        return self.rome.titles.get(key.removeprefix(_ROME)) if self.rome and key.startswith(_ROME) else None

    def statements(self, key: str) -> tuple[str, ...]:
        """What ROME says that people do under a title; nothing for a profession of the catalogue."""
        title = self.title_of_rome(key)
        return self.rome.statements.get(title.code, ()) if title and self.rome else ()

    def line(self, key: str) -> Line:
        """How the list shows it."""
        title = self.title_of_rome(key)
        if title is not None:
            count = len(self.statements(key))
            said = ngettext("{count} statement", "{count} statements", count).format(count=count)
            return self._marked(title.title, [f"ROME {title.code}", said if count else _("no statement")])
        entry = self.entries[key]
        count = len(entry.tasks)
        size = ngettext("{count} activity", "{count} activities", count).format(count=count)
        parts = [entry.family or labels.category_word(entry.category), size]
        line, mine = self._marked(entry.title, parts), _("my catalogue")
        return Line(line.title, f"{mine} · {line.detail}") if key in self._own else line

    def profession(self, key: str, new_id: Callable[[], str], statements: Collection[str] = ()) -> Profession:
        """A profession for a study; of a title of ROME, with the statements that were chosen as its activities."""
        title = self.title_of_rome(key)
        if title is None:
            return catalog.profession(key, new_id)
        kept: dict[str, str] = {}
        for said in self.statements(key):
            if said in statements:
                kept.setdefault(title_key(said), said)
        return Profession(
            new_id(),
            title.title,
            tasks=tuple(Task(new_id(), said) for said in kept.values()),
            rome=(title.code,),
            source=_("ROME, France Travail: title and statements from the file that was brought"),
        )

    def _marked(self, title: str, parts: list[str]) -> Line:
        if title_key(title) in self._taken:
            parts = [_("already in the study"), *parts]
        return Line(title, " · ".join(parts))
