"""Dashboard, lenses and findings: they show, lead on, and edit through the session."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.method import load_method
from desktop.reports.palette import SCREENS, contrast
from desktop.session.assess import ASSESS_PAGES
from desktop.session.assess_outlook import launch_outlook
from desktop.session.planning import TaskChange, change_task, generate_plan
from desktop.ui.assess.heat import READABLE, heat_fill
from desktop.ui.assess.lines import LinkLine
from desktop.ui.main_window import MainWindow
from desktop.ui.theme import Mode, Theme
from desktop.workbook import Evidence, Perspective, Rating, Workbook
from desktop.workbook.edits.plan import TaskPlace
from desktop.workbook.rating import Ratings, RungOverride
from desktop.workbook.system import RiskTier
from tests.assessed import assessed
from tests.ui.assess.conftest import Show, plain
from tests.ui.shell.test_window import nameless
from tests.unplanned import unplanned
from tests.window import TODAY, settle

METHOD = load_method()


def everywhere(level: int, **fields: object) -> Workbook:
    rating = Rating(level=level, evidence=(Evidence(kind="note", text="Seen"),))
    given = {q.id: Ratings(views={view.value: rating for view in Perspective}) for q in METHOD.questions}
    return plain(ratings=given, **fields)


@pytest.mark.parametrize("page", ASSESS_PAGES)
@pytest.mark.parametrize("full", [False, True])
def test_every_control_has_a_name(window: MainWindow, show: Show, page: str, full: bool) -> None:
    show(page, assessed(plain()) if full else plain())
    assert nameless(window) == []


@pytest.mark.parametrize("page", ASSESS_PAGES)
def test_nothing_is_wider_than_the_smallest_window(window: MainWindow, show: Show, page: str) -> None:
    shown = show(page, assessed(plain()))
    window.resize(1024, 640)
    settle()
    assert shown.minimumSizeHint().width() <= shown.width()
    scroll = getattr(shown, "_scroll", None)
    if scroll is not None:
        assert scroll.widget().minimumSizeHint().width() <= scroll.viewport().width()


def test_the_rail_leads_to_the_assessment_and_says_how_far_it_is(window: MainWindow, show: Show) -> None:
    show("dashboard")
    notes = {entry.page: entry.note for section in window.work.sections for entry in section.entries}
    assert set(ASSESS_PAGES) <= set(notes)
    assert notes["questions"] == f"0 of {len(METHOD.questions)}"


def test_a_line_of_the_dashboard_leads_to_its_question(window: MainWindow, show: Show) -> None:
    page = show("dashboard", everywhere(2))
    line = page.unmet.findChildren(LinkLine)[0]
    QTest.keyClick(line, Qt.Key.Key_Return)
    settle()
    assert window.work.host.place.page == "questions"
    assert METHOD.question[window.work.host.page._question].prompt == line.accessibleName()


@pytest.mark.parametrize(
    ("tile", "page"),
    [("_ladder_tile", "lenses"), ("_heat_tile", "lenses"), ("_gap_tile", "lenses"), ("money", "sprint-4"),
     ("_warning_tile", "findings")],
)  # fmt: skip
def test_each_tile_leads_to_its_page(window: MainWindow, show: Show, tile: str, page: str) -> None:
    getattr(show("dashboard", everywhere(2)), tile).arrow.click()
    assert window.work.host.place.page == page


def test_a_tile_opens_the_lens_that_it_shows(window: MainWindow, show: Show) -> None:
    show("dashboard", everywhere(2))._gap_tile.arrow.click()
    assert window.work.host.page._lens == "gaps"


def test_a_gap_leads_to_its_questions(window: MainWindow, show: Show) -> None:
    page = show("dashboard", everywhere(2))
    wanted = page.gaps._groups[0]
    page.gaps._lines[0].click()
    shown = window.work.host.page.list.model.shown
    assert [item.id for item in shown] == list(METHOD.group("gaps", wanted))


def test_the_launch_is_forecast_beside_the_window_once_there_is_a_plan(window: MainWindow, show: Show) -> None:
    page = show("dashboard", unplanned())
    assert not page.outlook.busy
    assert page.launch.day.text() == "Not known yet"
    system = window.work.system_id
    window.work.apply(generate_plan(system, METHOD, TODAY))
    page.outlook.wait()
    known = launch_outlook(window.desk.session.workbook, system, TODAY)
    assert page.launch.day.text() == known.day
    assert known.day in page.head._heading.text()
    window.do("undo")
    assert page.launch.day.text() == "Not known yet"


def test_a_forecast_that_is_overtaken_is_worked_out_again(window: MainWindow, show: Show) -> None:
    page = show("dashboard", unplanned())
    system = window.work.system_id
    window.work.apply(generate_plan(system, METHOD, TODAY))
    tasks = window.desk.session.workbook.systems[system].plan.tasks
    late = change_task(window.desk.session.workbook, TaskPlace(system, next(iter(tasks))), TaskChange(delay=200), TODAY)
    window.work.apply(late)
    page.outlook.wait()
    assert page.launch.day.text() == launch_outlook(window.desk.session.workbook, system, TODAY).day


def test_closing_awaits_a_forecast(window: MainWindow, show: Show) -> None:
    page = show("dashboard", unplanned())
    window.work.apply(generate_plan(window.work.system_id, METHOD, TODAY))
    assert page.outlook.busy
    window.desk.session.mark_saved(window.desk.session.workbook)
    assert window.desk.close()
    assert not page.outlook._jobs.busy


def test_a_rung_leads_to_its_questions(window: MainWindow, show: Show) -> None:
    show("dashboard").ladder._steps["rung-2"].click()
    shown = window.work.host.page.list.model.shown
    assert [item.id for item in shown] == list(METHOD.group("ladder", "rung-2"))


def test_a_rung_by_hand_needs_a_name_and_a_reason_and_is_shown_with_both(window: MainWindow, show: Show) -> None:
    page = show("dashboard")
    page.cards.form.set_open(opened=True)
    page.cards.form._rung._picked("3")
    page.cards.form.apply.click()
    assert page.cards.form._trouble.isVisibleTo(page)
    assert window.desk.session.workbook.systems["s1"].rung_override is None
    page.cards.form._by._picked("p1")
    page.cards.form._reason.box.setPlainText("Audited in May")
    page.cards.form.apply.click()
    assert page.by_hand.isVisibleTo(page)
    assert "Priya Raman: Audited in May" in page.by_hand.accessibleDescription()
    notes = {entry.page: entry.note for section in window.work.sections for entry in section.entries}
    assert notes["dashboard"] == "3, by hand"
    page.cards.form.remove.click()
    assert not page.by_hand.isVisibleTo(page)
    assert window.desk.session.workbook == plain()


def test_the_heat_map_says_its_table(window: MainWindow, show: Show) -> None:
    said = show("dashboard", everywhere(2)).heat.accessibleDescription()
    assert "Defensible strategy, Pilot team: 2.0" in said
    assert "No answer" in show("dashboard").heat.accessibleDescription()


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK, Mode.HIGH_CONTRAST])
def test_every_mean_reads_on_its_ground_and_levels_differ(theme: Theme, mode: Mode) -> None:
    theme.set_mode(mode)
    assert theme.palette in SCREENS
    fills = [heat_fill(theme, tenth / 10) for tenth in range(41)]
    assert min(contrast(ink.name(), ground.name()) for ground, ink in fills) >= READABLE
    assert heat_fill(theme, 1.5)[0] != heat_fill(theme, 2.0)[0]


@pytest.mark.parametrize("lens", [lens.id for lens in METHOD.lenses])
def test_every_lens_can_be_chosen_and_opened(window: MainWindow, show: Show, lens: str) -> None:
    page = show("lenses", everywhere(3))
    page.choice._picked(lens)
    settle()
    assert page.crosswalk.isVisibleTo(page) == METHOD.lens[lens].crosswalk
    assert page._not.text() == METHOD.lens[lens].not_claimed
    first = page._blocks[lens, METHOD.lens[lens].groups[0].id]
    first.head.setChecked(True)
    lines = first.findChildren(LinkLine)
    assert [line.accessibleName() for line in lines] == [
        METHOD.question[key].prompt for key in METHOD.group(lens, METHOD.lens[lens].groups[0].id)
    ]


def test_an_open_group_follows_the_answers(window: MainWindow, show: Show) -> None:
    page = show("lenses")
    block = next(iter(page._blocks.values()))
    block.head.setChecked(True)
    assert "0 of" in block.head.accessibleName()
    window.desk.session._become(everywhere(4), None)
    assert "4.0 of 4" in block.head.accessibleName()
    assert "Level 4 scores" in block.findChildren(LinkLine)[-1].accessibleDescription()


def test_a_manageable_finding_is_managed_on_the_page_and_a_blocking_one_is_not(window: MainWindow, show: Show) -> None:
    page = show("findings", everywhere(2, risk_tier=RiskTier.LOW))
    kinds = dict(page._kinds)
    bare = next(key for key, kind in kinds.items() if kind == "bare")
    block = page._blocks[bare][0]
    block.head.setChecked(True)
    block.frames["mitigation"].editor.box.setPlainText("Checked by hand")
    block.frames["mitigation"].editor.flush()
    block.frames["owner"].editor._picked("p1")
    assert page._kinds[bare] == "treated"
    assert block.head.accessibleName().startswith("Managed")
    assert page._blocks[bare][0] is block
    blocking = [key for key, kind in kinds.items() if kind == "blocking"]
    for key in blocking[:1]:
        page._blocks[key][0].head.setChecked(True)
        assert page._blocks[key][0].frames == {}


def test_undo_of_a_treatment_comes_back_to_its_finding(window: MainWindow, show: Show) -> None:
    start = everywhere(2, risk_tier=RiskTier.LOW)
    page = show("findings", start)
    bare = next(key for key, kind in page._kinds.items() if kind == "bare")
    block = page._blocks[bare][0]
    block.head.setChecked(True)
    block.frames["owner"].editor._picked("p1")
    window.work.go("dashboard")
    window.do("undo")
    assert window.work.host.place.page == "findings"
    assert window.desk.session.workbook == start


def test_without_answers_findings_say_what_belongs_here(window: MainWindow, show: Show) -> None:
    page = show("findings")
    assert page._empty.isVisibleTo(page)
    page._empty.action.click()
    assert window.work.host.place.page == "questions"


def test_the_top_bar_says_the_rung_and_leads_to_the_dashboard(window: MainWindow, show: Show) -> None:
    show("questions", everywhere(4))
    rung = window.work.top.rung
    assert rung.isVisibleTo(window)
    assert rung.accessibleName() == "Rung 5 · Scaled operation"
    rung.click()
    assert window.work.host.place.page == "dashboard"


def test_the_top_bar_says_who_set_the_rung_by_hand_and_why(window: MainWindow, show: Show) -> None:
    by_hand = RungOverride(rung=3, by="p1", reason="Audited in May")
    show("findings", plain(rung_override=by_hand))
    rung = window.work.top.rung
    assert rung.accessibleName() == "Rung 3 · Hardened build, set by hand"
    assert "Priya Raman: Audited in May" in rung.accessibleDescription()
    assert "Priya Raman: Audited in May" in rung.toolTip()


def test_the_top_bar_is_silent_about_the_rung_of_a_system_that_nobody_assessed(window: MainWindow, show: Show) -> None:
    show("questions")
    assert not window.work.top.rung.isVisibleTo(window)


def test_a_manageable_finding_is_chosen_for_the_plan_and_let_go_again(window: MainWindow, show: Show) -> None:
    page = show("findings", everywhere(2, risk_tier=RiskTier.LOW))
    bare = next(key for key, kind in page._kinds.items() if kind == "bare")
    block = page._blocks[bare][0]
    block.head.setChecked(True)
    before = page.plan.accessibleName()
    block.include.click()
    assert window.desk.session.workbook.systems["s1"].plan.chosen == (bare,)
    assert block.include.isChecked()
    assert "to join the plan" in block.head.accessibleDescription()
    assert page.plan.accessibleName() != before
    window.do("undo")
    assert not page._blocks[bare][0].include.isChecked()


def test_a_finding_leads_to_its_task_in_the_plan(window: MainWindow, show: Show) -> None:
    page = show("findings", unplanned())
    system = window.work.system_id
    window.work.apply(generate_plan(system, METHOD, TODAY))
    assert not page.plan.isVisibleTo(page)
    key = next(key for key, kind in page._kinds.items() if kind == "blocking")
    block = page._blocks[key][0]
    block.head.setChecked(True)
    went: list[object] = []
    page.left_for.connect(went.append)
    line = block.findChildren(LinkLine)[0]
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert went[0][0] == "plan"
    assert went[0][2][-1] in window.desk.session.workbook.systems[system].plan.tasks


def test_a_blocking_finding_is_not_for_choosing(window: MainWindow, show: Show) -> None:
    page = show("findings", unplanned())
    key = next(key for key, kind in page._kinds.items() if kind == "blocking")
    block = page._blocks[key][0]
    block.head.setChecked(True)
    assert block.include is None
    assert "to join the plan" in block.head.accessibleDescription()


def test_a_difference_among_the_findings_leads_to_its_question(window: MainWindow, show: Show) -> None:
    page = show("findings", unplanned())
    line = page.voices.findChildren(LinkLine)[0]
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert window.work.host.place.page == "questions"
    assert METHOD.question[window.work.host.page._question].prompt == line.accessibleName()
