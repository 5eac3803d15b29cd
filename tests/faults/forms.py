"""Three forms of the life of a case, before a member who sends them: open, note, refer."""

from dataclasses import dataclass
from uuid import uuid4

from django.urls import reverse

from korgoo.access.enums import Event
from tests import factories_casework as make
from tests import factories_referral as net
from tests import members

FOUR = {"channel": "phone", "language": "ky", "danger": "no", "matter": "wages"}
STORY = "An invented story.\nIt has <two> lines."


@dataclass
class Sent:
    """A form as a member sends it, and the event that it leaves once."""

    browser: members.Browser
    address: str
    fields: dict[str, str]
    event: Event

    def send(self):
        """Send it; always under the same submission key."""
        return self.browser.client.post(self.address, self.fields)


def first_contact(client):
    """The form of a first contact, with a name and a note."""
    officer = make.mechanism().officer
    told = {**FOUR, "name": "Invented Person", "note": STORY}
    return _form(client, officer, reverse("casework:open"), Event.CASE_OPENED, **told)


def note(client):
    """A note for the story of a case."""
    officer = make.mechanism().officer
    address = reverse("casework:note", args=[make.case(officer).pk])
    return _form(client, officer, address, Event.FACET_WRITTEN, text=STORY)


def referral(client):
    """The sending of a referral with parts of the case."""
    people = net.net()
    row = net.draft(people, scopes=make.FOUR_SCOPES)
    address = reverse("referral:send", args=[row.pk])
    return _form(client, people.officer, address, Event.REFERRAL_SENT)


FORMS = (first_contact, note, referral)


def _form(client, member, address, event, **fields):
    client.raise_request_exception = False  # the member sees the page of the failure
    browser = members.Browser(client, member)
    return Sent(browser, address, {"submission_key": str(uuid4()), **fields}, event)
