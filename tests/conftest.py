"""Fixtures for the whole suite: pipelines loaded once, and no network."""

from __future__ import annotations

import socket

import pytest
import spacy
from spacy.language import Language

import svodka

TOKENIZER = {"nlp": {"tokenizer": {"@tokenizers": "svodka.razdel.v1"}}}


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The whole pipeline."""
    return svodka.load()


@pytest.fixture(scope="session")
def tags() -> Language:
    """A pipeline of the tokenizer and ``svodka_tags`` alone."""
    nlp = spacy.blank("ru", config=TOKENIZER)
    nlp.add_pipe("svodka_tags")
    return nlp


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Make any attempt to reach the network a failure of the test; a cluster speaks to itself over sockets."""
    if request.node.get_closest_marker("network"):
        return

    def refuse(*args: object, **options: object) -> None:
        raise AssertionError("a test tried to reach the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
