"""Files of every kind, and the truth about them."""
import csv
import io
import json
import pathlib

import openpyxl
from openpyxl.styles import Font

HERE = pathlib.Path(__file__).parent
KEPT = ("name", "native", "dob", "sex", "nat", "passport", "phone", "entry", "arrived")


class Truth:
    def __init__(self, seed):
        self.all = {"seed": seed, "rows": {}, "spoiled": {}, "people": {}}

    def person(self, person, has):
        """Notes what the list says of somebody: fields in `has`; of the others it says nothing."""
        number = f"P{len(self.all['people']):04}"
        names = ("name", "native")
        self.all["people"][number] = {
            key: str(person[key] or "") if key in has or key in names else "" for key in KEPT
        }
        return number

    def write(self):
        text = json.dumps(self.all, ensure_ascii=False, indent=0)
        (HERE / "truth.json").write_text(text + "\n", encoding="utf-8")


class List:
    """One list: rows are added one by one, each with the person in it or None."""

    def __init__(self, truth, file, has):
        self.truth, self.file, self.has = truth, file, has
        self.rows, self.merged, self.hidden = [], [], []
        truth.all["rows"][file] = {}

    def line(self, *cells):
        """A row before the list: titles, headings, blanks."""
        self.rows.append(list(cells))
        return len(self.rows)

    def person(self, person, cells, spoiled=False):
        row = self.line(*cells)
        self.truth.all["rows"][self.file][str(row)] = self.truth.person(person, self.has)
        if spoiled:
            self.truth.all["spoiled"].setdefault(self.file, []).append(row)
        return row

    def nobody(self, *cells):
        """A row within or after the list that is no person."""
        row = self.line(*cells)
        self.truth.all["rows"][self.file][str(row)] = None

    def csv(self, encoding="utf-8", delimiter=","):
        text = io.StringIO()
        writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
        writer.writerows([["" if cell is None else cell for cell in row] for row in self.rows])
        (HERE / self.file).write_bytes(text.getvalue().encode(encoding))

    def xlsx(self, sheet="Sheet1", right_to_left=False):
        book = openpyxl.Workbook()
        page = book.active
        page.title = sheet
        page.sheet_view.rightToLeft = right_to_left
        for row in self.rows:
            page.append(row)
        for row in page.iter_rows():
            for cell in row:
                if cell.is_date:
                    cell.number_format = "dd/mm/yyyy"
        page["A1"].font = Font(bold=True)
        for area in self.merged:
            page.merge_cells(area)
        for row in self.hidden:
            page.row_dimensions[row].hidden = True
        # The same bytes every time: no moment of writing inside.
        book.properties.created = book.properties.modified = __import__("datetime").datetime(2026, 1, 31)
        book.save(HERE / self.file)
        same_bytes(HERE / self.file)


def same_bytes(path):
    """A zip without the moment it was packed."""
    import zipfile
    with zipfile.ZipFile(path) as packed:
        parts = [(name, packed.read(name)) for name in packed.namelist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts:
            if name == "docProps/core.xml":
                import re
                content = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2026-01-31T00:00:00Z", content)
            packed.writestr(zipfile.ZipInfo(name, (2026, 1, 31, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
