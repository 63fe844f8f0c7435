"""Reads the accessibility tree of another process over AT-SPI, as a screen reader does."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

ACCESSIBLE = "org.a11y.atspi.Accessible"
PROPERTIES = "org.freedesktop.DBus.Properties"
ROOT = "/org/a11y/atspi/accessible/root"


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
            for bus_name, path in self._children("org.a11y.atspi.Registry", ROOT):
                if self._process_of(bus_name) == process_id and self._children(bus_name, path):
                    return self._node(bus_name, path)
            time.sleep(0.1)
        raise AssertionError(f"no accessible window of process {process_id} within {seconds} s")

    def walk(self, node: Node) -> Iterator[Node]:
        """A node and everything below it that answers; the cells of large tables are not expanded."""
        yield node
        if node.role in ("table", "tree table", "list", "combo box"):
            return
        for bus_name, path in self._children(node.bus_name, node.path):
            yield from self.walk(self._node(bus_name, path))

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

    def _property(self, bus_name: str, path: str, name: str) -> str:
        address = DBusAddress(path, bus_name, PROPERTIES)
        reply = self._bus.send_and_get_reply(new_method_call(address, "Get", "ss", (ACCESSIBLE, name)))
        return str(reply.body[0][1])

    def _call(self, bus_name: str, path: str, interface: str, method: str) -> Any:
        address = DBusAddress(path, bus_name, interface)
        return self._bus.send_and_get_reply(new_method_call(address, method)).body[0]

    def _process_of(self, bus_name: str) -> int:
        address = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
        call = new_method_call(address, "GetConnectionUnixProcessID", "s", (bus_name,))
        return int(self._bus.send_and_get_reply(call).body[0])
