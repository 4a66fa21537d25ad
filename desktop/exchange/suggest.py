"""Proposing a mapping from what the headers say and from what the cells look like, so that no file format is assumed."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.exchange.dates import DateOrder, date_order
from desktop.exchange.looks import LOOKS, Looks, Sample, sample_of
from desktop.exchange.mapping import ColumnName, FieldMapping, Mapping, Reason
from desktop.exchange.normalise import read_choice, says_nothing
from desktop.exchange.table import Table
from desktop.exchange.vocabulary import Target, fold, holds, targets, words
from desktop.text import say

ENOUGH = 0.45  # below it, a column is left for the person to choose
FROM_CELLS_ALONE = 0.62  # the confidence that cells alone can reach
CHOICE_KINDS = ("stage", "impact")
VALUES_LISTED = 60  # a column with more different words is free text


@dataclass(frozen=True, order=True, slots=True)
class _Offer:
    """One column for one target; sorts by confidence, then by the order of targets and columns."""

    score: float
    target_rank: int
    column_rank: int
    reason: Reason


def suggest(table: Table) -> Mapping:
    """The best column for each target, each column used once. What stays below ``ENOUGH`` is left open."""
    known = targets()
    samples = [sample_of(table.cells(at)) for at in range(len(table.headers))]
    offers = sorted(
        (
            offer
            for target_at, target in enumerate(known)
            for at, header in enumerate(table.headers)
            if (offer := _offer(target, target_at, header, at, samples[at])) is not None
        ),
        reverse=True,
    )
    taken: dict[int, int] = {}
    fields = {}
    for offer in offers:
        target_at, at = -offer.target_rank, -offer.column_rank
        if target_at not in taken and at not in taken.values():
            taken[target_at] = at
            fields[known[target_at].id] = _field(table, at, known[target_at], offer)
    return Mapping(fields=_agreeing({target.id: fields[target.id] for target in known if target.id in fields}))


def header_score(target: Target, header: str) -> float:
    """0 to 1: how plainly a header names the target."""
    folded = fold(header)
    short = " ".join(word for word in folded.split() if word not in words("fillers"))
    if any(holds(folded, word) for word in target.against):
        return 0.0
    if folded in target.headers:
        return 1.0
    if short in target.headers:
        return 0.9
    found = [phrase for phrase in target.phrases if holds(folded, phrase)]
    if found:
        return 0.65 + 0.25 * max(len(phrase) for phrase in found) / len(folded)
    singles = [word for word in short.split() if word in target.headers]
    return 0.4 if singles and len(short.split()) <= 4 else 0.0


def _offer(target: Target, target_at: int, header: str, at: int, sample: Sample) -> _Offer | None:
    by_header = header_score(target, header)
    looks = LOOKS.get(target.id) or LOOKS[target.kind]
    if not by_header and looks.alone > 1:
        return None
    by_cells = looks.fit(sample) if sample.texts else None
    score, reason = _weighed(looks, by_header, by_cells)
    return _Offer(round(score, 3), -target_at, -at, reason) if score >= ENOUGH else None


def _weighed(looks: Looks, by_header: float, by_cells: float | None) -> tuple[float, Reason]:
    if by_cells is None:  # an empty column can only be known by its header
        return 0.75 * by_header, "header"
    if not by_header:
        return FROM_CELLS_ALONE * by_cells if by_cells >= looks.alone else 0.0, "cells"
    score = 0.65 * by_header + 0.35 * by_cells
    return (score, "header-and-cells") if by_cells >= looks.needed else (0.5 * score, "header")


def _field(table: Table, at: int, target: Target, offer: _Offer) -> FieldMapping:
    key = table.columns[at]
    cells = table.cells(at)
    return FieldMapping(
        column=ColumnName(header=key.header, occurrence=key.occurrence),
        date_order=date_order(cells) if target.kind == "date" else None,
        values=_values(target.kind, cells) if target.kind in CHOICE_KINDS else {},
        confidence=offer.score,
        reason=offer.reason,
    )


def _values(kind: str, cells: Iterable[str]) -> dict[str, str]:
    """What each different cell stands for, as far as it is understood; the rest is left out and reported later."""
    understood = {}
    for written in list(dict.fromkeys(cells))[:VALUES_LISTED]:
        value = "" if says_nothing(written) and read_choice(kind, written) is None else read_choice(kind, written)
        if value is not None and written.strip():
            understood[written] = value
    return dict(sorted(understood.items()))


def _agreeing(fields: dict[str, FieldMapping]) -> dict[str, FieldMapping]:
    """A date column that leaves the order open follows the others of the same table, if they agree."""
    orders: set[DateOrder] = {entry.date_order for entry in fields.values() if entry.date_order is not None}
    if len(orders) != 1:
        return fields
    (order,) = orders
    dated = {target.id for target in targets() if target.kind == "date"}
    return {
        name: entry.model_copy(update={"date_order": order}) if name in dated and entry.date_order is None else entry
        for name, entry in fields.items()
    }


def reason_text(entry: FieldMapping) -> str:
    """Why a column was suggested, in words."""
    return say(f"exchange.reason.{entry.reason}")


def target_name(target: str) -> str:
    """What a person calls a target."""
    return say(f"exchange.target.{target}")
