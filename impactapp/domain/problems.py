"""Every reason to refuse something, as a code; the labels floor turns a refusal into one plain sentence."""

from enum import StrEnum


class Problem(StrEnum):
    """Why something was refused. The comment names the values a refusal carries for its sentence."""

    # edits
    TITLE_EMPTY = "title_empty"
    TITLE_TOO_LONG = "title_too_long"  # length, limit
    TITLE_TAKEN = "title_taken"  # title
    TEXT_TOO_LONG = "text_too_long"  # length, limit
    TEXT_UNREADABLE = "text_unreadable"
    NOT_A_NUMBER = "not_a_number"  # text
    SHARE_OUT_OF_RANGE = "share_out_of_range"  # text
    SHARE_AMBIGUOUS = "share_ambiguous"  # text, percent, part
    HEADCOUNT_OUT_OF_RANGE = "headcount_out_of_range"  # text
    FTE_OUT_OF_RANGE = "fte_out_of_range"  # text
    HIGH_BELOW_LOW = "high_below_low"  # task, aspect, low, high
    RATES_NOT_ORDERED = "rates_not_ordered"
    UNKNOWN_TASK = "unknown_task"
    UNKNOWN_PROFESSION = "unknown_profession"
    UNKNOWN_LEVEL = "unknown_level"  # text
    MERGE_NEEDS_TWO = "merge_needs_two"
    SPLIT_NEEDS_TWO = "split_needs_two"
    MERGE_OF_VOTED = "merge_of_voted"  # title
    NOTHING_TO_PASTE = "nothing_to_paste"
    ID_TAKEN = "id_taken"  # id
    STUDY_READ_ONLY = "study_read_only"
    CHANGE_UNDER_WAY = "change_under_way"
    RULE_NEEDS_RATES = "rule_needs_rates"
    UNKNOWN_SKILL = "unknown_skill"
    UNKNOWN_LINK = "unknown_link"
    UNKNOWN_BARRIER = "unknown_barrier"
    INTENSITY_OUT_OF_RANGE = "intensity_out_of_range"  # text
    HOURS_OUT_OF_RANGE = "hours_out_of_range"  # text
    BARRIER_WITHOUT_MECHANISM = "barrier_without_mechanism"  # title
    REVIEW_BEFORE_START = "review_before_start"  # title
    REVIEW_IN_THE_PAST = "review_in_the_past"  # title
    UNKNOWN_SITTING = "unknown_sitting"
    UNKNOWN_GROUP = "unknown_group"
    GROUP_SIZE_OUT_OF_RANGE = "group_size_out_of_range"  # text
    GROUP_HAS_VOTED = "group_has_voted"
    COUNTS_ABOVE_GROUP = "counts_above_group"  # votes, size
    COUNT_NEGATIVE = "count_negative"  # text
    SCOPE_IN_USE = "scope_in_use"
    LEAST_SHOWN_PROMISED = "least_shown_promised"  # least
    ROUND_REACHED = "round_reached"  # round
    PROTOCOL_OUT_OF_RANGE = "protocol_out_of_range"
    QUESTION_NOT_ASKED = "question_not_asked"
    BALLOT_COUNTED_BEFORE = "ballot_counted_before"  # number
    SECRET_VOTES_COUNTED = "secret_votes_counted"  # votes, secret, size
    VOTES_OF_NOBODY = "votes_of_nobody"
    ROUND_WITHOUT_VOTES = "round_without_votes"
    NO_ROUND_LEFT = "no_round_left"  # rounds
    TRAINING_NEEDS_DEMONSTRATION = "training_needs_demonstration"
    # staff and scenarios
    UNKNOWN_UNIT = "unknown_unit"
    UNKNOWN_SCENARIO = "unknown_scenario"
    SCENARIO_NAME_UNKNOWN = "scenario_name_unknown"  # name, names
    SITE_IN_A_SITE = "site_in_a_site"  # title
    UNITS_ALIKE = "units_alike"  # title
    STAFF_OUT_OF_RANGE = "staff_out_of_range"  # text
    HORIZON_OUT_OF_RANGE = "horizon_out_of_range"  # text
    PART_OUT_OF_RANGE = "part_out_of_range"  # text
    USES_ABOVE_WHOLE = "uses_above_whole"  # total
    ADOPTION_FALLS = "adoption_falls"  # year
    YEAR_OUT_OF_RANGE = "year_out_of_range"  # text
    # roll-up
    ROLLUP_FORMAT_UNKNOWN = "rollup_format_unknown"  # path
    ROLLUP_WITHOUT_STUDIES = "rollup_without_studies"  # path
    ROLLUP_STUDY_TWICE = "rollup_study_twice"  # path, title, name
    ROLLUP_OVER_A_STUDY = "rollup_over_a_study"  # path
    ROLLUP_SAME_UNCLEAR = "rollup_same_unclear"  # text
    ROLLUP_TITLE_UNKNOWN = "rollup_title_unknown"  # text
    # over time
    HISTORY_MISSING = "history_missing"  # path
    HISTORY_TOO_SHORT = "history_too_short"  # path, day
    # official sources
    SOURCE_UNKNOWN = "source_unknown"  # path
    SOURCE_TOO_LARGE = "source_too_large"  # path
    SOURCE_DELIMITER = "source_delimiter"  # path
    SOURCE_COLUMNS_MISSING = "source_columns_missing"  # path, names
    SOURCE_LINE_CUT = "source_line_cut"
    SOURCE_FOLDER = "source_folder"  # path
    DROPPED_WITHOUT_STUDY = "dropped_without_study"  # path
    SOURCE_NOTHING_DROPPED = "source_nothing_dropped"  # path
    SOURCE_ARCHIVE = "source_archive"  # path
    SOURCE_CLOSED = "source_closed"  # path
    SOURCE_EMPTY = "source_empty"  # path
    SOURCE_QUOTE = "source_quote"  # path, line
    SOURCE_GONE = "source_gone"  # path
    SOURCE_CHANGED = "source_changed"  # path
    SOURCE_WORKBOOK_OLD = "source_workbook_old"  # path
    SOURCE_WORKBOOK_DAMAGED = "source_workbook_damaged"  # path
    ROME_OLDER_FORMAT = "rome_older_format"  # path
    ROME_LINE_WITHOUT_CODE = "rome_line_without_code"  # text
    ILO_COLUMNS_MISSING = "ilo_columns_missing"  # path, names
    ILO_TASK_WITHOUT_TEXT = "ilo_task_without_text"  # text
    ILO_LINE_WITHOUT_SCORE = "ilo_line_without_score"  # text
    SAE_WITHOUT_NUMBERS = "sae_without_numbers"
    SAE_SEVERAL_YEARS = "sae_several_years"  # names
    SAE_UNKNOWN_FINESS = "sae_unknown_finess"  # text
    SAE_LINE_TWICE = "sae_line_twice"  # text
    SAE_LINE_WITHOUT_NUMBER = "sae_line_without_number"  # text
    # ballots
    BALLOT_UNREADABLE = "ballot_unreadable"  # path
    BALLOT_PROTECTED = "ballot_protected"  # path
    BALLOT_TOO_LARGE = "ballot_too_large"  # path
    BALLOT_FOREIGN = "ballot_foreign"  # path
    BALLOT_NEWER = "ballot_newer"  # path
    BALLOT_OTHER_STUDY = "ballot_other_study"  # path
    BALLOT_OTHER_SITTING = "ballot_other_sitting"  # path
    BALLOT_TWICE = "ballot_twice"  # path, number
    BALLOT_EMPTY = "ballot_empty"  # path
    BALLOT_WRONG_COUNT = "ballot_wrong_count"  # text, most
    BALLOT_EDITED_LABEL = "ballot_edited_label"  # text
    BALLOT_MERGED_CELLS = "ballot_merged_cells"
    BALLOT_EXTRA_ROW = "ballot_extra_row"
    BALLOT_COUNT_OUT_OF_RANGE = "ballot_count_out_of_range"  # text, most
    BALLOT_OTHER_ROUND = "ballot_other_round"  # round, present
    BALLOT_WITHOUT_TASKS = "ballot_without_tasks"
    STUDY_WITHOUT_SITTINGS = "study_without_sittings"
    SITTING_NAME_MISSING = "sitting_name_missing"  # names
    SITTING_WITHOUT_GROUPS = "sitting_without_groups"  # title
    SITTING_NAME_UNKNOWN = "sitting_name_unknown"  # name, names
    GROUP_NAME_UNKNOWN = "group_name_unknown"  # name, names
    GROUP_NAME_SHARED = "group_name_shared"  # name, names
    # files of ours
    FILE_MISSING = "file_missing"  # path
    FILE_NOT_A_STUDY = "file_not_a_study"  # path
    FILE_FOREIGN_DATABASE = "file_foreign_database"  # path
    FILE_DAMAGED = "file_damaged"  # path
    FILE_DAMAGED_ALONE = "file_damaged_alone"  # path
    FILE_NEWER = "file_newer"  # path
    FILE_EXISTS = "file_exists"  # path
    FILE_VANISHED = "file_vanished"  # path
    FOLDER_MISSING = "folder_missing"  # path
    FOLDER_READ_ONLY = "folder_read_only"  # path
    DISK_FULL = "disk_full"  # path
    DISK_ERROR = "disk_error"  # path
    SQLITE_TOO_OLD = "sqlite_too_old"  # version, needed
    CATALOG_WRONG_FIELD = "catalog_wrong_field"  # path, line, field
    CATALOG_UNREADABLE = "catalog_unreadable"  # path, line
    CATALOG_UNKNOWN_CODE = "catalog_unknown_code"  # code
    # exports and imports
    TARGET_UNWRITABLE = "target_unwritable"  # path
    TARGET_OPEN_ELSEWHERE = "target_open_elsewhere"  # path
    TARGET_FORMAT_UNKNOWN = "target_format_unknown"  # path
    CHART_UNKNOWN = "chart_unknown"  # name, names
    CHART_NAME_MISSING = "chart_name_missing"  # names
    CHART_EMPTY = "chart_empty"  # name
    PROFESSION_NAME_MISSING = "profession_name_missing"  # names
    PROFESSION_NAME_UNKNOWN = "profession_name_unknown"  # name, names
    PROFESSION_NAME_SHARED = "profession_name_shared"  # name, names
    SKILL_NAME_UNKNOWN = "skill_name_unknown"  # name, names
    JSON_UNREADABLE = "json_unreadable"  # path, line
    JSON_WRONG_FIELD = "json_wrong_field"  # path, field
    JSON_FIELD_REFUSED = "json_field_refused"  # path, field, reason
    JSON_FIELD_UNKNOWN = "json_field_unknown"  # path, field
    JSON_FIELD_TWICE = "json_field_twice"  # path, field
    JSON_OUT_OF_RANGE = "json_out_of_range"  # path, field, text, most
    JSON_NEWER = "json_newer"  # path
    # workbooks that come back
    WORKBOOK_DAMAGED = "workbook_damaged"  # path
    WORKBOOK_PROTECTED = "workbook_protected"  # path
    WORKBOOK_OLD_FORMAT = "workbook_old_format"  # path
    WORKBOOK_OTHER_FORMAT = "workbook_other_format"  # path
    WORKBOOK_IS_TEXT = "workbook_is_text"  # path
    WORKBOOK_NONE = "workbook_none"  # path
    WORKBOOK_TOO_LARGE = "workbook_too_large"  # path, rows, columns, packed, unpacked
    WORKBOOK_FOREIGN = "workbook_foreign"  # path
    WORKBOOK_NEWER = "workbook_newer"  # path
    WORKBOOK_OTHER_STUDY = "workbook_other_study"  # path
    WORKBOOK_MACROS = "workbook_macros"  # path
    WORKBOOK_LINKS = "workbook_links"  # path
    WORKBOOK_TWO_SIDES = "workbook_two_sides"
    WORKBOOK_TABLES_ONLY = "workbook_tables_only"
    SHEET_FLATTENED = "sheet_flattened"
    SHEET_BOX = "sheet_box"  # text
    SHEET_BEYOND = "sheet_beyond"  # count, most
    SHEET_NOT_READ = "sheet_not_read"  # text
    CELL_NOT_READ = "cell_not_read"  # text
    CELLS_NOT_READ = "cells_not_read"  # text, count
    CELL_EMPTIED = "cell_emptied"
    CELL_MERGED = "cell_merged"
    CELL_COMMENT = "cell_comment"  # text
    CELLS_EMPTIED = "cells_emptied"  # count
    WORKBOOK_SHEET_MISSING = "workbook_sheet_missing"  # sheet
    WORKBOOK_COLUMN_MISSING = "workbook_column_missing"  # sheet, column
    CELL_ERROR = "cell_error"  # text
    CELL_UNCOMPUTED = "cell_uncomputed"
    CELL_COMPUTED = "cell_computed"
    CELL_UNKNOWN_WORD = "cell_unknown_word"  # text
    CELL_EMPTY = "cell_empty"
    RATES_NOT_TAKEN = "rates_not_taken"
    CELL_NOT_A_DATE = "cell_not_a_date"  # text
    CELL_IS_A_DATE = "cell_is_a_date"  # text
    ROW_TWICE = "row_twice"  # title
    ROW_WITHOUT_TITLE = "row_without_title"
    ROW_GONE = "row_gone"  # title
    ROW_PROFESSION_UNKNOWN = "row_profession_unknown"  # name
    ROW_PROFESSION_MOVED = "row_profession_moved"  # title
    ROW_UNIT_UNKNOWN = "row_unit_unknown"  # name
    ROW_STAFF_MOVED = "row_staff_moved"  # title
    ROW_SETTING_GONE = "row_setting_gone"  # title, names
    CENSUS_GONE = "census_gone"
    CENSUS_GROUP_NEW = "census_group_new"  # title
    ADOPTION_YEAR_EMPTY = "adoption_year_empty"  # year
    ADOPTION_YEAR_BEYOND = "adoption_year_beyond"  # year, horizon
    SKILL_TITLE_UNKNOWN = "skill_title_unknown"  # name
    LINK_WITHOUT_INTENSITY = "link_without_intensity"  # title
    # window
    NO_DISPLAY = "no_display"
    NO_WINDOW_LIBRARY = "no_window_library"
    CANCELLED = "cancelled"
    # templates of the dossier
    TEMPLATE_MISSING = "template_missing"  # path
    TEMPLATE_NOT_FOR_FORM = "template_not_for_form"  # path, form
    TEMPLATE_SEVERAL = "template_several"  # path, names
    # templates of Word and PowerPoint
    OFFICE_TEMPLATE_OLD = "office_template_old"  # path
    OFFICE_TEMPLATE_PROTECTED = "office_template_protected"  # path
    OFFICE_TEMPLATE_DAMAGED = "office_template_damaged"  # path
    OFFICE_TEMPLATE_TOO_LARGE = "office_template_too_large"  # path
    OFFICE_TEMPLATE_WITH_MACROS = "office_template_with_macros"  # path
    OFFICE_TEMPLATE_FOREIGN = "office_template_foreign"  # path
    OFFICE_TEMPLATE_WITHOUT_TITLE = "office_template_without_title"  # path
    # lists and matrices of other people's making
    FOREIGN_NOT_TEXT = "foreign_not_text"  # path
    FOREIGN_TOO_LARGE = "foreign_too_large"  # path, most
    FOREIGN_EMPTY = "foreign_empty"  # path
    FOREIGN_MARKUP = "foreign_markup"  # path
    FOREIGN_IS_WORKBOOK = "foreign_is_workbook"  # path
    FOREIGN_IS_TEXT = "foreign_is_text"  # path
    FOREIGN_ENCODING = "foreign_encoding"  # path, encoding
    FOREIGN_TOO_MANY_ROWS = "foreign_too_many_rows"  # most
    FOREIGN_HEADINGS_ONLY = "foreign_headings_only"
    FOREIGN_WITHOUT_TITLES = "foreign_without_titles"
    FOREIGN_HIDDEN = "foreign_hidden"
    FOREIGN_COLOURS = "foreign_colours"  # count
    FOREIGN_NO_HYPOTHESIS = "foreign_no_hypothesis"  # text
    FOREIGN_BY_ORDER = "foreign_by_order"
    FOREIGN_COMMENTS = "foreign_comments"  # count
    FOREIGN_TICKED = "foreign_ticked"
    FOREIGN_TWO_TICKS = "foreign_two_ticks"
    FOREIGN_NOT_A_TICK = "foreign_not_a_tick"  # text
    FOREIGN_COUNTED = "foreign_counted"
    FOREIGN_TURNED = "foreign_turned"
    FOREIGN_COLUMN_UNKNOWN = "foreign_column_unknown"  # name, names
    FOREIGN_FIELD_UNKNOWN = "foreign_field_unknown"  # name, names
    FOREIGN_TABLE_UNKNOWN = "foreign_table_unknown"  # name, names
    FOREIGN_SEVERAL_TABLES = "foreign_several_tables"  # names
    FOREIGN_LEVELS_MISSING = "foreign_levels_missing"  # text, count
    FOREIGN_NO_PROFESSION = "foreign_no_profession"
    FOREIGN_NOT_A_SHARE = "foreign_not_a_share"  # text
    FOREIGN_NOT_A_TEXT = "foreign_not_a_text"  # text
    FOREIGN_SUBTITLE = "foreign_subtitle"  # text
    FOREIGN_LEFT_OUT = "foreign_left_out"  # text
    FOREIGN_YES_NO = "foreign_yes_no"  # text
    # the house of the dossier
    HOUSE_UNREADABLE = "house_unreadable"  # path, line
    HOUSE_FIELD_UNKNOWN = "house_field_unknown"  # path, field, names
    HOUSE_FIELD_WRONG = "house_field_wrong"  # path, field, text
    HOUSE_COLOUR_ILLEGIBLE = "house_colour_illegible"  # path, field, text, proposed
    HOUSE_LOGO_MISSING = "house_logo_missing"  # path, field, text
    HOUSE_LOGO_BROKEN = "house_logo_broken"  # path, field, text


class Refusal(Exception):
    """Something was refused and nothing changed; the root of every floor's tree of expected errors.

    ``values`` are what the sentence names: titles, paths, numbers, as text.
    """

    def __init__(self, problem: Problem, **values: object) -> None:
        super().__init__(problem.value)
        self.problem = problem
        self.values = {name: str(value) for name, value in values.items()}

    def __str__(self) -> str:
        named = ", ".join(f"{name}={value!r}" for name, value in self.values.items())
        return f"{self.problem.value}({named})"


class EditError(Refusal):
    """An edit that cannot be made on this study."""
