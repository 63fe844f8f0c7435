"""What no linter checks of the house: names, sizes, imports that must not be, dialogs that must not block."""

import ast
import re
import statistics
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from vulture import Vulture

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "impactapp"
TREES = {
    path: ast.parse(path.read_text(encoding="utf-8"), str(path))
    for folder in ("impactapp", "tests", "benchmarks")
    for path in sorted((ROOT / folder).rglob("*.py"))
}
MODULES = {path: tree for path, tree in TREES.items() if path.is_relative_to(PACKAGE)}

FORBIDDEN_WORDS = {"Manager", "Helper", "Helpers", "Util", "Utils", "Base", "Handler", "Data", "Info"}
NETWORK = {
    *(
        "asyncio",
        "ftplib",
        "http",
        "httpx",
        "imaplib",
        "poplib",
        "requests",
        "smtplib",
        "socket",
        "socketserver",
        "ssl",
    ),
    *("telnetlib", "urllib.request", "urllib3", "xmlrpc"),
    *("PySide6.QtNetwork", "PySide6.QtWebSockets", "PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets"),
}
NOT_FOR_DOMAIN = {
    *("io", "logging", "os", "pathlib", "random", "secrets", "shutil", "sqlite3", "subprocess", "sys", "tempfile"),
    *("threading", "time", "uuid"),
}
EVENT_LOOPS = {"app", "application", "drag", "QApplication", "QGuiApplication", "QCoreApplication"}
BLOCKING = re.compile(r"(QMessageBox\.(about|aboutQt|critical|information|question|warning)|Q\w+Dialog\.get[A-Z]\w+)$")
CALLED_BY_QT = [
    "[a-z]*[A-Z]*",
    "paint",
    "event",
    "flags",
    "index",
    "parent",
    "data",
    "child",
    "rect",
    "role",
    "state",
    "text",
]
TOP_LEVEL = {
    *("impactapp", "resources", "job_catalog", "tests", "benchmarks", "docs"),
    *("pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE", "Makefile"),
    *("requirements.lock", "requirements-dev.lock"),
}
MADE_HERE = {"build", "dist"}


def where(path: Path, line: int = 1) -> str:
    return f"{path.relative_to(ROOT)}:{line}"


def imports(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Every module or name imported anywhere in a tree, dotted, with its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((f"{node.module or ''}.{alias.name}", node.lineno) for alias in node.names)


def is_within(name: str, packages: set[str]) -> bool:
    return any(name == package or name.startswith(package + ".") for package in packages)


def importers(packages: set[str], folder: Path = PACKAGE) -> list[str]:
    """Where any of the packages is imported below a folder."""
    return [
        f"{where(path, line)} {name}"
        for path, tree in MODULES.items()
        if path.is_relative_to(folder)
        for name, line in imports(tree)
        if is_within(name, packages)
    ]


def calls(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Every call written as dotted names (``QMessageBox.question``, ``self.menu.exec``) with its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node.lineno


def test_every_module_opens_with_a_docstring() -> None:
    assert [where(path) for path, tree in TREES.items() if tree.body and not ast.get_docstring(tree)] == []
    assert [where(path) for path, tree in MODULES.items() if not ast.get_docstring(tree)] == []


def test_modules_are_small() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in TREES}
    assert [f"{where(path)} {length} lines" for path, length in lengths.items() if length > 300] == []
    assert statistics.median(lengths[path] for path in MODULES) <= 120


def test_functions_are_short() -> None:
    functions = [
        (where(path, node.lineno), node.name, (node.end_lineno or node.lineno) - node.lineno + 1)
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    assert [function for function in functions if function[2] > 50] == []


def test_names_say_what_a_thing_is() -> None:
    names = [(where(path), path.stem) for path in TREES]
    names += [
        (where(path, node.lineno), node.name)
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    ]
    vague = [(place, name) for place, name in names if FORBIDDEN_WORDS & set(words_of(name))]
    assert vague == []


def words_of(name: str) -> list[str]:
    return [word.capitalize() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", name)]


def test_only_qt_and_exceptions_are_inherited_from() -> None:
    kinds = r"(\w+\.)*Q[A-Z]\w+|FigureCanvasQT\w*|\w*(Error|Exception|Refusal|Warning)"
    values = r"(Str|Int)?Enum|I?Flag|Protocol|NamedTuple|TypedDict"
    allowed = re.compile(f"({kinds}|{values})$")
    heirs = [
        f"{where(path, node.lineno)} {node.name}({ast.unparse(base)})"
        for path, tree in MODULES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        for base in node.bases
        if not allowed.match(ast.unparse(base))
    ]
    assert heirs == []


def test_whatever_is_there_is_used_by_the_application() -> None:
    """What only a test calls counts as unused too."""
    search = Vulture(ignore_names=CALLED_BY_QT)
    search.scavenge([str(PACKAGE)])
    unused = [
        f"{where(Path(item.filename), item.first_lineno)} {item.name}"
        for item in search.get_unused_code(min_confidence=60)
        if item.typ in {"class", "function", "method", "property"}
    ]
    assert unused == []


def test_figures_are_drawn_without_pyplot() -> None:
    assert importers({"matplotlib.pyplot", "matplotlib.pylab", "pylab"}) == []


def test_dialogs_never_block() -> None:
    blocking = []
    for path, tree in MODULES.items():
        for call, line in calls(tree):
            owner, _dot, method = call.rpartition(".")
            runs = method in ("exec", "exec_") and owner and owner.rpartition(".")[2].lstrip("_") not in EVENT_LOOPS
            if runs or BLOCKING.search(call):
                blocking.append(f"{where(path, line)} {call}")
    assert blocking == []


def test_only_the_command_line_prints() -> None:
    cli = PACKAGE / "cli"
    silent = [path for path in MODULES if not path.is_relative_to(cli) and path != cli.with_suffix(".py")]
    assert [where(path, line) for path in silent for call, line in calls(MODULES[path]) if call == "print"] == []


def test_the_domain_imports_the_standard_library_and_itself() -> None:
    foreign = []
    for path, tree in MODULES.items():
        if path.is_relative_to(PACKAGE / "domain"):
            for name, line in imports(tree):
                known = name.partition(".")[0] in sys.stdlib_module_names and not is_within(name, NOT_FOR_DOMAIN)
                if not known and not is_within(name, {"impactapp.domain"}):
                    foreign.append(f"{where(path, line)} {name}")
    assert foreign == []


def test_the_domain_reads_no_clock() -> None:
    clocks = {"now", "today", "utcnow", "fromtimestamp"}
    assert [
        where(path, line)
        for path, tree in MODULES.items()
        if path.is_relative_to(PACKAGE / "domain")
        for call, line in calls(tree)
        if call.rpartition(".")[2] in clocks
    ] == []


def test_nothing_reaches_for_a_network() -> None:
    assert importers(NETWORK) == []


def test_qt_is_known_to_the_window_only() -> None:
    qt = {"PySide6", "shiboken6", "matplotlib.backends.backend_qtagg", "matplotlib.backends.backend_qt"}
    below = [place for place in importers(qt) if not place.startswith("impactapp/ui/")]
    assert below == []
    assert importers({"PySide6"}, PACKAGE / "ui") != [], "the window is no longer where this test looks"


def test_the_top_level_holds_what_it_should() -> None:
    found = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert found - TOP_LEVEL - MADE_HERE == set()


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_locks_pin_by_hash_and_hold_no_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert re.findall(r"://|--(?:index|extra-index|find-links|trusted-host)\S*|\w+ @ ", text) == []
    pins = re.findall(r"^[A-Za-z0-9].*?(?=^[A-Za-z0-9]|\Z)", text, flags=re.MULTILINE | re.DOTALL)
    assert pins
    assert [pin.split()[0] for pin in pins if "==" not in pin or "--hash=sha256:" not in pin] == []


def test_both_locks_agree() -> None:
    run, everything = (
        set(re.findall(r"^[A-Za-z0-9].*==\S+", (ROOT / name).read_text(encoding="utf-8"), flags=re.MULTILINE))
        for name in ("requirements.lock", "requirements-dev.lock")
    )
    assert run - everything == set()
