"""Opening a workbook from anywhere: its size is checked before anything is unpacked, and what it is before it is read.

Every refusal says what the file is, in one sentence; the limits keep memory and time bounded whatever the file.
"""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import NoReturn
from xml.parsers.expat import ExpatError

from impactapp import labels
from impactapp.domain.problems import Problem
from impactapp.exchange.problems import ExchangeError


@dataclass(frozen=True, slots=True)
class Limits:
    """What is read at most: bytes of the file, bytes and parts unpacked, rows, columns and cells with something in,
    merged ranges of a sheet."""

    packed: int = 30_000_000
    unpacked: int = 120_000_000
    parts: int = 2_000
    rows: int = 100_000
    columns: int = 1_000
    cells: int = 1_500_000
    merged: int = 20_000


LIMITS = Limits()
MEGABYTE = 1_000_000
_OLD_OR_ENCRYPTED = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK"
_WORKBOOK = "xl/workbook.xml"
_OTHER_FORMATS = ("mimetype", "xl/workbook.bin", "content.xml")
_BINARY = frozenset(range(32)) - {9, 10, 12, 13}
# what a part that is not what it should be makes the libraries say
DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OverflowError, ExpatError, LookupError, UnicodeError),
    *(ValueError, TypeError, AttributeError, ArithmeticError),
)


@dataclass(frozen=True, slots=True)
class Archive:
    """An open workbook; ``parts`` are read one at a time."""

    path: Path
    parts: zipfile.ZipFile
    limits: Limits

    def has(self, name: str) -> bool:
        """Whether it has a part."""
        return name in self.parts.NameToInfo

    def names(self) -> list[str]:
        """The names of its parts."""
        return self.parts.namelist()

    def too_large(self) -> NoReturn:
        """Refuse it for what it holds."""
        raise too_large(self.path, self.limits)


@contextmanager
def opened(path: Path, limits: Limits = LIMITS) -> Iterator[Archive]:
    """A workbook to read the parts of; raises ``ExchangeError`` where it is missing, protected, too large or none.

    Damage found while reading, inside the block, is refused in the same way.
    """
    packed = packed_bytes(path, limits)
    _refuse_other_kinds(packed, path)
    try:
        with zipfile.ZipFile(BytesIO(packed)) as parts:
            listed = parts.infolist()
            if len(listed) > limits.parts or sum(part.file_size for part in listed) > limits.unpacked:
                raise too_large(path, limits)
            if _WORKBOOK not in parts.NameToInfo:
                other = any(name in parts.NameToInfo for name in _OTHER_FORMATS)
                raise ExchangeError(Problem.WORKBOOK_OTHER_FORMAT if other else Problem.WORKBOOK_NONE, path=path)
            if any(part.flag_bits & 1 for part in listed):
                raise ExchangeError(Problem.WORKBOOK_PROTECTED, path=path)
            yield Archive(path, parts, limits)
    except (NotImplementedError, RecursionError) as error:
        raise ExchangeError(Problem.WORKBOOK_DAMAGED, path=path) from error
    except DAMAGE as error:
        raise ExchangeError(Problem.WORKBOOK_DAMAGED, path=path) from error


def too_large(path: Path, limits: Limits = LIMITS) -> ExchangeError:
    """The refusal of what is over the limits, which it names."""
    numbers = {"rows": labels.headcount(limits.rows), "columns": labels.headcount(limits.columns)}
    size = {"packed": limits.packed // MEGABYTE, "unpacked": limits.unpacked // MEGABYTE}
    return ExchangeError(Problem.WORKBOOK_TOO_LARGE, path=path, **numbers, **size)


def packed_bytes(path: Path, limits: Limits = LIMITS) -> bytes:
    """The bytes of a file, never more than the limit; what the disk says is refused in a sentence."""
    try:
        with path.open("rb") as file:
            packed = file.read(limits.packed + 1)
    except FileNotFoundError as error:
        raise ExchangeError(Problem.FILE_MISSING, path=path) from error
    except PermissionError as error:
        # Excel, say, holds it; Windows answers the same for a folder
        problem = Problem.TARGET_OPEN_ELSEWHERE if path.is_file() else Problem.WORKBOOK_DAMAGED
        raise ExchangeError(problem, path=path) from error
    except (OSError, ValueError) as error:
        raise ExchangeError(Problem.WORKBOOK_DAMAGED, path=path) from error
    if len(packed) > limits.packed:
        raise too_large(path, limits)
    return packed


def _refuse_other_kinds(packed: bytes, path: Path) -> None:
    if packed.startswith(_OLD_OR_ENCRYPTED):
        raise ExchangeError(
            Problem.WORKBOOK_PROTECTED if _ENCRYPTED in packed else Problem.WORKBOOK_OLD_FORMAT, path=path
        )
    if packed.startswith(_ZIP):
        return
    beginning = packed[:4096]
    is_text = bool(beginning.strip()) and not _BINARY.intersection(beginning)
    raise ExchangeError(Problem.WORKBOOK_IS_TEXT if is_text else Problem.WORKBOOK_DAMAGED, path=path)
