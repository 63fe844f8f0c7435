"""A template from anywhere: whatever is wrong with it is said in one sentence, and nothing is written."""

import contextlib
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pptx import Presentation

from impactapp import labels
from impactapp.domain.problems import Problem
from impactapp.exchange.office import templates
from impactapp.exchange.office.house import Form
from impactapp.exchange.problems import ExchangeError
from tests.exchange.dossier import slides, told, word


def docx_bytes() -> bytes:
    """A sound document."""
    packed = io.BytesIO()
    document = Document()
    document.add_paragraph("{{titre}} {{rapport}}")
    document.save(packed)
    return packed.getvalue()


def pptx_bytes() -> bytes:
    """A sound deck."""
    packed = io.BytesIO()
    Presentation().save(packed)
    return packed.getvalue()


def changed(packed: bytes, change: Callable[[str, bytes], bytes | None], **more: bytes) -> bytes:
    """The same file with its parts changed, left out, or others added."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = change(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
        for name, content in more.items():
            new.writestr(name, content)
    return made.getvalue()


def with_part(name: str, content: bytes) -> bytes:
    """A sound document with one more part."""
    return changed(docx_bytes(), lambda _name, old: old, **{name: content})


def with_main(old: bytes, new: bytes) -> bytes:
    """A sound document whose main part has something replaced."""
    return changed(docx_bytes(), lambda name, part: part.replace(old, new) if name == "word/document.xml" else part)


LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><w:document'
HOSTILE: dict[str, tuple[Callable[[], bytes], Problem]] = {
    "old": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, Problem.OFFICE_TEMPLATE_OLD),
    "protected": (
        lambda: b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
        Problem.OFFICE_TEMPLATE_PROTECTED,
    ),
    "empty": (lambda: b"", Problem.OFFICE_TEMPLATE_DAMAGED),
    "text": (lambda: b"Bonjour", Problem.OFFICE_TEMPLATE_DAMAGED),
    "half": (lambda: docx_bytes()[:9_000], Problem.OFFICE_TEMPLATE_DAMAGED),
    "slides": (pptx_bytes, Problem.OFFICE_TEMPLATE_FOREIGN),
    "other zip": (lambda: changed(docx_bytes(), lambda _n, _c: None, x=b"x"), Problem.OFFICE_TEMPLATE_FOREIGN),
    "macros": (lambda: with_part("word/vbaProject.bin", b"x"), Problem.OFFICE_TEMPLATE_WITH_MACROS),
    "docm": (
        lambda: changed(
            docx_bytes(),
            lambda _n, c: c.replace(
                b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                b"application/vnd.ms-word.document.macroEnabled.main+xml",
            ),
        ),
        Problem.OFFICE_TEMPLATE_WITH_MACROS,
    ),
    "bomb": (lambda: with_part("word/media/x.bin", b"\0" * 200_000_000), Problem.OFFICE_TEMPLATE_TOO_LARGE),
    "laughs": (lambda: with_main(b"<w:document", LAUGHS), Problem.OFFICE_TEMPLATE_DAMAGED),
    "no main part": (
        lambda: changed(docx_bytes(), lambda name, content: None if name == "word/document.xml" else content),
        Problem.OFFICE_TEMPLATE_DAMAGED,
    ),
    "no styles": (
        lambda: changed(docx_bytes(), lambda name, content: b"<x/>" if name == "word/styles.xml" else content),
        Problem.OFFICE_TEMPLATE_DAMAGED,
    ),
    "broken xml": (lambda: with_main(b"</w:body>", b""), Problem.OFFICE_TEMPLATE_DAMAGED),
    "no body": (lambda: with_main(b"w:body", b"w:corps"), Problem.OFFICE_TEMPLATE_DAMAGED),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_wrong_with_a_template_is_one_sentence_and_nothing_is_written(name: str, tmp_path: Path) -> None:
    make, problem = HOSTILE[name]
    path = tmp_path / "modèle.docx"
    path.write_bytes(make())
    with pytest.raises(ExchangeError) as refused:
        word(told(), tmp_path, path)
    assert refused.value.problem is problem
    said = labels.sentence(refused.value)
    assert "modèle.docx" in said
    assert said.count(". ") == 0
    assert [one.name for one in tmp_path.iterdir()] == ["modèle.docx"]


@pytest.mark.parametrize("name", ["old", "protected", "empty", "text", "half", "macros", "laughs"])
def test_the_same_is_said_of_slides(name: str, tmp_path: Path) -> None:
    path = tmp_path / "modèle.pptx"
    path.write_bytes(HOSTILE[name][0]())
    with pytest.raises(ExchangeError) as refused:
        slides(told(), tmp_path, path)
    assert refused.value.problem in (HOSTILE[name][1], Problem.OFFICE_TEMPLATE_FOREIGN)


def test_a_document_is_no_template_of_slides(tmp_path: Path) -> None:
    path = tmp_path / "modèle.pptx"
    path.write_bytes(docx_bytes())
    with pytest.raises(ExchangeError) as refused:
        slides(told(), tmp_path, path)
    assert refused.value.problem is Problem.OFFICE_TEMPLATE_FOREIGN


def test_a_missing_template_and_a_folder_are_refused(tmp_path: Path) -> None:
    (tmp_path / "dossier.docx").mkdir()
    for path, problem in ((tmp_path / "absent.docx", Problem.FILE_MISSING), (tmp_path / "dossier.docx", None)):
        with pytest.raises(ExchangeError) as refused:
            templates.template_package(path, Form.WORD)
        assert refused.value.problem is (problem or Problem.OFFICE_TEMPLATE_DAMAGED)


def test_a_file_that_is_too_large_is_not_read_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(templates, "LARGEST_FILE", 10_000)
    path = tmp_path / "modèle.docx"
    path.write_bytes(docx_bytes())
    with pytest.raises(ExchangeError) as refused:
        word(told(), tmp_path, path)
    assert refused.value.problem is Problem.OFFICE_TEMPLATE_TOO_LARGE


FORMS = [(docx_bytes, word, "m.docx", "dossier.docx"), (pptx_bytes, slides, "m.pptx", "diapositives.pptx")]


@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_a_template_with_wrong_bytes_is_taken_or_refused_and_never_more(data: st.DataObject, tmp_path: Path) -> None:
    make, write, name, target = data.draw(st.sampled_from(FORMS))
    spoilt = bytearray(make())
    with zipfile.ZipFile(io.BytesIO(make())) as parts:
        part = data.draw(st.sampled_from([one for one in parts.namelist() if one.endswith((".xml", ".rels"))]))
        content = bytearray(parts.read(part))
    for _turn in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(content) - 1))
        content[start : start + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=12))
        content = content or bytearray(b"x")
    inside = data.draw(st.booleans())
    if not inside:
        start = data.draw(st.integers(0, len(spoilt) - 1))
        spoilt[start : start + data.draw(st.integers(1, 200))] = data.draw(st.binary(max_size=12))
    packed = changed(make(), lambda one, old: bytes(content) if one == part else old) if inside else bytes(spoilt)
    path = tmp_path / name
    path.write_bytes(packed)
    with contextlib.suppress(ExchangeError):
        write(told(), tmp_path, path)
        assert (tmp_path / target).stat().st_size > 5_000
