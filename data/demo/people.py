"""What is said about one invented person: birth, papers, signs, telephone, remark."""
import csv
import datetime
import pathlib

HERE = pathlib.Path(__file__).parent
# Shares of the field facts, section 8: urgent medical 10 %, no passport in hand 60-80 %.
HURT, ILL, THREATENED, PREGNANT = 0.05, 0.055, 0.06, 0.07
NO_SHELTER = {"street": 0.78, "mission": 0.5, "shelter": 0.15}
# A shelter registers its own guests, so most of them have a bed; nobody's shelter is named.
PASSPORT = (("taken", 42), ("held", 24), ("lost", 12), ("expired", 6), ("unknown", 4), (None, 12))
PRECISION = (("day", 66), ("year", 17), ("age", 10), ("month", 7))


def weighted(random, pairs):
    values, weights = zip(*pairs)
    return random.choices(values, weights)[0]


def adult_age(random):
    """Years, most between 19 and 33."""
    return min(58, int(18 + random.gammavariate(2.2, 4.2)))


def birth_day(random, age, arrived):
    """A day that makes the person exactly `age` years old on arrival."""
    latest = arrived.replace(year=arrived.year - age)
    return latest - datetime.timedelta(days=random.randrange(0, 365))


def birth(random, born, age):
    """As far as it is known. An adult never looks like a possible minor: doubt would mean a child."""
    precision = weighted(random, PRECISION)
    if precision == "age" and (age >= 20 or 3 <= age < 18):
        return f"~{age}"
    if precision == "year" and (age < 18 or born.year <= 2007):
        return f"{born.year}"
    if precision == "month" and (age < 18 or born.year <= 2007):
        return f"{born:%Y-%m}"
    return born.isoformat()


class Numbers:
    """Document and telephone numbers that nobody holds, each given once."""

    def __init__(self, random):
        self.random, self.given = random, set()

    def once(self, prefix, low, high):
        while True:
            number = f"{prefix}{self.random.randrange(low, high)}"
            if number not in self.given:
                self.given.add(number)
                return number

    def passport(self):
        return self.once("ZZ", 1000000, 9999999)

    def identity(self):
        return self.once("ZZ", 1000000000, 9999999999)

    def telephone(self):
        """No Cambodian subscriber number starts with 00."""
        return self.once("+85500", 100000, 999999)


def papers(random, numbers, person):
    held = []
    state = weighted(random, PASSPORT)
    if person["age"] < 14 and state in ("taken", "lost") and random.random() < 0.5:
        state = None
    known = {"held": 0.97, "expired": 0.97, "taken": 0.25, "lost": 0.15}.get(state, 0)
    if state:
        held.append(f"passport:{state}:{numbers.passport() if random.random() < known else ''}")
    if person["age"] >= 17 and random.random() < 0.16:
        status = weighted(random, (("held", 7), ("lost", 2), ("taken", 2)))
        held.append(f"national_id:{status}:{numbers.identity() if status == 'held' else ''}")
    if person["age"] < 14 and random.random() < 0.45:
        held.append("birth_record:held:")
    if state in ("lost", "taken") and person["channel"] == "mission" and random.random() < 0.02:
        held.append(f"travel_document:held:{numbers.passport()}")
    return ";".join(held) or "none:unknown:"


def signs(random, person):
    found, woman = [], person["sex"] == "F"
    if random.random() < HURT:
        found.append("hurt")
    if random.random() < ILL:
        found.append("ill")
    if woman and 16 <= person["age"] <= 42 and random.random() < PREGNANT:
        found.append("pregnant")
    if person["age"] < 18:
        found.append("minor")
    if person["age"] >= 12 and random.random() < (THREATENED + 0.03 * woman):
        found.append("threatened")
    if person["unit_outside"]:
        found.append("no_shelter")
    return ";".join(found)


class Remarks:
    def __init__(self):
        with open(HERE / "remarks.csv", encoding="utf-8", newline="") as file:
            self.all = list(csv.DictReader(file))

    def draw(self, random, person, row):
        """Empty for most; otherwise one that fits what the row already says."""
        if random.random() > 0.14 or person["age"] < 8:
            return ""
        languages, lang = row["languages"].split(";"), "en"
        for other, chance in (("id", 0.6), ("fr", 0.8), ("es", 0.8)):
            if other in languages and random.random() < chance:
                lang = other
        fits = {"any"} | set(row["signs"].split(";"))
        fits |= {"group"} if row["group"] else set()
        fits |= {state for state in ("taken", "lost") if f"passport:{state}" in row["papers"]}
        fits |= {"no_english"} if "en" not in languages else set()
        choices = [(r["text"], 1 if r["when"] == "any" else 3)
                   for r in self.all if r["lang"] == lang and r["when"] in fits]
        return weighted(random, choices)
