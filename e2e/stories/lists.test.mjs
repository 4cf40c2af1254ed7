// A list comes in as somebody keeps it: read, corrected, looked at, registered; and the same list again
// changes nothing.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { axe, everyWordIsThere, fitsAcross, textOf } from "../checks.mjs";
import { readCsv } from "../csv.mjs";
import { LAPTOP, openHouse, PHONE } from "../harness.mjs";
import { xlsx } from "../spreadsheet.mjs";

const house = openHouse();

// A title above the headings, a column nobody could guess, and a sum below: as lists are.
const LIST = [
  ["People at the gate (all invented)"],
  ["No", "Full name", "Sex", "Date of birth", "Nationality", "Passport no", "Zzz"],
  ["1", "Abebech Invented", "F", "17/05/1999", "Ethiopia", "ZZ9900001", "+85500000901"],
  ["2", "Berhanu Invented", "M", "23/11/1997", "Ethiopian", "ZZ9900002", "+85500000902"],
  ["3", "Citra Invented", "F", "30/06/2001", "Indonesia", "ZZ9900003", "+85500000903"],
  ["4", "Danh Invented", "M", "28/02/2000", "Vietnam", "ZZ9900004", "+85500000904"],
  ["5", "Esther Invented", "F", "19/08/1995", "Kenya", "ZZ9900005", "+85500000905"],
  ["", "TOTAL", "", "", "5", "", ""],
];
const PEOPLE = 5;
// The title, the headings and the sum are rows of the file too.
const ROWS = LIST.length;

const asXlsx = () => ({ name: "arrivals.xlsx", mimeType: "application/octet-stream", buffer: xlsx(LIST) });
const asCsv = (rows) => ({ name: "arrivals.csv", mimeType: "text/csv", buffer: Buffer.from(rows.map((cells) => cells.join(";")).join("\r\n")) });

async function upload(page, file) {
  await page.goto("/lists");
  await page.locator("input#file").setInputFiles(file);
  await page.locator("form[enctype] button.primary").click();
  await page.locator("table.columns").waitFor();
}

/** The menu above the column that has this heading. */
async function columnOf(page, heading) {
  const headings = await page.locator("table.columns thead th bdi").allInnerTexts();
  assert.ok(headings.includes(heading), `no column ${heading} among ${headings.join(", ")}`);
  return page.locator("select[name='column']").nth(headings.indexOf(heading));
}

async function registerList(page) {
  await page.locator("form[action$='/columns'] button.primary").click();
  await page.locator("table.preview").waitFor();
  await page.locator("form[action$='/register'] button").click();
  await page.locator("table.report").waitFor({ timeout: 60_000 });
}

/** How many rows each outcome has, from the buttons of the report. */
async function reported(page) {
  const buttons = page.locator("form.outcomes button");
  const pairs = await buttons.evaluateAll((all) =>
    all.map((button) => [button.value, Number(button.querySelector("strong").textContent.replace(/\D/g, ""))]),
  );
  const { "": total, ...outcomes } = Object.fromEntries(pairs);
  return { total, outcomes };
}

const sum = (numbers) => Object.values(numbers).reduce((all, number) => all + number, 0);

house.story("a spreadsheet goes in, one column is corrected, and the same list again changes nothing", async () => {
  const page = await house.signedIn("caseworker");
  await upload(page, asXlsx());
  await axe(page);
  await everyWordIsThere(page);
  assert.equal(await (await columnOf(page, "Full name")).inputValue(), "name");
  assert.equal(await (await columnOf(page, "Date of birth")).inputValue(), "birth");
  assert.equal(await (await columnOf(page, "Passport no")).inputValue(), "passport");
  await (await columnOf(page, "Zzz")).selectOption("phone");
  await page.locator("form[action$='/columns'] button.primary").click();

  await page.locator("table.preview").waitFor();
  await axe(page);
  await everyWordIsThere(page);
  const previewed = await textOf(page.locator("table.preview tbody"));
  for (const name of ["Abebech", "Berhanu", "Citra", "Danh", "Esther"]) assert.ok(previewed.includes(name), name);
  assert.match(await textOf(page.locator("tr.reading-not-a-person")), /TOTAL/);
  await nobodyIsFound(page, "Abebech Invented");

  await page.goBack();
  await page.locator("form[action$='/register'] button").click();
  await page.locator("table.report").waitFor({ timeout: 60_000 });
  await axe(page);
  await everyWordIsThere(page);
  const first = await reported(page);
  assert.equal(first.total, ROWS);
  assert.equal(first.outcomes.registered, PEOPLE);
  assert.equal(first.outcomes["not-a-person"], 3);
  assert.equal(sum(first.outcomes), first.total, "every row is accounted for");
  assert.equal(await page.locator("table.report tbody tr").count(), ROWS);

  await page.goto("/people");
  await page.locator("#find").fill("+85500000903");
  await page.locator("tr[data-row]", { hasText: "Citra Invented" }).waitFor();

  await upload(page, asXlsx());
  assert.equal(await (await columnOf(page, "Zzz")).inputValue(), "phone", "what was corrected once is remembered");
  await registerList(page);
  const second = await reported(page);
  assert.equal(second.outcomes.registered ?? 0, 0, "nobody is registered twice");
  assert.equal(second.outcomes.already, PEOPLE);
  assert.equal(sum(second.outcomes), ROWS);
});

async function nobodyIsFound(page, name) {
  await page.goto("/people");
  await page.locator("#find").fill(name);
  await page.locator("form[role='search'] button.primary").click();
  await page.locator("#rows:not([aria-busy])").waitFor();
  const found = page.locator("tr[data-row]", { hasText: name });
  assert.equal(await found.count(), 0, "nothing is registered before it was looked at");
}

house.story("one report narrows to one outcome, leads to the cases and goes out as a table", async () => {
  const page = await house.signedIn("consular-officer");
  await upload(page, asCsv([["Name", "Sex", "Age", "Nationality"], ["Fikre Other Invented", "M", "33", "Ethiopia"], ["Gita Other Invented", "F", "29", "Nepal"], ["Total", "", "2", ""]]));
  await registerList(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator("form[action$='/report.csv'] button").click(),
  ]);
  const table = readCsv(await readFile(await download.path(), "utf8"));
  assert.equal(table.length, 5, "the headings of the report and every row");
  assert.doesNotMatch(table.flat().join(" "), /Fikre|Gita/, "codes, no names");

  await page.locator("form.outcomes button[value='registered']").click();
  await page.locator("form.outcomes button[value='registered'][aria-current='true']").waitFor();
  assert.equal(await page.locator("table.report tbody tr").count(), 2);
  await page.locator("table.report a.code").first().click();
  await page.locator(".case-head").waitFor();
  assert.match(await textOf(page.locator("h1")), /Fikre Other Invented/);
});

house.story("the progress of a long list is shown until its report opens by itself", async () => {
  const page = await house.signedIn("shelter-manager");
  const heading = ["Name", "Sex", "Age", "Nationality"];
  const many = Array.from({ length: 1200 }, (_, place) => [`${syllables(place)} Invented`, place % 2 ? "F" : "M", `${18 + (place % 50)}`, "Ghana"]);
  await upload(page, asCsv([heading, ...many]));
  await page.locator("form[action$='/columns'] button.primary").click();
  await page.locator("table.preview").waitFor();
  const polled = page.waitForResponse((answer) => answer.url().endsWith("/progress.json"));
  await page.locator("form[action$='/register'] button").click();
  assert.equal((await polled).status(), 200);
  await page.locator("table.report").waitFor({ timeout: 60_000 });
  const { outcomes } = await reported(page);
  assert.equal(sum(outcomes), 1201);
  assert.equal(outcomes.registered, 1200);
});

/** A name of its own for each number. */
function syllables(number) {
  const parts = ["Ba", "Ke", "Li", "Mo", "Nu", "Ra", "Se", "Ti", "Wo", "Za", "Du", "Fa"];
  const written = [number % 12, Math.floor(number / 12) % 12, Math.floor(number / 144) % 12];
  return written.map((place, at) => (at ? parts[place].toLowerCase() : parts[place])).join("");
}

house.story("a file that is no list is refused with a sentence", async () => {
  const page = await house.signedIn("caseworker");
  await page.goto("/lists");
  await page.locator("input#file").setInputFiles({ name: "photo.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from("PK\u0003\u0004 no list at all") });
  await page.locator("form[enctype] button.primary").click();
  await page.locator(".lead").waitFor();
  assert.match(await textOf(page.locator(".lead")), /[a-z ]{20,}\./i);
  await axe(page);
});

for (const [width, device] of Object.entries({ phone: PHONE, laptop: LAPTOP })) {
  house.story(`lists can be brought in on a ${width}`, async () => {
    const page = await house.signedIn("caseworker", device);
    await page.goto("/lists");
    await axe(page);
    await fitsAcross(page);
    await upload(page, asXlsx());
    await axe(page);
    await page.locator("form[action$='/columns'] button.primary").click();
    await page.locator("table.preview").waitFor();
    await axe(page);
  });
}

house.story("a list goes in without a script as well", async () => {
  const page = await house.signedIn("consular-officer", PHONE, { javaScriptEnabled: false });
  await upload(page, asCsv([["Name", "Sex", "Age", "Nationality"], ["Hiwot Plain Invented", "F", "31", "Ethiopia"]]));
  await registerList(page);
  assert.equal(await page.locator("table.report tbody tr").count(), 2);
});
