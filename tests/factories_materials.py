"""Materials for tests: complete, small, and plainly fictitious."""

from typing import Any

from korgoo.materials import services
from korgoo.materials.enums import Kind
from korgoo.materials.facts import Wording

SAID = {
    "title": "Look before you leave",
    "template": "number",
    "slogan": "Check where you are going",
    "action": "Check the agency before you pay",
    "questions": (
        "Who is the employer?",
        "Who will hold my passport?",
        "Who pays me, when and how?",
    ),
    "numbers": ("line-home",),
    "code": "48296",
}
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00\x90wS\xde"
    b"\x00\x00\x00\x0cIDATx\x9cc\xf8\xcf\xc0\x00\x00\x03\x01\x01\x00\xc9\xfe\x92\xef\x00\x00\x00\x00IEND\xaeB`\x82"
)


def wording(**changed: Any) -> Wording:
    """Say what a whole poster says, unless told otherwise."""
    return Wording(**(SAID | changed))


def make_material(campaign: Any, writer: Any, kind: Kind = Kind.POSTER) -> Any:
    """Begin a material of a campaign."""
    return services.add_material(campaign.key, kind, actor=writer.actor)


def make_draft(material: Any, writer: Any, language: str = "en", **changed: Any) -> Any:
    """Write a first draft in a language."""
    return services.write(material.pk, language, wording(**changed), seen=0, actor=writer.actor)


def make_approved(
    material: Any, writer: Any, reader: Any, language: str = "en", **changed: Any
) -> Any:
    """Write a version, send it, and let a second person approve it."""
    draft = make_draft(material, writer, language, **changed)
    sent = services.send(draft.pk, seen=draft.revision, actor=writer.actor)
    return services.approve(sent.pk, seen=sent.revision, actor=reader.actor)
