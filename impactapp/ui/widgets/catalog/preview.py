"""A profession of the catalogue beside the list: its names, codes, activities and skills, and whose they are."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidgetItem, QVBoxLayout, QWidget

from impactapp import labels
from impactapp.i18n import _, ngettext
from impactapp.labels import benchmark as benchmark_labels
from impactapp.labels.skill_words import criticality_word, kind_word
from impactapp.store.catalog_file import CatalogEntry, CatalogSkill
from impactapp.ui.catalog_shelf import Shelf
from impactapp.ui.widgets.skills.panel import Said, WordsPanel
from impactapp.ui.widgets.statement_list import StatementList


class CatalogPreview(QWidget):
    """Lines about one profession; of a title of ROME, its statements to tick, which are kept until ``forget``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panel = WordsPanel(_("The profession chosen"))
        # its text is read with the keyboard too
        self.panel.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.statements = StatementList(_("Statements of ROME, to be added as activities"))
        self.statements.itemChanged.connect(self._note)
        self._key = ""
        self._picked: dict[str, dict[str, None]] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.panel, 1)
        column.addWidget(self.statements, 2)
        self.panel.widen(alone=True)
        self.show_key(None, "")

    def picked(self, key: str) -> tuple[str, ...]:
        """The statements that were ticked under a title of ROME."""
        return tuple(self._picked.get(key, ()))

    def forget(self) -> None:
        """Nothing is ticked any more."""
        self._picked.clear()

    def retheme(self) -> None:
        """Take the sizes of the current theme."""
        self.panel.retheme()
        self.panel.widen(alone=True)

    def show_key(self, shelf: Shelf | None, key: str) -> None:
        """Show something of the shelf, or nothing."""
        self._key = key
        self.panel.say(_lines(shelf, key) if shelf and key else [])
        self.panel.verticalScrollBar().setValue(0)
        statements = shelf.statements(key) if shelf and key else ()
        self.statements.setVisible(bool(statements))
        self.statements.show_statements(statements, self.picked(key))

    def _note(self, item: QListWidgetItem) -> None:
        picked = self._picked.setdefault(self._key, {})
        if item.checkState() is Qt.CheckState.Checked:
            picked[item.text()] = None
        else:
            picked.pop(item.text(), None)


def _lines(shelf: Shelf, key: str) -> list[Said]:
    title = shelf.title_of_rome(key)
    if title is None:
        return _of_entry(shelf.entries[key], own=shelf.is_own(key))
    names = title.title if title.feminine == title.title else f"{title.title} / {title.feminine}"
    sheet = shelf.rome.sheets.get(title.code, "") if shelf.rome else ""
    count = len(shelf.statements(key))
    if count:
        words = _("Tick the statements to start from as activities: they are raw, to be reworded in a workshop.")
    else:
        words = _("The files that were brought have no statement for this sheet: the profession comes empty.")
    return [
        Said(names, "section"),
        Said(_("ROME {code}: {sheet}").format(code=title.code, sheet=sheet)),
        Said(
            _("From the ROME file that you brought (France Travail); nothing of it comes with the application."),
            "small",
        ),
        Said(words, "muted"),
    ]


def _of_entry(entry: CatalogEntry, *, own: bool) -> list[Said]:
    names = f"{entry.title} / {entry.feminine}" if entry.feminine not in ("", entry.title) else entry.title
    said = [Said(names, "section")]
    if entry.synonyms:
        said.append(Said(_("Also called: {names}").format(names=", ".join(entry.synonyms)), "muted"))
    said.append(Said(" · ".join(filter(None, (entry.family, labels.category_word(entry.category)))), "muted"))
    said += _code_lines(entry, own=own)
    said.append(Said(_("My catalogue: kept from a study, or received as a file.") if own else "", "", note=own))
    said.append(Said(entry.source, "small" if own else "", note=not own))
    said.append(Said(_counted_tasks(entry), "strong"))
    said += [Said(f"– {title}") for title in entry.tasks]
    if entry.skills:
        count = len(entry.skills)
        said.append(Said(ngettext("{count} skill", "{count} skills", count).format(count=count), "strong"))
    for skill in entry.skills:
        said += _skill_lines(skill)
    return said


def _counted_tasks(entry: CatalogEntry) -> str:
    count = len(entry.tasks)
    return ngettext("{count} activity", "{count} activities", count).format(count=count)


def _code_lines(entry: CatalogEntry, *, own: bool) -> list[Said]:
    """The codes, each with the source that gives it where sources differ."""
    sources = dict(entry.isco08_sources)
    codes = [f"ROME {code}" for code in entry.rome]
    for code in entry.isco08:
        word = benchmark_labels.code_word(code)
        codes.append(_("{code} ({source})").format(code=word, source=sources[code]) if code in sources else word)
    if not codes:
        return [Said(_("Neither a ROME nor an ISCO-08 code: no source gives one."), "small")]
    where = _(
        "ROME codes are those of France Travail; the file SOURCES.md of the catalogue says which source gives each."
    )
    return [Said(" · ".join(codes)), Said("" if own else where, "small")]


def _skill_lines(skill: CatalogSkill) -> list[Said]:
    links = ", ".join(link.task for link in skill.links)
    parts = [kind_word(skill.kind), criticality_word(skill.criticality)]
    return [
        Said(f"– {skill.title} ({', '.join(parts)})"),
        Said(_("practised by: {names}").format(names=links) if links else "", "small"),
    ]
