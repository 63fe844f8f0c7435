"""What the tables of a study file hold, in the user's words."""

from impactapp.i18n import _


def table_word(table: str) -> str:
    """What a table holds; its own name when it is none of ours."""
    words = {
        "study": _("title page"),
        "definition": _("definitions"),
        "profession": _("professions"),
        "task": _("activities"),
        "judgement": _("ratings"),
        "skill": _("skills"),
        "link": _("links between skills and activities"),
        "barrier": _("measures that keep skills alive"),
        "barrier_skill": _("skills that measures keep alive"),
        "sitting": _("sittings"),
        "sitting_profession": _("professions of sittings"),
        "sitting_group": _("groups of participants"),
        "talk": _("talks on activities"),
        "tally": _("votes"),
        "vote_pool": _("votes told in the total only"),
        "self_position": _("self-positionings"),
        "survey_item": _("questions of the closing form"),
        "received_ballot": _("ballots received"),
        "unit": _("sites and services"),
        "staff_line": _("staff of sites and services"),
        "census": _("official count"),
        "census_line": _("official count"),
        "scenario": _("scenarios"),
        "scenario_year": _("years of scenarios"),
        "scenario_use": _("uses of time in scenarios"),
        "edit_log": _("history"),
        "edit_change": _("history"),
    }
    return words.get(table, table)
