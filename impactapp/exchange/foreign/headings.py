"""What the heading of a column says it holds, in the words of French and English hospitals, with or without accents."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from impactapp.domain.level import Aspect, Hypothesis


class Topic(StrEnum):
    """What a column is about; ``UNUSED`` is known and of no use here: numbers, what another tool worked out."""

    TITLE = "title"
    SHARE = "share"
    LEVEL = "level"
    TEXT = "text"
    PROFESSION = "profession"
    CATEGORY = "category"
    HEADCOUNT = "headcount"
    FTE = "fte"
    VALIDATED = "validated"
    UNUSED = "unused"


Code = TypeVar("Code")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as understood: levels and texts name their aspect and their hypothesis, where they do."""

    topic: Topic | None = None
    aspect: Aspect | None = None
    hypothesis: Hypothesis | None = None


NOT_UNDERSTOOD = Heading()
LONGEST_HEADING = 120
_MOST_WORDS = 14

_HYPOTHESES = (
    (Hypothesis.LOW, r"basses?|bas|low|lower|prudente?|minimale?|mini|minimum|hyp b|hb"),
    (Hypothesis.HIGH, r"hautes?|haut|high|higher|favorable|maximale?|maxi|maximum|hyp h|hh"),
)
_ASPECTS = (
    (Aspect.MATURITY, r"matur\w*|mat"),
    (Aspect.ACCEPTABILITY, r"accept\w*|acc"),
    (Aspect.ROI, r"roi|rsi|retour sur (?:l )?investissement|return on investment|rentabilite"),
    (
        Aspect.SUBSTITUTION,
        r"decisions?|decided|retenue?s?|substitu\w*|cotations?|ratings?|niveaux?|levels?|automati\w*",
    ),
)
_TEXT = (
    r"justifi\w*|commentaires?|comments?|arguments?|argument\w*|explications?|explanations?|rationale|motifs?"
    r"|motivations?|raisons?|reasons?|pourquoi|why"
)
_FTE = r"etp|etpr|etpt|fte|equivalents? temps plein|full time equivalents?"
_SHARE = r"part|parts|temps|quotites?|pourcentages?|poids|share|time|percent\w*|weights?|ponderation"
_AMOUNT = r"h|heures?|hours?|minutes?|min|mn|jours?|days?"  # a length of time is no part of it
_HEADCOUNT = r"effectifs?|headcounts?|nombre d agents|nb d agents|agents|staff"
_CATEGORY = r"categories?|category|filieres?"
_VALIDATED = r"(?:valid\w*|control\w*|supervis\w*) (?:\w+ ){0,2}hum(?:ain|aine|an)|hum(?:ain|an) (?:valid|control)\w*"
_TASK = r"activites?|activity|activities|taches?|tasks?|missions?"
_PROFESSION = r"metiers?|professions?|fonctions?|postes?|emplois?|jobs?|occupations?"
_NAME = r"intitules?|libelles?|titres?|titles?|designations?|descriptions?|names?|noms?"
_NUMBER = r"n|no|nos|num|numero|id|ids|ref|reference|codes?|rang|ordre|index"
_WORKED_OUT = r"propositions?|proposals?|proposed|leviers?|leverage|ecarts?"
_ABOUT_HYPOTHESIS = r"hypotheses?|hypothesis|hyp|scenarios?|estimation|estimate"
_BARE = re.compile(
    r"(?:\b(?:activites?|activity|activities|taches?|tasks?|missions?|principales?|main|liste?|des?|la|les|l|du|d|et|of|the"
    r"|metier|intitules?|libelles?|titres?|titles?|noms?|names?|descriptions?|designations?)\b ?)+"
)
_FIGURES = re.compile(r"\d\s*%|\A[\d\s.,%]*\d[\d\s.,%]*\Z")
_FRENCH_LEVELS = frozenset({"faible", "faibles", "moyen", "moyenne", "moyens", "fort", "forte", "forts", "medium"})


def plain(text: str) -> str:
    """Lower case, no accents, words parted by one blank; a sign of percent stays."""
    letters = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe"))
    kept = "".join(character for character in letters if not unicodedata.combining(character))
    return " ".join(re.sub(r"[^a-z0-9%]+", " ", kept).split())


def understood(text: str) -> Heading:
    """What a heading says; ``NOT_UNDERSTOOD`` where it says nothing known, or is too long for one."""
    words = plain(text[: LONGEST_HEADING + 1])
    if not words or len(text) > LONGEST_HEADING or len(words.split()) > _MOST_WORDS or _FIGURES.search(text):
        return NOT_UNDERSTOOD
    hypothesis = _one_of(words, _HYPOTHESES)
    aspect = _one_of(words, _ASPECTS)
    if _has(words, _WORKED_OUT):
        return Heading(Topic.UNUSED)
    if _has(words, _TEXT):
        return Heading(Topic.TEXT, aspect, hypothesis)
    if (topic := _about_rows(words)) is not None:
        return Heading(topic)
    if aspect is not None:
        return Heading(Topic.LEVEL, aspect, hypothesis)
    if hypothesis is not None and _is_hypothesis_alone(words):
        return Heading(Topic.LEVEL, Aspect.SUBSTITUTION, hypothesis)
    return NOT_UNDERSTOOD


def is_heading_row(cells: Sequence[str]) -> bool:
    """Whether at least two cells head columns of different things, and none is a level already."""
    if has_levels(cells):
        return False
    found = {heading for cell in cells if (heading := understood(cell)).topic is not None}
    return len(found) > 1


def is_bare_title(text: str) -> bool:
    """Whether a text says « activities » and nothing more, so that it heads a list even alone."""
    return _BARE.fullmatch(plain(text[: LONGEST_HEADING + 1])) is not None and understood(text).topic is Topic.TITLE


def has_levels(cells: Sequence[str]) -> bool:
    """Whether a row holds a level: it belongs to the body then. « Low » and « High » may head columns too."""
    return any(plain(cell[:LONGEST_HEADING]) in _FRENCH_LEVELS for cell in cells)


def _about_rows(words: str) -> Topic | None:
    """What describes the activity or the profession of a row."""
    if _has(words, _FTE):
        return Topic.FTE
    if _has(words, _VALIDATED):
        return Topic.VALIDATED
    if (_has(words, _SHARE) or "%" in words.split()) and not _is_rate(words):
        return Topic.UNUSED if _has(words, _AMOUNT) else Topic.SHARE
    if _has(words, _HEADCOUNT):
        return Topic.HEADCOUNT
    if _has(words, _CATEGORY):
        return Topic.CATEGORY
    return _name(words)


def _is_rate(words: str) -> bool:
    """« Taux de substitution (%) » is no part of time."""
    return _one_of(words, _ASPECTS) is not None and not _has(words, "temps|time")


def _name(words: str) -> Topic | None:
    """The title of an activity or of a profession; a long text that only speaks of an activity is none."""
    first = " ".join(words.split()[:4])
    named = _has(first, _NAME)
    if re.match(rf"(?:{_NUMBER})\b", words) and not named:
        # « N° » and « Code activité » number the rows
        return Topic.UNUSED
    if _has(first, _TASK) and len(words.split()) <= 6 and not _has(words, r"substitu\w*|cotations?|niveaux?"):
        return Topic.TITLE
    if len(words.split()) <= 6 and _has(first, _PROFESSION):
        return Topic.PROFESSION
    return Topic.TITLE if named and len(words.split()) <= 4 else None


def _is_hypothesis_alone(words: str) -> bool:
    rest = words
    for _hypothesis, pattern in _HYPOTHESES:
        rest = re.sub(rf"\b(?:{pattern})\b", " ", rest)
    return not re.sub(rf"\b(?:{_ABOUT_HYPOTHESIS})\b", " ", rest).strip()


def _has(words: str, pattern: str) -> bool:
    return re.search(rf"\b(?:{pattern})\b", words) is not None


def _one_of(words: str, patterns: Sequence[tuple[Code, str]]) -> Code | None:
    return next((code for code, pattern in patterns if _has(words, pattern)), None)
