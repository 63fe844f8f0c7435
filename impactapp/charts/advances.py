"""How far each character of the figures' font moves the pen, read from the font file: matplotlib need not be loaded."""

import struct
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

_TABLES = ("head", "hhea", "hmtx", "cmap")
_BEYOND = 0x3000
_BY_SEGMENTS = 4


@cache
def advances(file: str) -> dict[int, float]:
    """The advance of each character that a TrueType font of matplotlib's has, in hundredths of the font's height."""
    font = (_folder() / file).read_bytes()
    tables = dict(_tables(font))
    (units,) = struct.unpack_from(">H", tables["head"], 18)
    (measured,) = struct.unpack_from(">H", tables["hhea"], 34)
    # each measured glyph has its advance and its side bearing; those after the last share its advance
    widths = struct.unpack_from(f">{2 * measured}H", tables["hmtx"])[::2]
    glyphs = _glyphs(tables["cmap"])
    return {code: widths[min(glyph, measured - 1)] * 100 / units for code, glyph in glyphs if code < _BEYOND}


def _folder() -> Path:
    found = find_spec("matplotlib")
    folders = list(found.submodule_search_locations or []) if found is not None else []
    return Path(folders[0]) / "mpl-data" / "fonts" / "ttf"


def _tables(font: bytes) -> Iterator[tuple[str, bytes]]:
    (count,) = struct.unpack_from(">H", font, 4)
    for at in range(count):
        tag, _sum, offset, length = struct.unpack_from(">4sLLL", font, 12 + 16 * at)
        name = tag.decode("latin-1")
        if name in _TABLES:
            yield name, font[offset : offset + length]


def _glyphs(cmap: bytes) -> Iterator[tuple[int, int]]:
    """The characters of the basic plane and their glyphs, from the table in segments (format 4) that fonts have."""
    (count,) = struct.unpack_from(">H", cmap, 2)
    offsets = (struct.unpack_from(">HHL", cmap, 4 + 8 * at)[2] for at in range(count))
    table = next(cmap[at:] for at in offsets if struct.unpack_from(">H", cmap, at)[0] == _BY_SEGMENTS)
    (double,) = struct.unpack_from(">H", table, 6)
    segments = double // 2
    ends = struct.unpack_from(f">{segments}H", table, 14)
    starts = struct.unpack_from(f">{segments}H", table, 16 + double)
    deltas = struct.unpack_from(f">{segments}H", table, 16 + 2 * double)
    ranges = struct.unpack_from(f">{segments}H", table, 16 + 3 * double)
    for at, (start, end, delta, distance) in enumerate(zip(starts, ends, deltas, ranges, strict=True)):
        for code in range(start, min(end, 0xFFFE) + 1):
            glyph = code
            if distance:
                place = 16 + 3 * double + 2 * at + distance + 2 * (code - start)
                (glyph,) = struct.unpack_from(">H", table, place)
                if not glyph:
                    continue
            if found := (glyph + delta) & 0xFFFF:
                yield code, found
