"""What in a free text may point at a person: a warning for the reader, never a block (method §6)."""

import re
from dataclasses import dataclass
from enum import StrEnum

CORSICA = {"2A": "19", "2B": "18"}


class Trace(StrEnum):
    """What was found."""

    NIR = "nir"
    PHONE = "phone"
    EMAIL = "email"
    NAMED_PERSON = "named_person"
    PATIENT_NUMBER = "patient_number"


@dataclass(frozen=True, slots=True)
class PrivacyRemark:
    """A part of a text, ``start`` included, ``end`` not, in characters."""

    trace: Trace
    start: int
    end: int


_GAP = r"[\s.\u00a0\u202f-]?"
_NIR = re.compile(
    rf"(?<!\d)([12378]){_GAP}(\d{{2}}){_GAP}(\d{{2}}){_GAP}(\d{{2}}|2[ABab]){_GAP}(\d{{3}}){_GAP}(\d{{3}}){_GAP}(\d{{2}})(?!\d)"
)
_PHONE = re.compile(rf"(?<![\d+])(?:(?:\+|00)33{_GAP}(?:\(0\))?{_GAP}|0)[1-9](?:{_GAP}\d{{2}}){{4}}(?!\d)")
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")
_CAPITALISED = r"[A-ZÀ-ÖØ-Þ][\w’'-]*\.?"
_PARTICLES = r"(?:(?:de|du|des|la|le|d’)[\s\u00a0\u202f]*)*"
_TITLED = re.compile(
    r"(?<!\w)(?:M\.|MM\.|Mr\.?|Mme|Mmes|Mlle|Madame|Monsieur|Dr|Docteur|Pr|Professeure?)[\s\u00a0\u202f]+"
    rf"{_PARTICLES}{_CAPITALISED}(?:[\s\u00a0\u202f]+{_PARTICLES}{_CAPITALISED})?"
)
_PATIENT = re.compile(r"(?<!\w)(?:IPP|NIP|IEP)[\s\u00a0\u202f:n°º#.-]*\d{4,12}(?!\d)", re.IGNORECASE)
_OTHERS = (
    (Trace.EMAIL, _EMAIL),
    (Trace.PATIENT_NUMBER, _PATIENT),
    (Trace.PHONE, _PHONE),
    (Trace.NAMED_PERSON, _TITLED),
)


def privacy_remarks(text: str) -> tuple[PrivacyRemark, ...]:
    """Every trace in the order of the text, none inside another; a NIR counts only with its right key."""
    found = [PrivacyRemark(Trace.NIR, m.start(), m.end()) for m in _NIR.finditer(text) if _has_right_key(m)]
    for trace, pattern in _OTHERS:
        found.extend(PrivacyRemark(trace, match.start(), match.end()) for match in pattern.finditer(text))
    apart: list[PrivacyRemark] = []
    for remark in sorted(found, key=lambda one: (one.start, -one.end)):
        if not apart or remark.start >= apart[-1].end:
            apart.append(remark)
    return tuple(apart)


def _has_right_key(match: re.Match[str]) -> bool:
    sex, year, month, department, town, order, key = match.groups()
    digits = sex + year + month + CORSICA.get(department.upper(), department) + town + order
    return 97 - int(digits) % 97 == int(key)
