"""The model folder: one spaCy-style pipeline, and the weights of natasha that it names.

``models/ru_press`` holds ``config.cfg``, ``meta.json``, the lexica and ``manifest.toml``; an installed
wheel carries the folder inside the package. The network weights stay in natasha's wheel and are found
without importing natasha, whose own import fails on Python 3.12 and later.
"""

from __future__ import annotations

import hashlib
import importlib.util
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from svodka.core.errors import ModelError
from svodka.language.threads import limit_threads

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib  # type: ignore[import-not-found, unused-ignore]

if TYPE_CHECKING:
    from spacy.language import Language

limit_threads()

DEFAULT = "ru_press"
MANIFEST = "manifest.toml"
CONFIG = "config.cfg"

_PACKAGE = Path(__file__).parents[1]
_HOMES = (_PACKAGE / "_models", _PACKAGE.parents[1] / "models")


@dataclass(frozen=True, slots=True)
class Weights:
    """One weights file of a model.

    Attributes:
        purpose: What it is for: ``embedding morphology syntax names``.
        package: The installed package that ships it.
        path: Its path inside that package, with forward slashes.
        sha256: Hex digest of its bytes.
    """

    purpose: str
    package: str
    path: str
    sha256: str

    def locate(self) -> Path:
        """Return where the file lies on this machine.

        Raises:
            ModelError: If the package or the file is missing.
        """
        spec = importlib.util.find_spec(self.package)
        folders = (spec.submodule_search_locations or ()) if spec else ()
        for folder in folders:
            file = Path(folder, *self.path.split("/"))
            if file.is_file():
                return file
        raise ModelError(f"the {self.purpose} weights {self} are missing: reinstall {self.package}")

    def __str__(self) -> str:
        return f"{self.package}/{self.path}"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a model folder says of itself."""

    name: str
    version: str
    licence: str
    weights: tuple[Weights, ...]


def model_folder(name: str = DEFAULT) -> Path:
    """Return the folder of a model: inside the installed package, else in the checkout.

    Raises:
        ModelError: If there is no such model.

    Examples:
        >>> model_folder().name
        'ru_press'
    """
    for home in _HOMES:
        if (home / name / MANIFEST).is_file():
            return home / name
    raise ModelError(f"there is no model named {name!r}: reinstall svodka, or name one of its models")


def read_manifest(name: str = DEFAULT) -> Manifest:
    """Return what the model's ``manifest.toml`` says.

    Raises:
        ModelError: If the manifest is not TOML or lacks a field.

    Examples:
        >>> [weights.purpose for weights in read_manifest().weights]
        ['embedding', 'morphology', 'syntax', 'names']
    """
    file = model_folder(name) / MANIFEST
    try:
        data: dict[str, Any] = tomllib.loads(file.read_text("utf-8"))
        weights = tuple(Weights(**entry) for entry in data.pop("weights"))
        return Manifest(weights=weights, **data)
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise ModelError(f"the manifest of the model {name!r} cannot be read: {error}") from error


def weights(purpose: str, name: str = DEFAULT) -> Path:
    """Return the weights file for one purpose.

    Raises:
        ModelError: If the model names no such weights, or they are not installed.

    Examples:
        >>> weights("syntax").name
        'slovnet_syntax_news_v1.tar'
    """
    for entry in read_manifest(name).weights:
        if entry.purpose == purpose:
            return entry.locate()
    raise ModelError(f"the model {name!r} names no weights for {purpose!r}")


def verify(name: str = DEFAULT) -> tuple[Weights, ...]:
    """Check that every weights file is installed and has the checksum of the manifest, and return them.

    Raises:
        ModelError: At the first file that is missing or differs.
    """
    entries = read_manifest(name).weights
    for entry in entries:
        if hashlib.sha256(entry.locate().read_bytes()).hexdigest() != entry.sha256:
            raise ModelError(
                f"the {entry.purpose} weights {entry} differ from the manifest of the model {name!r}: "
                f"install the version of {entry.package} that svodka asks for"
            )
    return entries


def model_sha256(folder: Path) -> str:
    """Return one hash over the names and bytes of all files of a model folder, hidden files apart.

    The manifest is among them and names the checksums of the weights, so the hash covers these too.
    """
    digest = hashlib.sha256()
    for file in sorted(_files(folder), key=lambda file: file.relative_to(folder).as_posix()):
        digest.update(file.relative_to(folder).as_posix().encode("utf-8") + b"\0")
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def config_sha256(folder: Path) -> str:
    """Return the hash of the model's ``config.cfg``."""
    return hashlib.sha256((folder / CONFIG).read_bytes()).hexdigest()


def load(
    name: str = DEFAULT,
    *,
    exclude: tuple[str, ...] = (),
    lexicon: Path | None = None,
    frames: Path | None = None,
) -> Language:
    """Return the pipeline of a model, ready to use.

    Args:
        name: The model.
        exclude: Components to leave out.
        lexicon: A user's table of places, which goes before the model's own.
        frames: A user's file of event frames, which go before svodka's own.

    Raises:
        ModelError: If the model or its weights are missing, or the table departs from the schema.
    """
    import spacy

    own = {"svodka_entities": {"lexicon": lexicon}, "svodka_events": {"frames": frames}}
    given = {name: {key: str(v) for key, v in files.items() if v} for name, files in own.items()}
    config = {"components": {name: files for name, files in given.items() if files}}
    nlp = spacy.load(model_folder(name), exclude=exclude, config=config)
    nlp.max_length = sys.maxsize  # spaCy's limit guards networks whose memory grows with the text
    return nlp


def _files(folder: Path) -> list[Path]:
    """List a folder's files at any depth, without hidden ones and caches."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    return [file for file in files if not any(p.startswith((".", "__")) for p in file.relative_to(folder).parts)]
