"""Where the shipped resources and the user's own folders are."""

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resources() -> Path:
    """Folder of icons, words and templates: inside the installed package, beside it in a checkout."""
    return _shipped("resources")


def job_catalog() -> Path:
    """Folder of the shipped professions, one readable file each."""
    return _shipped("job_catalog")


def user_data() -> Path:
    """The user's local folder (never the roaming profile) for backups, recent files and the demonstration copy."""
    if sys.platform == "win32":
        root = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        root = str(Path.home() / "Library" / "Application Support")
    else:
        root = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(root) / "impactapp"


def _shipped(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name
