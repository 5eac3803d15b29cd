"""What `korgoo doctor` examines. Each check looks at one thing and names the remedy."""

import shutil
import stat
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from korgoo.cli.start import count
from korgoo.lib import clock

FREE_BYTES = 1_000_000_000
SECRET_LETTERS = 50
POSTGRESQL_SINCE = 15
SQLITE_SINCE = (3, 37)
APART_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Check:
    """One finding: what was looked at, whether it is well, what was seen, what to do."""

    name: str
    ok: bool
    found: str
    remedy: str = ""


def all_checks() -> list[Check]:
    """Run every check; one that cannot look at all has failed, and the others still run."""
    return [_run(name, look) for name, look in CHECKS.items()]


def _run(name: str, look: Callable[[], Check]) -> Check:
    try:
        return look()
    except Exception as error:  # noqa: BLE001  an examination must not die of what it finds
        lines = str(error).splitlines() or [""]
        return Check(name, ok=False, found=f"{type(error).__name__}: {lines[0]}", remedy=REMEDY)


REMEDY = "Mend this first, then run `korgoo doctor` again"


def python() -> Check:
    """Python 3.11 or newer."""
    version = ".".join(map(str, sys.version_info[:3]))
    return Check("python", sys.version_info >= (3, 11), version, "Install Python 3.11 or newer")


def database() -> Check:
    """The database answers and is new enough."""
    from django.db import connection

    connection.ensure_connection()
    version = connection.get_database_version()
    least = SQLITE_SINCE if connection.vendor == "sqlite" else (POSTGRESQL_SINCE,)
    found = f"{connection.display_name} {'.'.join(map(str, version))}"
    remedy = f"Version {'.'.join(map(str, least))} or newer is needed"
    return Check("database", version >= least, found, remedy)


def migrations() -> Check:
    """The schema is that of this version."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    missing = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    found = f"{missing} not applied" if missing else "all applied"
    return Check("migrations", not missing, found, "Run `korgoo migrate`")


def pack() -> Check:
    """The country pack has no fault."""
    from django.conf import settings

    from korgoo.countrypack import api as packs

    path = Path(settings.COUNTRY_PACK)
    faults = packs.check(path)
    found = f"{path}: {count(len(faults), 'fault') if faults else 'valid'}"
    return Check("pack", not faults, found, f"Run `korgoo pack check {path}`")


def catalogues() -> Check:
    """Every language but English has a compiled catalogue, not older than its text."""
    from django.conf import settings

    folder = Path(settings.LOCALE_PATHS[0])
    languages = [code for code, _name in settings.LANGUAGES if code != "en"]
    stale = [code for code in languages if not _is_compiled(folder / code)]
    found = f"not compiled: {', '.join(stale)}" if stale else ", ".join(languages)
    return Check("catalogues", not stale, found, "Run `korgoo messages compile`")


def _is_compiled(language: Path) -> bool:
    mo = language / "LC_MESSAGES" / "django.mo"
    po = mo.with_suffix(".po")
    return mo.exists() and po.exists() and mo.stat().st_mtime >= po.stat().st_mtime


def static_files() -> Check:
    """The styles, scripts and fonts were gathered, where the settings serve them by manifest."""
    from django.contrib.staticfiles.storage import staticfiles_storage

    manifest: dict[str, str] | None = getattr(staticfiles_storage, "hashed_files", None)
    if manifest is None:
        return Check("static files", ok=True, found="served as they are")
    gathered = len(manifest)
    remedy = "Run `python manage.py collectstatic --noinput`"
    return Check("static files", gathered > 0, count(gathered, "file"), remedy)


def fonts() -> Check:
    """The fonts that carry Kyrgyz letters are among the static files."""
    from django.contrib.staticfiles.finders import get_finders

    files = [path for finder in get_finders() for path, _storage in finder.list([])]
    ours = [path for path in files if path.endswith((".woff2", ".ttf", ".otf"))]
    found = count(len(ours), "file")
    return Check("fonts", bool(ours), found, "Restore src/korgoo/web/static from the release")


def secret_key() -> Check:
    """The secret key is long; where it is a file, only its owner may read it."""
    from django.conf import settings

    length = len(str(settings.SECRET_KEY))
    remedy = "Make a new one of 50 letters or more; everybody signs in again"
    if length < SECRET_LETTERS:
        return Check("secret key", ok=False, found=f"{length} letters", remedy=remedy)
    file = Path(settings.VAR) / "secret_key"
    if file.exists() and stat.S_IMODE(file.stat().st_mode) & 0o077:
        return Check(
            "secret key", ok=False, found="others can read it", remedy=f"chmod 600 {file}"
        )
    return Check("secret key", ok=True, found=f"{length} letters")


def disk() -> Check:
    """There is room to write."""
    from django.conf import settings

    folder = Path(settings.VAR)
    free = shutil.disk_usage(folder if folder.exists() else folder.parent).free
    return Check(
        "disk", free >= FREE_BYTES, f"{free / 1e9:.1f} GB free", "Make room: 1 GB at least"
    )


def clocks() -> Check:
    """This machine and the database agree on the time, and time has not run backwards."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT CURRENT_TIMESTAMP")
        told = cursor.fetchone()[0]
    theirs = (
        told if isinstance(told, datetime) else datetime.fromisoformat(told).replace(tzinfo=UTC)
    )
    apart = abs((clock.now() - theirs).total_seconds())
    released = Path(__file__).stat().st_mtime
    ok = apart < APART_SECONDS and time.time() > released
    found = f"{clock.now():%Y-%m-%d %H:%M} UTC, {apart:.0f} s from the database"
    return Check("time", ok, found, "Set the clock (NTP): time limits of the law run on it")


CHECKS: dict[str, Callable[[], Check]] = {
    "python": python,
    "database": database,
    "migrations": migrations,
    "pack": pack,
    "catalogues": catalogues,
    "static files": static_files,
    "fonts": fonts,
    "secret key": secret_key,
    "disk": disk,
    "time": clocks,
}
