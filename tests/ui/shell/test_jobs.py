"""Work beside the window: exactly one end for each start."""

from threading import Event

from pytestqt.qtbot import QtBot

from desktop.ui.jobs import Jobs, Progress
from tests.window import settle


def test_a_job_tells_progress_and_result(qtbot: QtBot) -> None:
    jobs, steps = Jobs(), []
    jobs.progressed.connect(lambda done, total: steps.append((done, total)))

    def work(progress: Progress) -> str:
        progress(1, 2)
        progress(2, 2)
        return "written"

    with qtbot.waitSignal(jobs.succeeded) as ended:
        assert jobs.start("work", work)
    assert ended.args == ["written"]
    assert steps == [(1, 2), (2, 2)]
    assert not jobs.busy


def test_what_a_job_raises_is_told_and_goes_no_further(qtbot: QtBot) -> None:
    jobs = Jobs()

    def work(_progress: Progress) -> None:
        raise OSError("no room")

    with qtbot.waitSignal(jobs.failed) as ended:
        jobs.start("work", work)
    assert isinstance(ended.args[0], OSError)


def test_cancel_stops_at_the_next_step_and_a_second_start_is_refused(qtbot: QtBot) -> None:
    jobs, begun, go_on = Jobs(), Event(), Event()

    def work(progress: Progress) -> None:
        begun.set()
        go_on.wait(10)
        progress(1, 2)

    with qtbot.waitSignal(jobs.cancelled):
        jobs.start("work", work)
        begun.wait(10)
        assert not jobs.start("other", lambda _progress: None)
        jobs.cancel()
        go_on.set()
    assert not jobs.busy


def test_waiting_tells_the_end_once(qtbot: QtBot) -> None:
    jobs, ends = Jobs(), []
    jobs.succeeded.connect(ends.append)
    jobs.start("work", lambda _progress: 7)
    jobs.wait()
    settle()
    assert ends == [7]
