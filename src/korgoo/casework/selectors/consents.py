"""What a person agreed to, and until when."""

from datetime import datetime

from korgoo.casework.cards import Agreement
from korgoo.casework.models import Case, ConsentAct, ConsentScope
from korgoo.lib import clock


def list_agreements(case: Case) -> list[Agreement]:
    """List what the person allows now, by organisation and purpose, the newest talk first."""
    rows = ConsentScope.objects.in_force(clock.now()).filter(act__case=case)
    talks: dict[int, tuple[ConsentAct, list[str]]] = {}
    for row in rows.select_related("act__recipient").order_by("-act_id", "pk"):
        talks.setdefault(row.act_id, (row.act, []))[1].append(row.scope)
    return [
        Agreement(
            act.recipient_id,
            act.recipient.name,
            act.purpose,
            tuple(scopes),
            act.recorded_at,
            act.expires_at,
        )
        for act, scopes in talks.values()
    ]


def list_consents(case: Case) -> list[ConsentAct]:
    """List every talk about consent, newest first, with its answers."""
    rows = ConsentAct.objects.filter(case=case).select_related("recipient")
    return list(rows.prefetch_related("scopes"))


def newest_talks(case: Case) -> dict[int, ConsentAct]:
    """Find the newest talk about each organisation, without its answers; the newest first."""
    newest: dict[int, ConsentAct] = {}
    for act in ConsentAct.objects.filter(case=case).select_related("recipient"):
        newest.setdefault(act.recipient_id, act)
    return newest


def running_out(*, before: datetime, organisation_id: int | None = None) -> list[ConsentAct]:
    """List talks that allow something now and run out before a moment, the soonest first.

    Args:
        before: Until when to look ahead.
        organisation_id: Only cases that this organisation owns; None for all, for reminders.
    """
    rows = ConsentAct.objects.running_out(before, now=clock.now())
    if organisation_id is not None:
        rows = rows.filter(case__owner_id=organisation_id)
    return list(rows.select_related("case", "recipient").order_by("expires_at", "pk"))
