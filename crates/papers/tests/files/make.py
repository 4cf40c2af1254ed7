"""Writes the spreadsheets of this folder, all with the same invented people, each with another program.

Needs Python with openpyxl, xlwt, odfpy and msoffcrypto-tool, and LibreOffice and Gnumeric as commands:
    python3 make.py
"""

import csv
import datetime
import io
import os
import shutil
import subprocess
import tempfile

import msoffcrypto.format.ooxml
import openpyxl
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TableProperties
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.utils.datetime import CALENDAR_MAC_1904

day = datetime.date
TITLE = "List of arrivals, Riverside shelter (all invented)"
HEADINGS = ["No", "Name", "Own script", "Born", "Phone", "Minor", "Fee", "Remark", "Label"]
PEOPLE = [
    [1, "Sokha Chan", "ចាន់ សុខា", day(1998, 5, 12), "012 345 678", False, 10.5, "came, with \"two\" bags; one lost"],
    [2, "Nguyễn Thị Lan", "Nguyễn Thị Lan", day(2001, 12, 31), 85512345678, True, -3, "first line\nsecond line"],
    [3, "Ünal O'Brien", "Ünal", day(1984, 2, 29), "+855 23 000", False, 0.1, ""],
    [4, "Omar Farouk", "عمر فاروق", day(1979, 1, 1), "00441234", False, 1234567.25, "hidden row"],
    [5, "Li Na", "李娜", day(2008, 8, 8), "", True, 20, "<b>&amp; no markup</b>"],
    [6, "Priya Śarmā", "प्रिया शर्मा", day(1995, 10, 3), "x", False, 33.333, "=SUM(A1)"],
    [7, "Somchai", "สมชาย ใจดี", day(1990, 7, 15), "081-555-0000", False, 100, "  spaces  "],
]
FIRST, HIDDEN = 4, 7
EPOCH = [["Name", "Born"], ["Sokha Chan", day(1998, 5, 12)], ["Li Na", day(2008, 8, 8)]]


def rows():
    """Row number and values, the last of them what the formula of LibreOffice's files gives."""
    yield 1, [TITLE]
    yield 3, HEADINGS
    for at, person in enumerate(PEOPLE):
        yield FIRST + at, person + [f"{person[0]}: {person[1]}"]


def twin():
    with open("arrivals.csv", "w", newline="", encoding="utf-8") as out:
        write, number = csv.writer(out), 0
        for number_wanted, values in rows():
            while number + 1 < number_wanted:
                write.writerow([])
                number += 1
            text = [str(v).upper() if isinstance(v, bool) else v for v in values]
            write.writerow(text)
            number += 1


def with_openpyxl(path, formulas):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Arrivals"
    for number, values in rows():
        for column, value in enumerate(values, 1):
            cell = sheet.cell(number, column)
            # LibreOffice makes numbers of these when it turns them into ODS.
            value = str(value).upper() if formulas and isinstance(value, bool) else value
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"
            if isinstance(value, day):
                cell.number_format = "dd.mm.yyyy"
            if formulas and number >= FIRST and column == 9:
                cell.value = f'=A{number}&": "&B{number}'
                cell.data_type = "f"
    if formulas:
        # Read as empty, as the error that it is.
        sheet["J5"] = "=1/0"
    else:
        sheet["B4"] = CellRichText(TextBlock(InlineFont(b=True), "Sokha"), " Chan")
    sheet.merge_cells("A1:I1")
    sheet.row_dimensions[HIDDEN].hidden = True
    notes = book.create_sheet("Notes")
    notes["A1"] = "kept apart"
    notes.sheet_state = "hidden"
    book.create_sheet("Empty")
    book.save(path)


def epochs():
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    for row in EPOCH:
        book.active.append(row)
    book.save("epoch-1904.xlsx")
    old = xlwt.Workbook()
    old.dates_1904 = True
    sheet = old.add_sheet("Sheet")
    style = xlwt.easyxf(num_format_str="DD/MM/YYYY")
    for at, row in enumerate(EPOCH):
        sheet.write(at, 0, row[0])
        if at:
            # xlwt itself counts from 1900.
            sheet.write(at, 1, (row[1] - day(1904, 1, 1)).days, style)
        else:
            sheet.write(at, 1, row[1])
    old.save("epoch-1904.xls")


def with_xlwt():
    book = xlwt.Workbook()
    sheet = book.add_sheet("Arrivals")
    dated = xlwt.easyxf(num_format_str="D MMM YYYY")
    for number, values in rows():
        for column, value in enumerate(values):
            if isinstance(value, day):
                sheet.write(number - 1, column, value, dated)
            elif value != "" and number > 1:
                sheet.write(number - 1, column, value)
    sheet.write_merge(0, 0, 0, 8, TITLE)
    sheet.row(HIDDEN - 1).hidden = True
    notes = book.add_sheet("Notes")
    notes.write(0, 0, "kept apart")
    notes.visibility = 1
    book.add_sheet("Empty")
    book.save("arrivals-xlwt.xls")


def long_texts():
    """More text than one record holds, in letters of one and of two bytes."""
    book, lines = xlwt.Workbook(), []
    sheet = book.add_sheet("Long")
    for at in range(420):
        text = f"{at} " + ("ខ្មែរ ខេមរភាសា " if at % 3 == 0 else "plain words é ") * (at % 9 + 1)
        lines.append(text.strip())
        sheet.write(at, 0, text)
    book.save("long-texts.xls")
    with open("long-texts.csv", "w", newline="", encoding="utf-8") as out:
        csv.writer(out).writerows([line] for line in lines)


def with_odfpy():
    document = OpenDocumentSpreadsheet()
    concealed = Style(name="concealed", family="table")
    concealed.addElement(TableProperties(display="false"))
    document.automaticstyles.addElement(concealed)
    table, number = Table(name="Arrivals"), 1
    for wanted, values in rows():
        if wanted > number:
            table.addElement(TableRow(numberrowsrepeated=wanted - number))
        row = TableRow(visibility="filter") if wanted == HIDDEN else TableRow()
        for value in values:
            row.addElement(odf_cell(value, 9 if wanted == 1 else 1))
        if wanted == 1:
            row.addElement(CoveredTableCell(numbercolumnsrepeated=8))
        table.addElement(row)
        number = wanted + 1
    document.spreadsheet.addElement(table)
    for name, style in [("Notes", concealed), ("Empty", None)]:
        table = Table(name=name, **({"stylename": style} if style else {}))
        if style:
            row = TableRow()
            row.addElement(odf_cell("kept apart"))
            table.addElement(row)
        document.spreadsheet.addElement(table)
    document.save("arrivals-odfpy.ods")


def odf_cell(value, columns=1):
    spans = {"numbercolumnsspanned": columns, "numberrowsspanned": 1} if columns > 1 else {}
    if isinstance(value, bool):
        return TableCell(valuetype="boolean", booleanvalue=str(value).lower())
    if isinstance(value, day):
        return TableCell(valuetype="date", datevalue=value.isoformat())
    if isinstance(value, (int, float)):
        return TableCell(valuetype="float", value=value)
    cell = TableCell(valuetype="string", **spans)
    for line in value.split("\n"):
        cell.addElement(P(text=line))
    return cell


def convert(source, kind, name):
    with tempfile.TemporaryDirectory() as folder:
        command = ["soffice", "--headless", "--convert-to", kind, "--outdir", folder, source]
        subprocess.run(command, check=True, capture_output=True)
        made = os.listdir(folder)[0]
        shutil.move(os.path.join(folder, made), name)


def locked():
    with open("arrivals-openpyxl.xlsx", "rb") as plain:
        made = io.BytesIO()
        msoffcrypto.format.ooxml.OOXMLFile(plain).encrypt("invented", made)
    with open("locked.xlsx", "wb") as out:
        out.write(made.getvalue())


if __name__ == "__main__":
    os.chdir(os.path.dirname(os.path.abspath(__file__)))
    twin()
    with_openpyxl("arrivals-openpyxl.xlsx", False)
    with_xlwt()
    with_odfpy()
    epochs()
    long_texts()
    locked()
    with tempfile.TemporaryDirectory() as folder:
        base = os.path.join(folder, "base.xlsx")
        with_openpyxl(base, True)
        convert(base, "ods", "arrivals-libreoffice.ods")
    source = "arrivals-libreoffice.ods"
    convert(source, "xlsx:Calc MS Excel 2007 XML", "arrivals-libreoffice.xlsx")
    convert("arrivals-openpyxl.xlsx", "xls:MS Excel 97", "arrivals-libreoffice.xls")
    convert(source, "html:HTML (StarCalc)", "arrivals-web-page.xls")
    for kind, name in [
        ("Gnumeric_Excel:excel_biff8", "arrivals-gnumeric.xls"),
        ("Gnumeric_Excel:excel_biff7", "arrivals-gnumeric-95.xls"),
        ("Gnumeric_Excel:xlsx", "arrivals-gnumeric.xlsx"),
        ("Gnumeric_OpenCalc:openoffice", "arrivals-gnumeric.ods"),
    ]:
        subprocess.run(["ssconvert", "-T", kind, source, name], check=True, capture_output=True)
