"""The order of the tasks: who waits for whom. Cut tasks pass on what they waited for; a circle is opened, and said."""

from collections.abc import Mapping
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from desktop.workbook.plan import PlanTask


@dataclass(frozen=True)
class Network:
    """Live tasks in an order in which each comes after those it waits for.

    ``before`` and ``after`` give the neighbours; ``circular`` the waits that were left out because they form a circle.
    """

    order: tuple[str, ...]
    before: Mapping[str, tuple[str, ...]]
    after: Mapping[str, tuple[str, ...]]
    circular: tuple[tuple[str, str], ...] = ()


def network(tasks: Mapping[str, PlanTask]) -> Network:
    """The network of all tasks that are not cut; names of tasks that do not exist are passed over."""
    cut = any(task.dropped for task in tasks.values())
    waits = {name: _live_waits(tasks, name, cut=cut) for name, task in tasks.items() if not task.dropped}
    order, circular = _sorted(waits)
    left_out = set(circular)
    before = {name: tuple(w for w in waits[name] if (w, name) not in left_out) for name in order}
    after: dict[str, list[str]] = {name: [] for name in order}
    for name in order:
        for earlier in before[name]:
            after[earlier].append(name)
    return Network(order, before, {name: tuple(later) for name, later in after.items()}, circular)


def makes_circle(tasks: Mapping[str, PlanTask], task: str, after: tuple[str, ...]) -> bool:
    """Letting ``task`` wait for ``after`` would make a task wait for itself."""
    waiting, seen = list(after), set[str]()
    while waiting:
        name = waiting.pop()
        if name == task:
            return True
        if name in tasks and name not in seen:
            seen.add(name)
            waiting.extend(tasks[name].after)
    return False


def _live_waits(tasks: Mapping[str, PlanTask], name: str, *, cut: bool) -> tuple[str, ...]:
    """What ``name`` waits for, looking through cut tasks, where there are any, to what those waited for."""
    if not cut:
        return tuple(sorted({earlier for earlier in tasks[name].after if earlier in tasks and earlier != name}))
    found, seen = set[str](), set[str]()
    waiting = list(tasks[name].after)
    while waiting:
        earlier = waiting.pop()
        if earlier not in tasks or earlier in seen or earlier == name:
            continue
        seen.add(earlier)
        if tasks[earlier].dropped:
            waiting.extend(tasks[earlier].after)
        else:
            found.add(earlier)
    return tuple(sorted(found))


def _sorted(waits: Mapping[str, tuple[str, ...]]) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """Kahn's algorithm, smallest id first. Where only circles are left, the smallest id goes first without its waits."""
    open_waits = {name: set(earlier) for name, earlier in waits.items()}
    followers: dict[str, list[str]] = {name: [] for name in waits}
    for name, earlier in waits.items():
        for one in earlier:
            followers[one].append(name)
    ready = [name for name, earlier in open_waits.items() if not earlier]
    heapify(ready)
    order: list[str] = []
    circular: list[tuple[str, str]] = []
    while open_waits:
        if not ready:
            stuck = min(open_waits)
            circular += [(earlier, stuck) for earlier in sorted(open_waits[stuck])]
            open_waits[stuck].clear()
            ready.append(stuck)
        name = heappop(ready)
        del open_waits[name]
        order.append(name)
        for later in followers[name]:
            if later in open_waits and name in open_waits[later]:
                open_waits[later].discard(name)
                if not open_waits[later]:
                    heappush(ready, later)
    return tuple(order), tuple(circular)
