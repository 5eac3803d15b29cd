from korgoo.access.models.alarms import ReadingAlarm
from korgoo.access.models.audit import AuditEvent, AuditHead
from korgoo.access.models.forms import Flood, KeptForm, Submission
from korgoo.access.models.keys import (
    EnrolmentCode,
    KeyRequest,
    MemberKey,
    OrganisationKey,
    OrganisationKeyWrap,
)
from korgoo.access.models.organisations import (
    Membership,
    Organisation,
    OrganisationMandate,
    User,
)

__all__ = [
    "AuditEvent",
    "AuditHead",
    "EnrolmentCode",
    "Flood",
    "KeptForm",
    "KeyRequest",
    "MemberKey",
    "Membership",
    "Organisation",
    "OrganisationKey",
    "OrganisationKeyWrap",
    "OrganisationMandate",
    "ReadingAlarm",
    "Submission",
    "User",
]
