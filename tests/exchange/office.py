"""LibreOffice as the other program that opens what was exported, and what openpyxl reads of a workbook."""

import subprocess
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.workbook import Workbook


def convert(path: Path, folder: Path, kind: str = "xlsx", infilter: str = "") -> Path:
    """Open a file in LibreOffice, which recalculates it, and save it in a folder; ``infilter`` is how to read it."""
    folder.mkdir(exist_ok=True)
    profile = folder / "profile"
    made = folder / f"{path.stem}.{kind}"
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", kind]
    command += [f"--infilter={infilter}"] if infilter else []
    done = subprocess.run(
        [*command, "--outdir", str(folder), str(path)], capture_output=True, text=True, timeout=120, check=False
    )
    assert made.is_file(), f"LibreOffice opened nothing: {done.stdout} {done.stderr}"
    return made


def recalculated(path: Path, folder: Path) -> Workbook:
    """The workbook as LibreOffice computes it, whatever values were stored."""
    folder.mkdir(exist_ok=True)
    stripped = folder / f"without-{path.name}"
    load_workbook(path).save(stripped)  # openpyxl stores formulas without their values
    out = folder / "recalculated"
    out.mkdir()
    return load_workbook(convert(stripped, out), data_only=True)


def formulas(path: Path) -> dict[tuple[str, str], str]:
    """Every formula of a workbook by sheet and cell."""
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in load_workbook(path)
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str) and cell.data_type == "f"
    }


def value(book: Workbook, sheet: str, cell: str) -> Any:
    """A value; an empty text is as good as no value."""
    found = book[sheet][cell].value
    return None if found == "" else found
