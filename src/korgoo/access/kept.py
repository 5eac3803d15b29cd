"""Forms that could not be taken are kept, sealed to the member who typed them.

A page's form carries a signed token that says whose it is. When the form comes back and the session
is locked, over, or its protection token stale, its fields are sealed to that member's public key:
nobody but the member, signed in again, can read them.
"""

import json
from typing import TYPE_CHECKING
from uuid import UUID

from django.core import signing
from django.utils.translation import gettext_lazy as _

from korgoo.access.models import KeptForm, MemberKey
from korgoo.lib import clock
from korgoo.lib.errors import NotFound
from korgoo.lib.sealing import open_text, seal_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.http import HttpRequest, QueryDict

    from korgoo.access.actor import Actor

SALT = "korgoo.access.kept"
TOKEN = "kept_for"  # noqa: S105 - the name of a field
KEPT = "kept_form"
# Thirty days, as long as a kept form lives.
TOKEN_AGE = 30 * 24 * 3600
LEFT_OUT = {"csrfmiddlewaretoken", TOKEN, KEPT}
MOST_PER_MEMBER = 20

Fields = dict[str, list[str]]


def kept_token(request: "HttpRequest") -> str:
    """Sign whose form this is; empty for visitors."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return ""
    return signing.TimestampSigner(salt=SALT).sign(str(user.pk))


def keep(request: "HttpRequest") -> KeptForm | None:
    """Keep the form in a request that cannot be taken now.

    Returns:
        The kept form; None when the form does not say whose it is, or holds a password.
    """
    user_id = _owner(request)
    fields = _fields(request.POST)
    if user_id is None or not fields or any("password" in name for name in fields):
        return None
    key = MemberKey.objects.filter(user_id=user_id, retired_at__isnull=True).first()
    if key is None:
        return None
    _make_room(user_id)
    form = KeptForm(user_id=user_id, member_key=key, path=request.path, kept_at=clock.now())
    text = json.dumps(fields, ensure_ascii=False).encode()
    form.sealed = seal_text(text, to=bytes(key.public), info=_info(form))
    form.save()
    return form


def list_kept(*, actor: "Actor") -> "Iterable[KeptForm]":
    """List the member's own kept forms, newest first. The contents stay sealed."""
    return KeptForm.objects.filter(user_id=actor.user_id).defer("sealed")


def open_kept(form_id: UUID, *, actor: "Actor") -> tuple[KeptForm, Fields]:
    """Open a kept form of one's own.

    Raises:
        NotFound: No such form, or another member's.
        Locked: The session is locked.
    """
    form = KeptForm.objects.filter(pk=form_id, user_id=actor.user_id).first()
    if form is None or form.member_key_id != actor.member_key_id:
        raise NotFound(_("We found no such form. It may have been sent already."))
    text = open_text(bytes(form.sealed), by=actor.open_key(), info=_info(form))
    return form, json.loads(text)


def forget(form_id: str | UUID, *, user_id: int) -> None:
    """Throw a kept form away: it was sent, or is not wanted."""
    try:
        KeptForm.objects.filter(pk=UUID(str(form_id)), user_id=user_id).delete()
    except ValueError:
        return


def _owner(request: "HttpRequest") -> int | None:
    token = request.POST.get(TOKEN, "")
    try:
        owner = int(signing.TimestampSigner(salt=SALT).unsign(token, max_age=TOKEN_AGE))
    except (signing.BadSignature, ValueError):
        return None
    user = getattr(request, "user", None)
    if user is not None and user.is_authenticated and user.pk != owner:
        return None
    return owner


def _fields(post: "QueryDict") -> Fields:
    return {name: values for name, values in post.lists() if name not in LEFT_OUT}


def _make_room(user_id: int) -> None:
    """Keep the newest: a script must not fill the database with forms nobody sends."""
    old = KeptForm.objects.filter(user_id=user_id).values_list("pk", flat=True)
    KeptForm.objects.filter(pk__in=list(old[MOST_PER_MEMBER - 1 :])).delete()


def _info(form: KeptForm) -> bytes:
    return f"korgoo kept form v1 {form.pk} {form.user_id}".encode()
