import pytest

from desktop.exchange.proposals import proposal_reason, propose
from desktop.exchange.vocabulary import topics
from desktop.text import area

ACT_ALONE = "Can it carry out a decision without direct human involvement?"


@pytest.mark.parametrize(
    ("topic", "cell", "level"),
    [
        ("monitoring", "No monitoring protocols have been established: …", 0),
        ("monitoring", "Intermittent and Manually Updated: a plan …", 1),
        ("monitoring", "Automated and Regularly Scheduled Updates: …", 2),
        ("monitoring", "Established Process of Machine Learning Operations: …", 2),
        ("monitoring", "Yes", 1),
        ("fallback_escalation", "No – it is not operationally practical to offer this.", 0),
        ("fallback_escalation", "Ja", 2),
        ("operational_testing", "Benchmark evaluation: …", 1),
        ("operational_testing", "Impact evaluation in operational environment: …", 2),
        ("operational_testing", "No testing: …", 0),
        ("impact_assessment", "Planned or in-progress.", 1),
        ("impact_assessment", "YES", 2),
        ("documentation", "Documentation is missing or not available", 0),
        ("documentation", "Documentation has been partially completed: …", 1),
        ("documentation", "Documentation is widely available: …", 2),
        (
            "independent_evaluation",
            "Yes – by an agency AI oversight board not directly involved in the system’s development",
            3,
        ),
        ("independent_evaluation", "Yes – by the CAIO", 3),
        ("independent_evaluation", "TRUE", 2),
        ("independent_evaluation", "Agency CAIO has waived this minimum practice", 0),
    ],
)
def test_what_a_cell_is_worth(topic, cell, level):
    reading = propose(topic, cell, "Header", 7)
    assert reading.proposal is not None
    assert (reading.proposal.level, reading.proposal.column, reading.proposal.state) == (level, 7, "open")
    assert proposal_reason(reading.proposal).endswith(".")


@pytest.mark.parametrize("topic", topics())
def test_blank_proposes_nothing_and_not_applicable_says_so(topic):
    assert propose(topic, "  ", "Header", 0).proposal is None
    assert propose(topic, "", "Header", 0).understood
    proposal = propose(topic, "N/A", "Header", 0).proposal
    assert proposal is not None
    assert (proposal.level, proposal.not_applicable) == (None, True)


@pytest.mark.parametrize("topic", topics())
def test_unclear_answers_are_left_to_a_person(topic):
    reading = propose(topic, "It depends on the weather", "Header", 0)
    assert (reading.proposal, reading.understood) == (None, False)


@pytest.mark.parametrize("topic", [name for name in topics() if name != "independent_evaluation"])
def test_a_claim_about_oneself_is_never_worth_more_than_two(topic):
    cells = ["Yes", "Yes – fully, verified by us, with evidence", "Complete", "Established process", "Automated"]
    proposals = [propose(topic, cell, "Header", 0).proposal for cell in cells]
    assert all(proposal is None or (proposal.level or 0) <= 2 for proposal in proposals)


def test_yes_is_bad_where_the_header_asks_for_acting_alone():
    bad, good = propose("autonomy", "Yes", ACT_ALONE, 0).proposal, propose("autonomy", "No", ACT_ALONE, 0).proposal
    assert bad is not None
    assert good is not None
    assert (bad.level, good.level) == (0, 1)
    oversight = propose("autonomy", "No", "Human oversight", 0).proposal
    assert oversight is not None
    assert oversight.level == 0


def test_every_topic_is_a_question_of_the_method():
    from desktop.method import load_method

    assert all(topic.question in load_method().question for topic in topics().values())


def test_every_reason_has_words_and_every_wording_a_rule():
    reasons = {rule.why for topic in topics().values() for rule in topic.rules}
    prefix = "exchange.proposed."
    worded = {key.removeprefix(prefix) for key in area("exchange") if key.startswith(prefix)}
    assert worded == reasons | {"stated", "unbounded", "not-applicable"}
