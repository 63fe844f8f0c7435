"""Several studies read one after the other, each let go once it is summed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from impactapp.domain.analysis.rollup import NO_ROLLUP, RollUp, place_of, with_study
from impactapp.domain.problems import Problem, Refusal
from impactapp.store.errors import refusals_about
from impactapp.store.reading import read_study

SUFFIX = ".impact"


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was read so far, and from which files, by the id of their study."""

    rolled: RollUp = NO_ROLLUP
    paths: Mapping[str, Path] = field(default_factory=dict)


def with_file(before: Gathered, path: Path) -> Gathered:
    """With the study of one more file; raises a refusal where it cannot be read or would count twice."""
    study = read_study(path)
    if study.id in before.paths:
        name = before.paths[study.id].name
        raise Refusal(Problem.ROLLUP_STUDY_TWICE, path=path, title=place_of(study), name=name)
    return Gathered(with_study(before.rolled, study), {**before.paths, study.id: path})


def studies_in(paths: Iterable[Path]) -> list[Path]:
    """The files, those of folders by name; refuses a folder without studies."""
    found: list[Path] = []
    for path in paths:
        inside = _inside(path) if path.is_dir() else [path]
        if not inside:
            raise Refusal(Problem.ROLLUP_WITHOUT_STUDIES, path=path)
        found += inside
    return found


def _inside(folder: Path) -> list[Path]:
    # what begins with a dot is a draft that was left behind
    with refusals_about(folder):
        return sorted(one for one in folder.iterdir() if one.suffix.lower() == SUFFIX and not one.name.startswith("."))
