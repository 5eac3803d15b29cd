from collections.abc import Callable

import brotli
from django.http import HttpRequest, HttpResponse

QUALITY = 5  # what proxies take for pages made on demand
TEXTS = ("text/", "application/json")


class Proxy:
    """Compress texts as a proxy in front does, for who takes brotli."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        takes = "br" in request.headers.get("Accept-Encoding", "")
        is_text = response.get("Content-Type", "").startswith(TEXTS)
        if takes and is_text and not response.streaming and "Content-Encoding" not in response:
            response.content = brotli.compress(response.content, quality=QUALITY)
            response["Content-Encoding"] = "br"
            response["Content-Length"] = str(len(response.content))
        return response
