"""The vocabulary of access. Stored values: renaming one needs a migration."""

from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class OrganisationKind(TextChoices):
    """What sort of body an organisation is."""

    STATE = "state", _("State body")
    NGO = "ngo", _("Non-governmental organisation")
    INTERNATIONAL = "international", _("International organisation")


class Mandate(TextChoices):
    """What the law or an agreement lets an organisation do in the referral mechanism."""

    ADVISE = "advise", _("Advise callers")
    CONSULAR = "consular", _("Protect citizens abroad")
    COORDINATE = "coordinate", _("Co-ordinate the referral mechanism")
    DECIDE = "decide", _("Decide on the status of a victim")
    INSPECT = "inspect", _("Inspect work places")
    INVESTIGATE = "investigate", _("Investigate offences")
    PRESUME = "presume", _("Identify presumed victims")
    SERVE = "serve", _("Give services")


class Role(TextChoices):
    """A job in an organisation."""

    CASE_WORKER = "case_worker", _("Case worker")
    COORDINATOR = "coordinator", _("Co-ordinator")
    DATA_PROTECTION_OFFICER = "data_protection_officer", _("Data protection officer")
    HOTLINE_OPERATOR = "hotline_operator", _("Hotline operator")
    OFFICER = "officer", _("Front-line officer")
    ORGANISATION_ADMINISTRATOR = "organisation_administrator", _("Organisation administrator")


class Relation(TextChoices):
    """What an organisation is to one case."""

    OWNER = "owner", _("Owner of the case")
    RECEIVER = "receiver", _("Receiver of a referral")
    COORDINATOR = "coordinator", pgettext_lazy("relation to a case", "Co-ordinator")
    NONE = "none", _("No part in the case")


class Facet(TextChoices):
    """A part of a case that is sealed apart from the others."""

    IDENTITY = "identity", _("Who the person is")
    CONTACT = "contact", _("How to reach the person")
    STORY = "story", _("What the person told")


class Permission(StrEnum):
    """What a person may do, as ``mission:record:verb``. In alphabetical order."""

    ACCOUNT_USE = "access:account:use"
    AUDIT_VIEW = "access:audit:view"
    KEY_APPROVE = "access:key:approve"
    MEMBER_MANAGE = "access:member:manage"
    CASE_LIST = "casework:case:list"
    CASE_OPEN = "casework:case:open"
    CASE_VIEW = "casework:case:view"
    CASE_WATCH = "casework:case:watch"
    CONSENT_RECORD = "casework:consent:record"
    FACET_OPEN = "casework:facet:open"
    FACET_WRITE = "casework:facet:write"
    SCREENING_FILL = "identification:screening:fill"
    SCREENING_VIEW = "identification:screening:view"
    REFERRAL_ANSWER = "referral:referral:answer"
    REFERRAL_CONFIRM = "referral:referral:confirm"
    REFERRAL_SEND = "referral:referral:send"
    REFERRAL_VIEW = "referral:referral:view"


class Event(StrEnum):
    """What the audit trail records, as ``mission:record:past-verb``. In alphabetical order."""

    CODE_ISSUED = "access:code:issued"
    CODE_USED = "access:code:used"
    HEAD_SIGNED = "access:head:signed"
    KEY_APPROVED = "access:key:approved"
    KEY_CREATED = "access:key:created"
    KEY_RECOVERED = "access:key:recovered"
    KEY_REFUSED = "access:key:refused"
    MEMBER_ADDED = "access:member:added"
    MEMBER_LEFT = "access:member:left"
    ORGANISATION_ADDED = "access:organisation:added"
    PASSWORD_CHANGED = "access:password:changed"  # noqa: S105 - the name of an event
    SESSION_OPENED = "access:session:opened"
    SESSION_UNLOCKED = "access:session:unlocked"
    CASE_OPENED = "casework:case:opened"
    CASE_STATUS_CHANGED = "casework:case:status-changed"
    CASE_VIEWED = "casework:case:viewed"
    CLOCK_STARTED = "casework:clock:started"
    CLOCK_STOPPED = "casework:clock:stopped"
    CODED_FACTS_CHANGED = "casework:coded-facts:changed"
    CONSENT_RECORDED = "casework:consent:recorded"
    CONSENT_WITHDRAWN = "casework:consent:withdrawn"
    FACET_OPENED = "casework:facet:opened"
    FACET_REKEYED = "casework:facet:rekeyed"
    FACET_SHARED = "casework:facet:shared"
    FACET_WRITTEN = "casework:facet:written"
    SCREENING_ANSWERED = "identification:screening:answered"
    SCREENING_DECIDED = "identification:screening:decided"
    SCREENING_OPINION_GIVEN = "identification:screening:opinion-given"
    SCREENING_STARTED = "identification:screening:started"
    REFERRAL_ACCEPTED = "referral:referral:accepted"
    REFERRAL_COMPLETED = "referral:referral:completed"
    REFERRAL_CONFIRMED = "referral:referral:confirmed"
    REFERRAL_DECLINED = "referral:referral:declined"
    REFERRAL_DRAFTED = "referral:referral:drafted"
    REFERRAL_EXPIRED = "referral:referral:expired"
    REFERRAL_INFORMATION_ASKED = "referral:referral:information-asked"
    REFERRAL_INFORMATION_GIVEN = "referral:referral:information-given"
    REFERRAL_LETTER_MADE = "referral:referral:letter-made"
    REFERRAL_RECEIVED = "referral:referral:received"
    REFERRAL_RETURN_NOTED = "referral:referral:return-noted"
    REFERRAL_SENT = "referral:referral:sent"
    REFERRAL_SERVICE_STARTED = "referral:referral:service-started"
    REFERRAL_UNCONFIRMED = "referral:referral:unconfirmed"
    REFERRAL_WITHDRAWN = "referral:referral:withdrawn"


KEY_HOLDING_ROLES = frozenset(
    {Role.CASE_WORKER, Role.COORDINATOR, Role.HOTLINE_OPERATOR, Role.OFFICER}
)
