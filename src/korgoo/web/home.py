"""What waits for a member: gathered from the missions, as far as the member's roles reach."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.utils.translation import get_language

from korgoo.access import api as access
from korgoo.access import policy
from korgoo.access.enums import Permission
from korgoo.casework import api as casework
from korgoo.closing import api as closing
from korgoo.consultation import api as consultation
from korgoo.countrypack import api as packs
from korgoo.desk import api as desk
from korgoo.library import api as library
from korgoo.mypage import api as mypage
from korgoo.offers import api as offers
from korgoo.pairs import api as pairs
from korgoo.referral import api as referral
from korgoo.referral.enums import UNANSWERED, DeclineReason
from korgoo.reminders import api as reminders
from korgoo.rights import api as rights

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

MOST_LATE = 15
# Of each list of referrals; the rest is one link away, so that the page stays light on a weak line.
MOST_WAITING = 10
# Groups of the inbox that stand on the home page, item by item.
SHOWN_HERE = {"consultations"}


@dataclass(frozen=True, slots=True)
class Watch:
    """What the co-ordinator sees first: late answers, and how much is under way. Codes only."""

    late: list[referral.ReferralCard]
    live: int
    unanswered: int
    cases: list[casework.CaseLine]


@dataclass(frozen=True, slots=True)
class Home:
    """One member's home page."""

    can_open: bool
    kept: list[access.KeptCard]
    key_requests: int
    people_waiting: int = 0
    offers_waiting: int = 0
    at_desk: desk.Waiting = field(default_factory=desk.Waiting)
    advice: rights.Waiting = field(default_factory=rights.Waiting)
    alarms: int = 0
    elsewhere: pairs.Waits = field(default_factory=pairs.Waits)
    inbox: int = 0
    ending: closing.Waits = field(default_factory=closing.Waits)
    notices: list[consultation.NoticeCard] = field(default_factory=list)
    consultations: list[consultation.OpenConsultation] = field(default_factory=list)
    told: list[casework.NoticeCard] = field(default_factory=list)
    waiting: referral.Waiting | None = None
    cases: list[casework.CaseLine] = field(default_factory=list)
    watch: Watch | None = None
    reminders: "list[reminders.ReminderLine]" = field(default_factory=list)
    sleeping: list[casework.SleepingCase] = field(default_factory=list)

    @property
    def is_quiet(self) -> bool:
        """Tell whether nothing waits."""
        waiting = self.waiting
        lists = (
            [waiting.inbox, waiting.asked, waiting.returned, waiting.to_confirm] if waiting else []
        )
        late = self.watch.late if self.watch else []
        said = self.notices or self.consultations or self.told or self.reminders or self.sleeping
        asked = (
            self.key_requests
            or self.people_waiting
            or self.offers_waiting
            or self.advice != rights.Waiting()
            or self.alarms
            or self.inbox
            or self.elsewhere != pairs.Waits()
            or self.ending != closing.Waits()
            or self.at_desk != desk.Waiting()
        )
        return not (any(lists) or late or said or self.kept or asked)


def gather(actor: "Actor") -> Home:
    """Gather what waits for a member."""
    works_on_cases = policy.may_enter(actor, Permission.CASE_LIST)
    is_asked = policy.may_enter(actor, Permission.CONSULTATION_VIEW)
    return Home(
        can_open=policy.may_enter(actor, Permission.CASE_OPEN),
        kept=access.list_kept(actor=actor),
        key_requests=_key_requests(actor),
        alarms=access.count_alarms(actor=actor),
        elsewhere=pairs.waiting(actor=actor),
        inbox=library.count_waiting(actor=actor, besides=SHOWN_HERE),
        people_waiting=mypage.count_waiting(actor=actor),
        offers_waiting=offers.count_waiting(actor=actor),
        at_desk=desk.waiting(actor=actor),
        advice=rights.waiting(actor=actor),
        ending=closing.waiting(actor=actor),
        notices=consultation.unread_notices(actor=actor) if is_asked else [],
        consultations=_consultations(actor) if is_asked else [],
        told=casework.unread_notices(actor=actor),
        reminders=reminders.unseen(actor=actor, most=MOST_LATE),
        sleeping=casework.sleeping(actor=actor) if works_on_cases else [],
        waiting=referral.waiting(actor=actor, most=MOST_WAITING + 1) if works_on_cases else None,
        cases=casework.recent(actor=actor) if works_on_cases else [],
        watch=_watch(actor) if actor.is_coordinator else None,
    )


def kinds() -> dict[str, str]:
    """Name the kinds of help in the language of the page."""
    language = get_language() or "en"
    return {k.key: k.name.in_language(language) for k in packs.current().referral_types}


def decline_reasons() -> dict[str, str]:
    """Say why help was declined, by the code of the reason."""
    return {reason.value: str(reason.label) for reason in DeclineReason}


def clock_names() -> dict[str, str]:
    """Name the clocks of the pack in the language of the page."""
    language = get_language() or "en"
    return {key: c.name.in_language(language) for key, c in packs.current().clocks.items()}


def _consultations(actor: "Actor") -> list[consultation.OpenConsultation]:
    """List the consultations that wait for something from the member."""
    return [row for row in consultation.list_open(actor=actor) if row.waits]


def _watch(actor: "Actor") -> Watch:
    live = referral.watched(actor=actor)
    return Watch(
        late=[card for card in live if card.is_late][:MOST_LATE],
        live=len(live),
        unanswered=sum(card.state in UNANSWERED for card in live),
        cases=casework.recent_watched(actor=actor),
    )


def _key_requests(actor: "Actor") -> int:
    if not policy.may_enter(actor, Permission.KEY_APPROVE):
        return 0
    return access.count_key_requests(actor=actor)
