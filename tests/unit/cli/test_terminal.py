"""What surrounds a verb: pipes that close, terminals that know little, names that lead astray, being told to end."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.cli import run
from desktop.files.codec import decode
from desktop.files.project import open_project

BARE = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON", "QT_"))}
CALL = [sys.executable, "-m", "desktop"]


@pytest.fixture
def sample(tmp_path) -> Path:
    path = tmp_path / "sample.readiness.json"
    assert run(["sample", "-o", str(path)]) == 0
    return path


def called(*words: str | Path, **how) -> subprocess.CompletedProcess[str]:
    variables = BARE | how.pop("variables", {})
    return subprocess.run([*CALL, *words], stderr=subprocess.PIPE, text=True, check=False, env=variables, **how)


@pytest.mark.parametrize("way", ["itself", "link", "twin"])
@pytest.mark.parametrize(("verb", "ending"), [("tracker", ".xlsx"), ("board", ".pdf")])
def test_an_output_never_replaces_what_the_call_reads(verb, ending, way, sample, tmp_path, capsys):
    before = sample.read_bytes()
    target = {"itself": sample, "link": tmp_path / f"link{ending}", "twin": tmp_path / f"twin{ending}"}[way]
    if way == "link":
        target.symlink_to(sample)
    if way == "twin":
        target.hardlink_to(sample)
    assert run([verb, str(sample), "-o", str(target), "--force"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert sample.read_bytes() == before


def test_an_inventory_is_not_replaced_by_its_project(tmp_path, capsys):
    source = tmp_path / "list"
    source.write_text("Name,Stage\nA,Pilot\n", encoding="utf-8")
    assert run(["inventory", str(source), "-o", str(source), "--force"]) == 2
    assert "what this call reads" in capsys.readouterr().err
    assert source.read_text(encoding="utf-8").startswith("Name")


def test_an_output_does_not_take_the_ending_of_another_kind(sample, tmp_path, capsys):
    other = tmp_path / "other.readiness.json"
    other.write_bytes(sample.read_bytes())
    assert run(["board", str(sample), "-o", str(other), "--force"]) == 2
    assert "ends in .pdf" in capsys.readouterr().err
    assert decode(other.read_bytes())


def test_a_missing_folder_is_named_as_the_reason(tmp_path, capsys):
    assert run(["sample", "-o", str(tmp_path / "none" / "s.readiness.json")]) == 2
    assert "folder" in capsys.readouterr().err


def test_a_verb_typed_wrongly_is_not_opened_as_a_file(capsys):
    assert run(["traker", "x.readiness.json", "-o", "x.xlsx"]) == 2
    assert "did you mean tracker" in capsys.readouterr().err


def test_the_refused_file_of_two_is_named(tmp_path, capsys):
    source = tmp_path / "list.csv"
    source.write_text("Name\nA\n", encoding="utf-8")
    words = [
        "inventory",
        str(source),
        "-o",
        str(tmp_path / "o.readiness.json"),
        "--mapping",
        str(tmp_path / "map.json"),
    ]
    assert run(words) == 2
    assert capsys.readouterr().err.startswith("map.json: ")


@pytest.mark.parametrize("start", ["0001-01-01", "1969-12-31", "2200-01-01", "9999-12-31", "20260101", "2026-W01-1"])
def test_new_takes_the_days_that_the_window_takes(start, tmp_path):
    path = tmp_path / "n.readiness.json"
    assert run(["new", "--client", "X", "--start", start, "-o", str(path)]) == 2
    assert not path.exists()


@pytest.mark.parametrize("client", ["x" * 2_001, "\udcff", "Half \ud800"])
def test_a_client_that_cannot_be_kept_is_refused_with_its_reason(client, tmp_path, capsys):
    path = tmp_path / "n.readiness.json"
    assert run(["new", "--client", client, "--start", "2026-01-01", "-o", str(path)]) == 2
    said = capsys.readouterr().err
    assert "unexpected" not in said
    assert not path.exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows hands over characters and not bytes")
def test_a_terminal_without_utf_8_loses_no_letter(tmp_path):
    path = tmp_path / "n.readiness.json"
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    made = called("new", "--client", "Müller → 日本", "--start", "2026-01-01", "-o", path, variables=plain)
    assert (made.returncode, made.stderr) == (0, "")
    assert open_project(path).workbook.engagement.client == "Müller → 日本"


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_what_the_terminal_cannot_show_is_escaped(encoding, tmp_path):
    source, project = tmp_path / "list.csv", tmp_path / "o.readiness.json"
    source.write_text("Name,Stage\n顧客対応,Pilot\n", encoding="utf-8")
    assert run(["inventory", str(source), "-o", str(project)]) == 0
    variables = {"PYTHONIOENCODING": encoding}
    shown = called("analyse", project, variables=variables, stdout=subprocess.PIPE)
    assert (shown.returncode, shown.stderr) == (0, "")
    told = called("analyse", project, "--json", variables=variables, stdout=subprocess.PIPE)
    (entry,) = json.loads(told.stdout)["systems"].values()
    assert entry["name"] == "顧客対応"


@pytest.mark.skipif(os.name == "nt", reason="pipes close otherwise there")
@pytest.mark.parametrize("words", [("method", "questions"), ("method", "schema")])
def test_a_reader_that_has_enough_ends_nothing(words):
    read, write = os.pipe()
    os.close(read)
    done = called(*words, stdout=write)
    os.close(write)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_an_output_that_cannot_be_written_is_said_and_a_change_is_not_denied(sample):
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        listed = called("analyse", sample, stdout=full)
        planned = called("plan", sample, "--system", "0003-broker-routing", "--generate", stdout=full)
    assert (listed.returncode, planned.returncode) == (2, 1)
    assert listed.stderr.count("\n") == planned.stderr.count("\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="the shell of the test")
@pytest.mark.parametrize("closed", [">&-", "2>&-", "2>/dev/full", ">&- 2>&- <&-"])
def test_closed_streams_keep_the_exit_code(closed):
    line = f'"{sys.executable}" -m desktop check nothing.json {closed}'
    assert subprocess.run(line, shell=True, check=False, env=BARE, stderr=subprocess.DEVNULL).returncode == 2


@pytest.fixture
def heard(number):
    """A test that runs behind a shell inherits deafness to its signals, and would hand it on."""
    before = signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)
    yield
    signal.signal(number, before)


@pytest.mark.skipif(os.name == "nt", reason="signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.usefixtures("heard")
def test_being_told_to_end_leaves_nothing_half_written(number, sample, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    words = [*CALL, "tracker", sample, "-o", folder / "t.xlsx"]
    with subprocess.Popen(words, stderr=subprocess.PIPE, text=True, env=BARE) as running:
        while not any(folder.iterdir()):  # until the temporary stands there
            assert running.poll() is None
            os.sched_yield()
        running.send_signal(number)
        said = running.communicate()[1]
    assert (running.returncode, said.count("\n")) == (2, 1)
    assert not list(folder.iterdir())


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only there a display can be missing")
@pytest.mark.parametrize("display", [{}, {"DISPLAY": ":7777"}, {"WAYLAND_DISPLAY": "nowhere-0"}])
@pytest.mark.parametrize("words", [(), ("some.readiness.json",)])
def test_without_a_display_the_window_says_so_in_one_line(words, display):
    bare = {name: value for name, value in BARE.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    done = subprocess.run([*CALL, *words], capture_output=True, text=True, check=False, env=bare | display)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert "display" in done.stderr
