"""What is asked about a person: at first contact, and when there is time."""

from django import forms
from django.utils.translation import gettext_lazy as _

from korgoo.access.enums import Facet
from korgoo.casework import places
from korgoo.casework.enums import (
    AgeBand,
    Caller,
    Channel,
    Danger,
    Exploitation,
    Matter,
    Sector,
    Sex,
)
from korgoo.casework.forms.fields import STORY, radios, select, text
from korgoo.casework.services import Details, FirstContact
from korgoo.casework.services.cases import CODED

CONTACT = ("phone", "safe_hours", "who_answers", "safe_word", "address")
IDENTITY = ("name", "other_names", "birth", "document_kind", "document_number")
PARTS = {Facet.IDENTITY: IDENTITY, Facet.CONTACT: CONTACT}


class PersonForm(forms.Form):
    """What may be known of a person besides the four answers. Nothing here is ever required."""

    caller = radios(_("Who speaks with you?"), Caller.choices, required=False)
    name = text(
        _("Name, or what to call the person"), _("A nickname will do. It is sealed at once.")
    )
    phone = text(_("Telephone"))
    safe_hours = text(_("When and how is it safe to call?"))
    who_answers = text(_("Who else may answer this telephone?"))
    safe_word = text(
        _("Safe word"), _("A word by which the person knows that it is you, and can speak.")
    )
    sex = radios(_("Sex"), Sex.choices, required=False)
    age_band = select(_("Age"), AgeBand.choices, initial=AgeBand.UNKNOWN)
    citizenship = select(_("Citizenship"), lambda: places.optional(places.countries()))
    country = select(_("Country where it happened"), lambda: places.optional(places.countries()))
    region = select(_("Region where the person is now"), lambda: places.optional(places.regions()))

    def told(self, names: tuple[str, ...]) -> dict[str, str]:
        """Take the answers of some fields, without spaces around them."""
        return {n: self.cleaned_data[n].strip() for n in names if n in self.cleaned_data}


class FirstContactForm(PersonForm):
    """The first contact: four answers are enough."""

    channel = radios(_("How did the contact come?"), Channel.choices)
    language = forms.ChoiceField(
        label=_("Which language does the person speak best?"),
        choices=lambda: [("", _("Choose")), *places.languages()],
    )
    danger = radios(_("Is anyone in danger now?"), Danger.choices)
    matter = radios(_("What does the person ask for?"), Matter.choices)
    note = forms.CharField(
        label=_("In the person's own words"),
        help_text=_("It is sealed at once. Do not ask for more than the person wants to tell."),
        widget=forms.Textarea,
        max_length=STORY,
        required=False,
    )
    field_order = ("danger", "matter", "channel", "language")

    def contact(self) -> FirstContact:
        """Put the answers together for the service."""
        data = self.cleaned_data
        return FirstContact(
            channel=data["channel"],
            language=data["language"],
            danger=Danger(data["danger"]),
            matter=Matter(data["matter"]),
            coded=self.told(CODED),
            identity=self.told(IDENTITY),
            contact=self.told(CONTACT),
            note=data["note"],
        )


class DetailsForm(PersonForm):
    """Everything that is known of a person, written when there is time for it."""

    other_names = text(
        _("Other names and spellings"),
        _("Former names, a patronymic, how it is written in a passport."),
    )
    birth = text(_("Date or year of birth"), _("For example 27.03.1998, or only 1998."))
    document_kind = text(_("Kind of document"), _("For example passport or birth certificate."))
    document_number = text(_("Number of the document"))
    address = text(
        _("Where the person can be found"), _("Never the address of a shelter."), longest=500
    )
    exploitation = select(
        _("What was done to the person"), Exploitation.choices, initial=Exploitation.UNKNOWN
    )
    sector = select(_("Where the person worked"), Sector.choices, initial=Sector.UNKNOWN)

    def details(self) -> Details:
        """Put the answers together for the service."""
        return Details(self.told(CODED), self.told(IDENTITY), self.told(CONTACT))

    @staticmethod
    def initial_of(details: Details) -> dict[str, str]:
        """Lay what is written into the fields."""
        return {**details.coded, **details.identity, **details.contact}
