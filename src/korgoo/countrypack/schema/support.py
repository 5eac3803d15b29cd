"""Help: what may be asked of whom, what the person is told first, whom to call."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from korgoo.countrypack.schema.base import ArticleRef, Data, Key, Text, Words
from korgoo.countrypack.schema.bodies import Mandate
from korgoo.countrypack.schema.provenance import Provenance

Scope = Literal[
    "referral",
    "identity",
    "contact",
    "story",
    "crime",
    "health",
    "therapy",
    "whereabouts",
    "documents",
    "statistics",
]


class ReferralType(Data):
    """A kind of help that one organisation asks of another.

    Attributes:
        needs_mandate: mandate that the receiver must have.
        scopes: what such help usually needs to know, a hint for the consent page.
        clocks: keys of the clocks that such a referral starts.
    """

    key: Key
    name: Text
    needs_mandate: Mandate
    scopes: tuple[Scope, ...] = ()
    clocks: tuple[Key, ...] = ()
    rests_on: tuple[ArticleRef, ...] = ()
    provenance: Provenance


class ConsentItem(Data):
    """One thing the person is told before being asked anything."""

    key: Key
    text: Text


class ConsentTexts(Data):
    """What the person is told, and the scopes in words meant for the person."""

    told: Annotated[tuple[ConsentItem, ...], Field(min_length=1)]
    scopes: Mapping[Scope, Text]
    rests_on: tuple[ArticleRef, ...] = ()
    provenance: Provenance


class SharingGround(Data):
    """A ground on which something may be shared without the person's consent.

    Attributes:
        key: a life at risk, a child in danger, a duty by law.
        basis: the law names it, or nobody has found a provision that does.
        legal_basis: the provision, required when the law names it.
    """

    key: Literal["life", "child", "duty"]
    basis: Literal["law", "unset"]
    legal_basis: Text | None = None
    rests_on: tuple[ArticleRef, ...] = ()
    provenance: Provenance


class Hotline(Data):
    """A number to call.

    Attributes:
        hours: when somebody answers; None when not known.
        free: whether the call costs nothing; None when not known.
        operator: code of the body that answers, when known.
        purpose: "help" for advice, "emergency" for danger to life, "consular" from abroad.
    """

    key: Key
    number: Annotated[Words, Field(pattern=r"^\+?[0-9][0-9 ]*$")]
    name: Text
    purpose: Literal["help", "emergency", "consular"]
    hours: Text | None = None
    free: bool | None = None
    operator: Key | None = None
    provenance: Provenance


PlanType = Literal[
    "Education",
    "Financial",
    "Health",
    "LabourExploitationRehabilitation",
    "Legal",
    "Livelihood",
    "RightsBasedTraining",
    "SexualExploitationRehabilitation",
    "SocialCare",
]


class Service(Data):
    """A service that an individual programme can hold.

    Attributes:
        plan_type: its type of support plan in HTCDS 2.0, by the name the standard gives it.
    """

    key: Key
    name: Text
    plan_type: PlanType
    rests_on: tuple[ArticleRef, ...] = ()
    provenance: Provenance


class SafetyQuestion(Data):
    """A yes/no question about safety and health now; "yes" means that help is needed now.

    Attributes:
        help: key of the type of referral that answers a "yes".
    """

    key: Key
    text: Text
    help: Key
    provenance: Provenance


class StatusName(Data):
    """What a status is called in this country. The two axes never mix."""

    axis: Literal["protection", "procedural"]
    key: Key
    name: Text
    rests_on: tuple[ArticleRef, ...] = ()
    provenance: Provenance
