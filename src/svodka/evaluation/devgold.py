"""Records from the development gold of other hands: the contract's layers, some fields left out.

One thing is corrected on the way: factors of change («в 1,5 раза») have the unit ``x``, where the
annotators wrote ``раз``.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from svodka.core.records import Record
from svodka.evaluation.sheets import GOLD

_UNANCHORED = {"day": "XXXX-XX-XX", "month": "XXXX-XX"}  # TIMEX3 value of a time that nothing anchors


def read_dev_gold(path: Path, name: str) -> Record:
    """Read one annotated release; its text is the ``.txt`` file beside it.

    Args:
        path: The ``.json`` file.
        name: The path that the record gives its source, relative to the project.

    Raises:
        ValueError: If the text is not the one that was annotated.
    """
    data = path.with_suffix(".txt").read_bytes()
    text = data.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    given = json.loads(path.read_text(encoding="utf-8"))
    if given["sha256"] != digest:
        raise ValueError(f"{path.name}: the text has changed since it was annotated")
    source = {
        "path": name, "media_type": "text/plain", "encoding": "utf-8", "sha256": digest, "size": len(data),
    }  # fmt: skip
    layers = {
        "entities": [_entity(entity) for entity in given["entities"]],
        "dates": [_date(date) for date in given["dates"]],
        "figures": [_figure(figure) for figure in given["figures"]],
        "events": [_ruled(event) for event in given["events"]],
    }
    frame = {"doc_id": digest[:16], "source": source, "text": text, "anchor_date": given["anchor_date"]}
    return Record.model_validate({**frame, **_renumbered(layers), "pipeline": GOLD.model_dump()})


def _ruled(item: dict[str, Any]) -> dict[str, Any]:
    """Fill in the rule that an annotator had no use for."""
    return {**item, "rule": item.get("rule") or "gold"}


def _entity(entity: dict[str, Any]) -> dict[str, Any]:
    titles = [{key: title[key] for key in ("title", "of", "spans")} for title in entity["titles"]]
    return {**entity, "titles": titles, "mentions": [_ruled(mention) for mention in entity["mentions"]]}


def _figure(figure: dict[str, Any]) -> dict[str, Any]:
    """Write «в 1,5 раза» with the unit of the contract."""
    unit = "x" if figure["kind"] == "change" and figure["unit"] == "раз" else figure["unit"]
    return _ruled({**figure, "unit": unit})


def _date(date: dict[str, Any]) -> dict[str, Any]:
    timex = date["timex3"]
    value = timex["value"] or _UNANCHORED.get(date["grain"] or "", "XXXX")
    return _ruled({**date, "timex3": {**timex, "value": value}})


def _renumbered(layers: dict[str, list[dict[str, Any]]]) -> dict[str, Any]:
    """Put every layer into text order and number it through, references included."""
    for entity in layers["entities"]:
        entity["mentions"].sort(key=lambda mention: mention["spans"])
    ids: dict[str, str] = {}
    for letter, (name, items) in zip("edfv", tuple(layers.items()), strict=True):
        ordered = sorted((_spans(name, item), number) for number, item in enumerate(items))
        layers[name] = [items[number] for _, number in ordered]
        ids.update({item["id"]: f"{letter}{number}" for number, item in enumerate(layers[name], 1)})
    mentions = [mention["id"] for entity in layers["entities"] for mention in entity["mentions"]]
    ids.update({identifier: f"m{number}" for number, identifier in enumerate(mentions, 1)})
    return {name: [_renamed(item, ids) for item in items] for name, items in layers.items()}


def _spans(layer: str, item: dict[str, Any]) -> list[list[int]]:
    if layer == "entities":
        item = item["mentions"][0]
    return list(item["trigger"]["spans"] if layer == "events" else item["spans"])


_REFERENCES = ("id", "of", "ref", "period", "base_period", "time", "place", "figures")


def _renamed(value: Any, ids: dict[str, str], key: str = "") -> Any:
    """Replace ids in the fields that hold them."""
    if isinstance(value, dict):
        return {name: _renamed(member, ids, name) for name, member in value.items()}
    if isinstance(value, list):
        return [_renamed(member, ids, key) for member in value]
    return ids.get(value, value) if key in _REFERENCES and isinstance(value, str) else value
