"""Taking in what a pack or a file tells: nothing doubled, nothing published is overwritten."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from korgoo.access.enums import Event
from korgoo.access.models import AuditEvent
from korgoo.lib.errors import Forbidden, NotFound
from korgoo.rights import api, services
from korgoo.rights.enums import VersionState
from korgoo.rights.models import Edition, Item, ItemVersion, Number, NumberChange
from tests import factories_rights as made

pytestmark = pytest.mark.django_db
V = VersionState


@pytest.fixture(autouse=True)
def _morning(clock):
    return clock


def load(*items, numbers=()):
    return api.load(made.information(*items, numbers=numbers))


def versions(key):
    return list(ItemVersion.objects.filter(item__key=key).order_by("number"))


@pytest.mark.parametrize(
    ("item", "state"),
    [
        (made.item(), V.PUBLISHED),
        (made.advice(), V.PUBLISHED),
        (made.stale(), V.PUBLISHED),
        (made.item(source_type="press"), V.PUBLISHED),
        (made.item(valid_to="2026-03-02"), V.PUBLISHED),
        (made.item(valid_to="2026-03-01"), V.SUPERSEDED),
        (made.item(provenance=made.BACKGROUND), V.DRAFT),
        (made.item(provenance=made.BACKGROUND, valid_to="2025-01-01"), V.DRAFT),
        (made.item(provenance=made.PROPOSAL), V.DRAFT),
    ],
)
def test_a_new_statement_is_published_only_when_a_source_or_advice_stands_behind_it(item, state):
    assert load(item).new == [item.key]
    (version,) = versions(item.key)
    assert version.state == state
    assert version.reviewed_by is None
    assert version.is_from_pack


def test_it_is_believed_as_long_as_its_sort_says():
    load(made.item(), made.item("season", sort="season"), made.item("own", review_by="2026-05-05"))
    until = {one.item.key: one.review_by for one in ItemVersion.objects.select_related("item")}
    assert until == {
        "ru-passport": date(2026, 5, 21),  # 90 days after 20 February
        "season": date(2026, 3, 22),
        "own": date(2026, 5, 5),
    }


def test_a_second_time_nothing_is_doubled_and_no_trace_is_left():
    first = load(made.item(), numbers=[made.number()])
    mark, rows = api.version(), AuditEvent.objects.count()
    again = load(made.item(), numbers=[made.number()])
    assert first.has_changed
    assert not again.has_changed
    assert (Item.objects.count(), Number.objects.count()) == (1, 1)
    assert api.version() == mark
    assert AuditEvent.objects.count() == rows


def test_a_load_leaves_a_trace_and_another_mark():
    assert api.version() == ""
    load(made.item())
    mark = api.version()
    load(made.item(), made.advice())
    assert mark
    assert api.version() != mark
    assert Edition.objects.count() == 1
    assert AuditEvent.objects.filter(event=Event.CONTENT_LOADED).count() == 2


def test_other_words_become_a_draft_and_the_published_ones_stand():
    load(made.item())
    done = load(made.item(text=made.words("Other words.")))
    first, second = versions("ru-passport")
    assert done.drafts == ["ru-passport"]
    assert (first.state, second.state) == (V.PUBLISHED, V.DRAFT)
    assert first.text["en"] == "Words of ru-passport."
    assert second.text["en"] == "Other words."


def test_a_draft_that_nobody_took_up_gives_way_to_a_newer_one():
    load(made.item())
    load(made.item(text=made.words("Second words.")))
    load(made.item(text=made.words("Third words.")))
    assert [one.state for one in versions("ru-passport")] == [V.PUBLISHED, V.DROPPED, V.DRAFT]


def test_a_draft_of_an_editor_is_left_alone(people):
    load(made.item())
    load(made.item(text=made.words("Second words.")))
    ItemVersion.objects.filter(number=2).update(is_from_pack=False, written_by=people.editor.user)
    load(made.item(text=made.words("Third words.")))
    assert [one.state for one in versions("ru-passport")] == [V.PUBLISHED, V.DRAFT, V.DRAFT]


def test_an_old_pack_brings_nothing_back():
    old, new = made.item(), made.item(text=made.words("Other words."))
    load(old)
    load(new)
    assert not load(old).has_changed


def test_a_rule_that_a_newer_one_replaces_is_not_told_beside_it(clock):
    """The end of the older one waits as a draft; until an editor looks, nobody reads both."""
    load(made.item("old"))
    load(
        made.item("old", valid_to="2026-03-09"),
        made.item("new", valid_from="2026-03-10", supersedes=["old"]),
    )

    def keys():
        return {one.key for one in api.items_for("russia", None, "en") if one.is_told}

    assert keys() == {"old", "new"}  # the new one says from when
    clock.set(2026, 3, 10, 9)
    assert keys() == {"new"}
    assert api.statement("old", "en").standing == "history"
    assert api.replaced_by("old", "en").key == "new"


def test_a_statement_does_not_move_to_another_place():
    load(made.item())
    done = load(made.item(destination="korea"))
    assert done.moved == ["ru-passport"]
    assert not done.has_changed
    assert Item.objects.get().destination == "russia"


def test_a_number_that_nobody_touched_is_corrected_with_its_history():
    load(numbers=[made.number()])
    done = load(numbers=[made.number(number="+7 000 000 00 02")])
    number = Number.objects.get()
    assert done.numbers == ["embassy-ru"]
    assert number.number == "+7 000 000 00 02"
    after, before = NumberChange.objects.all()
    assert (after.before["number"], after.after["number"]) == (
        "+7 000 000 00 01",
        "+7 000 000 00 02",
    )
    assert before.before == {}


def test_a_number_that_was_called_waits_for_the_editors(people):
    load(numbers=[made.number()])
    services.confirm_number("embassy-ru", actor=people.editor.actor)
    other = made.number(number="+7 000 000 00 02")
    done = load(numbers=[other])
    number = Number.objects.get()
    assert done.proposals == ["embassy-ru"]
    assert number.number == "+7 000 000 00 01"
    assert number.proposed["number"] == "+7 000 000 00 02"
    assert not load(numbers=[other]).has_changed


def test_a_number_whose_day_is_not_known_is_not_fresh():
    load(numbers=[made.number(provenance=made.SOURCED | {"as_of": "unknown"})])
    (number,) = api.numbers_for("russia", "en")
    assert not number.is_fresh


def test_one_wording_at_most_is_published():
    load(made.item())
    load(made.item(text=made.words("Other words.")))
    second = ItemVersion.objects.get(number=2)
    second.state, second.published_at = V.PUBLISHED, ItemVersion.objects.first().published_at
    with pytest.raises(IntegrityError), transaction.atomic():
        second.save()


@pytest.mark.parametrize(
    "wrong",
    [
        {"published_at": None},
        {"state": V.SUPERSEDED},
        {"valid_from": date(2026, 2, 2), "valid_to": date(2026, 2, 1)},
    ],
)
def test_the_database_refuses_what_contradicts_itself(wrong):
    load(made.item())
    with pytest.raises(IntegrityError), transaction.atomic():
        ItemVersion.objects.update(**wrong)


def test_the_database_refuses_a_second_reader_who_is_the_writer(people):
    load(made.item())
    with pytest.raises(IntegrityError), transaction.atomic():
        ItemVersion.objects.update(written_by=people.editor.user, reviewed_by=people.editor.user)


def test_a_look_at_the_source_makes_a_statement_current_again(people):
    load(made.stale())
    before = api.version()
    assert not api.statement("ru-stale", "en").is_told
    services.confirm_statement("ru-stale", actor=people.editor.actor)
    one = api.statement("ru-stale", "en")
    assert one.is_told
    assert (one.checked_by, one.checked_on) == ("Invented Ministry", date(2026, 3, 2))
    assert one.review_by == date(2026, 5, 31)
    assert api.version() != before
    assert AuditEvent.objects.filter(event=Event.STATEMENT_CONFIRMED).count() == 1


def test_who_does_not_approve_confirms_nothing(people):
    load(made.item(), numbers=[made.number()])
    for member in (people.worker, people.elsewhere, people.administrator):
        with pytest.raises(NotFound):
            services.confirm_statement("ru-passport", actor=member.actor)
        with pytest.raises(NotFound):
            services.confirm_number("embassy-ru", actor=member.actor)
    assert ItemVersion.objects.get().reviewed_on is None


def test_the_writer_confirms_nothing(people):
    load(made.item())
    ItemVersion.objects.update(written_by=people.editor.user)
    with pytest.raises(Forbidden):
        services.confirm_statement("ru-passport", actor=people.editor.actor)
    services.confirm_statement("ru-passport", actor=people.second.actor)


def test_a_draft_and_an_unknown_key_cannot_be_confirmed(people):
    load(made.item(provenance=made.BACKGROUND))
    for key in ("ru-passport", "nothing"):
        with pytest.raises(NotFound):
            services.confirm_statement(key, actor=people.editor.actor)
    with pytest.raises(NotFound):
        services.confirm_number("nothing", actor=people.editor.actor)
