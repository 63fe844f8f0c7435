"""From words to a tagged PDF (PDF/UA-1): typst fills a template of ``resources/report``, without network or clock.

What people wrote is passed as JSON and shown as text: nothing in it is ever markup.
"""

import json
import re
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from impactapp import i18n, paths
from impactapp.exchange.atomic import replacing
from impactapp.exchange.cell_text import FOOTER_LIMIT, cell_text, shorten
from impactapp.i18n import _

if TYPE_CHECKING:
    from typst import Fonts

_UNDRAWABLE = re.compile(r"the text `\"(.+?)\"` could not be displayed")
_ESCAPED = re.compile(r"\\u\{([0-9a-fA-F]+)\}")
_MOST_TURNS = 20

Content = Mapping[str, object]


def write_pdf(template: str, content: Content, target: Path) -> None:
    """Write a sheet: ``title``, ``foot`` and what the template names; the same content gives the same bytes.

    Raises ``ExchangeError`` where the target cannot be written.
    """
    with replacing(target) as temporary:
        temporary.write_bytes(_compiled(template, {**_shared(), **content, "foot": _foot(content)}))


def _foot(content: Content) -> str:
    """One short line at the foot of each page."""
    return shorten(" ".join(str(content["foot"]).split()), FOOTER_LIMIT)


def _shared() -> dict[str, object]:
    page = _("Page {page} of {pages}").replace("{pages}", "{page}").split("{page}")
    colon = _("{name}: {value}").replace("{name}", "").replace("{value}", "")
    return {"language": i18n.language(), "page": page, "colon": colon, "below": []}


def _compiled(template: str, content: Content) -> bytes:
    """Typeset; what the font cannot draw, such as an emoji, is shown as �, as in figures."""
    import typst

    folder = paths.resources() / "report"
    fonts = _fonts()
    words = _text(content)
    for _turn in range(_MOST_TURNS):
        try:
            return typst.compile(
                folder / f"{template}.typ",
                root=folder,
                font_paths=fonts,
                ignore_system_fonts=True,
                sys_inputs={"content": json.dumps(words, ensure_ascii=False)},
                pdf_standards=["ua-1"],
            )
        except typst.TypstError as error:
            undrawable = set("".join(map(_unescaped, _UNDRAWABLE.findall(error.diagnostic))))
            if not undrawable:
                raise
            words = _text(words, str.maketrans(dict.fromkeys(undrawable, "\ufffd")))
    raise ValueError(template)


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def _text(content: object, exchanged: Mapping[int, str] | None = None) -> object:
    """The same content with every text through the gate, and some characters exchanged."""
    if isinstance(content, str):
        return cell_text(content).translate(exchanged or {})
    if isinstance(content, Mapping):
        return {key: _text(value, exchanged) for key, value in content.items()}
    if isinstance(content, list | tuple):
        return [_text(value, exchanged) for value in content]
    return content


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
