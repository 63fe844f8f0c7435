"""The exposure of each skill by mechanism: from the low hypothesis to the high one, with class and basis."""

from dataclasses import dataclass

from impactapp.charts.class_chips import CHIP, draw_chip, draw_classes
from impactapp.charts.ends import draw_ends, draw_legend
from impactapp.charts.exposure_words import class_words, is_known, parted, range_in_words, reason, uncapitalised, whom
from impactapp.charts.notes import draw_notes, notes_height
from impactapp.charts.sheet import SMALL, Sheet
from impactapp.charts.skill_limits import all_limits
from impactapp.charts.skill_rows import draw_row, left_out_words, most_exposed_first, rows_height, skill_rows
from impactapp.charts.subject import Subject
from impactapp.domain.analysis.exposure import FIRST_THIRD, SECOND_THIRD
from impactapp.domain.analysis.results import ProfessionResult
from impactapp.domain.analysis.skills import MechanismResult, SkillResult
from impactapp.domain.level import Level
from impactapp.domain.skill import Mechanism
from impactapp.i18n import _
from impactapp.labels import percent, percent_range
from impactapp.labels.skills import basis_sentence, exposure_word, mechanism_word

TOP, AXIS, LEGEND, SECTION = 82.0, 30.0, 40.0, 14.0
BETWEEN, INSET = 16.0, 18.0
VALUES, CRAMPED = 58.0, 155.0
THIRDS = (0.0, FIRST_THIRD, SECOND_THIRD, 1.0)


@dataclass(frozen=True, slots=True)
class _Track:
    """Where the values of one mechanism stand: 0 at ``first``, 1 at ``last``."""

    mechanism: Mechanism
    first: float
    last: float

    def place(self, value: float | None) -> float | None:
        return None if value is None else self.first + (self.last - self.first) * value


def height_at(width: float, result: ProfessionResult, subject: Subject) -> float:
    """How tall the figure is on a page so wide."""
    rows = skill_rows(_ordered(result), width, VALUES)
    return TOP + rows_height(rows) + AXIS + LEGEND + SECTION + notes_height(_notes(result, subject), width)


def draw(sheet: Sheet, result: ProfessionResult, subject: Subject) -> None:
    """Draw it, the most exposed skills first."""
    rows = skill_rows(_ordered(result), sheet.width, VALUES)
    left = rows[0].values_left if rows else 0.0
    tracks = _tracks(left, sheet.width)
    bottom = TOP + rows_height(rows)
    for track in tracks:
        _head(sheet, track)
        _foot(sheet, track, bottom + AXIS / 2)
    y = TOP
    for row in rows:
        draw_row(sheet, row, y)
        _values(sheet, row.shown, tracks, y + row.values_top)
        sheet.mark(0, y, sheet.width, row.tall, words(row.shown), skill_id=row.shown.skill.id)
        y += row.tall
    draw_legend(sheet, bottom + AXIS + LEGEND / 2, sheet.palette.exposure[2].ground)
    draw_notes(sheet, bottom + AXIS + LEGEND + SECTION, _notes(result, subject))


def words(shown: SkillResult) -> str:
    """One skill in words."""
    if not is_known(shown.atrophy):
        return _("{name}: {value}").format(name=shown.skill.title, value=uncapitalised(basis_sentence(shown)))
    told = parted(
        _("{name}: {value}").format(name=mechanism_word(mechanism).lower(), value=range_in_words(shown, mechanism))
        for mechanism in Mechanism
    )
    said = _("{skill}. Exposure, {values}.").format(skill=shown.skill.title, values=told)
    return f"{said} {basis_sentence(shown)}" if is_partial(shown) else said


def describe(result: ProfessionResult, subject: Subject) -> list[str]:
    """The figure in words, a line a skill, then what it cannot say."""
    told = [words(shown) for shown in most_exposed_first(result.skills)]
    return [*told, class_words(), *all_limits(result, subject)]


def is_partial(shown: SkillResult) -> bool:
    """Whether a part of the practice is not rated."""
    return shown.basis is not None and shown.basis < 1 - 1e-9


def _ordered(result: ProfessionResult) -> list[tuple[SkillResult, str]]:
    return [
        (shown, basis_sentence(shown) if is_partial(shown) and is_known(shown.atrophy) else "")
        for shown in most_exposed_first(result.skills)
    ]


def _notes(result: ProfessionResult, subject: Subject) -> list[str]:
    return [*left_out_words(result), class_words(), *all_limits(result, subject)]


def _tracks(left: float, right: float) -> list[_Track]:
    wide = (right - left - 2 * BETWEEN) / 3
    return [
        _Track(mechanism, left + at * (wide + BETWEEN) + INSET, left + at * (wide + BETWEEN) + wide - INSET)
        for at, mechanism in enumerate(Mechanism)
    ]


def _head(sheet: Sheet, track: _Track) -> None:
    room = track.last - track.first + 2 * INSET
    sheet.write(track.first - INSET, 12, mechanism_word(track.mechanism), bold=True, room=room)
    size = SMALL if room >= CRAMPED else 10
    sheet.write(track.first - INSET, 33, whom(track.mechanism), size=size, color=sheet.palette.muted, room=room)
    for at, level in enumerate(Level):
        draw_chip(sheet, level, track.first + (track.last - track.first) * (at + 0.5) / 3 - CHIP / 2, 60)


def _foot(sheet: Sheet, track: _Track, y: float) -> None:
    for third, said in zip(THIRDS, (percent(0.0), "1/3", "2/3", percent(1.0)), strict=True):
        sheet.write(track.place(third) or 0.0, y, said, size=11, color=sheet.palette.muted, align="center")


def _values(sheet: Sheet, shown: SkillResult, tracks: list[_Track], y: float) -> None:
    if not is_known(shown.atrophy):
        last = tracks[-1].last
        room = last - tracks[0].first
        sheet.write_wrapped(tracks[0].first, y + 15, basis_sentence(shown), room, size=SMALL, color=sheet.palette.muted)
        return
    strong = sheet.palette.exposure[2].ground
    for track in tracks:
        found = shown.mechanism(track.mechanism)
        room = track.last - track.first + 2 * INSET
        if not is_known(found):
            sheet.write_wrapped(
                track.first - INSET,
                y + 22,
                _unknown(shown, track.mechanism),
                room,
                lines=3,
                size=11,
                color=sheet.palette.muted,
            )
            continue
        places = [track.first + (track.last - track.first) * third for third in THIRDS]
        sheet.lines([(x, y, x, y + 30) for x in places], sheet.palette.faint_line)
        sheet.lines([(track.first, y + 15, track.last, y + 15)], sheet.palette.faint_line, 2.0)
        draw_ends(sheet, [(track.place(found.exposure.low), track.place(found.exposure.high), y + 15)], strong)
        _figures(sheet, found, track.first - INSET, y + 42, room)


def _figures(sheet: Sheet, found: MechanismResult, x: float, y: float, room: float) -> None:
    x = draw_classes(sheet, x, y, found.exposed_class)
    sheet.write(x + 4, y, percent_range(found.exposure), size=13 if room >= CRAMPED else 11)


def _unknown(shown: SkillResult, mechanism: Mechanism) -> str:
    return _("{name}: {value}").format(name=exposure_word(None), value=uncapitalised(reason(shown, mechanism)))
