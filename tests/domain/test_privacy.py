"""What in a free text points at a person, and what only looks like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from impactapp.domain.analysis.privacy import Trace, privacy_remarks


def traces(text: str) -> list[tuple[Trace, str]]:
    return [(remark.trace, text[remark.start : remark.end]) for remark in privacy_remarks(text)]


@pytest.mark.parametrize(
    ("text", "trace", "part"),
    [
        ("NIR 1 84 12 76 451 089 46 du dossier", Trace.NIR, "1 84 12 76 451 089 46"),
        ("2840976451089" + f"{97 - 2840976451089 % 97:02d}", Trace.NIR, None),
        ("rappeler au 06 12 34 56 78 demain", Trace.PHONE, "06 12 34 56 78"),
        ("tél. +33 6.12.34.56.78", Trace.PHONE, "+33 6.12.34.56.78"),
        ("écrire à jean.dupont@chu-exemple.fr.", Trace.EMAIL, "jean.dupont@chu-exemple.fr"),
        ("selon Mme Martin, il faut", Trace.NAMED_PERSON, "Mme Martin"),
        ("vu avec M. de La Tour hier", Trace.NAMED_PERSON, "M. de La Tour"),
        ("IPP n° 800123456", Trace.PATIENT_NUMBER, "IPP n° 800123456"),
    ],
)
def test_a_trace_of_a_person_is_found_with_its_place(text: str, trace: Trace, part: str | None) -> None:
    found = traces(text)
    assert [one for one, _part in found] == [trace]
    assert part is None or found[0][1] == part


@pytest.mark.parametrize(
    "text",
    [
        "1 84 12 76 451 089 47",
        "Accueil de 12 000 patients par an, 45 % par téléphone",
        "le médecin, la secrétaire et le cadre",
        "M. ou Mme selon le cas",
        "réf. 2026-11-22 / 0612",
        "",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert traces(text) == []


def test_several_traces_come_in_the_order_of_the_text() -> None:
    found = traces("Mme Martin (06 12 34 56 78, a.b@c.fr)")
    assert [one for one, _part in found] == [Trace.NAMED_PERSON, Trace.PHONE, Trace.EMAIL]


def test_a_name_inside_an_address_is_one_trace() -> None:
    assert traces("Mme Martin.Durand@exemple.fr")[0][0] in (Trace.NAMED_PERSON, Trace.EMAIL)
    assert len(traces("IPP 0612345678")) == 1


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    for remark in privacy_remarks(text):
        assert 0 <= remark.start < remark.end <= len(text)
