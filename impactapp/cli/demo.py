"""`impactapp demo`: the published secretary case, in a window or written to a file."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from impactapp.cli.new import created, new_id
from impactapp.i18n import _


def summary() -> str:
    """Its line in the help."""
    return _("the published case of the medical secretary")


def arguments(parser: ArgumentParser) -> None:
    """What it takes; without ``--out`` the case opens in a window, on a copy."""
    parser.add_argument(
        "--out", metavar=_("STUDY"), type=Path, help=_("new file (.impact) to write it to, instead of a window")
    )


def run(options: Namespace) -> int:
    """Write the case to a new file."""
    from impactapp.store.catalog import secretary_demo

    # the case was published: today is not the day of the study
    return created(options.out, secretary_demo(new_id, None))
