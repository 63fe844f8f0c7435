"""A hospital's own Word document: its styles and headers stay, its fields are filled wherever Word cut them."""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from impactapp.exchange.word.writing import write_report_docx
from tests import builders
from tests.exchange.dossier import drawn, report_of, told, word, word_text


def template(folder: Path, build: Callable[[Any], None]) -> Path:
    """A document made by a hospital."""
    document = Document()
    build(document)
    path = folder / "modèle.docx"
    document.save(str(path))
    return path


def cut(paragraph: Any, *pieces: str) -> None:
    """A text in several runs, as Word leaves it."""
    for number, piece in enumerate(pieces):
        paragraph.add_run(piece).bold = bool(number % 2)


def test_a_field_cut_into_runs_is_filled_in_the_form_of_its_first_letter(tmp_path: Path) -> None:
    path = template(tmp_path, lambda d: cut(d.add_paragraph(), "Étude : {", "{ti", "tre}", "} du jour"))
    made, outcome = word(told(), tmp_path, path)
    first = Document(str(made)).paragraphs[0]
    assert first.text == "Étude : Secrétaire médicale du jour"
    assert next((run.text, run.bold) for run in first.runs if run.text) == ("Étude : Secrétaire médicale", False)
    assert outcome.unknown == ()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_wherever_word_cuts_a_text_its_fields_are_filled(data: st.DataObject, tmp_path: Path) -> None:
    text = "A {{titre}} B {{ Établissement }}{{TITRE}} C {{inconnu}} {seul} D"
    cuts = sorted(data.draw(st.sets(st.integers(1, len(text) - 1), max_size=12)))
    pieces = [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    made, outcome = word(told(), tmp_path, template(tmp_path, lambda d: cut(d.add_paragraph(), *pieces)))
    first = "A Secrétaire médicale B CH de DémonstrationSecrétaire médicale C {{inconnu}} {seul} D"
    assert Document(str(made)).paragraphs[0].text == first
    assert outcome.unknown == ("{{inconnu}}",)


def test_fields_are_filled_in_tables_headers_footers_and_text_boxes(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        document.add_table(1, 1).cell(0, 0).text = "T {{titre}}"
        section = document.sections[0]
        section.different_first_page_header_footer = True
        section.header.paragraphs[0].text = "H {{titre}}"
        section.first_page_header.paragraphs[0].text = "P {{titre}}"
        section.footer.paragraphs[0].text = "F {{établissement}}"
        inside = "<w:p><w:r><w:t>B {{titre}}</w:t></w:r></w:p>"
        box = f"<w:pict><w:txbxContent>{inside}</w:txbxContent></w:pict>"
        document.add_paragraph("avant {{titre}} ")._p.append(parse_xml(f"<w:r {nsdecls('w')}>{box}</w:r>"))

    made, outcome = word(told(), tmp_path, template(tmp_path, build))
    document = Document(str(made))
    section = document.sections[0]
    assert document.tables[0].cell(0, 0).text == "T Secrétaire médicale"
    assert section.header.paragraphs[0].text == "H Secrétaire médicale"
    assert section.first_page_header.paragraphs[0].text == "P Secrétaire médicale"
    assert section.footer.paragraphs[0].text == "F CH de Démonstration"
    lines = word_text(made).split("\n")
    assert {"avant Secrétaire médicale B Secrétaire médicale", "B Secrétaire médicale"} <= set(lines)
    assert outcome.unknown == ()


def test_the_report_stands_where_the_template_says_and_what_is_around_it_stays(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        for text in ("avant", "{{rapport}}", "après"):
            document.add_paragraph(text)

    made, outcome = word(told(), tmp_path, template(tmp_path, build))
    lines = word_text(made).split("\n")
    assert lines[0] == "avant"
    assert lines[-1] == "après"
    assert lines.index("L’essentiel") < lines.index("Avis et signatures")
    assert not any("{{" in line for line in lines)
    assert outcome.sentences() == ()


def test_without_a_place_the_report_stands_at_the_end_and_that_is_said(tmp_path: Path) -> None:
    made, outcome = word(told(), tmp_path, template(tmp_path, lambda d: d.add_paragraph("Papier à en-tête")))
    lines = word_text(made).split("\n")
    assert lines[:2] == ["Papier à en-tête", "Secrétaire médicale"]
    assert "Avis et signatures" in lines
    assert outcome.sentences() == ("Le modèle ne dit pas où placer le dossier ({{rapport}})\u00a0: il est à la fin.",)


def test_a_section_break_in_the_paragraph_of_the_place_is_kept(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        document.add_paragraph("couverture")
        document.add_section()
        document.add_paragraph("{{rapport}}")
        document.add_section()
        document.add_paragraph("fin")

    made, _outcome = word(told(), tmp_path, template(tmp_path, build))
    assert len(Document(str(made)).sections) == 3
    assert word_text(made).split("\n")[-1] == "fin"


def test_what_is_not_known_and_what_the_study_does_not_say_are_named(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        document.add_paragraph("{{titre}} {{numero finess}} {{établissement}} {{rapport}}")
        document.sections[0].header.paragraphs[0].text = "{{pas fermé"

    made, outcome = word(builders.secretary(), tmp_path, template(tmp_path, build))
    assert word_text(made).startswith("Secrétaire médicale {{numero finess}} [à compléter\u00a0: Établissement]")
    assert set(outcome.unknown) == {"{{numero finess}}", "{{pas fermé"}
    first, second = outcome.sentences()
    assert "{{numero finess}}" in first
    assert "{{titre}}" in first
    assert second == "L’étude ne dit rien pour ce champ du modèle\u00a0: {{Établissement}}."


def test_a_text_of_the_study_that_looks_like_a_field_is_left_alone(tmp_path: Path) -> None:
    (found,) = told().professions
    study = builders.study(builders.profession(1, (builders.task(1),)))
    study = replace(study, title="{{établissement}}", professions=(replace(found, title="{{rapport}}"),))
    made, outcome = word(study, tmp_path, template(tmp_path, lambda d: d.add_paragraph("{{titre}}")))
    assert word_text(made).startswith("{{établissement}}")
    assert outcome.unknown == ()


def test_the_styles_of_the_hospital_are_kept_and_used(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        document.styles["Heading 1"].font.size = Pt(31)
        document.styles["Normal"].font.name = "Comic Sans MS"
        lead = document.styles.add_style("Impactapp Lead", WD_STYLE_TYPE.PARAGRAPH)
        lead.font.size = Pt(17)
        document.add_paragraph("{{rapport}}")

    made, _outcome = word(told(), tmp_path, template(tmp_path, build))
    document = Document(str(made))
    assert document.styles["Heading 1"].font.size == Pt(31)
    assert document.styles["Normal"].font.name == "Comic Sans MS"
    assert document.styles["Impactapp Lead"].font.size == Pt(17)
    assert {p.style.name for p in document.paragraphs if p.style} >= {
        "Heading 1",
        "Heading 2",
        "Impactapp Lead",
        "Caption",
    }


def test_a_template_with_hardly_a_style_and_no_list_takes_the_whole_report(tmp_path: Path) -> None:
    bare = tmp_path / "nu.docx"
    with (
        zipfile.ZipFile(template(tmp_path, lambda d: d.add_paragraph("{{rapport}}"))) as old,
        zipfile.ZipFile(bare, "w") as new,
    ):
        for name in old.namelist():
            content = old.read(name)
            if name == "word/styles.xml":
                content = f"<w:styles {nsdecls('w')}/>".encode()
            if name == "word/_rels/document.xml.rels":
                content = re.sub(rb"<Relationship [^>]*(?:numbering|Effects)[^>]*/>", b"", content)
            if name != "word/numbering.xml":
                new.writestr(name, content)
    made, _outcome = word(told(), tmp_path, bare)
    document = Document(str(made))
    names = [style.name for style in document.styles]
    assert {"Heading 1", "Caption", "Impactapp Cell"} <= set(names)
    used = {p.style.style_id for p in document.paragraphs if p.style}
    assert used <= {style.style_id for style in document.styles}


def test_tables_and_pictures_are_as_wide_as_the_text_of_the_template(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        section = document.sections[0]
        section.page_width, section.left_margin, section.right_margin = Pt(400), Pt(50), Pt(50)
        document.add_paragraph("{{rapport}}")

    made, _outcome = word(told(), tmp_path, template(tmp_path, build))
    document = Document(str(made))
    widths = {int(w) for w in document.element.body.xpath("w:tbl/w:tblPr/w:tblW/@w:w")}
    assert all(abs(width - 6000) <= 10 for width in widths)
    assert all(shape.width <= Pt(300) for shape in document.inline_shapes)


def test_a_table_of_contents_of_the_template_is_not_doubled(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        field = f'<w:fldSimple {nsdecls("w")} w:instr=" TOC \\o &quot;1-3&quot; "><w:r><w:t>x</w:t></w:r></w:fldSimple>'
        document.add_paragraph()._p.append(parse_xml(field))
        document.add_paragraph("{{rapport}}")

    made, _outcome = word(told(), tmp_path, template(tmp_path, build))
    assert list(Document(str(made)).element.body.iter(qn("w:sdt"))) == []


def test_a_template_saved_as_one_is_taken_and_no_far_file_is_looked_for(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        document.add_paragraph("{{titre}}")
        part = document.settings.element
        settings_part = next(
            rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith("/settings")
        )
        far = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
        name = settings_part.relate_to("http://example.invalid/x.dotm", far, is_external=True)
        part.append(parse_xml(f'<w:attachedTemplate {nsdecls("w", "r")} r:id="{name}"/>'))

    packed = io.BytesIO()
    with zipfile.ZipFile(template(tmp_path, build)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"document.main+xml", b"template.main+xml"))
    path = tmp_path / "modèle.dotx"
    path.write_bytes(packed.getvalue())
    made, _outcome = word(told(), tmp_path, path)
    assert Document(str(made)).paragraphs[0].text == "Secrétaire médicale"
    with zipfile.ZipFile(made) as parts:
        everything = b"".join(parts.read(name) for name in parts.namelist() if name.endswith((".xml", ".rels")))
    assert b"example.invalid" not in everything
    assert b"template.main+xml" not in everything


def test_a_summary_in_a_template_has_no_contents(tmp_path: Path) -> None:
    path = template(tmp_path, lambda d: d.add_paragraph("{{rapport}}"))
    write_report_docx(report_of(told(), is_summary=True), tmp_path / "d.docx", drawn, path)
    assert list(Document(str(tmp_path / "d.docx")).element.body.iter(qn("w:sdt"))) == []


@pytest.mark.parametrize("name", ["rapport", "report", " Rapport ", "RAPPORT"])
def test_the_place_may_be_written_in_either_language(name: str, tmp_path: Path) -> None:
    _made, outcome = word(told(), tmp_path, template(tmp_path, lambda d: d.add_paragraph(f"{{{{{name}}}}}")))
    assert outcome.place == ""
