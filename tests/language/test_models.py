from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from svodka.core.errors import ModelError
from svodka.language import models


def test_folder_is_found_by_name() -> None:
    assert (models.model_folder("ru_press") / "config.cfg").is_file()


def test_unknown_model_is_refused() -> None:
    with pytest.raises(ModelError, match="no model named 'none'"):
        models.model_folder("none")


def test_manifest_and_meta_agree() -> None:
    folder = models.model_folder()
    manifest, meta = models.read_manifest(), json.loads((folder / "meta.json").read_text("utf-8"))
    assert manifest.name == f"{meta['lang']}_{meta['name']}" == folder.name
    assert (manifest.version, manifest.licence) == (meta["version"], meta["license"])


@pytest.mark.models
def test_weights_are_those_of_the_manifest() -> None:
    assert {weights.purpose for weights in models.verify()} == {"embedding", "morphology", "syntax", "names"}


def test_unknown_purpose_is_refused() -> None:
    with pytest.raises(ModelError, match="no weights for 'stress'"):
        models.weights("stress")


@pytest.mark.parametrize("package", ["no_such_package", "json"])
def test_missing_weights_are_named(package: str) -> None:
    with pytest.raises(ModelError, match=rf"{package}/data/x\.tar are missing"):
        models.Weights("names", package, "data/x.tar", "0").locate()


def write_model(home: Path, manifest: str) -> None:
    (home / "toy").mkdir()
    (home / "toy" / "manifest.toml").write_text(manifest, "utf-8")


TOY = """
name = "toy"
version = "1"
licence = "MIT"
[[weights]]
purpose = "names"
package = "svodka"
path = "py.typed"
sha256 = "00"
"""


def test_changed_weights_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_model(tmp_path, TOY)
    monkeypatch.setattr(models, "_HOMES", (tmp_path,))
    with pytest.raises(ModelError, match=r"svodka/py\.typed differ from the manifest"):
        models.verify("toy")


@pytest.mark.parametrize("manifest", ["name =", "", TOY.replace("sha256", "md5"), TOY.replace("licence", "license")])
def test_bad_manifest_is_refused(manifest: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_model(tmp_path, manifest)
    monkeypatch.setattr(models, "_HOMES", (tmp_path,))
    with pytest.raises(ModelError, match="cannot be read"):
        models.read_manifest("toy")


def test_model_hash_sees_names_and_bytes(tmp_path: Path) -> None:
    (tmp_path / "config.cfg").write_text("a", "utf-8")
    first = models.model_sha256(tmp_path)
    (tmp_path / ".hidden").write_text("x", "utf-8")
    assert models.model_sha256(tmp_path) == first
    (tmp_path / "config.cfg").rename(tmp_path / "other.cfg")
    renamed = models.model_sha256(tmp_path)
    (tmp_path / "other.cfg").write_text("b", "utf-8")
    assert len({first, renamed, models.model_sha256(tmp_path)}) == 3


def test_config_hash_is_of_the_file() -> None:
    assert len(models.config_sha256(models.model_folder())) == 64


def run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_blank_pipeline_loads_nothing_heavy() -> None:
    code = (
        "import spacy, sys; spacy.blank('ru'); import svodka.components.tags, svodka.language.tokenizer;"
        "print(sorted({'slovnet', 'navec', 'natasha', 'pymorphy3', 'ipymarkup'} & set(sys.modules)))"
    )
    assert run(code) == "[]"


@pytest.mark.models
def test_tagging_does_without_natasha() -> None:
    code = (
        "import spacy, sys; nlp = spacy.blank('ru'); nlp.add_pipe('svodka_tags'); nlp('Он приехал в Минск.');"
        "print(sorted({'natasha', 'pymorphy2', 'yargy'} & set(sys.modules)))"
    )
    assert run(code) == "[]"


def test_threads_are_limited_before_numpy() -> None:
    code = "import svodka.language.models, os, sys; print(os.environ['OMP_NUM_THREADS'], 'numpy' in sys.modules)"
    assert run(code).split() == ["1", "False"]
