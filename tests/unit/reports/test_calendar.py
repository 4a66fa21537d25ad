"""Calendar files, read back by an independent reader."""

from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar

from desktop.method import load_method
from desktop.planning.schedule import system_schedule
from desktop.reports.calendar import Event, calendar_events, write_calendar
from desktop.session.planning import generate_plan
from tests.northwind import sample

MADE = datetime(2026, 11, 21, 7, 30, tzinfo=UTC)
TODAY = date(2026, 11, 21)
CLAIMS = "0001-claims-triage"


def read(*events: Event, client: str = "Northwind") -> Calendar:
    return Calendar.from_ical(write_calendar(events, client, MADE))


def test_every_task_of_both_tracks_is_there_with_its_days():
    workbook = generate_plan(CLAIMS, load_method(), TODAY).change(sample())
    events = calendar_events(workbook, load_method(), TODAY)
    found = {str(entry["UID"]): entry for entry in read(*events).events}
    schedule = system_schedule(workbook, workbook.systems[CLAIMS])
    assert schedule.tasks
    for entry in schedule.tasks.values():
        event = found[f"{CLAIMS}.task.{entry.id}@readiness-workbook"]
        assert (event.start, event.end - timedelta(days=1)) == (entry.start, entry.finish)
    assert found[f"{CLAIMS}.plan.launch@readiness-workbook"].start == schedule.launch
    in_sprint = [system for system in workbook.systems.values() if system.sprint]
    sprint = [uid for uid in found if ".sprint." in uid]
    assert len(sprint) == len(in_sprint) * len(load_method().sprint_checks)
    assert len(found) == len(events)


def test_the_same_task_keeps_its_uid_when_it_moves():
    first, second = (Event("s.task.a", "Map", day, day) for day in (date(2026, 3, 2), date(2026, 3, 9)))
    assert read(first).events[0]["UID"] == read(second).events[0]["UID"]


@pytest.mark.parametrize(
    "text",
    [
        "commas, semicolons; and \\ backslashes",
        "two\nlines\r\nthree",
        "Überprüfungszuständigkeit " * 12,
        "日本語のとても長い文章" * 20,
        "\N{FAMILY}" * 60,
        "END:VEVENT\nBEGIN:VALARM",
        "colon: \"quotes\" 'and' <tags> & %5C",
        "",
    ],
)
def test_any_text_comes_back_as_it_was(text):
    event = read(Event("u", text, TODAY, TODAY, text)).events[0]
    assert str(event["SUMMARY"]) == text.replace("\r\n", "\n")
    assert str(event.get("DESCRIPTION", "")) == text.replace("\r\n", "\n")


def test_control_characters_do_not_reach_the_file():
    assert str(read(Event("u", "a\x00b\x1bc\x7fd", TODAY, TODAY)).events[0]["SUMMARY"]) == "abcd"


def test_lines_are_folded_and_end_as_the_standard_asks():
    data = write_calendar((Event("u", "ü" * 300, TODAY, TODAY),), "", MADE)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
    data.decode("utf-8")


def test_the_stamp_is_in_utc_and_nobody_is_invited():
    data = write_calendar((Event("u", "Map", TODAY, TODAY),), "Northwind", MADE)
    assert b"DTSTAMP:20261121T073000Z" in data
    assert b"ATTENDEE" not in data
    assert b"METHOD" not in data
