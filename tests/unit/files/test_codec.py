import gc
import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.files import careful, codec, schema, strict_json
from desktop.files.codec import decode, encode
from desktop.files.order import in_order
from desktop.files.problem import Refused
from desktop.files.schema import Schema, Step, migrated
from desktop.workbook import Engagement, Person, Sprint, System, Workbook
from desktop.workbook.sprint import Metric

PROJECT = "11111111-2222-3333-4444-555555555555"
PEOPLE = {name: Person(id=name, name=name) for name in ("0002-b", "0001-a")}
WORKBOOK = Workbook(
    engagement=Engagement(client="Ünïcode 😀", start=date(2026, 5, 4)),
    people=PEOPLE,
    systems={
        "s1": System(
            id="s1",
            name="One",
            sprint=Sprint(metrics={"m2": Metric(name="b", target=Decimal("1.50")), "m1": Metric(name="a")}),
        )
    },
)


def changed(workbook, client):
    return workbook.model_copy(update={"engagement": Engagement(client=client)})


def newer(minor=5, major=1, **edits):
    document = json.loads(encode(WORKBOOK, None, PROJECT)[0])
    document["schema"] = {"major": major, "minor": minor}
    document["written_by"] = "0.9.0"
    document.update(edits)
    return document


def as_bytes(document):
    return json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"


def test_the_file_has_a_fixed_order_and_one_value_a_line():
    data, _ = encode(WORKBOOK, None, PROJECT)
    text = data.decode()
    assert list(json.loads(text)) == [
        "format",
        "schema",
        "min_reader",
        "written_by",
        "project",
        "revision",
        "parent",
        "content",
    ]
    assert text.startswith('{\n "format": "readiness-workbook",\n "schema": {\n  "major": 1,')
    assert text.endswith("\n }\n}\n")
    assert list(json.loads(text)["content"]["people"]) == ["0001-a", "0002-b"]
    assert '"target": "1.50"' in text
    assert "Ünïcode 😀" in text
    assert '"2026-05-04"' in text


def test_reading_gives_the_same_value_and_saving_again_the_same_bytes():
    data, written = encode(WORKBOOK, None, PROJECT)
    decoded = decode(data)
    assert decoded.workbook == WORKBOOK
    assert decoded == written
    assert encode(decoded.workbook, decoded, "")[0] == data
    assert encode(WORKBOOK, decoded, "")[0] == data


def test_a_file_of_our_own_takes_the_short_way(monkeypatch):
    data, written = encode(WORKBOOK, None, PROJECT)
    monkeypatch.setattr(codec, "read_carefully", lambda _: pytest.fail("the long way"))
    assert decode(data) == written


def test_a_change_makes_the_next_revision_and_names_its_parent():
    _, first = encode(WORKBOOK, None, PROJECT)
    data, second = encode(changed(WORKBOOK, "x"), first, "")
    assert (first.envelope.parent, second.envelope.parent) == (None, first.envelope.revision)
    assert second.envelope.revision not in (first.envelope.revision, "0" * 16)
    assert second.envelope.project == PROJECT
    assert decode(data) == second
    back, third = encode(WORKBOOK, second, "")
    assert third.envelope.revision != first.envelope.revision
    assert decode(back).workbook == WORKBOOK


def test_an_edit_by_hand_is_read_and_told():
    data, _ = encode(WORKBOOK, None, PROJECT)
    assert not decode(data).altered
    assert not decode(data.replace(b"\n", b"\r\n")).altered
    assert not decode(json.dumps(json.loads(data)).encode()).altered
    other = decode(data.replace(b'"One"', b'"Two"'))
    assert other.altered
    assert other.workbook.systems["s1"].name == "Two"
    saved, after = encode(other.workbook, other, "")
    assert not decode(saved).altered
    assert after.envelope.parent == other.envelope.revision


def test_maps_out_of_order_in_a_file_are_put_in_order_when_saved():
    document = json.loads(encode(WORKBOOK, None, PROJECT)[0])
    people = document["content"]["people"]
    document["content"]["people"] = {"0002-b": people["0002-b"], "0001-a": people["0001-a"]}
    decoded = decode(as_bytes(document))
    saved, _ = encode(decoded.workbook, decoded, "")
    assert list(json.loads(saved)["content"]["people"]) == ["0001-a", "0002-b"]


def test_only_unsorted_branches_are_rebuilt():
    ordered = in_order(WORKBOOK)
    assert ordered == WORKBOOK
    assert list(ordered.systems["s1"].sprint.metrics) == ["m1", "m2"]
    assert ordered.engagement is WORKBOOK.engagement
    assert in_order(ordered) is ordered
    assert in_order(changed(WORKBOOK, "x"), ordered).engagement.client == "x"


def test_a_newer_minor_version_keeps_what_is_not_known():
    document = newer(mood={"a": [1]})
    document["content"]["weather"] = "rain"
    document["content"]["systems"]["s1"]["colour"] = {"deep": 1}
    decoded = decode(as_bytes(document))
    assert decoded.workbook == WORKBOOK
    assert not decoded.read_only
    data, after = encode(changed(WORKBOOK, "x"), decoded, "")
    again = json.loads(data)
    assert again["mood"] == {"a": [1]}
    assert again["content"]["weather"] == "rain"
    assert again["content"]["systems"]["s1"]["colour"] == {"deep": 1}
    assert again["schema"] == {"major": 1, "minor": 5}
    assert decode(data).workbook.engagement.client == "x"
    assert decode(data).envelope == after.envelope
    gone = json.loads(encode(decoded.workbook.model_copy(update={"systems": {}}), decoded, "")[0])
    assert gone["content"]["systems"] == {}
    assert gone["content"]["weather"] == "rain"


def test_a_newer_major_version_is_looked_at_only_where_it_allows_that():
    assert decode(as_bytes(newer(0, major=2))).read_only
    with pytest.raises(Refused) as caught:
        decode(as_bytes(newer(0, major=2, min_reader={"major": 2, "minor": 0})))
    assert caught.value.problem.code == "newer"
    assert caught.value.problem.values["written_by"] == "0.9.0"


def test_a_newer_minor_version_with_another_meaning_is_too_new_and_not_damaged():
    document = newer()
    document["content"]["systems"]["s1"]["stage"] = "hibernating"
    with pytest.raises(Refused) as caught:
        decode(as_bytes(document))
    assert caught.value.problem.code == "newer"


def test_an_older_version_is_carried_up_step_by_step(monkeypatch):
    def rename(document):
        content = dict(document["content"])
        content["engagement"] = {"client": content.pop("customer")}
        return {**document, "content": content}

    monkeypatch.setattr(schema, "MIGRATIONS", {(1, 0): Step((1, 0), (1, 1), rename)})
    for module in (schema, codec, careful):
        monkeypatch.setattr(module, "CURRENT", Schema(major=1, minor=2))
    monkeypatch.setattr(schema.migrated, "__defaults__", (schema.MIGRATIONS, (1, 2)))
    document = newer(0)
    document["content"] = {"customer": "Old"}
    decoded = decode(as_bytes(document))
    assert decoded.workbook.engagement.client == "Old"
    assert decoded.migrated
    data, after = encode(decoded.workbook, decoded, "")
    assert json.loads(data)["schema"] == {"major": 1, "minor": 2}
    assert after.envelope.parent == decoded.envelope.revision
    assert not decode(data).migrated


def test_a_migration_leaves_its_input_alone_and_a_missing_step_is_told():
    before = {"schema": {"major": 1, "minor": 0}, "content": {}}
    step = Step((1, 0), (2, 0), lambda document: {**document, "content": {"x": 1}})
    after = migrated(before, (1, 0), {(1, 0): step}, (2, 0))
    assert after == {"schema": {"major": 2, "minor": 0}, "content": {"x": 1}}
    assert before["content"] == {}
    with pytest.raises(Refused) as caught:
        migrated(before, (1, 0), {}, (2, 0))
    assert caught.value.problem.code == "too-old"


def test_half_a_character_is_refused_before_the_disk_and_its_place_told():
    broken = WORKBOOK.model_copy(update={"engagement": WORKBOOK.engagement.model_copy(update={"note": "a\ud800"})})
    with pytest.raises(Refused) as caught:
        encode(broken, None, PROJECT)
    assert caught.value.problem.code == "text-not-writable"
    assert caught.value.problem.where == "content/engagement/note"


def test_a_project_that_could_not_be_opened_again_is_not_written(monkeypatch):
    monkeypatch.setattr(codec, "LIMIT", 300)
    with pytest.raises(Refused) as caught:
        encode(WORKBOOK, None, PROJECT)
    assert caught.value.problem.code == "too-large-to-save"


def test_reading_leaves_the_garbage_collector_as_it_was():
    data, _ = encode(WORKBOOK, None, PROJECT)
    decode(data)
    assert gc.isenabled()
    with pytest.raises(Refused):
        decode(b"{")
    assert gc.isenabled()


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=20,
)


@given(VALUES.filter(lambda value: json.dumps(value).strip() != ""))
def test_every_sound_value_is_read_as_it_is(value):
    assert strict_json.parse(json.dumps(value, ensure_ascii=False).encode()) == value


@given(TEXT, VALUES, VALUES, st.booleans())
def test_a_doubled_key_is_always_seen(key, one, two, escaped):
    name = json.dumps(key, ensure_ascii=escaped)
    text = f'[{{"other": [{{{name}: {json.dumps(one)}, {json.dumps(key)} : {json.dumps(two)}}}]}}]'
    with pytest.raises(Refused) as caught:
        strict_json.parse(text.encode())
    assert caught.value.problem.code == "duplicate-key"


@given(TEXT, TEXT, st.dictionaries(TEXT, TEXT, max_size=3))
def test_any_text_survives_saving_and_opening(client, note, written):
    system = System(id="s", name=client, as_written=written)
    workbook = Workbook(engagement=Engagement(client=client, note=note), systems={"s": system})
    data, _ = encode(workbook, None, PROJECT)
    assert decode(data).workbook == workbook
    assert encode(workbook, decode(data), "")[0] == data
