import pytest

from desktop.exchange.normalise import not_applicable, person_name, read_choice, says_nothing


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Initiated", "idea"),
        ("planned ", "idea"),
        ("Acquisition and/or Development", "build"),
        ("In Development", "build"),
        ("2 - Prototype", "build"),
        ("Implementation and Assessment", "pilot"),
        ("Proof-of-Concept", "pilot"),
        ("PILOT (phase 2)", "pilot"),
        ("Operation and Maintenance", "operation"),
        ("In production", "operation"),
        ("live", "operation"),
        ("4. Operations & Maintenance since 2020", "operation"),
        ("Retired", "retired"),
        ("decommissioned in 2022", "retired"),
        ("Im Betrieb", "operation"),
        ("außer Betrieb", "retired"),
        ("Pilotierung", "pilot"),
        ("currently deployed in three hospitals", "operation"),
    ],
)
def test_stages_in_many_words(text, stage):
    assert read_choice("stage", text) == stage


@pytest.mark.parametrize(
    "text", ["", "Other", "not deployed", "No longer in production use?", "between pilot and production", "x" * 300]
)
def test_unclear_stages_are_left_to_the_person(text):
    assert read_choice("stage", text) is None


@pytest.mark.parametrize(
    ("text", "impact"),
    [
        ("Rights-Impacting\n", "rights"),
        ("Safety-impacting", "safety"),
        ("Both", "both"),
        ("Rights and safety", "both"),
        ("Neither", "neither"),
        ("Presumed rights-impacting", "rights"),
        ("Weder noch", "neither"),
        ("No, use case is too new to fully assess impacts", None),
        ("Case-by-case assessment", None),
    ],
)
def test_impacts(text, impact):
    assert read_choice("impact", text) == impact


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Maria Keller", "Maria Keller"),
        ("Keller, Maria", "Maria Keller"),
        ("Dr. Jörg van den Berg", "Jörg van den Berg"),
        ("Renée O’Neill-Smith <r@x.test>", "Renée O’Neill-Smith"),
        ("J. Smith", "J. Smith"),
        ("IT and Claims", ""),
        ("Steering Committee", ""),
        ("Team HR", ""),
        ("keller@example.test", ""),
        ("Vendor", ""),
        ("Maria", ""),
        ("Acme GmbH", ""),
        ("Maria Keller, Jon Doe and Ann Lee", ""),
        ("", ""),
    ],
)
def test_only_one_named_human_is_an_owner(text, name):
    assert person_name(text) == name


def test_nothing_and_not_applicable_are_two_things():
    assert says_nothing(" – ")
    assert says_nothing("TBD")
    assert not says_nothing("No")
    assert not_applicable("N/A; a tool for code")
    assert not_applicable("AI is not safety or rights-impacting.")
    assert not not_applicable("N/A, however a process is under way")
    assert not not_applicable("")
    assert not not_applicable("Name")
