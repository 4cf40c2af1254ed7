"""Lists in English with what goes wrong in lists: shifted rows, damaged numbers, combined cells."""
import datetime

from people import age, dmy, grouped, local, named, person, spelt, ymd
from writing import List
from asia import but

EN_MONTHS = "January February March April May June July August September October November December".split()
MIXED = {
    "KEN": ["KE", "🇰🇪", "Kenyan", "kenya", "KEN"], "UGA": ["UG", "🇺🇬", "Ugandan", "Uganda"],
    "GHA": ["GH", "🇬🇭", "Ghanaian", "Ghanian"], "PHL": ["PH", "🇵🇭", "Filipina", "Philippine", "Phillipines"],
    "PAK": ["PK", "🇵🇰 Pakistan", "Pakistani"], "NGA": ["🇳🇬", "Nigerian", "NGA"],
    "MMR": ["MM", "Burmese", "Myanmar"], "ZWE": ["ZW", "Zimbabwean", "Zimbabwe"],
}


def flags_csv(truth, random):
    """A group's sheet: flags, codes, ages with a day, local numbers, the order of dates mixed with words."""
    out = List(truth, "survivors_master.csv", but("entry"))
    out.line("#", "Name", "Country", "M/F", "DOB / Age", "Passport #", "WhatsApp", "Now at", "Came in", "Notes")
    for number in range(1, 151):
        nat = random.choice(list(MIXED))
        who = person(random, nat)
        years = age(who["dob"], datetime.date(2026, 1, 15))
        born = random.choice([dmy, lambda d: named(d, EN_MONTHS, "{m} {d}, {y}"), lambda d: f"age {years} (Jan 2026)",
                              lambda d: f"±{years}", lambda d: f"{years} yo", ymd, lambda d: f"{EN_MONTHS[d.month - 1][:3]} {d.year}",
                              lambda d: str(d.year), lambda d: named(d, EN_MONTHS)])(who["dob"])
        out.person(who, [number, spelt(random, who["name"]), random.choice(MIXED[nat]),
                         random.choice(["M", "m", "male"]) if who["sex"] == "M" else random.choice(["F", "f", "female"]),
                         born, who["passport"] or random.choice(["-", "lost", "held by boss", "passport with company", "n/a",
                                                                 "expired", "confiscated", "in embassy", "", "stolen", "no passport"]),
                         random.choice([who["phone"], grouped(who["phone"]), local(who["phone"])]),
                         random.choice(["guesthouse PP", "Bavet", "Sihanoukville", ""]),
                         named(who["arrived"], EN_MONTHS, "{d} {m}").replace("January", "Jan") + " 2026",
                         random.choice(["", "", "sick", "not sick", "pregnant", "no injuries", "minor?", "broken arm", "ok"])])
        if number in (50, 100):
            out.line()
            out.nobody("#", "Name", "Country", "M/F", "DOB / Age", "Passport #", "WhatsApp", "Now at", "Came in", "Notes")
    out.nobody("", "TOTAL", 150)
    out.csv()


def combined_xlsx(truth, random):
    """Cells that hold two things each."""
    out = List(truth, "shelter B - combined.xlsx", but("entry", "phone"))
    out.line("Shelter B daily list")
    out.line("No", "Name and nationality", "Sex/Age", "Place/date of birth", "Passport / status", "Arrived", "Remarks")
    demonyms = {"ETH": "Ethiopian", "KEN": "Kenyan", "UGA": "Ugandan", "GHA": "Ghanaian", "NGA": "Nigerian"}
    for number in range(1, 71):
        nat = random.choice(list(demonyms))
        who = person(random, nat)
        place = random.choice(["Nairobi", "Addis Ababa", "Accra", "Kampala", "Jos"])
        born = random.choice([f"{place}, {dmy(who['dob'])}", f"{place} {named(who['dob'], EN_MONTHS)}", f"{place}, {ymd(who['dob'])}"])
        out.person(who, [number, f"{who['name']} ({demonyms[nat]})", f"{who['sex']}/{age(who['dob'], who['arrived'])}", born,
                         who["passport"] or random.choice(["lost", "with boss", "-", None, "confiscated by company"]),
                         who["arrived"], random.choice([None, None, "fever", "not injured", "threatened by agent"])])
    out.xlsx("B")


def shifted_csv(truth, random):
    """Rows moved by one cell, headings again on every page, sums, a signature; phones damaged by Excel."""
    out = List(truth, "intake pages 1-4.csv", but("nat"))
    heads = ["No.", "Full name", "Sex", "Date of birth", "Passport no.", "Phone", "Date of entry", "Date reported", "Remarks"]
    out.line("INTAKE REGISTER")
    out.line(*heads)
    for number in range(1, 121):
        who = person(random, "PHL")
        phone = who["phone"] and random.choice([who["phone"], who["phone"][1:], local(who["phone"])])
        damaged = bool(phone) and random.random() < 0.05
        if damaged:
            phone = f"{int(who['phone'][1:]):.4E}"
        cells = [number, who["name"], who["sex"], dmy(who["dob"]), who["passport"], phone, dmy(who["entry"], "-"),
                 dmy(who["arrived"], "-"), random.choice(["", "", "dengue fever", "scared, agent is calling", "no complaint"])]
        spoiled = number in (17, 58, 91)
        if spoiled:
            who["passport"] = cells[4] = f"ZZ{random.randint(100000, 999999)}"
            cells = cells[:2] + [cells[4]] + [cells[2], cells[3]] + cells[5:] if number == 17 else cells[:1] + [""] + cells[1:]
        out.person(who, cells, spoiled)
        if number % 30 == 0:
            out.nobody("", "Total this page", 30)
            out.line()
            if number < 120:
                out.nobody(*heads)
    out.nobody("", "Prepared by: the night shift")
    out.nobody("", "Checked by:")
    out.csv("utf-8", "\t")


def unknown_order_csv(truth, random):
    """No date proves which comes first, day or month: nothing may be certain but what both share."""
    out = List(truth, "walk-ins.csv", but("entry", "passport"))
    out.line("Name", "Nationality", "Gender", "Birth date", "Phone", "Arrival date")
    for _ in range(60):
        nat = random.choice(["GHA", "KEN", "PAK"])
        who = person(random, nat)
        who["dob"] = who["dob"].replace(day=random.randint(1, 12))
        who["arrived"] = datetime.date(2026, 1, random.randint(1, 12))
        order = "%m/%d/%Y"
        out.person(who, [who["name"], nat, "Male" if who["sex"] == "M" else "Female", who["dob"].strftime(order),
                         who["phone"], who["arrived"].strftime("%Y-%m-%d")])
    out.csv()


def american_xlsx(truth, random):
    """Month first, two figures for the year, given and family names apart, hidden and blank rows."""
    out = List(truth, "US NGO caseload.xlsx", but("entry"))
    out.line("Case ID", "Last Name", "First Name", "Gender", "DOB", "Citizenship", "Passport Number", "Phone Number",
             "Intake Date", "Status / Needs")
    for number in range(1, 91):
        nat = random.choice(["PHL", "IDN", "LKA", "RWA"])
        who = person(random, nat)
        words = who["name"].split(" ")
        names = {"PHL": ("Filipino", "Filipina"), "IDN": ("Indonesian",) * 2, "LKA": ("Sri Lankan",) * 2, "RWA": ("Rwandan",) * 2}
        out.person(who, [f"C-{number:04}", words[-1] if len(words) > 1 else None, " ".join(words[:-1]) or words[0],
                         "Male" if who["sex"] == "M" else "Female",
                         who["dob"].strftime(random.choice(["%m/%d/%Y", "%m/%d/%y"])), names[nat][who["sex"] == "F"],
                         who["passport"] or random.choice(["Lost", "Confiscated", None, "Unknown", "Employer has it"]),
                         grouped(who["phone"]), who["arrived"].strftime("%m/%d/%Y"),
                         random.choice([None, None, "Needs medication for asthma", "pregnant", "no medical needs"])])
        if number == 40:
            out.line()
            out.hidden.append(len(out.rows) - 3)
    out.nobody("Total clients", 90)
    out.xlsx("Caseload")


def serials_csv(truth, random):
    """Days that a spreadsheet left as bare numbers, counted from 1904."""
    out = List(truth, "export_from_mac.csv", but("entry", "nat"))
    out.line("Name", "Sex", "Birthday", "Age", "Passport", "Phone")
    out.has = ("name", "sex", "dob", "passport", "phone")
    for _ in range(50):
        who = person(random, "KEN")
        serial = (who["dob"] - datetime.date(1904, 1, 1)).days
        out.person(who, [who["name"], who["sex"], serial, age(who["dob"], who["arrived"]), who["passport"], who["phone"]])
    out.csv()


LISTS = [flags_csv, combined_xlsx, shifted_csv, unknown_order_csv, american_xlsx, serials_csv]
