"""The outside measure in the dossier: what others published of the same occupations, with their credits."""

from collections.abc import Iterator, Sequence

from impactapp.domain.analysis.benchmarks import Card
from impactapp.domain.analysis.results import Results
from impactapp.domain.profession import Profession
from impactapp.exchange.cell_text import shorten
from impactapp.exchange.report import cells
from impactapp.exchange.report.blocks import Block, Bullets, Grid, Section, Style, Words
from impactapp.i18n import _
from impactapp.labels import benchmark as words

# of the one page: names that stand whole elsewhere
_MOST_RANKED, _SHORT = 3, 40


def benchmark_sections(results: Results, cards: Sequence[Card]) -> Iterator[Section]:
    """One section, unless there is neither a figure nor a word of the group about one."""
    if cards or any(found.profession.difference for found in results.professions):
        yield Section("benchmark", _("Outside measure"), tuple(_blocks(results, cards)))


def ranks_line(results: Results, cards: Sequence[Card]) -> str:
    """The first professions by the outside measure, their ranks side by side; empty where none can be compared."""
    titles = {found.profession.id: found.profession.title for found in results.professions}
    compared = sorted(
        (card for card in cards if card.measures[0].rank.of > 1), key=lambda card: card.measures[0].rank.place
    )
    if not compared:
        return ""
    told = [
        _("{profession}: {outside}; {low}, {high}").format(
            profession=shorten(titles[card.profession_id], _SHORT),
            outside=words.rank_words(card.measures[0].rank),
            low=words.rank_words(card.low),
            high=words.rank_words(card.high),
        )
        for card in compared[:_MOST_RANKED]
    ]
    return _(
        "Outside measure (rank by the ILO’s mean of 2025; rank of the group’s rate under the low, then the high "
        "hypothesis) — {ranks}."
    ).format(ranks=" · ".join(told))


def told_at_length(results: Results, cards: Sequence[Card]) -> Iterator[str]:
    """Each profession with its ranks, what they mean and their credits, for whoever speaks; nothing without any."""
    if not cards:
        return
    titles = {found.profession.id: found.profession.title for found in results.professions}
    for card in cards:
        ranks = " · ".join(
            _("{code}: {rank}").format(code=words.code_word(one.benchmark.isco08), rank=words.rank_words(one.rank))
            for one in card.measures
        )
        yield _("{profession} — outside measure: {ranks}. {group}").format(
            profession=titles[card.profession_id], ranks=ranks, group=words.group_rank_sentence(card)
        )
    yield words.ranks_sentence()
    yield words.scope_sentence()
    yield from words.credit_lines()


def _blocks(results: Results, cards: Sequence[Card]) -> Iterator[Block]:
    professions = [found.profession for found in results.professions]
    titles = {one.id: one.title for one in professions}
    if cards:
        yield Words(words.scope_sentence())
        yield _first(cards, titles)
        yield _second(cards, titles)
        yield Words(words.ranks_sentence(), Style.REMARK)
        yield from map(Words, _remarks(professions, cards))
        yield Bullets(words.credit_lines())
    differing = [one for one in professions if one.difference]
    if differing:
        head = cells.words(_("Profession")), cells.words(words.difference_title())
        rows = ((cells.short(one.title), cells.words(one.difference)) for one in differing)
        yield cells.grid(words.difference_title(), head, rows, (32, 68))


def _first(cards: Sequence[Card], titles: dict[str, str]) -> Grid:
    """The ILO's figures of 2025 and the ranks; the group's own beside them, on its first line."""
    mean, deviation, exposure, rank, *_others = words.figure_titles()
    head = [cells.words(_("Profession")), cells.middle(_("ISCO-08 code"))]
    head += [cells.number(mean), cells.number(deviation), cells.words(exposure), cells.middle(rank)]
    head += [cells.middle(_("Rank of the group’s rate, low hypothesis"))]
    head += [cells.middle(_("Rank of the group’s rate, high hypothesis"))]
    rows = []
    for card in cards:
        for measure in card.measures:
            figures = words.figures_of(measure)
            row = [cells.short(titles[card.profession_id]), cells.middle(measure.benchmark.isco08)]
            row += [
                cells.number(figures[0]),
                cells.number(figures[1]),
                cells.words(figures[2]),
                cells.middle(figures[3]),
            ]
            row += [cells.middle(words.rank_words(card.low)), cells.middle(words.rank_words(card.high))]
            rows.append(tuple(row))
    return cells.grid(_("International Labour Office, 2025"), tuple(head), rows, (21, 9, 11, 9, 14, 12, 12, 12))


def _second(cards: Sequence[Card], titles: dict[str, str]) -> Grid:
    """The ILO's mean of 2023 and the second opinions."""
    head = [cells.words(_("Profession")), cells.middle(_("ISCO-08 code"))]
    head += [cells.number(title) for title in words.figure_titles()[4:]]
    rows = [
        (
            cells.short(titles[card.profession_id]),
            cells.middle(measure.benchmark.isco08),
            *(cells.number(figure) for figure in words.figures_of(measure)[4:]),
        )
        for card in cards
        for measure in card.measures
    ]
    return cells.grid(_("Earlier and second opinions"), tuple(head), rows, (30, 10, 15, 15, 15, 15))


def _remarks(professions: Sequence[Profession], cards: Sequence[Card]) -> list[str]:
    beside = {card.profession_id: card for card in cards}
    said = []
    for one in professions:
        codes = [measure.benchmark.isco08 for measure in beside[one.id].measures] if one.id in beside else []
        if about := words.codes_sentence(codes):
            said.append(f"{one.title} — {about}")
    return [*said, *words.absences(one for one in professions if one.id not in beside)]
