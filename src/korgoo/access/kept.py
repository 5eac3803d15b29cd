"""Forms that could not be taken are kept, sealed to the member who typed them.

A page's form carries a signed token that says whose it is. When the form comes back and the session
is locked, over, or its protection token stale, its fields are sealed to that member's public key:
nobody but the member, signed in again, can read them.
"""

import json
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from django.core import signing
from django.core.exceptions import SuspiciousOperation
from django.http.multipartparser import MultiPartParserError
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import gettext_lazy as _

from korgoo.access.models import KeptForm, MemberKey, Submission
from korgoo.lib import clock
from korgoo.lib.errors import NotFound
from korgoo.lib.sealing import open_text, seal_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.http import HttpRequest, QueryDict

    from korgoo.access.actor import Actor

SALT = "korgoo.access.kept"
TOKEN = "kept_for"  # noqa: S105 - the name of a field
PATH = "kept_path"
SUBMISSION_KEY = "submission_key"
# Thirty days, as long as a kept form lives.
TOKEN_AGE = 30 * 24 * 3600
LEFT_OUT = {"csrfmiddlewaretoken", TOKEN, PATH}
# A part of a field's name: what such a field holds is not kept, nor the form around it.
SECRET = ("password", "printed_key", "one_time_code", "receipt_words", "sought_person")
LONGEST_PATH = 200
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

    A form kept twice, by its page's script and when it was sent, is one: its submission key
    names it. A form that was taken after all is not kept.

    Returns:
        The kept form; None when the form does not say whose it is, holds a password or a key,
        belongs to no page, or was taken.
    """
    user_id = _owner(request)
    fields = _fields(request.POST)
    path = _path(request)
    if user_id is None or not fields or not path or _is_secret(fields):
        return None
    key = MemberKey.objects.filter(user_id=user_id, retired_at__isnull=True).first()
    number = _number(request.POST, user_id)
    if key is None or Submission.objects.filter(pk=number, user_id=user_id).exists():
        return None
    if not _make_room(user_id, number, may_replace=_is_own(request)):
        return None
    form = KeptForm(pk=number, user_id=user_id, member_key=key, path=path, kept_at=clock.now())
    text = json.dumps(fields, ensure_ascii=False).encode()
    form.sealed = seal_text(text, to=bytes(key.public), info=_info(form))
    names = ("user_id", "member_key", "path", "kept_at", "sealed")
    KeptForm.objects.update_or_create(pk=number, defaults={n: getattr(form, n) for n in names})
    return form


def keep_for_later(request: "HttpRequest") -> str:
    """Keep the form in a request that is refused, for the page that says so.

    Returns:
        The address of the kept form; empty when there was nothing to keep.
    """
    form = keep(request) if request.method == "POST" else None
    return reverse("access:kept", args=[form.pk]) if form else ""


def to_send_again(request: "HttpRequest") -> list[tuple[str, str]]:
    """Give a form back to who sent it, for the page of a failure. Asks nothing of the database.

    Returns:
        Names and values, the protection token with them; empty when the form does not count once,
        holds a password or a key, or brought a file.
    """
    try:
        post, files = request.POST, request.FILES
    except (OSError, SuspiciousOperation, MultiPartParserError):
        return []  # it did not arrive whole
    if SUBMISSION_KEY not in post or files or _is_secret(_fields(post)):
        return []
    return [(name, value) for name, values in post.lists() for value in values]


def list_kept(*, actor: "Actor") -> "Iterable[KeptForm]":
    """List the member's own kept forms, newest first. The contents stay sealed.

    What was sealed to an earlier key, before a forgotten password, nobody can open any more.
    """
    own = KeptForm.objects.filter(user_id=actor.user_id, member_key_id=actor.member_key_id)
    return own.defer("sealed")


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


def _path(request: "HttpRequest") -> str:
    """Return the page the form belongs to; empty when no page is there."""
    path: str = request.POST.get(PATH) or request.path
    try:
        resolve(path)
    except Resolver404:
        return ""
    return path if len(path) <= LONGEST_PATH else ""


def _is_secret(fields: Fields) -> bool:
    return any(part in name for name in fields for part in SECRET)


def _number(post: "QueryDict", user_id: int) -> UUID:
    """Return the form's own number, unless it already stands for another member's form."""
    try:
        number = UUID(post.get(SUBMISSION_KEY, ""))
    except ValueError:
        return uuid4()
    taken = KeptForm.objects.filter(pk=number).exclude(user_id=user_id).exists()
    return uuid4() if taken else number


def _is_own(request: "HttpRequest") -> bool:
    user = getattr(request, "user", None)
    return user is not None and user.is_authenticated


def _make_room(user_id: int, number: UUID, *, may_replace: bool) -> bool:
    """Keep the newest: a script must not fill the database, nor push out a member's own forms.

    Who is not signed in proves only to have seen a page of the member: they replace nothing.
    """
    own = KeptForm.objects.filter(user_id=user_id).exclude(pk=number)
    old = list(own.values_list("pk", flat=True)[MOST_PER_MEMBER - 1 :])
    if old and not may_replace:
        return False
    KeptForm.objects.filter(pk__in=old).delete()
    return True


def _info(form: KeptForm) -> bytes:
    return f"korgoo kept form v1 {form.pk} {form.user_id}".encode()
