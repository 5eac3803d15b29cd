"""Check after a run what the database holds of the messages that were answered, and of no others.

    python -m harness.inside.verify_help count     how much there is now
    python -m harness.inside.verify_help told      what was answered, as JSON on standard input

Each message was told with its seven words, or with the place and key that a browser made of them.
Prints {"faults": [...], "opened": ...}: how many messages said the same with both keys.
"""

import json
import os
import sys
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from harness.inside.people import actor
from korgoo.access.actor import Actor
from korgoo.helpline import seals, services
from korgoo.helpline.models import Attachment, Conversation, Message
from korgoo.lib.sealing.receipts import Receipt

Told = dict[str, Any]
ANSWERS = "line"


def count() -> dict[str, int]:
    """Count conversations, messages and pictures."""
    models = {"conversations": Conversation, "messages": Message, "pictures": Attachment}
    return {name: model.objects.count() for name, model in models.items()}


def check(before: dict[str, int], told: list[Told], *, helper: Actor) -> tuple[list[str], int]:
    """Return what is wrong, and how many messages opened with both keys.

    Args:
        before: What ``count`` said before the run.
        told: Each message that was answered as arrived, in the order of its sender.
        helper: Who answers for the helpline, with their key open.
    """
    with ThreadPoolExecutor(os.cpu_count()) as pool:  # stretching words lets other threads work
        receipts = list(pool.map(_receipt, told))
    by_place: dict[bytes, list[Told]] = defaultdict(list)
    keys = {}
    for one, receipt in zip(told, receipts, strict=True):
        by_place[receipt.locator].append(one)
        keys[receipt.locator] = receipt
    wanted = {
        "conversations": len(by_place),
        "messages": len(told),
        "pictures": sum(bool(one["photo"]) for one in told),
    }
    now = count()
    faults = [
        f"{now[name] - before[name]} {name}, {n} answered"
        for name, n in wanted.items()
        if now[name] - before[name] != n
    ]
    opened = 0
    for place, messages in by_place.items():
        found, fits = _conversation(keys[place], messages, helper)
        faults += found
        opened += fits
    return faults, opened


def _receipt(one: Told) -> Receipt:
    if "words" in one:
        return seals.receipt_of(one["words"])
    return Receipt(bytes.fromhex(one["locator"]), seals.PrivateKey(bytes.fromhex(one["private"])))


def _conversation(receipt: Receipt, told: list[Told], helper: Actor) -> tuple[list[str], int]:
    row = Conversation.objects.filter(place=seals.place_of(receipt.locator)).first()
    if row is None:
        return [f"lost: a conversation of {len(told)}"], 0
    wanted = Counter(one["text"] for one in told)
    messages = list(row.messages.all())
    persons: Counter[str] = Counter()
    for message in messages:
        info = seals.info_of(bytes(row.public), message.key, message.author, seals.TEXT)
        said = seals.open_by_person(message.to_person, info=info, private=receipt.private)
        persons[str(said.get("text"))] += 1
    opened = services.open_messages(row.pk, actor=helper)
    helplines = Counter(str(message.text) for message in opened)
    faults = [
        f"{row.pk}: {who} reads {sum(read.values())} messages of {len(told)}, or others"
        for who, read in (("the person", persons), ("the helpline", helplines))
        if read != wanted
    ]
    if row.danger != told[-1]["danger"]:
        faults.append(f"{row.pk}: another word on danger")
    faults += _pictures(row, opened, told, helper)
    return faults, 0 if faults else len(messages)


def _pictures(row: Conversation, opened: Any, told: list[Told], helper: Actor) -> list[str]:
    with_picture = {message.text: message.key for message in opened if message.has_photo}
    if set(with_picture) != {one["text"] for one in told if one["photo"]}:
        return [f"{row.pk}: a picture is with another message, or lost"]
    for key in with_picture.values():
        services.open_photo(row.pk, key, actor=helper)  # raises when it is no whole picture
    return []


def main(what: str) -> None:
    """Count, or check what was told."""
    if what == "count":
        print(json.dumps(count()))
        return
    given = json.load(sys.stdin)
    faults, opened = check(given["before"], given["told"], helper=actor(ANSWERS))
    print(json.dumps({"faults": faults, "opened": opened}))


if __name__ == "__main__":
    main(*sys.argv[1:])
