"""Integration: every system touched, with the effort as estimated and doubled."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.analysis.integration_choice import care, distance, missing, writes
from desktop.reports.excel.book import Book
from desktop.reports.excel.columns import Block, Column, Formula
from desktop.reports.excel.frame import finish, protect
from desktop.reports.excel.labels import choice
from desktop.reports.excel.look import CELL, NUMBER, OCHRE, QUIET_CELL
from desktop.reports.excel.marks import allow_numbers, mark_blank, mark_if
from desktop.reports.excel.page import Page, Row, letter
from desktop.reports.excel.words import quoted
from desktop.reports.integration.chart import environment_words, flag_words, flags, kinds_words, phase_words
from desktop.reports.report import SystemReport
from desktop.text import say
from desktop.workbook.sprint import Connection

_ENDS = ("low", "likely", "high")
_KEYS = ("writing", "distance", "care", "order")  # after the likely effort, in this order
_DAYS = NUMBER.but(form="General")
_QUIET = QUIET_CELL.but(indent=1)


@dataclass(frozen=True)
class Integration:
    """The sums by system: low, likely, high and doubled_low, doubled_likely, doubled_high."""

    sums: Block

    def of(self, key: str, no: int) -> str:
        """The cell of one system's sum."""
        return self.sums.cell(key, self.sums.first + no - 1)


def write_integration(book: Book) -> Integration:
    """The sheet with the sums above and the connections below."""
    page = book.page("integration")
    columns = _columns(book)
    page.set_widths(columns)
    page.title(say("tracker.sheet-integration"), say("tracker.integration-lead"))
    start = page.row
    page.row = start + 2 + max(len(book.report.systems), 1) + 1
    page.section(say("tracker.integration-list"))
    planned = _planned(book, page, columns)
    block = page.table(columns, _rows(book, planned), "Connections")
    page.row = start
    page.section(say("tracker.integration-effort"))
    sums = page.table(_sum_columns(), (_sum(no, report, block) for no, report in book.numbered))
    for key in _ENDS:
        allow_numbers(page.sheet, block.local(key), "0", "100000")
    name, owner = block.columns["name"], block.columns["owner"]
    mark_blank(page.sheet, block.local("owner"), f'AND(${name}{block.first}<>"",${owner}{block.first}="")')
    flagged = block.columns["missing"]
    mark_if(page.sheet, block.local("missing"), f'{flagged}{block.first}<>""', OCHRE)
    page.sheet.freeze_panes = "D3"
    finish(page.sheet, book.report)
    protect(page.sheet)
    return Integration(sums)


def _columns(book: Book) -> tuple[Column, ...]:
    return (
        Column("no", say("tracker.no"), 6, NUMBER, hidden=True),
        Column("system", say("tracker.system"), 20, CELL, hidden=book.single),
        Column("name", say("tracker.connection"), 18, CELL.but(bold=True)),
        Column("direction", say("tracker.flow"), 10, QUIET_CELL),
        Column("data", say("tracker.which-data"), 17, _QUIET),
        Column("kinds", say("integration.fact.kinds"), 12, _QUIET),
        Column("authentication", say("tracker.authentication"), 13, _QUIET),
        Column("rate", say("tracker.rate-limit"), 13, _QUIET),
        Column("environment", say("tracker.environment"), 12, _QUIET),
        Column("environments", say("integration.fact.environments"), 12, _QUIET),
        Column("failure", say("tracker.fails"), 18, _QUIET),
        Column("fallback", say("tracker.fallback"), 18, _QUIET),
        Column("owner", say("tracker.owner"), 14, CELL.but(indent=1)),
        Column("missing", say("integration.column.flags"), 12),
        *(Column(end, say(f"tracker.days-{end}"), 7.5, _DAYS.tinted()) for end in _ENDS),
        *(Column(f"doubled_{end}", say(f"tracker.doubled-{end}"), 9, _DAYS.but(bold=end == "likely")) for end in _ENDS),
        Column("rank", say("integration.sheet.rank"), 7, NUMBER.but(bold=True)),
        Column("first", say("tracker.first"), 11),
        Column("phase", say("integration.column.phase"), 9),
        Column("system_id", say("tracker.system-id"), 14, hidden=True),
        Column("connection_id", say("tracker.record-id"), 14, hidden=True),
        Column("complete", say("tracker.complete"), 8, NUMBER, hidden=True),
        *(Column(key, say(f"integration.sheet.{key}"), 8, NUMBER, hidden=True) for key in ("viable", *_KEYS)),
    )


def _planned(book: Book, page: Page, columns: tuple[Column, ...]) -> Block:
    """Where the list will stand: the order is counted over all of it."""
    places = {column.key: letter(number) for number, column in enumerate(columns, start=1)}
    rows = sum(len(report.sprint.connections) for report in book.report.systems)
    return Block(page.sheet.title, places, page.row + 1, page.row + max(rows, 1))


def _rows(book: Book, planned: Block) -> Iterator[Row]:
    for no, report in book.numbered:
        phase = {key: plan.phase.id for plan in report.phases for key in plan.connections}
        for order, (key, entry) in enumerate(sorted(report.sprint.connections.items())):
            yield {
                "no": no,
                "system": report.system.name,
                "system_id": report.system.id,
                "connection_id": key,
                "first": _first(report, key),
                "phase": phase_words(phase[key]),
                "rank": _rank(planned),
                "order": order,
                **_connection(book, entry),
            }


def _connection(book: Book, entry: Connection) -> Row:
    method, people = book.report.method, book.report.workbook.people
    doubled = {f"doubled_{end}": Formula(f'IF({{complete}}=1,{{{end}}}*Doubling,"")') for end in _ENDS}
    ready = int(not set(missing(entry, people)) - {"effort"})
    return {
        "name": entry.name,
        "direction": choice(method, "sprint.connections/direction", entry.direction),
        "data": entry.data,
        "kinds": kinds_words(entry.kinds) or None,
        "authentication": entry.authentication,
        "rate": entry.rate_limit,
        "environment": choice(method, "sprint.connections/environment", entry.environment),
        "environments": ", ".join(environment_words(offered) for offered in entry.environments) or None,
        "failure": entry.failure_mode,
        "fallback": entry.fallback,
        "owner": book.person(entry.owner),
        "missing": flag_words(flags(entry, people)) or None,
        **{end: getattr(entry.effort, end) for end in _ENDS},
        "complete": Formula("IF(COUNT({low},{likely},{high})=3,IF(AND({low}<={likely},{likely}<={high}),1,0),0)"),
        **doubled,
        "viable": Formula(f"{ready}*{{complete}}"),
        "writing": int(writes(entry)),
        "distance": distance(entry),
        "care": care(entry),
    }


def _rank(planned: Block) -> Formula:
    """The place among the viable connections of the same system, by the criteria in their order; blank for the others."""
    ahead = "0"
    for key in reversed(("likely", *_KEYS)):
        cells = planned.cells(key)
        ahead = f"(({cells}<{{{key}}})+({cells}={{{key}}})*{ahead})"
    mine = f"({planned.cells('no')}={{no}})*({planned.cells('viable')}=1)"
    return Formula(f'IF({{viable}}=1,1+SUMPRODUCT({mine}*{ahead}),"")')


def _first(report: SystemReport, key: str) -> str | Formula:
    """What was chosen; beside it what the order suggests, which follows a changed estimate."""
    if key == report.sprint.phase_one:
        return say("tracker.first-chosen")
    return Formula(f'IF({{rank}}=1,{quoted(say("tracker.first-suggested"))},"")')


def _sum_columns() -> tuple[Column, ...]:
    return (
        Column("no", say("tracker.no"), 6, NUMBER),
        Column("system", say("tracker.system"), 20),
        Column("chosen", say("tracker.first-integration"), 20, CELL.but(bold=True)),
        Column("listed", say("tracker.connections"), 12, NUMBER),
        Column("estimated", say("tracker.estimated"), 20, NUMBER),
        Column("reason", say("tracker.reason"), 16, CELL.but(wrap=False)),
        *(Column(f"gap{n}", "", 14) for n in range(8)),
        *(Column(end, say(f"tracker.days-{end}"), 7.5, _DAYS) for end in _ENDS),
        *(Column(f"doubled_{end}", say(f"tracker.doubled-{end}"), 9, _DAYS.but(bold=True)) for end in _ENDS),
    )


def _sum(no: int, report: SystemReport, block: Block) -> Row:
    mine, whole = f"{block.cells('no')},{no}", f"{block.cells('complete')},1"
    chosen = report.sprint.connections.get(report.sprint.phase_one or "")
    sums = {end: Formula(f"SUMIFS({block.cells(end)},{mine},{whole})") for end in _ENDS}
    return {
        "no": no,
        "system": report.system.name,
        "chosen": chosen.name if chosen else None,
        "listed": Formula(f"COUNTIFS({mine})"),
        "estimated": Formula(f"COUNTIFS({mine},{whole})"),
        "reason": report.sprint.phase_one_reason,
        **{end: _known(formula) for end, formula in sums.items()},
        **{f"doubled_{end}": Formula(f'IF(ISNUMBER({{{end}}}),{{{end}}}*Doubling,"")') for end in _ENDS},
    }


def _known(formula: Formula) -> Formula:
    """Blank where nothing is estimated: that is not an effort of zero."""
    return Formula(f'IF({{estimated}}=0,"",{formula.text})')
