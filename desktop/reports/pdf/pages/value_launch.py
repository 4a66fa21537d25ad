"""The launch that the value case counts with, beside the one that the plan comes to: two entries that must not be mixed."""

from desktop.reports.pdf.fragment import Fragment
from desktop.reports.pdf.paper import INNER
from desktop.reports.pdf.words import CAPTION
from desktop.reports.report import Report, SystemReport
from desktop.text import say
from desktop.text.formatting import day_long, number

_DAYS_A_MONTH = 365.25 / 12


def beside_plan(report: Report, one: SystemReport) -> Fragment:
    """One line under the curve; empty without a plan or without months to launch, and after the launch.

    The plan's months are counted from the decision, or from the report's day before there is one.
    """
    block, found, value = Fragment(), one.steering.schedule, one.sprint.value
    since = one.sprint.decision.decided_on or report.stamp.as_of
    launch = found.launch if found is not None and one.steering.of_plan else None
    if launch is None or value.months_to_launch is None or launch <= since:
        return block
    months = (launch - since).days / _DAYS_A_MONTH
    early, late = value.launch_early or value.months_to_launch, value.launch_late or value.months_to_launch
    colour = "quiet" if early - 0.5 <= months <= late + 0.5 else "risk"
    from_what = "decision" if one.sprint.decision.decided_on else "today"
    ends = say("checkin.board.range", low=early, high=late)
    text = say(f"value.board.launch-{from_what}", day=day_long(launch), months=number(months, 1),
               counted=value.months_to_launch, range=ends)  # fmt: skip
    block.height = block.paragraph(0, 3, text, CAPTION.coloured(colour), INNER, 1)
    return block
