// An Indonesian register as a mission keeps it: two cells are corrected on the way in, nine rows afterwards, and
// next week's version of it brings forty new people.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { axe, everyWordIsThere, fitsAcross, textOf } from "../checks.mjs";
import { readCsv } from "../csv.mjs";
import { LAPTOP, openHouse, PHONE } from "../harness.mjs";
import { xlsx } from "../spreadsheet.mjs";

const house = openHouse();

const TITLE = [["DAFTAR WNI PELAPOR (semua nama karangan)"], []];
const HEADINGS = ["No", "Nama Lengkap", "L/P", "Tempat/Tgl Lahir", "No. Paspor", "No HP", "Lokasi", "Keterangan"];
const NAMES = ["Adi", "Bayu", "Citra", "Dewi", "Eko", "Fitri", "Gilang", "Hana", "Indra", "Joko"];
const FAMILIES = ["Contohsari", "Fiktifanto", "Misalnya", "Rekaanwati", "Khayalputra", "Samaranto"];

/** One of the first sixty people, all of them different. */
function person(n) {
  const name = `${NAMES[n % 10]} ${FAMILIES[Math.floor(n / 10) % 6]}${n >= 60 ? " Baru" : ""}`;
  const day = String((n % 28) + 1).padStart(2, "0");
  const month = String((n % 12) + 1).padStart(2, "0");
  const number = String(n).padStart(3, "0");
  return [`${n + 1}`, name, n % 3 ? "L" : "P", `Medan, ${day}/${month}/${1985 + (n % 20)}`, `X9${number}001`, `+8550000${number}`, "Bavet", n % 7 ? "" : "sakit"];
}

const FIRST = 60;
/** Nine rows that came without a name. */
const NAMELESS = [3, 9, 14, 20, 27, 33, 41, 48, 55];

function firstVersion() {
  const people = Array.from({ length: FIRST }, (_, n) => person(n));
  for (const n of NAMELESS) people[n][1] = "";
  people[5][3] = "Medan, 31/02/1991";
  people[6][2] = "Q";
  return [...TITLE, HEADINGS, ...people, ["", "JUMLAH", `${FIRST}`]];
}

/** Everybody again, two of them elsewhere, one gone, and forty more; the nine are still without a name. */
function nextVersion() {
  const people = Array.from({ length: FIRST + 40 }, (_, n) => person(n));
  for (const n of NAMELESS) people[n][1] = "";
  people[5][3] = "Medan, 31/02/1991";
  people[6][2] = "Q";
  people[0][6] = "Phnom Penh";
  people[1][6] = "Poipet";
  people.splice(2, 1);
  return [...TITLE, HEADINGS, ...people, ["", "JUMLAH", `${people.length}`]];
}

const asFile = (rows) => ({ name: "daftar.xlsx", mimeType: "application/octet-stream", buffer: xlsx(rows) });

async function upload(page, rows) {
  await page.goto("/lists");
  await page.locator("input#file").setInputFiles(asFile(rows));
  await page.locator("input#sender").fill("Meja dua");
  await page.locator("form[enctype] button.primary").click();
  await page.locator("table.columns").waitFor();
}

async function reported(page) {
  const buttons = page.locator("form.outcomes button");
  const pairs = await buttons.evaluateAll((all) =>
    all.map((button) => [button.value, Number(button.querySelector("strong").textContent.replace(/\D/g, ""))]),
  );
  const { "": total, ...outcomes } = Object.fromEntries(pairs);
  assert.equal(Object.values(outcomes).reduce((all, n) => all + n, 0), total, "every row is accounted for");
  return outcomes;
}

/** Corrects one cell of a row of the preview, found by what its row says. */
async function correctCell(page, row, heading, value) {
  await page.locator("table.preview tbody tr", { has: page.locator(`th:text-is("${row}")`) }).locator("a").click();
  await page.locator("form.cells").waitFor();
  await axe(page);
  await page.locator("form.cells label", { hasText: heading }).click();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(value);
  await page.locator("form.cells button.primary").click();
  await page.locator("table.preview").waitFor();
}

async function register(page) {
  await page.locator("form[action$='/register'] button").click();
  await page.locator("table.report").waitFor({ timeout: 60_000 });
}

house.story("the register goes in, two cells are corrected on the way, nine rows afterwards, and forty people come with the next", async () => {
  const page = await house.signedIn("consular-officer");
  await upload(page, firstVersion());
  await everyWordIsThere(page);
  // A click in the column opens its menu.
  await page.locator("table.columns tbody tr").last().locator("td").nth(3).click();
  assert.equal(await page.evaluate(() => document.activeElement.value), "place-and-birth");
  await page.keyboard.press("Escape");
  await page.locator("form[action$='/columns'] button.primary").click();
  await page.locator("table.preview").waitFor();
  await everyWordIsThere(page);
  await axe(page);

  // Rows 9 and 10 of the file: a day that does not exist, and a sex nobody can read.
  await page.locator("form.outcomes button[value='unsure']").click();
  await page.locator("form.outcomes button[value='unsure'][aria-current='true']").waitFor();
  await correctCell(page, 9, "Tempat/Tgl Lahir", "Medan, 28/02/1991");
  await page.locator("form.outcomes button[value='unsure']").click();
  await page.locator("form.outcomes button[value='unsure'][aria-current='true']").waitFor();
  await correctCell(page, 10, "L/P", "P");
  assert.match(await textOf(page.locator(".lead")), /2 /);

  await register(page);
  await axe(page);
  await everyWordIsThere(page);
  const first = await reported(page);
  assert.deepEqual(first, { registered: FIRST - 9, look: 9, "not-a-person": 3 });

  // The rows that need a look leave in the sender's layout with the reason.
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator("form[action$='/to-look-at'] button").click(),
  ]);
  assert.match(download.suggestedFilename(), /\.xlsx$/);

  for (const n of NAMELESS) {
    await page.goto("/lists/look");
    await page.locator(".to-look-at a").first().click();
    await page.locator("form.cells").waitFor();
    await page.locator("#cell-1").fill(person(n)[1]);
    await page.locator("form.cells button.primary").click();
    await page.locator(".notice-good").waitFor();
  }
  assert.equal(await page.locator(".to-look-at li").count(), 0);
  await axe(page);
  await page.goto("/lists");
  await page.locator(".earlier-lists a").first().click();
  assert.deepEqual(await reported(page), { registered: FIRST, "not-a-person": 3 });

  await upload(page, nextVersion());
  assert.notEqual(await page.locator("#previous").inputValue(), "", "it is recognised as the next version");
  await page.locator("form[action$='/columns'] button.primary").click();
  await page.locator("table.preview").waitFor();
  await register(page);
  const second = await reported(page);
  assert.deepEqual(second, { registered: 40, changed: 2, already: FIRST - 3, "not-a-person": 3 });
  assert.match(await textOf(page.locator(".gone")), /Citra Contohsari/);
  await axe(page);
  await page.locator("form.outcomes button[value='changed']").click();
  await page.locator("form.outcomes button[value='changed'][aria-current='true']").waitFor();
  assert.match(await textOf(page.locator("table.report tbody")), /Bavet → Phnom Penh/);
});

house.story("a list goes back to its sender in its own layout, with everybody's code", async () => {
  const page = await house.signedIn("consular-officer");
  await page.goto("/lists");
  const text = "Nama;L/P;Umur\r\nSinta Contohbaru;P;25\r\n;;\r\nTono Contohbaru;L;31\r\n";
  await page.locator("input#file").setInputFiles({ name: "a.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await page.locator("form[enctype] button.primary").click();
  await page.locator("form[action$='/columns'] button.primary").click();
  await page.locator("table.preview").waitFor();
  await register(page);
  const code = await textOf(page.locator("table.report a.code").first());
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator("form[action$='/with-codes'] button").click(),
  ]);
  const written = await readFile(await download.path(), "utf8");
  const lines = written.replace("\ufeff", "").split("\r\n");
  assert.match(lines[0], /^Nama;L\/P;Umur;.+/);
  assert.equal(lines[1], `Sinta Contohbaru;P;25;${code}`);
  assert.match(lines[3], /^Tono Contohbaru;L;31;\d/);
  assert.ok(readCsv(written).length >= 3);
});

for (const [width, device] of Object.entries({ phone: PHONE, laptop: LAPTOP })) {
  house.story(`a row is corrected on a ${width}`, async () => {
    const page = await house.signedIn("shelter-manager", device);
    await page.goto("/lists");
    const text = `Nama;L/P;Umur;Lokasi\r\nRina Contohlain;P;25;${width} pagi\r\n;L;31;${width} malam\r\n`;
    await page.locator("input#file").setInputFiles({ name: "a.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
    await page.locator("form[enctype] button.primary").click();
    await page.locator("form[action$='/columns'] button.primary").click();
    await page.locator("table.preview").waitFor();
    await register(page);
    await fitsAcross(page);
    await page.goto("/lists/look");
    await fitsAcross(page);
    await axe(page);
    await page.locator(".to-look-at a").first().click();
    await page.locator("form.cells").waitFor();
    await fitsAcross(page);
    await axe(page);
    await page.locator("form.aside button").click();
    await page.locator(".notice-good").waitFor();
  });
}
