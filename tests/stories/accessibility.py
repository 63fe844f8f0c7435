"""Reads and works the window of another process over AT-SPI, as a screen reader and a keyboard do."""

import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, MessageType, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

ACCESSIBLE = "org.a11y.atspi.Accessible"
ACTION = "org.a11y.atspi.Action"
TABLE = "org.a11y.atspi.Table"
PROPERTIES = "org.freedesktop.DBus.Properties"
REGISTRY = "org.a11y.atspi.Registry"
ROOT = "/org/a11y/atspi/accessible/root"
KEYBOARD = ("/org/a11y/atspi/registry/deviceeventcontroller", "org.a11y.atspi.DeviceEventController")
# names of X keys, and what tells the registry that a number is one of them
KEY_NUMBERS = {"Tab": 0xFF09, "Return": 0xFF0D, "Home": 0xFF50, "Left": 0xFF51, "Right": 0xFF53, "Down": 0xFF54}
KEY_BY_NUMBER = 3
LABELLED_BY = 2


class Gone(LookupError):
    """What was looked at is no longer there."""


@dataclass(frozen=True, slots=True)
class Node:
    """One accessible object: where it is on the bus, its role in words and what a screen reader calls it."""

    bus_name: str
    path: str
    role: str
    name: str
    description: str
    states: frozenset[int]

    @property
    def is_showing(self) -> bool:
        """Whether it is on the screen (AT-SPI state 25)."""
        return 25 in self.states

    @property
    def has_focus(self) -> bool:
        """Whether keys go there (AT-SPI state 12)."""
        return 12 in self.states

    @property
    def is_focusable(self) -> bool:
        """Whether the keyboard can reach it (AT-SPI state 11)."""
        return 11 in self.states


class Tree:
    """A connection to the accessibility bus."""

    def __init__(self) -> None:
        with open_dbus_connection("SESSION") as session:
            launcher = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
            address = session.send_and_get_reply(new_method_call(launcher, "GetAddress")).body[0]
        self._bus: DBusConnection = open_dbus_connection(address)

    def close(self) -> None:
        """Leave the bus."""
        self._bus.close()

    def application(self, process_id: int, seconds: float = 20) -> Node:
        """The root of a process, once it has registered."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            for bus_name, path in self._children(REGISTRY, ROOT):
                if self._process_of(bus_name) == process_id and self._children(bus_name, path):
                    return self._node(bus_name, path)
            time.sleep(0.1)
        raise AssertionError(f"no accessible window of process {process_id} within {seconds} s")

    def walk(self, node: Node) -> Iterator[Node]:
        """A node and what is on the screen below it, with the entries of closed menus; cells are not expanded."""
        if not node.is_showing and node.role not in ("menu item", "popup menu"):
            return
        yield node
        if node.role in ("table", "tree table", "list", "combo box"):
            return
        yield from (found for child in self.children(node) for found in self.walk(child))

    def children(self, node: Node) -> Iterator[Node]:
        """What is right below a node; what goes away meanwhile is left out."""
        for bus_name, path in self._children(node.bus_name, node.path):
            with suppress(Gone):
                yield self._node(bus_name, path)

    def label(self, node: Node) -> str:
        """The name of a node, else that of the label that belongs to it."""
        for relation, targets in self._call(node.bus_name, node.path, ACCESSIBLE, "GetRelationSet"):
            if relation == LABELLED_BY:
                return " ".join(self._node(*target).name for target in targets)
        return node.name

    def cell(self, table: Node, row: int, column: int) -> Node:
        """A cell of a table."""
        found: tuple[str, str] = self._call(table.bus_name, table.path, TABLE, "GetAccessibleAt", "ii", row, column)
        return self._node(*found)

    def size(self, table: Node) -> tuple[int, int]:
        """How many rows and columns a table has."""
        rows, columns = (self._property(table.bus_name, table.path, name, TABLE) for name in ("NRows", "NColumns"))
        return int(rows), int(columns)

    def act(self, node: Node, action: str = "Press") -> None:
        """Do one of the actions a control offers."""
        offered = [name for name, *_words in self._call(node.bus_name, node.path, ACTION, "GetActions")]
        assert action in offered, f"{node.role} “{node.name}” offers {offered}"
        assert self._call(node.bus_name, node.path, ACTION, "DoAction", "i", offered.index(action))

    def press_key(self, key: str) -> None:
        """Press a key of the keyboard, wherever the focus is."""
        number = KEY_NUMBERS.get(key) or ord(key)
        self._bus.send_and_get_reply(
            new_method_call(
                DBusAddress(KEYBOARD[0], REGISTRY, KEYBOARD[1]),
                "GenerateKeyboardEvent",
                "isu",
                (number, "", KEY_BY_NUMBER),
            )
        )

    def _children(self, bus_name: str, path: str) -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = self._call(bus_name, path, ACCESSIBLE, "GetChildren")
        return found

    def _node(self, bus_name: str, path: str) -> Node:
        low, high = self._call(bus_name, path, ACCESSIBLE, "GetState")
        bits = low | high << 32
        return Node(
            bus_name,
            path,
            self._call(bus_name, path, ACCESSIBLE, "GetRoleName"),
            self._property(bus_name, path, "Name"),
            self._property(bus_name, path, "Description"),
            frozenset(bit for bit in range(64) if bits >> bit & 1),
        )

    def _property(self, bus_name: str, path: str, name: str, interface: str = ACCESSIBLE) -> str:
        return str(self._call(bus_name, path, PROPERTIES, "Get", "ss", interface, name)[1])

    def _call(self, bus_name: str, path: str, interface: str, method: str, signature: str = "", *values: Any) -> Any:
        call = new_method_call(DBusAddress(path, bus_name, interface), method, signature or None, values)
        reply = self._bus.send_and_get_reply(call)
        if reply.header.message_type is MessageType.error:
            raise Gone(f"{method}: {reply.body}")
        return reply.body[0]

    def _process_of(self, bus_name: str) -> int:
        address = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
        call = new_method_call(address, "GetConnectionUnixProcessID", "s", (bus_name,))
        return int(self._bus.send_and_get_reply(call).body[0])
