"""What the columns of the table of professions hold, and where their numbers come from."""

from impactapp.i18n import _
from impactapp.ui.models.profession_model import ProfessionColumn as Column


def column_help(column: Column) -> str:
    """A few plain sentences."""
    texts = {
        Column.HEADCOUNT: _(
            "The number of persons in this profession, typed by the group. Totals leave out what is "
            "not filled in, and say so with a question mark."
        ),
        Column.FTE: _(
            "Full-time equivalents of this profession, typed by the group (12,5 is accepted). The working "
            "time exposed is this number multiplied by the rate."
        ),
        Column.TASKS: _("How many activities the profession has: they are listed on the page Activities."),
        Column.RATE: _(
            "The rate of the profession under the low and the high hypothesis, by the rule of the study; "
            "a dash until every activity is decided."
        ),
    }
    return texts.get(column) or _(
        "A profession of the establishment and its staff category. The current row is the profession that the "
        "other pages show."
    )
