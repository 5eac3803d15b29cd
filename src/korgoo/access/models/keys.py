"""Keys at rest: public halves, and private halves wrapped for those who may use them."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class MemberKey(models.Model):
    """A member's key pair; the private half is locked by the member's password."""

    user = models.ForeignKey("access.User", on_delete=models.CASCADE, related_name="keys")
    public = models.BinaryField(_("public half"), max_length=32)
    locked_private = models.TextField(_("private half, locked by the password"))
    created_at = models.DateTimeField(_("created"))
    retired_at = models.DateTimeField(_("retired"), null=True, blank=True)

    class Privacy:
        holds = "key material that only the member's password opens"
        kept = "until the account is removed"

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user"],
                condition=Q(retired_at__isnull=True),
                name="member_key_one_current",
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)


class OrganisationKey(models.Model):
    """An organisation's key pair. Facets are wrapped to its public half."""

    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="keys"
    )
    public = models.BinaryField(_("public half"), max_length=32)
    recovery_public = models.BinaryField(_("public half of the printed key"), max_length=32)
    recovery_wrap = models.BinaryField(_("private half, wrapped to the printed key"))
    created_at = models.DateTimeField(_("created"))
    retired_at = models.DateTimeField(_("retired"), null=True, blank=True)

    class Privacy:
        holds = "key material that only key holders or the printed key open"
        kept = "as long as anything is wrapped to it"

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation"],
                condition=Q(retired_at__isnull=True),
                name="organisation_key_one_current",
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)


class OrganisationKeyWrap(models.Model):
    """The organisation's private key, wrapped for one member."""

    organisation_key = models.ForeignKey(
        OrganisationKey, on_delete=models.CASCADE, related_name="wraps"
    )
    member_key = models.ForeignKey(
        MemberKey, on_delete=models.CASCADE, related_name="organisation_wraps"
    )
    wrapped = models.BinaryField(_("wrapped private half"))
    created_at = models.DateTimeField(_("created"))

    class Privacy:
        holds = "key material that only one member opens"
        kept = "until the membership ends"

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation_key", "member_key"], name="organisation_key_wrapped_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)


class EnrolmentCode(models.Model):
    """A one-time code with which a member sets a password: at enrolment, or after forgetting it."""

    user = models.ForeignKey("access.User", on_delete=models.CASCADE, related_name="codes")
    organisation = models.ForeignKey("access.Organisation", on_delete=models.CASCADE)
    digest = models.CharField(_("hash of the code"), max_length=64, unique=True)
    phone_is_lost = models.BooleanField(_("second factor is reset too"), default=False)
    issued_by_id = models.BigIntegerField(_("issued by"), null=True)
    issued_at = models.DateTimeField(_("issued"))
    expires_at = models.DateTimeField(_("valid until"))
    used_at = models.DateTimeField(_("used"), null=True, blank=True)

    class Privacy:
        holds = "a hash of a code handed over in person"
        kept = "1 year"

    def __str__(self) -> str:
        return str(self.pk)


class KeyRequest(models.Model):
    """A member's new key waits for another key holder to wrap the organisation's key to it."""

    member_key = models.ForeignKey(MemberKey, on_delete=models.CASCADE, related_name="requests")
    organisation = models.ForeignKey("access.Organisation", on_delete=models.CASCADE)
    issued_by_id = models.BigIntegerField(_("code issued by"), null=True)
    asked_at = models.DateTimeField(_("asked"))
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    decided_by_id = models.BigIntegerField(_("decided by"), null=True, blank=True)
    is_approved = models.BooleanField(_("approved"), null=True)

    class Privacy:
        holds = "who asked for and who gave access to the organisation's key"
        kept = "5 years"

    class Meta:
        ordering = ["asked_at"]
        constraints = [
            models.CheckConstraint(
                name="key_request_decided_whole",
                condition=Q(decided_at__isnull=True, is_approved__isnull=True)
                | Q(decided_at__isnull=False, is_approved__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)
