"""Widths and cuts of words agree with what matplotlib draws."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from impactapp.charts.lettering import elided, printable, width, wrapped

WORDS = st.text(st.characters(codec="latin-1", exclude_categories=["Cc"]), min_size=1, max_size=60)


@pytest.mark.parametrize("words", ["Accueil physique et téléphonique", "Wiiiii", "œuvre – « été »"])
@pytest.mark.parametrize("bold", [False, True])
def test_a_width_is_the_width_that_is_drawn(words: str, bold: bool) -> None:
    figure = Figure((20, 1), dpi=72)
    canvas = FigureCanvasAgg(figure)
    text = figure.text(0, 0, words, fontsize=40, fontfamily="DejaVu Sans", fontweight="bold" if bold else "normal")
    canvas.draw_idle()
    extent = text.get_window_extent().width
    assert width(words, 40, bold=bold) == pytest.approx(extent, rel=0.05)


@given(WORDS, st.floats(20, 400))
def test_a_cut_line_fits_its_room(words: str, room: float) -> None:
    assert width(elided(words, room, 14), 14) <= room


@given(WORDS, st.floats(40, 400), st.integers(1, 3))
def test_wrapped_words_fit_and_keep_their_order(words: str, room: float, lines: int) -> None:
    block = wrapped(words, room, 14, lines)
    assert len(block) <= lines
    assert all(width(line, 14) <= room for line in block)
    kept = "".join(block).removesuffix("…").replace(" ", "")
    assert words.replace(" ", "").startswith(kept.replace("…", ""))


def test_what_the_font_lacks_is_shown_as_missing() -> None:
    assert printable("a🏥b") == "a\ufffdb"
    assert printable("été œuvre ○ ● ✎") == "été œuvre ○ ● ✎"
