"""The results of a value case as live formulas, the working behind them, and what only the app can simulate."""

from collections.abc import Mapping

from desktop.reports.excel.look import CAPTION, CELL, CHANGE, NUMBER, QUIET_CELL, TOTAL, WHOLE_SHARE, Look
from desktop.reports.excel.page import Page
from desktop.reports.excel.sheets.value_block import (
    COST,
    ENDS,
    ITEM,
    LAST,
    SOURCE,
    TALL,
    ValueBlock,
    early,
    head,
    late,
    word,
)
from desktop.reports.excel.words import quoted
from desktop.reports.report import SystemReport
from desktop.text import say
from desktop.text.formatting import number, rounded
from desktop.workbook.sprint import CostKind

_FACTOR = NUMBER.but(form="0.0000")
_NO = '""'
Ends = Mapping[str, str]


def write_working(page: Page, block: ValueBlock) -> None:
    """What the formulas share: a month's return, when each case is live, and what money is worth today."""
    page.row = block.working
    head(page, say("value.tracker.working"), say("value.tracker.working-how"))
    amounts = {end: (block.total("benefits", end), block.total("running", COST[end])) for end in ENDS}
    monthly = {end: _if_numbers(cells, "-".join(cells)) for end, cells in amounts.items()}
    _row(page, block.monthly, "value.tracker.monthly", monthly, NUMBER)
    _row(page, block.live, "value.tracker.live", _live(block), NUMBER)
    rate, launch, horizon = (block.at(row) for row in (block.rate, block.launch, block.horizon))
    building = f"MAX({launch},1)"
    spent = f"({_annuity(rate, f'MIN({building},{horizon})')})/{building}"
    _row(page, block.spent, "value.tracker.spent", {"likely": _if_numbers((rate, launch), spent)}, _FACTOR)
    starts = {"low": early(block.launch), "likely": launch, "high": late(block.launch)}
    brought = {
        end: _if_numbers(
            (rate, block.at(block.live)), f"{_annuity(rate, horizon)}-{_annuity(rate, f'MIN({start},{horizon})')}"
        )
        for end, start in starts.items()
    }
    _row(page, block.brought, "value.tracker.brought", brought, _FACTOR)
    page.row = block.end


def _live(block: ValueBlock) -> dict[str, str]:
    """The low case takes the later launch, unless each month loses money: then the earlier one is worse."""
    row, valid = block.launch, f"'{block.sheet}'!$H${block.launch}={word('complete')}"
    loses = {end: f"{block.at(block.monthly, end)}<0" for end in ENDS}
    launch = {
        "low": f"IF({loses['low']},{early(row)},{late(row)})",
        "likely": f"$C${row}",
        "high": f"IF({loses['high']},{late(row)},{early(row)})",
    }
    return {
        end: f'IF({valid},IF(ISNUMBER({block.at(block.monthly, end)}),{text},""),"")' for end, text in launch.items()
    }


def _monthly_rate(rate: str) -> str:
    return f"((1+{rate})^(1/12)-1)"


def _annuity(rate: str, months: str) -> str:
    """What one unit at the end of each of so many months is worth today."""
    return f"IF({rate}=0,{months},(1-(1+{rate})^(-({months})/12))/{_monthly_rate(f'MAX({rate},0.0000001)')})"


def write_results(page: Page, block: ValueBlock, cash: Ends, flows: Ends, months: str) -> None:
    """The three numbers. ``cash`` and ``flows`` hold a range of months for each case, ``months`` their numbers."""
    page.row = block.results
    head(page, say("tracker.results"), say("tracker.unit"))
    net = {end: f"IF(ISNUMBER({_last(cash[end], block)}),{_last(cash[end], block)},{_NO})" for end in ENDS}
    for row, part in ((block.net - 2, "continuing"), (block.net - 1, "investment")):
        totals = {end: _if_numbers((block.total(part, end),), block.total(part, end)) for end in ENDS}
        _result(page, row, f"tracker.result-{part}", totals, NUMBER)
    _result(page, block.net, "tracker.result-net", net, TOTAL)
    paid = {end: _payback(block, end, cash[end]) for end in ENDS}
    _result(page, block.net + 1, "tracker.result-payback", paid, NUMBER)
    _result(page, block.net + 2, "tracker.result-roi", {end: _roi(block, end) for end in ENDS}, NUMBER.but(form=CHANGE))
    present = {end: _present(block, flows[end], months, block.at(block.net, end)) for end in ENDS}
    _result(page, block.npv, "value.tracker.npv", present, TOTAL)
    _result(page, block.npv + 1, "value.tracker.delay", {end: _delay(block, end) for end in ENDS}, NUMBER)
    page.pen.word(page.sheet, block.npv + 2, ITEM, say("value.tracker.cases"), CAPTION)


def write_simulated(page: Page, block: ValueBlock, report: SystemReport) -> None:
    """The simulated range as the app found it: values, not formulas, and they say so."""
    page.row, found = block.npv + 3, report.value.simulation
    tenth, half, nine = (say(f"value.tracker.{key}") for key in ("p10", "p50", "p90"))
    head(page, say("value.tracker.simulated"), ends=(tenth, half, nine))
    row = page.row
    cells = (
        (None, None, None) if found is None else tuple(int(rounded(one)) for one in (found.p10, found.p50, found.p90))
    )
    share = None if found is None else found.positive
    for place, key, amounts, look in (
        (row, "value.tracker.npv", cells, NUMBER),
        (row + 1, "value.tracker.positive", (None, share, None), NUMBER.but(form=WHOLE_SHARE)),
    ):
        page.pen.band(page.sheet, place, range(1, LAST + 1), CELL)
        page.pen.word(page.sheet, place, ITEM, say(key), CELL)
        for column, amount in enumerate(amounts, start=2):
            page.put(place, column, amount, look)
        page.sheet.row_dimensions[place].height = TALL
    if found is not None:
        note = say("value.tracker.simulated-how", draws=number(found.draws), seed=found.seed)
        page.pen.word(page.sheet, row, SOURCE, note, QUIET_CELL.but(indent=1, wrap=False))
        page.pen.word(
            page.sheet, row + 1, SOURCE, say("value.tracker.simulated-not-live"), QUIET_CELL.but(indent=1, wrap=False)
        )


def _row(page: Page, row: int, key: str, formulas: Ends, look: Look) -> None:
    page.pen.band(page.sheet, row, range(1, LAST + 1), CELL)
    page.pen.word(page.sheet, row, ITEM, say(key), CELL)
    for column, end in enumerate(ENDS, start=2):
        if end in formulas:
            page.formula(row, column, formulas[end], look)
    page.pen.word(page.sheet, row, SOURCE, say(f"{key}-unit"), QUIET_CELL.but(indent=1, wrap=False))
    page.sheet.row_dimensions[row].height = TALL


def _result(page: Page, row: int, key: str, formulas: Ends, look: Look) -> None:
    _row(page, row, key, formulas, look)
    if look.bold:
        page.pen.word(page.sheet, row, ITEM, say(key), CELL.but(bold=True))
    page.sheet.row_dimensions[row].height = 19


def _if_numbers(cells: tuple[str, ...], formula: str) -> str:
    return f'IF(COUNT({",".join(cells)})={len(cells)},{formula},"")'


def _last(cash: str, block: ValueBlock) -> str:
    return f"INDEX({cash},{block.at(block.horizon)})"


def _payback(block: ValueBlock, end: str, cash: str) -> str:
    """The month from which cash to date stays at or above zero; not applicable where it ends below."""
    net, month = block.at(block.net, end), f"(ROW({cash})-MIN(ROW({cash}))+1)"
    last_below = f"SUMPRODUCT(MAX(({cash}<0)*{month}))"
    return f'IF(ISNUMBER({net}),IF({net}>=0,{last_below}+1,{word("na")}),"")'


def _roi(block: ValueBlock, end: str) -> str:
    """Net return over all money spent within the horizon; costs are high in the low case and the reverse."""
    horizon, building = block.at(block.horizon), f"MAX({block.at(block.launch)},1)"
    net, months = block.at(block.net, end), f"MAX({horizon}-{block.at(block.live, end)},0)"
    once = f"{block.total('investment', COST[end])}*MIN({horizon},{building})/{building}"
    spent = f"({once}+{block.total('running', COST[end])}*{months})"
    return f'IF(ISNUMBER({net}),IF({spent}=0,{word("na")},ROUND({net}/{spent},4)),"")'


def _present(block: ValueBlock, flows: str, months: str, net: str) -> str:
    """The flows of each month discounted to today and summed, whatever order the rows stand in."""
    rate = block.at(block.rate)
    return f'IF(AND(ISNUMBER({rate}),ISNUMBER({net})),ROUND(SUMPRODUCT({flows}*(1+{rate})^(-{months}/12)),2),"")'


def _delay(block: ValueBlock, end: str) -> str:
    """A month of the pilot, without what its lines call opportunity, and a month of the return."""
    rows, letter = block.lines["continuing"], {"low": "B", "likely": "C", "high": "D"}[end]
    kinds, amounts = (f"${column}${rows[0]}:${column}${rows[-1]}" for column in ("F", letter))
    opportunity = f"SUMIF({kinds},{quoted(opportunity_word())},{amounts})"
    total, monthly = block.total("continuing", end), block.at(block.monthly, end)
    return _if_numbers((total, monthly), f"{total}-{opportunity}+{monthly}")


def opportunity_word() -> str:
    """What the sheet calls the kind that waiting must not count twice."""
    from desktop.method import load_method
    from desktop.reports.excel.labels import choice

    return choice(load_method(), "sprint.value.continuing/kind", CostKind.OPPORTUNITY) or ""
