from desktop.planning.network import makes_circle, network
from tests.unit.planning.plans import six, task


def test_each_task_comes_after_those_it_waits_for():
    assert network(six()).order == ("a", "b", "c", "d", "e", "f")


def test_neighbours_on_both_sides():
    net = network(six())
    assert net.before["d"] == ("a", "b")
    assert net.after["a"] == ("c", "d")


def test_unknown_names_and_a_wait_for_itself_are_passed_over():
    net = network({"a": task(1, "gone", "a")})
    assert net.before["a"] == ()
    assert net.circular == ()


def test_a_cut_task_passes_on_what_it_waited_for():
    tasks = {"a": task(1), "b": task(1, "a", dropped=True), "c": task(1, "b", dropped=True), "d": task(1, "c")}
    net = network(tasks)
    assert net.order == ("a", "d")
    assert net.before["d"] == ("a",)


def test_a_circle_is_opened_and_said():
    net = network({"a": task(1, "c"), "b": task(1, "a"), "c": task(1, "b"), "d": task(1, "c")})
    assert net.order == ("a", "b", "c", "d")
    assert net.circular == (("c", "a"),)
    assert net.before["a"] == ()


def test_a_circle_is_known_before_it_is_made():
    tasks = six()
    assert makes_circle(tasks, "a", ("e",))
    assert makes_circle(tasks, "a", ("a",))
    assert not makes_circle(tasks, "e", ("f", "gone"))
