"""The README's two commands: what they run, in which order, and how they end."""

import ast
import json
import runpy
import sys
from pathlib import Path

import pytest

import commands
import opening
import proving
from environment import Environment, SetUpError

REPOSITORY = Path(__file__).resolve().parents[3]
START = REPOSITORY / "packaging" / "start.py"


class Recorded(Environment):
    """An environment that holds everything and runs nothing: it remembers what it was to run."""

    def __init__(self, checkout: Path) -> None:
        super().__init__(checkout)
        self.ran: list[tuple[str, ...]] = []
        self.failing = ""
        self.copies = 0

    def provide(self, purpose: str) -> None:
        self.ran.append(("provide", purpose))

    def run(self, *words: str | Path, **variables: str) -> int:
        self.ran.append(tuple(str(word) for word in words))
        if "-o" in words:
            self.copies += 1
            content = {"project": f"copy {self.copies}", "content": {"client": "Northwind"}}
            Path(words[words.index("-o") + 1]).write_text(json.dumps(content), encoding="utf-8")
        return 3 if self.failing and self.failing in self.ran[-1] else 0

    def succeeds(self, *words: str, seconds: float = 60, **variables: str) -> bool:
        return True


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Recorded:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr(opening.sys, "platform", "linux")
    monkeypatch.setattr(opening, "install_missing", lambda parts: [])
    monkeypatch.setattr(proving, "install_missing", lambda parts: [])
    return Recorded(tmp_path)


def test_an_old_python_is_told_so_in_one_sentence(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "version_info", (3, 8, 10, "final", 0))
    with pytest.raises(SystemExit, match=r"^Readiness Workbook needs Python 3\.11 or newer; this is 3\.8\.$"):
        runpy.run_path(str(START))


def test_the_script_itself_loads_in_an_old_python():
    ast.parse(START.read_text(encoding="utf-8"), feature_version=(3, 5))


def test_without_a_display_the_sample_is_written_out(environment: Recorded, capsys: pytest.CaptureFixture[str]):
    assert opening.open_app(environment) == 0
    out = environment.checkout / "out"
    written = ["sample-board.pdf", "sample-tracker.xlsx", "sample.readiness.json"]
    assert sorted(path.name for path in out.iterdir()) == written
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("There is no display")
    assert lines[1:] == [
        str(out / name) for name in ("sample.readiness.json", "sample-tracker.xlsx", "sample-board.pdf")
    ]
    assert not any("PySide6" in word for words in environment.ran for word in words)


def test_with_a_display_the_window_opens_on_the_sample(environment: Recorded, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DISPLAY", ":9")
    assert opening.open_app(environment) == 0
    assert environment.ran[-1] == ("-m", "desktop", str(environment.checkout / "out" / "sample.readiness.json"))


def test_with_a_display_a_named_file_opens_as_it_is(environment: Recorded, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    opening.open_app(environment, Path("/somewhere/mine.readiness.json"))
    assert environment.ran == [("provide", "app"), ("-m", "desktop", "/somewhere/mine.readiness.json")]


def test_a_display_that_does_not_answer_is_none(environment: Recorded, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DISPLAY", ":9")
    monkeypatch.setattr(environment, "succeeds", lambda *words, **options: False)
    opening.open_app(environment)
    assert (environment.checkout / "out" / "sample-board.pdf").exists()


@pytest.mark.parametrize("edit", ['{"project": "copy 1", "content": {"client": "Mine"}}', "my notes", "[]"])
def test_a_sample_that_somebody_edited_is_never_replaced(environment: Recorded, edit: str):
    opening.open_app(environment)
    edited = environment.checkout / "out" / "sample.readiness.json"
    edited.write_text(edit, encoding="utf-8")
    opening.open_app(environment)
    assert edited.read_text(encoding="utf-8") == edit
    assert (edited.parent / "sample-2-board.pdf").exists()


def test_an_untouched_sample_is_used_again(environment: Recorded):
    """Every copy has an identity of its own; only what it says counts."""
    opening.open_app(environment)
    before = sorted((environment.checkout / "out").iterdir())
    first = before[-1].read_bytes()
    opening.open_app(environment)
    assert sorted((environment.checkout / "out").iterdir()) == before
    assert before[-1].read_bytes() == first


def test_a_sample_that_cannot_be_written_ends_in_a_sentence(environment: Recorded):
    environment.failing = "sample"
    with pytest.raises(SetUpError, match="The sample could not be written"):
        opening.open_app(environment)


def test_the_tests_run_last_after_every_check(environment: Recorded):
    assert proving.run_tests(environment) == 0
    assert [words[1] for words in environment.ran[:4]] == ["test", "ruff", "ruff", "mypy"]
    assert "importlinter" in environment.ran[4][1]
    assert [words[:2] for words in environment.ran[5:]] == [("-m", "pytest")] * 2


def test_every_test_runs_once(environment: Recorded):
    """What one run is given, the other leaves out."""
    proving.run_tests(environment)
    measured, rest = environment.ran[5:]
    given = {word for word in measured if word.startswith("tests/")}
    assert given == {word.removeprefix("--ignore=") for word in rest if word.startswith("--ignore=")}
    assert all((REPOSITORY / folder).is_dir() for folder in given)
    assert any(word.startswith("--cov-fail-under=") for word in measured)


def test_tests_that_fail_do_not_hide_the_others(environment: Recorded):
    environment.failing = "pytest"
    assert proving.run_tests(environment) == 3
    assert len(environment.ran) == 7


def test_the_first_failing_check_stops_with_its_name(environment: Recorded, capsys: pytest.CaptureFixture[str]):
    environment.failing = "mypy"
    assert proving.run_tests(environment) == 3
    assert environment.ran[-1][1] == "mypy"
    assert "Stopped, because this failed: mypy" in capsys.readouterr().err


def test_named_tests_run_alone(environment: Recorded):
    proving.run_tests(environment, ["tests/unit", "-k", "rail"])
    assert environment.ran[1:] == [("-m", "pytest", "tests/unit", "-k", "rail")]


@pytest.mark.parametrize(("words", "code"), [([], 2), (["other"], 2), (["app", "one", "two"], 2), (["--help"], 0)])
def test_a_wrong_call_shows_the_usage(words: list[str], code: int, capsys: pytest.CaptureFixture[str]):
    assert commands.main(words) == code
    shown = capsys.readouterr()
    assert (shown.err or shown.out).startswith("Usage: start.py app [FILE]")


@pytest.mark.parametrize(
    ("failure", "sentence", "code"),
    [
        (SetUpError("It could not be set up."), "It could not be set up.\n", 1),
        (
            PermissionError(13, "Permission denied", "/x/.venv"),
            "The system refused: Permission denied (/x/.venv).\n",
            1,
        ),
        (KeyboardInterrupt(), "Interrupted; start again to go on.\n", 130),
    ],
)
def test_every_failure_is_one_sentence(failure, sentence, code, monkeypatch, capsys):
    def fail(*arguments: object) -> int:
        raise failure

    monkeypatch.setattr(commands, "open_app", fail)
    assert commands.main(["app"]) == code
    assert capsys.readouterr().err == sentence


def test_the_readme_and_ci_name_the_same_command():
    readme = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    assert "python3 packaging/start.py app" in readme
    assert "python3 packaging/start.py test" in readme
    assert "python3 packaging/start.py test" in (REPOSITORY / ".ci" / "run").read_text(encoding="utf-8")
