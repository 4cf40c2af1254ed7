"""Makes the forms of this folder, as KoBo and ODK users write them: python3 make.py. Needs openpyxl."""

from pathlib import Path

from openpyxl import Workbook

HERE = Path(__file__).parent


def book(name, **sheets):
    whole = Workbook()
    whole.remove(whole.active)
    for title, rows in sheets.items():
        sheet = whole.create_sheet(title)
        for row in rows:
            sheet.append(row)
    whole.save(HERE / name)


YES_NO = [["yes_no", "yes", "Yes"], ["yes_no", "no", "No"]]

# In two languages, with groups, conditions, and what answers count as.
book(
    "labour inspection.xlsx",
    survey=[
        ["type", "name", "label::English (en)", "label::Khmer (km)", "hint::English (en)", "required", "relevant",
         "constraint", "constraint_message::English (en)", "default", "appearance", "indicator", "concern", "part", "short", "urgent", "# ours"],
        ["note", "hello", "Thank you for speaking with us.", "សូមអរគុណ", None, None, None, None, None, None, None, None, None, None, None, None, "said first"],
        ["begin_group", "work", "Work", "ការងារ", None, None, None, None, None, None, "field-list"],
        ["select_one yes_no", "promised", "Was the work as promised?", "ការងារ​ដូច​ការ​សន្យា​ឬ​ទេ?", None, "yes", None, None, None, None, "minimal", "no=D1.01", None, "protection", "yes"],
        ["integer", "hours", "How many hours a day?", "ប៉ុន្មាន​ម៉ោង?", "An estimate is enough", None, None, ". >= 0 and . <= 24", "A day has 24 hours.", None, None, ">=12=D4.01"],
        ["select_multiple kept", "kept", "What was kept from you?", "អ្វី​ត្រូវ​បាន​រក្សា​ទុក?", None, None, "${promised} = 'no' or ${hours} >= 12", None, None, None, None, "passport=D5.01; phone=FC.05; pay=D5.14"],
        ["begin group", "deeper", "More", "បន្ថែម", None, None, "selected(${kept}, 'passport')"],
        ["acknowledge", "shown", "I was shown the letter.", "ខ្ញុំ​បាន​ឃើញ", None, None, "not(${hours} < 8)", None, None, "yes"],
        ["end group"],
        ["end_group"],
        ["select_one yes_no", "hurt", "Are you hurt?", "តើ​អ្នក​របួស​ទេ?", None, None, None, None, None, None, None, None, "yes=untreated-injury", "care", None, "yes"],
        ["date", "since", "Since when?", "តាំង​ពី​ពេល​ណា?", None, None, "${hurt} = 'yes'", None, None, None, None, None, None, "care"],
        ["text", "statement", "What did you have to do?", "អ្នក​ត្រូវ​ធ្វើ​អ្វី?", None, None, None, None, None, None, None, None, None, "testimony"],
    ],
    choices=[["list_name", "name", "label::English (en)", "label::Khmer (km)"]]
    + [row + [khmer] for row, khmer in zip(YES_NO, ["បាទ/ចាស", "ទេ"])]
    + [["kept", "passport", "Passport", "លិខិត​ឆ្លងដែន"], ["kept", "phone", "Telephone", "ទូរសព្ទ"], ["kept", "pay", "Pay", "ប្រាក់​ឈ្នួល"]],
    settings=[["form_title", "form_id", "version", "default_language"], ["Labour inspection", "labour_inspection", 2026112301, "English (en)"]],
)

# As many have it: one language, no column of ours, and nothing that counts as anything.
book(
    "shelter intake.xlsx",
    survey=[
        ["type", "name", "label"],
        ["text", "room", "Which room?"],
        ["select one from_where", "from", "Where do you come from today?"],
        ["decimal", "weight", "Weight in kilograms"],
        ["dateTime", "came", "When did you arrive?"],
        ["time", "meal", "When do you eat?"],
    ],
    choices=[["list name", "name", "label"], ["from_where", "street", "The street"], ["from_where", "1", "Another shelter"]],
    settings=[["form_id"], ["shelter_intake"]],
)

# One of each thing that is refused.
book(
    "not understood.xlsx",
    survey=[
        ["type", "name", "label", "calculation", "choice_filter", "relevant", "constraint", "default", "indicator", "concern", "part", "wholly_new", "trigger"],
        ["start", "start", None, None, None, None, None, None, None, None, None, "something"],
        ["begin_repeat", "sales", "Sales"],
        ["text", "who", "Who?"],
        ["end_repeat"],
        ["calculate", "total", None, "1 + 1", "town = ${who}"],
        ["select_one_from_file towns.csv", "town", "Town"],
        ["select_one yes_no or_other", "other", "Other?"],
        ["select_one colours", "colour", "Colour"],
        ["geopoint", "place", "Place"],
        ["image", "photo", "Photo"],
        ["range", "pain", "Pain"],
        ["text", "2nd", "Second"],
        ["text", "who", "Again who?"],
        ["text", "empty", None],
        ["text", "hello", "Hello ${who}"],
        ["text", "later", "Later", None, None, "${not_there} = 'yes'"],
        ["text", "pulled", "Pulled", None, None, "pulldata('a', 'b', 'c', ${who}) = 1"],
        ["integer", "age", "Age", None, None, None, "regex(., '[0-9]')", "today()"],
        ["select_one yes_no", "role", "Supervisor?", None, None, None, None, None, None, "yes=supervisor"],
        ["select_one yes_no", "made", "What were you made to do?", None, None, None, None, None, "yes=FC.07", None, "testimony"],
        ["select_one yes_no", "odd", "Odd", None, None, None, None, None, "perhaps=D1.01", None, "secret"],
        ["begin_group", "open", "Open"],
    ],
    choices=[["list_name", "name", "label", "province"]] + [row + ["x"] for row in YES_NO]
    + [["yes_no", "yes", "Yes again"], ["colours", "dark red", "Dark red"]],
    settings=[["form_title", "version", "public_key"], ["No name", "first", "abc"]],
)
