"""How much a change is about, by what is no longer the same object; nothing is looked into."""

from collections.abc import Iterator

from impactapp.domain.study import Study


def extent(before: Study, after: Study) -> int:
    """How many activities, skills, measures, talks, units and lines of staff came, went or are not the same object."""
    was, now = ({id(thing) for thing in _things(study)} for study in (before, after))
    return max(len(was - now), len(now - was))


def _things(study: Study) -> Iterator[object]:
    for profession in study.professions:
        yield from (*profession.tasks, *profession.skills, *profession.barriers)
    for sitting in study.sittings:
        yield from sitting.talks
    yield from (*study.staffing.units, *study.staffing.lines, *study.scenarios)
