"""What a template had that could not be filled, for whoever asked for the document."""

from dataclasses import dataclass

from impactapp.labels import office


@dataclass(frozen=True, slots=True)
class Outcome:
    """Fields as they stand in the template: ``unknown`` ones were left, ``empty`` ones have no value in the study.

    ``known`` names what could be used; ``place`` is the marker that was looked for in vain, empty where it was found.
    """

    unknown: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    place: str = ""

    def sentences(self) -> tuple[str, ...]:
        """What to tell, one sentence or two each; nothing where all is well."""
        told = []
        if self.unknown:
            told.append(office.unknown_fields(self.unknown, self.known))
        if self.empty:
            told.append(office.empty_fields(self.empty))
        if self.place:
            told.append(office.place_missing(self.place))
        return tuple(told)
