import time
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse

HEADER = "X-Bench-Cost"


class Tally:
    """Write into each answer how many statements it took, and how much of the processor (µs).

    Of the whole process, since hashing works in threads of its own: one request at a time, please.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        statements = 0

        def count(execute: Callable[..., Any], *given: Any) -> Any:
            nonlocal statements
            statements += 1
            return execute(*given)

        begun = time.process_time_ns()
        with connection.execute_wrapper(count):
            response = self.get_response(request)
        response[HEADER] = f"{statements} {(time.process_time_ns() - begun) // 1000}"
        return response
