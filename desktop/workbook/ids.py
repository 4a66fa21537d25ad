"""Ids for records: sortable in the order of creation, and safe when two people add one at the same time."""

from collections.abc import Iterable


def next_id(existing: Iterable[str], tag: str) -> str:
    """The next id after ``existing``: a four-digit count and the caller's short random ``tag``, as in ``0004-k3f9``."""
    counts = [int(head) for head in (name.partition("-")[0] for name in existing) if head.isdigit()]
    return f"{max(counts, default=0) + 1:04d}-{tag}"
