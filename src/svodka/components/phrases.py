"""Noun phrases on the surface: what stands before a head, what follows it, and the items of its list.

The parser hangs the parts of long lists into each other; case, agreement and the marks between them do not lie.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from svodka.components import clauses
from svodka.components.scene import Scene
from svodka.language.words import Word
from svodka.rules.rule import words

_NOUNS = ("NOUN", "PROPN", "X")
_JOINING = words("и или либо")
_OPENING = frozenset("«„“\"'")
_ALSO = (("а", "также"), ("а", "ещё"), ("и", "также"), ("а", "еще"))
# Nouns whose «о» phrase says what they are about and belongs to them.
_TOLD_ABOUT = words(
    "соглашение договор протокол меморандум декларация вопрос информация договоренность закон проект решение программа"
    " переговоры сведение данные доклад отчет сообщение положение указ постановление конвенция книга фильм знание"
)
_AMONG = (("среди", "них"), ("в", "том", "числе"), ("в", "т", ".", "ч", "."), ("в", "т.ч", "."), ("в", "их", "числе"))
_NEAR = 12
_DIRECT = ("Nom", "Acc")
_ITEMS = 30  # more items than any list of official prose has


def widened(tokens: Sequence[Word], head: Word, scene: Scene) -> list[Word]:
    """Return a run of tokens around a head with the words before and after it that belong to the phrase."""
    first, last = _start(tokens[0], head), tokens[-1]
    while (end := _genitive(last.i + 1, head, scene) or _about(last.i + 1, head, scene)) is not None:
        last = head.doc[end]
    return list(head.doc[first.i : last.i + 1])


def items(head: Word, scene: Scene, run: Sequence[Word]) -> list[Word]:
    """Return the heads of the items that follow a phrase in its list, in text order.

    A list shows itself by the «и» that closes it, or by a third item; a comma alone may begin anything.
    """
    found: list[Word] = []
    closed = False
    last = run[-1]
    for _ in range(_ITEMS):
        start, joined = _after_joint(last)
        noun = _item(start, head, scene) if start is not None and not closed else None
        if noun is None:
            break
        found.append(noun)
        closed = joined
        last = widened(clauses.phrase(noun), noun, scene)[-1]
    return found if closed or len(found) > 1 or _goes_on(last) else []


def _goes_on(last: Word) -> bool:
    """Tell whether a list is broken off («и др.», «и т. д.»)."""
    following = [token.lower_ for token in last.doc[last.i + 1 : last.i + 3]]
    return following in (["и", "др"], ["и", "т"], ["и", "другие"], ["и", "прочее"])


def _after_joint(last: Word) -> tuple[int | None, bool]:
    """Return where the item after a comma or conjunction begins, and whether that conjunction closes the list."""
    doc, index = last.doc, last.i + 1
    end = last.sent.end
    comma = index < end and doc[index].text == ","
    index += comma
    pair = tuple(token.lower_ for token in doc[index : index + 2])
    if pair in _ALSO:
        return index + 2, True
    if index < end and doc[index].lower_ in _JOINING:
        return index + 1, True
    return (index, False) if comma else (None, False)


def _item(start: int, head: Word, scene: Scene) -> Word | None:
    """Return the head of the item that begins at an index: a noun in the case of the list, in its clause."""
    doc = head.doc
    for token in doc[start : min(start + 9, head.sent.end)]:
        if _is_joint(token):
            continue
        if token.pos_ in _NOUNS and not _modifies(token, head.case):
            fits = _agrees(token.case, head.case) and token.i not in scene.dated
            return token if fits and scene.segments.of(token) == scene.segments.of(head) else None
        if not _modifies(token, head.case) and token.text not in _OPENING:
            return None
    return None


def _start(first: Word, head: Word) -> Word:
    """Return the first of the adjectives and numbers before a phrase, coordinated ones included."""
    doc, case = first.doc, head.case
    while not first.is_sent_start:
        before = doc[first.i - 1]
        if _modifies(before, case):
            first = before
        elif not before.is_sent_start and _is_joint(before) and _modifies(doc[before.i - 1], case):
            first = doc[before.i - 1]
        else:
            break
    return first


def _is_joint(token: Word) -> bool:
    """Tell whether a comma or conjunction joins two adjectives."""
    if not (token.text == "," or token.lower_ in _JOINING) or token.i + 1 >= token.sent.end:
        return False
    return clauses.is_adjectival(token.nbor(-1)) and clauses.is_adjectival(token.nbor(1))


def _modifies(token: Word, case: str) -> bool:
    """Tell whether a word may stand before a noun of a case and belong to it."""
    return (clauses.is_adjectival(token) or token.pos_ == "NUM") and _agrees(token.case, case)


def _agrees(one: str, other: str) -> bool:
    return one == other or not one or not other or (one in _DIRECT and other in _DIRECT)


def _genitive(index: int, head: Word, scene: Scene) -> int | None:
    """Return where the genitive that begins at an index ends; after a comma or «и» only where the head is none."""
    doc = head.doc
    joined = index < head.sent.end and (doc[index].lower_ in _JOINING or doc[index].text == ",")
    before = doc[index - 1]
    follows = before.case == "Gen" or scene.mention(before) is not None
    if joined and (head.case in ("Gen", "") or not follows):
        return None
    noun = _first_noun(index + joined, head, "Gen")
    if (
        noun is None
        or noun.dep_ in clauses.SUBJECTS
        or any(token.i in scene.dated or token.i in scene.counted for token in doc[index : noun.i + 1])
    ):
        return None
    if head.case == "Ins" and noun.head.i < head.i and noun.head.pos_ == "NOUN":  # «посещение гостями завода»
        return None
    nameless = noun.case != "Gen" and (scene.mention(noun) is None or joined or bool(noun.case))
    return None if nameless else _name_end(noun, scene)


def _first_noun(index: int, head: Word, case: str) -> Word | None:
    """Return the noun at an index or after the adjectives in a case that stand there."""
    for token in head.doc[index : min(index + 9, head.sent.end)]:
        if token.pos_ in _NOUNS and not clauses.is_adjectival(token):
            return token
        if not _is_joint(token) and (not clauses.is_adjectival(token) or token.case not in (case, "")):
            return None
    return None


def _about(index: int, head: Word, scene: Scene) -> int | None:
    """Return where the «о» phrase that begins at an index ends, for heads that are about something."""
    doc = head.doc
    if index + 1 >= head.sent.end or doc[index].lower_ not in ("о", "об") or head.lemma not in _TOLD_ABOUT:
        return None
    noun = _first_noun(index + 1, head, "Loc")
    return _name_end(noun, scene) if noun is not None and noun.case in ("Loc", "") else None


def subject_of(head: Word, scene: Scene) -> list[Word]:
    """Return the noun that says what a document is about, right after its head."""
    end = _about(head.i + 1, head, scene)
    noun = None if end is None else _first_noun(head.i + 2, head, "Loc")
    return [] if noun is None else [noun]


def _name_end(token: Word, scene: Scene) -> int:
    """Return the last token of the name in which a noun stands, of the noun itself where it names nothing."""
    mention = scene.mention(token)
    last = token.i
    while mention is not None and last + 1 < len(token.doc) and scene.mention(token.doc[last + 1]) == mention:
        last += 1
    return last


def joints(tokens: Sequence[Word]) -> Iterator[int]:
    """Yield the places of the commas of a list and of the «и» that closes it, none where no comma stands.

    What follows must be a noun in the case of the one before, with nothing but its own adjectives between.
    """
    commas = [place for place, token in enumerate(tokens) if token.text == "," and _begins(tokens, place)]
    yield from commas
    if commas:
        later = range(commas[-1] + 1, len(tokens))
        yield from (place for place in later if tokens[place].lower_ in _JOINING and _begins(tokens, place))


def _begins(tokens: Sequence[Word], place: int) -> bool:
    if _is_joint(tokens[place]):
        return False
    before = next((t for t in reversed(tokens[:place]) if t.pos_ in _NOUNS), None)
    after: Word | None = None
    for token in tokens[place + 1 :]:
        if token.pos_ in _NOUNS:
            after = token
            break
        if token.pos_ != "NUM" and not _is_joint(token) and not clauses.is_adjectival(token):
            return False
    return before is not None and after is not None and _agrees(before.case, after.case)


def named_members(run: Sequence[Word], scene: Scene) -> list[int]:
    """Return the entities that a text names of a group right after it, after «среди них» or «в том числе»."""
    doc, start, end = run[-1].doc, run[-1].i + 1, run[-1].sent.end
    near = [token.lower_ for token in doc[start : min(start + _NEAR, end)]]
    opening = [words for words in _AMONG if words[0] in near and words[1] in near]
    places = ((words, place) for words in opening for place in range(len(near)))
    opened = next((start + i + len(w) for w, i in places if tuple(near[i : i + len(w)]) == w), None)
    if opened is None or any(t.form == "Fin" for t in doc[start:opened]):
        return []
    found: list[int] = []
    for token in doc[opened:end]:
        if token.form == "Fin" and scene.named(token) is None:
            break
        found += [number for number in scene.entities_of(token) if scene.named(token) == number]
    return list(dict.fromkeys(found))
