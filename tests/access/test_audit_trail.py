"""The audit trail cannot be changed unseen."""

from dataclasses import replace
from datetime import date
from threading import Thread

import pytest
from django.db import DatabaseError, connection, transaction

from korgoo.access import audit, chain
from korgoo.access.enums import Event
from korgoo.access.models import AuditEvent, AuditHead
from tests import factories
from tests.guards import guards_lifted

pytestmark = pytest.mark.django_db


@pytest.fixture
def rows(clock):
    """Five rows, a minute apart."""
    for number in range(5):
        audit.record(Event.CASE_VIEWED, actor=None, target=f"casework.Case:{number}")
        clock.forward(minutes=1)
    return AuditEvent.objects.all()


def test_every_row_follows_the_row_before(rows):
    previous = audit.GENESIS
    for row in rows.order_by("seq"):
        assert row.previous == previous
        previous = row.digest
    assert chain.verify_chain() == chain.ChainReport(5)


def test_a_row_names_who_what_and_which_record():
    somebody = factories.member()
    row = audit.record(
        Event.FACET_OPENED, actor=somebody.actor, target=somebody.user, detail="identity"
    )
    assert (row.user_id, row.organisation_id) == (somebody.user.pk, somebody.organisation.pk)
    assert row.target == f"access.User:{somebody.user.pk}"
    assert "Aibek" not in str(vars(row))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE access_auditevent SET detail = 'x' WHERE seq = 2",
        "UPDATE access_auditevent SET seq = seq + 100",
        "DELETE FROM access_auditevent WHERE seq = 5",
        "DELETE FROM access_auditevent",
    ],
)
def test_the_database_refuses_to_change_the_trail(rows, statement):
    with (
        pytest.raises(DatabaseError, match="insert-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert chain.verify_chain() == chain.ChainReport(5)


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has no TRUNCATE")
def test_the_database_refuses_to_empty_the_trail(rows):
    with (
        pytest.raises(DatabaseError, match="insert-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("TRUNCATE access_auditevent")


def test_the_model_refuses_too(rows):
    row = rows[0]
    with pytest.raises(TypeError):
        row.save()
    with pytest.raises(TypeError):
        row.delete()


@pytest.mark.parametrize(
    "change",
    [
        {"detail": "x"},
        {"event": "casework:case:opened"},
        {"target": "casework.Case:99"},
        {"user_id": 1},
        {"organisation_id": 1},
        {"at": "the moment of another row"},
        {"digest": "0" * 64},
        {"previous": "1" * 64},
    ],
    ids=str,
)
def test_a_changed_row_is_named(rows, change):
    if "at" in change:
        change = {"at": rows.get(seq=1).at}
    with guards_lifted():
        AuditEvent.objects.filter(seq=3).update(**change)
    report = chain.verify_chain()
    # A false digest shows in its own row; it is checked before the next one's link.
    assert report.first_bad == 3
    assert report.rows == 2
    assert report.reason


def test_a_missing_row_is_named(rows):
    with guards_lifted():
        AuditEvent.objects.filter(seq=3)._raw_delete("default")
    assert chain.verify_chain().first_bad == 3
    assert chain.verify_chain().reason == "a row is missing"


def rewrite(first):
    """Do what a thief with the whole database could: make the rest of the chain fit again."""
    previous = AuditEvent.objects.get(seq=first - 1).digest if first > 1 else audit.GENESIS
    for row in AuditEvent.objects.filter(seq__gte=first).order_by("seq"):
        row.previous = previous
        row.digest = previous = audit.digest_of(row)
        AuditEvent.objects.filter(seq=row.seq).update(previous=row.previous, digest=row.digest)


def test_a_rewritten_chain_fits_itself_but_no_head_that_was_kept(rows):
    head = chain.sign_head(date(2026, 3, 2))
    kept = chain.head_from_text(head.to_text())
    assert kept == head
    with guards_lifted():
        AuditHead.objects.all().delete()
        AuditEvent.objects.filter(seq=2).update(target="casework.Case:99")
        rewrite(2)
    assert chain.verify_chain().first_bad is None
    report = chain.verify_chain(heads=(kept,))
    assert report.first_bad == kept.seq
    assert report.reason == "the row is not the one that was signed"


def test_a_trail_cut_short_does_not_fit_its_head(rows):
    chain.sign_head(date(2026, 3, 2))
    with guards_lifted():
        AuditEvent.objects.filter(seq__gt=4)._raw_delete("default")
    report = chain.verify_chain()
    assert report.first_bad == 6
    assert report.reason == "a signed row is missing"


def test_a_forged_head_is_named(rows):
    head = chain.sign_head(date(2026, 3, 2))
    for forged in (replace(head, digest="0" * 64), replace(head, day=date(2026, 3, 3))):
        report = chain.verify_chain(heads=(forged,))
        assert report.first_bad == head.seq


def test_a_rewritten_chain_signed_by_a_stranger_is_named(rows, settings):
    head = chain.sign_head(date(2026, 3, 2))
    settings.SECRET_KEY = "the thief's"
    assert chain.verify_chain().first_bad == head.seq
    settings.SECRET_KEY_FALLBACKS = ["not-a-secret-only-for-tests"]
    assert chain.verify_chain().first_bad is None


def test_a_head_is_signed_once_a_day(clock, rows):
    first = chain.sign_head()
    assert chain.sign_head() == first
    clock.forward(days=1)
    assert chain.sign_head().seq > first.seq


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"day": "x"}', '{"day": 1}'])
def test_what_is_no_head_is_refused(text):
    with pytest.raises(ValueError, match=r"head|isoformat"):
        chain.head_from_text(text)


def test_progress_is_told(monkeypatch, rows):
    monkeypatch.setattr(chain, "BATCH", 2)
    seen = []
    chain.verify_chain(progress=seen.append)
    assert seen == [2, 4]


@pytest.mark.django_db(transaction=True)
def test_many_at_once_write_one_chain():
    failures = []

    def work():
        try:
            for _ in range(5):
                audit.record(Event.CASE_VIEWED, actor=None, target="casework.Case:1")
        except DatabaseError as error:
            failures.append(error)
        finally:
            connection.close()

    threads = [Thread(target=work) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures
    assert chain.verify_chain() == chain.ChainReport(30)
