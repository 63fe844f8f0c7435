"""Tables of scenarios that are read: as high as their rows, a few at most, and what their cells say."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from impactapp import labels
from impactapp.domain.analysis.scenarios import ScenarioResult
from impactapp.domain.scenario import Scenario
from impactapp.domain.study import Study
from impactapp.i18n import _
from impactapp.labels import scenario_sways as swayed
from impactapp.labels import scenarios as words
from impactapp.ui import theme
from impactapp.ui.models.words_model import WordsModel, WordsRow
from impactapp.ui.scenario_work import Outcome, Outcomes
from impactapp.ui.widgets.tables.view import TableView

MOST_ROWS = 12


def reading_table(model: WordsModel, wide: int, name: str) -> TableView:
    """A table where nothing is edited."""
    table = TableView(model, wide)
    table.setEditTriggers(TableView.EditTrigger.NoEditTriggers)
    table.setAccessibleName(name)
    keep_fitted(table)
    return table


def keep_fitted(table: TableView, most: int = MOST_ROWS) -> None:
    """Keep a table as high as its rows, up to some; beyond, it scrolls."""
    table.fitted.connect(lambda: fit(table, most))


def fit(table: TableView, most: int = MOST_ROWS) -> None:
    """Give a table the height of its rows."""
    rows = min(table.model().rowCount(), most)
    body = sum(table.rowHeight(row) for row in range(rows))
    bar = table.horizontalScrollBar()
    under = bar.sizeHint().height() if bar.maximum() > 0 else 0
    table.setFixedHeight(body + table.horizontalHeader().sizeHint().height() + under + theme.px(4))


def comparison_model(parent: QObject) -> WordsModel:
    """The scenarios side by side."""
    headings = (_("Scenario"), _("Horizon"), _("Gross, low to high"), _("Net, low to high"), _("Departures (FTE)"))
    return WordsModel((*headings, _("To be set")), (1, 2, 3, 4), parent)


def comparison_rows(study: Study, made: Outcomes | None) -> list[WordsRow]:
    """A row a scenario; dashes until it is derived, and where nothing can be."""
    return [_compared(scenario, made.by_id.get(scenario.id) if made else None, study) for scenario in study.scenarios]


def _compared(scenario: Scenario, made: Outcome | None, study: Study) -> WordsRow:
    unset = words.unset_names(scenario)
    years = words.years_count(scenario.horizon)
    if made is None or not made.result.parts:
        cells = (scenario.title, years, labels.UNKNOWN, labels.UNKNOWN, labels.UNKNOWN, unset)
        return WordsRow(cells, scenario.id, words.headline(made.result) if made else "")
    result, last = made.result, made.result.last
    gross, net = (words.time_range(one, result.fte) for one in (last.gross, last.net))
    cells = (scenario.title, years, gross, net, words.amount(last.departures, result.fte), unset)
    return WordsRow(cells, scenario.id, words.counted_sentence(result, study))


def years_model(parent: QObject) -> WordsModel:
    """One scenario year by year."""
    headings = (_("Year"), _("Adoption"), _("Gross"), _("Human control"), _("Training"), _("Practice for downtime"))
    return WordsModel((*headings, _("Net"), _("Departures")), range(1, 8), parent)


def years_rows(result: ScenarioResult) -> list[WordsRow]:
    """A row a year, in FTE."""
    total = result.fte
    return [
        WordsRow(
            (
                str(year.year),
                labels.percent(year.adopted),
                words.time_figures(year.gross, total),
                words.time_figures(year.control, total),
                words.amount(year.training, total),
                words.amount(year.drills, total),
                words.time_figures(year.net, total),
                words.amount(year.departures, total),
            ),
            str(year.year),
            words.year_words(year, total),
        )
        for year in result.years
    ]


def pairs_model(headings: tuple[str, str], parent: QObject, *, number: bool = False) -> WordsModel:
    """Two columns."""
    return WordsModel(headings, (1,) if number else (), parent)


def left_out_rows(result: ScenarioResult, study: Study) -> list[WordsRow]:
    """The professions that are not counted, with the reason."""
    titles = {one.id: one.title for one in study.professions}
    return [
        WordsRow((titles.get(left.profession_id, ""), words.missing_word(left.why)), left.profession_id)
        for left in result.left_out
    ]


def small_team_rows(result: ScenarioResult, study: Study) -> list[WordsRow]:
    """The teams where nothing can be redeployed, with the most of their time."""
    return [
        WordsRow((words.team_title(team, study), words.minus(labels.fte(team.net_high))), team.profession_id)
        for team in result.small_teams
    ]


def sway_model(parent: QObject) -> WordsModel:
    """What weighs, the most first."""
    headings = (_("Rank"), _("Assumption"), _("What was varied"), _("From"), _("To"), _("Span (FTE × years)"))
    return WordsModel(headings, (0, 3, 4, 5), parent)


def sway_rows(made: Outcome) -> list[WordsRow]:
    """A row an assumption."""
    scenario = made.result.scenario
    return [
        WordsRow(
            (
                str(rank),
                swayed.assumption_word(sway.assumption),
                swayed.assumption_varied(sway.assumption, scenario),
                *(words.amount(one) for one in (sway.least, sway.most, sway.span)),
            ),
            sway.assumption.value,
            swayed.sway_line(rank, sway, scenario),
        )
        for rank, sway in enumerate(made.sways, 1)
    ]


def show_part(heading: QWidget, table: TableView, rows: Sequence[WordsRow]) -> None:
    """Fill a table; without rows neither it nor its heading is there."""
    model = table.model()
    assert isinstance(model, WordsModel)
    model.show_rows(rows)
    heading.setVisible(bool(rows))
    table.setVisible(bool(rows))
    fit(table)
