import threading

import pytest

from sharebook.ui.background import Background


def test_a_result_arrives_in_the_windows_thread(qtbot, background: Background):
    where: list[object] = []
    job = background.start(lambda _progress: threading.get_ident())
    job.succeeded.connect(lambda worked_in: where.extend((worked_in, threading.get_ident())))

    with qtbot.waitSignal(job.finished):
        pass

    assert where[0] != where[1] == threading.get_ident()


def test_a_failure_carries_its_exception(qtbot, background: Background):
    def work(progress):
        raise ValueError("ink")

    job = background.start(work)
    with qtbot.waitSignal(job.failed) as failed:
        pass

    assert isinstance(failed.args[0], ValueError)


def test_stop_is_noticed_at_the_next_report(qtbot, background: Background):
    begun = threading.Event()

    def work(progress):
        while True:
            begun.set()
            progress.report(1, 2)

    job = background.start(work)
    begun.wait(10)
    with qtbot.waitSignal(job.cancelled):
        job.cancel()


def test_closing_stops_work_that_waits_its_turn(qtbot):
    background = Background()
    done: list[str] = []
    begun = threading.Event()

    def endless(progress):
        while True:
            begun.set()
            progress.report(1, 2)

    background.start(endless)
    background.start(lambda _progress: done.append("second"))
    begun.wait(10)

    background.close()

    assert done == []


@pytest.mark.parametrize("steps", [3])
def test_progress_ends_at_the_last_step(qtbot, background: Background, steps: int):
    heard: list[tuple[int, int, str]] = []

    def work(progress):
        for step in range(1, steps + 1):
            progress.report(step, steps, f"Row {step}")

    job = background.start(work)
    job.progressed.connect(lambda *said: heard.append(said))
    with qtbot.waitSignal(job.finished):
        pass

    assert heard[-1] == (steps, steps, f"Row {steps}")
