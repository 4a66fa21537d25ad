"""What raised a warning, in a sentence that reads for one thing and for many."""

import pytest

from desktop.text.warned import raised_sentence


@pytest.mark.parametrize(
    ("rule", "n", "said"),
    [
        ("treated-as-deterministic", 1, "One connected system has no fallback"),
        ("treated-as-deterministic", 3, "3 connected systems have no fallback"),
        ("proposals-open", 1, "1 proposed by the inventory, not decided"),
    ],
)
def test_one_is_one_and_many_are_many(rule: str, n: int, said: str):
    assert raised_sentence(rule, {"n": n}) == said


def test_numbers_that_are_not_whole_have_one_decimal():
    assert "5.2 months" in raised_sentence("stalled", {"months": 5.234})
