"""Reports are read by those to whom they are sealed, and by nobody else."""

from uuid import uuid4

import pytest

from korgoo.access.enums import Event, Role
from korgoo.access.models import AuditEvent
from korgoo.lib import uploads
from korgoo.lib.errors import Forbidden, Locked, NotFound
from korgoo.offers import api, selectors, services
from korgoo.offers.enums import ReportState
from korgoo.offers.models import OfferPicture, OfferReport
from korgoo.offers.told import Told
from tests import factories
from tests.members import Browser
from tests.offers.conftest import photo

pytestmark = pytest.mark.django_db
AGENCY, NOTE = "Ойдон Чыккан Карьера", "Passed on to the invented prosecutor."


@pytest.fixture
def report(people):
    """Make a report; give its number."""

    def make(agency=AGENCY, *, has_picture=False, **told):
        key = uuid4()
        picture = uploads.clean(photo().read()) if has_picture else None
        words = Told(agency=agency, country="TR", language="ky", **told)
        assert services.report(key, words, to=selectors.receiver(), picture=picture)
        return key

    return make


def trail(event):
    return [(row.target, row.detail) for row in AuditEvent.objects.filter(event=event)]


def test_the_list_tells_day_country_and_state_and_opens_nothing(report, people, enter, words_of):
    report(has_picture=True)

    said = words_of(enter(people.officer).get("list"))

    assert "2 March 2026" in said
    assert "Türkiye" in said
    assert "New" in said
    assert AGENCY not in said
    assert not trail(Event.OFFER_REPORT_OPENED)


def test_an_empty_list_says_so(people, enter, words_of):
    assert "Nobody has reported an offer to you." in words_of(enter(people.officer).get("list"))


def test_a_long_list_is_turned_page_by_page(report, people, enter, words_of, monkeypatch):
    monkeypatch.setattr(selectors, "PAGE", 2)
    for _number in range(3):
        report()
    worker = enter(people.officer)

    pages = [worker.get("list", page=page) for page in ("1", "2", "x")]

    assert [page.text.count("open this report") for page in pages] == [2, 1, 2]
    assert "?page=2" in pages[0].text
    assert "?page=1" in pages[1].text


def test_opening_shows_what_was_told_and_leaves_a_row(report, people, enter, words_of):
    key = report(pay="2000", channel="messenger")

    answer = enter(people.officer).get("report", key)

    said = words_of(answer)
    for words in (AGENCY, "What pay do they promise?", "2000", "In a messenger", "Кыргызча"):
        assert words in said
    assert "no-store" in answer["Cache-Control"]
    assert trail(Event.OFFER_REPORT_OPENED) == [(f"offers.OfferReport:{key}", "told")]


def test_the_picture_is_shown_alone_and_kept_nowhere(report, people, enter):
    key = report(has_picture=True)
    worker = enter(people.officer)
    assert worker.address("picture", key) in worker.get("report", key).text

    answer = worker.get("picture", key)

    assert answer["Content-Type"] == "image/jpeg"
    assert "no-store" in answer["Cache-Control"]
    assert "sandbox" in answer["Content-Security-Policy"]
    assert answer.content.startswith(b"\xff\xd8")
    assert (f"offers.OfferReport:{key}", "picture") in trail(Event.OFFER_REPORT_OPENED)


def test_a_report_without_a_picture_has_none(report, people, enter):
    assert enter(people.officer).get("picture", report()).status_code == 404


@pytest.mark.parametrize("page", ["report", "settle", "picture"])
@pytest.mark.parametrize("who", ["stranger", "editor", None])
def test_nobody_else_learns_that_there_is_a_report(report, people, enter, page, who):
    key = report(has_picture=True)
    people.editor = factories.member(Role.CONTENT_EDITOR, at=people.ministry)
    worker = enter(getattr(people, who) if who else None)

    answer = worker.get(page, key)

    assert answer.status_code == (404 if who else 302)
    assert AGENCY not in answer.text
    if who is None:
        assert "/sign-in" in answer.url or "login" in answer.url
    assert not trail(Event.OFFER_REPORT_OPENED)


def test_the_list_of_others_is_their_own(report, people, enter, words_of):
    report()

    assert "Nobody has reported" in words_of(enter(people.stranger).get("list"))
    assert api.count_waiting(actor=people.stranger.actor) == 0
    assert api.count_waiting(actor=people.case_worker.actor) == 0
    assert api.count_waiting(actor=people.officer.actor) == 1


def test_a_locked_session_and_a_newcomer_without_a_key_open_nothing(report, people):
    key = report()
    newcomer = factories.member(Role.OFFICER, at=people.ministry, is_approved=False)

    with pytest.raises(Locked):
        services.open_report(key, actor=factories.locked(people.officer))
    with pytest.raises(Forbidden):
        services.open_report(key, actor=newcomer.actor)
    assert not trail(Event.OFFER_REPORT_OPENED)


def test_a_report_is_settled_with_a_sealed_note(report, people, enter, words_of):
    key = report()
    worker = enter(people.officer)

    answer = worker.post("settle", key, state="passed_on", seen="new", note=NOTE)

    assert answer.url == worker.address("list")
    row = OfferReport.objects.get()
    assert row.state == ReportState.PASSED_ON
    assert NOTE.encode() not in bytes(row.note)
    assert NOTE in words_of(worker.get("report", key))
    assert NOTE in words_of(enter(people.colleague).get("report", key))
    assert trail(Event.OFFER_REPORT_SETTLED) == [(f"offers.OfferReport:{key}", "passed_on")]


def test_a_later_word_replaces_an_earlier_one_and_keeps_its_note(report, people):
    key, actor = report(), people.officer.actor
    services.settle(key, ReportState.NOTHING, seen=ReportState.NEW, note=NOTE, actor=actor)

    services.settle(key, ReportState.ACTED, seen=ReportState.NOTHING, actor=actor)

    opened = services.open_report(key, actor=actor)
    assert (opened.row.state, opened.note) == (ReportState.ACTED, NOTE)


def test_who_comes_second_is_told_and_loses_nothing(report, people, enter, words_of):
    key = report()
    services.settle(key, ReportState.NOTHING, seen=ReportState.NEW, actor=people.colleague.actor)

    answer = enter(people.officer).post("settle", key, state="acted", seen="new", note=NOTE)

    assert answer.status_code == 422
    assert "A colleague has settled this meanwhile" in words_of(answer)
    assert NOTE in answer.text
    assert OfferReport.objects.get().state == ReportState.NOTHING


def test_a_refused_form_opens_nothing(report, people, enter, words_of):
    key = report()

    answer = enter(people.officer).post("settle", key, seen="new", note=NOTE)

    assert answer.status_code == 422
    assert "Choose one of the answers." in words_of(answer)
    assert AGENCY not in answer.text


def test_several_are_marked_as_seen_and_leave_what_waits(report, people, enter):
    keys = [report() for _number in range(3)]
    services.settle(keys[2], ReportState.ACTED, seen=ReportState.NEW, actor=people.officer.actor)
    theirs = uuid4()
    to = selectors.access.answering([people.stranger.organisation.code])
    services.report(theirs, Told(text="a"), to=to)
    worker = enter(people.officer)

    worker.post("seen", seen=[*map(str, keys), str(theirs), "no number"])

    states = dict(OfferReport.objects.values_list("pk", "state"))
    assert [states[key] for key in (*keys, theirs)] == ["seen", "seen", "acted", "new"]
    assert len(trail(Event.OFFER_REPORT_SEEN)) == 2
    assert api.count_waiting(actor=people.officer.actor) == 0


def test_the_home_page_says_that_something_was_reported(report, people, client, words_of):
    report()
    report()

    said = words_of(Browser(client, people.officer).get("/home/"))

    assert "2 offers were reported to you" in said


def test_days_are_counted_when_they_are_over(report, people, clock):
    report()
    report()
    assert services.count_days() == 0
    assert not trail(Event.OFFER_REPORTED)

    clock.forward(days=1)
    report()
    api.sweep()
    api.sweep()

    target = f"access.Organisation:{people.ministry.pk}"
    assert trail(Event.OFFER_REPORTED) == [(target, "2026-03-02 2")]


def test_after_a_year_a_report_and_its_picture_are_erased(report, people, clock):
    report(has_picture=True)
    clock.forward(days=365)
    assert api.sweep() == 0

    clock.forward(days=1)

    assert api.sweep() == 1
    assert not OfferReport.objects.exists()
    assert not OfferPicture.objects.exists()
    assert trail(Event.OFFER_REPORT_ERASED) == [(f"access.Organisation:{people.ministry.pk}", "1")]


def test_a_report_that_says_nothing_is_refused(people):
    with pytest.raises(Forbidden):
        services.report(uuid4(), Told(country="TR"), to=selectors.receiver())


def test_what_is_sealed_for_one_report_does_not_open_as_another(report, people):
    one, other = report(), report()
    OfferReport.objects.filter(pk=other).update(sealed=OfferReport.objects.get(pk=one).sealed)

    with pytest.raises(Forbidden):
        services.open_report(other, actor=people.officer.actor)


def test_an_unknown_number_is_not_found(people):
    with pytest.raises(NotFound):
        services.open_report(uuid4(), actor=people.officer.actor)


def test_the_public_paths_are_pages_of_every_language(db, client):
    paths = api.public_paths()

    assert paths == sorted(set(paths), key=paths.index)
    assert {path.split("/")[1] for path in paths} == {"ky", "ru", "en"}
    assert all(client.get(path).status_code == 200 for path in paths)
