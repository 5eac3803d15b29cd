"""Which step of a case is which word in a pack: the one table by which any clock of a pack runs.

A clock says in the pack what ``starts``, ``restarts`` and ``stops`` it. Every step that leaves a
trace on a timeline is looked up here. A mission above casework names its own steps in its
``AppConfig.ready``::

    steps.register(Event.SHELTER_ARRIVED, "shelter_arrived")
"""

from korgoo.access.enums import Event
from korgoo.casework.enums import Protection
from korgoo.countrypack import api as packs

# By event and detail; a detail of "" stands for any.
_words: dict[tuple[str, str], str] = {
    (Event.CASE_OPENED, ""): "case_opened",
    **{
        (Event.CASE_STATUS_CHANGED, status.value): status.value
        for status in Protection
        if status is not Protection.CONTACT
    },
    (Event.REFERRAL_SENT, ""): "referral_sent",
    (Event.REFERRAL_RECEIVED, ""): "referral_received",
    (Event.REFERRAL_ACCEPTED, ""): "referral_accepted",
    (Event.REFERRAL_DECLINED, ""): "referral_declined",
    (Event.REFERRAL_SERVICE_STARTED, ""): "referral_service_started",
    (Event.REFERRAL_COMPLETED, ""): "referral_completed",
    (Event.REFERRAL_CONFIRMED, ""): "referral_confirmed",
    (Event.REFERRAL_UNCONFIRMED, ""): "referral_unconfirmed",
    (Event.REFERRAL_WITHDRAWN, ""): "referral_withdrawn",
    (Event.REFERRAL_EXPIRED, ""): "referral_expired",
}


def register(event: Event, word: str, *, detail: str = "") -> None:
    """Name a step of a mission above in the words of the packs.

    Args:
        event: What leaves the trace.
        word: One of the words that a pack may use.
        detail: Only with this detail; without it with any.

    Raises:
        ValueError: Packs know no such word.
    """
    if word not in packs.CASE_STEPS:
        raise ValueError(f"no step of a case: {word}")
    _words[(event, detail)] = word


def word_of(event: str, detail: str) -> str:
    """Say what packs call a step; empty when no clock can wait for it."""
    return _words.get((event, detail)) or _words.get((event, ""), "")
