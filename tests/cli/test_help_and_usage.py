"""Help, usage and languages: every word in the language asked for, and the exit codes."""

import argparse
import ast
import re
from pathlib import Path

import pytest

from impactapp import __version__, i18n
from impactapp.cli.main import COMMANDS
from impactapp.cli.words import argparse_word, argparse_words, known_words
from tests.cli.conftest import Run

ENGLISH = re.compile(
    r"\b(usage:|options:|error|show|help|exit|positional|required|invalid|choice|choose|from|study|"
    r"file|the|of|with|language)(?!\w)",
    re.IGNORECASE,
)
# said to the programmer who builds a parser, never to its user
FOR_PROGRAMMERS = re.compile(
    r"__call__|invalid argument for positionals|mutually exclusive|conflict|callable|cannot merge|"
    r"invalid option string|dest=|cannot have multiple|unexpected option|mode %r|can't open|unknown parser|alias"
)


def names_only(text: str) -> str:
    """Without commands, options, codes and file names, which are the same in every language."""
    text = re.sub(r"«[^»]*»|--[\w-]+|\{[^}]*\}|'[^']*'|\.\w+|impactapp \w+", "", text)
    return re.sub(r"^  (demo|new|show|export|check|ballots|import|catalog) ", "", text, flags=re.MULTILINE)


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
def test_help_in_french_has_no_english_word(run: Run, command: tuple[str, ...]) -> None:
    shown = run(*command, "--lang", "fr", "--help")
    assert shown.code == 0
    assert shown.out.startswith("utilisation\u00a0: impactapp")
    assert ENGLISH.findall(names_only(shown.out)) == []
    assert "afficher cette aide" in shown.out


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
def test_help_in_english_has_no_french_word(run: Run, command: tuple[str, ...]) -> None:
    shown = run(*command, "--lang=en", "-h")
    assert shown.out.startswith("usage: impactapp")
    assert not re.search(r"[éèàçù]|\b(étude|fichier|afficher)\b", shown.out)


def test_the_help_lists_every_command_with_what_it_does(run: Run) -> None:
    shown = run("--help").out
    for name, command in COMMANDS.items():
        assert re.search(rf"^  {name} +{re.escape(command.summary())}$", shown, re.MULTILINE)


@pytest.mark.parametrize(
    "line",
    [
        ("show",),
        ("show", "a", "b"),
        ("show", "a", "--rule", "montaigne"),
        ("show", "a", "--weighting"),
        ("show", "a", "--json=oui"),
        ("export", "a"),
        ("new",),
        ("a", "b"),
        ("--nothing",),
        ("--lang",),
        ("--lang", "de"),
        ("show", "--lang", "xx"),
    ],
)
def test_a_misuse_leaves_with_2_and_says_why_in_french(run: Run, line: tuple[str, ...]) -> None:
    shown = run(*line)
    assert shown.code == 2
    assert shown.out == ""
    assert "\u00a0: erreur\u00a0: " in shown.err
    assert ENGLISH.findall(names_only(shown.err)) == []
    assert shown.windows == []


def test_a_misuse_is_said_in_english_when_asked(run: Run) -> None:
    assert "error: the following arguments are required: STUDY" in run("--lang", "en", "show").err


def test_the_language_stands_before_or_after_the_command(run: Run, demo: str) -> None:
    assert "Fort" in run("show", demo).out
    assert "4 to 6 activities out of 10" in run("--lang", "en", "show", demo).out
    assert "4 à 6 activités sur 10" in run("show", "--lang", "fr", demo).out
    assert "4 to 6 activities out of 10" in run("show", demo, "--lang=en").out


def test_the_version_is_printed(run: Run) -> None:
    shown = run("--version")
    assert (shown.code, shown.out.strip()) == (0, f"impactapp {__version__}")


def test_the_window_is_asked_for_with_what_to_show(run: Run, demo: str) -> None:
    assert run().windows == [(None, False, None)]
    assert run(demo).windows == [(Path(demo), False, None)]
    assert run("--lang", "en", demo).windows == [(Path(demo), False, "en")]
    assert run("demo", "--lang", "fr").windows == [(None, True, "fr")]
    assert run("show", demo).windows == []


def test_a_file_that_is_not_there_opens_no_window(run: Run) -> None:
    shown = run("absent.impact")
    assert (shown.code, shown.windows) == (1, [])
    where = Path("absent.impact").absolute().parent
    assert shown.err.replace("\u00a0", " ") == (
        f"« absent.impact » n’existe pas dans {where} : vérifiez le nom et le dossier.\n"
    )


@pytest.mark.usefixtures("argparse_speaks_english_again")
def test_every_word_argparse_says_to_a_user_is_known() -> None:
    tree = ast.parse(Path(argparse.__file__).read_text(encoding="utf-8"))
    said = {
        node.args[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "_"
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
    }
    assert {words for words in said if not FOR_PROGRAMMERS.search(words)} <= set(known_words())
    assert all(french != english or "%" not in english for english, french in known_words().items())


def test_counting_words_of_argparse_follow_the_language() -> None:
    assert argparse_words("expected %s argument", "expected %s arguments", 2) == "%s valeurs sont attendues"
    assert argparse_words("one", "many", 1) == "one"
    assert argparse_words("one", "many", 2) == "many"
    assert argparse_word("unknown to us") == "unknown to us"
    i18n.use_language("en")
    assert argparse_words("expected %s argument", "expected %s arguments", 2) == "expected %s arguments"
