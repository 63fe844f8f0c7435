"""The outside measure of a profession, and the credits it never goes without, as text to read."""

from impactapp.cli import terminal
from impactapp.domain.analysis.benchmarks import Card
from impactapp.domain.profession import Profession
from impactapp.i18n import _
from impactapp.labels import benchmark as words


def benchmark_text(profession: Profession, card: Card | None) -> str:
    """Its figures by code and the ranks, or why there is none; then the group's own words."""
    parts = [_absent(profession) if card is None else _measured(card)]
    if profession.difference:
        said = f"{words.difference_title()} {profession.difference}"
        parts.append(terminal.paragraph(said, "  "))
    return "\n".join(parts)


def credits_text() -> str:
    """What the figures are, and whose."""
    said = (words.scope_sentence(), words.ranks_sentence(), *words.credit_lines())
    return "\n".join([_("Outside measure"), *(terminal.paragraph(line, "  ") for line in said)])


def _absent(profession: Profession) -> str:
    return terminal.paragraph(words.absent_sentence(profession), "  ")


def _measured(card: Card) -> str:
    codes = [measure.benchmark.isco08 for measure in card.measures]
    columns = [words.figure_titles(), *(words.figures_of(measure) for measure in card.measures)]
    heading = (_("Outside measure"), *(words.code_word(code) for code in codes))
    sentences = (words.codes_sentence(codes), words.group_rank_sentence(card))
    told = (terminal.paragraph(sentence, "  ") for sentence in sentences if sentence)
    return "\n".join([terminal.table([heading, *zip(*columns, strict=True)]), *told])
