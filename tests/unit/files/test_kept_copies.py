from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.files.backups import KEPT, Version, keep_snapshot, next_place, prune, restore, superfluous, versions
from desktop.files.problem import Refused
from desktop.files.recovery import About, RecoveryStore

ID = "11111111-2222-3333-4444-555555555555"
NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)


def about(name="Client", minutes=0):
    return About(name, None, None, NOW + timedelta(minutes=minutes))


def crash(store):
    """What the end of a process does to its store."""
    store.let_go(ID)


def test_the_last_twenty_versions_are_kept_in_order_whatever_the_clock_says():
    for number in range(KEPT + 5):
        next_place(ID, NOW - timedelta(days=number)).write_bytes(b"%d" % number)
    prune(ID)
    kept = versions(ID)
    assert [one.path.read_bytes() for one in kept] == [b"%d" % n for n in range(KEPT + 4, 4, -1)]
    assert kept[0].kept_on == NOW - timedelta(days=KEPT + 4)
    assert kept[0].size == 2


def test_a_version_is_restored_and_the_replaced_state_kept(tmp_path):
    next_place(ID, NOW).write_bytes(b"first")
    path = tmp_path / "p.readiness.json"
    path.write_bytes(b"second")
    restore(versions(ID)[0], path, path.read_bytes(), NOW, ID)
    assert path.read_bytes() == b"first"
    assert [one.path.read_bytes() for one in versions(ID)] == [b"second", b"first"]


def test_a_project_id_never_leads_out_of_the_folder():
    for bad in ("../x", "", "a/b", "a\0"):
        with pytest.raises(ValueError, match=r".*"):
            versions(bad)


def test_snapshots_skip_what_is_the_same():
    assert keep_snapshot(ID, b"a", NOW)
    assert keep_snapshot(ID, b"a", NOW) is None
    assert keep_snapshot(ID, b"b", NOW)
    assert len(versions(ID, "snapshots")) == 2
    assert versions(ID) == ()


def test_thirty_snapshots_and_then_one_a_day_for_thirty_days(tmp_path):
    times = [NOW - timedelta(hours=6 * n) for n in range(200)]
    kept = [Version(tmp_path / str(n), 200 - n, time, 1) for n, time in enumerate(times)]
    gone = superfluous(kept, NOW.date())
    left = [one for one in kept if one not in gone]
    assert left[:30] == kept[:30]
    days = [one.kept_on.date() for one in left[30:]]
    assert len(days) == len(set(days))
    assert min(days) == NOW.date() - timedelta(days=30)
    assert len(days) >= 22


def test_unsaved_work_is_offered_after_a_crash_and_not_while_it_is_open():
    store = RecoveryStore()
    store.write(ID, b"work", about())
    assert RecoveryStore().pending() == ()
    crash(store)
    (offer,) = RecoveryStore().pending()
    assert (offer.project_id, offer.about.name, offer.about.written, offer.size) == (ID, "Client", NOW, 4)
    assert RecoveryStore().read(offer) == b"work"


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="counts open files in /proc")
def test_a_new_store_for_every_call_keeps_no_files_open():
    def act():
        RecoveryStore().write(ID, b"work", about())
        assert RecoveryStore().pending() == ()
        RecoveryStore().clear(ID)

    act()
    before = len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(5):
        act()
    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_a_declined_copy_is_not_offered_again_but_newer_work_is():
    store = RecoveryStore()
    store.write(ID, b"work", about())
    crash(store)
    again = RecoveryStore()
    again.decline(ID)
    assert RecoveryStore().pending() == ()
    again.write(ID, b"more work", about())
    crash(again)
    assert [one.size for one in RecoveryStore().pending()] == [9]


def test_nothing_is_left_after_a_save():
    store = RecoveryStore()
    store.write(ID, b"work", about())
    store.clear(ID)
    assert RecoveryStore().pending() == ()


def test_a_copy_without_its_note_is_still_offered(tmp_path):
    store = RecoveryStore(tmp_path)
    store.write(ID, b"work", about())
    crash(store)
    (tmp_path / f"{ID}.about").write_bytes(b"\0")
    assert [one.about.name for one in store.pending()] == [""]


def test_the_latest_copy_comes_first_and_strangers_are_left_alone(tmp_path):
    store = RecoveryStore(tmp_path)
    for minutes, name in enumerate(("a", "b")):
        store.write(f"{name}-1", b"x", about(name, minutes))
        store.let_go(f"{name}-1")
    (tmp_path / "a note.readiness.json").write_bytes(b"mine")
    assert [one.about.name for one in store.pending()] == ["b", "a"]


def test_declining_what_is_gone_is_told():
    with pytest.raises(Refused):
        RecoveryStore().decline(ID)
