"""The sitting and the groups a command is about, by the titles people know them by."""

from argparse import ArgumentParser

from impactapp.domain.problems import Problem, Refusal
from impactapp.domain.study import Study
from impactapp.domain.text import same_title
from impactapp.domain.workshop import Group, Sitting
from impactapp.i18n import _
from impactapp.labels import workshop as workshop_labels


def add_sitting(parser: ArgumentParser) -> None:
    """Ask which sitting."""
    parser.add_argument("--sitting", metavar=_("TITLE"), help=_("sitting, by its title, where the study has several"))


def sitting_of(study: Study, wanted: str | None) -> Sitting:
    """The sitting asked for; the only one where none is."""
    if not study.sittings:
        raise Refusal(Problem.STUDY_WITHOUT_SITTINGS)
    titles = ", ".join(sitting.title for sitting in study.sittings)
    if wanted is None:
        if len(study.sittings) != 1:
            raise Refusal(Problem.SITTING_NAME_MISSING, names=titles)
        return study.sittings[0]
    for sitting in study.sittings:
        if wanted == sitting.id or same_title(wanted.strip(), sitting.title):
            return sitting
    raise Refusal(Problem.SITTING_NAME_UNKNOWN, name=wanted, names=titles)


def groups_of(sitting: Sitting, wanted: str | None) -> tuple[Group, ...]:
    """The group asked for; all of them where none is."""
    if not sitting.groups:
        raise Refusal(Problem.SITTING_WITHOUT_GROUPS, title=sitting.title)
    if wanted is None:
        return sitting.groups
    found = tuple(group for group in sitting.groups if _is_named(group, wanted.strip()))
    if not found:
        names = ", ".join(workshop_labels.group_title(group) for group in sitting.groups)
        raise Refusal(Problem.GROUP_NAME_UNKNOWN, name=wanted, names=names)
    if len(found) > 1:
        raise Refusal(Problem.GROUP_NAME_SHARED, name=wanted)
    return found


def _is_named(group: Group, wanted: str) -> bool:
    return wanted in (group.id, group.kind.value) or same_title(wanted, workshop_labels.group_title(group))
