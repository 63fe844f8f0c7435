"""The hospital's colours, logo and lines for its dossier: a folder with ``charte.toml``, edited without coding."""

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from impactapp import paths
from impactapp.domain.problems import Problem
from impactapp.exchange.pdf.typeset import Image, is_drawable
from impactapp.exchange.problems import ExchangeError
from impactapp.palette import LIGHT, blended

FILE = "charte.toml"
LEAST_CONTRAST = 4.5
LARGEST_LOGO = 2_000_000
LARGEST_FILE = 100_000
LOWEST_LOGO, HIGHEST_LOGO = 8, 40
_LONGEST_LINE = 100
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_LINE = re.compile(r"at line (\d+)")
_LOGOS = (".svg", ".png", ".jpg", ".jpeg")
_OTHER_FORMS = (".docx", ".pptx")


@dataclass(frozen=True, slots=True)
class House:
    """How the dossier of a hospital looks; ``logo_height`` in millimetres."""

    accent: str = LIGHT.accent
    ground: str = LIGHT.surface
    logo: Image | None = None
    logo_height: float = 18.0
    cover: str = ""
    foot: str = ""


def read_house(folder: Path | None) -> House:
    """The house of a template folder, ours without one.

    Raises ``ExchangeError`` where ``charte.toml`` is missing, cannot be read, or has a wrong field or logo. A folder
    that holds only a Word or PowerPoint template leaves the PDF as ours.
    """
    file = (folder or paths.resources() / "report" / "house") / FILE
    if not file.is_file():
        if folder is not None and _is_for_another_form(folder):
            return House()
        raise ExchangeError(Problem.TEMPLATE_MISSING, path=file)
    fields = _fields(file)
    known = _readers()
    for name in fields:
        if name not in known:
            raise ExchangeError(Problem.HOUSE_FIELD_UNKNOWN, path=file, field=name, names=", ".join(known))
    read = {key: reader(file, name, fields[name]) for name, (key, reader) in known.items() if name in fields}
    return House(**read)


def _is_for_another_form(folder: Path) -> bool:
    return folder.is_dir() and any(path.suffix.lower() in _OTHER_FORMS for path in folder.iterdir())


def contrast(one: str, other: str) -> float:
    """The contrast of two colours « #RRGGBB », 1..21 (WCAG)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [part / 255 for part in bytes.fromhex(colour[1:])]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _fields(file: Path) -> dict[str, Any]:
    try:
        raw = file.read_bytes()[: LARGEST_FILE + 1]
    except OSError as error:
        raise ExchangeError(Problem.TEMPLATE_MISSING, path=file) from error
    if len(raw) > LARGEST_FILE:
        raise ExchangeError(Problem.HOUSE_UNREADABLE, path=file, line=1)
    text = _decoded(raw).replace("\r\n", "\n")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = _LINE.search(str(error))
        # what is never closed is missed at the end only
        last = text.rstrip().count("\n") + 1
        raise ExchangeError(Problem.HOUSE_UNREADABLE, path=file, line=line[1] if line else last) from error


def _decoded(raw: bytes) -> str:
    """UTF-8 with or without its mark, else what an old editor of Windows writes."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


_Reader = Callable[[Path, str, Any], Any]


def _readers() -> dict[str, tuple[str, _Reader]]:
    """The fields of the file: where each goes, and what reads it."""
    return {
        "couleur": ("accent", _accent),
        "fond": ("ground", _ground),
        "logo": ("logo", _logo),
        "hauteur_logo": ("logo_height", _height),
        "mention": ("cover", _line),
        "pied": ("foot", _line),
    }


def _accent(file: Path, field: str, value: Any) -> str:
    colour = _colour(file, field, value)
    _check(file, field, colour, "#FFFFFF", "#000000")
    return colour


def _ground(file: Path, field: str, value: Any) -> str:
    colour = _colour(file, field, value)
    _check(file, field, colour, LIGHT.muted, "#FFFFFF")
    return colour


def _colour(file: Path, field: str, value: Any) -> str:
    if not isinstance(value, str) or not _COLOUR.fullmatch(value.strip()):
        raise _wrong(file, field, value)
    return value.strip().upper()


def _check(file: Path, field: str, colour: str, against: str, towards: str) -> None:
    """Refuse what cannot be read beside ``against``; the nearest colour that can, towards black or white, is named."""
    found = contrast(colour, against)
    if found >= LEAST_CONTRAST:
        return
    steps = (blended(colour, towards, step / 50) for step in range(1, 51))
    better = next((one for one in steps if contrast(one, against) >= LEAST_CONTRAST), towards)
    raise ExchangeError(Problem.HOUSE_COLOUR_ILLEGIBLE, path=file, field=field, text=colour, proposed=better)


def _logo(file: Path, field: str, value: Any) -> Image | None:
    if not isinstance(value, str):
        raise _wrong(file, field, value)
    if not value.strip():
        return None
    logo = file.parent / value.strip()
    if Path(value.strip()).name != value.strip() or logo.suffix.lower() not in _LOGOS:
        raise _wrong(file, field, value)
    try:
        content = logo.read_bytes() if logo.stat().st_size <= LARGEST_LOGO else b""
    except (OSError, ValueError) as error:
        raise ExchangeError(Problem.HOUSE_LOGO_MISSING, path=file, field=field, text=logo.name) from error
    image = Image(content)
    if not content or not is_drawable(image):
        raise ExchangeError(Problem.HOUSE_LOGO_BROKEN, path=file, field=field, text=logo.name)
    return image


def _height(file: Path, field: str, value: Any) -> float:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if not is_number or not LOWEST_LOGO <= value <= HIGHEST_LOGO:
        raise _wrong(file, field, value)
    return float(value)


def _line(file: Path, field: str, value: Any) -> str:
    line = " ".join(value.split()) if isinstance(value, str) else None
    if line is None or len(line) > _LONGEST_LINE:
        raise _wrong(file, field, value)
    return line


def _wrong(file: Path, field: str, value: Any) -> ExchangeError:
    return ExchangeError(Problem.HOUSE_FIELD_WRONG, path=file, field=field, text=" ".join(str(value).split())[:60])
