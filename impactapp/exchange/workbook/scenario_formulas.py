"""The formulas of the scenarios: the same arithmetic as the analysis, from the settings typed on the sheet."""

from impactapp.domain.level import HYPOTHESES, Hypothesis
from impactapp.domain.scenario import STEEPNESS, Adoption, Cost
from impactapp.exchange.workbook import results_layout as of_results
from impactapp.exchange.workbook import scenario_layout as on
from impactapp.exchange.workbook.rate_formulas import DASH, cell, span
from impactapp.exchange.workbook.results_layout import ResultsLayout
from impactapp.exchange.workbook.scenario_layout import MOST_YEARS, Block
from impactapp.labels import scenarios as words

GROSS = {Hypothesis.LOW: on.GROSS_LOW, Hypothesis.HIGH: on.GROSS_HIGH}
CONTROL = {Hypothesis.LOW: on.CONTROL_LOW, Hypothesis.HIGH: on.CONTROL_HIGH}
NET = {Hypothesis.LOW: on.NET_LOW, Hypothesis.HIGH: on.NET_HIGH}
RATE = {Hypothesis.LOW: on.RATE_LOW, Hypothesis.HIGH: on.RATE_HIGH}
EXPOSED = {Hypothesis.LOW: on.EXPOSED_LOW, Hypothesis.HIGH: on.EXPOSED_HIGH}
LAST_GROSS = {Hypothesis.LOW: on.LAST_GROSS_LOW, Hypothesis.HIGH: on.LAST_GROSS_HIGH}
LAST_NET = {Hypothesis.LOW: on.LAST_NET_LOW, Hypothesis.HIGH: on.LAST_NET_HIGH}
USED = {Hypothesis.LOW: on.USE_LOW, Hypothesis.HIGH: on.USE_HIGH}
COST = {Cost.TRAINING: on.TRAINING, Cost.DRILLS: on.DRILLS}


def setting(row: int) -> str:
    """What is typed in a row of settings."""
    return cell(row, on.VALUE, fixed=True)


def rule_used(block: Block, results: str) -> str:
    """The rule of the scenario, or the one chosen in *Résultats*."""
    chosen = f"{results}!{cell(of_results.CHOICE, 1, fixed=True)}"
    return f'=IF({setting(block.rule)}="{words.rule_choice(None)}",{chosen},{setting(block.rule)})'


def adoption(block: Block, year: int) -> str:
    """The part adopted at the end of a year, unknown where no year is typed; nothing beyond the horizon."""
    horizon, curve, half = setting(block.horizon), setting(block.curve), STEEPNESS / 2
    part = f"{year}/{horizon}"
    least, most = f"1/(1+EXP({half:g}))", f"1/(1+EXP(-{half:g}))"
    logistic = f"(1/(1+EXP(-{STEEPNESS:g}*({part}-0.5)))-{least})/({most}-{least})"
    typed = f"{cell(block.year(1), on.TYPED, fixed=True)}:{cell(block.year(year), on.TYPED)}"
    own = f"IF(COUNT({typed})=0,{DASH},MAX({typed}))"
    linear_word, logistic_word = (words.adoption_word(one) for one in (Adoption.LINEAR, Adoption.LOGISTIC))
    chosen = f'IF({curve}="{linear_word}",{part},IF({curve}="{logistic_word}",{logistic},{own}))'
    return f'=IF({year}>{horizon},"",{chosen})'


def gross(block: Block, year: int, side: Hypothesis) -> str:
    """What is exposed × adoption."""
    adopted, exposed = cell(block.year(year), on.ADOPTION), cell(block.total, EXPOSED[side], fixed=True)
    return _within(adopted, _product(exposed, adopted))


def control(block: Block, year: int, side: Hypothesis) -> str:
    """Gross × the part for human control."""
    time, part = cell(block.year(year), GROSS[side]), setting(block.cost(Cost.CONTROL))
    return _within(cell(block.year(year), on.ADOPTION), _product(time, part))


def cost(block: Block, year: int, which: Cost) -> str:
    """FTE × the part for training, or for practice for downtime."""
    fte, part = cell(block.total, on.FTE, fixed=True), setting(block.cost(which))
    return _within(cell(block.year(year), on.ADOPTION), _product(fte, part))


def net(block: Block, year: int, side: Hypothesis) -> str:
    """Gross less all that takes time back."""
    row = block.year(year)
    whole = cell(row, GROSS[side])
    taken = [cell(row, column) for column in (CONTROL[side], on.TRAINING, on.DRILLS)]
    numbers = ",".join(f"ISNUMBER({one})" for one in (whole, *taken))
    return _within(cell(row, on.ADOPTION), f"IF(AND({numbers}),{whole}-{'-'.join(taken)},{DASH})")


def departures(block: Block, year: int) -> str:
    """FTE × the part that has left since the start, at most all."""
    fte, part = cell(block.total, on.FTE, fixed=True), setting(block.leaving)
    gone = f"IF(ISNUMBER({part}),{fte}*MIN(1,{part}*{year}),{DASH})"
    return _within(cell(block.year(year), on.ADOPTION), gone)


def used(block: Block, row: int, side: Hypothesis) -> str:
    """The net time at the horizon × a share."""
    share, time = cell(row, on.SHARE), _at_horizon(block, NET[side])
    return f"=IF(AND(ISNUMBER({share}),ISNUMBER({time})),{time}*{share},{DASH})"


def profession_fte(index: int, results: str) -> str:
    """The FTE of a profession, from *Résultats*."""
    found = f"{results}!{cell(of_results.SUMMARY_FIRST + index, of_results.FTE)}"
    return f"=IF(ISNUMBER({found}),{found},{DASH})"


def profession_rate(block: Block, index: int, side: Hypothesis, where: ResultsLayout, results: str) -> str:
    """The rate of a profession by the rule of the scenario, from *Résultats*."""
    rates = f"{results}!{span(where.detail(index, side), where.first_rate, where.last_rate, fixed=True)}"
    rules = f"{results}!{span(where.details_header, where.first_rate, where.last_rate, fixed=True)}"
    return f"=IFERROR(INDEX({rates},MATCH({setting(block.rule_used)},{rules},0)),{DASH})"


def exposed(row: int, side: Hypothesis) -> str:
    """FTE × rate, where the FTE and both rates are known."""
    fte = cell(row, on.FTE)
    numbers = ",".join(f"ISNUMBER({one})" for one in (fte, *(cell(row, RATE[one]) for one in HYPOTHESES)))
    return f"=IF(AND({numbers}),{fte}*{cell(row, RATE[side])},{DASH})"


def last_gross(block: Block, row: int, side: Hypothesis) -> str:
    """What is exposed × adoption at the horizon."""
    return f"={_product(cell(row, EXPOSED[side]), _at_horizon(block, on.ADOPTION))}"


def last_net(block: Block, row: int, side: Hypothesis) -> str:
    """The same less its part of all that takes time back."""
    time, fte = cell(row, LAST_GROSS[side]), cell(row, on.FTE)
    control_part, training, drills = (setting(block.cost(one)) for one in Cost)
    numbers = ",".join(f"ISNUMBER({one})" for one in (time, control_part, training, drills))
    return f"=IF(AND({numbers}),{time}-{time}*{control_part}-{fte}*{training}-{fte}*{drills},{DASH})"


def counted_fte(block: Block) -> str:
    """The FTE of the professions that are counted."""
    known, ftes = _column(block, on.EXPOSED_LOW), _column(block, on.FTE)
    return f"=SUMPRODUCT(--ISNUMBER({known}),{ftes})"


def summed(block: Block, column: int) -> str:
    """The sum over the professions that are counted."""
    cells = _column(block, column)
    return f"=IF(COUNT({cells})=0,{DASH},SUM({cells}))"


def _column(block: Block, column: int) -> str:
    return f"{cell(block.profession(0), column)}:{cell(block.total - 1, column)}"


def _at_horizon(block: Block, column: int) -> str:
    first, last = cell(block.year(1), column, fixed=True), cell(block.year(MOST_YEARS), column, fixed=True)
    return f"INDEX({first}:{last},{setting(block.horizon)})"


def _product(time: str, part: str) -> str:
    return f"IF(AND(ISNUMBER({time}),ISNUMBER({part})),{time}*{part},{DASH})"


def _within(adopted: str, inside: str) -> str:
    """Nothing beyond the horizon."""
    return f'=IF({adopted}="","",{inside})'
