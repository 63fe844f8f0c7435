"""Comparisons of the secretary study with files that were never written."""

from impactapp.domain.incoming import (
    Cell,
    Change,
    Comparison,
    Disagreement,
    Field,
    Guess,
    Kind,
    MissingRow,
    NewRow,
    Place,
    Refused,
    Row,
)
from impactapp.domain.level import Level
from impactapp.domain.problems import Problem
from impactapp.domain.study import Study
from impactapp.ui.models.incoming_entries import Entry, entries_of

FA, MO, FO = Level.FAIBLE, Level.MOYEN, Level.FORT
DAY, NIGHT, SHEET = "jour.xlsx", "nuit.xlsx", "Secrétaire médicale"


def place(study: Study, row: int) -> Place:
    """The activity of a row."""
    profession = study.professions[0]
    return Place(profession.id, profession.tasks[row].id)


def change(study: Study, row: int, source: str = DAY, base: Level = MO, after: Level = FO) -> Change:
    """A decision that a file gives otherwise; the study says Moyen."""
    return Change(place(study, row), Field.SUBSTITUTION_LOW, base, MO, after, Cell(source, SHEET, f"F{row}"))


def every_sort(study: Study) -> Comparison:
    """One line of each kind, and two of a disagreement."""
    versions = (change(study, 2, DAY, after=FO), change(study, 2, NIGHT, after=FA))
    new = NewRow(Kind.TASK, Place(study.professions[0].id, "new-1"), "Télé-expertise", (), Cell(NIGHT, SHEET, "B18"))
    return Comparison(
        (DAY, NIGHT),
        40,
        31,
        changes=(change(study, 0), change(study, 1, base=FA)),
        new=(new,),
        missing=(MissingRow(Kind.TASK, place(study, 3), study.professions[0].tasks[3].title, (DAY,)),),
        guesses=(Guess(Row(Kind.TASK, Cell(NIGHT, SHEET, "B14"), "Accueil", ()), place(study, 4), "Accueil…", 87),),
        disagreements=(Disagreement(place(study, 2), Field.SUBSTITUTION_LOW, MO, versions),),
        refused=(Refused(Cell(DAY, SHEET, "F9"), Problem.CELL_UNKNOWN_WORD, (("text", "élevé"),)),),
    )


def entries(study: Study) -> tuple[Entry, ...]:
    """The same, line by line."""
    return entries_of(every_sort(study), study)
