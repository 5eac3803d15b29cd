"""Commands that keep an installation running: pages, background work, schema."""

import os
import socket

import click

from korgoo.cli.start import require_demo, say_json, start_django


@click.command()
@click.option("--demo", is_flag=True, help="Fictitious data, loudly marked; local settings only.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1, 64))
@click.option("--threads", default=4, show_default=True, type=click.IntRange(1, 64))
def serve(*, demo: bool, host: str, port: int, workers: int, threads: int) -> None:
    """Serve the pages. Background work is another process: `korgoo worker`.

    In production set DJANGO_SETTINGS_MODULE=korgoo.settings.production.
    """
    _require_free(host, port)
    start_django(demo=demo)
    if demo:
        _welcome(host, port)
    _server(host, port, workers, threads)


def _require_free(host: str, port: int) -> None:
    """Stop with one line when the port is taken; the server itself would say it in sixty."""
    family, *_rest, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    with socket.socket(family) as attempt:
        attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            attempt.bind(address)
        except OSError as error:
            why = f"{host}, port {port}: {error.strerror}. Choose another: --port (make run PORT=)"
            raise click.ClickException(why) from error


def _welcome(host: str, port: int) -> None:
    from korgoo.cli.demo import sign_in_lines
    from korgoo.demo import api

    require_demo()
    api.guard()
    click.echo(f"\nKorgoo, demonstration: http://{_reachable(host)}:{port}/")
    click.echo("Nobody in it is real. Sign in as:")
    for line in sign_in_lines():
        click.echo(f"  {line}")
    click.echo("Stop with Ctrl+C.\n")


def _reachable(host: str) -> str:
    return "localhost" if host in {"127.0.0.1", "0.0.0.0", "::1", "::"} else host  # noqa: S104


def _server(host: str, port: int, workers: int, threads: int) -> None:
    from granian.constants import Interfaces
    from granian.log import LogLevels
    from granian.server import Server

    # Workers are new processes: they find their settings in the environment set above.
    Server(
        "korgoo.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=threads,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
    ).serve()


@click.command()
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1, 16))
def worker(*, workers: int) -> None:
    """Do background work and wake the clocks, until stopped (SIGTERM lets a job finish)."""
    start_django()
    from korgoo.web.jobs import huey

    click.echo(f"worker: started, process {os.getpid()}", err=True)
    huey.create_consumer(workers=workers, graceful_signal="TERM").run()


@click.command()
@click.option("--json", "as_json", is_flag=True, help="For a script.")
def sweep(*, as_json: bool) -> None:
    """Do all periodic work once and stop: for cron, or to look after a fault."""
    start_django()
    from korgoo.web import jobs

    done = jobs.sweep()
    if as_json:
        say_json(done)
        return
    for what, result in done.items():
        click.echo(f"sweep: {what}: {result}")


@click.command()
def migrate() -> None:
    """Bring the database to this version's schema, and take in what its country pack tells."""
    start_django()
    from django.core.management import call_command

    from korgoo.cli.content import say_loaded
    from korgoo.rights import api as rights

    call_command("migrate", interactive=False, verbosity=1)
    call_command("createcachetable")  # nothing where the cache is in memory
    say_loaded(rights.load_pack())
