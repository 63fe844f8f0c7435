"""What is dragged over the window: a study to open, or files that come back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from impactapp.ui.opening import SUFFIX

if TYPE_CHECKING:
    from PySide6.QtGui import QDropEvent

# those that cannot be read are refused in a sentence, which a drag that bounces off is not
ARCHIVES = (".zip", ".7z", ".rar")
RETURNED = (".xlsx", ".xlsm", ".xltx", ".xls", ".ods", ".csv", ".tsv", ".txt", *ARCHIVES)


def dropped_study(event: QDropEvent) -> str:
    """The study file that is dragged, empty when it is anything else."""
    return next((path for path in _dropped(event) if path.lower().endswith(SUFFIX)), "")


def dropped_files(event: QDropEvent) -> list[Path]:
    """The workbooks, the tables and the folders that are dragged."""
    paths = [Path(path) for path in _dropped(event) if path]
    return [path for path in paths if path.suffix.lower() in RETURNED or path.is_dir()]


def _dropped(event: QDropEvent) -> list[str]:
    return [url.toLocalFile() for url in event.mimeData().urls()]
