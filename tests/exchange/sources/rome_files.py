"""Small files of ROME with every trap of the real ones."""

from pathlib import Path

from openpyxl import Workbook

TREE = (
    (" ", " ", " ", " ", "Code OGR"),
    ("A", " ", " ", "Mer et vigie", " "),
    ("A", "11", " ", "Vigies", " "),
    ("A", "11", "01", "Agent / Agente de vigie", "6"),
    ("A", "11", "01", "Agent / Agente de vigie", "477597.0"),
    ("A", 11, 1, "Barreur / Barreuse", 38874.0),
    ("A", "11", "02", "Secrétaire médical / médicale de bord", "7"),
    ("A", "11", "02", "Secrétaire médical / médicale", "11987"),
    ("A", "11", "02", "Mousse", 404030),
    ("Z", "11", "02", "Hors du ROME", "8"),
    (None, None, None, None, None),
)
LISTED = """\
code_rome,libelle_rome,code_ogr,libelle
A1101,Vigie,100001,"Monter au mât, de jour"
A1101,Vigie,100002,Tenir la barre
A1101,Vigie,100002,Tenir la barre
A1102,Secrétariat de bord,100003,Tenir le livre de bord
A11,Vigie,100004,Sans code
A1102,Secrétariat de bord,100005
"""


def tree(folder: Path, rows: tuple[tuple[object, ...], ...] = TREE) -> Path:
    """The workbook, whose first sheet defines the columns."""
    book = Workbook()
    definition = book.active
    assert definition is not None
    definition.title = "Définition"
    definition.append(["Code OGR : Code interne correspondant aux appellations "])
    sheet = book.create_sheet("Arbo Principale 18-09-2025")
    for row in rows:
        sheet.append(row)
    path = folder / "rome.xlsx"
    book.save(path)
    return path


def listed(folder: Path, text: str = LISTED) -> Path:
    """The statements."""
    path = folder / "enonces.csv"
    path.write_text(text, encoding="utf-8")
    return path
