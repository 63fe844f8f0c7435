"""Workbooks that nobody should send, as bytes: bombs, wrong formats, what is cut short."""

import random
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

Edit = Callable[[bytes], bytes]


def parts_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {part: archive.read(part) for part in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def with_part(path: Path, name: str, edit: Edit, target: str = "altered.xlsx") -> Path:
    """A copy of a workbook with one of its parts changed, or added."""
    parts = parts_of(path)
    parts[name] = edit(parts.get(name, b""))
    made = path.with_name(target)
    made.write_bytes(packed(parts))
    return made


def mutated(path: Path, count: int, seed: int = 7) -> Iterator[bytes]:
    """Copies of a workbook with one or several bytes, parts or pieces of XML changed by chance."""
    chance = random.Random(seed)
    whole, parts = path.read_bytes(), parts_of(path)
    for number in range(count):
        if number % 4 == 0:
            yield _altered(whole, chance)
            continue
        copy = dict(parts)
        for _time in range(chance.randint(1, 3)):
            name = chance.choice(sorted(copy))
            if number % 4 == 1 and len(copy) > 3:
                del copy[name]
            elif number % 4 == 2:
                copy[name] = _altered(copy[name], chance)
            else:
                copy[name] = _reworded(copy[name], chance)
        yield packed(copy)


def _altered(content: bytes, chance: random.Random) -> bytes:
    """Some bytes flipped, a piece taken out or doubled, or the end cut off."""
    found = bytearray(content)
    way = chance.randrange(4)
    start = chance.randrange(max(1, len(found)))
    if way == 0:
        for _time in range(chance.randint(1, 40)):
            found[chance.randrange(len(found))] = chance.randrange(256)
    elif way == 1:
        del found[start : start + chance.randint(1, 400)]
    elif way == 2:
        found[start:start] = found[start : start + 300]
    else:
        del found[start:]
    return bytes(found)


_WORDS = (
    *(
        (b't="s"', b't="n"'),
        (b"<v>", b"<v>9999999999"),
        (b't="s"', b't="d"'),
        (b"<v>", b"<v>-1"),
        (b"<v>", b"<v>1e999"),
    ),
    *(
        (b' r="', b' r="ZZZZ'),
        (b"<row ", b"<rox "),
        (b"<f>", b"<f>#REF!"),
        (b"version", b"versiom"),
        (b"sheet", b"sheeet"),
    ),
    *((b"Fort", "élevé".encode()), (b"Moyen", b"2026-01-01"), (b"sec-", b"oth-"), (b"task_id", b"title"), (b"0", b"7")),
    *((b"key:matrix", b"key:links:sec"), (b"key:", b"kez:"), (b"<t>", b"<t>\xff"), (b"s=", b"s2="), (b'="1"', b'="x"')),
)


def _reworded(content: bytes, chance: random.Random) -> bytes:
    before, after = chance.choice(_WORDS)
    return content.replace(before, after, chance.choice((-1, 1, 5)))
