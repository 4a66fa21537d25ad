"""The report model holds for each reader what the entries say, and computes nothing twice."""

from datetime import date
from decimal import Decimal

import pytest

from desktop.method import load_method
from desktop.reports.report import Stamp, build_report
from desktop.workbook import Workbook
from tests.northwind import sample

STAMP = Stamp(date(2026, 11, 21), "d8a1f82a3bfe789f", "0.1.0")
CLAIMS = "0001-claims-triage"


def test_without_a_choice_every_system_of_the_sprint_is_reported():
    report = build_report(sample(), load_method(), STAMP)
    assert [entry.system.name for entry in report.systems] == [
        "Claims triage assistant",
        "Underwriting notes",
        "Broker e-mail routing",
    ]
    assert [(entry.done, entry.total) for entry in report.systems] == [(25, 25), (9, 25), (1, 25)]


def test_one_system_is_reported_alone_and_the_portfolio_stays_whole():
    report = build_report(sample(), load_method(), STAMP, CLAIMS)
    assert [entry.system.id for entry in report.systems] == [CLAIMS]
    assert len(report.portfolio) == report.summary.systems == 10


def test_a_system_outside_the_sprint_can_be_reported():
    (entry,) = build_report(sample(), load_method(), STAMP, "0004-fraud-rings").systems
    assert (entry.done, entry.total) == (0, 25)
    assert entry.numbers.net is None


def test_the_figures_of_the_sample():
    (entry,) = build_report(sample(), load_method(), STAMP, CLAIMS).systems
    assert entry.numbers.continuing is not None
    assert entry.numbers.continuing.likely == Decimal(33_960)
    assert entry.effort.doubled.likely == 114
    assert entry.suggested == entry.sprint.phase_one
    assert entry.evaluation.latest is not None
    assert (entry.evaluation.latest.correct, entry.evaluation.latest.scored) == (223, 246)


def test_an_empty_project_gives_an_empty_report():
    report = build_report(Workbook(), load_method(), STAMP)
    assert report.systems == report.portfolio == ()
    assert (report.client, report.currency, report.summary.systems) == ("", "EUR", 0)


def test_an_unknown_system_is_an_error():
    with pytest.raises(KeyError):
        build_report(sample(), load_method(), STAMP, "nowhere")
