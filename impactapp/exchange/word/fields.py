"""The fields a hospital's document may ask for: the title, and what stands on the cover of the dossier."""

from dataclasses import dataclass

from impactapp import labels
from impactapp.exchange.office.keys import field_key
from impactapp.exchange.office.outcome import Outcome
from impactapp.exchange.report.blocks import Report
from impactapp.exchange.word.filling import Found
from impactapp.labels import office

# in both languages, whatever the language of the study
PLACE = ("rapport", "report")
TITLE = ("titre", "title")
SUBTITLE = ("sous_titre", "subtitle")


@dataclass(frozen=True, slots=True)
class Field:
    """``name`` is how it is best written."""

    name: str
    value: str

    @property
    def is_empty(self) -> bool:
        """Whether the study says nothing there."""
        return self.value in ("", labels.UNKNOWN)

    @property
    def shown(self) -> str:
        """What stands in its place."""
        return office.to_complete(self.name) if self.is_empty else self.value


def fields_of(report: Report) -> dict[str, Field]:
    """Every field by its key; also those that this study says nothing about."""
    said = {fact.label: fact.value for fact in report.facts}
    found = {field_key(name): Field(name, said.get(name, "")) for name in (*office.fact_names(), *said)}
    for keys, value in ((TITLE, report.title), (SUBTITLE, report.subtitle)):
        found |= dict.fromkeys(keys, Field(keys[0], value))
    return found


def outcome_of(fields: dict[str, Field], found: Found) -> Outcome:
    """What could not be filled, as it stands in the document."""
    empty = dict.fromkeys(fields[key].name for key in sorted(found.filled) if fields[key].is_empty)
    known = (PLACE[0], *dict.fromkeys(field.name for field in fields.values()))
    place = "" if found.places else _braced(PLACE[0])
    return Outcome(tuple(found.unknown), tuple(map(_braced, empty)), tuple(map(_braced, known)), place)


def _braced(name: str) -> str:
    return f"{{{{{name}}}}}"
