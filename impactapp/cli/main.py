"""Read the command line, choose the language, run the command; a refusal becomes one sentence and an exit code."""

from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from pathlib import Path

from impactapp import __version__, i18n
from impactapp.cli import (
    ballots,
    catalog,
    check,
    compare,
    demo,
    export,
    import_files,
    new,
    rollup,
    show,
    sources,
    terminal,
)
from impactapp.cli.command import Command, add_language, parser_of
from impactapp.cli.refusals import sentence
from impactapp.cli.words import teach_argparse
from impactapp.domain.problems import Problem, Refusal
from impactapp.i18n import _

DONE, REFUSED = 0, 1
# a study or none, whether to show the demonstration, the language asked for; gives the exit code
OpenWindow = Callable[[Path | None, bool, str | None], int]
COMMANDS = {
    "demo": Command(demo.summary, demo.arguments, demo.run),
    "new": Command(new.summary, new.arguments, new.run),
    "show": Command(show.summary, show.arguments, show.run),
    "export": Command(export.summary, export.arguments, export.run),
    "check": Command(check.summary, check.arguments, check.run),
    "compare": Command(compare.summary, compare.arguments, compare.run),
    "ballots": Command(ballots.summary, ballots.arguments, ballots.run),
    "import": Command(import_files.summary, import_files.arguments, import_files.run),
    "rollup": Command(rollup.summary, rollup.arguments, rollup.run),
    "sources": Command(sources.summary, sources.arguments, sources.run),
    "catalog": Command(catalog.summary, catalog.arguments, catalog.run),
}


def main(arguments: Sequence[str], open_window: OpenWindow) -> int:
    """Run one command line: 0 done, 1 refused with a sentence on stderr; leaves with 2 when it is misused.

    A command may document codes of its own above 2.
    """
    terminal.prepare()
    teach_argparse()
    language, rest = _language(arguments)
    try:
        if rest and rest[0] in COMMANDS:
            return _command(rest[0], rest[1:], open_window, language)
        return _window(rest, open_window, language)
    except Refusal as refusal:
        terminal.complain(sentence(refusal))
        return REFUSED
    except BrokenPipeError:
        terminal.stop_printing()
        return DONE


def _language(arguments: Sequence[str]) -> tuple[str | None, list[str]]:
    """Speak the language asked for, so that help and errors already do; give the rest of the line."""
    parser = ArgumentParser("impactapp", add_help=False, allow_abbrev=False)
    add_language(parser)
    options, rest = parser.parse_known_args(arguments)
    language: str | None = options.lang
    if language is not None:
        i18n.use_language(language)
    return language, rest


def _command(name: str, arguments: Sequence[str], open_window: OpenWindow, language: str | None) -> int:
    command = COMMANDS[name]
    parser = parser_of(f"impactapp {name}", command.summary())
    command.arguments(parser)
    options = parser.parse_args(arguments)
    if name == "demo" and options.out is None:
        return open_window(None, True, language)
    return command.run(options)


def _window(arguments: Sequence[str], open_window: OpenWindow, language: str | None) -> int:
    parser = parser_of(
        "impactapp", _("What AI does to the jobs of a hospital, by the Institut Montaigne method."), _list()
    )
    parser.add_argument(
        "study", metavar=_("STUDY"), type=Path, nargs="?", help=_("file of the study (.impact) to open in a window")
    )
    parser.add_argument(
        "--version", action="version", version=f"impactapp {__version__}", help=_("print the version and leave")
    )
    study: Path | None = parser.parse_args(arguments).study
    if study is not None and not study.is_file():
        raise Refusal(Problem.FILE_MISSING, path=study)
    return open_window(study, False, language)


def _list() -> str:
    """The commands, as the end of the help."""
    wide = max(len(name) for name in COMMANDS)
    lines = [f"  {name:{wide}}  {command.summary()}" for name, command in COMMANDS.items()]
    end = _("“impactapp COMMAND --help” tells more. Exit codes: 0 done, 1 refused, 2 misused.")
    return "\n".join([_("commands:"), *lines, "", end])
