import json

import pytest

from desktop.exchange.mapping import (
    Mapping,
    choose,
    choose_date_order,
    choose_value,
    dump_mapping,
    load_mapping,
    resolve,
    save_mapping,
)
from desktop.exchange.problems import SourceRefusedError
from desktop.exchange.suggest import suggest
from desktop.exchange.table import ColumnKey
from tests.unit.exchange.builders import GERMAN, german, table_of


def test_a_mapping_survives_its_file(tmp_path):
    mapping = suggest(german())
    path = tmp_path / "map.json"
    save_mapping(mapping, path)
    assert load_mapping(path) == mapping
    assert path.read_text(encoding="utf-8") == dump_mapping(mapping)
    assert [entry.name for entry in tmp_path.iterdir()] == ["map.json"]


def test_it_fits_the_same_headers_in_any_order_case_and_spacing():
    mapping = suggest(german())
    lines = [line.split(";") for line in GERMAN.splitlines()]
    turned = "\n".join(";".join(reversed(line)) for line in lines).replace("Produktiv seit", "PRODUKTIV  SEIT")
    resolved = resolve(mapping, table_of(turned))
    assert resolved.problems == ()
    assert resolved.columns == {target: 7 - at for target, at in resolve(mapping, german()).columns.items()}


def test_what_does_not_fit_is_reported_and_the_rest_still_works():
    mapping = choose(suggest(german()), "data", ColumnKey("Datenquelle"))
    mapping = mapping.model_copy(update={"fields": {**mapping.fields, "colour": mapping.fields["name"]}})
    resolved = resolve(mapping, german())
    assert [problem.code for problem in resolved.problems] == ["mapping-column", "mapping-target"]
    assert resolved.columns["name"] == 0


def test_repeated_headers_are_found_by_occurrence():
    table = table_of("Name,Note,Note\nA,b,c\n")
    mapping = choose(Mapping(), "purpose", ColumnKey("Note", 2))
    assert resolve(mapping, table).columns == {"purpose": 2}


def test_a_person_corrects_it():
    mapping = suggest(german())
    mapping = choose(mapping, "unit", None)
    mapping = choose(mapping, "purpose", ColumnKey("Anwendung"))
    mapping = choose_date_order(mapping, "started", "month-first")
    mapping = choose_value(mapping, "stage", "Geplant", "build")
    assert "unit" not in mapping.fields
    assert (mapping.fields["purpose"].confidence, mapping.fields["purpose"].reason) == (1.0, "chosen")
    assert mapping.fields["started"].date_order == "month-first"
    assert mapping.fields["stage"].values["Geplant"] == "build"
    kept = choose(mapping, "stage", ColumnKey("Projektstatus"))
    assert kept.fields["stage"].values == mapping.fields["stage"].values
    assert kept.fields["stage"].reason == "chosen"


@pytest.mark.parametrize(
    "change",
    [
        {"version": 2},
        {"format": "something-else"},
        {"surplus": 1},
        {"fields": {"name": {"column": {"header": "A", "occurrence": 0}}}},
        {"fields": {"name": {"column": {"header": "A"}, "reason": "magic"}}},
    ],
)
def test_other_files_are_refused(tmp_path, change):
    path = tmp_path / "map.json"
    path.write_text(json.dumps(json.loads(dump_mapping(suggest(german()))) | change))
    with pytest.raises(SourceRefusedError, match="not a mapping file"):
        load_mapping(path)


def test_missing_and_broken_files_are_refused(tmp_path):
    with pytest.raises(SourceRefusedError, match="no file"):
        load_mapping(tmp_path / "none.json")
    (tmp_path / "broken.json").write_bytes(b"\xff\xfe{")
    with pytest.raises(SourceRefusedError):
        load_mapping(tmp_path / "broken.json")
