"""The application as a process of its own, worked and read from outside like a user of assistive technology does."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from typing import TypeVar

from tests.stories.accessibility import Node, Tree

T = TypeVar("T")
WAIT = 20.0


class Program:
    """``python -m impactapp`` with arguments, in French, on the virtual display."""

    def __init__(self, tree: Tree, *arguments: str) -> None:
        self.tree = tree
        # a user's language, and dialogs that are drawn by Qt on every desktop
        environment = os.environ | {"LANG": "fr_FR.UTF-8", "QT_QPA_PLATFORMTHEME": ""}
        for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE"):
            environment.pop(name, None)
        self._process = subprocess.Popen([sys.executable, "-m", "impactapp", *arguments], env=environment)
        self.root = tree.application(self._process.pid)

    def nodes(self) -> list[Node]:
        """Everything in its windows."""
        return list(self.tree.walk(self.root))

    def shown(self, words: str, role: str = "") -> Node:
        """What is on the screen and is called so, once it is there."""
        found = self.wait(lambda: self._showing(words, role), f"{role} “{words}”")
        assert found is not None
        return found

    def shown_focused(self, words: str) -> None:
        """Wait until keys go to what is called so."""
        self.wait(lambda: any(node.has_focus and words in node.name for node in self.nodes()), f"focus on “{words}”")

    def until_gone(self, words: str) -> None:
        """Wait until nothing on the screen is called so."""
        self.wait(lambda: self._showing(words, "") is None, f"the end of “{words}”")

    def press(self, words: str, role: str = "", action: str = "Press") -> None:
        """Press what is called so."""
        self.tree.act(self.shown(words, role), action)

    def choose(self, words: str) -> None:
        """Choose an entry of the menus, which are not on the screen before they are opened."""

        def entries() -> list[Node]:
            return [node for node in self.nodes() if node.role == "menu item" and node.name.startswith(words)]

        self.tree.act(self.wait(entries, f"entry “{words}”")[0])

    def wait(self, look: Callable[[], T], what: str) -> T:
        """What ``look`` finds, once it finds something."""
        deadline = time.monotonic() + WAIT
        while not (found := look()):
            assert time.monotonic() < deadline, f"never seen: {what}"
            assert self._process.poll() is None, "the application is gone"
            time.sleep(0.02)
        return found

    def wait_for_end(self) -> None:
        """Wait until it has ended by itself, without an error."""
        assert self._process.wait(WAIT) == 0

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()

    def _showing(self, words: str, role: str) -> Node | None:
        for node in self.nodes():
            if node.is_showing and words in node.name and role in ("", node.role):
                return node
        return None
