"""Where the real official files lie, beside the project; they are read there and never copied into it."""

from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[4] / "shared" / "data"
needs_official_files = pytest.mark.skipif(
    not FOLDER.is_dir(),
    reason="the official files (SAE, ROME, ILO) are not beside the project: bring them to ../shared/data",
)
