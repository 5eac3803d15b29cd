"""Promises that hold for the whole platform. Each fails with the name of what broke it."""

import ast
from pathlib import Path

import pytest
from django.apps import apps
from django.urls import URLPattern, get_resolver

from korgoo.access.enums import LOOKS, Event, Mandate, Permission, Relation, Role
from korgoo.access.policy import TABLE
from korgoo.activities import enums as activities
from korgoo.campaign import enums as campaign
from korgoo.casework.enums import (
    PROCEDURAL_MOVES,
    PROTECTION_MOVES,
    STATUS_AFTER,
    Decision,
    Procedural,
    Protection,
)
from korgoo.determination import enums as determination
from korgoo.helpline import enums as helpline
from korgoo.pairs import enums as pairs
from korgoo.referral.enums import LIVE, MOVES, RETURNED, ReferralState
from korgoo.safe_return.enums import MOVES as RETURN_MOVES
from korgoo.safe_return.enums import PlanState

SRC = Path(__file__).parents[2] / "src" / "korgoo"
MISSIONS = (
    "access",
    "activities",
    "agencies",
    "assistance",
    "campaign",
    "casework",
    "closing",
    "commitments",
    "consultation",
    "councils",
    "counting",
    "desk",
    "determination",
    "directory",
    "fieldforms",
    "helpline",
    "identification",
    "lawbook",
    "library",
    "lookup",
    "matching",
    "materials",
    "meetings",
    "mypage",
    "offers",
    "pairs",
    "plan",
    "referral",
    "reminders",
    "rights",
    "safe_return",
    "workshop",
)
OURS = [m for m in apps.get_models() if m.__module__.startswith("korgoo.")]
# Django's and allauth's own error and asset views, which show nothing of the platform's.
FOREIGN: set[str] = set()


def _routes(patterns, prefix=""):
    for pattern in patterns:
        where = prefix + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield where, pattern.callback
        else:
            yield from _routes(pattern.url_patterns, where)


ROUTES = list(_routes(get_resolver().url_patterns))


@pytest.mark.parametrize(("where", "view"), ROUTES, ids=[where for where, _view in ROUTES])
def test_every_view_declares_its_access(where, view):
    assert hasattr(view, "needs") or getattr(view, "public", False) or where in FOREIGN


def test_the_routes_were_found():
    assert len(ROUTES) > 50


@pytest.mark.parametrize("model", OURS, ids=lambda m: m._meta.label)
def test_every_model_states_what_it_holds_and_for_how_long(model):
    assert model.Privacy.holds
    assert model.Privacy.kept


def test_every_state_has_its_moves():
    assert set(MOVES) == set(ReferralState)
    assert set(PROTECTION_MOVES) == set(Protection)
    assert set(PROCEDURAL_MOVES) == set(Procedural)
    assert set(determination.MOVES) == set(determination.DecisionState)
    assert set(determination.STATUS_AFTER) == set(determination.Outcome)
    assert set(RETURN_MOVES) == set(PlanState)
    assert set(helpline.MOVES) == set(helpline.State)
    assert set(activities.ACTIVITY_MOVES) == set(activities.State)
    assert set(campaign.MOVES) == set(campaign.State)
    assert set(pairs.ASK_MOVES) == set(pairs.AskState)
    assert set(pairs.QUESTION_MOVES) == set(pairs.QuestionState)
    assert set(STATUS_AFTER) == set(Decision)
    assert not LIVE & RETURNED


def test_every_state_of_a_referral_can_be_reached_from_a_draft():
    reached, edge = {ReferralState.DRAFT}, {ReferralState.DRAFT}
    while edge:
        edge = {to for state in edge for to in MOVES[state]} - reached
        reached |= edge
    assert reached == set(ReferralState)


def test_the_policy_names_every_permission_and_only_known_words():
    assert {grant.permission for grant in TABLE} == set(Permission)
    for grant in TABLE:
        assert grant.roles <= set(Role)
        assert grant.mandates <= set(Mandate)
        assert grant.relations <= set(Relation)


@pytest.mark.parametrize("names", [list(Permission), list(Event)], ids=["permissions", "events"])
def test_names_have_three_parts_and_come_in_order_inside_each_mission(names):
    assert all(name.count(":") == 2 for name in names)
    for mission in {name.split(":")[0] for name in names}:
        own = [name for name in names if name.startswith(f"{mission}:")]
        assert own == sorted(own), own


# Of the events that sound like a look, those that are deeds: something was begun, taken or acknowledged.
DEEDS = {
    Event.ANNOUNCEMENT_READ,
    Event.CASE_NOTICE_READ,
    Event.CASE_OPENED,
    Event.CASE_REOPENED,
    Event.COMMITMENT_REOPENED,
    Event.CONSULTATION_OPENED,
    Event.NOTICE_READ,
    Event.PAGE_OPENED,
    Event.SESSION_OPENED,
}


def test_every_look_at_something_sealed_stays_written_down_beside_a_refused_form():
    sounds = {event for event in Event if event.endswith(("opened", ":viewed", ":read"))}
    assert len(sounds) > 15
    assert sounds - DEEDS == LOOKS


def _python(*names):
    found = [p for name in names for p in SRC.glob(name)]
    return sorted(p for p in found if "migrations" not in p.parts)


SERVICES = _python("*/services.py", "*/services/*.py")
LEAVES_TRACE = {
    "audit.record",
    "audit.record_many",
    "casework.leave_trace",
    "leave",
    "traces.leave",
    "move",
    "trace",
    "close",
    "_confirm",
    "write",
    "move_procedural",
    "move_protection",
    "quietly",
    "_trace",
    "sealed.read",
}


def _calls(tree):
    return {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}


def _functions(path):
    return {n.name: n for n in ast.parse(path.read_text()).body if isinstance(n, ast.FunctionDef)}


def _leaves_trace(name, functions, seen=frozenset()):
    calls = _calls(functions[name])
    if calls & LEAVES_TRACE:
        return True
    inner = (calls & set(functions)) - seen - {name}
    return any(_leaves_trace(n, functions, seen | {name}) for n in inner)


# They delegate whole to another mission or module that leaves the trace itself.
DELEGATES = {
    "close_expired_consents",
    "encode",
    "forget",
    "open_both",
    "open_facet",
    "open_names",
    "open_person",
    "open_places",
    "open_proof",
    "open_words",
    "take_place",
}


@pytest.mark.parametrize("path", SERVICES, ids=lambda p: "/".join(p.parts[-3:]))
def test_every_transaction_leaves_a_trace(path):
    functions = _functions(path)
    for name, node in functions.items():
        decorators = {ast.unparse(d) for d in node.decorator_list}
        if "transaction.atomic" in decorators and name not in DELEGATES:
            assert _leaves_trace(name, functions), f"{path}: {name} records nothing"


def test_services_were_found():
    assert len(SERVICES) > 10


WEB_ONLY = ("django.http", "django.shortcuts", "django.template", "django.forms", "django_htmx")
RULES = _python(
    *(f"{m}/{name}" for m in MISSIONS for name in ("services.py", "policies.py", "selectors.py")),
    *(f"{m}/{name}/*.py" for m in MISSIONS for name in ("services", "models", "selectors")),
    *(f"{m}/models.py" for m in MISSIONS),
    "casework/facets.py",
    "access/policy.py",
)


@pytest.mark.parametrize("path", RULES, ids=lambda p: "/".join(p.parts[-3:]))
def test_rules_know_nothing_of_http(path):
    for node in ast.walk(ast.parse(path.read_text())):
        names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        assert not [n for n in names if n.startswith(WEB_ONLY)]


def _imports(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (a.name for a in node.names)


def test_only_sealing_uses_cryptography():
    users = {
        p for p in _python("**/*.py") if any(n.startswith("cryptography") for n in _imports(p))
    }
    assert users
    assert all("sealing" in p.parts for p in users), users


def test_only_facets_and_kept_forms_seal_and_open():
    makers = {"seal_payload", "open_payload", "seal_text", "open_text", "new_data_key"}
    allowed = {
        SRC / "casework" / "attachments.py",
        SRC / "casework" / "facets.py",
        SRC / "casework" / "papers.py",
        SRC / "directory" / "addresses.py",
        SRC / "desk" / "sealed.py",
        SRC / "access" / "kept.py",
        SRC / "access" / "server_secret.py",
        SRC / "determination" / "sealed.py",
        SRC / "helpline" / "seals.py",
        SRC / "lookup" / "sealed.py",
        SRC / "mypage" / "seals.py",
        SRC / "offers" / "sealed.py",
        SRC / "pairs" / "sealed.py",
        SRC / "referral" / "fresh_codes.py",
        SRC / "safe_return" / "envelopes.py",
        SRC / "safe_return" / "sealed_places.py",
    }
    found = set()
    for path in _python("**/*.py"):
        if "sealing" in path.parts:
            continue
        names = {
            alias.name
            for node in ast.walk(ast.parse(path.read_text()))
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
        }
        if names & makers:
            found.add(path)
    assert found == allowed


def test_no_template_carries_inline_style_or_script():
    templates = [*SRC.glob("*/jinja2/**/*.html")]
    assert len(templates) > 20
    for template in templates:
        text = template.read_text(encoding="utf-8")
        assert " style=" not in text, template
        assert "<style" not in text, template
        assert " onclick=" not in text, template
        assert "| safe" not in text, template
        assert "|safe" not in text, template


# Tools for the people who build the platform list files and keys, no names.
LISTS = sorted(
    path
    for path in SRC.rglob("*.py")
    if not {"migrations", "cli", "demo"} & set(path.relative_to(SRC).parts)
)


def _sorts_names(call):
    """Tell whether a call sorts by a name as the machine compares it, not as a reader looks for it."""
    if getattr(call.func, "attr", "") == "order_by":
        fields = [arg.value for arg in call.args if isinstance(arg, ast.Constant)]
        return any(str(field).rpartition("__")[2].startswith("name") for field in fields)
    return any(
        word.arg == "key"
        and ".name" in ast.unparse(word.value)
        and "place_of" not in ast.unparse(word)
        for word in call.keywords
    )


def test_names_stand_in_the_order_of_the_reader():
    found = [
        f"{path.relative_to(SRC)}:{call.lineno}"
        for path in LISTS
        for call in ast.walk(ast.parse(path.read_text()))
        if isinstance(call, ast.Call) and _sorts_names(call)
    ]
    assert not found, "names are sorted without lib.collation"


@pytest.mark.parametrize(
    "line",
    [
        'rows.order_by("name_en")',
        'rows.order_by("pk", "user__name")',
        "sorted(cards, key=lambda card: card.name)",
        "cards.sort(key=lambda card: (card.is_late, card.name))",
    ],
)
def test_a_list_in_the_order_of_the_machine_is_found(line):
    assert _sorts_names(ast.parse(line).body[0].value)
