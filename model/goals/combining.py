"""The smallest combined changes that reach a goal: two or three decision levers, on their own steps.

The size of a change is the root of the sum of the squares of its shares of the usual ranges, so that a little
of several is smaller than much of one. Of each set of levers the smallest change counts whose every step is
needed: with any one of them undone, the goal or a limit is missed. A set is left out when fewer of its levers
reach the goal with a change no larger.

The search looks within a growing distance of the plan. It cuts the space of each set of levers into boxes of
places. It drops a box whose best corner misses the goal, or whose nearest corner has a step to spare. That is
exact while a lever works in one direction; where rounding makes it waver slightly, `SLACK` keeps the box.
Every answer is computed itself before it is given. A standard that may be met by rising instead is nearer
with less money in an earlier year, so there a smaller change may be missed.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np

from model.book.terms import Array
from model.goals.boxes import MOST_LEVERS, Boxes
from model.goals.goal import is_met
from model.goals.limits import Limits
from model.goals.places import batch
from model.goals.reaching import Reach, Route, reach, route
from model.goals.ways import SLACK, Way, ways
from model.results.projection import Projection, project

ROUTES = 3
CHUNK = 1500  # boxes looked at together, some 10 MB
MOST_BOXES = 60_000  # then the search stops and says so
_FIRST, _GROWS = 0.04, 1.7  # distance of the first look, and how it grows


@dataclass(frozen=True, slots=True)
class Combined:
    """Up to three combined changes, smallest first. `is_complete` is False when the search was cut short."""

    routes: tuple[Route, ...]
    is_complete: bool = True
    boxes: int = 0  # looked at


def combined(found: Reach, most: int = ROUTES) -> Combined:
    """The smallest combined changes; none when the goal is met already."""
    return Combined(()) if found.is_met else _Search(found, most).run()


def opened_by(found: Reach) -> tuple[tuple[str, ...], bool]:
    """Where there is no route: the limits that each open one if lifted, and whether lifting all would."""
    bar = found.bar

    def opens(limits: Limits) -> bool:
        again = reach(bar.plan, bar.start, bar.goal, limits, found.tables)
        return again.is_met or bool(again.nearest) or bool(combined(again, 1).routes)

    single = tuple(k for k in bar.limits.keys if opens(bar.limits.without(k)))
    return single, bool(single) or (bool(bar.limits.keys) and opens(Limits()))


class _Search:
    """One search. A corner is the number of a step along all ways laid end to end."""

    def __init__(self, found: Reach, most: int) -> None:
        self._found, self._most, self._bar = found, most, found.bar
        self._ways: list[Way] = ways(found)
        self._keys = list(dict.fromkeys(w.key for w in self._ways))
        self._lever = np.array([self._keys.index(w.key) for w in self._ways], dtype=int)
        sizes = [w.at.size for w in self._ways]
        self._ends = np.array(sizes, dtype=int) - 1
        self._first = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(int)
        none = [np.zeros(0, dtype=int)]
        self._at: Array = np.concatenate([w.at for w in self._ways] or none)
        self._back: Array = np.concatenate([w.back for w in self._ways] or none)
        self._share: Array = np.concatenate([w.shares for w in self._ways] or none)
        self._helps = np.array([w.helps for w in self._ways], dtype=bool)
        self._joined = np.array([w.joined for w in self._ways], dtype=bool)
        self._now = np.array([found.tables[k].places.now for k in self._keys], dtype=int)
        self._best: dict[frozenset[int], tuple[float, tuple[int, ...], tuple[int, ...]]] = {}
        self._single = {r.steps[0].lever.key: r.size for r in found.nearest}
        self._boxes = 0

    def run(self) -> Combined:
        sets = {k: self._sets(k) for k in range(2, MOST_LEVERS + 1)}
        farthest = sorted(float(w.shares[-1]) ** 2 for w in self._ways)[-MOST_LEVERS:]
        # A root that is squared again may come out slightly smaller.
        distance, whole = _FIRST, float(np.sqrt(sum(farthest))) * (1 + 1e-9)
        complete = True
        while any(map(len, sets.values())):
            complete = all(self._inside(s, min(distance, whole)) for s in sets.values())
            kept = self._kept()
            if (
                not complete
                or distance >= whole
                or (len(kept) >= self._most and kept[self._most - 1][0] <= distance)
            ):
                break
            distance *= _GROWS
        routes = [self._route(ways, steps) for _, ways, steps in self._kept()[: self._most]]
        return Combined(tuple(routes), complete, self._boxes)

    def _sets(self, count: int) -> Boxes:
        """Sets of ways of different levers whose ends together reach the goal."""
        found = [
            s
            for s in itertools.combinations(range(len(self._ways)), count)
            if len({self._ways[i].key for i in s}) == count
        ]
        if not found:
            return Boxes(*(np.zeros((0, MOST_LEVERS), dtype=int),) * 3)
        boxes = Boxes.of(found, self._ends)
        able = [self._may_reach(boxes[i : i + CHUNK]) for i in range(0, len(boxes), CHUNK)]
        return boxes[np.concatenate(able)]

    # --- one look -------------------------------------------------------------------------------------------

    def _inside(self, sets: Boxes, distance: float) -> bool:
        """Look at everything within a distance. Returns False when it took too long."""
        todo = sets
        while len(todo):
            order = np.argsort(self._size2(todo), kind="stable")
            now, todo = self._clipped(todo[order[:CHUNK]], distance), todo[order[CHUNK:]]
            self._boxes += len(now)
            if self._boxes > MOST_BOXES:
                return False
            now = now[self._may_reach(now)]
            now = now[~self._has_a_step_to_spare(now)]
            single = (now.low == now.high).all(axis=1)
            self._settle(now[single])
            todo = todo.joined(self._halved(now[~single]))
        return True

    def _step(self, way: Array, step: Array) -> Array:
        return self._first[way] + step

    def _shares(self, way: Array, step: Array) -> Array:
        shares: Array = np.where(way < 0, 0.0, self._share[self._step(way, step)])
        return shares

    def _size2(self, boxes: Boxes) -> Array:
        """The square of the size of the nearest corner."""
        size2: Array = (self._shares(boxes.way, boxes.low) ** 2).sum(axis=1)
        return size2

    def _clipped(self, boxes: Boxes, distance: float) -> Boxes:
        """Boxes cut to what may still be a smaller change than those found; empty ones are dropped."""
        kept = self._kept()
        most = distance**2
        if len(kept) >= self._most:
            most = min(most, kept[self._most - 1][0] ** 2)
        most = np.minimum(most, self._to_beat(boxes) ** 2)
        low2 = self._shares(boxes.way, boxes.low) ** 2
        left = most[:, None] - (low2.sum(axis=1, keepdims=True) - low2)
        boxes = Boxes(boxes.way, boxes.low, boxes.high.copy())
        for i in np.unique(boxes.way[boxes.way >= 0]):
            rows, slots = np.nonzero(boxes.way == i)
            far = np.sqrt(np.maximum(left[rows, slots], 0.0)) + 1e-12
            last = np.searchsorted(self._ways[i].shares, far, side="right") - 1
            boxes.high[rows, slots] = np.minimum(boxes.high[rows, slots], last)
        return boxes[(boxes.high >= boxes.low).all(axis=1) & (self._size2(boxes) <= most)]

    def _to_beat(self, boxes: Boxes) -> Array:
        """The size that a change of each box's levers must stay below: the best of them or of fewer."""
        levers = np.where(boxes.way < 0, -1, self._lever[boxes.way])
        sets, which = np.unique(levers, axis=0, return_inverse=True)
        named = [frozenset(x for x in row if x >= 0) for row in sets.tolist()]
        beat = [min(self._best.get(s, (np.inf,))[0], self._by_fewer(s)) for s in named]
        return np.array(beat, dtype=float)[which.reshape(-1)]

    def _by_fewer(self, levers: frozenset[int]) -> float:
        """The size of the smallest change that some, not all, of these levers make."""
        single = (self._single.get(self._keys[i], np.inf) for i in levers)
        pairs = (frozenset(p) for p in itertools.combinations(levers, 2)) if len(levers) > 2 else ()
        return min(*single, *(self._best.get(p, (np.inf,))[0] for p in pairs))

    def _names(self, boxes: Boxes) -> list[frozenset[int]]:
        levers = np.where(boxes.way < 0, -1, self._lever[boxes.way])
        return [frozenset(x for x in row if x >= 0) for row in levers.tolist()]

    def _halved(self, boxes: Boxes) -> Boxes:
        """Each box in two, across its longest side."""
        wide = self._shares(boxes.way, boxes.high) - self._shares(boxes.way, boxes.low)
        side = np.where(boxes.high > boxes.low, wide, -1.0).argmax(axis=1)
        rows = np.arange(len(boxes))
        middle = (boxes.low[rows, side] + boxes.high[rows, side]) // 2
        near, far = boxes[:], boxes[:]
        near = Boxes(near.way, near.low, near.high.copy())
        far = Boxes(far.way, far.low.copy(), far.high)
        near.high[rows, side] = middle
        far.low[rows, side] = middle + 1
        return near.joined(far)

    # --- corners --------------------------------------------------------------------------------------------

    def _project(self, way: Array, place: Array) -> Projection:
        """Every line of goal and limits with each way's lever at its place."""
        at = np.tile(self._now, (len(way), 1))
        rows, slots = np.nonzero(way >= 0)
        at[rows, self._lever[way[rows, slots]]] = place[rows, slots]
        columns = {k: self._found.tables[k].places.column[at[:, i]] for i, k in enumerate(self._keys)}
        return project(batch(self._bar.plan, columns), only=self._bar.lines)

    def _places(self, boxes: Boxes, step: Array) -> Array:
        return self._at[np.where(boxes.way < 0, 0, self._step(boxes.way, step))]

    def _may_reach(self, boxes: Boxes) -> Array:
        """Whether the corner that is best for the goal reaches it, or nearly."""
        if not len(boxes):
            return np.zeros(0, dtype=bool)
        best = np.where(self._helps[boxes.way], boxes.high, boxes.low)
        margins = self._bar.goal.margins(self._project(boxes.way, self._places(boxes, best)))
        may: Array = np.asarray((margins >= -SLACK).all(axis=1))
        if self._found.too_large:
            # Classes must also get small enough, and the corner that is best for them is the other one.
            smallest = np.where(self._helps[boxes.way], boxes.low, boxes.high)
            p = self._project(boxes.way, self._places(boxes, smallest))
            may &= self._bar.too_large(p) == 0
        return may

    def _has_a_step_to_spare(self, boxes: Boxes) -> Array:
        """Whether the nearest corner reaches the goal with one step undone: then the whole box does."""
        spare = np.zeros(len(boxes), dtype=bool)
        helps = ((boxes.way < 0) | self._helps[boxes.way]).all(axis=1)
        for slot in range(MOST_LEVERS):
            way, low = boxes.way[:, slot], boxes.low[:, slot]
            rows = np.flatnonzero(helps & ~spare & (way >= 0) & ((low > 0) | self._joined[way]))
            if rows.size:
                places = self._places(boxes[rows], boxes.low[rows])
                places[:, slot] = self._back[self._step(way[rows], low[rows])]
                margins = self._bar.goal.margins(self._project(boxes.way[rows], places))
                spare[rows] = (margins >= SLACK).all(axis=1)
        return spare

    def _passes(self, way: Array, place: Array) -> Array:
        p = self._project(way, place)
        passes: Array = is_met(self._bar.goal.margins(p)) & self._bar.keeps(p) & (self._bar.too_large(p) == 0)
        return passes

    def _settle(self, points: Boxes) -> None:
        """Keep those that reach the goal within the limits and whose every step is needed."""
        if not len(points):
            return
        good = self._passes(points.way, self._places(points, points.low))
        for slot in range(MOST_LEVERS):
            rows = np.flatnonzero(good & (points.way[:, slot] >= 0))
            if rows.size:
                places = self._places(points[rows], points.low[rows])
                places[:, slot] = self._back[self._step(points.way[rows, slot], points.low[rows, slot])]
                good[rows] = ~self._passes(points.way[rows], places)
        points = points[good]
        sizes = np.sqrt(self._size2(points)).tolist()
        for name, size, way, step in zip(
            self._names(points), sizes, points.way.tolist(), points.low.tolist(), strict=True
        ):
            if size < self._best.get(name, (np.inf,))[0]:
                count = len(name)
                self._best[name] = (size, tuple(way[:count]), tuple(step[:count]))

    # --- the answers --------------------------------------------------------------------------------

    def _kept(self) -> list[tuple[float, tuple[int, ...], tuple[int, ...]]]:
        """The smallest change of each set of levers, smallest first.

        Without those that fewer of their levers do as well.
        """
        found = [b for name, b in self._best.items() if b[0] < self._by_fewer(name)]
        return sorted(found, key=lambda b: b[0])

    def _route(self, way: tuple[int, ...], step: tuple[int, ...]) -> Route:
        moved = [
            (self._ways[w].table.places, int(self._ways[w].at[s])) for w, s in zip(way, step, strict=True)
        ]
        return route(moved)
