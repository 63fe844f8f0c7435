"""Beside the activities, what official files say: statements of ROME to add, tasks of the ILO to read."""

from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from impactapp.domain.edits.tasks import add_tasks
from impactapp.domain.profession import Profession, Task
from impactapp.domain.text import title_key
from impactapp.exchange.sources.ilo import IloGroup
from impactapp.i18n import _, ngettext
from impactapp.labels import benchmark as words_of
from impactapp.ui import theme
from impactapp.ui.official_files import ILO, ROME, official_files
from impactapp.ui.session import Session
from impactapp.ui.widgets import text
from impactapp.ui.widgets.charts.tabs import ChartTabs
from impactapp.ui.widgets.skills.panel import Said, WordsPanel
from impactapp.ui.widgets.statement_list import StatementList

WIDTH = 400


class OfficialTasks(QFrame):
    """Two parts: ROME, whose ticked statements become activities as one edit, and the ILO, for information only."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._files = official_files(session)
        self.setProperty("role", "side")
        self.tabs = ChartTabs([(ROME, "ROME"), (ILO, _("ILO"))], called=_("Official file"))
        self.statements = StatementList(_("Statements of ROME, to be added as activities"))
        self.panel = WordsPanel(_("Tasks of the ILO, for information"))
        self.panel.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.panel.widen(alone=True)
        self.words = text.label("", "muted", wrap=True)
        self.add_button = text.button("", self.add, "primary")
        self.bring_button = text.button("", self.ask)
        self.kept = text.ElidedLabel("", "small")
        self.forget_button = text.button("", self.forget, "link")
        self._lay_out()
        self.statements.itemChanged.connect(lambda _item: self._name_button())
        self.tabs.chosen.connect(lambda _part: self._choose_part())
        self._files.changed.connect(self.refresh)
        self._files.busy_changed.connect(lambda _busy: self._name_bring())
        self.hide()

    def toggle(self) -> None:
        """Show the panel, or give its room back to the table."""
        self.setVisible(self.isHidden())
        self._choose_part()
        if not self.isHidden():
            free = self.tabs.bar if self._files.is_busy else self.bring_button
            (self.statements if self.statements.count() else free).setFocus()

    def fit(self, most: int) -> None:
        """Take the width the panel wants, or at most some pixels."""
        self.setFixedWidth(min(theme.px(WIDTH), most))

    def refresh(self) -> None:
        """Show what the files say of the chosen profession."""
        if self.isHidden():
            return
        self._name_bring()
        profession = self._session.profession
        if profession is None:
            for widget in (self.statements, self.add_button, self.panel):
                widget.hide()
            self.words.setText(_("Choose a profession first: its codes say what of these files is about it."))
            return
        is_rome = self.tabs.current == ROME
        self.statements.setVisible(is_rome and self._files.rome is not None)
        self.add_button.setVisible(is_rome and self._files.rome is not None)
        self._show_rome(profession)
        self._show_ilo(profession)
        self.panel.setVisible(not is_rome and bool(self.panel.words))
        self.words.setText(self._rome_words(profession) if is_rome else self._ilo_words(profession))

    def add(self) -> None:
        """Add the ticked statements as activities."""
        profession, chosen = self._session.profession, self.statements.ticked()
        if profession is not None and chosen:
            self._session.apply(add_tasks(profession.id, [Task(str(uuid4()), title) for title in chosen]))
            self.refresh()

    def show_part(self, part: str) -> None:
        """Open the panel on one of its parts."""
        self.tabs.choose(part)
        self.show()
        self._choose_part()

    def ask(self) -> None:
        """Let the user choose the files of the part that is shown."""
        self._files.ask(self.tabs.current, self.window())

    def bring(self, paths: list[Path]) -> None:
        """Have files read for the part that is shown."""
        self._files.bring(self.tabs.current, paths)

    def forget(self) -> None:
        """Forget the files of the part that is shown."""
        self._files.forget(self.tabs.current)
        self.bring_button.setFocus()

    # ------------------------------------------------------------------ parts
    def _show_rome(self, profession: Profession) -> None:
        rome, held = self._files.rome, set(self.statements.ticked())
        here = {title_key(task.title) for task in profession.tasks}
        said = dict.fromkeys(one for code in profession.rome for one in (rome.statements.get(code, ()) if rome else ()))
        self.statements.show_statements([words for words in said if title_key(words) not in here], held)
        self._name_button()

    def _rome_words(self, profession: Profession) -> str:
        codes = ", ".join(profession.rome)
        if self._files.rome is None:
            return _("Bring the ROME files of France Travail: their statements can be ticked here as activities.")
        if not codes:
            return _("This profession has no ROME code: those of the catalogue have one where a source gives it.")
        if not self.statements.count():
            return _("The files have no other statement for {codes}.").format(codes=codes)
        return _("Statements of ROME {codes}, raw: tick those to add, then reword them in a workshop.").format(
            codes=codes
        )

    def _show_ilo(self, profession: Profession) -> None:
        ilo = self._files.ilo
        groups = [ilo.groups[code] for code in profession.isco08 if code in ilo.groups] if ilo else []
        said = [line for group in groups for line in _of_group(group)]
        if said:
            said += [
                Said(words_of.scope_sentence(), "small"),
                *(Said(one, "small") for one in words_of.credit_lines()[:2]),
            ]
        self.panel.say(said)

    def _ilo_words(self, profession: Profession) -> str:
        if self._files.ilo is None:
            return _(
                "Bring the workbook of the ILO: the tasks of the profession’s ISCO-08 code and their scores show here."
            )
        if not profession.isco08:
            return words_of.absent_sentence(profession)
        if not self.panel.words:
            return _("The file has no task for {codes}.").format(codes=", ".join(profession.isco08))
        return _("For information, in the file’s own words: nothing here enters the rating.")

    def _choose_part(self) -> None:
        self.refresh()
        if not self.isHidden():
            self._files.recall(self.tabs.current)

    def _name_button(self) -> None:
        count = len(self.statements.ticked())
        words = ngettext("Add {count} activity", "Add {count} activities", count).format(count=count)
        self.add_button.setText(words if count else _("Add"))
        self.add_button.setEnabled(count > 0 and self._session.is_writable)

    def _name_bring(self) -> None:
        busy = self._files.is_busy
        ours = _("ROME files…") if self.tabs.current == ROME else _("ILO file…")
        self.bring_button.setText(_("Reading the files…") if busy else ours)
        if busy and self.bring_button.hasFocus():
            # a button that is disabled sends the focus out of the panel
            self.tabs.bar.setFocus()
        self.bring_button.setEnabled(not busy)
        kept = self._files.kept(self.tabs.current)
        names = ", ".join(path.name for path in kept)
        self.kept.setText(f"{names} · {kept[0].parent}" if kept else "")
        self.kept.setVisible(bool(kept))
        self.forget_button.setVisible(bool(kept))
        self.forget_button.setText(ngettext("Forget this file", "Forget these files", max(1, len(kept))))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(12))
        column.setSpacing(theme.px(8))
        head = QHBoxLayout()
        head.addWidget(text.label(_("Official files"), "strong"), 1)
        head.addWidget(text.button(_("Close"), self.hide, "link"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.bring_button)
        buttons.addStretch()
        column.addLayout(head)
        column.addWidget(self.tabs)
        column.addWidget(self.words)
        column.addWidget(self.statements, 1)
        column.addWidget(self.panel, 1)
        column.addLayout(buttons)
        remembered = QHBoxLayout()
        remembered.addWidget(self.kept, 1)
        remembered.addWidget(self.forget_button)
        column.addLayout(remembered)
        column.addStretch()


def _of_group(group: IloGroup) -> list[Said]:
    figures = _("mean {mean}, standard deviation {deviation}, class: {exposure}; mean of 2023: {before}").format(
        mean=words_of.score(group.mean),
        deviation=words_of.score(group.deviation),
        exposure=words_of.class_word(group.exposure) if group.exposure else "–",
        before=words_of.score(group.mean_2023),
    )
    title = _("{code}: {title}").format(code=words_of.code_word(group.isco08), title=group.title)
    tasks = [Said(f"{words_of.score(task.score)} — {task.text}") for task in group.tasks]
    return [Said(title, "strong"), Said(figures, "muted"), *tasks]
