"""Pages from templates: everything inline, escaped, and under a policy that lets nothing else run."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from svodka.core.visible import visible
from svodka.report.items import period
from svodka.report.wording import LANGUAGES, WORDS, Language, dictionary, word

LAYERS = (("e", "entities"), ("d", "dates"), ("f", "figures"), ("v", "events"), ("x", "edits"))
NUMERIC = frozenset(
    {"value", "mention_count", "document_count", "event_count"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its key in the navigation or of its document, its title, its address and the prefix of its ids."""

    id: str
    title: str
    address: str
    prefix: str = ""


class Printer:
    """Fills the templates in one language of the interface; both languages are on the page."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._environment = Environment(
            loader=PackageLoader("svodka.report"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
        )
        self._environment.filters.update(visible=visible, period=period)
        self._environment.globals.update(
            word=partial(word, language=language), WORDS=WORDS, LAYERS=LAYERS, NUMERIC=NUMERIC
        )

    def body(self, template: str, page: Page, **values: Any) -> Markup:
        """Return the main part of a page."""
        return Markup(self._environment.get_template(f"{template}.html").render(page=page, **values))

    def whole(self, page: Page, bodies: Sequence[Markup], navigation: Sequence[tuple[str, str]], here: str) -> str:
        """Return a whole page around one body, or around all of them."""
        home = navigation[0][1]
        return self._environment.get_template("page.html").render(
            **self._frame, language=self._language, title=page.title, bodies=bodies, navigation=navigation, here=here,
            home=home,
        )  # fmt: skip

    @cached_property
    def _frame(self) -> Mapping[str, Markup | str]:
        """What is the same on every page."""
        style, script = (_asset(name) for name in ("site.css", "site.js"))
        words = to_json({language: dictionary(language) for language in LANGUAGES})
        policy = (
            f"default-src 'none'; script-src '{_digest(script)}'; style-src '{_digest(style)}'; "
            "img-src data:; base-uri 'none'; form-action 'none'"
        )
        return {"style": Markup(style), "script": Markup(script), "words": words, "policy": policy}


def to_json(data: Any) -> Markup:
    r"""Return JSON that no text in it can end or escape from inside a ``script`` element.

    Examples:
        >>> to_json(["</script><!--"])
        Markup('["\\u003c/script\\u003e\\u003c!--"]')
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)


def _asset(name: str) -> str:
    return "\n" + files("svodka.report").joinpath("assets").joinpath(name).read_text("utf-8")


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
