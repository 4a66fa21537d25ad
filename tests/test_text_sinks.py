"""Text that a user can write reaches the screen only through parts that show it as it is: no mark-up, no message boxes."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.source_files import REPOSITORY, place, python_files, tree

# Where Qt would read mark-up, and who may use it for a reason that stands there.
ALLOWED = {
    "QLabel": {"desktop/ui/widgets/words.py", "desktop/ui/pages/profile.py"},  # both set the plain-text format
    "QTextBrowser": {"desktop/ui/shell/help_windows.py"},  # shows the guide, which ships with the app
    "setMarkdown": {"desktop/ui/shell/help_windows.py"},
    "QToolTip": {"desktop/ui/portfolio/cells.py"},
    "QMessageBox": set[str](),
    "setHtml": set[str](),
    "insertHtml": set[str](),
    "appendHtml": set[str](),
    "RichText": set[str](),
    "MarkdownText": set[str](),
    "AutoText": set[str](),
    "QTextEdit": set[str](),
    "QErrorMessage": set[str](),
    "setWhatsThis": set[str](),
    "setStatusTip": set[str](),
}
TIPS = {"setToolTip": 0, "showText": 1}  # calls, and which argument is the text


def test_what_reads_mark_up_stands_only_where_it_is_allowed():
    found = {
        f"{name} in {place(path)}"
        for path in python_files("desktop/ui")
        for name in _names(path) & set(ALLOWED)
        if place(path) not in ALLOWED[name]
    }
    assert found == set()


def test_what_is_allowed_is_still_used():
    unused = {
        (name, file) for name, files in ALLOWED.items() for file in files if name not in _names(REPOSITORY / file)
    }
    assert unused == set()


def test_labels_set_the_plain_format():
    for file in ALLOWED["QLabel"]:
        assert {"setTextFormat", "PlainText"} <= _names(REPOSITORY / file), file


def test_every_tip_is_made_plain():
    bare = {
        f"{place(path)}:{call.lineno}"
        for path in python_files("desktop/ui")
        for call in _calls(path)
        if isinstance(call.func, ast.Attribute)
        and call.func.attr in TIPS
        and not _plain(call.args[TIPS[call.func.attr]])
    }
    assert bare == set()


def test_models_give_plain_tips_only():
    asking = {path for path in python_files("desktop/ui") if "ToolTipRole" in _names(path)}
    assert all("plain_tip" in _names(path) for path in asking)


def _plain(text: ast.expr) -> bool:
    return isinstance(text, ast.Call) and isinstance(text.func, ast.Name) and text.func.id == "plain_tip"


def _calls(path: Path) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, ast.Call))


def _names(path: Path) -> set[str]:
    nodes = list(ast.walk(tree(path)))
    return {n.id for n in nodes if isinstance(n, ast.Name)} | {n.attr for n in nodes if isinstance(n, ast.Attribute)}
