"""What matters most, first: every profession in one table; and the one page, which is bounded whatever the study."""

from collections.abc import Iterator, Sequence
from datetime import date

from impactapp import labels
from impactapp.domain.analysis.benchmarks import Card
from impactapp.domain.analysis.results import ProfessionResult, Results
from impactapp.domain.level import HYPOTHESES
from impactapp.domain.skill import Barrier
from impactapp.exchange.cell_text import shorten
from impactapp.exchange.report import cells
from impactapp.exchange.report.benchmark import ranks_line
from impactapp.exchange.report.blocks import Bars, Block, Bullets, Grid, Picture, Section, Series, Style, Words
from impactapp.exchange.report.cells import Row
from impactapp.exchange.report.people import group_rows, participants
from impactapp.exchange.report.professions import PAGE_WIDTH, interval_picture
from impactapp.exchange.report.scenarios import scenario_lines
from impactapp.i18n import _, ngettext
from impactapp.labels import found as finding_labels
from impactapp.labels import report as report_labels
from impactapp.labels import skills as skill_labels
from impactapp.labels.benchmark import credit_lines
from impactapp.labels.scenarios import scenario_caution

# so many lines of so many letters stand on one page, with what is around them
_ONE_PAGE_PROFESSIONS = 8
_ONE_PAGE_ACTIVITIES = 12
_ONE_PAGE_LETTERS = 80
_ONE_PAGE_SENTENCE = 260
_ONE_PAGE_SCENARIOS = 2
_MOST_DRAWN = 40
# the ranks are those of the ILO: its credit and its notice
_CREDITS_OF_RANKS = 2


def essentials_section(results: Results) -> Section:
    """The first pages of the dossier."""
    blocks: list[Block] = [Words(report_labels.study_headline(results), Style.LEAD)]
    blocks += _single(results)
    if results.professions:
        blocks += [_overview(results.professions), _bars(results.professions)]
    if 1 < len(results.professions) <= _MOST_DRAWN:
        blocks.append(_portfolio(results))
    blocks.append(Bullets(tuple(_said(results))))
    return Section("essentials", _("The essentials"), tuple(blocks))


def one_page(results: Results, cards: Sequence[Card], today: date) -> tuple[Section, ...]:
    """The whole study on one page: the professions with most exposed time, and how many others there are."""
    ranked = sorted(results.professions, key=_exposed_most)
    shown = ranked[:_ONE_PAGE_PROFESSIONS]
    blocks: list[Block] = [Words(report_labels.study_headline(results), Style.LEAD)]
    blocks += _single(results)
    if shown:
        blocks += [_overview(shown, len(ranked) - len(shown), _ONE_PAGE_LETTERS), _bars(shown)]
    blocks += _one_picture(results)
    barriers = _barriers(results)
    ranks = ranks_line(results, cards)
    scenarios = list(scenario_lines(results))
    beside = [*scenarios[:_ONE_PAGE_SCENARIOS], *_other_scenarios(len(scenarios) - _ONE_PAGE_SCENARIOS)]
    said = [shorten(sentence, _ONE_PAGE_SENTENCE) for sentence in (*_said(results), *beside)]
    blocks.append(Bullets((*said, *filter(None, (ranks,)), report_labels.next_review(barriers, today))))
    limits = [labels.rule_sentence(results.study), report_labels.exposed_sentence()]
    limits += [scenario_caution()] if scenarios else []
    limits += [" ".join(credit_lines()[:_CREDITS_OF_RANKS])] if ranks else []
    limits.append(report_labels.independence())
    blocks += [Words(sentence, Style.SMALL) for sentence in limits]
    return (Section("essentials", _("The essentials"), tuple(blocks)),)


def _other_scenarios(count: int) -> list[str]:
    if count <= 0:
        return []
    said = ngettext(
        "… and {count} other scenario, in the dossier.", "… and {count} other scenarios, in the dossier.", count
    )
    return [said.format(count=count)]


def _portfolio(results: Results) -> Picture:
    title = _("Substitution rate and working time exposed by profession")
    return Picture("portfolio", title, report_labels.portfolio_words(results), width=PAGE_WIDTH)


def _one_picture(results: Results) -> list[Block]:
    """The figure that says most, where it is small enough for one page."""
    found = results.professions
    if len(found) == 1 and 0 < len(found[0].tasks) <= _ONE_PAGE_ACTIVITIES:
        return [interval_picture(found[0])]
    return [_portfolio(results)] if 1 < len(found) <= _ONE_PAGE_PROFESSIONS else []


def _single(results: Results) -> list[Block]:
    """What a study of one profession came to, in the words of the window."""
    if len(results.professions) != 1:
        return []
    (found,) = results.professions
    title = shorten(" ".join(found.profession.title.split()), _ONE_PAGE_LETTERS)
    return [Words(_("{name}: {value}").format(name=title, value=labels.headline(found)), Style.LEAD)]


def _overview(professions: Sequence[ProfessionResult], left: int = 0, letters: int = 0) -> Grid:
    head = (
        cells.words(_("Profession")),
        cells.number(_("FTE")),
        cells.number(_("Activities")),
        cells.number(_("Substitution rate")),
        cells.number(_("Across rules")),
        cells.number(_("Working time exposed")),
    )
    rows = [_line(found, letters) for found in professions]
    if left:
        rows.append((cells.words(report_labels.others_words(left)), *(cells.number(""),) * (len(head) - 1)))
    note = _("From the low to the high hypothesis. A dash: not known yet.")
    title = _("Professions with the most working time exposed") if left else _("Results by profession")
    return cells.grid(title, head, rows, (33, 9, 10, 15, 15, 18), note)


def _line(found: ProfessionResult, letters: int) -> Row:
    profession = found.profession
    title = " ".join(profession.title.split())
    return (
        cells.words(shorten(title, letters) if letters else title),
        cells.number(labels.fte(profession.fte)),
        cells.number(labels.headcount(len(found.tasks))),
        cells.number(labels.percent_range(found.rate) if found.rate.high is not None else labels.UNKNOWN),
        cells.number(labels.percent_range(found.interval) if found.rate.high is not None else labels.UNKNOWN),
        cells.number(labels.fte_range(found.fte_exposed, profession.fte)),
    )


def _bars(professions: Sequence[ProfessionResult]) -> Bars:
    series = tuple(
        Series(labels.hypothesis_word(h).capitalize(), tuple(found.rate.under(h) for found in professions))
        for h in HYPOTHESES
    )
    return Bars(_("Substitution rate"), tuple(found.profession.title for found in professions), series, "%")


def _said(results: Results) -> Iterator[str]:
    yield _taken_part(results)
    skilled = [found for found in results.professions if found.skills]
    if len(skilled) == 1:
        yield skill_labels.skills_headline(skilled[0])
    elif skilled:
        count = sum(len(found.skills) for found in skilled)
        yield _("{skills} in {professions}.").format(
            skills=ngettext("{count} skill", "{count} skills", count).format(count=count),
            professions=ngettext("{count} profession", "{count} professions", len(skilled)).format(count=len(skilled)),
        )
    unkept = sum(bool(one.unkept) for found in results.professions for one in found.oversight)
    if unkept:
        yield ngettext(
            "{count} activity where the human oversight rests on a skill that no measure keeps.",
            "{count} activities where the human oversight rests on a skill that no measure keeps.",
            unkept,
        ).format(count=unkept)
    yield report_labels.measures_sentence(_barriers(results))
    if results.study.sittings:
        yield _open_points(results)
    groups = finding_labels.finding_groups(results.findings)
    if groups:
        yield _("To be completed or looked at: {counts}.").format(counts=finding_labels.counted_findings(groups))


def _taken_part(results: Results) -> str:
    held = participants(results.study)
    if not held:
        return _("No sitting is recorded in the study: who took part cannot be said here.")
    said = ngettext("{count} sitting", "{count} sittings", len(held)).format(count=len(held))
    rows = group_rows(held[-1])
    groups = " · ".join(_("{name}: {value}").format(name=name, value=count) for name, count in rows[:-1] or rows)
    return _("{sittings}. Last one: {groups}.").format(sittings=said, groups=groups or labels.UNKNOWN)


def _open_points(results: Results) -> str:
    talks = [talk for sitting in results.study.sittings if not sitting.is_training for talk in sitting.talks]
    dissent = sum(bool(talk.dissent or talk.dissent_text) for talk in talks)
    parked = sum(talk.is_parked for talk in talks)
    return _("{dissent}; {parked}.").format(
        dissent=ngettext("{count} activity with dissent", "{count} activities with dissent", dissent).format(
            count=dissent
        ),
        parked=ngettext("{count} point set aside", "{count} points set aside", parked).format(count=parked),
    )


def _barriers(results: Results) -> list[Barrier]:
    return [barrier for found in results.professions for barrier in found.profession.barriers]


def _exposed_most(found: ProfessionResult) -> tuple[float, float]:
    return (-(found.fte_exposed.high or 0.0), -(found.rate.high or 0.0))
