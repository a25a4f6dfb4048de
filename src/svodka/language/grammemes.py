"""How OpenCorpora's grammemes (pymorphy3) read as Universal Dependencies (slovnet), and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

UD_POS: Mapping[str, str] = {
    "ADJF": "ADJ",
    "ADJS": "ADJ",
    "ADVB": "ADV",
    "COMP": "ADV",
    "CONJ": "CCONJ",
    "GRND": "VERB",
    "INFN": "VERB",
    "INTJ": "INTJ",
    "NOUN": "NOUN",
    "NPRO": "PRON",
    "NUMB": "NUM",
    "NUMR": "NUM",
    "PRCL": "PART",
    "PREP": "ADP",
    "PRTF": "VERB",
    "PRTS": "VERB",
    "VERB": "VERB",
}

UD_FEATURE: Mapping[str, tuple[str, str]] = {
    "anim": ("Animacy", "Anim"),
    "inan": ("Animacy", "Inan"),
    "impf": ("Aspect", "Imp"),
    "perf": ("Aspect", "Perf"),
    "nomn": ("Case", "Nom"),
    "voct": ("Case", "Nom"),
    "gent": ("Case", "Gen"),
    "gen1": ("Case", "Gen"),
    "gen2": ("Case", "Gen"),
    "datv": ("Case", "Dat"),
    "accs": ("Case", "Acc"),
    "ablt": ("Case", "Ins"),
    "loct": ("Case", "Loc"),
    "loc2": ("Case", "Loc"),
    "COMP": ("Degree", "Cmp"),
    "Supr": ("Degree", "Sup"),
    "femn": ("Gender", "Fem"),
    "masc": ("Gender", "Masc"),
    "neut": ("Gender", "Neut"),
    "impr": ("Mood", "Imp"),
    "indc": ("Mood", "Ind"),
    "plur": ("Number", "Plur"),
    "sing": ("Number", "Sing"),
    "NUMB": ("NumForm", "Digit"),
    "1per": ("Person", "1"),
    "incl": ("Person", "1"),
    "2per": ("Person", "2"),
    "excl": ("Person", "2"),
    "3per": ("Person", "3"),
    "futr": ("Tense", "Fut"),
    "past": ("Tense", "Past"),
    "pres": ("Tense", "Pres"),
    "ADJS": ("Variant", "Brev"),
    "GRND": ("VerbForm", "Conv"),
    "INFN": ("VerbForm", "Inf"),
    "PRTF": ("VerbForm", "Part"),
    "PRTS": ("VerbForm", "Part"),
    "VERB": ("VerbForm", "Fin"),
    "actv": ("Voice", "Act"),
    "pssv": ("Voice", "Pass"),
    "Abbr": ("Abbr", "Yes"),
}

CASE: Mapping[str, str] = {
    "Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct",
}  # fmt: skip
NUMBER: Mapping[str, str] = {"Sing": "sing", "Plur": "plur"}
GENDER: Mapping[str, str] = {"Masc": "masc", "Fem": "femn", "Neut": "neut"}


def features(grammemes: Iterable[str]) -> dict[str, str]:
    """Return the UD features that the grammemes tell; those without a counterpart are left out.

    Examples:
        >>> features(["NOUN", "inan", "femn", "sing", "gent"])
        {'Animacy': 'Inan', 'Gender': 'Fem', 'Number': 'Sing', 'Case': 'Gen'}
    """
    return dict(UD_FEATURE[grammeme] for grammeme in grammemes if grammeme in UD_FEATURE)


@lru_cache(4096)
def parse_features(feats: str) -> Mapping[str, str]:
    """Read a UD feature string.

    Examples:
        >>> parse_features("Case=Nom|Number=Sing"), parse_features(""), parse_features("_")
        ({'Case': 'Nom', 'Number': 'Sing'}, {}, {})
    """
    return dict(pair.split("=", 1) for pair in feats.split("|") if "=" in pair)


@lru_cache(4096)
def with_gender(feats: str, gender: str) -> str:
    """Return the features of a word in the singular with another gender, where it has one and another is given.

    Examples:
        >>> with_gender("Case=Nom|Gender=Masc|Number=Sing", "Fem"), with_gender("Case=Nom|Number=Plur", "Fem")
        ('Case=Nom|Gender=Fem|Number=Sing', 'Case=Nom|Number=Plur')
    """
    features = parse_features(feats)
    if "Gender" not in features or features.get("Number") != "Sing":
        return feats
    return "|".join(f"{name}={gender or value if name == 'Gender' else value}" for name, value in features.items())
