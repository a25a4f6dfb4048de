"""The command line as its users meet it: what it writes, what it says, how it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.texts import SEEDS, SMALL_SEED

pytestmark = pytest.mark.models

ENVIRONMENT = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1"}


def run(*words: str | Path, cwd: Path | None = None, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "svodka", *map(str, words)]
    return subprocess.run(command, cwd=cwd, input=stdin, capture_output=True, env=ENVIRONMENT, check=False)


def sentence(result: subprocess.CompletedProcess[bytes]) -> str:
    """Return what a command said on stderr; it must be one line and no traceback."""
    said = result.stderr.decode()
    assert "Traceback" not in said
    assert said.startswith("svodka: ")
    return said


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("runs") / "demo"
    result = run("extract", SEEDS, "-o", folder, "--pretty")
    assert result.returncode == 0, result.stderr.decode()
    return folder


def test_extract_writes_a_run(demo: Path) -> None:
    records = [json.loads(line) for line in (demo / "records.jsonl").read_text("utf-8").splitlines()]
    assert [record["source"]["path"] for record in records] == sorted(path.name for path in SEEDS.iterdir())
    assert (demo / "failures.jsonl").read_text() == ""
    manifest = json.loads((demo / "manifest.json").read_text("utf-8"))
    assert manifest["counts"] == {"inputs": 2, "records": 2, "failures": 0, "duplicates": 0}
    listed = [json.loads(line) for line in (demo / "inputs.jsonl").read_text("utf-8").splitlines()]
    assert [item["doc_id"] for item in listed] == [record["doc_id"] for record in records]
    assert manifest["pipeline"] == records[0]["pipeline"]
    assert sorted(path.suffix for path in demo.iterdir() if path.is_file()) == [".json", ".jsonl", ".jsonl", ".jsonl"]


def test_duplicates_are_counted_and_listed(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text("Делегация Минской области прибыла в Уфу 15 марта 2024 г.", "utf-8")
    result = run("extract", *sorted(tmp_path.iterdir()), "-o", tmp_path / "run")
    said = f"svodka: 1 record in {tmp_path / 'run'}, 0 failures, 2 duplicates (see inputs.jsonl)\n"
    assert (result.returncode, result.stderr.decode()) == (0, said)
    listed = [json.loads(line) for line in (tmp_path / "run" / "inputs.jsonl").read_text("utf-8").splitlines()]
    assert [item["duplicate_of"] for item in listed] == [None, "a.txt", "a.txt"]


def test_pretty_writes_one_indented_file_a_record(demo: Path) -> None:
    files = sorted((demo / "documents").iterdir())
    lines = (demo / "records.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(file.read_text("utf-8")) for file in files] == [json.loads(line) for line in lines]
    assert files[0].read_text("utf-8").startswith('{\n  "schema_version"')


def test_runs_from_other_folders_give_the_same_bytes(demo: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    assert run("extract", "seeds", "-o", again, cwd=SEEDS.parent).returncode == 0
    for name in ("records.jsonl", "failures.jsonl", "manifest.json"):
        assert (again / name).read_bytes() == (demo / name).read_bytes()


def test_a_finished_run_is_not_overwritten_unasked(demo: Path) -> None:
    before = (demo / "records.jsonl").read_bytes()
    result = run("extract", SMALL_SEED, "-o", demo)
    assert result.returncode == 2
    assert "--force" in sentence(result)
    assert (demo / "records.jsonl").read_bytes() == before


def test_force_replaces_a_run(tmp_path: Path) -> None:
    folder = tmp_path / "run"
    for _ in range(2):
        result = run("extract", "-", "-o", folder, "--force", stdin="Визит состоялся.".encode())
        assert result.returncode == 0
    assert len((folder / "records.jsonl").read_text("utf-8").splitlines()) == 1


def test_records_go_to_stdout_without_an_output_folder() -> None:
    result = run("extract", "-", "--anchor-date", "2024-03-20", stdin="Вчера подписан план.".encode("cp1251"))
    record = json.loads(result.stdout)
    assert record["source"]["encoding"] == "cp1251"
    assert record["dates"][0]["edtf"] == "2024-03-19"
    assert result.stderr == b""


def test_bad_inputs_cost_themselves_only(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "blank.txt").write_bytes(b" \n\t\n")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    (tmp_path / "noise.bin").write_bytes(bytes(range(256)) * 8)
    (tmp_path / "good.txt").write_text("Делегация посетила Минск 15 марта 2024 года.", encoding="utf-8")
    folder = tmp_path / "run"
    names = ("missing.txt", "empty.txt", "blank.txt", "picture.png", "noise.bin", "good.txt")
    result = run("extract", *(tmp_path / name for name in names), "-o", folder)
    assert result.returncode == 1
    failures = [json.loads(line) for line in (folder / "failures.jsonl").read_text("utf-8").splitlines()]
    assert [(failure["path"], failure["code"]) for failure in failures] == [
        ("missing.txt", "missing"),
        ("empty.txt", "empty"),
        ("blank.txt", "empty"),
        ("picture.png", "binary"),
        ("noise.bin", "binary"),
    ]
    assert all(failure["message"].startswith(failure["path"] + ": ") for failure in failures)
    assert all(failure["stage"] == "ingest" for failure in failures)
    lines = sentence(result).splitlines()
    assert len(lines) == len(failures) + 1
    assert lines[-1] == f"svodka: 1 record in {folder}, 5 failures"
    assert len((folder / "records.jsonl").read_text("utf-8").splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["extract", "--nonsense"], "no such option: --nonsense"),
        (["extract"], "missing argument"),
        (["extract", "x.txt", "--anchor-date", "20.03.2024"], "write it as 2024-03-20"),
        (["extract", "x.txt", "--anchor-date", "2024-02-31"], "is no date"),
        (["extract", "x.txt", "--encoding", "klingon"], "klingon"),
        (["nonsense"], "nonsense"),
        (["show", "missing.txt"], "missing.txt: no such file"),
        (["doctor", "--model", "none"], "no model named 'none'"),
    ],
)
def test_a_mistake_is_one_sentence_and_exit_code_2(words: list[str], said: str, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("Визит.", encoding="utf-8")
    result = run(*words, cwd=tmp_path)
    assert result.returncode == 2
    assert said in sentence(result)
    assert len(sentence(result).splitlines()) == 1


def test_an_output_that_cannot_be_a_folder_is_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    result = run("extract", SMALL_SEED, "-o", tmp_path / "file")
    assert result.returncode == 2
    assert "choose another folder" in sentence(result)


def test_show_prints_text_and_tables() -> None:
    result = run("show", SMALL_SEED)
    shown = result.stdout.decode()
    assert result.returncode == 0
    for expected in ("Entities", "Dates", "Figures", "Events", "Курская область", "RU-KRS", "2009/..", "VISIT"):
        assert expected in shown


def test_schema_and_models_and_doctor() -> None:
    assert json.loads(run("schema").stdout)["title"] == "Record"
    assert run("models").stdout.decode().startswith("ru_press 0.1.0")
    result = run("doctor")
    assert result.returncode == 0
    assert "self-test: passed" in result.stdout.decode()


def test_help_needs_neither_spacy_nor_numpy() -> None:
    code = "import sys; sys.argv = ['svodka', '--help']\nimport svodka.cli\n"
    code += "try: svodka.cli.main()\nexcept SystemExit: pass\n"
    code += "assert not {'spacy', 'numpy', 'pydantic'} & set(sys.modules), 'a heavy library was loaded'"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, env=ENVIRONMENT, check=False)
    assert result.returncode == 0, result.stderr.decode()


def test_single_documents_have_dates_of_their_own(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"Вчера подписан план {name[0]}.", encoding="utf-8")
    (tmp_path / "dates.tsv").write_text("# by hand\nb.txt\t2023-05-02\n", encoding="utf-8")
    words = ("extract", tmp_path / "a.txt", tmp_path / "b.txt", "--anchor-date", "2024-03-20")
    result = run(*words, "--anchor-dates", tmp_path / "dates.tsv")
    found = [json.loads(line)["dates"][0]["edtf"] for line in result.stdout.decode().splitlines()]
    assert found == ["2024-03-19", "2023-05-01"]
    (tmp_path / "dates.tsv").write_text("b.txt 2023-05-02\n", encoding="utf-8")
    assert "line 1" in sentence(run(*words, "--anchor-dates", tmp_path / "dates.tsv"))


def test_what_cannot_be_read_goes_to_quarantine_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "плохой.pdf").write_bytes(b"%PDF-1.4 stump")
    (tmp_path / "in" / "хороший.txt").write_text("Подписан план.", "utf-8")
    assert run("extract", tmp_path / "in", "-o", tmp_path / "run").returncode == 1
    kept = sorted((tmp_path / "run" / "quarantine").iterdir())
    assert [file.name[16:] for file in kept] == ["-плохой.pdf", "-плохой.pdf.reason.json"]
    assert kept[0].read_bytes() == b"%PDF-1.4 stump"
    assert json.loads(kept[1].read_text("utf-8"))["code"] == "damaged"


def test_limits_and_columns_are_options(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("номер;запись\n7;Подписан план.\n", "utf-8")
    record = json.loads(run("extract", table, "--text-column", "запись", "--id-column", "номер").stdout)
    assert (record["source"]["path"], record["text"]) == ("t.csv#7", "Подписан план.")
    assert "--limit" in sentence(run("extract", table, "--limit", "speed=1"))


def test_show_tells_where_evidence_stands(tmp_path: Path) -> None:
    from tests.ingest.make import docx

    (tmp_path / "a.docx").write_bytes(docx(["Итоги.", "План подписан 15 марта 2024 г."]))
    assert "paragraph 2" in run("show", "--where", tmp_path / "a.docx").stdout.decode()
