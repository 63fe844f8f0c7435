"""What is seen of skills in every theme and at every zoom, and what is said once only."""

from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from impactapp.labels import skills as skill_labels
from impactapp.ui import theme
from impactapp.ui.models.link_cells import FIRST_SKILL
from impactapp.ui.models.skill_columns import SkillColumn
from tests import builders
from tests.ui.results.stage import plain, wait_until
from tests.ui.skills.stage import MakeStage, Stage, turns


def room_for_words(stage: Stage) -> int:
    """The width left to the words of the column of the rated basis."""
    view = stage.page.list.board.view
    option = QStyleOptionViewItem()
    view.initViewItemOption(option)
    index = view.model().index(0, SkillColumn.BASIS)
    option.rect = view.visualRect(index)
    delegate = view.itemDelegateForIndex(index)
    assert isinstance(delegate, QStyledItemDelegate)
    delegate.initStyleOption(option, index)
    return view.style().subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, view).width()


def test_every_intensity_is_written_in_high_contrast(made: MakeStage) -> None:
    theme.signals().choose(theme.Scheme.HIGH_CONTRAST, 1.0)
    stage = made(builders.skilled())
    stage.open_links()
    turns()
    table = stage.page.links.table
    strong = [
        stage.page.links.model.index(row, FIRST_SKILL)
        for row in range(stage.page.links.model.rowCount())
        if str(stage.page.links.model.index(row, FIRST_SKILL).data()).startswith("3")
    ]
    assert strong
    for index in strong:
        table.scrollTo(index)
        cell = table.visualRect(index)
        picture = table.viewport().grab(cell).toImage()
        inside = range(cell.width() // 3, 2 * cell.width() // 3)
        middle = range(cell.height() // 3, 2 * cell.height() // 3)
        lights = {picture.pixelColor(x, y).lightness() for x in inside for y in middle}
        assert max(lights) - min(lights) > 150


def test_words_keep_their_room_after_a_zoom_and_back(made: MakeStage) -> None:
    stage = made(builders.skilled())
    before = room_for_words(stage)
    theme.signals().choose(theme.Scheme.LIGHT, 2.0)
    turns()
    theme.signals().choose(theme.Scheme.LIGHT, 1.0)
    turns()
    assert room_for_words(stage) == before


def test_the_limits_above_a_figure_are_not_printed_under_it_again(made: MakeStage) -> None:
    stage = made(builders.skilled())
    stage.page.tabs.choose("exposure")
    exposure, limit = stage.page.exposure, skill_labels.model_limits()[0]
    wait_until(lambda: bool(exposure.charts.view.words))
    assert limit in exposure.limits.text()
    assert limit not in exposure.charts.view.words
    exposure.charts.words_button.click()
    assert plain(limit) in plain(exposure.charts.words.toPlainText())


def test_the_parts_of_the_page_are_not_told_as_charts(made: MakeStage) -> None:
    stage = made(builders.skilled())
    assert stage.page.tabs.bar.accessibleName() == "Partie de la page"
    assert stage.page.exposure.charts.tabs.bar.accessibleName() == "Graphiques"
