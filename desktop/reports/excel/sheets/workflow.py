"""Workflow: steps of today and of the redesign, hand-off bands and the reviewers' queue, computed live."""

from collections.abc import Iterator
from decimal import Decimal

from desktop.reports.excel.book import Book
from desktop.reports.excel.columns import Block, Column, Formula
from desktop.reports.excel.frame import finish, protect
from desktop.reports.excel.look import CELL, NUMBER, OCHRE, QUIET_CELL, RED, SHARE, WHOLE
from desktop.reports.excel.marks import allow_list, allow_numbers, mark_words
from desktop.reports.excel.page import Page, Row
from desktop.reports.excel.sheets.launch_part import ENTRY, base, check, launched, mark_check
from desktop.reports.excel.sheets.lists import Lists
from desktop.reports.excel.words import quoted
from desktop.reports.launch_words import part_word
from desktop.text import say
from desktop.workbook.workflow import Part, Step

_AMOUNT = NUMBER.but(form="General")
_PART = NUMBER.but(form=SHARE)
_HOURS = NUMBER.but(form=WHOLE)
_WEEK = NUMBER.but(form="0.0")
_KEYS = ("c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c9", "c10")
_WIDTHS = (13, 34, 14, 19, 19, 11, 11, 11, 11, 13)


def write_workflow(book: Book, lists: Lists) -> None:
    """The results above, what they are made of below."""
    page = book.page("workflow")
    page.set_widths(_columns(book, {}))
    page.title(say("tracker.sheet-workflow"), say("tracker.workflow-lead"))
    count, start = max(len(launched(book)), 1), page.row
    page.row = start + count + 3
    bands = _section(book, page, "bands", _BANDS, _bands(book), "HandOff")
    steps = _section(book, page, "steps", _STEPS, _steps(book, bands), "WorkflowSteps")
    people = _section(book, page, "reviewers", _REVIEWERS, _reviewers(book), "Reviewers")
    below, page.row = page.row, start
    results = _section(book, page, "workflow-results", _RESULTS, _results(book, bands, steps, people), "")
    page.row = below
    _guard(page, bands, steps, people, lists)
    mark_words(page.sheet, results.local("c1"), {say("tracker.queue-over"): RED, say("tracker.queue-tight"): OCHRE})
    page.sheet.freeze_panes = "E3"
    finish(page.sheet, book.report)
    if page.has_formulas:
        protect(page.sheet)


def _section(  # one table
    book: Book, page: Page, head: str, columns: dict[str, tuple[str, object]], rows: Iterator[Row], name: str
) -> Block:
    page.section(say(f"tracker.{head}"))
    return page.table(_columns(book, columns), rows, name)


def _columns(book: Book, used: dict[str, tuple[str, object]]) -> tuple[Column, ...]:
    made = []
    for key, width in zip(_KEYS, _WIDTHS, strict=True):
        head, look = used.get(key, ("", CELL))
        made.append(Column(key, say(f"tracker.{head}") if head else "", width, look))  # type: ignore[arg-type]
    return (
        Column("no", say("tracker.no"), 6, NUMBER, hidden=True),
        Column("system_id", say("tracker.system-id"), 14, hidden=True),
        Column("record_id", say("tracker.record-id"), 16, hidden=True),
        Column("system", say("tracker.system"), 22, QUIET_CELL.but(size=9), hidden=book.single),
        *made,
    )


_BANDS: dict[str, tuple[str, object]] = {
    "c1": ("cases-month", _HOURS.tinted()),
    "c2": ("high-risk", QUIET_CELL),
    "c3": ("share-alone", _PART.tinted()),
    "c4": ("queue-owner", ENTRY),
    "c5": ("confidence-limits", CELL),
    "c6": ("share-suggested", _PART.tinted()),
    "c7": ("share-escalated", _PART.tinted()),
    "c8": ("minutes-confirm", _AMOUNT.tinted()),
    "c9": ("minutes-decide", _AMOUNT.tinted()),
    "c10": ("minutes-sample", _AMOUNT.tinted()),
}


def _bands(book: Book) -> Iterator[Row]:
    for no, one, launch in launched(book):
        work, bands = launch.workflow, launch.workflow.bands
        both = bands.low_below is not None and bands.high_from is not None
        yield base(
            no,
            one,
            "bands",
            c1=work.volume,
            c2=bands.high_risk,
            c3=_share(bands.automated),
            c4=book.person(work.queue_owner),
            c5=say("tracker.limits", low=bands.low_below, high=bands.high_from) if both else None,
            c6=_share(bands.suggested),
            c7=_share(bands.escalated),
            c8=bands.suggest_minutes,
            c9=bands.escalate_minutes,
            c10=_sampling(bands.sampled, bands.sample_minutes),
        )


def _share(value: Decimal | None) -> Decimal | None:
    """Per cent as Excel counts it."""
    return None if value is None else value / 100


def _sampling(share: Decimal | None, minutes: Decimal | None) -> Decimal | None:
    """Minutes of looking at samples for each automated case: the share that is looked at times its minutes."""
    return None if share is None or minutes is None else share / 100 * minutes


_STEPS: dict[str, tuple[str, object]] = {
    "c1": ("way-of-working", CELL),
    "c2": ("step", CELL.but(bold=True)),
    "c3": ("ai-part", ENTRY),
    "c4": ("who", QUIET_CELL),
    "c5": ("in-system", QUIET_CELL),
    "c6": ("minutes", _AMOUNT.tinted()),
    "c7": ("errors", _PART.tinted()),
    "c8": ("cases", _HOURS.tinted()),
    "c9": ("hours-month", _HOURS),
    "c10": ("errors-month", _HOURS),
}


def _steps(book: Book, bands: Block) -> Iterator[Row]:
    for row, (no, one, launch) in zip(bands.rows, launched(book), strict=False):
        volume = bands.cell("c1", row)
        for flow in ("today", "redesigned"):
            steps = getattr(launch.workflow, flow)
            for key in sorted(steps):
                yield base(no, one, f"{flow}.{key}", **_step(flow, steps[key], volume))


def _step(flow: str, step: Step, volume: str) -> Row:
    cases = f"IF(ISNUMBER({{c8}}),{{c8}},{volume})"
    known = f"AND(ISNUMBER({{c6}}),ISNUMBER({cases}))"
    wrong = f"AND(ISNUMBER({{c7}}),ISNUMBER({cases}))"
    return {
        "c1": say(f"tracker.flow-{flow}"),
        "c2": step.name,
        "c3": part_word(step.part.value) if step.part else None,
        "c4": step.who,
        "c5": step.system,
        "c6": step.minutes,
        "c7": _share(step.errors),
        "c8": step.volume,
        "c9": Formula(f'IF({known},{{c6}}*{cases}/60,"")'),
        "c10": Formula(f'IF({wrong},{{c7}}*{cases},"")'),
    }


_REVIEWERS: dict[str, tuple[str, object]] = {
    "c1": ("check", CELL),
    "c2": ("review-group", CELL.but(bold=True)),
    "c3": ("people", _HOURS.tinted()),
    "c4": ("hours-each", _AMOUNT.tinted()),
    "c5": ("hours-week", _WEEK),
}


def _reviewers(book: Book) -> Iterator[Row]:
    checked = check(("ISNUMBER({c3})", "tracker.lacks-people"), ("ISNUMBER({c4})", "tracker.lacks-hours"))
    for no, one, launch in launched(book):
        for key, entry in sorted(launch.workflow.reviewers.items()):
            hours = Formula('IF(COUNT({c3},{c4})=2,{c3}*{c4},"")')
            yield base(no, one, key, c1=checked, c2=entry.name, c3=entry.people, c4=entry.hours, c5=hours)


_RESULTS: dict[str, tuple[str, object]] = {
    "c1": ("queue-state", CELL.but(bold=True)),
    "c2": ("queue-says", CELL),
    "c3": ("hours-needed", _WEEK),
    "c4": ("hours-there", _WEEK),
    "c5": ("queue-use", _PART),
    "c6": ("hours-today", _HOURS),
    "c7": ("hours-then", _HOURS),
    "c8": ("hours-saved", _HOURS.but(bold=True)),
    "c9": ("share-saved", _PART),
    "c10": ("minutes-saved", _WEEK),
}


def _results(book: Book, bands: Block, steps: Block, people: Block) -> Iterator[Row]:
    for row, (no, one, _) in zip(bands.rows, launched(book), strict=False):
        mine = f"{people.cells('no')},{no}"
        yield base(
            no,
            one,
            "",
            c1=Formula(_state()),
            c2=Formula(_sentence()),
            c3=Formula(_needed(bands, row)),
            c4=Formula(f'IF(SUMIFS({people.cells("c5")},{mine})>0,SUMIFS({people.cells("c5")},{mine}),"")'),
            c5=Formula('IF(COUNT({c3},{c4})=2,{c3}/{c4},"")'),
            c6=Formula(_flow_hours(steps, no, "today")),
            c7=Formula(_flow_hours(steps, no, "redesigned")),
            c8=Formula('IF(COUNT({c6},{c7})=2,{c6}-{c7},"")'),
            c9=Formula('IF(COUNT({c6},{c8})=2,IF({c6}=0,"",{c8}/{c6}),"")'),
            c10=Formula(f'IF(AND(ISNUMBER({{c8}}),N({bands.cell("c1", row)})>0),{{c8}}*60/{bands.cell("c1", row)},"")'),
        )


def _needed(bands: Block, row: int) -> str:
    """Hours a week: cases a month times 12/52, each share with its minutes; blank as long as an input is."""
    cell = {key: bands.cell(key, row) for key in _KEYS}
    wanted = f"COUNT({cell['c1']},{cell['c3']},{cell['c6']},{cell['c7']})=4"
    minutes = f"OR({cell['c6']}=0,ISNUMBER({cell['c8']})),OR({cell['c7']}=0,ISNUMBER({cell['c9']}))"
    work = f"{cell['c6']}*N({cell['c8']})+{cell['c7']}*N({cell['c9']})+{cell['c3']}*N({cell['c10']})"
    return f'IF(AND({wanted},{minutes}),{cell["c1"]}*12/52*({work})/60,"")'


def _state() -> str:
    over, tight, fits = (quoted(say(f"tracker.queue-{name}")) for name in ("over", "tight", "fits"))
    return f'IF(COUNT({{c3}},{{c4}})<2,"",IF({{c3}}>{{c4}},{over},IF({{c5}}>0.85,{tight},{fits})))'


def _sentence() -> str:
    short, used = quoted(" " + say("tracker.queue-short")), quoted(" " + say("tracker.queue-used"))
    return f'IF(COUNT({{c3}},{{c4}})<2,"",IF({{c3}}>{{c4}},FIXED({{c3}}-{{c4}},1)&{short},FIXED({{c5}}*100,0)&{used}))'


def _flow_hours(steps: Block, no: int, flow: str) -> str:
    """The hours of a flow; blank as long as one of its steps has none."""
    mine = f"{steps.cells('no')},{no},{steps.cells('c1')},{quoted(say(f'tracker.flow-{flow}'))}"
    known = f'COUNTIFS({mine},{steps.cells("c9")},">=0")'
    return f'IF(AND(COUNTIFS({mine})>0,COUNTIFS({mine})={known}),SUMIFS({steps.cells("c9")},{mine}),"")'


def _guard(page: Page, bands: Block, steps: Block, people: Block, lists: Lists) -> None:
    sheet = page.sheet
    for key in ("c3", "c6", "c7"):
        allow_numbers(sheet, bands.local(key), "0", "1")
    allow_numbers(sheet, steps.local("c7"), "0", "1")
    for block, key in ((bands, "c1"), (steps, "c8"), (people, "c3")):
        allow_numbers(sheet, block.local(key), "0", "1000000000", whole=True)
    for block, key in ((bands, "c8"), (bands, "c9"), (bands, "c10"), (steps, "c6"), (people, "c4")):
        allow_numbers(sheet, block.local(key), "0", "100000")
    mark_check(page, people.local("c1"), "tracker.lacks-people", "tracker.lacks-hours")
    allow_list(sheet, bands.local("c4"), lists.people, strict=False)
    words = [part_word(part.value) for part in Part if part is not Part.PERSON]
    allow_list(sheet, steps.local("c3"), quoted(",".join(words)), strict=True)
