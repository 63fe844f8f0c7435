"""From words to a tagged PDF (PDF/UA-1): typst fills a template of ``resources/report``, without network or clock.

What people wrote is passed as JSON and shown as text: nothing in it is ever markup.
"""

import json
import re
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from impactapp import i18n, paths
from impactapp.exchange.atomic import replacing
from impactapp.exchange.cell_text import FOOTER_LIMIT, cell_text, shorten
from impactapp.exchange.pdf.isolation import plain
from impactapp.i18n import _
from impactapp.labels.unprinted import unprinted_sentence

if TYPE_CHECKING:
    from typst import Fonts

_UNDRAWABLE = re.compile(r"the text `\"(.+?)\"` could not be displayed")
_ESCAPED = re.compile(r"\\u\{([0-9a-fA-F]+)\}")
# what only changes the look of the sign before it, or joins two of them into one that the fonts do not have: left in
# place, it would take a sign that they have away
_LOOKS = re.compile(
    "[\ufe00-\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f\U000e0100-\U000e01ef]"
    "|\u200d(?=[\u2190-\u2bff\U0001f000-\U0001faff])"
)
# letters and figures of western languages, which every font here has
_WESTERN = "\u024f"
_MOST_TURNS = 20
_PNG = b"\x89PNG\r\n\x1a\n"
_VIEW_BOX = re.compile(rb'viewBox="([^"]+)"')
_HEAD = 2_000
# what Word itself keeps of an image
_RASTER_DPI = 220

Content = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Image:
    """The bytes of an SVG, a PNG or a JPEG; which of them, they say themselves."""

    content: bytes


def write_pdf(template: str, content: Content, target: Path, images: Sequence[Image] = ()) -> None:
    """Write a sheet: ``title``, ``foot`` and what the template names; the same content gives the same bytes.

    A template finds ``images`` by their position. Raises ``ExchangeError`` where the target cannot be written.
    """
    with replacing(target) as temporary:
        whole = {**_shared(), **content, "name": plain(str(content["title"])), "foot": _foot(content)}
        temporary.write_bytes(_compiled(template, whole, images))


def ratio_of(image: Image) -> float:
    """The height of an SVG or a PNG over its width; 1 where it does not say."""
    if image.content[:8] == _PNG:
        width, height = struct.unpack(">II", image.content[16:24])
        return float(height / width)
    found = _VIEW_BOX.search(image.content[:_HEAD])
    if found is None:
        return 1.0
    _x, _y, wide, high = map(float, found[1].split())
    return high / wide


def raster(drawing: bytes, width: float) -> bytes:
    """An SVG drawing, ``width`` pixels wide at 100 %, as PNG: what a dossier in Word shows is what the PDF shows."""
    import typst

    folder = paths.resources() / "report"
    made: bytes = typst.compile(
        folder / "raster.typ",
        root=folder,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"drawing": drawing.decode(), "width": str(width)},
        format="png",
        ppi=_RASTER_DPI,
    )
    return made


def is_drawable(image: Image) -> bool:
    """Whether an image can be set in a sheet: whole, and of a form known here."""
    import typst

    try:
        _compiled("image", {**_shared(), "title": "-", "name": "-"}, [image])
    except typst.TypstError:
        return False
    return True


def _foot(content: Content) -> str:
    """One short line at the foot of each page."""
    return shorten(" ".join(str(content["foot"]).split()), FOOTER_LIMIT)


def _shared() -> dict[str, object]:
    page = _("Page {page} of {pages}").replace("{pages}", "{page}").split("{page}")
    colon = _("{name}: {value}").replace("{name}", "").replace("{value}", "")
    return {"language": i18n.language(), "page": page, "colon": colon, "below": [], "unprinted": ""}


def _compiled(template: str, content: Content, images: Sequence[Image] = ()) -> bytes:
    """Typeset; what the fonts cannot draw, such as an emoji, is shown as �, as in figures, and a sentence names it."""
    import typst

    folder = paths.resources() / "report"
    fonts = _fonts()
    lost: set[str] = set()
    drawn = json.dumps([_passed(image) for image in images], ensure_ascii=False)
    for _turn in range(_MOST_TURNS):
        told = unprinted_sentence(lost) if lost else ""
        shown = _text({**content, "unprinted": told}, dict.fromkeys(map(ord, lost), "\ufffd"))
        try:
            return typst.compile(
                folder / f"{template}.typ",
                root=folder,
                font_paths=fonts,
                ignore_system_fonts=True,
                sys_inputs={"content": json.dumps(shown, ensure_ascii=False), "images": drawn},
                pdf_standards=["ua-1"],
            )
        except typst.TypstError as error:
            found = _undrawable(error.diagnostic) - lost
            if not found:
                raise
            lost |= found
    raise ValueError(template)


def _undrawable(diagnostic: str) -> set[str]:
    """The characters that no font here has: of a letter and its mark both are named, and only the mark is meant."""
    named = set("".join(map(_unescaped, _UNDRAWABLE.findall(diagnostic))))
    return {character for character in named if character > _WESTERN} or named


def _passed(image: Image) -> str | list[int]:
    """A drawing as its text, a photograph as its bytes: typst takes text only from outside."""
    try:
        return image.content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return list(image.content)


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def _text(content: object, exchanged: Mapping[int, str]) -> object:
    """The same content with every text through the gate, and some characters exchanged."""
    if isinstance(content, str):
        return _LOOKS.sub("", cell_text(content)).translate(exchanged)
    if isinstance(content, Mapping):
        return {key: _text(value, exchanged) for key, value in content.items()}
    if isinstance(content, list | tuple):
        return [_text(value, exchanged) for value in content]
    return content


@cache
def _fonts() -> "Fonts":
    """DejaVu Sans, from the files that matplotlib ships: it is looked up, not imported."""
    from typst import Fonts

    found = find_spec("matplotlib")
    folders = list(found.submodule_search_locations or []) if found is not None else []
    return Fonts(
        include_system_fonts=False,
        include_embedded_fonts=True,
        font_paths=[str(Path(folder) / "mpl-data" / "fonts" / "ttf") for folder in folders],
    )
