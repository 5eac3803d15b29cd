"""Fetch the front end's parts from npm once, build our CSS, JS and fonts, and record what they are.

Run it by hand when a version changes; what it writes is committed, what it downloads is not:

    python scripts/vendor_frontend.py
"""

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from fontTools import merge, subset
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "scripts" / "frontend"
WEB = ROOT / "src" / "korgoo" / "web"
STATIC = WEB / "static" / "korgoo"
FONTS = WEB / "fonts"
LICENCES = STATIC / "licences"
RECORD = STATIC / "VENDORED.json"

GOVUK, HTMX, GOLOS, SASS = "govuk-frontend", "htmx.org", "@fontsource/golos-text", "sass"
HPKE, HPKE_COMMON, ESBUILD = "@hpke/core", "@hpke/common", "esbuild"
VERSIONS = {
    GOVUK: "6.3.0",
    HTMX: "2.0.11",
    GOLOS: "5.3.0",
    SASS: "1.108.2",
    HPKE: "1.9.0",
    HPKE_COMMON: "1.10.1",
    ESBUILD: "0.28.2",
}
BUILDING_ONLY = {SASS, ESBUILD}
WEIGHTS = (400, 700)
PARTS = ("latin", "latin-ext", "cyrillic", "cyrillic-ext")
FAMILY = "Golos Text"
# What our pages can contain: Russian, the Kyrgyz Ң Ө Ү, English, digits, the marks we write with.
LETTERS = (
    "".join(map(chr, range(0x20, 0x7F)))
    + "".join(map(chr, range(0x410, 0x450)))
    + "ЁёҢңӨөҮү"
    + "\u00a0«»“”„‘’–—…·•№×°§©−↑↓"
)


def main() -> int:
    """Fetch, build, record. Returns the exit code for the shell."""
    with tempfile.TemporaryDirectory() as folder:
        npm = Path(folder)
        fetch(npm)
        modules = npm / "node_modules"
        STATIC.mkdir(parents=True, exist_ok=True)
        FONTS.mkdir(exist_ok=True)
        style(npm)
        scripts(modules)
        sealing(npm)
        for weight in WEIGHTS:
            fonts(modules / GOLOS / "files", npm, weight)
        licences(modules)
        record(modules)
    return 0


def fetch(folder: Path) -> None:
    """Install the named versions with the ordinary npm client, running none of their scripts."""
    packages = [f"{name}@{version}" for name, version in VERSIONS.items()]
    options = ["--no-audit", "--no-fund", "--ignore-scripts", "--no-save", "--loglevel=error"]
    (folder / "package.json").write_text("{}", encoding="utf-8")
    subprocess.run(["npm", "install", *options, *packages], cwd=folder, check=True)


def style(folder: Path) -> None:
    """Compile our Sass over GOV.UK Frontend's: our colours, no crest, no font of theirs, no map."""
    entry, target = SOURCES / "korgoo.scss", STATIC / "korgoo.css"
    options = ["--style=compressed", "--no-source-map", "--quiet-deps", "--load-path=node_modules"]
    command: list[str | Path] = [
        folder / "node_modules" / ".bin" / "sass",
        *options,
        entry,
        target,
    ]
    subprocess.run(command, cwd=folder, check=True)


def scripts(modules: Path) -> None:
    """Write the two scripts: our own lines for the public, the same with htmx for work."""
    own = (SOURCES / "korgoo.js").read_text(encoding="utf-8")
    settings = (SOURCES / "htmx-settings.js").read_text(encoding="utf-8")
    htmx = (modules / HTMX / "dist" / "htmx.min.js").read_text(encoding="utf-8")
    (STATIC / "korgoo.js").write_text(own, encoding="utf-8")
    (STATIC / "korgoo-work.js").write_text(f"{htmx}\n{settings}{own}", encoding="utf-8")


def sealing(folder: Path) -> None:
    """Bundle HPKE for the browser into one module; it asks WebCrypto for every step."""
    entry = folder / "hpke.js"
    shutil.copyfile(SOURCES / "hpke.js", entry)
    options = ["--bundle", "--minify", "--format=esm", "--target=es2020", "--legal-comments=none"]
    command: list[str | Path] = [
        folder / "node_modules" / ".bin" / "esbuild",
        entry,
        *options,
        "--log-level=error",
        f"--outfile={STATIC / 'hpke.js'}",
    ]
    subprocess.run(command, cwd=folder, check=True)


def fonts(files: Path, folder: Path, weight: int) -> None:
    """Make one whole TTF for letters on paper and one small WOFF2 for pages.

    Args:
        files: Golos Text as npm has it, one file per script.
        folder: For files on the way.
        weight: 400 or 700.
    """
    parts = []
    for part in PARTS:
        font = TTFont(files / f"golos-text-{part}-{weight}-normal.woff2", recalcTimestamp=False)
        font.flavor = None
        path = folder / f"{part}-{weight}.ttf"
        font.save(path)
        parts.append(str(path))
    whole = merge.Merger(merge.Options(drop_tables=["DSIG", "gasp"])).merge(parts)
    # The same sources give the same bytes: no time of making in the file.
    whole.recalcTimestamp = False
    whole["head"].modified = whole["head"].created = TTFont(parts[0])["head"].modified
    name(whole, weight)
    whole.save(FONTS / f"GolosText-{weight}.ttf")
    small(FONTS / f"GolosText-{weight}.ttf", STATIC / f"golos-{weight}.woff2")


def name(font: TTFont, weight: int) -> None:
    """Give the merged font its family and style, so that a typesetter finds both weights."""
    style_name = "Bold" if weight > 500 else "Regular"
    for number, text in ((1, FAMILY), (2, style_name), (4, f"{FAMILY} {style_name}")):
        font["name"].setName(text, number, 3, 1, 0x409)
    for number in (16, 17, 21, 22):
        font["name"].removeNames(nameID=number)
    font["OS/2"].usWeightClass = weight
    bold = weight > 500
    font["head"].macStyle = 1 if bold else 0
    font["OS/2"].fsSelection = (font["OS/2"].fsSelection & ~0b1100001) | (32 if bold else 64)


def small(source: Path, target: Path) -> None:
    """Keep the letters our pages need, kerning and tabular digits; drop hints and the rest."""
    options = subset.Options(
        flavor="woff2",
        hinting=False,
        desubroutinize=True,
        layout_features=["kern", "mark", "tnum", "ccmp", "locl"],
        name_IDs=[1, 2],
        notdef_outline=True,
    )
    font = subset.load_font(str(source), options)
    tool = subset.Subsetter(options)
    tool.populate(text=LETTERS)
    tool.subset(font)
    subset.save_font(font, str(target), options)


def licences(modules: Path) -> None:
    """Keep the licence of each part beside it."""
    shutil.rmtree(LICENCES, ignore_errors=True)
    LICENCES.mkdir()
    # GOV.UK Frontend's package has no licence text of its own; ours is from its repository.
    shutil.copyfile(SOURCES / "licences" / "govuk-frontend.txt", LICENCES / "govuk-frontend.txt")
    for package, target in ((HTMX, "htmx"), (GOLOS, "golos-text"), (HPKE, "hpke")):
        shutil.copyfile(modules / package / "LICENSE", LICENCES / f"{target}.txt")


def record(modules: Path) -> None:
    """Write down each part's version and licence, and each written file's SHA-256."""
    parts = [_about(modules / package) for package in VERSIONS]
    written = [path for folder in (STATIC, FONTS) for path in sorted(folder.rglob("*"))]
    own = {RECORD, STATIC / "mark.svg"}
    files = {
        str(path.relative_to(WEB)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in written
        if path.is_file() and path not in own
    }
    text = json.dumps({"parts": parts, "files": files}, indent=2, ensure_ascii=False)
    RECORD.write_text(text + "\n", encoding="utf-8")


def _about(package: Path) -> dict[str, Any]:
    data = json.loads((package / "package.json").read_text(encoding="utf-8"))
    return {
        "name": data["name"],
        "version": data["version"],
        "licence": data["license"],
        "used_for": "building only" if data["name"] in BUILDING_ONLY else "shipped",
    }


if __name__ == "__main__":
    sys.exit(main())
