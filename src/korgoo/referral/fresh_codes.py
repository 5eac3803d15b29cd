"""The person's code between the deed that made it and the page and letter that show it.

A code is kept nowhere but as a hash, yet it has to pass the redirect after sending, live through a
double click and a reload, and get onto the letter. So it waits for fifteen minutes in the member's
session, sealed to the member's own key: the session row alone opens nothing, and reading writes
nothing. After that a new code has to be made.
"""

from base64 import b64decode, b64encode
from binascii import Error as BadBase64
from typing import TYPE_CHECKING, Any
from uuid import UUID

from korgoo.lib import clock
from korgoo.lib.sealing import CannotOpen, open_text, seal_text

if TYPE_CHECKING:
    from korgoo.access.http import MemberRequest

ROW = "fresh_codes"
LIFE = 15 * 60


def keep(request: "MemberRequest", referral_id: UUID, code: str) -> None:
    """Seal a code that was just made into the member's session; older ones are thrown away."""
    public = request.actor.open_key().public
    sealed = seal_text(code.encode(), to=public, info=_info(referral_id))
    entry = {"at": clock.now().timestamp(), "sealed": b64encode(sealed).decode()}
    request.session[ROW] = _young(request) | {str(referral_id): entry}


def read(request: "MemberRequest", referral_id: UUID) -> str:
    """Open the code of a referral; empty when none was made in the last fifteen minutes."""
    entry = _young(request).get(str(referral_id))
    if entry is None:
        return ""
    try:
        sealed = b64decode(entry["sealed"])
        return open_text(sealed, by=request.actor.open_key(), info=_info(referral_id)).decode()
    except (CannotOpen, BadBase64):
        return ""


def _young(request: "MemberRequest") -> dict[str, dict[str, Any]]:
    """Leave out what is older than its life, or of the future."""
    entries = request.session.get(ROW, {})
    now = clock.now().timestamp()
    return {key: entry for key, entry in entries.items() if 0 <= now - entry["at"] < LIFE}


def _info(referral_id: UUID) -> bytes:
    return f"korgoo fresh code v1 {referral_id}".encode()
