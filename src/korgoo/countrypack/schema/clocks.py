from collections.abc import Mapping
from datetime import timedelta
from typing import Literal

from korgoo.countrypack.schema.base import ArticleRef, Data, Duration, Key, Text
from korgoo.countrypack.schema.provenance import Provenance

Urgency = Literal["now", "day", "planned"]

# A referral starts and stops these itself, one for each referral; a country sets their times.
REFERRAL_CLOCKS = (
    "referral_receipt",
    "referral_answer",
    "referral_service",
    "referral_confirmation",
    "referral_report",
    "referral_expiry",
)

# The steps of a case, and of an organisation's own work, that may start or stop a clock of a pack.
CASE_STEPS = (
    *("case_opened", "case_closed", "case_reopened"),
    *("at_risk", "presumed", "identified", "not_identified", "withdrawn", "lost_contact"),
    *("referral_sent", "referral_received", "referral_accepted", "referral_declined"),
    *("referral_service_started", "referral_completed", "referral_confirmed"),
    *("referral_unconfirmed", "referral_withdrawn", "referral_expired"),
    *("identification_requested", "status_decided", "status_notified", "status_appealed"),
    *("needs_assessed", "programme_agreed", "programme_reviewed"),
    *("shelter_arrived", "shelter_left", "return_agreed", "return_arrived", "data_requested"),
    *("data_answered",),
)
ORGANISATION_STEPS = (
    *("content_reviewed", "directory_checked", "places_checked", "period_ended", "report_sent"),
)


class Ground(Data):
    """A ground on which a clock may be extended."""

    key: Key
    name: Text


class Clock(Data):
    """How long somebody has for something, or that the law does not say.

    Attributes:
        starts: the step that starts the clock, while it does not run yet.
        restarts: steps that start it anew, whether it runs or not.
        stops: steps that end it.
        scope: it runs in a case, or for an organisation's own work.
        responsible: who must act before it runs out.
        may_pause: whether it may stand still with a ground; the time it stood is added.
        extensions: grounds on which it may be extended; none: it may not.
        warn_before: how long before its end to wake who is responsible, where the country's
            general time does not fit.
        duration: time allowed; None when it depends on urgency or is not set.
        basis: the law sets it, the platform proposes a working value, or nobody has set it.
        legal_basis: the provision, required when the law sets it.
        by_urgency: time allowed by urgency of a referral.
        rests_on: articles of the lawbook.
    """

    key: Key
    name: Text
    starts: Key
    restarts: tuple[Key, ...] = ()
    stops: tuple[Key, ...] = ()
    scope: Literal["case", "organisation"] = "case"
    responsible: Literal["owner", "receiver", "coordinator", "deciding_body"]
    may_pause: bool = False
    extensions: tuple[Ground, ...] = ()
    warn_before: Duration | None = None
    duration: Duration | None = None
    basis: Literal["law", "working_value", "unset"]
    legal_basis: Text | None = None
    by_urgency: Mapping[Urgency, Duration] | None = None
    rests_on: tuple[ArticleRef, ...] = ()
    provenance: Provenance

    @property
    def is_set(self) -> bool:
        """Some time is given, by law or as a working value."""
        return self.duration is not None or bool(self.by_urgency)

    def allowed(self, urgency: Urgency | None = None) -> timedelta | None:
        """Give the time allowed.

        Args:
            urgency: urgency of the referral, where the clock depends on it.

        Returns:
            The time, or None when nothing is set: show "not set by law", never guess.
        """
        if urgency is not None and self.by_urgency:
            return self.by_urgency.get(urgency)
        return self.duration
