import pytest
from django.http import HttpResponse

from korgoo.lib.drawn import drawn_once


@pytest.fixture
def drawn():
    """A page that counts how often it was drawn, and whose version can be set."""
    state = {"drawn": 0, "version": 1, "asked": 0}

    def version():
        state["asked"] += 1
        return state["version"]

    @drawn_once(version)
    def view(request):
        state["drawn"] += 1
        return HttpResponse(f"drawn {state['drawn']}")

    return view, state


def test_a_page_is_drawn_once_for_a_version(drawn, rf):
    view, state = drawn
    assert {view(rf.get("/once/")).content for _ in range(3)} == {b"drawn 1"}
    state["version"] = 2
    assert view(rf.get("/once/")).content == b"drawn 2"


def test_a_change_is_seen_when_the_version_is_asked_again(drawn, rf, settings, monkeypatch):
    view, state = drawn
    settings.DRAWN_FOR, now = 1, [100.0]
    monkeypatch.setattr("korgoo.lib.drawn.time.monotonic", lambda: now[0])
    view(rf.get("/lag/"))
    state["version"] = 2
    now[0] += 0.9
    assert view(rf.get("/lag/")).content == b"drawn 1"
    assert state["asked"] == 1
    now[0] += 0.2
    assert view(rf.get("/lag/")).content == b"drawn 2"


def test_the_day_changes_the_page(drawn, rf, clock):
    view, _state = drawn
    view(rf.get("/day/"))
    clock.forward(days=1)
    assert view(rf.get("/day/")).content == b"drawn 2"


@pytest.mark.parametrize("own", ["question", "cookie", "post"])
def test_who_brings_something_of_their_own_gets_a_page_of_their_own(drawn, rf, own):
    view, state = drawn
    view(rf.get(f"/{own}/"))
    request = {
        "question": rf.get(f"/{own}/?q=1"),
        "cookie": rf.get(f"/{own}/"),
        "post": rf.post(f"/{own}/"),
    }[own]
    if own == "cookie":
        request.COOKIES["sessionid"] = "x"
    view(request)
    assert state["drawn"] == 2
