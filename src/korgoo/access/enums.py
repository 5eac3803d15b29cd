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
    FOREIGN = "foreign", _("Organisation of another country")


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
    TAKE_PART = "take_part", _("Take part in the inter-agency platform")


class Role(TextChoices):
    """A job in an organisation."""

    CAMPAIGN_OFFICER = "campaign_officer", _("Campaign officer")
    CASE_WORKER = "case_worker", _("Case worker")
    CONTENT_EDITOR = "content_editor", _("Content editor")
    COORDINATOR = "coordinator", _("Co-ordinator")
    DATA_PROTECTION_OFFICER = "data_protection_officer", _("Data protection officer")
    HEAD = "head", _("Head of the case workers")
    HOTLINE_OPERATOR = "hotline_operator", _("Hotline operator")
    OFFICER = "officer", _("Front-line officer")
    ORGANISATION_ADMINISTRATOR = "organisation_administrator", _("Organisation administrator")
    SECRETARY = "secretary", _("Secretary of councils and of the plan")


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
    CRIME = "crime", _("Facts of the offence")
    HEALTH = "health", _("Health")
    THERAPY = "therapy", _("Notes of the psychologist")
    WHEREABOUTS = "whereabouts", _("Where the person stays")
    DOCUMENTS = "documents", _("Papers and pictures")


class Permission(StrEnum):
    """What a person may do, as ``mission:record:verb``. In alphabetical order."""

    ACCOUNT_USE = "access:account:use"
    AUDIT_VIEW = "access:audit:view"
    KEY_APPROVE = "access:key:approve"
    MEMBER_MANAGE = "access:member:manage"
    ACTIVITY_LOG = "activities:activity:log"
    CAMPAIGN_REPORT = "activities:report:view"
    AGENCY_EDIT = "agencies:register:edit"
    AGENCY_VIEW = "agencies:register:view"
    ASSESSMENT_WRITE = "assistance:assessment:write"
    PROGRAMME_VIEW = "assistance:programme:view"
    PROGRAMME_WRITE = "assistance:programme:write"
    WORK_REPORT = "assistance:work:report"
    CAMPAIGN_EDIT = "campaign:campaign:edit"
    CAMPAIGN_VIEW = "campaign:campaign:view"
    CASE_LIST = "casework:case:list"
    CASE_OPEN = "casework:case:open"
    CASE_VIEW = "casework:case:view"
    CASE_WATCH = "casework:case:watch"
    CASES_EXPORT = "casework:cases:export"
    CLOCK_KEEP = "casework:clock:keep"
    CONFLICT_MARK = "casework:conflict:mark"
    CONSENT_RECORD = "casework:consent:record"
    EXCEPTION_VIEW = "casework:exception:view"
    FACET_OPEN = "casework:facet:open"
    FACET_WRITE = "casework:facet:write"
    GLASS_BREAK = "casework:glass:break"
    PROCEDURAL_RECORD = "casework:procedural:record"
    PROCEDURAL_VIEW = "casework:procedural:view"
    SHARING_DECIDE = "casework:sharing:decide"
    CASE_ASSIGN = "closing:case:assign"
    CASE_CLOSE = "closing:case:close"
    CASE_REOPEN = "closing:case:reopen"
    FOLLOW_UP_RECORD = "closing:follow-up:record"
    HANDOVER_MAKE = "closing:handover:make"
    REQUEST_ANSWER = "closing:request:answer"
    REQUEST_CONFIRM = "closing:request:confirm"
    REQUEST_RECORD = "closing:request:record"
    REQUEST_VIEW = "closing:request:view"
    RETENTION_HOLD = "closing:retention:hold"
    RETENTION_VIEW = "closing:retention:view"
    COMMITMENT_CONFIRM = "commitments:commitment:confirm"
    COMMITMENT_MAKE = "commitments:commitment:make"
    COMMITMENT_VIEW = "commitments:commitment:view"
    ADOPTION_DECIDE = "consultation:adoption:decide"
    COMMENT_ANSWER = "consultation:comment:answer"
    COMMENT_WRITE = "consultation:comment:write"
    CONSULTATION_OPEN = "consultation:consultation:open"
    CONSULTATION_VIEW = "consultation:consultation:view"
    BODY_EDIT = "councils:body:edit"
    BODY_VIEW = "councils:body:view"
    CONTACT_RECORD = "desk:contact:record"
    CONTACT_READ = "desk:contact:view"
    SHIFT_HAND_OVER = "desk:shift:hand-over"
    CLAIM_RECORD = "determination:claim:record"
    CLAIM_VIEW = "determination:claim:view"
    DETERMINATION_MAKE = "determination:decision:make"
    DETERMINATION_NOTIFY = "determination:decision:notify"
    DETERMINATION_VIEW = "determination:decision:view"
    NON_PUNISHMENT_MAKE = "determination:note:make"
    NON_PUNISHMENT_READ = "determination:note:read"
    NON_PUNISHMENT_VIEW = "determination:note:view"
    ADDRESS_OPEN = "directory:address:open"
    GAP_VIEW = "directory:gap:view"
    DIRECTORY_VIEW = "directory:service:browse"
    SERVICE_EDIT = "directory:service:edit"
    FIELD_FORM_VIEW = "fieldforms:form:view"
    SUBMISSION_IMPORT = "fieldforms:submission:import"
    HELP_ANSWER = "helpline:message:answer"
    GUIDELINE_VIEW = "identification:guideline:view"
    SCREENING_FILL = "identification:screening:fill"
    SCREENING_VIEW = "identification:screening:view"
    PACKAGE_EDIT = "lawbook:package:edit"
    PACKAGE_VIEW = "lawbook:package:view"
    ANNOUNCEMENT_SEND = "library:announcement:send"
    DOCUMENT_PUBLISH = "library:document:publish"
    DOCUMENT_VIEW = "library:document:view"
    MATERIAL_APPROVE = "materials:material:approve"
    MATERIAL_EDIT = "materials:material:edit"
    MATERIAL_VIEW = "materials:material:view"
    STOCK_MOVE = "materials:stock:move"
    MEETING_EDIT = "meetings:meeting:edit"
    MEETING_VIEW = "meetings:meeting:view"
    MINUTES_AGREE = "meetings:minutes:agree"
    OPINION_VIEW = "mypage:opinion:view"
    PAGE_MANAGE = "mypage:page:manage"
    OFFER_REPORT_READ = "offers:report:read"
    PLAN_EDIT = "plan:plan:edit"
    PLAN_VIEW = "plan:plan:view"
    REPORT_ACCEPT = "plan:report:accept"
    REPORT_WRITE = "plan:report:write"
    REFERRAL_ANSWER = "referral:referral:answer"
    REFERRAL_CONFIRM = "referral:referral:confirm"
    REFERRAL_SEND = "referral:referral:send"
    REFERRAL_VIEW = "referral:referral:view"
    CONTENT_APPROVE = "rights:content:approve"
    CONTENT_EDIT = "rights:content:edit"
    CONTENT_VIEW = "rights:content:view"
    RETURN_HANDOVER = "safe_return:handover:confirm"
    RETURN_PACKAGE = "safe_return:package:make"
    RETURN_PARTNER = "safe_return:partner:manage"
    RETURN_PLACE = "safe_return:place:open"
    RETURN_VIEW = "safe_return:plan:view"
    RETURN_WRITE = "safe_return:plan:write"
    DRAFT_EDIT = "workshop:draft:edit"
    DRAFT_VIEW = "workshop:draft:view"


class Event(StrEnum):
    """What the audit trail records, as ``mission:record:past-verb``. In alphabetical order."""

    ALARM_RAISED = "access:alarm:raised"
    ALARM_SEEN = "access:alarm:seen"
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
    ACTIVITY_CANCELLED = "activities:activity:cancelled"
    ACTIVITY_CHANGED = "activities:activity:changed"
    ACTIVITY_LOGGED = "activities:activity:logged"
    LESSON_WRITTEN = "activities:lesson:written"
    ACTIVITY_LIST_DROPPED = "activities:list:dropped"
    ACTIVITY_LIST_REFUSED = "activities:list:refused"
    ACTIVITY_LIST_TAKEN = "activities:list:taken"
    ACTIVITY_LIST_UPLOADED = "activities:list:uploaded"
    ACTIVITY_PHOTO_ADDED = "activities:photo:added"
    ACTIVITY_PHOTO_APPROVED = "activities:photo:approved"
    ACTIVITY_PHOTO_REMOVED = "activities:photo:removed"
    PLACEMENT_CHANGED = "activities:placement:changed"
    PLACEMENT_RECORDED = "activities:placement:recorded"
    AGENCY_ADDED = "agencies:agency:added"
    AGENCY_CHANGED = "agencies:agency:changed"
    AGENCY_DECISION_CORRECTED = "agencies:decision:corrected"
    AGENCY_DECISION_RECORDED = "agencies:decision:recorded"
    AGENCY_LIST_DROPPED = "agencies:list:dropped"
    AGENCY_LIST_REFUSED = "agencies:list:refused"
    AGENCY_LIST_TAKEN = "agencies:list:taken"
    AGENCY_LIST_UPLOADED = "agencies:list:uploaded"
    ASSESSMENT_MADE = "assistance:assessment:made"
    BEST_INTEREST_DECIDED = "assistance:best-interest:decided"
    CONFERENCE_HELD = "assistance:conference:held"
    GOALS_WRITTEN = "assistance:goals:written"
    GUARDIAN_RECORDED = "assistance:guardian:recorded"
    ITEM_ADDED = "assistance:item:added"
    ITEM_CHANGED = "assistance:item:changed"
    ITEM_MOVED = "assistance:item:moved"
    PROGRAMME_EXPORTED = "assistance:programme:exported"
    PROGRAMME_PRINTED = "assistance:programme:printed"
    PROGRAMME_REVIEWED = "assistance:programme:reviewed"
    SERVICE_GIVEN = "assistance:service:given"
    TASK_DONE = "assistance:task:done"
    CAMPAIGN_CHANGED = "campaign:campaign:changed"
    CAMPAIGN_MADE = "campaign:campaign:made"
    CAMPAIGN_MOVED = "campaign:campaign:moved"
    CAMPAIGN_CODE_MADE = "campaign:code:made"
    CAMPAIGN_PART_REMOVED = "campaign:part:removed"
    CAMPAIGN_PART_WRITTEN = "campaign:part:written"
    CAMPAIGN_READINESS_SAID = "campaign:readiness:said"
    CAMPAIGN_RECALL_RECORDED = "campaign:recall:recorded"
    CAMPAIGN_RESULT_WRITTEN = "campaign:result:written"
    CAMPAIGN_RISK_ANSWERED = "campaign:risk:answered"
    ATTACHMENT_OPENED = "casework:attachment:opened"
    CASE_OPENED = "casework:case:opened"
    CASE_PROCEDURAL_CHANGED = "casework:case:procedural-changed"
    CASE_STATUS_CHANGED = "casework:case:status-changed"
    CASE_VIEWED = "casework:case:viewed"
    CASES_EXPORTED = "casework:cases:exported"
    CLOCK_ENDED = "casework:clock:ended"
    CLOCK_EXTENDED = "casework:clock:extended"
    CLOCK_PAUSED = "casework:clock:paused"
    CLOCK_RESUMED = "casework:clock:resumed"
    CLOCK_STARTED = "casework:clock:started"
    CLOCK_STOPPED = "casework:clock:stopped"
    CODED_FACTS_CHANGED = "casework:coded-facts:changed"
    CONFLICT_LIFT_ASKED = "casework:conflict:lift-asked"
    CONFLICT_LIFTED = "casework:conflict:lifted"
    CONFLICT_MARKED = "casework:conflict:marked"
    CONSENT_RECORDED = "casework:consent:recorded"
    CONSENT_WITHDRAWN = "casework:consent:withdrawn"
    FACET_OPENED = "casework:facet:opened"
    FACET_REKEYED = "casework:facet:rekeyed"
    FACET_SHARED = "casework:facet:shared"
    FACET_WRITTEN = "casework:facet:written"
    FILTER_FORGOTTEN = "casework:filter:forgotten"
    FILTER_SAVED = "casework:filter:saved"
    GLASS_ASKED = "casework:glass:asked"
    GLASS_BROKEN = "casework:glass:broken"
    GLASS_CONFIRMED = "casework:glass:confirmed"
    GLASS_OVERDUE = "casework:glass:overdue"
    GLASS_REFUSED = "casework:glass:refused"
    CASE_NOTICE_READ = "casework:notice:read"
    PAPER_ADDED = "casework:paper:added"
    PAPER_OPENED = "casework:paper:opened"
    PAPER_REMOVED = "casework:paper:removed"
    SHARING_ASKED = "casework:sharing:asked"
    SHARING_CONFIRMED = "casework:sharing:confirmed"
    SHARING_ENDED = "casework:sharing:ended"
    SHARING_REFUSED = "casework:sharing:refused"
    SHARING_TOLD = "casework:sharing:told"
    CASE_ASSIGNED = "closing:case:assigned"
    CASE_CLOSED = "closing:case:closed"
    CASE_ERASED = "closing:case:erased"
    CASE_REOPENED = "closing:case:reopened"
    FOLLOW_UP_RECORDED = "closing:follow-up:recorded"
    HANDOVER_MADE = "closing:handover:made"
    HANDOVER_NOTED = "closing:handover:noted"
    REQUEST_ANSWERED = "closing:request:answered"
    REQUEST_CONFIRMED = "closing:request:confirmed"
    REQUEST_EXPORTED = "closing:request:exported"
    REQUEST_LIFTED = "closing:request:lifted"
    REQUEST_TAKEN = "closing:request:taken"
    RETENTION_HELD = "closing:retention:held"
    RETENTION_NOTICED = "closing:retention:noticed"
    RETENTION_RELEASED = "closing:retention:released"
    ADOPTION_CONFIRMED = "consultation:adoption:confirmed"
    ADOPTION_PROPOSED = "consultation:adoption:proposed"
    ADOPTION_WITHDRAWN = "consultation:adoption:withdrawn"
    COMMENT_ANSWERED = "consultation:comment:answered"
    COMMENT_WRITTEN = "consultation:comment:written"
    CONSULTATION_CLOSED = "consultation:consultation:closed"
    CONSULTATION_OPENED = "consultation:consultation:opened"
    NOTICE_READ = "consultation:notice:read"
    NOTICE_SENT = "consultation:notice:sent"
    CONTACT_BECAME_CASE = "desk:contact:became-case"
    CONTACT_CALLED = "desk:contact:called-back"
    CONTACT_ENDED = "desk:contact:ended"
    CONTACT_ERASED = "desk:contact:erased"
    CONTACT_FORGOTTEN = "desk:contact:forgotten"
    CONTACT_JOINED = "desk:contact:linked"
    CONTACT_OPENED = "desk:contact:opened"
    CONTACT_PASSED_ON = "desk:contact:passed-on"
    CONTACT_RECORDED = "desk:contact:recorded"
    CONTACT_TAKEN = "desk:contact:taken"
    CONTACT_PARTED = "desk:contact:unlinked"
    SHIFT_HANDED_OVER = "desk:shift:handed-over"
    SHIFT_NOTES_OPENED = "desk:shift:notes-opened"
    SHIFT_TAKEN_OVER = "desk:shift:taken-over"
    CLAIM_CHANGED = "determination:claim:changed"
    CLAIM_FILED = "determination:claim:filed"
    CLAIM_PAID = "determination:claim:paid"
    DETERMINATION_APPEALED = "determination:decision:appealed"
    DETERMINATION_CONFLICT_SAID = "determination:decision:conflict-said"
    DETERMINATION_DECIDED = "determination:decision:decided"
    DETERMINATION_DISSENTED = "determination:decision:dissented"
    DETERMINATION_NOTIFIED = "determination:decision:notified"
    DETERMINATION_PRINTED = "determination:decision:printed"
    DETERMINATION_PROPOSED = "determination:decision:proposed"
    DETERMINATION_READ = "determination:decision:read"
    DETERMINATION_REVIEWED = "determination:decision:reviewed"
    NON_PUNISHMENT_GIVEN = "determination:note:given"
    NON_PUNISHMENT_MADE = "determination:note:made"
    NON_PUNISHMENT_PRINTED = "determination:note:printed"
    NON_PUNISHMENT_RECEIVED = "determination:note:received"
    ADDRESS_OPENED = "directory:address:opened"
    ADDRESS_SEALED = "directory:address:sealed"
    GAP_RECORDED = "directory:gap:recorded"
    GAPS_EXPORTED = "directory:gaps:exported"
    PLACES_CHANGED = "directory:places:changed"
    SERVICE_ADDED = "directory:service:added"
    SERVICE_CHANGED = "directory:service:changed"
    SERVICE_CHECKED = "directory:service:checked"
    SUBMISSIONS_DROPPED = "fieldforms:submissions:dropped"
    SUBMISSIONS_TAKEN = "fieldforms:submissions:taken"
    SUBMISSIONS_UPLOADED = "fieldforms:submissions:uploaded"
    HELP_ANSWERED = "helpline:conversation:answered"
    HELP_ENDED = "helpline:conversation:ended"
    HELP_ERASED = "helpline:conversation:erased"
    HELP_FOUND = "helpline:conversation:found"
    HELP_HANDED_OVER = "helpline:conversation:handed-over"
    HELP_LINKED = "helpline:conversation:linked"
    HELP_OPENED = "helpline:conversation:opened"
    HELP_PASSED_ON = "helpline:conversation:passed-on"
    HELP_RELEASED = "helpline:conversation:released"
    HELP_REFUSED = "helpline:conversation:spam-marked"
    HELP_TAKEN = "helpline:conversation:taken"
    HELP_PHOTO_OPENED = "helpline:photo:opened"
    EDITION_ADOPTED = "identification:edition:adopted"
    EDITION_KEPT = "identification:edition:kept"
    SCREENING_ANSWERED = "identification:screening:answered"
    SCREENING_DECIDED = "identification:screening:decided"
    SCREENING_OPINION_GIVEN = "identification:screening:opinion-given"
    SCREENING_PRINTED = "identification:screening:printed"
    SCREENING_REREAD = "identification:screening:reread"
    SCREENING_STARTED = "identification:screening:started"
    SCREENING_VIEWED = "identification:screening:viewed"
    ARTICLES_ADOPTED = "lawbook:articles:adopted"
    PACKAGE_CHANGED = "lawbook:package:changed"
    PACKAGE_DROPPED = "lawbook:package:dropped"
    PACKAGE_STARTED = "lawbook:package:started"
    MATERIAL_ADDED = "materials:material:added"
    MATERIAL_APPROVED = "materials:material:approved"
    MATERIAL_GIVEN_BACK = "materials:material:given-back"
    MATERIAL_SENT = "materials:material:sent"
    MATERIAL_WITHDRAWN = "materials:material:withdrawn"
    MATERIAL_WRITTEN = "materials:material:written"
    STOCK_MOVED = "materials:stock:moved"
    APPOINTMENT_CANCELLED = "mypage:appointment:cancelled"
    APPOINTMENT_MADE = "mypage:appointment:made"
    APPOINTMENT_OPENED = "mypage:appointment:opened"
    PAGE_CODE_CANCELLED = "mypage:code:cancelled"
    PAGE_CODE_MADE = "mypage:code:made"
    DATA_REQUESTED = "mypage:data:requested"
    MESSAGE_NOTED = "mypage:message:noted"
    MESSAGE_OPENED = "mypage:message:opened"
    MESSAGE_WRITTEN = "mypage:message:written"
    OPINIONS_OPENED = "mypage:opinions:opened"
    PAGE_OPENED = "mypage:page:opened"
    OFFER_REPORT_ERASED = "offers:report:erased"
    OFFER_REPORT_OPENED = "offers:report:opened"
    OFFER_REPORTED = "offers:report:reported"
    OFFER_REPORT_SEEN = "offers:report:seen"
    OFFER_REPORT_SETTLED = "offers:report:settled"
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
    MAIL_CHOSEN = "reminders:mail:chosen"
    ORGANISATION_CLOCK_STARTED = "reminders:time-limit:started"
    ORGANISATION_CLOCK_STOPPED = "reminders:time-limit:stopped"
    CONTENT_LOADED = "rights:content:loaded"
    CONTENT_FILE_DROPPED = "rights:file:dropped"
    CONTENT_FILE_REFUSED = "rights:file:refused"
    CONTENT_FILE_TAKEN = "rights:file:taken"
    CONTENT_FILE_UPLOADED = "rights:file:uploaded"
    STATEMENT_APPROVED = "rights:item:approved"
    STATEMENT_CHANGED = "rights:item:changed"
    STATEMENT_CONFIRMED = "rights:item:confirmed"
    STATEMENT_DROPPED = "rights:item:dropped"
    STATEMENT_ENDED = "rights:item:ended"
    STATEMENT_PUBLISHED = "rights:item:published"
    STATEMENT_RETURNED = "rights:item:returned"
    STATEMENT_SENT = "rights:item:sent"
    STATEMENT_WITHDRAWN = "rights:item:withdrawn"
    STATEMENT_WRITTEN = "rights:item:written"
    NUMBER_ADDED = "rights:number:added"
    NUMBER_CALLED = "rights:number:called"
    NUMBER_CONFIRMED = "rights:number:confirmed"
    NUMBER_CORRECTED = "rights:number:corrected"
    NUMBER_KEPT = "rights:number:kept"
    NUMBER_TAKEN_OFF = "rights:number:taken-off"
    RETURN_PACKAGE_ANSWERED = "safe_return:package:answered"
    RETURN_PACKAGE_FETCHED = "safe_return:package:fetched"
    RETURN_PACKAGE_MADE = "safe_return:package:made"
    RETURN_PACKAGE_STOPPED = "safe_return:package:stopped"
    RETURN_PACKAGE_TOLD = "safe_return:package:told"
    RETURN_PRINTED = "safe_return:paper:printed"
    PARTNER_KEY_ADDED = "safe_return:partner-key:added"
    PARTNER_KEY_CHECKED = "safe_return:partner-key:checked"
    PARTNER_KEY_RETIRED = "safe_return:partner-key:retired"
    PARTNER_ADDED = "safe_return:partner:added"
    RETURN_PLACE_CLOSED = "safe_return:place:closed"
    RETURN_PLACE_OPENED = "safe_return:place:opened"
    RETURN_PLACE_SHARED = "safe_return:place:shared"
    RETURN_PLACE_WRITTEN = "safe_return:place:written"
    RETURN_CHANGED = "safe_return:plan:changed"
    RETURN_MOVED = "safe_return:plan:moved"
    RETURN_STARTED = "safe_return:plan:started"
    RETURN_WISH_ASKED = "safe_return:wish:asked"
    DRAFT_CHANGED = "workshop:draft:changed"
    DRAFT_DROPPED = "workshop:draft:dropped"
    DRAFT_IMPORTED = "workshop:draft:imported"
    DRAFT_STARTED = "workshop:draft:started"
    DRAFT_TRIED = "workshop:draft:tried"


# Somebody looked at what is sealed or confidential. Such a row stays also when the form sent with the
# page was refused, and all that the form would have written was taken back.
LOOKS = frozenset(
    {
        Event.ADDRESS_OPENED,
        Event.APPOINTMENT_OPENED,
        Event.ATTACHMENT_OPENED,
        Event.CASE_VIEWED,
        Event.DETERMINATION_READ,
        Event.FACET_OPENED,
        Event.CONTACT_OPENED,
        Event.SHIFT_NOTES_OPENED,
        Event.HELP_OPENED,
        Event.HELP_PHOTO_OPENED,
        Event.MESSAGE_OPENED,
        Event.OFFER_REPORT_OPENED,
        Event.OPINIONS_OPENED,
        Event.PAPER_OPENED,
        Event.RETURN_PLACE_OPENED,
        Event.SCREENING_VIEWED,
    }
)
KEY_HOLDING_ROLES = frozenset(
    {Role.CASE_WORKER, Role.COORDINATOR, Role.HEAD, Role.HOTLINE_OPERATOR, Role.OFFICER}
)
