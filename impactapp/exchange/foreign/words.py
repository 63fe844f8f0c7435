"""Words and numbers of other people's cells: yes and no, staff categories, persons and full-time equivalents."""

from datetime import date, time, timedelta

from impactapp import labels
from impactapp.domain.incoming import Field
from impactapp.domain.problems import EditError, Problem
from impactapp.domain.profession import Category
from impactapp.domain.quantities import parse_fte, parse_headcount
from impactapp.exchange.foreign.headings import plain
from impactapp.exchange.incoming.levels import as_text, shown

_YES = frozenset({"oui", "o", "yes", "y", "x", "vrai", "true", "1"})
_NO = frozenset({"non", "n", "no", "faux", "false", "0"})
_TICKS = "✓✔☑"
# what hospitals call the groups of their staff, French and English, without accents and without « personnel »
_CATEGORIES = {
    Category.MANAGEMENT: ("direction", "management", "directions", "encadrement superieur"),
    Category.ADMINISTRATIVE: ("administratif", "administratifs", "administrative", "administration", "admin"),
    Category.CARE: ("soignant", "soignants", "soins", "care", "nursing", "services de soins"),
    Category.SOCIAL: ("educatif et social", "educatifs et sociaux", "social", "socio educatif", "socio educatifs"),
    Category.MEDICO_TECHNICAL: ("medico technique", "medico techniques", "medico technical", "medicotechnique"),
    Category.TECHNICAL: ("technique", "techniques", "technique et ouvrier", "techniques et ouvriers", "technical"),
    Category.MEDICAL: ("medical", "medicaux", "medecins", "doctors"),
    Category.OTHER: ("autre", "autres", "other", "others"),
}
_FILLERS = frozenset({"personnel", "personnels", "staff", "agents", "filiere", "de", "du", "des", "la", "le"})


def read_yes(value: object) -> bool:
    """Yes or no, in words, as a tick or as a truth value; raises ``EditError`` otherwise."""
    if isinstance(value, bool):
        return value
    text = as_text(value).strip()
    if text in _TICKS or plain(text) in _YES:
        return True
    if plain(text) in _NO:
        return False
    raise EditError(Problem.FOREIGN_YES_NO, text=shown(value))


def read_category(value: object) -> str:
    """The code of a staff category, from its word or one of its usual names; raises ``EditError`` otherwise."""
    words = plain(as_text(value))
    core = " ".join(word for word in words.split() if word not in _FILLERS)
    for category, names in _CATEGORIES.items():
        if words in (category.value, plain(labels.category_word(category))) or core in names:
            return category.value
    raise EditError(Problem.CELL_UNKNOWN_WORD, text=shown(value))


def read_number(value: object, about: Field) -> int | float | None:
    """A headcount or a number of FTE; raises ``EditError`` where it is none."""
    if isinstance(value, bool | date | time | timedelta):
        raise EditError(Problem.NOT_A_NUMBER, text=shown(value))
    if isinstance(value, float) and about is Field.FTE:
        # a point of thousands is a matter of text: a number has none
        return parse_fte(f"{value:.6f}".replace(".", ","))
    text = as_text(value)
    return parse_headcount(text) if about is Field.HEADCOUNT else parse_fte(text)
