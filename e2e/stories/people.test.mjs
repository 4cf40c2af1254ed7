// Finding somebody in a blink: by any script, by number, with filters, with keys, and taking the list out.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { register } from "../arrival.mjs";
import { axe, fitsAcross, rememberAddresses, textOf } from "../checks.mjs";
import { readCsv } from "../csv.mjs";
import { LAPTOP, openHouse, PHONE } from "../harness.mjs";

const house = openHouse();
const HANNA = "ሐና ተስፋዬ";

const rows = (page) => page.locator("tr[data-row]");
const hanna = (page) => rows(page).filter({ hasText: HANNA });

/** Somebody of this role, who looks at the list. */
async function atTheList(...who) {
  const page = await house.signedIn(...who);
  await page.goto("/people");
  await page.locator("#find").waitFor();
  return page;
}

/** Looks for words as people do: types, and waits until the number of people found has changed to fit. */
async function find(page, words) {
  const answered = page.waitForResponse((answer) => isAnswerTo(answer.request(), "find", words));
  await page.locator("#find").fill(words);
  await answered;
  await page.locator("#rows:not([aria-busy])").waitFor();
}

/** Sets a filter and waits for the rows that answer it. */
async function filter(page, field, value) {
  const answered = page.waitForResponse((answer) => isAnswerTo(answer.request(), field, value));
  await page.locator(`#${field}`).selectOption(value);
  await answered;
  await page.locator("#rows:not([aria-busy])").waitFor();
}

function isAnswerTo(request, field, value) {
  const posted = new URLSearchParams(request.postData() ?? "");
  return request.method() === "POST" && new URL(request.url()).pathname === "/people" && posted.get(field) === value;
}

async function openFilters(page) {
  const folded = page.locator("details.filters:not([open]) > summary");
  if (await folded.count()) await folded.click();
}

house.story("Latin letters find a name in Ethiopic script, and no address ever holds the search", async () => {
  const page = await atTheList("caseworker");
  const addresses = rememberAddresses(page);
  await page.locator("#find").pressSequentially("Hanna Tesfaye");
  await hanna(page).first().waitFor();
  await find(page, "tesfaye");
  assert.ok(await hanna(page).first().isVisible(), "part of the name is enough");
  await find(page, "ተስፋዬ");
  assert.ok(await hanna(page).first().isVisible(), "her own script");
  await page.locator("#find").press("Enter");
  await hanna(page).first().waitFor();
  await page.reload();
  const telling = addresses.filter((address) => /hanna|tesfaye|ተስፋዬ|find=/i.test(address));
  assert.deepEqual(telling, []);
  assert.equal(new URL(page.url()).search, "");
});

house.story("a number of nine digits finds one person, with or without its gaps", async () => {
  const page = await atTheList("caseworker");
  await find(page, HANNA);
  const code = await textOf(hanna(page).first().locator(".code"));
  for (const heard of [code, code.replaceAll(" ", ""), code.replaceAll(" ", "-")]) {
    await find(page, heard);
    assert.equal(await rows(page).count(), 1, heard);
    assert.ok(await hanna(page).first().isVisible());
  }
});

house.story("a telephone number finds whose it is", async () => {
  const page = await atTheList("caseworker");
  await find(page, "+855 00 000 101");
  assert.ok(await hanna(page).first().isVisible());
});

house.story("a filter narrows to one nationality, and clearing it brings everybody back", async () => {
  const page = await atTheList("caseworker");
  const everybody = await textOf(page.locator(".rows-count"));
  await openFilters(page);
  const value = await page.locator("#nationality option", { hasText: /^Ethiopia/ }).first().getAttribute("value");
  await filter(page, "nationality", value);
  const nationalities = await page.locator("td.nationality").allInnerTexts();
  assert.ok(nationalities.length > 0);
  for (const nationality of nationalities) assert.match(nationality, /Ethiopia/);
  assert.notEqual(await textOf(page.locator(".rows-count")), everybody);
  await openFilters(page);
  await page.locator(".filter-save a[href='/people/everybody']").click();
  await page.locator("#nationality").waitFor({ state: "attached" });
  assert.equal(await textOf(page.locator(".rows-count")), everybody);
});

house.story("sorting puts the newest, the oldest and the youngest first", async () => {
  const page = await atTheList("caseworker");
  await openFilters(page);
  const moments = () => page.locator("td.registered time").evaluateAll((times) => times.map((t) => t.dateTime));
  await filter(page, "sort", "newest");
  const newest = await moments();
  assert.deepEqual(newest, [...newest].sort().reverse());
  await filter(page, "sort", "oldest");
  const oldest = await moments();
  assert.deepEqual(oldest, [...oldest].sort());
  assert.ok(oldest[0] < newest[0]);
  await filter(page, "sort", "age");
  // "About 18" and "17–18" stand where the youngest that they allow would stand; plain ages are in order.
  const cells = await page.locator("td.age").allInnerTexts();
  const ages = cells.map((cell) => /^\D*, (\d+)$|^(\d+)$/.exec(cell.trim())).filter(Boolean).map((age) => Number(age[1] ?? age[2]));
  assert.ok(ages.length > 10);
  assert.deepEqual(ages, [...ages].sort((one, other) => one - other));
});

house.story("a kept filter is used again after signing in anew, and only by its owner", async () => {
  const page = await atTheList("caseworker");
  await openFilters(page);
  await filter(page, "sign", "minor");
  const found = await textOf(page.locator(".rows-count"));
  await page.locator("#filter_name").fill("Children");
  await page.locator("button[formaction='/people/filters']").click();
  await page.locator(".saved button", { hasText: "Children" }).waitFor();

  const later = await house.visit();
  await house.signIn(later, "caseworker");
  await later.goto("/people");
  assert.notEqual(await textOf(later.locator(".rows-count")), found);
  await later.locator(".saved button", { hasText: "Children" }).click();
  await later.locator(".saved button[aria-current='true']").waitFor();
  assert.equal(await textOf(later.locator(".rows-count")), found);

  const somebodyElse = await atTheList("protection-officer");
  assert.equal(await somebodyElse.locator(".saved").count(), 0);
});

house.story("a slash, the arrows and Enter lead from the list into a case", async () => {
  const page = await atTheList("caseworker");
  await page.locator("h1").click();
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("/");
  assert.equal(await page.evaluate(() => document.activeElement.id), "find");
  const answered = page.waitForResponse((answer) => isAnswerTo(answer.request(), "find", "Hanna Tesfaye"));
  await page.keyboard.type("Hanna Tesfaye");
  await answered;
  await hanna(page).first().waitFor();
  await page.locator("#rows:not([aria-busy])").waitFor();
  await page.keyboard.press("ArrowDown");
  assert.ok(await page.evaluate(() => document.activeElement.matches("tr[data-row] a")));
  await page.keyboard.press("ArrowUp");
  assert.equal(await page.evaluate(() => document.activeElement.id), "find", "the way up ends in the search");
  await page.keyboard.press("ArrowDown");
  assert.ok((await page.evaluate(() => document.activeElement.innerText)).includes("ሐና"));
  await page.keyboard.press("Enter");
  await page.locator(".case-head").waitFor();
  assert.match(await textOf(page.locator("h1")), /ሐና ተስፋዬ/);
  assert.match(new URL(page.url()).pathname, /^\/case\/[a-z0-9]+$/);
  assert.equal(await page.title(), "Registry");
});

house.story("the list that is taken out can hurt no spreadsheet", async () => {
  const page = await atTheList("caseworker");
  await register(page, { name: "=HYPERLINK(\"http://localhost\")", contact: "+85500000777" });
  await page.goto("/people");
  await find(page, "HYPERLINK");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator("button[value='csv']").click(),
  ]);
  assert.doesNotMatch(download.suggestedFilename(), /hyperlink|victim|survivor|traffick/i);
  const table = readCsv(await readFile(await download.path(), "utf8"));
  assert.equal(table.length, 2, "the headings and the one person found");
  assert.ok(table[1].some((cell) => cell.includes("HYPERLINK")));
  for (const cell of table.flat()) assert.doesNotMatch(cell, /^[=+\-@\t\r]/, `${cell} would run as a formula`);
});

house.story("a second page of the list shows other people", async () => {
  const page = await atTheList("caseworker");
  const first = await page.locator("tr[data-row] .code").allInnerTexts();
  const next = page.locator(".paging button").last();
  const answered = page.waitForResponse((answer) => isAnswerTo(answer.request(), "page", "2"));
  await next.click();
  await answered;
  await page.locator("#rows:not([aria-busy])").waitFor();
  const second = await page.locator("tr[data-row] .code").allInnerTexts();
  assert.ok(second.length > 0);
  assert.deepEqual(second.filter((code) => first.includes(code)), []);
});

for (const [width, device] of Object.entries({ phone: PHONE, laptop: LAPTOP })) {
  for (const colorScheme of ["light", "dark"]) {
    house.story(`the list can be used by everybody on a ${width}, ${colorScheme}`, async () => {
      const page = await atTheList("shelter-manager", device, { colorScheme });
      await axe(page);
      await openFilters(page);
      await axe(page);
      await fitsAcross(page);
      await find(page, "nobody is called this way");
      await axe(page);
    });
  }
}
