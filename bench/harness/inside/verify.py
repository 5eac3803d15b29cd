"""Check after a run what the database holds of the forms that were answered, and of no others.

    python -m harness.inside.verify count                 how many cases there are
    python -m harness.inside.verify contacts BEFORE       what was answered, as JSON on standard input
    python -m harness.inside.verify sends                 the same; and the drafts that were not sent

Prints {"faults": [...], "rows": ...}: rows is the length of the audit chain.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from harness.inside.people import actor
from korgoo.access.chain import verify_chain
from korgoo.access.enums import Event, Facet
from korgoo.access.models import AuditEvent, Submission
from korgoo.casework import facets
from korgoo.casework.models import (
    Case,
    CaseClock,
    CaseParty,
    FacetWrap,
    SealedFacet,
    TimelineEntry,
)
from korgoo.referral.enums import ReferralState
from korgoo.referral.models import Referral

Answered = list[dict[str, str]]
# Sending starts two clocks: receipt and answer.
CLOCKS_OF_A_SENT_ONE = 2


def contacts(before: int, answered: Answered) -> list[str]:
    """Return what is wrong with the cases of contact forms that were answered with a redirect.

    Args:
        before: How many cases there were before the run.
        answered: ``key``, ``location``, ``name`` and ``person`` of each form.
    """
    ids = [UUID(row["location"].split("/")[2]) for row in answered]
    added = Case.objects.count() - before
    faults = [f"{len(answered)} answers, {added} cases"] if added != len(answered) else []
    faults += [f"two forms, one case: {pk}" for pk, n in Counter(ids).items() if n > 1]
    faults += _remembered(answered)
    there = dict(Case.objects.filter(pk__in=ids).values_list("pk", "owner_id"))
    faults += [f"lost: {pk}" for pk in ids if pk not in there]
    faults += _each(ids, _contact_traces(ids))
    return faults + _names(answered, ids)


def sends(answered: Answered, drafts: list[str]) -> list[str]:
    """Return what is wrong with referrals: those answered as sent, and those never answered.

    Args:
        answered: ``key`` and ``location`` of each form.
        drafts: Every draft of the run, sent or not; each has a case of its own.
    """
    sent = {UUID(row["location"].split("/")[2]) for row in answered}
    rows = list(Referral.objects.filter(pk__in=[UUID(d) for d in drafts]))
    faults = _remembered(answered)
    if len(sent) != len(answered) or sent - {row.pk for row in rows}:
        faults.append("a referral was answered twice, or is lost")
    for row in rows:
        is_sent = row.state == ReferralState.SENT and bool(row.confirmation_hash and row.sent_at)
        is_draft = row.state == ReferralState.DRAFT and not (row.confirmation_hash or row.sent_at)
        if not (is_sent if row.pk in sent else is_draft):
            faults.append(f"{row.pk}: {row.state}, answered: {row.pk in sent}")
    done = [row.case_id for row in rows if row.pk in sent]
    left = [row.case_id for row in rows if row.pk not in sent]
    faults += _each(done, _send_traces(rows))
    return faults + _each(
        left, {what: (0, found) for what, (_n, found) in _send_traces(rows).items()}
    )


def _remembered(answered: Answered) -> list[str]:
    keys = [row["key"] for row in answered]
    stored = dict(Submission.objects.filter(pk__in=keys).values_list("pk", "location"))
    given = {UUID(row["key"]): row["location"] for row in answered}
    return [
        f"another answer is remembered: {key}" for key in given if stored.get(key) != given[key]
    ]


Traces = dict[str, tuple[int, "Counter[Any]"]]


def _contact_traces(ids: list[UUID]) -> Traces:
    cases = {"case_id__in": ids}
    opened = TimelineEntry.objects.filter(**cases, event=Event.CASE_OPENED)
    names = SealedFacet.objects.filter(**cases, kind=Facet.IDENTITY)
    wraps = FacetWrap.objects.filter(facet__case_id__in=ids)
    return {
        "timeline entry": (1, Counter(opened.values_list("case_id", flat=True))),
        "audit row": (1, _audited(Event.CASE_OPENED, ids)),
        "sealed name": (1, Counter(names.values_list("case_id", flat=True))),
        "wrapped key": (1, Counter(wraps.values_list("facet__case_id", flat=True))),
        "audit row of the seal": (1, _audited(Event.FACET_WRITTEN, ids)),
    }


def _send_traces(rows: list[Referral]) -> Traces:
    ids = [row.case_id for row in rows]
    sent = TimelineEntry.objects.filter(case_id__in=ids, event=Event.REFERRAL_SENT)
    clocks = CaseClock.objects.running().filter(referral_id__in=[row.pk for row in rows])
    parties = CaseParty.objects.filter(case_id__in=ids, until__isnull=True)
    receivers = {row.receiver_id for row in rows}
    wraps = FacetWrap.objects.filter(facet__case_id__in=ids, organisation_id__in=receivers)
    return {
        "timeline entry": (1, Counter(sent.values_list("case_id", flat=True))),
        "audit row": (1, _audited(Event.REFERRAL_SENT, ids)),
        "part in the case": (1, Counter(parties.values_list("case_id", flat=True))),
        "clock": (CLOCKS_OF_A_SENT_ONE, Counter(clocks.values_list("case_id", flat=True))),
        "key for the receiver": (1, Counter(wraps.values_list("facet__case_id", flat=True))),
        "audit row of the sharing": (1, _audited(Event.FACET_SHARED, ids)),
    }


def _audited(event: Event, ids: Iterable[UUID]) -> "Counter[UUID]":
    wanted = set(ids)
    targets = AuditEvent.objects.filter(event=event).values_list("target", flat=True)
    found = Counter(UUID(target.partition(":")[2]) for target in targets)
    return Counter({pk: n for pk, n in found.items() if pk in wanted})


def _each(ids: list[UUID], traces: Traces) -> list[str]:
    return [
        f"{pk}: {found[pk]} of {wanted} x {what}"
        for what, (wanted, found) in traces.items()
        for pk in ids
        if found[pk] != wanted
    ]


def _names(answered: Answered, ids: list[UUID]) -> list[str]:
    """Open every name with the key of who wrote it, and compare."""
    faults: list[str] = []
    written: dict[str, dict[UUID, str]] = defaultdict(dict)
    for row, pk in zip(answered, ids, strict=True):
        written[row["person"]][pk] = row["name"]
    for person, names in written.items():
        cases = Case.objects.filter(pk__in=names)
        opened = facets.read_many(cases, Facet.IDENTITY, actor=actor(person))
        faults += [
            f"{pk}: another name" for pk, n in names.items() if opened.get(pk, {}).get("name") != n
        ]
    return faults


def main(what: str, *arguments: str) -> None:
    """Check, and check the chain of audit rows last."""
    if what == "count":
        print(json.dumps({"cases": Case.objects.count()}))
        return
    given = json.load(sys.stdin)
    if what == "contacts":
        faults = contacts(int(arguments[0]), given["answered"])
    else:
        faults = sends(given["answered"], given["drafts"])
    chain = verify_chain()
    if chain.first_bad is not None:
        faults.append(f"audit chain, row {chain.first_bad}: {chain.reason}")
    print(json.dumps({"faults": faults, "rows": chain.rows}))


if __name__ == "__main__":
    main(*sys.argv[1:])
