"""What is worth knowing of a file as a whole stands apart from the cells that are refused."""

from openpyxl import load_workbook

from impactapp.ui.models.incoming_entries import Sort
from impactapp.ui.models.incoming_model import Column
from tests.ui.incoming.stage import Stage

NEEDS = "Identification et recensement des besoins et attentes des patients et des familles"
HIGH = "D"


def test_a_remark_on_a_file_is_to_be_checked_and_is_no_refused_cell(stage: Stage) -> None:
    path = stage.returned("jour.xlsx", {(NEEDS, HIGH): "Fort"})
    book = load_workbook(path)
    del book["_impactapp"]
    book.save(path)
    stage.drop(path)
    stage.settled()
    assert [entry.sort for entry in stage.entries()] == [Sort.CHANGE, Sort.REMARK, Sort.REMARK]
    remark = stage.entries(Sort.REMARK)[0]
    assert remark.where.startswith("Le fichier ne dit plus ce qu’était l’étude")
    assert (remark.cell.sheet, remark.cell.ref, remark.is_open) == ("", "", False)
    assert stage.headline == "1 différence, 0 acceptée"
    model = stage.page.board.model
    assert "À vérifier" in [str(model.index(row, Column.SORT).data()) for row in range(model.rowCount())]
