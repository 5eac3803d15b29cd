"""The slow line of the benchmarks: it takes its time, shares its width, counts, and changes nothing."""

import threading
import time
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from harness import line as lines

BODY = bytes(range(256)) * 40  # 10 KB: a fifth of a second at 400 kbit/s


class Answers(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Length", str(len(BODY)))
        self.end_headers()
        self.wfile.write(BODY)

    def log_message(self, *_args):
        pass


@pytest.fixture
def at():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        with lines.line(server.server_port) as found:
            yield found
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def ask(connection):
    begun = time.monotonic()
    connection.request("GET", "/")
    assert connection.getresponse().read() == BODY
    return time.monotonic() - begun


@pytest.fixture
def connection(at):
    made = HTTPConnection("127.0.0.1", at.port, timeout=20)
    yield made
    made.close()


def test_a_new_connection_takes_three_round_trips_and_a_kept_one_takes_one(at, connection):
    sending = len(BODY) * 8 / lines.BITS_PER_SECOND
    first, second = ask(connection), ask(connection)
    assert first >= 3 * lines.ROUND_TRIP + sending
    assert lines.ROUND_TRIP + sending <= second < first
    assert at.questions == 2
    assert at.down.size > 2 * len(BODY)


def test_two_connections_share_the_width(at):
    both = [HTTPConnection("127.0.0.1", at.port, timeout=20) for _ in range(2)]
    begun = time.monotonic()
    threads = [threading.Thread(target=ask, args=(one,)) for one in both]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took = time.monotonic() - begun
    for one in both:
        one.close()
    assert took >= 3 * lines.ROUND_TRIP + 2 * len(BODY) * 8 / lines.BITS_PER_SECOND


@pytest.mark.parametrize(("is_shared", "greetings"), [(True, 0), (False, lines.GREETINGS)])
def test_a_second_connection_greets_anew_unless_all_stand_for_one(
    at, connection, is_shared, greetings
):
    at.is_shared = is_shared
    ask(connection)
    assert at._greeting() == pytest.approx(greetings * lines.ROUND_TRIP)


def test_a_line_that_is_not_slow_hands_on_and_counts_anew(at, connection):
    ask(connection)
    at.begin(is_slow=False)
    connection.close()
    assert ask(connection) < lines.ROUND_TRIP
    assert at.questions == 1
    assert at.idle_seconds() < 5


def test_who_comes_after_a_cut_greets_anew(at, connection):
    ask(connection)
    at.begin(is_slow=True)
    connection.close()
    assert ask(connection) >= (lines.GREETINGS + 1) * lines.ROUND_TRIP
