"""Writes every list of this folder and truth.json, the same bytes every time: python3 generate.py

Needs openpyxl for the XLSX files; everything else is the standard library.
"""
import random

import asia
import elsewhere
import trouble
from writing import Truth

SEED = 2026


def main():
    truth = Truth(SEED)
    for make in asia.LISTS + elsewhere.LISTS + trouble.LISTS:
        # Each list has its own chance, so that a change of one leaves the others as they are.
        make(truth, random.Random(f"{SEED} {make.__name__}"))
    truth.write()


main()
