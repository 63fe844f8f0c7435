"""What is read of the tables of sittings, staff and scenarios; apart from their rows, which few studies have."""

COUNTED = "faible, moyen, fort, waiting_faible, waiting_moyen, waiting_fort"
# the first column is the sitting, save in its own table
SITTING_COLUMNS = {
    "sitting": "id, title, day, place, rounds, scope, agreement, majority, least_shown, minutes, simulated, training, "
    "about_none",
    "sitting_profession": "sitting_id, profession_id",
    "sitting_group": "sitting_id, id, kind, size, title",
    "talk": "sitting_id, task_id, title, profession, round, seconds, parked, settled, dissent, dissent_text, note",
    "tally": f"sitting_id, task_id, round, aspect, hypothesis, group_id, {COUNTED}, apart",
    "vote_pool": f"sitting_id, task_id, round, aspect, hypothesis, {COUNTED}",
    "self_position": "sitting_id, moment, group_id, one, two, three, four",
    "survey_item": "sitting_id, number, text, one, two, three, four",
    "received_ballot": "sitting_id, number",
}
SITTINGS_ORDERED = ("sitting", "sitting_profession", "sitting_group", "talk")
STAFF_COLUMNS = {
    "unit": "id, title, kind, site_id",
    "staff_line": "profession_id, unit_id, headcount, fte, experienced, trainees, departures, vacancies",
    "census": "source, year, place, code",
    "census_line": "code, title, category, headcount, fte",
    "scenario": "id, title, horizon, adoption, rule, control, training, drills, departures, note",
    "scenario_year": "scenario_id, adopted",
    "scenario_use": "scenario_id, title, share",
}
STAFF_ORDERED = ("unit", "staff_line", "census_line", "scenario", "scenario_year", "scenario_use")
