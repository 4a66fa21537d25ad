"""The formulas in one row of the tasks; ``{key}`` is the cell of that column in the same row."""

from desktop.planning.sprint_tasks import SOON_DAYS
from desktop.reports.excel.book import AS_OF
from desktop.reports.excel.columns import Formula
from desktop.reports.excel.words import quoted, states
from desktop.text import say

FAR = 100_000  # more working days than any task has slack


def timing_words() -> tuple[str, str]:
    """What the timing says beside *late* and *due soon*: the end lies before the start, and nobody has begun."""
    return say("tracker.timing-reversed"), say("tracker.timing-not-begun")


def slip(days: str) -> Formula:
    """Working days between agreed and present end; blank where one of them is."""
    known = "OR(N({planned})=0,N({due})=0)"
    return Formula(f'IF({known},"",IFERROR(MATCH({{due}},{days},1)-MATCH({{planned}},{days},1),""))')


def standing() -> Formula:
    """The report's rule: done, else late, else blocked or not good enough, else due within seven days, else as entered."""
    word = states()
    otherwise = f"IF({{state}}={quoted(word.progress)},{quoted(word.progress)},{quoted(word.open)})"
    soon = f"IF(AND(N({{due}})>0,N({{due}})-{AS_OF}<={SOON_DAYS}),{quoted(word.soon)},{otherwise})"
    held = f"IF({{state}}={quoted(word.blocked)},{quoted(word.blocked)},{soon})"
    problem = f"IF({{state}}={quoted(word.problem)},{quoted(word.problem)},{held})"
    late = f"IF(AND(N({{due}})>0,N({{due}})<{AS_OF}),{quoted(word.late)},{problem})"
    return Formula(f"IF({{state}}={quoted(word.done)},{quoted(word.done)},{late})")


def timing() -> Formula:
    """What is wrong with the days of a task that is not done: reversed, late, not begun though it should be, due soon."""
    word = states()
    reversed_days, not_begun = map(quoted, timing_words())
    soon = f'IF(AND(N({{due}})>0,N({{due}})-{AS_OF}<={SOON_DAYS}),{quoted(word.soon)},"")'
    idle = f"AND({{state}}={quoted(word.open)},N({{percent}})=0,N({{start}})>0,N({{start}})<{AS_OF})"
    begun = f"IF({idle},{not_begun},{soon})"
    late = f"IF({{standing}}={quoted(word.late)},{quoted(word.late)},{begun})"
    wrong = f"IF(AND(N({{start}})>0,N({{due}})>0,N({{due}})<N({{start}})),{reversed_days},{late})"
    return Formula(f'IF({{standing}}={quoted(word.done)},"",{wrong})')


def attention() -> Formula:
    """The timing, and that nobody owns the task."""
    alone, added = quoted(say("tracker.no-owner")), quoted(say("tracker.task-and-no-owner"))
    both = f'IF({{timing}}="",{alone},{{timing}}&{added})'
    return Formula(f'IF({{standing}}={quoted(states().done)},"",IF({{owner}}="",{both},{{timing}}))')


def left(days: str) -> Formula:
    """Slack in working days: that of the schedule, less what the end has moved since the file was written."""
    moved = f"MATCH({{due}},{days},1)-MATCH({{due_then}},{days},1)"
    return Formula(f'IF(AND(ISNUMBER({{slack_then}}),N({{due}})>0),IFERROR({{slack_then}}-({moved}),""),"")')


def slack() -> Formula:
    """Slack of what is still to do."""
    return Formula(f'IF({{standing}}={quoted(states().done)},"",{{left}})')


def over() -> Formula:
    """A number that is the greater, the less slack is left; 0 without any plan."""
    return Formula(f"IF(ISNUMBER({{left}}),{FAR}-{{left}},0)")


def milestone(days: str, ids: str, overs: str, step: int) -> Formula:
    """The decision's day (``step`` 0) or the launch's (1): as scheduled, moved by the task that overruns its slack most."""
    then, moved = f"MATCH({{due_then}},{days},1)", f"SUMPRODUCT(MAX(({ids}={{system_id}})*{overs}))-{FAR}"
    return Formula(f"IFERROR(INDEX({days},{then}+{moved}+{step}),{{due_then}})")


def wanted() -> Formula:
    """Person-days that should be done by the as-of day: the share of the agreed (else planned) days that is over."""
    share = f"({AS_OF}-{{agreed_start}}+1)/({{agreed_end}}-{{agreed_start}}+1)"
    running = f"IF({AS_OF}<{{agreed_start}},0,{{weight}}*{share})"
    return Formula(f"IF(N({{agreed_end}})=0,0,IF({AS_OF}>={{agreed_end}},{{weight}},{running}))")


def order() -> Formula:
    """Earliest end first among what is not done; 0: has no place in the order."""
    return Formula(f"IF({{standing}}={quoted(states().done)},0,IF(N({{due}})>0,N({{due}})+ROW()/1000000,0))")


def shown() -> Formula:
    """1 while the row is not filtered away."""
    return Formula("SUBTOTAL(103,{task})")
