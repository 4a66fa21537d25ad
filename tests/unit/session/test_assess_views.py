"""What the assessment pages say, for an empty, a mixed and a full assessment."""

from datetime import date

import pytest

from desktop.method import load_method
from desktop.session.assess import Assessment, assess
from desktop.session.assess_dashboard import dashboard_view
from desktop.session.assess_findings import findings_view
from desktop.session.assess_lenses import lens_view
from desktop.session.assess_questions import Filter, items, next_open, question_view
from desktop.session.assess_ready import ready_to_act, ready_to_scale
from desktop.workbook import Evidence, Person, Perspective, Rating, System, Workbook
from desktop.workbook.rating import Ratings, Reconciled, Review, RungOverride, Treatment
from desktop.workbook.system import RiskTier

TODAY = date(2026, 11, 21)
METHOD = load_method()
SHOWN = (Evidence(kind="note", text="Seen"),)
FIRST = METHOD.questions[0].id


def now(ratings: dict[str, Ratings] | None = None, **fields: object) -> Assessment:
    system = System(id="s1", name="Triage", ratings=ratings or {}, **fields)
    people = {"p1": Person(id="p1", name="Maria Keller")}
    return assess(Workbook(people=people, systems={"s1": system}), METHOD, "s1", TODAY)


def every(level: int, *, evidence: bool = True) -> dict[str, Ratings]:
    rating = Rating(level=level, evidence=SHOWN if evidence else ())
    return {q.id: Ratings(views={view.value: rating for view in Perspective}) for q in METHOD.questions}


def views(**levels: int) -> Ratings:
    return Ratings(views={name.replace("_", "-"): Rating(level=level) for name, level in levels.items()})


def test_nothing_answered_is_said_as_such():
    view = dashboard_view(now())
    assert view.headline == f"Not assessed yet: {len(METHOD.questions)} questions are open"
    assert view.empty
    assert {link.mark for link in view.unmet} == {"unanswered"}
    assert all(cell.mean is None for row in view.heat for cell in row.cells)
    assert sum(n for _, n in view.reviews) == 0


def test_everything_proven_stands_on_top():
    view = dashboard_view(now(every(4)))
    assert view.headline == "Rung 5 of 5, scaled operation: every criterion is met with evidence"
    assert view.unmet == ()
    assert view.tasks == ()
    assert [step.state for step in view.steps] == ["met"] * 4 + ["here"]
    assert all(step.met == step.total > 0 for step in view.steps)


def test_claims_without_evidence_do_not_climb():
    view = dashboard_view(now(every(4, evidence=False)))
    assert view.headline.startswith("Rung 0 of 5")
    assert {link.mark for link in view.unmet} == {"claimed"}


def test_a_rung_by_hand_says_who_and_why_and_what_is_earned():
    by_hand = RungOverride(rung=3, by="p1", reason="Audited in May")
    view = dashboard_view(now(every(4), rung_override=by_hand))
    assert "set by hand; the answers earn rung 5" in view.headline
    assert "Maria Keller" in view.override
    assert "Audited in May" in view.override
    assert [step.state for step in view.steps] == ["met", "met", "hand", "met", "here"]


def test_each_unmet_criterion_leads_to_its_question():
    for link in dashboard_view(now()).unmet:
        assert link.page == "questions"
        assert METHOD.question[link.at[-1]].prompt == link.title


def test_means_two_levels_apart_are_marked():
    group = METHOD.group("conditions", "strategy")
    view = dashboard_view(now({group[0]: views(pilot_team=4, it_operations=2)}))
    row = next(row for row in view.heat if row.group == "strategy")
    assert row.spread == 2
    assert row.apart
    assert [cell.mean for cell in row.cells] == [4, 2, None, None]


@pytest.mark.parametrize(
    ("ratings", "words"),
    [
        (Ratings(), "Nobody has answered yet"),
        (views(pilot_team=3), "Level 3 scores: it is the only view so far"),
        (views(pilot_team=3, it_operations=1), "Level 1 scores: the lowest view counts until the room agrees"),
        (views(pilot_team=2, it_operations=2), "Level 2 scores: the views agree"),
        (
            Ratings(views=views(pilot_team=3, it_operations=1).views, reconciled=Reconciled(level=2, reason="Shown")),
            "Level 2 scores: the room agreed",
        ),
        (Ratings(views={"pilot-team": Rating(not_applicable=True)}), "Does not apply"),
    ],
)
def test_the_page_says_which_level_scores_and_why(ratings, words):
    assert question_view(now({FIRST: ratings}), FIRST).scoring.startswith(words)


def test_the_list_filters_by_state_group_and_words():
    challenged = Ratings(views={"pilot-team": Rating(level=2, review=Review.CHALLENGED)})
    second = METHOD.questions[1].id
    mixed = now({FIRST: views(pilot_team=4, it_operations=1), second: challenged})
    assert [item.id for item in items(mixed, Filter(state="apart"))] == [FIRST]
    assert [item.id for item in items(mixed, Filter(state="challenged"))] == [second]
    assert len(items(mixed, Filter(state="open"))) == len(METHOD.questions) - 2
    data = items(mixed, Filter(lens="gaps", group="data"))
    assert {item.id for item in data} == set(METHOD.group("gaps", "data"))
    assert FIRST in {item.id for item in items(mixed, Filter(text=METHOD.questions[0].prompt.upper()))}
    assert items(mixed, Filter(text="no question says this")) == ()


def test_the_next_open_question_is_looked_for_behind_and_then_from_the_top():
    shown = items(now({METHOD.questions[1].id: views(pilot_team=4)}), Filter())
    assert next_open(shown, FIRST) == METHOD.questions[2].id
    assert next_open(shown, METHOD.questions[-1].id) == FIRST
    assert next_open(items(now(every(1)), Filter()), FIRST) is None


@pytest.mark.parametrize("lens", [lens.id for lens in METHOD.lenses])
def test_every_lens_shows_empty_and_full(lens):
    empty, full = lens_view(now(), lens), lens_view(now(every(4)), lens)
    assert {(g.score.score, g.score.low, g.score.high) for g in empty.groups} == {(None, 0.0, 4.0)}
    assert {g.figure for g in full.groups} == {"4.0"}
    assert full.crosswalk == METHOD.lens[lens].crosswalk
    assert full.scoring
    assert full.not_claimed
    assert all(g.lines for g in full.groups)


def test_findings_offer_editors_only_where_managing_is_enough():
    view = findings_view(now(every(2), risk_tier=RiskTier.HIGH))
    assert {bool(f.rows) for f in view.findings if f.blocking} == {False}
    assert {bool(f.rows) for f in view.findings if not f.blocking} == {True}
    assert "block" in view.headline


def test_a_finding_is_managed_by_mitigation_and_owner():
    manageable = next(
        f.question for f in findings_view(now(every(2), risk_tier=RiskTier.LOW)).findings if not f.blocking
    )
    held = {manageable: Treatment(mitigation="Checked by hand", owner="p1")}
    view = findings_view(now(every(2), risk_tier=RiskTier.LOW, treatments=held))
    assert next(f for f in view.findings if f.question == manageable).treated


def test_a_warning_leads_to_the_answer_or_field_that_raised_it():
    apart = now({FIRST: views(pilot_team=4, it_operations=1)}, rung_override=RungOverride(rung=3, by="p1", reason="x"))
    links = {link.title: link for link in dashboard_view(apart).warnings}
    assert links["Rung set by hand"].page == "dashboard"
    assert "Maria Keller" in links["Rung set by hand"].detail
    assert {link.page for link in links.values() if FIRST in link.at} == {"questions"}


def test_ready_by_the_word_of_the_owner_only():
    said = {
        q: Ratings(views={"pilot-team": r.views["pilot-team"].model_copy(update={"by": "Maria Keller"})})
        for q, r in every(4).items()
    }
    assert ready_to_scale(now(said)).headline == "Not ready"
    owned = ready_to_scale(now(said, owner="p1"))
    assert owned.headline == "Ready"
    assert {line.mark for line in owned.lines} == {"yes"}
    assert "Maria Keller" in owned.lines[0].detail
    assert {line.mark for line in ready_to_act(now()).lines} == {"open"}
    assert all(line.at[-1] in METHOD.question for line in (*ready_to_scale(now()).lines, *ready_to_act(now()).lines))


def test_a_wide_difference_and_a_voice_that_was_not_heard_are_findings_too():
    group = METHOD.group("conditions", "strategy")
    found = findings_view(now({group[0]: views(pilot_team=4, it_operations=1), group[1]: views(pilot_team=2)})).voices
    apart, *unheard = found
    assert apart.title == METHOD.question[group[0]].prompt
    assert apart.detail.startswith("3 levels apart: Pilot team 4 and IT operations 1")
    assert apart.at[-1] == group[0]
    assert [link.title.partition(" was")[0] for link in unheard] == ["Business function", "Data governance"]
    assert all(link.at[2:] == ("lens", "conditions", "strategy") for link in unheard)
    assert findings_view(now()).voices == ()
