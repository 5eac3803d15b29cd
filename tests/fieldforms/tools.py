"""The tools of the field, as far as a test needs them: they show, prune, and write files.

A form is filled from its own XForm, and what is not relevant is left out of the filled form, as
Collect does. The files are laid out as ODK Central and KoboToolbox write them.
"""

import csv
import io
import json
import re
import zipfile
from dataclasses import dataclass, field
from functools import lru_cache
from uuid import uuid4
from xml.etree import ElementTree as ET

from defusedxml.ElementTree import fromstring

from korgoo.fieldforms.exports import files, names
from korgoo.fieldforms.exports.blank import Blank

XF = "{http://www.w3.org/2002/xforms}"
META = "http://openrosa.org/xforms"
STARTED, ENDED = "2026-03-02T08:10:00.000+06:00", "2026-03-02T08:40:00.000+06:00"
FRAME = {
    "start": STARTED,
    "end": ENDED,
    "channel": "in_person",
    "language": "ky",
    "danger": "no",
    "talk": "alone",
    "moved": "unknown",
    "opinion": "not_enough",
}


@dataclass
class Filled:
    """A filled form: path below the root, without it, and value."""

    form: str
    version: str
    values: dict[str, str]
    instance: str = field(default_factory=lambda: str(uuid4()))

    def set(self, name, value):
        """Write a value over what stands in the field of this name."""
        for path in self.values:
            if path.rsplit("/", 1)[-1] == name:
                self.values[path] = value
                return self
        self.values[name] = value
        return self

    def without(self, name):
        """Leave the field of this name empty."""
        return self.set(name, "")


def blank_of(pack, view, *, digest="0123456789ab" + "0" * 52):
    """Make an empty form of a view of any pack."""
    return Blank(
        view=view,
        edition="1",
        digest=digest,
        catalogues=pack.catalogues,
        languages=tuple(pack.language_details[code] for code in pack.languages),
        default_language=pack.default_language,
        read_aloud=pack.consent.told[0].text,
        spoken={"ky": dict.fromkeys(pack.languages, "Kyrgyz")},
        hotlines=pack.hotlines,
    )


@lru_cache(maxsize=32)
def _xform(form):
    root = fromstring(form)
    data = root.find(f".//{XF}instance")[0]
    relevant = {
        bind.get("nodeset").removeprefix("/data/"): bind.get("relevant", "")
        for bind in root.iter(f"{XF}bind")
    }
    constant = {
        bind.get("nodeset").removeprefix("/data/"): bind.get("calculate").strip("'")
        for bind in root.iter(f"{XF}bind")
        if bind.get("calculate")
    }
    return data, relevant, constant


FORMS = {}


def _form_of(version, blank):
    """Keep forms between the many fillings of one test run; a version says which form it is."""
    if version not in FORMS:
        FORMS[version] = files.to_xform(blank)
    return FORMS[version]


def fill(blank, entered):
    """Fill a form: what was entered by name of the field, defaults elsewhere, pruned."""
    data, relevant, constant = _xform(_form_of(blank.version, blank))
    values = {path: node.text or "" for path, node in _leaves(data)}
    values |= constant
    for path in values:
        name = path.rsplit("/", 1)[-1]
        values[path] = entered.get(name, FRAME.get(name, values[path]))
    kept = {path: value for path, value in values.items() if _is_relevant(path, values, relevant)}
    return Filled(data.get("id"), data.get("version"), kept)


def _leaves(node, path=""):
    for child in node:
        whole = f"{path}{child.tag.rsplit('}', 1)[-1]}"
        if len(child):
            yield from _leaves(child, f"{whole}/")
        else:
            yield whole, child


def _is_relevant(path, values, relevant):
    parts = path.split("/")
    ways = ["/".join(parts[: n + 1]) for n in range(len(parts))]
    return all(_holds(relevant.get(way, ""), values) for way in ways)


def _holds(expression, values):
    """Compute the few expressions that our forms use."""
    if not expression:
        return True
    return all(
        any(_compared(one, values) for one in part.strip().strip("()").split(" or "))
        if part.strip() != "false()"
        else False
        for part in expression.split(" and ")
    )


def _compared(words, values):
    found = re.fullmatch(r"\s*/data/(\S+)\s+(!?=)\s+'([^']*)'\s*", words)
    assert found, words
    is_same = values[found[1]] == found[3]
    return is_same if found[2] == "=" else not is_same


def to_xml(filled):
    """Write a filled form as a device sends it."""
    root = ET.Element("data", {"id": filled.form, "version": filled.version})
    for path, value in filled.values.items():
        if path.startswith("meta/"):
            continue
        node = root
        *groups, name = path.split("/")
        for group in groups:
            found = node.find(group)
            node = found if found is not None else ET.SubElement(node, group)
        ET.SubElement(node, name).text = value
    meta = ET.SubElement(root, f"{{{META}}}meta")
    ET.SubElement(meta, f"{{{META}}}instanceID").text = f"uuid:{filled.instance}"
    return ET.tostring(root, encoding="utf-8", xml_declaration=True)


def to_csv(rows, *, delimiter=","):
    """Write filled forms as ODK Central exports them: all columns of all versions."""
    paths = list(dict.fromkeys(path for row in rows for path in row.values))
    head = ["SubmissionDate", *(p.replace("/", "-") for p in paths if p != "meta/instanceID")]
    tail = ["meta-instanceID", "KEY", "SubmitterID", "SubmitterName", "DeviceID", "FormVersion"]
    target = io.StringIO()
    writer = csv.writer(target, delimiter=delimiter)
    writer.writerow([*head, *tail])
    for row in rows:
        cells = [row.values.get(path, "") for path in paths if path != "meta/instanceID"]
        key = f"uuid:{row.instance}"
        after = [key, key, "7", "Invented Officer", "device:1", row.version]
        writer.writerow(["2026-03-02T03:00:00.000Z", *cells, *after])
    return target.getvalue().encode()


def to_odata(rows):
    """Write filled forms as the OData feed of ODK Central: groups lie in each other."""
    return json.dumps({"value": [_nested(row) for row in rows]}, ensure_ascii=False).encode()


def _nested(row):
    item = {
        "__id": f"uuid:{row.instance}",
        "__system": {"submitterName": "Invented Officer", "formVersion": row.version},
        "meta": {"instanceID": f"uuid:{row.instance}"},
    }
    for path, value in row.values.items():
        *groups, name = path.split("/")
        place = item
        for group in groups:
            place = place.setdefault(group, {})
        if path != "meta/instanceID":
            place[name] = value or None
    return item


def to_kobo(rows):
    """Write filled forms as KoboToolbox does: paths with slashes, a name of its own for the form."""
    items = [
        {
            "_id": number,
            "formhub/uuid": "1" * 32,
            "__version__": "vInvented",
            "_xform_id_string": "aInvented",
            "_uuid": row.instance,
            "meta/instanceID": f"uuid:{row.instance}",
            "meta/rootUuid": f"uuid:{row.instance}",
            "_attachments": [],
            "_geolocation": [None, None],
            "_submitted_by": "invented-officer",
            **{p: value for p, value in row.values.items() if value and not p.startswith("meta/")},
        }
        for number, row in enumerate(rows, start=1)
    ]
    return json.dumps({"count": len(items), "next": None, "results": items}).encode()


def to_zip(members, *, method=zipfile.ZIP_DEFLATED):
    """Put files into an archive: name and contents of each."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return target.getvalue()


def to_xml_zip(rows):
    """Write filled forms as an archive of what devices send."""
    return to_zip([(f"instances/{n}/submission.xml", to_xml(row)) for n, row in enumerate(rows)])


WAYS = {
    "csv": to_csv,
    "kobo-csv": lambda rows: to_csv(rows, delimiter=";"),
    "odata": to_odata,
    "kobo": to_kobo,
    "xml": to_xml_zip,
}


def random_entries(view, random, *, leaning=0.0):
    """Answer every question at random or not at all, also those that will not be asked.

    ``leaning`` is the share of questions answered so that a sign is present, where that can be.
    """
    entered = {}
    for page in view.pages:
        for question in page.questions:
            if question.kind != "sealed":
                entered |= _entry(question, random, leaning)
    return entered


def _entry(question, random, leaning):
    options = [option.key for option in question.options]
    present = [o.key for o in question.options if "present" in o.sets.values()]
    entered = {}
    if question.kind == "indicator":
        options += ["unknown", "refused"]
        source = random.choice(["told", "observed", "document", "third_party"])
        entered[names.source_name(question.key)] = source
    if question.kind == "plain" and leaning:
        options = [options[0]]  # the first answer leads on
    chosen = present if present and random.random() < leaning else [*options, ""]
    return entered | {names.question_name(question.key): random.choice(chosen)}
