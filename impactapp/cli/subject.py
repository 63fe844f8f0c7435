"""What a picture is about, from the options of the command line."""

from argparse import ArgumentParser, Namespace

from impactapp.charts.subject import Subject
from impactapp.domain.level import Hypothesis
from impactapp.domain.problems import Problem, Refusal
from impactapp.domain.profession import Profession
from impactapp.domain.study import Study
from impactapp.domain.text import same_title
from impactapp.i18n import _


def arguments(parser: ArgumentParser) -> None:
    """The options that name it."""
    parser.add_argument(
        "--profession",
        metavar=_("CODE"),
        help=_("profession to draw, by its code or title, where the study has several"),
    )
    parser.add_argument(
        "--skill", metavar=_("TITLE"), help=_("skill to draw, by its title; without it the most exposed")
    )
    parser.add_argument(
        "--hypothesis",
        choices=[hypothesis.value for hypothesis in Hypothesis],
        help=_("hypothesis of the figures that show only one; without it the high one"),
    )
    parser.add_argument(
        "--scenario", metavar=_("TITLE"), help=_("scenario to draw, by its title; without it the first one")
    )


def is_given(options: Namespace) -> bool:
    """Whether any of them was used."""
    asked = (options.profession, options.skill, options.hypothesis, options.scenario)
    return any(given is not None for given in asked)


def subject_of(study: Study, options: Namespace) -> Subject:
    """The profession, skill and hypothesis asked for; the only profession where none is."""
    profession = profession_of(study, options.profession)
    if profession is None:
        return Subject()
    hypothesis = Hypothesis(options.hypothesis) if options.hypothesis else Hypothesis.HIGH
    return Subject(profession.id, _skill_id(profession, options.skill), hypothesis)


def scenario_subject(study: Study, options: Namespace) -> Subject:
    """The scenario asked for, the first one where none is."""
    wanted = options.scenario
    if wanted is None or not study.scenarios:
        return Subject(scenario_id=study.scenarios[0].id if study.scenarios else "")
    for scenario in study.scenarios:
        if wanted == scenario.id or same_title(wanted.strip(), scenario.title):
            return Subject(scenario_id=scenario.id)
    titles = ", ".join(scenario.title for scenario in study.scenarios)
    raise Refusal(Problem.SCENARIO_NAME_UNKNOWN, name=wanted, names=titles)


def profession_of(study: Study, wanted: str | None) -> Profession | None:
    """The profession of a code, an id or a title, else the only one; ``None`` where the study has none."""
    titles = ", ".join(profession.title for profession in study.professions)
    if wanted is not None and study.professions:
        found = _named(study, wanted)
        if not found:
            raise Refusal(Problem.PROFESSION_NAME_UNKNOWN, name=wanted, names=titles)
        if len(found) > 1:
            shared = ", ".join(profession.title for profession in found)
            raise Refusal(Problem.PROFESSION_NAME_SHARED, name=wanted, names=shared)
        return found[0]
    if len(study.professions) > 1:
        raise Refusal(Problem.PROFESSION_NAME_MISSING, names=titles)
    return study.professions[0] if study.professions else None


def _named(study: Study, wanted: str) -> list[Profession]:
    """The professions of an id or a title, which are unique, else those of a code, which may not be."""
    by_name = [one for one in study.professions if wanted == one.id or same_title(wanted.strip(), one.title)]
    return by_name[:1] or [one for one in study.professions if wanted == one.code]


def _skill_id(profession: Profession, wanted: str | None) -> str:
    if wanted is None:
        return ""
    for skill in profession.skills:
        if wanted == skill.id or same_title(wanted.strip(), skill.title):
            return skill.id
    titles = ", ".join(skill.title for skill in profession.skills)
    raise Refusal(Problem.SKILL_NAME_UNKNOWN, name=wanted, names=titles)
