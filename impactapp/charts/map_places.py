"""Where the dots of a map stand: at their value across, on lanes of their row so that none touches another."""

from collections.abc import Iterable
from dataclasses import dataclass

FEW_LANES = 5


@dataclass(frozen=True, slots=True)
class Spot:
    """A dot ``before`` and one ``after`` (the same where nothing moves), which may be set aside within its band.

    Not ``is_exact`` where the two were moved from one another to be seen.
    """

    number: int
    before: float
    after: float
    band: tuple[float, float]
    is_exact: bool = True


@dataclass(frozen=True, slots=True)
class Place:
    """A spot on a lane, set aside by ``aside``."""

    spot: Spot
    lane: int
    aside: float = 0.0


def places(spots: Iterable[Spot], room: float) -> tuple[Place, ...]:
    """Put each spot, with ``room`` from middle to middle, on the first lane where it touches no other.

    Once the lanes are many, a dot that does not move stands beside another rather than on one more lane.
    """
    lanes: list[list[tuple[float, float]]] = []
    made = []
    for spot in sorted(spots, key=lambda spot: (min(spot.before, spot.after), spot.number)):
        place = _free(spot, lanes, room)
        while len(lanes) <= place.lane:
            lanes.append([])
        lanes[place.lane].append(_reach(spot, place.aside))
        made.append(place)
    return tuple(made)


def lane_count(placed: Iterable[Place]) -> int:
    """How many lanes are used."""
    return max((place.lane + 1 for place in placed), default=0)


def _free(spot: Spot, lanes: list[list[tuple[float, float]]], room: float) -> Place:
    for lane in range(max(len(lanes), FEW_LANES)):
        if _fits(spot, 0.0, lanes[lane] if lane < len(lanes) else [], room):
            return Place(spot, lane)
    if spot.before == spot.after:
        for aside in (-room, room, -2 * room, 2 * room, -3 * room, 3 * room):
            for lane, taken in enumerate(lanes):
                if spot.band[0] <= spot.before + aside <= spot.band[1] and _fits(spot, aside, taken, room):
                    return Place(spot, lane, aside)
    return Place(spot, len(lanes))


def _fits(spot: Spot, aside: float, taken: list[tuple[float, float]], room: float) -> bool:
    left, right = _reach(spot, aside)
    return all(right + room <= first or last + room <= left for first, last in taken)


def _reach(spot: Spot, aside: float) -> tuple[float, float]:
    return min(spot.before, spot.after) + aside, max(spot.before, spot.after) + aside
