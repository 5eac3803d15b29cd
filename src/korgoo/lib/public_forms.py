"""Forms that anybody may send: taken from our own pages only, answered without a trace.

Such a form carries no protection token: no cookie may be set before it is sent, and a browser that
sends no referrer sends no origin either. What the browser says of the sending site is asked instead.
"""

import secrets
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

# Every answer is as long as a multiple of this many bytes: what is on it cannot be told from its size.
SIZE = 16 * 1024


def is_from_elsewhere(request: "HttpRequest") -> bool:
    """Tell whether the browser says that another site sent this form."""
    return request.headers.get("Sec-Fetch-Site", "none") not in {"none", "same-origin"}


def quiet(response: "HttpResponse") -> "HttpResponse":
    """Let an answer leave nothing behind: no copy, no referrer, no telling size."""
    response["Cache-Control"] = "no-store, private"
    response["Referrer-Policy"] = "no-referrer"
    if response.get("Content-Type", "").startswith("text/html") and response.content:
        missing = -(len(response.content) + 8) % SIZE
        filling = secrets.token_hex(missing // 2 + 1)[:missing]
        response.content += f"\n<!--{filling}-->".encode()
    return response
