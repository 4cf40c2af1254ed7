#!/usr/bin/env python3
"""Writes arrivals.csv: about 3,460 invented people who arrive from 16 to 30 January 2026.

usage: generate.py            (standard library only; the same output every time)

nationalities.csv says how many rows each nationality has, days.csv how many arrive on each
day, notable.csv holds the few rows written by hand, which count towards both.
"""
import csv
import datetime
import pathlib
import random as random_module

from naming import Culture, written
from people import NO_SHELTER, Numbers, Remarks, adult_age, birth, birth_day, papers, signs, weighted

HERE = pathlib.Path(__file__).parent
SEED = 20260116
COLUMNS = (
    "arrived channel name name_latin sex birth nationality languages place group papers signs phone remark"
).split()
TIMEZONE = datetime.timezone(datetime.timedelta(hours=7))
PLACES = {
    "mission": (("Phnom Penh", 46), ("Phnom Penh, Boeng Keng Kang", 9), ("Phnom Penh, Sen Sok", 7),
                ("Phnom Penh, Tuol Kouk", 6), ("Phnom Penh, Chbar Ampov", 4), ("Takhmau", 3),
                ("Sihanoukville", 13), ("Kampot", 5), ("Bavet", 4), ("Poipet", 2), ("Kandal", 1)),
    "street": (("Phnom Penh", 18), ("Phnom Penh, Daun Penh", 7), ("Phnom Penh, Tuol Kouk", 5),
               ("Phnom Penh, Mean Chey", 5), ("Phnom Penh, Sen Sok", 4), ("Phnom Penh, Pou Senchey", 3),
               ("Sihanoukville", 26), ("Sihanoukville, bus station", 4), ("Kampot", 8), ("Siem Reap", 7),
               ("Bavet", 5), ("Poipet", 4), ("Koh Kong", 2), ("Takhmau", 1), ("Kampong Speu", 1)),
    "shelter": (("Phnom Penh", 9), ("Siem Reap", 1)),
}
FRIENDS, FAMILY = 0.045, 0.03
LONE_MINOR = 0.023


def read(name):
    with open(HERE / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def main():
    random = random_module.Random(SEED)
    notable = read("notable.csv")
    nations = {row["iso3"]: row for row in read("nationalities.csv")}
    units = [unit for iso3 in nations for unit in units_of(random, nations[iso3], notable)]
    rows = [{column: row[column] for column in COLUMNS} for row in notable]
    writer = Writer(random)
    for unit, day in placed(random, units, read("days.csv"), notable):
        rows += writer.unit(unit, day)
    join_strangers(random, rows, writer)
    rows.sort(key=lambda row: (row["arrived"], row["group"] and int(row["group"]) or 0, row["name"]))
    with open(HERE / "arrivals.csv", "w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        out.writeheader()
        out.writerows(rows)


def units_of(random, nation, notable):
    """Splits the people of one nationality into those who come alone, with friends or as a family."""
    left = int(nation["rows"]) - sum(row["nationality"].startswith(nation["iso3"]) for row in notable)
    units = []
    while left > 0:
        chance, kind, size = random.random(), "single", 1
        if chance < FRIENDS:
            kind, size = "friends", random.choice((2, 2, 2, 3, 3, 4, 5))
        elif chance < FRIENDS + FAMILY:
            kind = random.choice(("mother", "mother", "couple", "parents", "parents", "father", "siblings"))
            size = 2 + (kind == "parents") + (kind in ("mother", "parents") and random.random() < 0.35)
        if size <= left:
            units.append({"nation": nation, "kind": kind, "size": size})
            left -= size
    return units


def placed(random, units, days, notable):
    """Gives every unit a day, so that each day's published count is met exactly."""
    for column, indonesian in (("indonesia", True), ("others", False)):
        room = {day["day"]: int(day[column]) for day in days}
        for row in notable:
            if (row["nationality"] == "IDN") == indonesian:
                room[row["arrived"][:10]] -= 1
        own = [unit for unit in units if (unit["nation"]["iso3"] == "IDN") == indonesian]
        random.shuffle(own)
        for unit in sorted(own, key=lambda unit: -unit["size"]):
            fits = [(day, left) for day, left in room.items() if left >= unit["size"]]
            day = weighted(random, fits)
            room[day] -= unit["size"]
            yield unit, datetime.date.fromisoformat(day)
        assert not any(room.values()), room


class Writer:
    """Turns a unit into rows; holds what must be unique over the whole file."""

    def __init__(self, random):
        self.random, self.numbers, self.remarks = random, Numbers(random), Remarks()
        self.cultures, self.groups = {}, 0

    def unit(self, unit, day):
        random, nation = self.random, unit["nation"]
        culture = self.culture(nation)
        channel = self.channel(nation)
        shared = {
            "channel": channel,
            "place": weighted(random, PLACES[channel]),
            "languages": weighted(random, languages(culture.lists.get("languages") or nation["languages"])),
            "group": self.next_group() if unit["size"] > 1 else "",
            "outside": random.random() < NO_SHELTER[channel],
            "nationality": nation["iso3"],
        }
        start, rows = first_minute(random, channel), []
        for at, person in enumerate(self.members(unit, culture, float(nation["women"]))):
            minute = start + at * random.randrange(3, 7)
            arrived = datetime.datetime.combine(day, datetime.time(minute // 60, minute % 60), TIMEZONE)
            rows.append(self.row(person, shared, arrived))
        share_telephone(random, unit["kind"], rows)
        return rows

    def culture(self, nation):
        options = [entry.partition(":") for entry in nation["names"].split()]
        name = weighted(self.random, [(name, int(weight or 1)) for name, _, weight in options])
        return self.cultures.setdefault(name, Culture(name))

    def channel(self, nation):
        """Who has an embassy in the country can go there; the others are met on the street."""
        chance, mission = self.random.random(), float(nation["mission"])
        if chance < mission:
            return "mission"
        sheltered = 0.025 if nation["iso3"] == "IDN" else 0.13
        return "shelter" if chance < mission + sheltered else "street"

    def next_group(self):
        self.groups += 1
        return self.groups

    def members(self, unit, culture, women):
        """The people of a unit as {"sex", "age", "name"}; parents come before their children."""
        random, kind = self.random, unit["kind"]
        if kind in ("single", "friends"):
            return [self.alone(culture, random.random() < women) for _ in range(unit["size"])]
        if kind == "siblings":
            elder = self.alone(culture, random.random() < 0.4)
            elder["age"] = max(elder["age"], 20)
            woman = random.random() < 0.4
            name = culture.draw(random, woman, {**elder["name"], "woman": True, "father": elder["name"]["family"]},
                                [elder["name"]["given"]])
            return [elder, {"sex": sex(woman), "age": random.randrange(14, 20), "name": name}]
        adults = {"mother": [True], "father": [False]}.get(kind, [False, True])
        people = [self.alone(culture, woman) for woman in adults]
        for parent in people:
            parent["age"] = max(22, min(parent["age"], 44))
        oldest = min(15, min(parent["age"] for parent in people) - 18)
        children = unit["size"] - len(people)
        # Two years apart, so that brothers and sisters are never born within months of each other.
        for age in random.sample(range(random.randrange(2), oldest + 1, 2), children):
            woman = random.random() < 0.5
            name = culture.draw(random, woman, people[0]["name"], [one["name"]["given"] for one in people])
            people.append({"sex": sex(woman), "age": age, "name": name})
        return people

    def alone(self, culture, woman):
        random = self.random
        age = random.choice((15, 16, 16, 17, 17, 17)) if random.random() < LONE_MINOR else adult_age(random)
        return {"sex": sex(woman), "age": age, "name": culture.draw(random, woman)}

    def row(self, person, shared, arrived):
        random = self.random
        person.update(channel=shared["channel"], unit_outside=shared["outside"])
        chance = random.random()
        person["sex"] = "X" if chance < 0.0015 else "" if chance < 0.008 else person["sex"]
        name, latin = written(random, person["name"], latin_only=random.random() < 0.15)
        row = {
            **{key: shared[key] for key in ("channel", "nationality", "languages", "place", "group")},
            "arrived": arrived.isoformat(), "name": name, "name_latin": latin, "sex": person["sex"],
            "birth": birth(random, birth_day(random, person["age"], arrived.date()), person["age"]),
            "papers": papers(random, self.numbers, person), "signs": signs(random, person),
            "phone": self.numbers.telephone() if person["age"] >= 13 and random.random() < 0.56 else "",
        }
        row["remark"] = self.remarks.draw(random, person, row)
        return row


def sex(woman):
    return "F" if woman else "M"


def languages(text):
    """"sw;en*7|en*1" is a choice of lists with weights."""
    options = [entry.partition("*") for entry in text.split("|")]
    return [(tags, int(weight or 1)) for tags, _, weight in options]


def first_minute(random, channel):
    """Working hours: a mission's counter closes earlier than the street."""
    opens, closes = {"mission": (8 * 60, 16 * 60), "shelter": (8 * 60, 17 * 60), "street": (8 * 60, 18 * 60)}[channel]
    return int(random.triangular(opens, closes, opens + 120))


def share_telephone(random, kind, rows):
    """One telephone often serves a whole family."""
    phones = [row["phone"] for row in rows if row["phone"]]
    if kind not in ("single", "friends") and phones and random.random() < 0.6:
        for row in rows:
            row["phone"] = phones[0]


def join_strangers(random, rows, writer):
    """Some come with friends of another nationality, whom they met before."""
    english = [r for r in rows if r["nationality"] in ("UGA", "KEN", "GHA", "NGA", "ZAF", "ZMB", "SLE")
               and not r["group"] and r["channel"] == "street" and "en" in r["languages"].split(";")]
    for first in english[::12]:
        friends = [r for r in english if r["arrived"][:10] == first["arrived"][:10] and not r["group"]
                   and r["nationality"] != first["nationality"]][:random.choice((1, 1, 2))]
        if first["group"] or not friends:
            continue
        group = writer.next_group()
        for row in [first, *friends]:
            row.update(group=group, place=first["place"], arrived=first["arrived"])


if __name__ == "__main__":
    main()
