"""Texts made to break programs, in every place that a person can fill: shown, saved, handed over, imported, still texts."""

import csv
import importlib.util
from itertools import cycle, islice
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTextBrowser, QTextEdit

from desktop.exchange.inventory import preview
from desktop.exchange.inventory_edit import import_inventory
from desktop.exchange.source import read_source
from desktop.exchange.suggest import suggest
from desktop.files.problem import Refused, sentence
from desktop.files.project import open_project, save_project
from desktop.session.exporting import export, make_report
from desktop.workbook import Sprint, System, Workbook
from desktop.workbook.base import Leaf
from desktop.workbook.difference import difference
from tests.northwind import sample
from tests.window import TODAY, open_window, settle

PAGES = (
    "engagement",
    "people",
    "portfolio",
    "profile",
    "governance",
    "decision",
    "sprint-1",
    "sprint-2",
    "evaluation",
    "sprint-3",
    "sprint-4",
    "value",
    "reports",
)
KEPT_WORDS = {"id", "as_written", "kind", "state", "question", "column"}


@pytest.fixture(scope="module")
def texts(shared: Path) -> tuple[str, ...]:
    script = shared / "trials" / "hostile" / "gen_text_hostile.py"
    if not script.is_file():
        pytest.skip(f"needs the hostile texts: {script} is not there")
    spec = importlib.util.spec_from_file_location("gen_text_hostile", script)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert len(module.PAYLOADS) >= 137
    return tuple(entry["value"] for entry in module.PAYLOADS)


def storable(text: str) -> bool:
    """Whether a line takes it: not half of a character, and no longer than a line."""
    try:
        return len(text.encode()) >= 0 and len(text) <= 2_000
    except UnicodeEncodeError:
        return False


def taken_over(part: Leaf, texts) -> Leaf:
    """``part`` with another hostile text in each of its free texts, wherever the models take one."""
    for name, value in part:
        if name in KEPT_WORDS or value is None:
            continue
        if isinstance(value, Leaf):
            part = part.model_copy(update={name: taken_over(value, texts)})
        elif isinstance(value, dict):
            inner = {key: taken_over(one, texts) if isinstance(one, Leaf) else one for key, one in value.items()}
            part = part.model_copy(update={name: inner})
        elif isinstance(value, tuple) and value and all(isinstance(one, Leaf) for one in value):
            part = part.model_copy(update={name: tuple(taken_over(one, texts) for one in value)})
        elif type(value) is str and type(part).model_fields[name].annotation is str:
            part = fitting(part, name, next(texts))
    return part


def fitting(part: Leaf, name: str, text: str) -> Leaf:
    try:
        return type(part).model_validate({**dict(part), name: text})
    except ValueError:
        return part


@pytest.fixture(scope="module")
def hostile(texts) -> Workbook:
    """The sample with hostile words in place of its own, and one system in the sprint for each text."""
    good = [text for text in texts if storable(text)]
    start = taken_over(sample(), cycle(good))
    person = {key: one.model_copy(update={"name": text}) for (key, one), text in zip(start.people.items(), cycle(good))}
    systems = {f"x{n:03d}": System(id=f"x{n:03d}", name=text, note=text, purpose=text) for n, text in enumerate(good)}
    systems = {
        key: one.model_copy(update={"sprint": Sprint() if at < 3 else None})
        for at, (key, one) in enumerate(systems.items())
    }
    return start.model_copy(update={"people": person, "systems": {**start.systems, **systems}})


def test_the_texts_are_in_the_document(hostile, texts):
    claims, own = hostile.systems["0001-claims-triage"], sample().systems["0001-claims-triage"]
    assert claims.sprint is not None
    assert own.sprint is not None
    assert {hostile.engagement.client, claims.name, claims.purpose} <= set(texts)
    assert {one.name for one in claims.sprint.metrics.values()} <= set(texts)
    assert {one.name for one in hostile.people.values()} <= set(texts)
    assert claims.sprint.decision.outcome == own.sprint.decision.outcome


def test_every_page_shows_them_as_plain_text_and_looking_changes_nothing(qapp, hostile):
    with open_window() as window:
        window.desk.begin(hostile, pristine=True)
        systems = [key for key, system in hostile.systems.items() if system.sprint][:4]
        for page in PAGES:
            for system in systems if page.startswith(("sprint", "profile", "governance", "decision")) else systems[:1]:
                window.work.go(page, system)
                settle()
                wait_for_preview(window.work.host.page)
                nothing_is_markup(window)
        window.work.find_anything()
        settle()
        nothing_is_markup(window.work.finder)
        window.work.finder.close()
        assert window.work.flush() == 0
        assert difference(hostile, window.desk.session.workbook) == ()


def wait_for_preview(page) -> None:
    if hasattr(page, "preview"):
        page.preview.wait()
        settle()


def nothing_is_markup(root) -> None:
    assert not root.findChildren(QTextBrowser)
    assert not any(box.acceptRichText() for box in root.findChildren(QTextEdit))
    for label in root.findChildren(QLabel):
        if label.textFormat() != Qt.TextFormat.PlainText:
            assert not label.text(), label.text()[:80]


def test_each_text_is_saved_and_reopened_or_refused_in_words(hostile, texts, tmp_path):
    path = tmp_path / "hostile.readiness.json"
    written = save_project(path, hostile).opened
    assert open_project(path).workbook == hostile
    before = path.read_bytes()
    for text in texts:
        if storable(text):
            continue
        changed = System.model_construct(**{**dict(System(id="one", name="x")), "note": text})
        workbook = hostile.model_copy(update={"systems": {"one": changed}})
        if len(text) > 2_000:
            assert (
                open_project(save_project(tmp_path / "long.readiness.json", workbook).opened.path).workbook == workbook
            )
            continue
        with pytest.raises(Refused) as refused:
            save_project(path, workbook, written)
        assert sentence(refused.value.problem).endswith(".")
        assert path.read_bytes() == before


@pytest.mark.parametrize(("kind", "name"), [("tracker", "t.xlsx"), ("board", "b.pdf")])
def test_the_exports_are_written_and_open(hostile, kind, name, tmp_path):
    target = tmp_path / name
    export(kind, make_report(hostile, "", TODAY), target, force=False)
    if kind == "board":
        assert len(PdfReader(target).pages) > 1
        return
    book = load_workbook(target)
    clients = {cell.value for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "s"}
    assert len(clients) > 100
    book.close()


def test_an_inventory_of_them_arrives_cell_by_cell(texts, tmp_path):
    cells = [text for text in texts if storable(text) and "\x00" not in text and text.strip()]
    path = tmp_path / "hostile.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["Name", "Owner", "Purpose", "Stage", "Started"])
        for at, text in enumerate(cells):
            writer.writerow([f"System {at}", *islice(cycle([text]), 4)])
    table = read_source(path)
    workbook = import_inventory(Workbook(), preview(table, suggest(table), Workbook(), TODAY))
    arrived = [system.source.cells for system in workbook.systems.values() if system.source]
    with path.open(encoding="utf-8", newline="") as file:
        expected = [tuple(row) for row in csv.reader(file)][1:]
    assert arrived == expected
    saved = save_project(tmp_path / "i.readiness.json", workbook).opened
    assert open_project(saved.path).workbook == workbook
