"""What a workbook was written from, packed into cells of text that no program alters, and unpacked again."""

import base64
import binascii
import json
import zlib
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from impactapp.domain.study import Study
from impactapp.exchange.study_json import study_to_json

PIECE = 30_000  # a cell holds 32,767 characters
_LARGEST = 60_000_000


def packed(study: Study) -> list[str]:
    """The JSON of a study as pieces of letters and figures: blanks, line breaks and accents are what programs change.

    One profession after the other: all of a large study at once would be half of what the workbook takes of memory.
    """
    made = zlib.compressobj(6)
    head = study_to_json(replace(study, professions=()))
    del head["professions"]
    held = [made.compress(_text(head)[:-1] + b',"professions":[')]
    for position, profession in enumerate(study.professions):
        (one,) = study_to_json(replace(study, professions=(profession,)))["professions"]
        held.append(made.compress((b"," if position else b"") + _text(one)))
    return _pieces(b"".join([*held, made.compress(b"]}"), made.flush()]))


def packed_json(value: object) -> list[str]:
    """Any JSON value in the same pieces."""
    return _pieces(zlib.compress(_text(value), 6))


def _pieces(held: bytes) -> list[str]:
    letters = base64.b64encode(held).decode("ascii")
    return [letters[at : at + PIECE] for at in range(0, len(letters), PIECE)]


def _text(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":"), allow_nan=False).encode("ascii")


def unpacked(pieces: Sequence[str]) -> Any:
    """The JSON value; ``None`` where a piece is missing or was altered, or where it is far too large."""
    try:
        found = zlib.decompressobj()
        text = found.decompress(base64.b64decode("".join(pieces), validate=True), _LARGEST)
        return json.loads(text) if found.eof else None
    except (binascii.Error, zlib.error, ValueError, RecursionError):
        return None
