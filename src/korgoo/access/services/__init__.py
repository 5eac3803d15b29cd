from korgoo.access.services.enrolment import (
    Enrolled,
    add_member,
    end_all_roles,
    end_membership,
    enrol,
    issue_code,
)
from korgoo.access.services.keys import (
    approve_key,
    recover_with_printed_key,
    refuse_key,
    renew_printed_key,
)
from korgoo.access.services.organisations import (
    add_organisation,
    end_organisation,
    load_organisations,
)
from korgoo.access.services.passwords import change_password, open_member_key

__all__ = [
    "Enrolled",
    "add_member",
    "add_organisation",
    "approve_key",
    "change_password",
    "end_all_roles",
    "end_membership",
    "end_organisation",
    "enrol",
    "issue_code",
    "load_organisations",
    "open_member_key",
    "recover_with_printed_key",
    "refuse_key",
    "renew_printed_key",
]
