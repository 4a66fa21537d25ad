import shutil

import pytest
from pydantic import ValidationError

from desktop.method import load_method
from desktop.resources import resource


def copy_of_the_method(folder):
    shutil.copytree(resource("method"), folder / "method")
    return folder / "method"


def test_the_shipped_method_is_read_once():
    assert load_method() is load_method()


def test_an_unknown_field_in_a_content_file_is_refused(tmp_path):
    folder = copy_of_the_method(tmp_path)
    file = folder / "sources.yaml"
    file.write_text(
        file.read_text(encoding="utf-8") + "- {id: x, title: X, publisher: X, date: X, colour: red}\n", "utf-8"
    )
    with pytest.raises(ValidationError):
        load_method(folder)


def test_a_sixth_level_is_refused(tmp_path):
    folder = copy_of_the_method(tmp_path)
    file = folder / "questions" / "inventory.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "    - A sixth level\n", "utf-8")
    with pytest.raises(ValidationError):
        load_method(folder)


def test_a_page_is_added_by_content_alone(tmp_path):
    folder = copy_of_the_method(tmp_path)
    index = folder / "method.yaml"
    index.write_text(index.read_text(encoding="utf-8") + "  - extra.yaml\n", "utf-8")
    (folder / "pages" / "extra.yaml").write_text(
        "{id: extra, name: Extra, title: More?, lead: More, scope: system, track: setup, cards: []}", "utf-8"
    )
    assert load_method(folder).page["extra"].title == "More?"


def test_content_files_cannot_run_code(tmp_path):
    folder = copy_of_the_method(tmp_path)
    (folder / "questions" / "inventory.yaml").write_text("!!python/object/apply:os.getcwd []", "utf-8")
    with pytest.raises(Exception, match="could not determine a constructor"):
        load_method(folder)
