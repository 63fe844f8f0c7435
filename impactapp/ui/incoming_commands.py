"""What the window does with files that come back: ballots go to the workshop, everything else to the returns."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from impactapp.domain.problems import Problem, Refusal
from impactapp.ui import background
from impactapp.ui.dropped_files import Sorted, sort_files

if TYPE_CHECKING:
    from impactapp.ui.main_window import MainWindow
    from impactapp.ui.pages.incoming_page import IncomingPage


class IncomingCommands(QObject):
    """For one window; without a study, only the files of the ROME and of the ILO are of use."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._job: background.Job | None = None

    def ask_files(self) -> None:
        """Choose files that come back."""
        self._page().ask_files()

    def paste(self) -> None:
        """Read the table that was copied elsewhere."""
        self._page().paste()

    def take_files(self, paths: list[Path]) -> None:
        """Look at what was dropped, off the window's thread, and take it to its page; nothing is changed."""
        study = self._window.session.study
        if self._job is not None:
            self._job.cancel()
        work = partial(sort_files, tuple(paths), has_sittings=study is not None and bool(study.sittings))
        self._job = background.run(work, self._lead, self._fail, self)

    def take_official(self, paths: list[Path]) -> None:
        """Read files of the SAE, or let the user choose them; nothing is changed."""
        from impactapp.ui.pages.professions_page import ProfessionsPage

        self._window.go("professions")
        page = self._window.page
        assert isinstance(page, ProfessionsPage)
        page.take_sources(paths)

    def _lead(self, found: object) -> None:
        assert isinstance(found, Sorted)
        self._job = None
        session = self._window.session
        for_a_study = (*found.ballots, *found.others, *found.sae)
        if session.study is not None:
            self._take_in(found)
        elif for_a_study:
            session.tell_refusal(Refusal(Problem.DROPPED_WITHOUT_STUDY, path=for_a_study[0]))
        if found.refusal is not None:
            session.tell_refusal(found.refusal)
        self._take_nomenclatures(found)

    def _take_in(self, found: Sorted) -> None:
        """Take what is for the open study to its page."""
        study = self._window.session.study
        if found.ballots and study is not None and study.sittings:
            self._take_ballots(list(found.ballots))
        elif found.ballots:
            self._window.session.tell_refusal(Refusal(Problem.BALLOT_OTHER_SITTING, path=found.ballots[0]))
        if found.others:
            self._page().take_files(found.others)
        if found.sae:
            self.take_official(list(found.sae))

    def _take_nomenclatures(self, found: Sorted) -> None:
        """Read files of the ROME and of the ILO, and show the panel they are for where nothing else was dropped."""
        from impactapp.ui.official_files import ILO, ROME, official_files

        session = self._window.session
        brought = [(kind, paths) for kind, paths in ((ROME, found.rome), (ILO, found.ilo)) if paths]
        for kind, paths in brought:
            official_files(session).bring(kind, paths)
        if brought and session.profession is not None and not (found.ballots or found.others or found.sae):
            from impactapp.ui.pages.tasks_page import TasksPage

            self._window.go("tasks")
            page = self._window.page
            assert isinstance(page, TasksPage)
            page.official.show_part(brought[0][0])

    def _fail(self, error: BaseException) -> None:
        self._job = None
        if isinstance(error, Refusal):
            self._window.session.tell_refusal(error)
        else:
            self._window.session.broken.emit(error)

    def _take_ballots(self, paths: list[Path]) -> None:
        """Read filled-in ballots on the page of the workshop; nothing is counted yet."""
        from impactapp.ui.pages.workshop_page import WorkshopPage

        self._window.go("workshop")
        page = self._window.page
        assert isinstance(page, WorkshopPage)
        page.take_ballots(paths)

    def _page(self) -> IncomingPage:
        from impactapp.ui.pages.incoming_page import IncomingPage

        self._window.commands.go("incoming")
        page = self._window.page
        assert isinstance(page, IncomingPage)
        return page
