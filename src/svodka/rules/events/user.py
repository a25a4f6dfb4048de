"""Frames of a user's own: rows of a TOML file become frames, and a bad row is named with what is wrong in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any, get_args

from svodka.core.errors import UsageError
from svodka.core.records import EventType, Status
from svodka.rules.events.frame import PLACES, Frame, Slot, Standing
from svodka.rules.ontology import EVENT_TYPES
from svodka.rules.rule import fold, unmark

_CASED = re.compile(r"[а-яё]+(?:_[а-яё]+)?\+(?:Nom|Gen|Dat|Acc|Ins|Loc)")
_WITHIN = re.compile(r"(?:in|dated|[а-яё]+):[a-z_]+")
_ALLOWED = {
    "pos": ("VERB", "NOUN"),
    "default": get_args(Status),
    "type": get_args(EventType),
}
_LISTS = {"lemmas", "companions", "requires", "forms", "standing", "figured", "finds", "skips", "labels", "barred"}
_FLAGS = {"active", "plural", "reflexive", "joined", "people", "needed"}


def parse_frames(data: Mapping[str, Any]) -> tuple[Frame, ...]:
    """Return the frames of a parsed TOML file: a list ``frame``, each with a list ``slot``.

    Raises:
        UsageError: If a row is wrong; the message names the row and says what to write.

    Examples:
        >>> row = {"id": "my.inspect", "type": "VISIT", "pos": "VERB", "lemmas": ["проверить"],
        ...        "slot": [{"role": "site", "at": "object"}, {"role": "visitor", "at": "subject"}],
        ...        "finds": ["Министр [проверил|occurred] завод."], "skips": ["Он проверил почту."]}
        >>> parse_frames({"frame": [row]})[0].slots[1].role
        'visitor'
        >>> parse_frames({"frame": [row | {"type": "TRIP"}]})
        Traceback (most recent call last):
        svodka.core.errors.UsageError: frame my.inspect: type is 'TRIP'; write one of VISIT, MEETING, ...
    """
    rows = data.get("frame")
    if set(data) != {"frame"} or not isinstance(rows, list) or not rows:
        raise UsageError("a file of frames holds nothing but [[frame]] tables; see the example in models/README.md")
    frames = tuple(_frame(row, number) for number, row in enumerate(rows, 1))
    ids = [frame.id for frame in frames]
    twice = next((one for one in ids if ids.count(one) > 1), None)
    if twice is not None:
        raise UsageError(f"frame {twice}: the id stands twice; give each frame its own")
    return frames


def _frame(row: Mapping[str, Any], number: int) -> Frame:
    where = f"frame {row.get('id', number)}"
    given = {("slots" if key == "slot" else key): value for key, value in row.items()}
    _check_keys(where, given, {field.name for field in fields(Frame)}, {"id", "type", "pos", "lemmas", "slots"})
    for key, allowed in _ALLOWED.items():
        if key in given and given[key] not in allowed:
            raise UsageError(f"{where}: {key} is {given[key]!r}; write one of {', '.join(allowed)}")
    if not given.get("finds") or not given.get("skips"):
        raise UsageError(f"{where}: finds and skips each need at least one sentence, to prove the frame by")
    if not all(unmark(example)[1] for example in given["finds"]):
        raise UsageError(f"{where}: mark the trigger in finds, as in «Министр [проверил|occurred] завод.»")
    slots = tuple(_slot(slot, where, str(given["type"])) for slot in given.pop("slots"))
    values = {key: _value(where, key, value) for key, value in given.items()}
    unknown = set(values.get("standing", ())) - set(get_args(Standing))
    if unknown:
        raise UsageError(f"{where}: standing {sorted(unknown)} is unknown; write of {', '.join(get_args(Standing))}")
    return Frame(**{**values, "slots": slots, "id": str(given["id"])})


def _slot(row: Mapping[str, Any], where: str, event_type: str) -> Slot:
    where = f"{where}, slot {row.get('role', '?')}"
    _check_keys(where, row, {field.name for field in fields(Slot)}, {"role", "at"})
    roles = EVENT_TYPES[event_type].roles
    if row["role"] not in roles:
        raise UsageError(f"{where}: {event_type} has no such role; write one of {', '.join(roles)}")
    for place in str(row["at"]).split():
        if not (place in PLACES or _CASED.fullmatch(place) or _WITHIN.fullmatch(place)):
            raise UsageError(
                f"{where}: {place!r} is no place; write a preposition with a case (с+Ins) or one of "
                f"{', '.join(sorted(PLACES))}"
            )
    return Slot(**{key: _value(where, key, value) for key, value in row.items()})


def _check_keys(where: str, row: Mapping[str, Any], known: set[str], needed: set[str]) -> None:
    strange, absent = sorted(set(row) - known), sorted(needed - set(row))
    if strange:
        raise UsageError(f"{where}: there is no field {strange[0]!r}; the fields are {', '.join(sorted(known))}")
    if absent:
        raise UsageError(f"{where}: the field {absent[0]!r} is missing")


def _value(where: str, key: str, value: Any) -> Any:
    """Return a field's value in the type that a frame holds it in."""
    if key in _LISTS:
        if not isinstance(value, Sequence) or isinstance(value, str) or not all(isinstance(one, str) for one in value):
            raise UsageError(f'{where}: {key} is a list of texts, as in {key} = ["…"]')
        folded = key in ("lemmas", "companions", "barred")
        return frozenset(map(fold, value)) if folded else tuple(value)
    if key in _FLAGS and not isinstance(value, bool):
        raise UsageError(f"{where}: {key} is true or false")
    return value
