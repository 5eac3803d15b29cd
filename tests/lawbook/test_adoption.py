"""From the package to the law: consultation, two persons, and how the article stands then."""

from datetime import date, timedelta
from functools import partial

import pytest

from korgoo.access.enums import Event
from korgoo.access.models import AuditEvent
from korgoo.consultation import api as consultation_api
from korgoo.consultation import services as consultation
from korgoo.consultation import subjects
from korgoo.consultation.enums import AnswerKind
from korgoo.consultation.errors import Obstructed
from korgoo.consultation.models import Adoption
from korgoo.lawbook import api, services, subject
from korgoo.lawbook.enums import KIND, PackageState
from korgoo.lawbook.models import AdoptedVersion
from korgoo.lawbook.services import Place
from korgoo.lib.errors import DomainError, NotFound
from tests.lawbook.conftest import (
    BASIS,
    FIRST_DAY,
    LAST_DAY,
    adopt,
    in_all,
    propose,
    put,
)
from tests.members import at_once

pytestmark = pytest.mark.django_db
REF = "law-55-2005#21-4"
EVE = FIRST_DAY - timedelta(days=1)


def test_packages_can_be_put_to_consultation():
    assert subjects.subject(KIND) is subject.PACKAGES


def test_the_article_stands_anew_from_the_day_of_effect(ready, people, clock):
    adopt(ready, people, clock)

    before, after = api.as_it_stood(REF, EVE), api.as_it_stood(REF, FIRST_DAY)

    assert "ten days" in before.gist
    assert before.text == ""
    assert after.text == "A person may stay for thirty days. (en)"
    assert (after.since, after.is_day_known) == (FIRST_DAY, True)
    ready.refresh_from_db()
    assert ready.state == PackageState.ADOPTED


def test_adoption_keeps_its_basis_and_leaves_a_trace(ready, people, clock):
    adopt(ready, people, clock)

    row = AdoptedVersion.objects.get()
    assert (row.legal_basis, row.valid_from, row.package_id) == (BASIS, FIRST_DAY, ready.pk)
    event = AuditEvent.objects.get(event=Event.ARTICLES_ADOPTED)
    assert event.user_id == people.coordinator.user.pk
    assert event.detail == "2026-04-01"


def test_one_person_does_not_adopt_alone(ready, people, clock):
    adoption = propose(ready, people, clock)

    with pytest.raises(DomainError):
        consultation.confirm(adoption.pk, actor=people.editor.actor)
    assert not AdoptedVersion.objects.exists()


def test_every_comment_is_answered_first(ready, people, clock):
    row = consultation.open_consultation(
        KIND, ready.pk, open_until=LAST_DAY, actor=people.editor.actor
    )
    comment = consultation.write_comment(row.pk, REF, "Too short.", actor=people.officer.actor)
    clock.set(2026, 3, 21, 9)
    offer = {"legal_basis": BASIS, "takes_effect": FIRST_DAY, "actor": people.editor.actor}

    with pytest.raises(Obstructed):
        consultation.propose(row.pk, **offer)
    consultation.answer_comment(
        comment.pk, AnswerKind.ACCEPTED, "", seen="", actor=people.editor.actor
    )

    assert consultation.propose(row.pk, **offer)


def test_an_empty_package_is_not_adopted(package):
    assert subject.obstacles(package.pk) == ["No article is in the package yet."]


def test_a_missing_translation_is_named_by_article_and_language(package, people):
    title, text = in_all("How long"), in_all("Thirty days.")
    del title["ky"], text["ru"]
    services.put_article(
        package.pk,
        Place("law-55-2005", "21-4"),
        services.Wording("21-4", title, text, "Why."),
        seen=0,
        actor=people.editor.actor,
    )

    (words,) = subject.obstacles(package.pk)

    assert "Article 21-4" in words
    assert "Кыргызча" in words
    assert "Русский" in words
    assert "English" not in words


def test_a_package_without_a_title_in_every_language_is_not_adopted(people):
    package = services.start_package({"en": "Longer stay"}, "Because.", actor=people.editor.actor)
    put(package, people)

    assert subject.obstacles(package.pk) == [
        "The title of the package is missing in: Кыргызча, Русский."
    ]


def test_a_dropped_package_is_not_adopted(ready, people, clock):
    row = consultation.open_consultation(
        KIND, ready.pk, open_until=LAST_DAY, actor=people.editor.actor
    )
    services.drop_package(ready.pk, actor=people.editor.actor)
    clock.set(2026, 3, 21, 9)

    with pytest.raises(Obstructed):
        consultation.propose(
            row.pk, legal_basis=BASIS, takes_effect=FIRST_DAY, actor=people.editor.actor
        )
    with pytest.raises(DomainError, match="dropped"):
        services.adopt(
            ready.pk,
            legal_basis=BASIS,
            takes_effect=FIRST_DAY,
            actor=people.coordinator.actor,
        )


def test_commenters_read_what_stands_and_what_is_proposed(ready, people):
    put(ready, people, Place("law-55-2005", "21-5"), number="21-5", text="Help is free.")

    described = subject.describe(ready.pk)

    assert described.title == subject.name(ready.pk) == "Longer stay (en)"
    assert described.address == f"/laws/packages/{ready.pk}/"
    changed, new = described.items
    assert (changed.key, new.key) == ("law-55-2005#21-4", "law-55-2005#21-5")
    assert "could not be had" in changed.before
    assert "ten days" in changed.before
    assert changed.after == "A person may stay for thirty days. (en)"
    assert new.before == ""


def test_after_adoption_the_package_still_says_what_it_replaced(ready, people, clock):
    before = subject.describe(ready.pk)
    adopt(ready, people, clock)
    clock.set(2026, 5, 1, 9)

    assert subject.describe(ready.pk) == before


def test_every_organisation_is_told_in_its_language(ready, people, clock):
    put(ready, people, Place("law-55-2005", "21-5"), number="21-5", text="Help is free.")

    notice = subject.notice(ready.pk)

    assert notice.title == in_all("Longer stay")
    changed, new = (line.words for line in notice.lines)
    assert changed["en"].endswith("A new wording.")
    assert new["en"].endswith("A new article.")
    assert "Article 21-5" in new["en"]
    assert "How long (ru)" in new["ru"]
    assert all(line.is_for_everybody for line in notice.lines)
    adopt(ready, people, clock)
    assert consultation_api.unread_notices(actor=people.officer.actor)


def test_a_second_package_changes_the_article_again(ready, people, clock):
    adopt(ready, people, clock)
    clock.set(2026, 3, 2, 9)
    second = services.start_package(in_all("Longer still"), "More.", actor=people.editor.actor)
    put(second, people, text="A person may stay for sixty days.")

    adopt(second, people, clock, takes_effect=date(2026, 6, 1))

    assert "thirty" in api.as_it_stood(REF, date(2026, 5, 31)).text
    assert "sixty" in api.as_it_stood(REF, date(2026, 6, 1)).text
    (item,) = subject.describe(second.pk).items
    assert "thirty" in item.before


def test_of_two_adopted_for_one_day_the_later_stands(ready, people, clock):
    adopt(ready, people, clock)
    clock.set(2026, 3, 2, 10)
    second = services.start_package(in_all("Longer still"), "More.", actor=people.editor.actor)
    put(second, people, text="A person may stay for sixty days.")

    adopt(second, people, clock)

    assert "sixty" in api.as_it_stood(REF, FIRST_DAY).text
    assert "ten days" in api.as_it_stood(REF, EVE).gist


def test_a_new_article_exists_from_its_adoption_on(package, people, clock):
    put(package, people, Place("law-55-2005", "21-5"), number="21-5", text="Help is free.")
    assert not api.exists("law-55-2005#21-5")

    adopt(package, people, clock)

    assert api.exists("law-55-2005#21-5")
    assert api.as_it_stood("law-55-2005#21-5", EVE) is None
    assert api.as_it_stood("law-55-2005#21-5", FIRST_DAY).text == "Help is free. (en)"


def test_what_is_adopted_is_adopted_once(ready, people, clock):
    adopt(ready, people, clock)

    with pytest.raises(DomainError, match="adopted"):
        services.adopt(
            ready.pk,
            legal_basis=BASIS,
            takes_effect=FIRST_DAY,
            actor=people.coordinator.actor,
        )
    assert AdoptedVersion.objects.count() == 1


def test_a_package_that_is_not_there_is_not_found(db):
    for ask in (subject.name, subject.describe, subject.obstacles, subject.notice):
        with pytest.raises(NotFound):
            ask("00000000-0000-0000-0000-000000000000")


@pytest.fixture
def overtaken(ready, people, clock):
    """Two packages reword one article; one is adopted while the other's adoption is proposed."""
    rival = services.start_package(in_all("Shorter stay"), "Less.", actor=people.editor.actor)
    put(rival, people, text="A person may stay for five days.")
    adoption = propose(rival, people, clock)
    clock.set(2026, 3, 2, 9)
    adopt(ready, people, clock)
    return rival, adoption


def test_what_another_package_changed_meanwhile_is_not_overwritten_unseen(overtaken, people):
    rival, adoption = overtaken

    (words,) = subject.obstacles(rival.pk)

    assert "Article 21-4" in words
    assert "changed since this wording was written" in words
    with pytest.raises(Obstructed):
        consultation.confirm(adoption.pk, actor=people.coordinator.actor)
    with pytest.raises(DomainError, match="stands in the way"):
        services.adopt(
            rival.pk, legal_basis=BASIS, takes_effect=FIRST_DAY, actor=people.coordinator.actor
        )
    assert "thirty" in api.as_it_stood(REF, FIRST_DAY).text


def test_who_saves_again_has_seen_what_stands(overtaken, people, clock):
    rival, adoption = overtaken
    consultation.withdraw(adoption.pk, actor=people.editor.actor)

    put(rival, people, seen=1, text="A person may stay for sixty days.")

    assert subject.obstacles(rival.pk) == []
    row = adoption.consultation_id
    again = consultation.propose(
        row, legal_basis=BASIS, takes_effect=FIRST_DAY, actor=people.editor.actor
    )
    consultation.confirm(again.pk, actor=people.coordinator.actor)
    assert "sixty" in api.as_it_stood(REF, FIRST_DAY).text


def test_an_adopted_package_is_not_overtaken_by_itself(ready, people, clock):
    adopt(ready, people, clock)

    assert subject.obstacles(ready.pk) == []


@pytest.mark.django_db(transaction=True)
def test_two_packages_of_the_same_moment_wait_for_each_other(ready, people, clock):
    rival = services.start_package(in_all("Shorter stay"), "Less.", actor=people.editor.actor)
    put(rival, people, text="A person may stay for five days.")
    adoptions = [propose(ready, people, clock)]
    clock.set(2026, 3, 2, 9)
    adoptions.append(propose(rival, people, clock))

    outcomes = at_once(
        *(
            partial(consultation.confirm, one.pk, actor=people.coordinator.actor)
            for one in adoptions
        )
    )

    assert sorted(isinstance(one, DomainError) for one in outcomes) == [False, True]
    assert sorted(isinstance(one, Adoption) for one in outcomes) == [False, True]
