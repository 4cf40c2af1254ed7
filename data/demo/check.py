#!/usr/bin/env python3
"""Checks arrivals.csv against what it promises and prints its tables; fails loudly.

usage: check.py
"""
import collections
import csv
import datetime
import pathlib
import re

HERE = pathlib.Path(__file__).parent
KINDS = {"passport", "national_id", "birth_record", "travel_document", "none"}
STATES = {"held", "lost", "taken", "expired", "unknown"}
SIGNS = {"hurt", "ill", "pregnant", "minor", "threatened", "no_shelter"}
# Cumulative arrivals of Indonesians as published, at the end of each day that has a figure.
PUBLISHED = {"17": 243, "18": 308, "19": 828, "20": 1440, "21": 1726, "22": 1950,
             "23": 2117, "24": 2277, "26": 2493, "30": 2795}
SHARES = {"minors": (4, 6), "women": (10, 20), "no passport in hand": (60, 80),
          "hurt or ill": (8, 12), "threatened": (3, 10), "no shelter": (35, 65)}


def main():
    with open(HERE / "arrivals.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for line, row in enumerate(rows, start=2):
        try:
            check_row(row)
        except (AssertionError, ValueError) as wrong:
            raise SystemExit(f"line {line}: {wrong!r} in {row}") from wrong
    check_file(rows)
    days(rows)
    shares(rows)
    counts("nationality", collections.Counter(row["nationality"] for row in rows))
    for column in ("channel", "sex"):
        counts(column, collections.Counter(row[column] or "(empty)" for row in rows))
    counts("place", collections.Counter(row["place"] for row in rows))
    groups(rows)


def check_row(row):
    arrived = datetime.datetime.fromisoformat(row["arrived"])
    assert row["arrived"].endswith("+07:00") and 8 <= arrived.hour < 19, "working hours"
    assert "2026-01-16" <= row["arrived"][:10] <= "2026-01-30", "two weeks"
    assert row["channel"] in ("street", "mission", "shelter"), "channel"
    assert row["name"].strip() and row["name"] == " ".join(row["name"].split()), "name"
    assert is_latin(row["name"]) != bool(row["name_latin"]), "romanised if, and only if, not Latin"
    assert is_latin(row["name_latin"]), "romanisation is Latin"
    assert row["sex"] in ("F", "M", "X", ""), "sex"
    assert all(re.fullmatch("[A-Z]{3}", code) for code in row["nationality"].split(";")), "nationality"
    assert all(re.fullmatch(r"[a-z]{2,3}(-[A-Z]{2})?", tag) for tag in row["languages"].split(";")), "languages"
    assert re.fullmatch(r"(\+85500\d{6})?", row["phone"]), "a telephone number that nobody has"
    for paper in row["papers"].split(";"):
        kind, state, number = paper.split(":")
        assert kind in KINDS and state in STATES and re.fullmatch(r"(ZZ\d+)?", number), "papers"
    signs = row["signs"].split(";") if row["signs"] else []
    assert set(signs) <= SIGNS and len(set(signs)) == len(signs), "signs"
    youngest, oldest = ages(row["birth"], arrived.date())
    assert ("minor" in signs) == (youngest < 18), "minor if the birth allows it, and only then"
    if "pregnant" in signs:
        assert row["sex"] in ("F", "") and youngest <= 48 and oldest >= 14, "pregnant"


def ages(birth, today):
    """Youngest and oldest age that a birth of any precision allows."""
    if birth.startswith("~"):
        return int(birth[1:]), int(birth[1:])
    if len(birth) == 4:
        first, last = f"{birth}-01-01", f"{birth}-12-31"
    elif len(birth) == 7:
        first, last = f"{birth}-01", f"{birth}-28"
    else:
        first = last = birth
    first, last = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
    assert first <= today, "born after arrival"
    return tuple(today.year - day.year - ((today.month, today.day) < (day.month, day.day)) for day in (last, first))


def is_latin(text):
    return all(not character.isalpha() or ord(character) < 0x250 or 0x1E00 <= ord(character) < 0x1F00
               for character in text)


def check_file(rows):
    assert [row["arrived"] for row in rows] == sorted(row["arrived"] for row in rows), "in order of arrival"
    hanna = [row for row in rows if row["name"] == "ሐና ተስፋዬ"]
    assert len(hanna) == 1 and hanna[0]["name_latin"] == "Hanna Tesfaye", "Hanna Tesfaye, once"
    with open(HERE / "notable.csv", encoding="utf-8", newline="") as file:
        for notable in csv.DictReader(file):
            notable.pop("who")
            assert notable in rows, f"not in the file: {notable}"
    same = collections.Counter((row["name"].lower(), row["birth"]) for row in rows)
    print("rows", len(rows), "| same name and birth by chance:", sum(n - 1 for n in same.values()))


def days(rows):
    indonesian, total = 0, 0
    print("\nday         IDN  others  cumulative IDN  published  cumulative all")
    for day in range(16, 31):
        own = [row for row in rows if row["arrived"].startswith(f"2026-01-{day}")]
        here = sum(row["nationality"] == "IDN" for row in own)
        indonesian, total = indonesian + here, total + len(own)
        published = PUBLISHED.get(str(day), "")
        assert published in ("", indonesian), f"day {day}: {indonesian}, published {published}"
        print(f"2026-01-{day} {here:4} {len(own) - here:7} {indonesian:15} {published:>10} {total:15}")


def shares(rows):
    tests = {
        "minors": lambda row: "minor" in row["signs"],
        "women": lambda row: row["sex"] == "F",
        "no passport in hand": lambda row: not re.search("passport:(held|expired)", row["papers"]),
        "hurt or ill": lambda row: "hurt" in row["signs"] or "ill" in row["signs"],
        "threatened": lambda row: "threatened" in row["signs"],
        "no shelter": lambda row: "no_shelter" in row["signs"],
        "pregnant": lambda row: "pregnant" in row["signs"],
        "in a group": lambda row: row["group"],
        "with telephone": lambda row: row["phone"],
        "with remark": lambda row: row["remark"],
        "name not Latin": lambda row: row["name_latin"],
    }
    print()
    for name, test in tests.items():
        number = sum(bool(test(row)) for row in rows)
        share = 100 * number / len(rows)
        low, high = SHARES.get(name, (0, 100))
        assert low <= share <= high, f"{name}: {share:.1f} % is outside {low}-{high} %"
        print(f"{name:20} {number:5} {share:5.1f} %")


def groups(rows):
    own = collections.defaultdict(list)
    for row in rows:
        if row["group"]:
            own[row["group"]].append(row)
    for members in own.values():
        assert len(members) > 1, "a group of one"
        assert len({(row["arrived"][:10], row["place"]) for row in members}) == 1, "came together"
    mixed = sum(len({row["nationality"] for row in members}) > 1 for members in own.values())
    children = sum(any("minor" in row["signs"] for row in members) for members in own.values())
    print(f"\ngroups: {len(own)}, with a minor {children}, of several nationalities {mixed}")


def counts(title, counter):
    print(f"\n{title} ({len(counter)}): " + ", ".join(f"{name} {number}" for name, number in counter.most_common()))


if __name__ == "__main__":
    main()
