"""Writing, second reading, publishing, ending: who may, in which state, and two at once."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from korgoo.access.enums import Event, Role
from korgoo.access.models import AuditEvent
from korgoo.lib.errors import DomainError, Forbidden, NotFound
from korgoo.rights import api, services
from korgoo.rights.enums import Deed, Sort, VersionState
from korgoo.rights.errors import Stale
from korgoo.rights.models import ItemVersion, VersionDeed
from korgoo.rights.services import Place, Reading
from tests import factories, members
from tests import factories_rights as made

pytestmark = pytest.mark.django_db
V = VersionState
RUSSIA = Place("russia", Sort.LAW)


def write(people, **changes):
    return services.start_statement(RUSSIA, made.content(**changes), actor=people.editor.actor)


def at(version):
    """Say where a version is, and what one sees of it now."""
    now = ItemVersion.objects.get(pk=version.pk)
    return (now.item.key, now.number), now.revision


def sent(people, **changes):
    version = write(people, **changes)
    place, seen = at(version)
    return services.send(*place, seen=seen, actor=people.editor.actor)


def reading(days=90, **changes):
    return Reading("its page", date(2026, 3, 2) + timedelta(days=days), **changes)


def approve(version, member, what=None):
    place, seen = at(version)
    return services.approve(*place, what or reading(), seen=seen, actor=member.actor)


def told(people, **changes):
    return approve(sent(people, **changes), people.second)


def again(version, member, **changes):
    """Write a new version of a statement, and send it."""
    key = version.item.key
    newest = ItemVersion.objects.filter(item__key=key).order_by("-number").first().number
    new = services.start_version(key, made.content(**changes), seen=newest, actor=member.actor)
    place, seen = at(new)
    return services.send(*place, seen=seen, actor=member.actor)


def shown(key):
    return api.statement(key, "en")


def test_what_one_wrote_and_another_approved_is_told_at_once(people):
    mark = api.version()
    version = told(people)
    one = shown(version.item.key)
    assert (one.text, one.checked_by) == ("Written text.", "Invented Ministry")
    assert one.review_by == date(2026, 5, 31)
    assert api.version() != mark


def test_nothing_is_told_before_a_second_person_read_it(people):
    version = sent(people)
    with pytest.raises(NotFound):
        shown(version.item.key)
    with pytest.raises(Forbidden, match="Somebody else"):
        approve(version, people.editor)
    assert ItemVersion.objects.get().state == V.WAITING


def test_who_changed_or_sent_it_is_no_second_reader_either(people):
    version = write(people)
    place, seen = at(version)
    services.change_version(
        *place, made.content(source="another"), seen=seen, actor=people.second.actor
    )
    place, seen = at(version)
    services.send(*place, seen=seen, actor=people.second.actor)
    for member in (people.editor, people.second):
        with pytest.raises(Forbidden, match="Somebody else"):
            approve(version, member)


def test_who_sends_what_a_pack_brought_answers_for_it(people):
    api.load(made.information(made.item()))
    api.load(made.information(made.item(text=made.words("Better words."))))
    services.send("ru-passport", 2, seen=1, actor=people.editor.actor)
    version = ItemVersion.objects.get(number=2)
    assert version.written_by_id == people.editor.user.pk
    with pytest.raises(Forbidden, match="Somebody else"):
        approve(version, people.editor)
    approve(version, people.second)
    assert shown("ru-passport").text == "Better words."


def test_the_database_holds_the_second_reader_too(people):
    version = told(people)
    version.reviewed_by_id = version.written_by_id
    with pytest.raises(IntegrityError), transaction.atomic():
        version.save()


@pytest.mark.parametrize("trust", ["background-high", "background-medium", "proposal"])
def test_what_nobody_found_in_a_source_is_not_sent(people, trust):
    version = write(people, trust=trust)
    place, seen = at(version)
    with pytest.raises(DomainError, match="Nobody has found it in a source yet"):
        services.send(*place, seen=seen, actor=people.editor.actor)


def test_the_database_refuses_background_knowledge_as_published(people):
    version = told(people)
    with pytest.raises(IntegrityError), transaction.atomic():
        ItemVersion.objects.filter(pk=version.pk).update(trust="background-high")


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"text": {"ky": "Бир.", "ru": "Одно."}}, r"Not written yet: Text \(English\)"),
        ({"sms": made.words("", ky="Бир", ru="Одно")}, r"Text message \(English\)"),
        ({"text": made.words("word " * 61)}, r"Too long: Text \(English\)"),
        ({"sms": made.words("a", ky="ө" * 135)}, r"Too long: Text message \(Кыргызча\)"),
        ({"source": " "}, "Name the source"),
    ],
)
def test_what_is_missing_or_too_long_is_named_with_its_language(people, changes, message):
    version = write(people, **changes)
    place, seen = at(version)
    with pytest.raises(DomainError, match=message):
        services.send(*place, seen=seen, actor=people.editor.actor)


def test_what_is_replaced_needs_a_last_day(people):
    api.load(made.information(made.item(), made.item("ru-ends", valid_to="2026-12-31")))
    version = write(people, supersedes=["ru-passport", "ru-ends"])
    place, seen = at(version)
    with pytest.raises(DomainError, match="“Title of ru-passport” is to be replaced") as caught:
        services.send(*place, seen=seen, actor=people.editor.actor)
    assert "ru-ends" not in str(caught.value)


def test_the_same_words_again_are_no_new_version(people):
    version = told(people)
    with pytest.raises(DomainError, match="the same as what is published"):
        again(version, people.editor)


def test_a_new_version_takes_the_place_of_the_old_one(people):
    first = told(people)
    second = again(first, people.second, text=made.words("New words."))
    approve(second, people.editor)
    states = ItemVersion.objects.order_by("number").values_list("state", flat=True)
    assert list(states) == [V.SUPERSEDED, V.PUBLISHED]
    assert shown(first.item.key).text == "New words."


@pytest.mark.parametrize(
    ("what", "message"),
    [
        (reading(0), "Choose a day to look again"),
        (reading(91), "Choose a day to look again"),
        (reading(publish_on=date(2026, 3, 2)), "from tomorrow on"),
        (reading(10, publish_on=date(2026, 3, 13)), "from tomorrow on"),
    ],
)
def test_days_that_do_not_fit_are_refused(people, what, message):
    with pytest.raises(DomainError, match=message):
        approve(sent(people), people.second, what)


def test_what_was_approved_for_a_day_is_told_on_that_day_and_once(people, clock):
    old = told(people)
    new = again(old, people.editor, text=made.words("From April."))
    approve(new, people.second, reading(publish_on=date(2026, 4, 1)))
    assert api.publish_due() == 0
    assert shown(old.item.key).text == "Written text."
    clock.set(2026, 4, 1, 0, 5)
    assert (api.publish_due(), api.publish_due()) == (1, 0)
    assert shown(old.item.key).text == "From April."
    assert AuditEvent.objects.filter(event=Event.STATEMENT_PUBLISHED).count() == 2


def test_what_waits_for_its_day_can_be_given_back(people, clock):
    version = sent(people)
    approve(version, people.second, reading(publish_on=date(2026, 4, 1)))
    place, seen = at(version)
    services.give_back(*place, "the law changed", seen=seen, actor=people.second.actor)
    clock.set(2026, 4, 1)
    assert api.publish_due() == 0
    now = ItemVersion.objects.get()
    assert (now.state, now.reviewed_by, now.publish_on) == (V.DRAFT, None, None)


def test_a_rule_whose_last_day_is_over_is_ended_and_once(people, clock):
    version = told(people, valid_to=date(2026, 3, 10))
    assert api.expire_due() == 0
    clock.set(2026, 3, 11)
    assert (api.expire_due(), api.expire_due()) == (1, 0)
    now = ItemVersion.objects.get(pk=version.pk)
    assert (now.state, now.last_day()) == (V.EXPIRED, date(2026, 3, 10))
    assert not shown(version.item.key).is_told


def test_what_no_longer_holds_is_ended_by_one_person_with_a_reason(people):
    version = told(people)
    place, seen = at(version)
    services.withdraw(*place, "the decree was lifted", seen=seen, actor=people.editor.actor)
    assert not shown(version.item.key).is_told
    deed = VersionDeed.objects.first()
    assert (deed.deed, deed.words) == (Deed.WITHDRAWN, "the decree was lifted")


def test_what_was_withdrawn_does_not_come_back_by_a_file(people):
    version = told(people)
    place, seen = at(version)
    services.withdraw(*place, "lifted", seen=seen, actor=people.editor.actor)
    text = api.export()
    assert not api.load_file(text.encode(), name="told.yaml").has_changed
    assert "valid_to: 2026-03-02" in text
    VersionDeed.objects.all().delete()
    version.item.versions.all().delete()
    version.item.delete()
    api.load_file(text.encode(), name="told.yaml")
    assert ItemVersion.objects.get().state == V.PUBLISHED
    assert not ItemVersion.objects.get().valid_to > date(2026, 3, 2)


def test_a_statement_that_is_still_true_names_who_looked(people, clock):
    version = told(people)
    clock.forward(days=80)
    place, seen = at(version)
    services.confirm_version(*place, looked_at="the law", seen=seen, actor=people.second.actor)
    one = shown(version.item.key)
    assert one.checked_on == date(2026, 5, 21)
    assert one.review_by == date(2026, 8, 19)
    with pytest.raises(Forbidden, match="Somebody else"):
        services.confirm_version(*place, looked_at="x", seen=seen, actor=people.editor.actor)


def test_several_are_confirmed_as_they_were_read(told_pack, people):
    keys = ["ru-passport", "ru-press", "kz-days"]
    rows = list(ItemVersion.objects.filter(item__key__in=keys))
    services.withdraw("ru-press", 1, "no", seen=1, actor=people.editor.actor)
    done = services.confirm_statements([one.pk for one in rows], actor=people.second.actor)
    assert sorted(one.item.key for one in done) == ["kz-days", "ru-passport"]
    assert shown("kz-days").checked_on == date(2026, 3, 2)
    assert shown("ru-press").checked_on is None


def test_none_is_confirmed_when_one_of_them_is_ones_own(told_pack, people):
    own = told(people)
    other = ItemVersion.objects.get(item__key="ru-passport")
    with pytest.raises(Forbidden):
        services.confirm_statements([own.pk, other.pk], actor=people.editor.actor)
    assert shown("ru-passport").checked_on is None


@pytest.fixture
def told_pack(told):
    return told


DEEDS = {
    "change": lambda v, s, a: services.change_version(*v, made.content(), seen=s, actor=a),
    "send": lambda v, s, a: services.send(*v, seen=s, actor=a),
    "approve": lambda v, s, a: services.approve(*v, reading(), seen=s, actor=a),
    "back": lambda v, s, a: services.give_back(*v, "why", seen=s, actor=a),
    "drop": lambda v, s, a: services.drop(*v, "why", seen=s, actor=a),
    "withdraw": lambda v, s, a: services.withdraw(*v, "why", seen=s, actor=a),
    "confirm": lambda v, s, a: services.confirm_version(*v, looked_at="x", seen=s, actor=a),
}
POSSIBLE = {
    V.DRAFT: {"change", "send", "drop"},
    V.WAITING: {"approve", "back", "drop"},
    V.APPROVED: {"back", "drop"},
    V.PUBLISHED: {"withdraw", "confirm"},
    V.EXPIRED: set(),
    V.SUPERSEDED: set(),
    V.DROPPED: set(),
}


def in_state(people, state):
    if state == V.DRAFT:
        return write(people)
    version = sent(people)
    if state == V.WAITING:
        return version
    if state == V.APPROVED:
        return approve(version, people.second, reading(publish_on=date(2026, 4, 1)))
    place, seen = at(version)
    if state == V.DROPPED:
        return services.drop(*place, "no", seen=seen, actor=people.editor.actor)
    approve(version, people.second)
    if state == V.EXPIRED:
        place, seen = at(version)
        return services.withdraw(*place, "no", seen=seen, actor=people.editor.actor)
    if state == V.SUPERSEDED:
        approve(again(version, people.editor, source="another"), people.second)
    return version


@pytest.mark.parametrize("state", list(V))
@pytest.mark.parametrize("deed", list(DEEDS))
def test_each_deed_is_done_in_its_states_alone(people, state, deed):
    version = in_state(people, state)
    place, seen = at(version)
    if deed in POSSIBLE[state]:
        DEEDS[deed](place, seen, people.second.actor)
    else:
        with pytest.raises(Forbidden):
            DEEDS[deed](place, seen, people.second.actor)


@pytest.mark.parametrize("who", ["worker", "elsewhere", "administrator"])
@pytest.mark.parametrize("deed", list(DEEDS))
def test_for_everybody_else_there_is_no_such_statement(people, who, deed):
    place, seen = at(sent(people))
    with pytest.raises(NotFound):
        DEEDS[deed](place, seen, getattr(people, who).actor)


@pytest.mark.parametrize("deed", sorted(POSSIBLE[V.DRAFT] | POSSIBLE[V.WAITING]))
def test_who_saw_an_older_wording_is_told_so(people, deed):
    version = write(people) if deed in POSSIBLE[V.DRAFT] else sent(people)
    place, seen = at(version)
    with pytest.raises(Stale):
        DEEDS[deed](place, seen - 1, people.second.actor)


def test_two_who_begin_a_new_version_do_not_write_past_each_other(people):
    version = told(people)
    content = made.content(source="another")
    key = version.item.key
    services.start_version(key, content, seen=1, actor=people.editor.actor)
    with pytest.raises(Stale):
        services.start_version(key, content, seen=1, actor=people.second.actor)


def test_every_deed_is_written_down_with_who_did_it(people):
    version = told(people)
    deeds = [(one.deed, one.by_id) for one in VersionDeed.objects.order_by("pk")]
    editor, second = people.editor.user.pk, people.second.user.pk
    assert deeds == [
        (Deed.WRITTEN, editor),
        (Deed.SENT, editor),
        (Deed.APPROVED, second),
        (Deed.PUBLISHED, second),
    ]
    rows = AuditEvent.objects.filter(target__endswith=f"ItemVersion:{version.pk}")
    assert rows.count() == 4
    assert not any("decree" in row.detail or "page" in row.detail for row in rows)


WALKS = st.lists(
    st.tuples(st.sampled_from([*DEEDS, "begin", "publish_due", "expire_due"]), st.integers(0, 3)),
    max_size=14,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(walk=WALKS)
def test_whatever_editors_do_one_version_at_most_is_told_and_two_persons_stand_behind_it(
    people, clock, walk
):
    with transaction.atomic():
        clock.set(2026, 3, 2, 9)
        key = write(people).item.key
        for step, number in walk:
            _try(people, key, step, number + 1)
            clock.forward(days=number)
            published = list(ItemVersion.objects.published())
            assert len(published) <= 1
            for one in published:
                assert one.reviewed_by_id not in (None, one.written_by_id)
                assert one.trust == "sourced"
        transaction.set_rollback(True)


def _try(people, key, step, number):
    """Do a deed as either editor; what the rules refuse is refused."""
    for member in (people.editor, people.second):
        seen = ItemVersion.objects.filter(item__key=key, number=number).first()
        revision = seen.revision if seen else 0
        try:
            if step in DEEDS:
                DEEDS[step]((key, number), revision, member.actor)
            elif step == "begin":
                words = made.words(f"Words {number} of {member.user.pk}.")
                services.start_version(
                    key, made.content(text=words), seen=number, actor=member.actor
                )
            else:
                getattr(api, step)()
        except DomainError:
            continue


@pytest.mark.django_db(transaction=True)
def test_of_two_who_approve_at_once_one_wins_and_the_other_reads_why(people):
    third = factories.member(
        Role.CONTENT_EDITOR, at=people.editor.organisation, name="Editor Five"
    )
    version = sent(people)
    place, seen = at(version)

    def approves(member):
        return lambda: services.approve(*place, reading(), seen=seen, actor=member.actor)

    outcomes = members.at_once(approves(people.second), approves(third))
    lost = [one for one in outcomes if isinstance(one, Exception)]
    assert len(lost) == 1
    assert "Somebody was faster" in str(lost[0])
    assert ItemVersion.objects.published().count() == 1
