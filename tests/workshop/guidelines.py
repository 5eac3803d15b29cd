"""A small invented guideline: one weighted catalogue, one read by elements, two views, a vector."""

import json

PROVENANCE = {
    "source": "invented for tests",
    "as_of": "unknown",
    "trust": "proposal",
    "status": "needs_review",
}
YES_NO = {
    "yes": {"ky": "Ооба", "ru": "Да", "en": "Yes"},
    "no": {"ky": "Жок", "ru": "Нет", "en": "No"},
}


def text(words):
    """The same words in the three languages, told apart."""
    return {"ky": f"{words} (ky)", "ru": f"{words} (ru)", "en": words}


def indicator(code, title, **more):
    record = {
        "code": code,
        "dimension": code.split(".")[0],
        "evidence": ["told"],
        "title": text(title),
        "question": text(f"{title}?"),
    }
    return record | more


def weighted(code, title, adult="medium", child="medium", **more):
    return indicator(code, title, weights={"adult_labour": adult, "child_labour": child}, **more)


def own_question(key, title, *options):
    return {
        "key": key,
        "text": text(title),
        "options": [{"key": name, "text": text(name), "sets": sets} for name, sets in options],
    }


ADVICE = {
    outcome: text(f"What to do: {outcome}")
    for outcome in ("strong", "some", "labour_rights", "not_enough")
}

GUIDELINE = {
    "guideline.yaml": {
        "key": "small",
        "edition": "2026-1",
        "title": text("Small guideline"),
        "valid_from": None,
        "legal_basis": None,
        "approving_mandates": ["coordinate"],
        "provenance": PROVENANCE,
    },
    "catalogues/labour/catalogue.yaml": {
        "key": "labour",
        "version": "1",
        "title": text("Signs of forced labour"),
        "rule": "weighted",
        "profiles": ["adult_labour", "child_labour"],
        "child_profiles": ["child_labour"],
        "dimensions": [
            {"key": f"D{n}", "title": text(f"Side {n}")} for n in range(1, 7)
        ],
        "answers": YES_NO,
        "vulnerability_as_means": False,
        "provenance": PROVENANCE,
    },
    "catalogues/labour/indicators/d1.yaml": {
        "provenance": PROVENANCE,
        "indicators": [
            weighted("D1.01", "Deceived about the job", "strong", "strong"),
            weighted("D1.02", "Deceived about the wage"),
            weighted("D1.03", "Deceived about the papers", "weak", "weak"),
        ],
    },
    "catalogues/labour/indicators/rest.yaml": {
        "provenance": PROVENANCE,
        "indicators": [
            weighted("D2.01", "Papers taken away at home", "strong", "strong"),
            weighted("D2.02", "Threats at home"),
            weighted("D3.01", "In debt before leaving", "strong", "strong"),
            weighted("D3.02", "Nobody at home to help"),
            weighted("D4.01", "Long working days", "strong", "strong"),
            weighted("D4.02", "No wage", "medium", "medium"),
            weighted("D5.01", "Papers taken away", "medium", "medium"),
            weighted("D5.02", "Locked in", "strong", "strong"),
            weighted("D6.01", "Nobody to turn to", "strong", "strong"),
            weighted("D6.02", "Does not know the language"),
        ],
    },
    "views/inspector.yaml": {
        "key": "inspector",
        "title": text("Labour inspector"),
        "intro": text("Talk alone."),
        "catalogue": "labour",
        "for_mandates": ["inspect"],
        "pages": [
            {
                "title": text("Age and promises"),
                "questions": [
                    {
                        "key": "age",
                        "kind": "age",
                        "text": text("Are you eighteen?"),
                        "options": [
                            {"key": "adult", "text": text("Yes"), "age": "adult"},
                            {"key": "child", "text": text("No"), "age": "child"},
                        ],
                    },
                    {"indicator": "D1.01"},
                    {"indicator": "D1.02", "hint": text("Ask about the sum.")},
                ],
            },
            {
                "title": text("Work and pay"),
                "questions": [
                    own_question(
                        "pay",
                        "Are you paid?",
                        ("all", {"D4.02": "absent"}),
                        ("less", {"D4.02": "present"}),
                        ("none", {"D4.02": "present", "D1.03": "present"}),
                    ),
                    {"indicator": "D4.01"},
                ],
            },
            {
                "title": text("Freedom"),
                "when": [{"question": "pay", "any_of": ["less", "none"]}],
                "questions": [{"indicator": "D5.01"}, {"indicator": "D5.02"}],
            },
        ],
        "advice": ADVICE,
        "provenance": PROVENANCE,
    },
    "views/anybody.yaml": {
        "key": "anybody",
        "title": text("First talk"),
        "intro": text("Take your time."),
        "catalogue": "labour",
        "pages": [{"title": text("All"), "questions": [{"indicator": "D5.01"}, {"indicator": "D6.01"}]}],
        "advice": ADVICE,
        "provenance": PROVENANCE,
    },
    "vectors.yaml": {
        "provenance": PROVENANCE,
        "vectors": [
            {
                "key": "locked-in-and-deceived",
                "title": text("Locked in and deceived"),
                "catalogue": "labour",
                "present": ["D1.01", "D1.02", "D4.01", "D4.02", "D5.01", "D5.02"],
                "expected": "strong",
            }
        ],
    },
}  # fmt: skip


def small():
    """The guideline, to be changed at will."""
    return json.loads(json.dumps(GUIDELINE))
