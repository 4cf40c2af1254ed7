"""Invented people for invented lists, and the ways in which lists write dates, numbers and papers.

Names come from ../demo/names. Subscriber numbers begin with 000 and passports with ZZ, so that none
of them belongs to anybody.
"""
import datetime
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "demo"))
import naming  # noqa: E402

FIRST_DAY = datetime.date(2026, 1, 14)
CULTURES = {
    "THA": "thailand", "NPL": "nepal", "BGD": "bangladesh", "IND": "india", "RUS": "russia", "VNM": "vietnam",
    "CMR": "cameroon", "CIV": "ivory_coast", "COD": "congo", "MDG": "madagascar", "COL": "colombia_peru",
    "PER": "colombia_peru", "BRA": "brazil", "ETH": "ethiopia", "KEN": "kenya", "TZA": "tanzania", "UGA": "uganda",
    "EGY": "arabic", "MAR": "arabic", "TUN": "arabic", "SYR": "arabic", "CHN": "china", "TWN": "taiwan",
    "IDN": "indonesia", "PHL": "philippines", "GHA": "ghana", "NGA": "nigeria", "PAK": "pakistan",
    "UZB": "uzbekistan", "KAZ": "kazakhstan", "MMR": "myanmar", "ZWE": "zimbabwe", "ZAF": "south_africa",
    "RWA": "rwanda", "LKA": "sri_lanka", "ERI": "eritrea", "LAO": "laos",
}
CALLING = {
    "THA": "66", "NPL": "977", "BGD": "880", "IND": "91", "RUS": "7", "VNM": "84", "CMR": "237", "COL": "57",
    "BRA": "55", "ETH": "251", "KEN": "254", "EGY": "20", "CHN": "86", "IDN": "62",
}
_cultures = {}


def person(random, nat, at_home=0.0):
    """One person; `at_home` is the share of telephone numbers of the own country."""
    culture = _cultures.setdefault(CULTURES[nat], naming.Culture(CULTURES[nat]))
    woman = random.random() < 0.3
    drawn = culture.draw(random, woman)
    native, latin = naming.written(random, drawn, False)
    born = datetime.date(random.randint(1972, 2009), random.randint(1, 12), random.randint(1, 28))
    arrived = FIRST_DAY + datetime.timedelta(random.randint(0, 15))
    code = CALLING.get(nat)
    if code and random.random() < at_home:
        phone = f"+{code}{random.choice(['91', '96', '98'])}000{random.randint(1000, 9999)}"
    else:
        phone = f"+855{random.choice(['12', '16', '77', '93', '96', '10'])}000{random.randint(100, 999)}"
    return {
        "name": latin or native, "native": native, "dob": born, "sex": "F" if woman else "M", "nat": nat,
        "passport": f"ZZ{random.randint(100000, 9999999)}" if random.random() < 0.45 else "",
        "phone": phone if random.random() < 0.9 else "",
        "entry": arrived - datetime.timedelta(random.randint(60, 900)), "arrived": arrived,
        "parts": drawn, "spoken_words": drawn["words"],
    }


def local(phone, code="855"):
    """0 12 000 123 for +855 12 000 123."""
    return "0" + phone[1 + len(code):] if phone.startswith("+" + code) else phone


def grouped(phone, code="855"):
    digits = phone[1 + len(code):]
    return f"+{code} {digits[:2]} {digits[2:5]} {digits[5:]}" if phone.startswith("+" + code) else phone


def age(born, on):
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def digits(text, zero):
    """The figures of another script; `zero` is its nought."""
    return "".join(chr(ord(zero) + int(c)) if c.isascii() and c.isdigit() else c for c in str(text))


def dmy(day, sep="/", two=False):
    return day.strftime(f"%d{sep}%m{sep}%{'y' if two else 'Y'}")


def ymd(day, sep="-"):
    return day.strftime(f"%Y{sep}%m{sep}%d")


def named(day, months, pattern="{d} {m} {y}", years=0):
    return pattern.format(d=day.day, m=months[day.month - 1], y=day.year + years)


def thai(day, sep="/"):
    return f"{day.day:02}{sep}{day.month:02}{sep}{day.year + 543}"


def nepali(day):
    """(year, month, day) of Bikram Sambat, by the same table as the program's, counted here anew."""
    table = pathlib.Path(__file__).parent.parent / "reference" / "bikram-sambat.csv"
    for line in table.read_text().splitlines()[1:]:
        year, begins, lengths = line.split(",")
        past = (day - datetime.date.fromisoformat(begins)).days
        lengths = [int(length) for length in lengths.split()]
        if 0 <= past < sum(lengths):
            month = 0
            while past >= lengths[month]:
                past -= lengths[month]
                month += 1
            return int(year), month + 1, past + 1
    raise ValueError(day)


def ethiopian(day):
    """(year, month, day): twelve months of 30 days and a short one, from 11 or 12 September."""
    past = day.toordinal() - datetime.date(2007, 9, 12).toordinal()  # 1 Meskerem 2000
    cycle, left = divmod(past, 1461)
    # Every fourth year has 366 days.
    year, left = divmod(left, 365) if left < 1095 else (3, left - 1095)
    return 2000 + 4 * cycle + year, left // 30 + 1, left % 30 + 1


def spelt(random, text):
    """Sometimes a slip of the keyboard in a longer word."""
    if random.random() > 0.05 or len(text) < 7:
        return text
    at = random.randint(2, len(text) - 3)
    return text[:at] + text[at + 1:]
