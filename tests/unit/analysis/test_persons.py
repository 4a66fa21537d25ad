import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.analysis.persons import is_person

PEOPLE = (
    "Anna Müller",
    "Ana-Maria de Souza e Silva",
    "Maria Keller",
    "M. Keller",
    "Keller, Maria",
    "de Souza, Ana Maria",
    "José Ortega y Gasset",
    "Søren O'Neill",
    "Dr. Jürgen von der Heide",
    "Nguyễn Thị Minh Khai",
    "Or Levi",
    "Sandra Anderson",
    "Roland Undset",
    "Li Na",
    "Na Young",
    "Maria Allen",
    "王芳",
    "Ольга Иванова",
    "Bo",
    "Cher",
    "J. Novak",
    "Norma Tall",
    "Agnes Ag",
    "Rob Head",
)
NOT_PEOPLE = (
    "IT and the business",
    "IT and Claims",
    "IT AND CLAIMS",
    "Vendor Support",
    "Vendor",
    "Steering committee",
    "The board",
    "Claims team",
    "IT",
    "HR",
    "CIO",
    "Service Desk",
    "Maria Keller / Tomas Novak",
    "Maria Keller & Tomas Novak",
    "Maria Keller und Tomas Novak",
    "Maria Keller, Tomas Novak",
    "claims@northwind.example",
    "TBD",
    "n/a",
    "N.N.",
    "Fachbereich Schaden",
    "Head of Claims",
    "Product Owner",
    "Head of IT",
    "Acme Consulting GmbH",
    "Acme Ltd.",
    "everyone",
    "all",
    "none",
    "to be decided",
    "(vacant)",
    "unknown",
    "",
    "   ",
    "?",
    "1234",
)


@pytest.mark.parametrize("name", PEOPLE)
def test_people_are_people(name):
    assert is_person(name)


@pytest.mark.parametrize("name", NOT_PEOPLE)
def test_groups_roles_companies_and_shared_duties_are_not(name):
    assert not is_person(name)


@given(st.sampled_from(PEOPLE), st.sampled_from(PEOPLE), st.sampled_from([" and ", " und ", "/", " & ", "; ", " + "]))
def test_two_people_are_never_one_owner(one, other, word):
    assert not is_person(f"{one}{word}{other}")


@given(st.sampled_from(PEOPLE + NOT_PEOPLE), st.sampled_from(["", " ", "\t", "  "]))
def test_space_around_a_name_does_not_matter(name, space):
    assert is_person(f"{space}{name}{space}") == is_person(name)


@given(st.text(max_size=40))
def test_any_text_can_be_judged(name):
    assert is_person(name) in (True, False)
