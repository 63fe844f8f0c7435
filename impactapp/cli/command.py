"""The shape of a command, and what every command shares: its parser and the options all have."""

import argparse
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from impactapp.i18n import LANGUAGES, _


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its line in the help, its arguments, and what it does (0 done, or raises a refusal)."""

    summary: Callable[[], str]
    arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], int]


def parser_of(prog: str, description: str, epilog: str = "") -> ArgumentParser:
    """A parser with the options of every command."""
    parser = ArgumentParser(
        prog,
        description=description,
        epilog=epilog,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    add_language(parser)
    return parser


def add_language(parser: ArgumentParser) -> None:
    """Offer the language, which is read before the help is written."""
    parser.add_argument("--lang", choices=LANGUAGES, help=_("language of the words: French or English"))


def add_study(parser: ArgumentParser) -> None:
    """Ask for the study to read."""
    parser.add_argument("study", metavar=_("STUDY"), type=Path, help=_("file of the study (.impact)"))


def add_json(parser: ArgumentParser) -> None:
    """Offer the answer as JSON."""
    parser.add_argument("--json", action="store_true", help=_("answer in JSON, for another program"))


def misused(prog: str, message: str) -> NoReturn:
    """Say how a command was misused and leave with 2, as argparse does."""
    ArgumentParser(prog, usage=argparse.SUPPRESS).error(message)
