"""Annotation formats, maps and calendars, read back by other people's libraries."""

from __future__ import annotations

import json
import warnings
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree

import cassis
import pytest
import spacy
from icalendar import Calendar
from spacy.tokens import DocBin

from svodka.analysis.reading import clean_of
from svodka.core.fragments import join_fragments
from svodka.core.records import Record
from svodka.evaluation.brat_read import from_brat
from svodka.evaluation.score import empty
from svodka.export.labelstudio import config, task
from svodka.export.write import write

pytestmark = pytest.mark.models


def test_brat_is_read_back(records: tuple[Record, ...], tmp_path: Path) -> None:
    write("brat", records, tmp_path)
    for text, ann, record in zip(sorted(tmp_path.glob("*.txt")), sorted(tmp_path.glob("*.ann")), records, strict=True):
        with text.open(encoding="utf-8", newline="") as file:
            assert file.read() == record.text
        frame = empty(record).model_copy(update={"anchor_date": record.anchor_date, "issues": record.issues})
        read = from_brat(ann.read_text("utf-8"), frame)
        assert read.entities == record.entities
        assert read.events == record.events
        assert [join_fragments(record.text, d.spans) for d in read.dates] == [d.spans for d in record.dates]


def test_xmi_is_read_back_with_utf16_offsets(records: tuple[Record, ...], tmp_path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        write("xmi", records, tmp_path)
        with (tmp_path / "TypeSystem.xml").open("rb") as file:
            types = cassis.load_typesystem(file)
    for path, record in zip(sorted(tmp_path.glob("*.xmi")), records, strict=True):
        with path.open("rb") as file:
            cas = cassis.load_cas_from_xmi(file, typesystem=types)
        assert len(cas.sofa_string) == len(record.text)
        read = {m.itemId: (m.begin, m.end, m.label, m.name, m.iso) for m in cas.select("svodka.Mention")}
        assert read == {
            m.id: (m.spans[0][0], m.spans[-1][1], e.label, e.name, e.iso) for e in record.entities for m in e.mentions
        }
        assert {(f.itemId, f.value, f.unit) for f in cas.select("svodka.Figure")} == {
            (f.id, f.value, f.unit) for f in record.figures
        }
        arguments = cas.select("svodka.Argument")
        assert len(arguments) == sum(len(v.roles) + len(v.time) + len(v.place) + len(v.figures) for v in record.events)
        assert all(a.event.itemId == a.eventId for a in arguments)
    raw = ElementTree.parse(sorted(tmp_path.glob("*.xmi"))[-1]).getroot()
    begins = [int(node.get("begin")) for node in raw if node.tag.endswith("}Mention")]
    last = records[-1]
    expected = [len(last.text[: m.spans[0][0]].encode("utf-16-le")) // 2 for e in last.entities for m in e.mentions]
    assert sorted(begins) == sorted(expected)
    assert last.text.startswith("🚜")


def test_docbin_is_read_back(records: tuple[Record, ...], tmp_path: Path) -> None:
    write("docbin", records, tmp_path / "run.spacy")
    docs = list(DocBin().from_disk(tmp_path / "run.spacy").get_docs(spacy.blank("ru").vocab))
    for doc, record in zip(docs, records, strict=True):
        assert doc.text == clean_of(record).text
        assert Record.from_json(doc.user_data["record"]) == record
        figures = [(span.id_, span.label_, span.kb_id_) for span in doc.spans["figures"]]
        assert figures == [(f.id, f.kind, f.value or "") for f in record.figures for _ in f.spans]
        for span in doc.spans["figures"]:
            item = next(f for f in record.figures if f.id == span.id_)
            assert "".join(span.text.split()) in "".join(item.text.split()) or len(item.spans) == 1


def test_label_studio_regions_quote_the_text(records: tuple[Record, ...], tmp_path: Path) -> None:
    write("labelstudio", records, tmp_path)
    tasks = json.loads((tmp_path / "tasks.json").read_text("utf-8"))
    labels = {label.get("value") for label in ElementTree.fromstring(config()).iter("Label")}
    for made, record in zip(tasks, records, strict=True):
        regions = {r["id"]: r for r in made["predictions"][0]["result"] if r["type"] == "labels"}
        relations = [r for r in made["predictions"][0]["result"] if r["type"] == "relation"]
        for region in regions.values():
            value = region["value"]
            assert record.text[value["start"] : value["end"]] == value["text"]
            assert set(value["labels"]) <= labels
        assert all(r["from_id"] in regions and r["to_id"] in regions for r in relations)
        assert made["data"]["text"] == record.text


def test_label_studio_converts_the_tasks(records: tuple[Record, ...], tmp_path: Path) -> None:
    converter = pytest.importorskip("label_studio_sdk.converter").Converter
    write("labelstudio", records, tmp_path)
    tasks = [task(record) for record in records]
    done = [{"result": made["predictions"][0]["result"], "id": 1, "completed_by": 1} for made in tasks]
    annotated = [{"id": n, "data": m["data"], "annotations": [done[n]]} for n, m in enumerate(tasks)]
    (tmp_path / "annotated.json").write_text(json.dumps(annotated), "utf-8")
    made = converter(config=str(tmp_path / "config.xml"), project_dir=None)
    made.convert_to_json_min(str(tmp_path / "annotated.json"), str(tmp_path / "out"), is_dir=False)
    read = json.loads((tmp_path / "out" / "result.json").read_text("utf-8"))
    for found, record in zip(read, records, strict=True):
        regions = [(v["start"], v["end"], v["labels"]) for v in found["label"]]
        mentions = [(m.spans[0][0], m.spans[-1][1], [e.label]) for e in record.entities for m in e.mentions]
        assert regions[: len(mentions)] == mentions


def test_places_are_features_without_geometry(records: tuple[Record, ...], tmp_path: Path) -> None:
    write("geojson", records, tmp_path / "places.geojson")
    read = json.loads((tmp_path / "places.geojson").read_text("utf-8"))
    assert read["type"] == "FeatureCollection"
    assert all(f["type"] == "Feature" and f["geometry"] is None for f in read["features"])
    assert "BY-HO" in {f["properties"]["iso"] for f in read["features"]}


def test_planned_events_are_entries(records: tuple[Record, ...], tmp_path: Path) -> None:
    write("icalendar", records, tmp_path / "plans.ics")
    data = (tmp_path / "plans.ics").read_bytes()
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    entries = Calendar.from_ical(data).walk("VEVENT")
    assert entries
    for entry in entries:
        doc_id, event_id = str(entry["UID"]).removesuffix("@svodka").rsplit("-", 1)
        record = next(r for r in records if r.doc_id == doc_id)
        event = next(v for v in record.events if v.id == event_id)
        assert event.status in ("planned", "proposed")
        days = [(d.start, d.end) for d in record.dates if d.id in event.time]
        last = entry["DTEND"].dt - timedelta(days=1)
        assert (entry["DTSTART"].dt.isoformat(), last.isoformat()) in days
        assert isinstance(entry["DTSTART"].dt, date)
