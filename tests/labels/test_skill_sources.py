"""What the tool proposed says so, apart from what the group wrote."""

from dataclasses import replace

from impactapp.domain.profession import Profession
from impactapp.domain.skill import Skill
from impactapp.labels import skills as spoken
from tests import builders

OURS = "Proposition de l’outil, à valider en atelier"


def made(*sources: str, code: str = "", validated: int = 0) -> Profession:
    tasks = tuple(replace(builders.task(number), human_validates=number <= validated) for number in (1, 2, 3))
    skills = tuple(Skill(f"k{at}", f"Compétence {at}", source=source) for at, source in enumerate(sources))
    return replace(builders.profession(1, tasks), code=code, skills=skills)


def plain(profession: Profession) -> str:
    return spoken.sources_sentence([profession]).replace("\u00a0", " ")


def test_skills_of_the_group_need_no_sentence_and_no_mark() -> None:
    own = made("", code="secretaire-medicale", validated=2)
    assert plain(own) == ""
    assert spoken.skill_title(own.skills[0]) == "Compétence 0"


def test_proposed_skills_are_counted_apart_from_those_of_the_group() -> None:
    assert plain(made(OURS, "", OURS)) == f"{OURS} : 2 compétences et leurs liens."
    assert plain(made("", OURS)) == f"{OURS} : 1 compétence et ses liens."


def test_each_origin_is_named() -> None:
    assert plain(made(OURS, "Fiche métier")) == (
        f"{OURS} : 1 compétence et ses liens et Fiche métier : 1 compétence et ses liens."
    )


def test_validations_of_the_catalogue_are_said_to_be_proposed() -> None:
    said = plain(made(OURS, code="secretaire-medicale", validated=2))
    assert said.endswith("« Un humain valide » (2 activités) fait partie de la proposition.")


def test_validations_ticked_by_a_group_that_took_nothing_from_the_catalogue_are_its_own() -> None:
    assert "humain" not in plain(made("Fiche métier", validated=2))


def test_the_name_of_a_proposed_skill_is_marked() -> None:
    assert spoken.skill_title(made(OURS).skills[0]) == "Compétence 0\u00a0*"
