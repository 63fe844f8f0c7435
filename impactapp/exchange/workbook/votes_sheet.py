"""The sheet *Votes*: what may be shown of each question in each round, with the consensus as a live formula."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from impactapp import labels
from impactapp.domain.analysis.consensus import Consensus
from impactapp.domain.analysis.sittings import QuestionResult, sitting_result
from impactapp.domain.level import Level
from impactapp.domain.study import Study
from impactapp.domain.workshop import Counts, Sitting, Talk
from impactapp.exchange.workbook.book import Book, head_height, height_of
from impactapp.exchange.workbook.book import notes as write_notes
from impactapp.i18n import _
from impactapp.labels import workshop as workshop_labels

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_WIDTHS = (20.0, 18.0, 40.0, 7.0, 24.0, 24.0, 8.0, 8.0, 8.0, 8.0, 12.0, 30.0)
(SITTING, PROFESSION, ACTIVITY, ROUND, QUESTION, GROUP, FAIBLE, MOYEN, FORT, VOTES, CONSENSUS, WORD) = range(12)
_HEADER, _FIRST = 3, 4


@dataclass(frozen=True, slots=True)
class _Line:
    """What one group, or all of them, voted on a question; ``counts`` is ``None`` where it may not be shown."""

    sitting: Sitting
    talk: Talk
    result: QuestionResult
    group: str
    counts: Counts | None
    consensus: Consensus | None = None


def write_votes(book: Book, study: Study) -> "Worksheet":
    """Write the sheet."""
    sheet = book.sheet(_("Votes"))
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    book.title(sheet, _("Votes"), study.title)
    titles = [_("Sitting"), _("Profession"), _("Activity"), _("Round"), _("Question"), _("Group")]
    titles += [*(labels.level_word(level) for level in Level), _("Votes"), _("Consensus"), _("Reading")]
    book.header(sheet, _HEADER, 0, titles, head_height(titles, 7))
    row = _FIRST
    for sitting in study.sittings:
        for line in _lines(sitting):
            _row(book, sheet, row, line)
            row += 1
    sheet.autofilter(_HEADER, 0, max(row - 1, _FIRST), WORD)
    sheet.freeze_panes(_FIRST, 0)
    sheet.repeat_rows(_HEADER)
    after = write_notes(book, sheet, row + 1, _("How to read it"), _words(study), (0, WORD, sum(_WIDTHS)))
    sheet.print_area(0, 0, after - 1, WORD)
    return sheet


def _lines(sitting: Sitting) -> Iterator[_Line]:
    """All together first, then the groups that may be shown."""
    titles = {group.id: workshop_labels.group_title(group) for group in sitting.groups}
    for found in sitting_result(sitting).talks:
        for one in found.questions:
            yield _Line(sitting, found.talk, one, _("All"), one.revealed.total, one.consensus)
            for group_id, counts in one.revealed.groups:
                yield _Line(sitting, found.talk, one, titles.get(group_id, ""), counts)


def _row(book: Book, sheet: "Worksheet", row: int, line: _Line) -> None:
    texts = {
        SITTING: _title(line.sitting),
        PROFESSION: line.talk.profession,
        ACTIVITY: line.talk.title,
        QUESTION: workshop_labels.question_short(line.result.question),
        GROUP: line.group,
    }
    for column, text in texts.items():
        book.text(sheet, row, column, text, "cell wrap bold" if column == GROUP and line.consensus else "cell wrap")
    book.number(sheet, row, ROUND, line.result.round, "cell center")
    for column, level in ((FAIBLE, Level.FAIBLE), (MOYEN, Level.MOYEN), (FORT, Level.FORT)):
        book.number(sheet, row, column, None if line.counts is None else line.counts.of(level), "cell whole")
    _derived(book, sheet, row, line)
    sheet.set_row(row, max(22, height_of(*((text, _WIDTHS[column]) for column, text in texts.items()))))


def _title(sitting: Sitting) -> str:
    """Marked in each row: rows are sorted, filtered and copied without the notes below."""
    if sitting.is_simulated:
        return _("{sitting} (simulated)").format(sitting=sitting.title)
    return _("{sitting} (training)").format(sitting=sitting.title) if sitting.is_training else sitting.title


def _derived(book: Book, sheet: "Worksheet", row: int, line: _Line) -> None:
    if line.counts is None:
        book.text(sheet, row, VOTES, "", "cell")
        book.text(sheet, row, CONSENSUS, "", "cell")
        book.text(sheet, row, WORD, _("not shown"), "cell wrap indent")
        return
    book.formula(sheet, row, VOTES, _votes_formula(row), "cell whole", line.counts.total)
    if line.consensus is None:
        book.text(sheet, row, CONSENSUS, "", "cell")
        book.text(sheet, row, WORD, "", "cell")
        return
    book.formula(sheet, row, CONSENSUS, _consensus_formula(row), "cell index", line.consensus.value)
    book.text(sheet, row, WORD, _reading(line.consensus), "cell wrap indent")


def _reading(found: Consensus) -> str:
    words = workshop_labels.agreement_word(found.agreement)
    return _("{agreement} (Low and High both voted)").format(agreement=words) if found.is_split else words


def _votes_formula(row: int) -> str:
    from xlsxwriter.utility import xl_range

    return f"=SUM({xl_range(row, FAIBLE, row, FORT)})"


def _consensus_formula(row: int) -> str:
    """Tastle & Wierman over three levels; a level nobody voted adds nothing, and its logarithm may not exist."""
    from xlsxwriter.utility import xl_rowcol_to_cell

    faible, moyen, fort, votes = (xl_rowcol_to_cell(row, column) for column in (FAIBLE, MOYEN, FORT, VOTES))
    mean = f"(({moyen}+2*{fort})/{votes})"
    parts = "".join(
        f"+IF({count}=0,0,{count}/{votes}*LOG(1-ABS({position}-{mean})/2,2))"
        for position, count in enumerate((faible, moyen, fort))
    )
    return f'=IF({votes}=0,"–",MAX(0,1{parts}))'


def _words(study: Study) -> list[str]:
    protocols = dict.fromkeys(sitting.protocol for sitting in study.sittings)
    said = list(dict.fromkeys(workshop_labels.thresholds_sentence(protocol) for protocol in protocols))
    if any(sitting.is_simulated for sitting in study.sittings):
        simulated = [sitting.title for sitting in study.sittings if sitting.is_simulated]
        said.append(f"{', '.join(simulated)} — {workshop_labels.simulated_sentence()}")
    said.append(_("A group that is not listed is too small to be shown, or its votes could be told by subtraction."))
    return said
