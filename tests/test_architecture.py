"""The rules of the house that a machine can check: who imports what, how big things get, what stands where."""

import ast
import re
from pathlib import Path

import pytest

from tests.source_files import REPOSITORY, modules, place, python_files, run_fresh, tracked_files, tree

# Parts that cost more at start than the window may take; they load on first use.
LOADED_ON_FIRST_USE = ("openpyxl", "reportlab", "holidays", "pypdfium2", "pikepdf", "cryptography", "lxml", "PIL")
NOT_FOR_THE_FIRST_WINDOW = (
    "pydantic", "yaml", "hashlib", "html.entities", "uuid", "secrets", "desktop.workbook", "desktop.method",
    "desktop.files.recovery", "desktop.ui.shell.workspace",
)  # fmt: skip
ALLOWED_IN_ROOT = {
    "desktop",
    "resources",
    "tests",
    "packaging",
    "pyproject.toml",
    "README.md",
    "LICENSE",
    "CHANGELOG.md",
    "uv.lock",  # uv finds it only here
}
LONGEST_FILE, LONGEST_FUNCTION = 350, 40
# Path or path:function, and why it is longer than the house allows.
LONGER_FOR_A_REASON = {
    "tests/ui/gallery.py": "one picture after the other of every widget, run by hand and read from top to bottom",
}
MESSAGE_BOXES = "desktop/ui/dialogs.py"
COLOURS = "desktop/reports/palette.py"
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "helper", "manager", "common", "misc", "base_utils"}


def test_everything_but_the_window_loads_without_qt():
    names = [name for name in modules() if not re.match(r"desktop\.(ui\b|app$|__main__$)", name)]
    run_fresh(f"""
import importlib, sys
class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError(name)
sys.meta_path.insert(0, NoQt())
for name in {names!r}:
    importlib.import_module(name)
""")


def test_the_window_starts_without_the_heavy_parts():
    names = [name for name in modules() if re.match(r"desktop\.(ui\b|app$|cli$)", name)]
    loaded = run_fresh(f"""
import importlib, sys
for name in {names!r}:
    importlib.import_module(name)
print(*({set(LOADED_ON_FIRST_USE)!r} & set(sys.modules)))
""")
    assert loaded == ""


def test_the_first_window_waits_for_nothing_that_only_a_document_needs(tmp_path: Path):
    loaded = run_fresh(f"""
import os, sys
os.environ.update(QT_QPA_PLATFORM="offscreen", READINESS_HOME={str(tmp_path)!r})
from PySide6.QtWidgets import QApplication
app = QApplication([])
from desktop.app import make_window
window = make_window(app)
window.show()
app.processEvents()
print(*sorted({set(NOT_FOR_THE_FIRST_WINDOW)!r} & set(sys.modules)))
window.close()
""")
    assert loaded == ""


@pytest.mark.parametrize("path", python_files("desktop", "packaging", "tests"), ids=place)
def test_files_stay_small(path: Path):
    assert place(path) in LONGER_FOR_A_REASON or len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("path", python_files("desktop", "packaging"), ids=place)
def test_functions_stay_small(path: Path):
    functions = (node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    too_long = [f"{place(path)}:{node.name}" for node in functions if _lines(node) > LONGEST_FUNCTION]
    assert [name for name in too_long if name not in LONGER_FOR_A_REASON] == []


def _lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_exceptions_to_the_size_rule_still_exist():
    known = {place(path) for path in python_files("desktop", "packaging", "tests")}
    assert {name.partition(":")[0] for name in LONGER_FOR_A_REASON} <= known
    assert all(LONGER_FOR_A_REASON.values())


def test_message_boxes_stand_in_one_file():
    users = {place(path) for path in python_files("desktop") if _mentions(path, "QMessageBox")}
    assert users <= {MESSAGE_BOXES}


def test_colours_stand_in_one_file():
    literal = re.compile(r"""['"]#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})['"]|#[0-9a-fA-F]{6}\b""")
    users = {place(path) for path in python_files("desktop") if literal.search(path.read_text(encoding="utf-8"))}
    assert users <= {COLOURS}


def test_no_test_sleeps():
    sleeping = [
        f"{place(path)}:{node.lineno}"
        for path in python_files("tests")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and _is_sleep(node.func)
    ]
    assert sleeping == []


def _is_sleep(called: ast.expr) -> bool:
    match called:
        case ast.Attribute(value=ast.Name(id=owner), attr=name):
            return (owner, name) in {("time", "sleep"), ("qtbot", "wait"), ("QTest", "qWait"), ("QTest", "qSleep")}
        case ast.Name(id="sleep"):
            return True
        case _:
            return False


def test_nothing_changes_a_global():
    changing = [
        f"{place(path)}:{node.lineno}"
        for path in python_files("desktop", "packaging")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Global)
    ]
    assert changing == []


def test_names_of_modules_say_what_they_hold():
    assert [name for name in modules() if NAMES_THAT_SAY_NOTHING & set(name.split("."))] == []


def test_every_package_says_what_it_is_for():
    silent = [
        place(path)
        for path in python_files("desktop")
        if path.name == "__init__.py" and not ast.get_docstring(tree(path))
    ]
    assert silent == []


def test_tests_lie_in_packages():
    """Two test files of one name in different folders are told apart only by their packages."""
    folders = {path.parent for path in python_files("tests")}
    assert [place(folder) for folder in sorted(folders) if not (folder / "__init__.py").exists()] == []


def test_the_folder_packaging_hides_no_library():
    assert not (REPOSITORY / "packaging" / "__init__.py").exists()
    assert "site-packages" in run_fresh("import packaging; print(packaging.__file__)")


def test_the_root_holds_little():
    entries = {name.partition("/")[0] for name in tracked_files()}
    if not entries:
        pytest.skip("not a git checkout: what is tracked is not known")
    assert {entry for entry in entries if not entry.startswith(".")} <= ALLOWED_IN_ROOT


def test_no_path_of_a_machine_is_written_down():
    """A folder of the machine on which something was made means nothing on another one."""
    homes = re.compile(rb"(?<![\w.])/(?:home|root|work|Users)/[A-Za-z0-9_.-]+")
    names = tracked_files()
    if not names:
        pytest.skip("not a git checkout: what is tracked is not known")
    found = {
        name
        for name in names
        if Path(name).suffix not in {".ttf", ".png"} and homes.search((REPOSITORY / name).read_bytes())
    }
    assert found == set()


def _mentions(path: Path, name: str) -> bool:
    return any(
        (isinstance(node, ast.Name) and node.id == name)
        or (isinstance(node, ast.Attribute) and node.attr == name)
        or (isinstance(node, ast.alias) and node.name == name)
        for node in ast.walk(tree(path))
    )
