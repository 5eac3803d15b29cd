from django.db import transaction

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.desk import policies
from korgoo.desk.models import Contact, ContactWords, Handover
from korgoo.lib import clock


@transaction.atomic
def erase_old() -> int:
    """Destroy words, handovers and contacts whose time is over.

    Returns:
        How many rows went.
    """
    now = clock.now()
    words = ContactWords.objects.filter(contact__touched_at__lt=now - policies.WORDS_KEPT)
    wordless = Contact.objects.filter(pk__in=list(words.values_list("pk", flat=True)))
    old = Contact.objects.filter(touched_at__lt=now - policies.CONTACTS_KEPT)
    labels = {audit.label(row) for rows in (wordless, old) for row in rows.only("pk")}
    # Without the number nobody can be called: the plan of a call goes with the words.
    wordless.filter(call_at__isnull=False).update(call_at=None, call_when="")
    gone, _by = words.delete()
    left, _by = Handover.objects.filter(at__lt=now - policies.HANDOVERS_KEPT).delete()
    contacts, _by = old.delete()
    if labels:
        audit.record_many(Event.CONTACT_ERASED, actor=None, targets=sorted(labels))
    return gone + left + contacts
