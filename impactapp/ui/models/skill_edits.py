"""Several changes made, undone and named as one."""

from collections.abc import Sequence
from functools import reduce

from impactapp.domain.edits.edit import Edit, EditKind


def together(kind: EditKind, edits: Sequence[Edit], subject: str = "") -> Edit:
    """One edit that makes all of these, or none when one of them is refused."""
    return Edit(kind, lambda study: reduce(lambda changed, edit: edit.change(changed), edits, study), subject)
