"""Packages: who writes them, what is kept of every change, what is refused."""

from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from korgoo.access.enums import Event
from korgoo.access.models import AuditEvent
from korgoo.lawbook import services
from korgoo.lawbook.enums import ChangeKind, PackageState
from korgoo.lawbook.errors import Stale
from korgoo.lawbook.models import AmendmentPackage, PackageChange, PackageItem
from korgoo.lawbook.services import Place
from korgoo.lib.errors import DomainError, Forbidden, NotFound
from tests.lawbook.conftest import SHELTER, in_all, propose, put, wording

pytestmark = pytest.mark.django_db


def events():
    rows = AuditEvent.objects.filter(event__startswith="lawbook:").order_by("seq")
    return [(row.event, row.detail) for row in rows]


def test_a_package_is_started_for_the_organisation_and_leaves_a_trace(package, people):
    assert package.organisation_id == people.centre.pk
    assert package.is_open
    assert events() == [(Event.PACKAGE_STARTED, "")]


@pytest.mark.parametrize("who", ["coordinator", "officer", "foreign_editor", "administrator"])
def test_only_editors_of_the_centre_start_packages(people, who):
    with pytest.raises(Forbidden):
        services.start_package(in_all("Mine"), "Because.", actor=getattr(people, who).actor)
    assert not AmendmentPackage.objects.exists()


def test_every_change_is_attributed_with_before_and_after(package, people, clock):
    put(package, people)
    clock.forward(hours=1)
    put(package, people, seen=1, by=people.colleague, text="A person may stay for forty days.")
    services.remove_article(package.pk, SHELTER, seen=2, actor=people.editor.actor)

    changes = list(PackageChange.objects.order_by("pk"))

    assert [one.kind for one in changes] == ["started", "added", "changed", "removed"]
    assert [one.by_id for one in changes] == [
        people.editor.user.pk,
        people.editor.user.pk,
        people.colleague.user.pk,
        people.editor.user.pk,
    ]
    assert {one.organisation_id for one in changes} == {people.centre.pk}
    assert changes[2].item == "law-55-2005#21-4"
    assert "thirty" in changes[2].before["text"]["en"]
    assert "forty" in changes[2].after["text"]["en"]
    assert (changes[3].before, changes[3].after) == (changes[2].after, {})
    assert [detail for _event, detail in events()][1:] == ["added", "changed", "removed"]


def test_who_has_not_seen_the_last_change_overwrites_nothing(ready, people):
    put(ready, people, seen=1, by=people.colleague, text="Forty days.")

    for seen in (0, 1, -1):
        with pytest.raises(Stale):
            put(ready, people, seen=seen, text="Fifty days.")

    item = PackageItem.objects.get()
    assert (item.version, item.text["en"]) == (2, "Forty days. (en)")
    assert PackageChange.objects.filter(kind=ChangeKind.CHANGED).count() == 1


def test_an_article_that_was_taken_out_meanwhile_is_not_put_back_unseen(ready, people):
    services.remove_article(ready.pk, SHELTER, seen=1, actor=people.colleague.actor)

    with pytest.raises(Stale):
        put(ready, people, seen=1)
    with pytest.raises(NotFound):
        services.remove_article(ready.pk, SHELTER, seen=1, actor=people.editor.actor)


def test_two_articles_can_be_changed_at_once(ready, people):
    put(ready, people, Place("law-55-2005", "27"), number="27", by=people.colleague)
    put(ready, people, seen=1)

    assert PackageItem.objects.count() == 2


def test_title_and_reason_are_not_overwritten_unseen(package, people):
    change = {"actor": people.editor.actor}
    services.describe_package(package.pk, in_all("One"), "Reason one.", seen=1, **change)

    with pytest.raises(Stale):
        services.describe_package(package.pk, in_all("Two"), "Reason two.", seen=1, **change)

    package.refresh_from_db()
    assert (package.reason, package.version) == ("Reason one.", 2)


def test_an_instrument_that_is_not_in_the_lawbook_is_not_found(package, people):
    with pytest.raises(NotFound):
        put(package, people, Place("law-99", "1"))


@pytest.mark.parametrize("key", ["", "Статья", "21/4", "21 4", "UPPER", "-1", "x" * 81])
def test_an_article_cannot_be_called_just_anything(package, people, key):
    with pytest.raises(DomainError):
        put(package, people, Place("law-55-2005", key))
    assert not PackageItem.objects.exists()


@pytest.mark.parametrize("who", ["coordinator", "officer", "foreign_editor"])
def test_for_others_a_package_is_not_there_to_be_changed(ready, people, who):
    actor = getattr(people, who).actor
    deeds = (
        lambda: put(ready, people, seen=1, by=getattr(people, who)),
        lambda: services.remove_article(ready.pk, SHELTER, seen=1, actor=actor),
        lambda: services.describe_package(ready.pk, in_all("x"), "x", seen=1, actor=actor),
        lambda: services.drop_package(ready.pk, actor=actor),
    )
    for deed in deeds:
        with pytest.raises(NotFound):
            deed()
    assert PackageItem.objects.get().version == 1


def test_a_package_that_is_not_there_is_not_found(people):
    with pytest.raises(NotFound):
        services.drop_package(uuid4(), actor=people.editor.actor)


def test_a_dropped_package_stays_and_does_not_change_any_more(ready, people):
    services.drop_package(ready.pk, actor=people.editor.actor)

    ready.refresh_from_db()
    assert ready.state == PackageState.DROPPED
    assert ready.closed_at is not None
    with pytest.raises(Forbidden, match="dropped"):
        put(ready, people, seen=1)
    with pytest.raises(Forbidden):
        services.drop_package(ready.pk, actor=people.editor.actor)
    assert events()[-1] == (Event.PACKAGE_DROPPED, "")


def test_nothing_changes_while_an_adoption_is_proposed(ready, people, clock):
    propose(ready, people, clock)
    actor = people.editor.actor

    with pytest.raises(Forbidden, match="proposed"):
        put(ready, people, seen=1)
    with pytest.raises(Forbidden):
        services.remove_article(ready.pk, SHELTER, seen=1, actor=actor)
    with pytest.raises(Forbidden):
        services.describe_package(ready.pk, in_all("x"), "x", seen=1, actor=actor)
    with pytest.raises(Forbidden):
        services.drop_package(ready.pk, actor=actor)


def test_the_database_holds_each_article_of_a_package_once(ready):
    item = PackageItem.objects.get()
    item.pk = uuid4()
    with pytest.raises(IntegrityError), transaction.atomic():
        item.save(force_insert=True)


def test_the_database_knows_when_a_package_was_closed(package):
    package.state = PackageState.DROPPED
    with pytest.raises(IntegrityError), transaction.atomic():
        package.save()


def test_a_wording_may_lack_a_language_for_now(package, people):
    item = put(package, people, text="x", title={}, note="Translation follows.")

    assert item.title == {}
    assert wording().title != {}
