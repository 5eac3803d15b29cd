"""Organisations, mandates, roles and relations. Stored values: renaming one needs a migration."""

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

    ANALYST = "analyst", _("Analyst")
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


class ReadingKind(TextChoices):
    """What a member did unusually often within an hour."""

    OPENED = "opened", pgettext_lazy("alarm", "Cases opened")
    SOUGHT = "sought", pgettext_lazy("alarm", "People looked for")


KEY_HOLDING_ROLES = frozenset(
    {Role.CASE_WORKER, Role.COORDINATOR, Role.HEAD, Role.HOTLINE_OPERATOR, Role.OFFICER}
)
