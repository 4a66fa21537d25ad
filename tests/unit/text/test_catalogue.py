import re

import pytest

from desktop.resources import resource
from desktop.text import LANGUAGE, MissingTextError, area, count, say

AREAS = sorted(file.stem for file in resource("text", LANGUAGE).glob("*.json"))


@pytest.mark.parametrize("name", AREAS)
def test_every_key_begins_with_the_name_of_its_file_and_stands_in_order(name):
    assert all(key.startswith(f"{name}.") for key in area(name))
    assert list(area(name)) == sorted(area(name))


@pytest.mark.parametrize("name", AREAS)
def test_words_are_plain(name):
    for key, text in area(name).items():
        assert text, key
        assert "!" not in text, key
        assert not re.search(r"\b(?:sorry|oops|invalid)\b", text, re.IGNORECASE), key


@pytest.mark.parametrize("name", AREAS)
def test_one_and_many_come_together(name):
    for key in area(name):
        if key.endswith(".many"):
            assert f"{key.removesuffix('.many')}.one" in area(name), key


@pytest.mark.parametrize("key", ["checks.no-such-text", "nowhere.at-all", "plain", ""])
def test_an_unknown_text_is_an_error(key):
    with pytest.raises(MissingTextError):
        say(key)


def test_a_value_that_was_not_given_is_an_error():
    with pytest.raises(MissingTextError):
        say("checks.too-few", n="199")


def test_values_are_put_in_as_they_are():
    assert say("checks.person", name="{missing} <b>&") == "{missing} <b>&"


def test_an_unknown_count_is_an_error():
    with pytest.raises(MissingTextError):
        count("checks.person", 2)
