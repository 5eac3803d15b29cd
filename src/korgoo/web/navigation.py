"""The main menu: one table, shown by permission."""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.access import policy
from korgoo.access.enums import Permission

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.utils.functional import _StrOrPromise

    from korgoo.access.actor import Actor


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the table: who holds the permission sees the label and comes to the route.

    With a ``hint`` it is also a card on the home page; ``in_menu`` false keeps it there alone, so
    that the menu stays short on a telephone.
    """

    label: "_StrOrPromise"
    route: str
    permission: Permission
    hint: "_StrOrPromise" = ""
    in_menu: bool = True


@dataclass(frozen=True, slots=True)
class Item:
    """One entry as a page shows it."""

    label: str
    href: str
    is_current: bool
    hint: str = ""
    in_menu: bool = True


TABLE: tuple[Entry, ...] = (
    Entry(pgettext_lazy("main menu", "Home"), "web:home", Permission.ACCOUNT_USE),
    Entry(pgettext_lazy("main menu", "Inbox"), "library:inbox", Permission.DOCUMENT_VIEW),
    Entry(pgettext_lazy("main menu", "Cases"), "casework:list", Permission.CASE_LIST),
    Entry(pgettext_lazy("main menu", "Find a person"), "lookup:find", Permission.CASE_OPEN),
    Entry(pgettext_lazy("main menu", "Asked of us"), "referral:inbox", Permission.REFERRAL_ANSWER),
    Entry(
        pgettext_lazy("main menu", "Sent by us"), "referral:sent_list", Permission.REFERRAL_SEND
    ),
    Entry(
        pgettext_lazy("main menu", "Matching key"),
        "lookup:key",
        Permission.MATCHING_KEY_KEEP,
        _("Under which people are compared in code; change it together with a second person"),
        in_menu=False,
    ),
    Entry(pgettext_lazy("main menu", "Same person?"), "pairs:list", Permission.PAIR_WATCH),
    Entry(
        pgettext_lazy("main menu", "Key to possible pairs"),
        "pairs:key",
        Permission.PAIR_KEY_KEEP,
        _("Which organisations can open possible pairs; a new key when nobody can any more"),
        in_menu=False,
    ),
    Entry(
        pgettext_lazy("main menu", "Perhaps known elsewhere"),
        "pairs:mine",
        Permission.PAIR_ASK,
        _("People whom another organisation may help too; what is asked about our cases."),
        in_menu=False,
    ),
    Entry(
        pgettext_lazy("main menu", "Persons counted once"),
        "counting:persons",
        Permission.PERSONS_COUNT,
        _(
            "How many persons stand behind the cases of all organisations, and who knows the same ones"
        ),
        in_menu=False,
    ),
    Entry(
        pgettext_lazy("main menu", "How well people are matched"),
        "counting:quality",
        Permission.QUALITY_VIEW,
        _("How many pairs were right, wrong or missed, by writing and citizenship"),
        in_menu=False,
    ),
    Entry(pgettext_lazy("main menu", "Board"), "board:board", Permission.CASE_WATCH),
    Entry(pgettext_lazy("main menu", "All referrals"), "referral:watch", Permission.CASE_WATCH),
    Entry(pgettext_lazy("main menu", "All cases"), "casework:watch", Permission.CASE_WATCH),
    # Who keeps councils and the plan, and who runs campaigns, has them in the menu too.
    Entry(pgettext_lazy("main menu", "Meetings"), "meetings:list", Permission.BODY_EDIT),
    Entry(pgettext_lazy("main menu", "National plan"), "plan:list", Permission.BODY_EDIT),
    Entry(pgettext_lazy("main menu", "Campaigns"), "campaign:list", Permission.CAMPAIGN_EDIT),
    Entry(pgettext_lazy("main menu", "Guideline"), "workshop:list", Permission.DRAFT_EDIT),
    Entry(
        pgettext_lazy("main menu", "Guideline"),
        "workshop:list",
        Permission.DRAFT_VIEW,
        _("The edition in force, earlier ones, and drafts of the next."),
        in_menu=False,
    ),
    Entry(
        pgettext_lazy("main menu", "Who helps"),
        "directory:list",
        Permission.DIRECTORY_VIEW,
        _("Services of all organisations, whom they take, free places."),
        in_menu=False,
    ),
    Entry(
        pgettext_lazy("main menu", "Our services"),
        "directory:own",
        Permission.SERVICE_EDIT,
        _("What we offer and to whom; our free places."),
        in_menu=False,
    ),
    Entry(
        pgettext_lazy("main menu", "Help that is missing"),
        "directory:gaps",
        Permission.GAP_VIEW,
        _("Whom nobody could help, counted by month, group and region."),
        in_menu=False,
    ),
    Entry(
        pgettext_lazy("main menu", "Reviews and late help"),
        "assistance:waiting",
        Permission.PROGRAMME_VIEW,
        _("Whose needs are to be looked at again, and which help is late."),
        in_menu=False,
    ),
    Entry(
        pgettext_lazy("main menu", "Consultations"),
        "consultation:list",
        Permission.CONSULTATION_VIEW,
        _("Drafts on which your organisation can say what it thinks."),
        in_menu=False,
    ),
    Entry(
        pgettext_lazy("main menu", "Promises"),
        "commitments:list",
        Permission.COMMITMENT_VIEW,
        _("Who promised what to whom by when, and what was kept."),
        in_menu=False,
    ),
    Entry(
        pgettext_lazy("main menu", "Library"),
        "library:list",
        Permission.DOCUMENT_VIEW,
        _("Documents and announcements of the platform, drafts in consultation."),
        in_menu=False,
    ),
    Entry(
        pgettext_lazy("main menu", "Meetings"),
        "meetings:list",
        Permission.MEETING_VIEW,
        _("Invitations, minutes to agree, and what was decided."),
        in_menu=False,
    ),
    Entry(
        pgettext_lazy("main menu", "Councils"),
        "councils:list",
        Permission.BODY_VIEW,
        _("Who sits in which body, now and before; whom to call."),
        in_menu=False,
    ),
    Entry(
        pgettext_lazy("main menu", "Campaigns"),
        "campaign:list",
        Permission.CAMPAIGN_VIEW,
        _("What is planned for a hundred days, who does what, and what it changed."),
        in_menu=False,
    ),
    Entry(
        pgettext_lazy("main menu", "National plan"),
        "plan:list",
        Permission.PLAN_VIEW,
        _("Measures, half-year reports, and the consolidated report."),
        in_menu=False,
    ),
    Entry(
        pgettext_lazy("main menu", "Decisions"),
        "determination:list",
        Permission.DETERMINATION_MAKE,
        _("On the status of people referred for identification."),
    ),
    Entry(
        pgettext_lazy("main menu", "Notes given to us"),
        "determination:given_list",
        Permission.NON_PUNISHMENT_READ,
        _("Non-punishment: screen these people before any sanction."),
        in_menu=False,
    ),
    Entry(
        pgettext_lazy("main menu", "Statuses of a case"),
        "casework:status_map",
        Permission.CASE_LIST,
        _("Protection and proceedings: every status and the ways between them."),
        in_menu=False,
    ),
    Entry(
        pgettext_lazy("main menu", "Time limits"),
        "reminders:list",
        Permission.ACCOUNT_USE,
        _("All that you were woken for; e-mail on or off."),
        in_menu=False,
    ),
    Entry(
        pgettext_lazy("main menu", "Laws"),
        "lawbook:instruments",
        Permission.ACCOUNT_USE,
        _("By article, as they stood on any day."),
        in_menu=False,
    ),
    Entry(
        pgettext_lazy("main menu", "Advice for migrants"),
        "rights:desk",
        Permission.CONTENT_EDIT,
        _("Write it, read it as the second person, look at it again, call the numbers."),
    ),
    Entry(
        pgettext_lazy("main menu", "What migrants are told"),
        "rights:history",
        Permission.CONTENT_VIEW,
        _("By country, with what held on a past day."),
        in_menu=False,
    ),
    Entry(
        pgettext_lazy("main menu", "Activities"),
        "activities:list",
        Permission.ACTIVITY_LOG,
        _("What the campaign planned and held: log it in a minute; the report."),
        in_menu=False,
    ),
    Entry(
        pgettext_lazy("main menu", "Materials"),
        "materials:choose",
        Permission.MATERIAL_VIEW,
        _("Posters, cards and pictures of campaigns; who approved them, where they lie."),
        in_menu=False,
    ),
    Entry(
        pgettext_lazy("main menu", "Agencies"),
        "agencies:list",
        Permission.AGENCY_VIEW,
        _("Which agencies may send people where, and every decision on it."),
        in_menu=False,
    ),
    Entry(
        pgettext_lazy("main menu", "Forms and cards to carry"),
        "fieldforms:list",
        Permission.FIELD_FORM_VIEW,
        _("The same questions on paper and in ODK or KoboToolbox; bring answers back."),
        in_menu=False,
    ),
    Entry(
        pgettext_lazy("main menu", "After closing"),
        "closing:after",
        Permission.FOLLOW_UP_RECORD,
        _("Ask how persons fare some months after their case was closed."),
        in_menu=False,
    ),
    Entry(
        pgettext_lazy("main menu", "Requests of persons"),
        "closing:requests",
        Permission.REQUEST_VIEW,
        _("What persons ask about their own data, and until when."),
        in_menu=False,
    ),
    Entry(
        pgettext_lazy("main menu", "What is kept"),
        "closing:kept",
        Permission.RETENTION_VIEW,
        _("How long things are kept, what will be erased, and holding it back."),
        in_menu=False,
    ),
    Entry(
        pgettext_lazy("main menu", "Hand work over"),
        "closing:leavers",
        Permission.HANDOVER_MAKE,
        _("All open work of somebody who leaves passes to colleagues in one act."),
        in_menu=False,
    ),
    Entry(
        pgettext_lazy("main menu", "Returns home"),
        "safe_return:list",
        Permission.RETURN_VIEW,
        _("Who is on the way home, who meets them, which first night is not confirmed."),
        in_menu=False,
    ),
    Entry(
        pgettext_lazy("main menu", "Partners abroad"),
        "safe_return:partners",
        Permission.RETURN_PARTNER,
        _("Foreign and consular partners that are not connected, and their keys."),
        in_menu=False,
    ),
    Entry(
        pgettext_lazy("main menu", "Reported offers"),
        "offers:list",
        Permission.OFFER_REPORT_READ,
        _("Offers of work that people reported to your organisation without a name."),
        in_menu=False,
    ),
    Entry(
        pgettext_lazy("main menu", "Keys"),
        "access:key_requests",
        Permission.KEY_APPROVE,
        _("Let a new colleague, or one with a new password, read again."),
    ),
    Entry(
        pgettext_lazy("main menu", "Members"),
        "access:members",
        Permission.MEMBER_MANAGE,
        _("Who works here in which role; one-time codes."),
    ),
    Entry(
        pgettext_lazy("main menu", "Audit trail"),
        "access:audit",
        Permission.AUDIT_VIEW,
        _("Who read or changed what, and when."),
    ),
    Entry(
        pgettext_lazy("main menu", "Bait and alarms"),
        "pairs:alarms",
        Permission.AUDIT_VIEW,
        _("Who compares unusually many people; cases of people who do not exist."),
        in_menu=False,
    ),
    Entry(
        pgettext_lazy("main menu", "Exceptions"),
        "casework:exceptions",
        Permission.EXCEPTION_VIEW,
        _("What was opened without a person's consent, and by whom."),
        in_menu=False,
    ),
    Entry(
        pgettext_lazy("main menu", "Desk"),
        "desk:desk",
        Permission.CONTACT_RECORD,
        _("Who waits, whom to call back, a new contact, the end of a shift."),
    ),
    Entry(
        pgettext_lazy("main menu", "Messages without a name"),
        "helpline:queue",
        Permission.HELP_ANSWER,
        _("Who asks for help without a name, those in danger first."),
    ),
    Entry(
        pgettext_lazy("main menu", "Account"),
        "access:account",
        Permission.ACCOUNT_USE,
        _("Password, second factor, the fingerprint of your key."),
    ),
)


# What everybody finds behind the public door; shown on its pages alone.
DOOR: "tuple[tuple[_StrOrPromise, str], ...]" = (
    (pgettext_lazy("menu of the public door", "Rights"), "rights_public:start"),
    (pgettext_lazy("menu of the public door", "Agencies"), "agencies_public:check"),
    (pgettext_lazy("menu of the public door", "Offers"), "offers_public:check"),
    (pgettext_lazy("menu of the public door", "Help"), "helpline_public:start"),
)


def door_items(path: str) -> list[Item]:
    """List the menu of the public door, in the language of the page.

    Args:
        path: Of the page asked for.
    """
    addresses = [(str(label), reverse(route)) for label, route in DOOR]
    current = _current(path, [address for _label, address in addresses])
    return [Item(label, address, address == current) for label, address in addresses]


def items(request: "HttpRequest", actor: "Actor | None") -> list[Item]:
    """List the menu of the person asking; nothing for visitors.

    Raises:
        django.urls.NoReverseMatch: The table names a route that does not exist.
    """
    if actor is None:
        return []
    mine = [entry for entry in TABLE if policy.may_enter(actor, entry.permission)]
    current = _current(request.path, [_address(entry.route) for entry in mine])
    return [
        Item(
            str(e.label),
            _address(e.route),
            _address(e.route) == current,
            hint=str(e.hint),
            in_menu=e.in_menu,
        )
        for e in mine
    ]


@cache
def _address(route: str) -> str:
    """Find the address of a page of members once: it is the same in every language."""
    return reverse(route)


def _current(path: str, addresses: list[str]) -> str:
    """Find the entry under which a page lies: the longest address that the page's begins with."""
    return max((a for a in addresses if path.startswith(a)), key=len, default="")
