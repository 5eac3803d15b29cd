from datetime import date

from django.urls import include, path, register_converter

from korgoo.access.views import account, audit, door, enrolment, kept, keys, members, sign_in


class DayConverter:
    """A day in an address: ``2026-03-02``."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        return date.fromisoformat(value)

    def to_url(self, value: date) -> str:
        return value.isoformat()


register_converter(DayConverter, "day")

# The names that allauth leads to. What is not here (sign-up, e-mail, reset by mail) does not exist.
sign_in_pages = [
    path("account/login/", sign_in.login, name="account_login"),
    path("account/logout/", sign_in.logout, name="account_logout"),
    path("account/inactive/", sign_in.inactive, name="account_inactive"),
    path("account/password/again/", sign_in.password_again, name="account_reauthenticate"),
    path("account/second-factor/", sign_in.second_factor, name="mfa_index"),
    path("account/second-factor/code/", sign_in.authenticate, name="mfa_authenticate"),
    path("account/second-factor/again/", sign_in.code_again, name="mfa_reauthenticate"),
    path("account/second-factor/set-up/", sign_in.activate, name="mfa_activate_totp"),
    path("account/second-factor/change/", sign_in.deactivate, name="mfa_deactivate_totp"),
    path("account/recovery-codes/", sign_in.view_codes, name="mfa_view_recovery_codes"),
    path("account/recovery-codes/new/", sign_in.new_codes, name="mfa_generate_recovery_codes"),
]
pages = [
    path("account/", account.account, name="account"),
    path("account/password/", account.password, name="password"),
    path("account/unlock/", door.unlock, name="unlock"),
    path("account/lock/", door.lock, name="lock"),
    path("account/enrol/", enrolment.enrol, name="enrol"),
    path("account/keep/", kept.keep, name="keep"),
    path("account/kept/<uuid:form_id>/", kept.show, name="kept"),
    path("account/kept/<uuid:form_id>/forget/", kept.forget, name="kept_forget"),
    path("members/", members.members, name="members"),
    path("members/add/", members.add, name="member_add"),
    path("members/<int:user_id>/", members.member, name="member"),
    path("members/<int:user_id>/code/", members.code, name="code"),
    path("members/roles/<int:membership_id>/end/", members.end, name="membership_end"),
    path("keys/", keys.requests, name="key_requests"),
    path("keys/<int:request_id>/", keys.decide, name="key_request"),
    path("keys/printed/", keys.printed, name="printed_key"),
    path("keys/printed/renew/", keys.renew, name="printed_key_renew"),
    path("audit/", audit.events, name="audit"),
    path("audit/alarms/<int:alarm_id>/", audit.look_into, name="look_into"),
    path("audit/heads/", audit.heads, name="audit_heads"),
    path("audit/heads/<day:day>/", audit.head, name="audit_head"),
]

urlpatterns = [*sign_in_pages, path("", include((pages, "access")))]
