"""The pack in the guide is a pack that works, and nothing that somebody types into a pack breaks the check."""

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.method import load_method
from desktop.method.pack_check import check_pack
from desktop.resources import resource
from tests.unit.method.packs import SOUND, write

METHOD = load_method()
PIECES = st.one_of(
    st.sampled_from(["\t", "- ", ": ", "{", "}", "[", "&a ", "*a", "!!int ", "<<", "|", ">", "'", '"', "#", "\n", "---"]),
    st.sampled_from(["null", "~", "0x1", "1e999", ".nan", "yes", "2026-01-01", "\x85", "\ufeff", "%YAML 9.9\n", "? ", "😀"]),
    st.text(max_size=5),
)  # fmt: skip


def test_the_example_is_sound(tmp_path):
    page = resource("guide", "9-own-questions.md").read_text(encoding="utf-8")
    example = re.search(r"```\n(id: .*?\n)```", page, re.DOTALL)
    checked = check_pack(write(tmp_path, example[1]), METHOD)
    assert checked.problems == ()
    assert checked.pack.questions[0].id == "acme-works-council"


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, len(SOUND)), cut=st.integers(0, 30), piece=PIECES)
def test_whatever_is_typed_into_a_pack_is_told_and_never_an_error(tmp_path, at, cut, piece):
    text = (SOUND[:at] + piece + SOUND[at + cut :]).encode("utf-8", "surrogatepass")
    checked = check_pack(write(tmp_path, text), METHOD)
    assert all(problem.line_of_text().count("\n") == 0 and problem.line >= 0 for problem in checked.problems)
    assert checked.pack is not None or checked.problems


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=60))
def test_bytes_that_are_no_pack_are_told(tmp_path, data):
    checked = check_pack(write(tmp_path, data), METHOD)
    assert checked.pack is None
    assert all(problem.reason for problem in checked.problems)
