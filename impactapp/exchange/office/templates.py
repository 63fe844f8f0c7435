"""A hospital's own template, read with the suspicion that a file from anywhere deserves.

Sizes are checked before anything is unpacked, and every part is unpacked once in small pieces, which finds damage too.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from impactapp.domain.problems import Problem
from impactapp.exchange.office.house import Form
from impactapp.exchange.problems import ExchangeError

LARGEST_FILE = 30_000_000
LARGEST_UNPACKED = 150_000_000
LARGEST_PART = 40_000_000
MOST_PARTS = 3_000

_PIECE = 65_536
_OLD_OR_ENCRYPTED = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_TYPES = "[Content_Types].xml"
_MAIN = {Form.WORD: b"wordprocessingml.document.main+xml", Form.SLIDES: b"presentationml.presentation.main+xml"}
# what Word and PowerPoint save as a template (.dotx, .potx) is the same file under another name
_TEMPLATE = {Form.WORD: b"wordprocessingml.template.main+xml", Form.SLIDES: b"presentationml.template.main+xml"}
# what a part that is not what it should be makes the libraries say; lxml's syntax error is a SyntaxError
_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OverflowError, RecursionError, SyntaxError),
    *(KeyError, IndexError, ValueError, TypeError, AttributeError, AssertionError),
)


def template_package(path: Path, form: Form) -> bytes:
    """A template ready to be opened as a document, whether it was saved as one or as a template.

    Raises ``ExchangeError`` where it is missing, old, protected, damaged, too large, has macros or is something else.
    """
    packed = _packed(path)
    if packed.startswith(_OLD_OR_ENCRYPTED):
        protected = _ENCRYPTED in packed
        raise ExchangeError(Problem.OFFICE_TEMPLATE_PROTECTED if protected else Problem.OFFICE_TEMPLATE_OLD, path=path)
    with reading(path), zipfile.ZipFile(io.BytesIO(packed)) as parts:
        types = _checked(parts, path, form)
        return packed if types is None else _with_types(parts, types)


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Say in one sentence that a template is damaged, whatever the libraries say of it."""
    from docx.opc.exceptions import OpcError
    from pptx.exc import PythonPptxError

    try:
        yield
    except RuntimeError as error:
        # a part of the archive wants a password; everything else that is raised here is damage
        damaged = isinstance(error, NotImplementedError | RecursionError)
        raise ExchangeError(
            Problem.OFFICE_TEMPLATE_DAMAGED if damaged else Problem.OFFICE_TEMPLATE_PROTECTED, path=path
        ) from error
    except (*_DAMAGE, OpcError, PythonPptxError) as error:
        raise ExchangeError(Problem.OFFICE_TEMPLATE_DAMAGED, path=path) from error


def _packed(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            packed = file.read(LARGEST_FILE + 1)
    except FileNotFoundError as error:
        raise ExchangeError(Problem.FILE_MISSING, path=path) from error
    except PermissionError as error:
        problem = Problem.TARGET_OPEN_ELSEWHERE if path.is_file() else Problem.OFFICE_TEMPLATE_DAMAGED
        raise ExchangeError(problem, path=path) from error
    except (OSError, ValueError) as error:
        raise ExchangeError(Problem.OFFICE_TEMPLATE_DAMAGED, path=path) from error
    if len(packed) > LARGEST_FILE:
        raise ExchangeError(Problem.OFFICE_TEMPLATE_TOO_LARGE, path=path)
    return packed


def _checked(parts: zipfile.ZipFile, path: Path, form: Form) -> bytes | None:
    """Unpack every part once, within the limits; gives the list of types where it has to be put right."""
    listed = parts.infolist()
    largest = max((part.file_size for part in listed), default=0)
    if len(listed) > MOST_PARTS or largest > LARGEST_PART or sum(part.file_size for part in listed) > LARGEST_UNPACKED:
        raise ExchangeError(Problem.OFFICE_TEMPLATE_TOO_LARGE, path=path)
    if any(part.filename.lower().endswith("vbaproject.bin") for part in listed):
        raise ExchangeError(Problem.OFFICE_TEMPLATE_WITH_MACROS, path=path)
    if _TYPES not in parts.namelist():
        raise ExchangeError(Problem.OFFICE_TEMPLATE_FOREIGN, path=path)
    for part in listed:
        _read_through(parts, part)
    types = parts.read(_TYPES)
    if b"macroEnabled" in types:
        raise ExchangeError(Problem.OFFICE_TEMPLATE_WITH_MACROS, path=path)
    if _MAIN[form] in types:
        return None
    if _TEMPLATE[form] not in types:
        raise ExchangeError(Problem.OFFICE_TEMPLATE_FOREIGN, path=path)
    return types.replace(_TEMPLATE[form], _MAIN[form])


def _read_through(parts: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Refuse damage, sizes that lie, and XML that declares entities, which no program of Office writes."""
    is_xml = part.filename.endswith((".xml", ".rels"))
    with parts.open(part) as file:
        before = b""
        while piece := file.read(_PIECE):
            if is_xml and (b"<!DOCTYPE" in before + piece or b"<!ENTITY" in before + piece):
                raise ValueError(part.filename)
            before = piece[-16:]


def _with_types(parts: zipfile.ZipFile, types: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        for part in parts.infolist():
            made.writestr(part.filename, types if part.filename == _TYPES else parts.read(part))
    return packed.getvalue()
