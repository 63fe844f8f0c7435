"""What follows from every scenario of the study, derived off the window's thread."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QObject, Signal

from impactapp.domain.analysis.results import Results
from impactapp.domain.analysis.scenarios import ScenarioResult, scenario_result
from impactapp.domain.analysis.sensitivity import Sway, sensitivity
from impactapp.ui import background
from impactapp.ui.session import Session


@dataclass(frozen=True, slots=True)
class Outcome:
    """One scenario: its years, and what weighs most."""

    result: ScenarioResult
    sways: tuple[Sway, ...]


@dataclass(frozen=True, slots=True)
class Outcomes:
    """All of them by the id of their scenario, and the results they follow from."""

    results: Results
    by_id: Mapping[str, Outcome]


class ScenarioWork(QObject):
    """``made(Outcomes)`` follows results that were given; always the newest."""

    made = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._job: background.Job | None = None
        self._known: Outcomes | None = None
        session.changing.connect(self._make_way)

    def follow(self, results: Results) -> None:
        """Derive the scenarios of results, once."""
        if self._known is not None and self._known.results is results:
            self.made.emit(self._known)
            return
        self._make_way()
        self._job = background.run(lambda job: outcomes(results, job.breathe), self._keep, self._fail, self)

    def _make_way(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _keep(self, made: object) -> None:
        assert isinstance(made, Outcomes)
        self._job = None
        self._known = made
        self.made.emit(made)

    def _fail(self, error: BaseException) -> None:
        self._job = None
        self._session.broken.emit(error)


def outcomes(results: Results, step: Callable[[], None]) -> Outcomes:
    """Derive them; ``step`` is called between two scenarios, and what it raises ends the work."""
    made = {}
    for scenario in results.study.scenarios:
        step()
        result = scenario_result(results, scenario)
        step()
        made[scenario.id] = Outcome(result, sensitivity(results, scenario))
    return Outcomes(results, MappingProxyType(made))
