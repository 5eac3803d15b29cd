from typing import TYPE_CHECKING, Any

from allauth.account.forms import LoginForm as AllauthLoginForm
from allauth.account.forms import ReauthenticateForm as AllauthReauthenticateForm
from allauth.mfa.base.forms import AuthenticateForm as AllauthAuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as AllauthCodeAgainForm
from allauth.mfa.totp.forms import ActivateTOTPForm as AllauthActivateForm
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.access import selectors, services, session, wording
from korgoo.access.enums import Role

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from korgoo.access.models import User

# As long as allauth's own: e-mail addresses and pass phrases are not longer.
LONGEST_PASSWORD = 1024


def _password(label: Any, *, is_new: bool = False) -> forms.CharField:
    autocomplete = "new-password" if is_new else "current-password"
    widget = forms.PasswordInput(attrs={"autocomplete": autocomplete})
    return forms.CharField(label=label, strip=False, max_length=LONGEST_PASSWORD, widget=widget)


class LoginForm(AllauthLoginForm):  # type: ignore[misc]
    """Sign in with e-mail and password; the password also opens the member's key."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = forms.EmailField(
            label=_("E-mail address"), widget=forms.EmailInput(attrs={"autocomplete": "username"})
        )
        self.fields["password"] = _password(_("Password"))
        self.order_fields(["login", "password"])

    def clean_login(self) -> str:
        """Take the address in any case of letters."""
        return str(super().clean_login()).lower()

    def login(self, request: "HttpRequest", redirect_url: str | None = None) -> "HttpResponse":
        """Sign in, or go on to the second factor, with the member's key open in the session."""
        response: HttpResponse = super().login(request, redirect_url=redirect_url)
        private = services.open_member_key(self.user, self.cleaned_data["password"])
        if private is not None:
            session.open_for(request, private, user_id=self.user.pk)
        return response


def _code(label: Any) -> forms.CharField:
    attrs = {"autocomplete": "one-time-code", "inputmode": "numeric"}
    return forms.CharField(label=label, max_length=20, widget=forms.TextInput(attrs=attrs))


class PasswordAgainForm(AllauthReauthenticateForm):  # type: ignore[misc]
    """The password again, before the second factor is touched."""

    password = _password(_("Password"))


class AuthenticateForm(AllauthAuthenticateForm):  # type: ignore[misc]
    """The second factor at sign-in."""

    code = _code(_("Code from the application, or a recovery code"))


class CodeAgainForm(AllauthCodeAgainForm):  # type: ignore[misc]
    """The second factor in a session that was opened without it."""

    code = _code(_("Code from the application, or a recovery code"))


class ActivateForm(AllauthActivateForm):  # type: ignore[misc]
    """The first code of a second factor."""

    code = _code(_("Code that the application shows now"))


class UnlockForm(forms.Form):
    """The password alone, after an idle quarter of an hour."""

    password = _password(_("Password"))


class NewPasswordForm(forms.Form):
    """A new password, typed twice."""

    password = _password(_("New password"), is_new=True)
    password_again = _password(_("The same password again"), is_new=True)

    def owner(self) -> "User | None":
        """Say whose password it will be: it must not be like their name or address."""
        return None

    def clean(self) -> dict[str, Any]:
        """Check the pair, and the password by the platform's rules."""
        data = super().clean() or {}
        first, second = data.get("password"), data.get("password_again")
        if first and second and first != second:
            self.add_error("password_again", _("The two passwords differ. Type the same twice."))
        if first:
            try:
                validate_password(first, self.owner())
            except forms.ValidationError as error:
                self.add_error("password", error)
        return data


class EnrolForm(NewPasswordForm):
    """Set a password with the code an administrator handed over."""

    one_time_code = forms.CharField(
        label=_("One-time code"),
        help_text=_("Five groups of four letters and digits, from your administrator."),
        max_length=60,
    )
    field_order = ("one_time_code", "password", "password_again")

    def owner(self) -> "User | None":
        """Find the person by the code."""
        return selectors.user_of_code(self.cleaned_data.get("one_time_code", ""))


class PasswordForm(NewPasswordForm):
    """Change one's own password."""

    old_password = _password(_("Old password"))
    field_order = ("old_password", "password", "password_again")

    def __init__(self, *args: Any, user: "User", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def owner(self) -> "User | None":
        """Say whose password it is."""
        return self.user


class MemberForm(forms.Form):
    """Give a person a role."""

    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("The address of work. A person who is here already gets a further role."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    name = forms.CharField(label=_("Name and surname"), max_length=150)
    role = forms.ChoiceField(
        label=pgettext_lazy("job in an organisation", "Role"),
        choices=Role.choices,
        widget=forms.RadioSelect,
    )


class CodeForm(forms.Form):
    """Hand a member a code for a new password."""

    phone_is_lost = forms.BooleanField(
        label=_("The telephone with the second factor is lost"),
        help_text=_("The second factor is taken away and set up again at the next sign-in."),
        required=False,
    )


class PrintedKeyForm(forms.Form):
    """The recovery key, typed from paper."""

    printed_key = forms.CharField(
        label=_("Recovery key"),
        help_text=_(
            "Fourteen groups of four letters and digits. Spaces and capitals do not matter."
        ),
        max_length=120,
        widget=forms.Textarea(attrs={"autocapitalize": "characters"}),
    )


class EventFilterForm(forms.Form):
    """Look for some events of the audit trail."""

    event = forms.ChoiceField(label=_("Event"), required=False)
    day = forms.DateField(
        label=_("Day"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        everything = ("", _("Every event"))
        choices = [(str(event), words) for event, words in wording.EVENTS.items()]
        self.fields["event"].choices = [everything, *choices]  # type: ignore[attr-defined]
