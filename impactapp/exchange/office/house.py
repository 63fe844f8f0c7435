"""Our own empty document and deck, put together from the readable parts in ``resources/office``.

Their colours are those of the palette, and a reader of the sources sees every style: nothing of them is a binary file.
"""

import io
import zipfile
from enum import StrEnum
from string import Template

from impactapp import paths
from impactapp.palette import LIGHT

LANGUAGE_TAGS = {"fr": "fr-FR", "en": "en-GB"}
_COMMON = {"[Content_Types].xml": "content_types.xml", "_rels/.rels": "package_rels.xml"}


class Form(StrEnum):
    """Which of the two; its folder in ``resources/office``."""

    WORD = "word"
    SLIDES = "slides"


_PARTS = {
    Form.WORD: {
        "word/document.xml": "document.xml",
        "word/_rels/document.xml.rels": "document_rels.xml",
        "word/styles.xml": "styles.xml",
        "word/numbering.xml": "numbering.xml",
        "word/settings.xml": "settings.xml",
    },
    Form.SLIDES: {
        "ppt/presentation.xml": "presentation.xml",
        "ppt/_rels/presentation.xml.rels": "presentation_rels.xml",
        "ppt/slideMasters/slideMaster1.xml": "master.xml",
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": "master_rels.xml",
        "ppt/slideLayouts/slideLayout1.xml": "layout_title.xml",
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels": "layout_rels.xml",
        "ppt/slideLayouts/slideLayout2.xml": "layout_content.xml",
        "ppt/slideLayouts/_rels/slideLayout2.xml.rels": "layout_rels.xml",
        "ppt/theme/theme1.xml": "theme.xml",
    },
}


def house_package(form: Form, language: str) -> bytes:
    """An empty file of ours, ready to be opened and written into; ``language`` is ``fr`` or ``en``."""
    folder = paths.resources() / "office" / form.value
    words = {**_colours(), "language": LANGUAGE_TAGS[language]}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as parts:
        for name, file in (_COMMON | _PARTS[form]).items():
            parts.writestr(name, Template((folder / file).read_text("utf-8")).substitute(words))
    return packed.getvalue()


def hexadecimal(colour: str) -> str:
    """A colour of the palette as Office writes it."""
    return colour.removeprefix("#")


def _colours() -> dict[str, str]:
    named = {
        "text": LIGHT.text,
        "muted": LIGHT.muted,
        "line": LIGHT.line,
        "surface": LIGHT.surface,
        "accent": LIGHT.accent,
        "moyen": LIGHT.substitution[1].ground,
        "fort": LIGHT.substitution[2].ground,
        "exposed": LIGHT.exposure[2].ground,
        "exposed_moyen": LIGHT.exposure[1].ground,
    }
    return {name: hexadecimal(colour) for name, colour in named.items()}
