"""What *Lisez-moi* says of scenarios: whose calculation it is, and where each number of the sheet comes from."""

from impactapp.domain.scenario import Adoption, Cost
from impactapp.domain.study import Study
from impactapp.i18n import _
from impactapp.labels import scenarios as words

Lines = list[tuple[str, str]]


def scenario_method(study: Study) -> Lines:
    """Each number with what it is made of; nothing where the study has no scenario."""
    if not study.scenarios:
        return []
    costs = [(_("Settings") if cost is Cost.CONTROL else "", words.cost_sentence(cost)) for cost in Cost]
    return [
        (_("Calculation"), words.scenario_caution()),
        *costs,
        (
            _("FTE and rates"),
            _("By profession, in the sheet Scenarios: FTE and rates come from the sheet Results, rates by the rule of "
              "the scenario. A profession without FTE or without a rate shows a dash and is not counted."),
        ),
        (_("FTE exposed"), _("FTE × rate, under the low and the high hypothesis; their total is that of the years.")),
        (_("Adoption"), " ".join(words.adoption_sentence(one) for one in Adoption)),
        (_("Gross"), _("Total of the FTE exposed × adoption of the year.")),
        (_("Net"), _("Gross of the year less human control (a part of gross), training and practice for downtime "
                     "(parts of the FTE counted). An empty setting leaves a dash: nothing is assumed.")),
        (_("Departures"), _("FTE counted × departures a year × number of years; beside, never subtracted.")),
        (_("What the time is for"), _("Net at the horizon × share of the use.")),
    ]  # fmt: skip
