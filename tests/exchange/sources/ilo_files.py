"""Small workbooks of the ILO with every trap of the real one."""

from pathlib import Path

from openpyxl import Workbook

HEADER = (
    *("label4d", "ISCO_08", "Title", "taskID", "Task_ISCO", "score_2025"),
    *("mean_score_2023", "mean_score_2025", "SD_2025", "potential25"),
)
CLERK = ("Clerks", 0.5, 0.6, 0.28, "Exposed: Gradient 4")
ROWS = (
    ("3344 - Clerks", "3344", "Clerks", 1, "Checking the doctor\u201a\u00c4\u00f4s letters;", 0.4, *CLERK[1:]),
    ("3344 - Clerks", 3344.0, "Clerks", 2.0, "Filing", "0,8", *CLERK[1:]),
    ("3344 - Clerks", "3344", "Clerks", 3, "nan", 0.35, *CLERK[1:]),
    ("3344 - Clerks", "3344", "Clerks", 4, "Without a score", None, *CLERK[1:]),
    ("0110 - Officers", 110, "Officers", 1, "Commanding", 0.1, 0.2, 0, 0, "Not Exposed"),
    ("Total", "all", "", 1, "Nothing", 0.1, 0.2, 0.1, 0.1, ""),
    (None,) * 10,
)


def ilo_book(folder: Path, *, without: str = "", rows: tuple[tuple[object, ...], ...] = ROWS) -> Path:
    """The workbook, short of a column if told."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    kept = [at for at, name in enumerate(HEADER) if name != without]
    for row in (HEADER, *rows):
        sheet.append([row[at] for at in kept])
    path = folder / "ilo.xlsx"
    book.save(path)
    return path
