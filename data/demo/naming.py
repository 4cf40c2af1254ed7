"""Invented names: one culture, one small list, one way to put a name together.

A name is a list of words; a word is a pair (own script, romanised). The romanised half
is empty when the word is Latin already.
"""
import pathlib

LISTS = pathlib.Path(__file__).parent / "names"


def load(culture):
    """The lists of one culture: {"form": ..., "woman": [word, ...], "man": ..., "family": ...}.

    "languages" is there where a country's cultures do not speak the same.
    """
    lists = {}
    for line in (LISTS / f"{culture}.txt").read_text(encoding="utf-8").splitlines():
        key, _, value = line.partition(" = ")
        lists[key] = value if key in ("form", "languages") else [word(entry) for entry in value.split(", ")]
    return lists


def word(entry):
    """"ራሔል=Rahel/Rachel" is one written form and the spellings that workers use for it."""
    own, _, latin = entry.partition("=")
    return own, latin.split("/") if latin else []


class Culture:
    def __init__(self, name):
        self.lists = load(name)
        self.form = self.lists["form"]

    def pick(self, random, key, woman):
        """A word of the list for this sex, or of the common list; earlier words are more common."""
        words = self.lists.get(f"{key}_woman" if woman else f"{key}_man") or self.lists[key]
        return words[int(len(words) * random.random() ** 1.35)]

    def given(self, random, woman):
        words = self.lists["woman" if woman else "man"]
        return words[int(len(words) * random.random() ** 1.35)]

    def draw(self, random, woman, parent=None, taken=()):
        """A name as {"words", "given", "family"}; a child takes what its culture passes on.

        `taken` holds the given names of the rest of the family, who are not called the same.
        """
        given = self.given(random, woman)
        while given in taken and len(taken) < len(self.lists["woman" if woman else "man"]):
            given = self.given(random, woman)
        family = self.inherited(random, woman, parent)
        build = getattr(self, self.form) if self.form in OWN_ORDER else self.in_order
        words = build(random, woman, given, family)
        if parent and self.form == "patronymic":
            words = words[:2]
        return {"words": words, "given": given, "family": family, "woman": woman}

    def inherited(self, random, woman, parent):
        """Family name, or the father's given name where names are patronymic.

        A parent who is a woman may say who the father is: {"father": word}.
        """
        if self.form in ("patronymic", "malay"):
            if parent and not parent["woman"]:
                return parent["given"]
            if parent and parent.get("father"):
                return parent["father"]
            return self.given(random, False) if self.form == "patronymic" else self.pick(random, "family", woman)
        if self.form == "indonesian":
            if parent:
                return parent["family"]
            return self.pick(random, "family", woman) if random.random() < 0.22 else None
        if "family" not in self.lists:
            return None
        if parent and "family_woman" not in self.lists:
            return parent["family"]
        return self.pick(random, "family", woman)

    def in_order(self, random, woman, given, family):
        """Follows the form word by word: "given middle? family"."""
        words = []
        for part in self.form.split():
            if part.endswith("?"):
                if random.random() < 0.55:
                    continue
                part = part[:-1]
            if part == "given":
                words.append(given if given not in words else self.given(random, woman))
            elif part == "middle":
                words.append(self.pick(random, "middle", woman))
            else:
                words.append(family if family not in words else self.pick(random, "family", woman))
        return list(dict.fromkeys((own, tuple(latin)) for own, latin in words))

    def joined(self, random, woman, given, family):
        """Chinese, Korean and Japanese: family name first, written without a space."""
        return [(family[0] + given[0], [f"{latin_of(family)} {latin_of(given)}"])]

    def patronymic(self, random, woman, given, family):
        words = [given, family if family != given else self.other(random, given)]
        if random.random() < 0.2:
            words.append(self.other(random, words[1]))
        return words

    def other(self, random, than):
        """A man's name that is not this one."""
        return random.choice([entry for entry in self.lists["man"] if entry != than])

    def malay(self, random, woman, given, family):
        return [given, ("binti" if woman else "bin", []), family]

    def syllables(self, random, woman, given, family):
        words = [given]
        while len(words) < random.choice((2, 3, 3)):
            extra = self.given(random, woman)
            if extra not in words:
                words.append(extra)
        return words

    def indonesian(self, random, woman, given, family):
        """One to three names; a family name only in some regions."""
        words = [given]
        if random.random() < 0.35:
            extra = self.given(random, woman)
            words += [extra] if extra != given else []
        if family:
            words.append(family)
        elif len(words) == 1 and random.random() < 0.9 or random.random() < 0.4:
            words.append(self.pick(random, "tail", woman))
        return words


OWN_ORDER = ("joined", "patronymic", "malay", "syllables", "indonesian")


def latin_of(entry):
    return entry[1][0] if entry[1] else entry[0]


def written(random, name, latin_only):
    """(name, name_latin): the own script with a romanisation, or only what the worker could write."""
    words = name["words"]
    own = " ".join(w[0] for w in words)
    if not any(w[1] for w in words):
        return own, ""
    latin = " ".join(random.choice(w[1]) if w[1] else w[0] for w in words)
    return (latin, "") if latin_only else (own, latin)
