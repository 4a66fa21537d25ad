"""Whatever a check finds, there is a sentence for it."""

import re
from pathlib import Path

import pytest

from desktop.analysis import decision, governance_checks, verdict
from desktop.analysis import sprint_checks as checks
from desktop.analysis.checks import judge, known_checks
from desktop.text import area
from desktop.text.verdicts import verdict_sentence
from desktop.workbook.decision import Outcome
from tests.northwind import sample


@pytest.mark.parametrize("system", sorted(sample().systems))
def test_every_verdict_of_the_sample_reads_as_a_sentence(system):
    for check in sorted(known_checks()):
        found = judge(check, sample(), sample().systems[system])
        sentence = verdict_sentence(found.code, found.values, "EUR")
        assert sentence
        assert not re.search(r"[{}]|Decimal\(|=None|datetime", sentence), (check, sentence)


def test_every_code_has_a_sentence_and_every_sentence_a_code():
    source = "".join(
        Path(str(module.__file__)).read_text(encoding="utf-8")
        for module in (checks, decision, governance_checks, verdict)
    )
    written = set(re.findall(r'"([a-z]+(?:-[a-z]+)*)"', source))
    given = set(re.findall(r'"(?:met|open|failed)",\s*"([a-z-]+)"', source))
    given -= {"open", "failed", "met"}
    given |= set(re.findall(r'all_of\([^"]+"([a-z-]+)"', source)) | {outcome.value for outcome in Outcome}
    codes = {key.removeprefix("checks.") for key in area("checks")}
    assert len(given) > 20
    assert given <= codes
    assert codes <= written | given


@pytest.mark.parametrize(
    ("code", "values", "sentence"),
    [
        ("too-few", {"n": 199, "missing": 1}, "199 examples: add 1"),
        ("mix-short", {"name": "Cyber", "off": -8.7290, "missing": 21}, "Cyber is 8.7 points short: add 21"),
        ("examples", {"n": 1_246, "missing": 0}, "1,246 examples"),
        (
            "not-shown",
            {"threshold": 0.85, "low": 0.8404, "high": 0.92, "needed": 375},
            "Likely, not yet shown: the interval starts at 84.0 %; about 375 examples would settle it",
        ),
        ("not-a-person", {"name": "<b>IT</b> & Claims"}, "“<b>IT</b> & Claims” is not a person"),
    ],
)
def test_sentences(code, values, sentence):
    assert verdict_sentence(code, values, "EUR") == sentence
