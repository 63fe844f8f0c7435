"""What can be done about a refusal that has to do with the file of the open study."""

from collections.abc import Callable

from impactapp.document import Document
from impactapp.domain.problems import Problem, Refusal
from impactapp.i18n import _
from impactapp.ui.message import Act


def ways_out_of(refusal: Refusal, document: Document | None, ask_copy: Callable[[], object]) -> tuple[Act, ...]:
    """A copy elsewhere, when it is the file of the open study that cannot be written."""
    if document is None:
        return ()
    own_file = refusal.values.get("path") == str(document.path) and refusal.problem in (
        *(Problem.FILE_VANISHED, Problem.FILE_MISSING, Problem.FILE_DAMAGED),
        *(Problem.DISK_FULL, Problem.DISK_ERROR, Problem.FOLDER_READ_ONLY),
    )
    read_only = refusal.problem is Problem.STUDY_READ_ONLY and not refusal.values
    return (Act(_("Save a copy…"), ask_copy),) if own_file or read_only else ()
