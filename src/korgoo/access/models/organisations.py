from datetime import date
from typing import TYPE_CHECKING, ClassVar, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from korgoo.access.enums import Mandate, OrganisationKind, Role

if TYPE_CHECKING:
    from collections.abc import Iterable


def in_force(day: date) -> Q:
    """Match rows whose validity includes a day; the last day is included."""
    return Q(valid_from__lte=day) & (Q(valid_to__isnull=True) | Q(valid_to__gte=day))


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    """Named questions about organisations."""

    def valid_on(self, day: date) -> Self:
        return self.filter(in_force(day))

    def with_any_mandate(self, mandates: "Iterable[str]") -> Self:
        """Keep organisations that hold at least one of the mandates (as a table of rows)."""
        return self.filter(mandate_rows__mandate__in=list(mandates)).distinct()


class Organisation(models.Model):
    """A state body, NGO or international organisation. A renamed one is a successor, not an edit."""

    code = models.SlugField(_("code"), max_length=60, unique=True)
    name_ky = models.CharField(_("name in Kyrgyz"), max_length=200)
    name_ru = models.CharField(_("name in Russian"), max_length=200)
    name_en = models.CharField(_("name in English"), max_length=200)
    kind = models.CharField(_("kind"), max_length=20, choices=OrganisationKind)
    region = models.CharField(_("region"), max_length=14, blank=True)
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("valid to"), null=True, blank=True)
    successor = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="predecessors"
    )
    is_fictitious = models.BooleanField(_("fictitious"), default=False)

    objects = OrganisationQuerySet.as_manager()

    class Privacy:
        holds = "no personal data"
        kept = "always"

    class Meta:
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                name="organisation_ends_after_it_begins",
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
            ),
            models.CheckConstraint(
                name="organisation_does_not_succeed_itself",
                condition=Q(successor__isnull=True) | ~Q(successor=F("id")),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The name in the language of the page."""
        language = (translation.get_language() or "en")[:2]
        names = {"ky": self.name_ky, "ru": self.name_ru}
        return names.get(language, self.name_en)

    @property
    def mandates(self) -> frozenset[Mandate]:
        """What this organisation may do."""
        return frozenset(Mandate(row.mandate) for row in self.mandate_rows.all())


class OrganisationMandate(models.Model):
    """One mandate of one organisation."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="mandate_rows"
    )
    mandate = models.CharField(_("mandate"), max_length=20, choices=Mandate)

    class Privacy:
        holds = "no personal data"
        kept = "always"

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "mandate"], name="mandate_once")
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.mandate}"


class UserManager(BaseUserManager["User"]):
    """Makes accounts. There is no superuser: the platform has no all-seeing account."""

    def create_user(self, email: str, password: str | None, name: str) -> "User":
        """Make an account with an e-mail address to sign in by."""
        user = self.model(email=self.normalize_email(email).lower(), name=name)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """A person who works with the platform. What they may do comes from memberships."""

    email = models.EmailField(_("e-mail"), unique=True)
    name = models.CharField(_("name"), max_length=150)
    is_active = models.BooleanField(_("active"), default=True)
    date_joined = models.DateTimeField(_("joined"), auto_now_add=True)
    is_demo = models.BooleanField(_("demo account"), default=False)

    objects = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Privacy:
        holds = "names and work addresses of staff; nothing about persons assisted"
        kept = "5 years after the last membership ends"

    def __str__(self) -> str:
        return self.name


class MembershipQuerySet(models.QuerySet["Membership"]):
    """Named questions about memberships."""

    def valid_on(self, day: date) -> Self:
        return self.filter(in_force(day))


class Membership(models.Model):
    """A role of a person in an organisation, from one day to another. Work belongs to the role."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="memberships")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="memberships"
    )
    role = models.CharField(_("role"), max_length=30, choices=Role)
    valid_from = models.DateField(_("from"))
    valid_to = models.DateField(_("to"), null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Privacy:
        holds = "who works where, as what"
        kept = "5 years after it ends"

    class Meta:
        ordering = ["organisation_id", "user_id", "role"]
        constraints = [
            models.CheckConstraint(
                name="membership_ends_after_it_begins",
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
            ),
            models.UniqueConstraint(
                fields=["user", "organisation", "role"],
                condition=Q(valid_to__isnull=True),
                name="membership_open_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.role} {self.organisation_id}"
