"""A field that nobody typed in sends nothing, whatever Qt makes of the text that stands in it."""

import pytest

from desktop.ui.fields.person import PersonEditor
from desktop.ui.fields.text import ParagraphEditor, TextEditor
from desktop.workbook import Person

TEXTS = (" leading", "trailing\n", "a\r\nb\rc", "\u2028\u2029", "\t=1+1", " ", "x" * 2_000)


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
@pytest.mark.parametrize("kind", [TextEditor, ParagraphEditor])
def test_a_text_is_not_changed_by_looking_at_it(theme, qtbot, kind, text):
    editor, sent = kind(theme), []
    qtbot.addWidget(editor)
    editor.edited.connect(sent.append)
    editor.set_value(text)
    editor.flush()
    assert sent == []


def test_a_long_line_keeps_its_end_when_its_beginning_is_edited(theme, qtbot):
    editor, sent = TextEditor(theme), []
    qtbot.addWidget(editor)
    editor.edited.connect(sent.append)
    editor.set_value("x" * 1_999)
    editor.box.setCursorPosition(0)
    editor.box.insert("y")
    editor.flush()
    assert sent == ["y" + "x" * 1_999]


@pytest.mark.parametrize("name", [" ", " Ana", "Ana\n"], ids=ascii)
def test_a_person_with_an_odd_name_keeps_the_duty(theme, qtbot, name):
    editor, sent = PersonEditor(theme, {"p": Person(id="p", name=name)}), []
    qtbot.addWidget(editor)
    editor.edited.connect(sent.append)
    editor.set_value("p")
    editor.flush()
    assert sent == []
