"""A zip that is written in one pass, file by file, with the checksum of each."""

import shutil
from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

# already packed: a second time costs the time and gains nothing
_PACKED = (".xlsx", ".docx", ".pptx", ".pdf", ".png")
_AT_ONCE = 1 << 20
_READABLE = 0o644 << 16
_ON_UNIX = 3
# what a zip can say of the time of a file
_FIRST_YEAR, _LAST_YEAR = 1980, 2107


class Archive:
    """An open zip. ``add`` has a file made in the working folder, takes it in and lets it go: one at a time is held."""

    def __init__(self, zipped: ZipFile, work: Path, made_at: datetime) -> None:
        self._zip = zipped
        self._work = work
        year = min(max(made_at.year, _FIRST_YEAR), _LAST_YEAR)
        self._when = (year, made_at.month, made_at.day, made_at.hour, made_at.minute, made_at.second)
        self._sums: dict[str, str] = {}

    def add(self, name: str, make: Callable[[Path], object]) -> None:
        """Have one file made under its own name, then take it in."""
        made = self._work / Path(name).name
        try:
            make(made)
            self._take(name, made)
        finally:
            made.unlink(missing_ok=True)

    def add_folder(self, name: str, make: Callable[[Path], object]) -> None:
        """Have some files made in a folder of their own, then take them all in, in the order of their names."""
        folder = self._work / Path(name).name
        folder.mkdir()
        try:
            make(folder)
            for made in sorted(folder.iterdir()):
                self._take(f"{name}/{made.name}", made)
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def add_text(self, name: str, text: str, encoding: str = "utf-8") -> None:
        """Take in a text as it is, ends of lines included."""
        self.add(name, lambda path: path.write_bytes(text.encode(encoding)))

    def sums_list(self) -> str:
        """The checksums so far, as ``sha256sum -c`` reads them."""
        return "".join(f"{found}  {name}\n" for name, found in self._sums.items())

    def _take(self, name: str, made: Path) -> None:
        entry = ZipInfo(name, self._when)
        entry.compress_type = ZIP_STORED if made.suffix.lower() in _PACKED else ZIP_DEFLATED
        entry.external_attr, entry.create_system = _READABLE, _ON_UNIX
        entry.file_size = made.stat().st_size
        found = sha256()
        with made.open("rb") as source, self._zip.open(entry, "w") as kept:
            while part := source.read(_AT_ONCE):
                found.update(part)
                kept.write(part)
        self._sums[name] = found.hexdigest()
