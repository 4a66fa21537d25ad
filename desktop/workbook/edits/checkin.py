"""Edits of the weekly check-in. The snapshot is passed in: an edit computes nothing."""

from desktop.workbook.checkin import Checkin, CheckinDraft, Ruling, Snapshot, Steering
from desktop.workbook.document import Workbook
from desktop.workbook.path import REMOVED, replace_at


def change_draft(workbook: Workbook, system_id: str, fields: dict[str, object]) -> Workbook:
    """Set fields of the check-in that is running; the first one begins it."""
    steering = workbook.systems[system_id].steering or Steering()
    before = steering.draft or CheckinDraft()
    given = {name: fields.get(name, getattr(before, name)) for name in CheckinDraft.model_fields}
    after = CheckinDraft.model_validate(given, strict=False)
    draft = None if after == CheckinDraft() else after
    return replace_at(workbook, ("systems", system_id, "steering"), steering.model_copy(update={"draft": draft}))


def close_checkin(workbook: Workbook, system_id: str, taken: Snapshot) -> Workbook:
    """Close the running check-in with ``taken``; one that was closed on the same day is replaced.

    What the replaced one said and the running one does not say again (sponsor, metrics, decisions) is kept.
    """
    steering = workbook.systems[system_id].steering or Steering()
    day = taken.taken_on.isoformat()
    said = _joined(steering.closed.get(day), steering.draft or CheckinDraft())
    closed = Checkin(**{name: getattr(said, name) for name in CheckinDraft.model_fields}, snapshot=taken)
    after = Steering(draft=None, closed={**steering.closed, day: closed})
    return replace_at(workbook, ("systems", system_id, "steering"), after)


def mark_meeting(workbook: Workbook, system_id: str, day: str, *, steering: bool) -> Workbook:
    """Say whether a closed check-in was a steering meeting; KeyError where there is none on ``day``."""
    return replace_at(workbook, ("systems", system_id, "steering", "closed", day, "steering"), steering)


def remove_checkin(workbook: Workbook, system_id: str, day: str) -> Workbook:
    """Take a closed check-in away."""
    return replace_at(workbook, ("systems", system_id, "steering", "closed", day), REMOVED)


def _joined(before: Checkin | None, now: CheckinDraft) -> CheckinDraft:
    if before is None:
        return now
    return CheckinDraft(
        steering=now.steering or before.steering,
        sponsor_state=now.sponsor_state or before.sponsor_state,
        sponsor_note=now.sponsor_note or before.sponsor_note,
        metrics={**before.metrics, **now.metrics},
        decisions={**before.decisions, **_renamed(before, now)},
        note="\n".join(text for text in (before.note, now.note) if text),
        seen=tuple(dict.fromkeys((*before.seen, *now.seen))),
    )


def _renamed(before: Checkin, now: CheckinDraft) -> dict[str, Ruling]:
    """The new decisions under ids that the earlier ones do not have."""
    return {f"{name}-2" if name in before.decisions else name: ruling for name, ruling in now.decisions.items()}
