"""`write_slides`: six slides that say what the dossier says, with charts and tables that stay editable."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from impactapp import i18n
from impactapp.domain.analysis.benchmarks import benchmark_cards
from impactapp.domain.analysis.results import Results
from impactapp.domain.benchmark import NO_BENCHMARKS, Benchmark
from impactapp.exchange.atomic import replacing
from impactapp.exchange.cell_text import footer_text

Step = Callable[[int, int], None]
SLIDES = 6


def write_slides(
    results: Results,
    target: Path,
    template: Path | None = None,
    step: Step | None = None,
    made_at: datetime | None = None,
    benchmarks: Mapping[str, Benchmark] = NO_BENCHMARKS,
) -> None:
    """Write the six slides; ``made_at`` (UTC) is now where it is not given, ``benchmarks`` the outside measures.

    A template gives its master and layouts, never its slides. ``step(position, total)`` hears of each slide and may
    raise to cancel: the target is then as before. Raises ``ExchangeError`` for a template that cannot be used or a
    target that cannot be written.
    """
    from impactapp.exchange.slides.deck import describe, house_deck, template_deck
    from impactapp.exchange.slides.pages import PAGES

    written = datetime.now(UTC) if made_at is None else made_at
    with replacing(target) as temporary:
        cards = benchmark_cards(results, benchmarks)
        language, foot = i18n.language(), footer_text(results.study.title).replace("&&", "&")
        deck = house_deck(language, foot) if template is None else template_deck(template, language, foot)
        for number, page in enumerate(PAGES, 1):
            if step is not None:
                step(number, SLIDES)
            page(deck, results, written, cards)
        describe(deck, results.study, written)
        deck.presentation.save(str(temporary))
