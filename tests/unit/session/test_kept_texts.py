"""Kept texts in a project: not one byte unless asked for, as many as it holds, gone without a trace, in no report or seal."""

import io
import zipfile
from datetime import date

import pytest

from desktop.analysis.record import inputs_digest
from desktop.files.project import open_project, save_project
from desktop.session.evidence import evaluation_view
from desktop.session.evidence_edits import forget_all_texts, forget_texts, import_run
from desktop.session.evidence_texts import kept_words
from desktop.session.exporting import export, make_report
from desktop.session.projects import create
from desktop.session.run_import import Asked, Wanted, import_preview, read_run_file
from desktop.session.scoring import score_to_file, with_run
from desktop.workbook import System, Workbook
from desktop.workbook.edits.kept_texts import runs_with_texts
from desktop.workbook.kept_texts import MOST_CHARACTERS, Keep, KeptExample, KeptTexts, Passage
from desktop.workbook.sprint import Figures, Run
from tests.northwind import sample
from tests.unit.exchange.evaluation.telling import EXAMPLES, FORMATS, WORD, WRONG
from tests.unit.exchange.evaluation.writers import written

TODAY, SYSTEM = date(2026, 11, 21), "s1"


def blank() -> Workbook:
    return Workbook(systems={SYSTEM: System(id=SYSTEM, name="Triage")})


def imported(path, keep=Keep.NONE, workbook=None) -> Workbook:
    """What the window does: read, preview, import."""
    workbook = workbook or blank()
    found = read_run_file(Asked(path, keep=keep), TODAY)
    preview = import_preview(workbook, SYSTEM, found, Wanted("", TODAY, ""))
    return import_run(SYSTEM, preview.run).change(workbook)


def runs(workbook: Workbook) -> dict[str, Run]:
    return dict(workbook.systems[SYSTEM].sprint.scoring.runs)


def saved(workbook: Workbook, tmp_path) -> bytes:
    path = tmp_path / "saved.readiness.json"
    save_project(path, workbook)
    assert open_project(path).workbook == workbook
    data = path.read_bytes()
    path.unlink()
    return data


@pytest.mark.parametrize("name", FORMATS)
def test_an_import_saves_no_text_unless_it_is_asked_to(tmp_path, name):
    path = written(tmp_path, FORMATS[name](), name)
    assert WORD.encode() not in saved(imported(path), tmp_path)
    kept = saved(imported(path, Keep.WRONG), tmp_path)
    assert kept.count(f"{WORD} says".encode()) == WRONG


@pytest.mark.parametrize("name", FORMATS)
def test_scoring_saves_no_text_unless_it_is_asked_to(tmp_path, name):
    project, path = tmp_path / "p.readiness.json", written(tmp_path, FORMATS[name](), name)
    create(project, blank(), force=False)
    score_to_file(project, path, SYSTEM, today=TODAY)
    assert WORD.encode() not in project.read_bytes()
    found = score_to_file(project, path, SYSTEM, today=TODAY, keep=Keep.ALL)
    assert (found.added, len(found.run.kept.examples)) == (False, EXAMPLES)
    assert len(runs(open_project(project).workbook)) == 1
    before = project.read_bytes()
    score_to_file(project, path, SYSTEM, today=TODAY, keep=Keep.ALL)
    assert project.read_bytes() == before, "the same wish again changes nothing"


def test_a_preview_says_what_will_be_kept_and_a_known_run_takes_its_texts_on(tmp_path):
    path = written(tmp_path, FORMATS["run.csv"](), "run.csv")
    plain = imported(path)
    wish = read_run_file(Asked(path, keep=Keep.WRONG), TODAY)
    preview = import_preview(plain, SYSTEM, wish, Wanted("", TODAY, ""))
    assert (preview.known, preview.texts) == (False, "4 of 4 wrong examples are kept.")
    assert "Importing it again puts the texts with it" in preview.remark
    after = import_run(SYSTEM, preview.run).change(plain)
    again = import_preview(after, SYSTEM, wish, Wanted("", TODAY, ""))
    assert again.known
    silent = import_preview(after, SYSTEM, read_run_file(Asked(path), TODAY), Wanted("", TODAY, ""))
    assert (silent.known, silent.texts) == (True, "4 of 4 wrong examples are kept."), "no wish takes nothing away"


def test_a_file_without_texts_or_without_wrong_ones_says_so(tmp_path):
    bare = written(tmp_path, "id,correct\n1,no\n2,yes\n", "bare.csv")
    preview = import_preview(blank(), SYSTEM, read_run_file(Asked(bare, keep=Keep.WRONG), TODAY), Wanted("", TODAY, ""))
    assert "no texts to keep" in preview.texts
    assert preview.run.kept.examples == ()
    (stored,) = runs(import_run(SYSTEM, preview.run).change(blank())).values()
    assert stored.kept is None
    good = written(tmp_path, "id,input,correct\n1,a,yes\n", "good.csv")
    found = read_run_file(Asked(good, keep=Keep.WRONG), TODAY)
    assert "No example was wrong" in import_preview(blank(), SYSTEM, found, Wanted("", TODAY, "")).texts


def test_removing_leaves_no_byte_and_undo_brings_all_back(tmp_path):
    first = imported(written(tmp_path, FORMATS["run.jsonl"](), "run.jsonl"), Keep.ALL)
    both = imported(written(tmp_path, FORMATS["log.eval"](), "log.eval"), Keep.WRONG, first)
    plain = imported(tmp_path / "log.eval", workbook=imported(tmp_path / "run.jsonl"))
    ids = list(runs(both))
    one = forget_texts(SYSTEM, ids[0]).change(both)
    assert [bool(run.kept) for run in runs(one).values()] == [False, True]
    gone = forget_all_texts(SYSTEM).change(both)
    assert gone == plain
    assert WORD.encode() not in saved(gone, tmp_path)
    assert forget_all_texts(SYSTEM).change(gone) is gone


def big(number: int, characters: int, *, wrong: int = 1) -> Run:
    text = Passage(text="x" * 2_000, length=2_000)
    examples = tuple(
        KeptExample(name=f"{at:06d}", row=at, right=at >= wrong, input=text) for at in range(characters // 2_000)
    )
    figures = Figures(fingerprint=f"{number:04d}")
    return Run(figures=figures, kept=KeptTexts(which=Keep.ALL, found=len(examples), examples=examples))


def test_a_project_holds_so_many_texts_and_says_what_it_did_not_take():
    workbook, _, _ = with_run(blank(), SYSTEM, big(1, MOST_CHARACTERS * 99 // 100))
    late = big(2, MOST_CHARACTERS // 10, wrong=3)
    after, run_id, added = with_run(workbook, SYSTEM, late)
    kept = runs(after)[run_id].kept
    assert added
    assert 3 <= len(kept.examples) < len(late.kept.examples)
    assert sum(not one.right for one in kept.examples) == 3, "the wrong ones come first"
    assert "remove some to keep more" in kept_words(late.kept, kept)
    assert sum(run.kept.characters for run in runs(after).values()) <= MOST_CHARACTERS


def test_a_decision_rests_on_figures_so_its_digest_does_not_know_the_texts(tmp_path):
    path = written(tmp_path, FORMATS["run.csv"](), "run.csv")
    digests = {inputs_digest(imported(path, keep).systems[SYSTEM]) for keep in Keep}
    assert len(digests) == 1


def test_no_report_shows_a_text(tmp_path):
    """The sample keeps texts of three runs; neither the tracker's parts nor the board's pages hold a sentence of them."""
    from pypdf import PdfReader

    workbook = sample()
    places = tuple(runs_with_texts(workbook))
    assert len(places) == 3
    sentence = "stone from a lorry"
    assert sentence in workbook.model_dump_json()
    for kind, suffix in (("tracker", "xlsx"), ("board", "pdf")):
        target = tmp_path / f"out.{suffix}"
        export(kind, make_report(workbook, "0" * 16, TODAY), target, force=True)
        assert sentence not in _text_of(target, PdfReader)


def _text_of(path, reader) -> str:
    if path.suffix == ".pdf":
        return " ".join(" ".join(page.extract_text().split()) for page in reader(path).pages)
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as parts:
        return " ".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())


def test_the_page_shows_what_is_kept(tmp_path):
    workbook = imported(written(tmp_path, FORMATS["run.csv"](), "run.csv"), Keep.ALL)
    texts = evaluation_view(workbook.systems[SYSTEM]).run.texts
    assert texts.title == "12 examples to read, 4 of them wrong"
    assert (len(texts.lines), texts.wrong, texts.mixed) == (EXAMPLES, WRONG, True)
    line = texts.lines[2]
    assert (line.word, line.input) == ("Wrong", f"{WORD} writes letter 3")
    assert [part.label for part in line.parts] == ["Text", "Expected", "Given", "Why it was judged so"]
    assert line.holds("ZWIRBELBART SAYS")
    assert not line.holds("nowhere")


@pytest.mark.parametrize("name", FORMATS)
def test_neither_log_nor_refusal_carries_a_text(tmp_path, name, caplog, capfd):
    """Also of a file that breaks off in the middle of its texts."""
    caplog.set_level("DEBUG")
    whole = FORMATS[name]()
    data = whole.encode() if isinstance(whole, str) else whole
    for at, content in enumerate((data, data[: len(data) // 2], data[:-9])):
        found = read_run_file(Asked(written(tmp_path, content, f"{at}"), keep=Keep.ALL), TODAY)
        assert WORD not in found.refused
        assert not any(WORD in notice for notice in found.notices)
    said = capfd.readouterr()
    assert WORD not in f"{said.out}{said.err}{caplog.text}"
