"""The hidden sheet by which a workbook is read back: what it is, of which study, and which id each row had."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from impactapp import i18n, labels
from impactapp.domain.analysis.results import Results
from impactapp.domain.level import Level
from impactapp.domain.profession import Category
from impactapp.domain.rule import Rule
from impactapp.domain.scenario import Adoption
from impactapp.domain.skill import BarrierState, Criticality, Retention, SkillKind, Stage
from impactapp.domain.staff import UnitKind
from impactapp.domain.study import Study
from impactapp.exchange.workbook import layout as at
from impactapp.exchange.workbook import skill_layout as on
from impactapp.exchange.workbook.book import Book
from impactapp.exchange.workbook.packed_study import packed, packed_json
from impactapp.exchange.workbook.skill_formulas import FORMATIVE, against_choices, yes
from impactapp.exchange.workbook.skill_layout import SkillLayout
from impactapp.exchange.workbook.standing import standing_of
from impactapp.labels import skills as skill_labels
from impactapp.labels.scenarios import adoption_word, rule_choice
from impactapp.labels.staff import unit_kind_word

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

SHEET = "_impactapp"
FORMAT = "impactapp/workbook"
VERSION = 2  # 1 had neither the base nor the codes of columns
_KEYS_WIDTH = 3  # columns left of the table of ids
_SKILLS_AT, _MEASURES_AT = 9, 15  # columns of the tables of skills and of measures
# columns of the study as it was written, and of what stands beside what is read back, both in pieces
BASE_AT, STANDING_AT = 20, 21


def write_ids(
    book: Book,
    results: Results,
    skills: SkillLayout | None,
    sheets: dict[str, str],
    made_at: datetime,
) -> None:
    """Write the sheet; ``sheets`` gives the titles of the others by what they hold."""
    sheet = book.sheet(SHEET)
    study = results.study
    facts: dict[str, str | int] = {
        "format": FORMAT,
        "version": VERSION,
        "study_id": study.id,
        "made_at": made_at.astimezone(UTC).isoformat(timespec="seconds"),
        "language": i18n.language(),
        "rule": study.rule.value,
        "weighting": study.weighting.value,
        **{f"sheet_{what}": title for what, title in sheets.items()},
        **_level_words(),
        **_plan_words(study),
        **({} if skills is None else {"exposure_rule": study.exposure_rule.value, **_skill_words()}),
    }
    for row, (key, value) in enumerate(facts.items()):
        book.text(sheet, row, 0, key, "plain")
        if isinstance(value, int):
            sheet.write_number(row, 1, value)
        else:
            book.text(sheet, row, 1, value, "plain")
    first = list(facts).index(f"level_{Level.FAIBLE.code}")
    book.workbook.define_name(at.LEVEL_WORDS, f"={SHEET}!$B${first + 1}:$B${first + len(Level)}")
    _table(book, sheet, results)
    _base(book, sheet, study)
    _pieces(book, sheet, STANDING_AT, "standing", packed_json(standing_of(book, SHEET)))
    if skills is not None:
        _skills(book, sheet, skills)
        _measures(book, sheet, skills)
    sheet.very_hidden()


def _table(book: Book, sheet: "Worksheet", results: Results) -> None:
    header = ("task_number", "task_id", "profession_id", "matrix_row", "criteria_row")
    for column, title in enumerate(header, _KEYS_WIDTH):
        book.text(sheet, 0, column, title, "plain")
    row = 0
    for profession in results.study.professions:
        for task in profession.tasks:
            row += 1
            sheet.write_number(row, _KEYS_WIDTH, row)
            book.text(sheet, row, _KEYS_WIDTH + 1, task.id, "plain")
            book.text(sheet, row, _KEYS_WIDTH + 2, profession.id, "plain")
            sheet.write_number(row, _KEYS_WIDTH + 3, at.MATRIX_FIRST + row)
            sheet.write_number(row, _KEYS_WIDTH + 4, at.CRITERIA_FIRST + row)


def _base(book: Book, sheet: "Worksheet", study: Study) -> None:
    """The study as it is now, which tells later who changed what; without its sittings: votes are not for a mail."""
    _pieces(book, sheet, BASE_AT, "base", packed(replace(study, sittings=())))


def _pieces(book: Book, sheet: "Worksheet", column: int, title: str, pieces: Sequence[str]) -> None:
    for row, piece in enumerate((title, *pieces)):
        book.text(sheet, row, column, piece, "plain")


def list_words() -> dict[str, str]:
    """The words of all lists by their codes, in the chosen language."""
    return {**_level_words(), **_staff_words(), **_scenario_words(), **_skill_words()}


def _level_words() -> dict[str, str]:
    return {
        **{f"level_{level.code}": labels.level_word(level) for level in Level},
        **{f"rule_{rule.value}": labels.rule_word(rule) for rule in Rule},
    }


def _plan_words(study: Study) -> dict[str, str]:
    """The words of the sheets of staff and of scenarios, where there are such."""
    has_staff = study.staffing.units or study.staffing.census is not None
    return {**(_staff_words() if has_staff else {}), **(_scenario_words() if study.scenarios else {})}


def _staff_words() -> dict[str, str]:
    return {
        **{f"unit_{kind.value}": unit_kind_word(kind) for kind in UnitKind},
        **{f"category_{one.value}": labels.category_word(one) for one in Category},
    }


def _scenario_words() -> dict[str, str]:
    return {
        **{f"adoption_{one.value}": adoption_word(one) for one in Adoption},
        **{f"choice_{'' if one is None else one.value}": rule_choice(one) for one in (None, *Rule)},
    }


def _skill_words() -> dict[str, str]:
    """The words of the lists of the sheets of skills by their codes."""
    against = {"_".join(mechanism.value for mechanism in chosen): chosen for chosen in against_choices()}
    return {
        **{f"kind_{kind.value}": skill_labels.kind_word(kind) for kind in SkillKind},
        **{f"criticality_{int(step)}": skill_labels.criticality_word(step) for step in Criticality},
        **{f"retention_{one.value}": skill_labels.retention_word(one) for one in Retention},
        **{f"stage_{stage.value}": skill_labels.stage_word(stage) for stage in Stage},
        **{f"against_{code}": skill_labels.against_words(chosen) for code, chosen in against.items()},
        **{f"state_{state.value}": skill_labels.state_word(state) for state in BarrierState},
        "validated": yes(),
        "formative": FORMATIVE,
    }


def _skills(book: Book, sheet: "Worksheet", skills: SkillLayout) -> None:
    """Where each skill stands; its column in *Links* is that of its intensities, rows and columns counted from 1."""
    header = ("skill_number", "skill_id", "profession_id", "skills_row", "links_column")
    for column, title in enumerate(header, _SKILLS_AT):
        book.text(sheet, 0, column, title, "plain")
    for row, skill in enumerate(skills.skills, 1):
        sheet.write_number(row, _SKILLS_AT, skill.number)
        book.text(sheet, row, _SKILLS_AT + 1, skill.found.skill.id, "plain")
        book.text(sheet, row, _SKILLS_AT + 2, skill.profession.id, "plain")
        sheet.write_number(row, _SKILLS_AT + 3, on.FIRST + row)
        sheet.write_number(row, _SKILLS_AT + 4, on.FIRST_INTENSITY + skill.position + 1)


def _measures(book: Book, sheet: "Worksheet", skills: SkillLayout) -> None:
    header = ("measure_number", "measure_id", "profession_id", "measures_row")
    for column, title in enumerate(header, _MEASURES_AT):
        book.text(sheet, 0, column, title, "plain")
    for row, (profession, barrier) in enumerate(skills.barriers, 1):
        sheet.write_number(row, _MEASURES_AT, row)
        book.text(sheet, row, _MEASURES_AT + 1, barrier.id, "plain")
        book.text(sheet, row, _MEASURES_AT + 2, profession.id, "plain")
        sheet.write_number(row, _MEASURES_AT + 3, on.FIRST + row)
