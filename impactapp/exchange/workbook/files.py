"""An XlsxWriter workbook from its beginning to its bytes."""

from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook


def new_workbook(made: BytesIO) -> "Workbook":
    """A workbook whose sheets wait in the system's temporary folder: in memory they would double it."""
    from xlsxwriter.workbook import Workbook

    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    return Workbook(made, options)


def close_workbook(workbook: "Workbook") -> None:
    """Put the workbook together; what the disk says is raised as the disk said it."""
    from xlsxwriter.exceptions import FileCreateError

    try:
        workbook.close()
    except FileCreateError as error:
        raise OSError(*getattr(error.args[0], "args", error.args)) from error
