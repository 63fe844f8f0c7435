"""`export` of the report, its one page, Word, slides and the record: in processes of their own, and what is refused."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest

from impactapp.store.study_file import StudyFile
from tests import builders
from tests.cli.conftest import Run
from tests.test_house import ROOT

STARTS = {".pdf": b"%PDF-", ".docx": b"PK\x03\x04", ".pptx": b"PK\x03\x04", ".zip": b"PK\x03\x04"}
INSIDE = {".docx": "word/document.xml", ".pptx": "ppt/presentation.xml", ".zip": "SOMME-SHA256.txt"}


def called(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command line in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "impactapp", *arguments, "--lang", "fr"]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)


def write_study(path: str = "s.impact") -> str:
    StudyFile.create(Path(path), builders.skilled(), datetime(2026, 11, 22, tzinfo=UTC)).close()
    return path


@pytest.mark.parametrize("suffix", STARTS)
def test_each_form_is_written_over_what_was_there_with_its_progress(tmp_path: Path, suffix: str) -> None:
    StudyFile.create(tmp_path / "s.impact", builders.skilled(), datetime(2026, 11, 22, tzinfo=UTC)).close()
    (tmp_path / f"x{suffix}").write_bytes(b"old")
    done = called(tmp_path, "export", "s.impact", "--out", f"x{suffix}", "--progress")
    assert (done.returncode, done.stderr) == (0, "")
    *steps, last = done.stdout.splitlines()
    assert last == f"Fichier écrit\u00a0: x{suffix}"
    reached, total = steps[-1].split("/")
    assert reached == total
    assert (tmp_path / f"x{suffix}").read_bytes().startswith(STARTS[suffix])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["s.impact", f"x{suffix}"]
    if suffix in INSIDE:
        with ZipFile(tmp_path / f"x{suffix}") as archive:
            assert INSIDE[suffix] in archive.namelist()


def test_the_record_draws_every_figure_of_each_profession_that_has_something_to_show(run: Run) -> None:
    write_study()
    assert run("export", "s.impact", "--out", "x.zip").code == 0
    with ZipFile("x.zip") as archive:
        drawn = [name for name in archive.namelist() if name.startswith("figures/")]
        assert all(archive.read(name)[:4] in (b"\x89PNG", b"<?xm") for name in drawn)
    assert len(drawn) == 22
    assert sum(name.startswith("figures/01-secretaire-medicale/") for name in drawn) == 20
    assert {"figures/metiers.png", "figures/metiers.svg"} < set(drawn)


def test_the_one_page_is_another_pdf_than_the_report(run: Run) -> None:
    write_study()
    assert run("export", "s.impact", "--out", "one.pdf", "--summary").code == 0
    assert run("export", "s.impact", "--out", "all.pdf").code == 0
    assert Path("one.pdf").stat().st_size < Path("all.pdf").stat().st_size


@pytest.mark.parametrize("suffix", STARTS)
def test_a_study_with_nothing_in_it_has_a_dossier_all_the_same(run: Run, suffix: str) -> None:
    assert run("new", "e.impact").code == 0
    done = run("export", "e.impact", "--out", f"x{suffix}")
    assert (done.code, done.err) == (0, "")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (("--out", "x.pdf", "--profession", "sec"), "vont avec --chart"),
        (("--out", "x.docx", "--chart", "matrix"), "--skill, --hypothesis et --scenario"),
        (("--out", "x.docx", "--summary"), "--summary est pour un .pdf sans --chart"),
        (("--out", "x.pdf", "--chart", "matrix", "--summary"), "--summary est pour un .pdf sans --chart"),
        (("--out", "x.xlsx", "--template", "."), "--template est pour .docx"),
        (("--out", "x.pdf", "--chart", "matrix", "--template", "."), "--template est pour .docx"),
        (("--out", "x.zip", "--summary"), "--summary est pour un .pdf sans --chart"),
    ],
)
def test_an_option_of_no_use_to_the_file_is_a_misuse_in_one_sentence(
    run: Run, demo: str, line: tuple[str, ...], words: str
) -> None:
    shown = run("export", demo, *line)
    assert (shown.code, shown.out) == (2, "")
    assert words in shown.err
    assert shown.err.count("\n") == 1
    assert [path.name for path in Path().iterdir()] == [demo]


@pytest.mark.parametrize("suffix", STARTS)
@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("absent", "« absent » n’est pas dans"),
        ("letter.txt", "« letter.txt » ne peut pas servir de modèle à un fichier"),
        ("several", "contient plusieurs fichiers pour un même format : n’en gardez qu’un parmi a.docx, b.DOCX"),
    ],
)
def test_a_template_that_cannot_be_told_is_refused_in_one_sentence(
    run: Run, demo: str, suffix: str, template: str, words: str
) -> None:
    Path("letter.txt").write_text("Bonjour", encoding="utf-8")
    Path("several").mkdir()
    for name in ("a.docx", "b.DOCX", "~$a.docx", ".c.docx"):
        (Path("several") / name).write_bytes(b"")
    refused = run("export", demo, "--out", f"x{suffix}", "--template", template)
    assert (refused.code, refused.out) == (1, "")
    assert words in refused.err.replace("\u00a0", " ")
    assert refused.err.count("\n") == 1
    assert not Path(f"x{suffix}").exists()


@pytest.mark.parametrize(("form", "template"), [(".pdf", "t.docx"), (".docx", "t.pptx"), (".pptx", "t.docx")])
def test_a_template_of_another_form_is_refused(run: Run, demo: str, form: str, template: str) -> None:
    Path(template).write_bytes(b"x")
    refused = run("export", demo, "--out", f"x{form}", "--template", template)
    assert refused.code == 1
    assert refused.err.replace("\u00a0", " ") == (
        f"« {template} » ne peut pas servir de modèle à un fichier {form} : "
        f"donnez un dossier, ou un fichier qui se termine par {form}.\n"
    )


@pytest.mark.parametrize("suffix", [".docx", ".zip"])
def test_a_field_of_the_template_that_is_not_known_is_named_after_the_file(run: Run, demo: str, suffix: str) -> None:
    from docx import Document

    Path("charte").mkdir()
    template = Document()
    template.add_paragraph("Visa du {{chef_de_pole}}")
    template.save("charte/modele.docx")
    done = run("export", demo, "--out", f"x{suffix}", "--template", "charte")
    assert (done.code, done.err) == (0, "")
    first, *remarks = done.out.splitlines()
    assert first == f"Fichier écrit\u00a0: x{suffix}"
    assert "{{chef_de_pole}}" in remarks[0]


@pytest.mark.parametrize("suffix", STARTS)
def test_where_it_cannot_be_written_it_is_refused_and_leaves_nothing(run: Run, demo: str, suffix: str) -> None:
    Path(f"folder{suffix}").mkdir()
    for target in (f"nowhere/x{suffix}", f"folder{suffix}"):
        refused = run("export", demo, "--out", target)
        assert (refused.code, refused.out, refused.err.count("\n")) == (1, "", 1)
    assert sorted(path.name for path in Path().rglob("*")) == sorted([demo, f"folder{suffix}"])


def test_a_record_is_never_written_over_its_study(run: Run, demo: str) -> None:
    Path(demo).rename("s.zip")
    before = Path("s.zip").read_bytes()
    assert run("export", "s.zip", "--out", "./s.zip").code == 1
    assert Path("s.zip").read_bytes() == before


def test_a_record_of_a_file_that_is_no_study_names_that_file(run: Run) -> None:
    Path("lettre.impact").write_text("Bonjour", encoding="utf-8")
    refused = run("export", "lettre.impact", "--out", "x.zip")
    assert (refused.code, Path("x.zip").exists()) == (1, False)
    assert "« lettre.impact »" in refused.err.replace("\u00a0", " ")


def test_the_record_of_a_study_that_a_window_holds_is_of_its_last_edit(run: Run) -> None:
    held = StudyFile.create(Path("s.impact"), builders.skilled(), datetime(2026, 11, 22, tzinfo=UTC))
    assert run("export", "s.impact", "--out", "x.zip").code == 0
    with ZipFile("x.zip") as archive:
        archive.extract("etude.impact")
    held.close()
    copy = StudyFile.open(Path("etude.impact"))
    assert (copy.study, copy.read_only) == (builders.skilled(), None)
    copy.close()
