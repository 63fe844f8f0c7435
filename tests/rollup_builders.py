"""Studies of several establishments for tests, and their files."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from impactapp.domain.profession import Profession
from impactapp.domain.study import Study
from impactapp.store.study_file import StudyFile
from tests import builders, staff_builders

AT = datetime(2026, 11, 22, tzinfo=UTC)


def hospital(number: int) -> Study:
    """A study of three professions, sized by its number; every third one does not state its FTE."""
    secretary = builders.secretary().professions[0]
    made: list[Profession] = []
    for at in range(3):
        tasks = tuple(replace(task, id=f"{at}-{task.id}") for task in secretary.tasks[: 4 + (number + at) % 6])
        fte = None if (number + at) % 3 == 0 else 1.1 * (number + at)
        made.append(replace(secretary, id=f"p{at}", code=f"code-{at}", title=f"Métier {at}", fte=fte, tasks=tasks))
    return replace(builders.study(*made), id=f"s{number}", title=f"Étude {number}", establishment=f"CH {number}")


def titled(number: int, title: str, code: str = "") -> Study:
    """The same with its first profession under another title, and by default without a code."""
    study = hospital(number)
    first, *others = study.professions
    return replace(study, professions=(replace(first, title=title, code=code), *others))


def staffed(number: int) -> Study:
    """The same with a site, its service and another one, where staff is stated."""
    return replace(hospital(number), staffing=replace(staff_builders.staffing("p0"), census=None))


def written(folder: Path, *studies: Study) -> list[str]:
    """The files of studies, named by their ids."""
    folder.mkdir(exist_ok=True)
    paths = [folder / f"{study.id}.impact" for study in studies]
    for path, study in zip(paths, studies, strict=True):
        StudyFile.create(path, study, AT).close()
    return [str(path) for path in paths]
