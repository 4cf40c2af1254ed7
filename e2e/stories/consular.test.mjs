// A consular officer's week: a list comes in, each person is asked alone, fifty documents are issued with their numbers,
// a roll goes to the ministry, and its answer is read back.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { register } from "../arrival.mjs";
import { axe, everyWordIsThere, fitsAcross, rememberAddresses, textOf } from "../checks.mjs";
import { readCsv } from "../csv.mjs";
import { LAPTOP, openHouse, PHONE } from "../harness.mjs";
import { led } from "../keyboard.mjs";
import { agrees, checkedSafe } from "../plan.mjs";
import { xlsx } from "../spreadsheet.mjs";

const house = openHouse();

async function looksRight(page) {
  await fitsAcross(page);
  await everyWordIsThere(page);
  await axe(page);
}

const GIVEN = ["Ana", "Berto", "Carla", "Diego", "Elena", "Felix", "Gloria", "Hector", "Ines", "Jaime", "Karina", "Lito", "Mila"];
const FAMILY = ["Halimbawa", "Kathaisip", "Likhain", "Wariwari"];
const PEOPLE = 52;
const ISSUED = 50;
const two = (number) => String(number).padStart(2, "0");

/** Somebody of whom the list says everything that a roll needs; nobody is called as anybody else. */
function person(n) {
  return {
    name: `${GIVEN[n % 13]} ${FAMILY[Math.floor(n / 13)]} Invented`,
    sex: n % 2 ? "M" : "F",
    born: `${1980 + (n % 20)}-${two((n % 12) + 1)}-${two((n % 28) + 1)}`,
    passport: `ZZ77${String(n).padStart(5, "0")}`,
    entered: `2025-${two((n % 9) + 1)}-${two((n % 28) + 1)}`,
  };
}
const everybody = Array.from({ length: PEOPLE }, (_, n) => person(n));
const [AFRAID, SAYS_NO] = [everybody[50], everybody[51]];

const HEADINGS = ["Full name", "Sex", "Date of birth", "Nationality", "Passport no", "Date of entry", "Document"];

/** The mission's own list; in its second version some have a document already. */
function list(documents = {}) {
  const rows = everybody.map((one, n) => [one.name, one.sex, one.born, "Philippines", one.passport, one.entered, documents[n] ?? ""]);
  return { name: "arrivals.xlsx", mimeType: "application/octet-stream", buffer: xlsx([HEADINGS, ...rows]) };
}

async function takenIn(page, file) {
  await page.goto("/lists");
  await page.locator("input#file").setInputFiles(file);
  await page.locator("input#sender").fill("The counter (invented)");
  await page.locator("form[enctype] button.primary").click();
  await page.locator("table.columns").waitFor();
  await page.locator("form[action$='/columns'] button.primary").click();
  await page.locator("table.preview").waitFor();
  await page.locator("form[action$='/register'] button").click();
  await page.locator("table.report").waitFor({ timeout: 60_000 });
  const buttons = page.locator("form.outcomes button");
  return Object.fromEntries(
    await buttons.evaluateAll((all) => all.map((one) => [one.value, Number(one.querySelector("strong").textContent)])),
  );
}

/** Where the people of the mission stand who wait for a step: the address of each one's case, by name. */
async function queue(page, step) {
  await page.goto(`/queues/${step}?mission=PHL`);
  const rows = page.locator("ul.today li");
  return Object.fromEntries(
    await rows.evaluateAll((all) =>
      all.map((row) => [row.querySelector("bdi").textContent, row.querySelector("a").getAttribute("href").replace(/\/plan$/, "")]),
    ),
  );
}

/** As the form for asking somebody sends it. */
function asked(page, path, says) {
  return page.evaluate(
    async ([to, pairs]) => {
      const answer = await fetch(to, { method: "POST", body: new URLSearchParams(pairs) });
      return [answer.status, new URL(answer.url).pathname];
    },
    [`${path}/ask`, { from: "R00", leave: "visa-tourist", stamped: "yes", given: "signed", ...says }],
  );
}

async function writes(page, people) {
  await led(page, () => page.getByText("Show what will be written").click());
  assert.match(await textOf(page.locator(".batch-says")), new RegExp(`^${people} people: `));
}

async function confirms(page, people) {
  await page.getByRole("button", { name: `Write it for ${people} people` }).click();
  await page.getByRole("heading", { name: "What was written" }).waitFor({ timeout: 60_000 });
  assert.match(await textOf(page.locator(".notice-good")), new RegExp(`Written for ${people} people`));
}

/** Everybody of the mission who can go on moves one step. */
async function movesAll(page, step, people) {
  await page.goto(`/queues/${step}?mission=PHL`);
  await page.locator("select#who").selectOption("all");
  await writes(page, people);
  await confirms(page, people);
}

async function taken(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(button).click()]);
  return readFileSync(await download.path());
}

const ENTRY = "input[name='entry_from']";

house.story("a list is taken in, each is asked alone, fifty documents are issued, a roll is sent and its answer read back", async () => {
  const page = await house.signedIn("consular-officer", LAPTOP);
  await page.waitForURL((url) => url.pathname === "/today");
  const addresses = rememberAddresses(page);
  assert.equal((await takenIn(page, list())).registered, PEOPLE);

  // Asked alone: the first with the form as it stands, the others as their forms are sent.
  const waiting = await queue(page, "R00");
  await looksRight(page);
  const [first, second] = everybody;
  await led(page, () => page.locator("ul.today li", { hasText: first.name }).getByText("Ask this person alone").click());
  await looksRight(page);
  await page.locator("form.stack button.primary").click();
  assert.match(await textOf(page.locator(".notice-bad")), /Whether contact is safe comes first/);
  await page.locator("input[name='clear'][value='yes']").check();
  for (const to of ["mission", "home-state", "authority"]) await page.locator(`input[name='to-${to}'][value='yes']`).check();
  assert.equal(await page.locator("input[name='to-fund'], input[name='to-clinic']").count(), 0, "the mission asks about its own steps");
  assert.equal(await page.locator(ENTRY).inputValue(), first.entered, "as the list says");
  await page.locator("input[name='stamped']").check();
  await page.locator("#leave").selectOption("visa-tourist");
  await led(page, () => page.locator("form.stack button.primary").click());
  assert.match(await textOf(page.locator(".notice-good")), /It is kept for \d{3} \d{3} \d{3}/);
  const yes = { clear: "yes", "to-mission": "yes", "to-home-state": "yes", "to-authority": "yes" };
  for (const one of everybody.slice(1)) {
    const says = one === AFRAID ? { ...yes, clear: "no" } : one === SAYS_NO ? { ...yes, "to-authority": "no" } : yes;
    const entry = { entry_from: one.entered, entry_to: one.entered };
    assert.deepEqual(await asked(page, waiting[one.name], { ...says, ...entry }), [200, "/queues/R00"], one.name);
  }
  assert.equal((await queue(page, "R00"))[second.name], undefined, "nobody waits to be asked any more");

  // Whoever said that contact is not safe goes no further, and the page says who can change that.
  await page.goto(`${waiting[AFRAID.name]}/ask`);
  assert.match(await textOf(page.locator("main")), /No contact with any state for now.*A caseworker or protection officer of your team/);
  assert.equal(await page.locator("input[name='clear']").count(), 0);
  await looksRight(page);
  const [status] = await asked(page, waiting[AFRAID.name], yes);
  assert.equal(status, 422, "no yes at a counter opens it again");
  await page.goto(`${waiting[AFRAID.name]}/plan`);
  assert.match(await textOf(page.locator("#safety")), /No contact with any state.*a caseworker or protection officer of your team can/);
  assert.equal(await page.locator("#safety form, #custody form").count(), 0, "no form that would be refused");
  assert.match(await textOf(page.locator("#custody")), /Not open to your role/);
  await looksRight(page);

  // Who said no to the authorities cannot leave that way: no mission is told of them before they choose.
  await movesAll(page, "R02", ISSUED);
  await movesAll(page, "R03", ISSUED);
  await movesAll(page, "R06", ISSUED);

  // The next version of the list brings the numbers of two documents.
  const again = await takenIn(page, list({ 0: "SPLP XD7700000", 1: "SPLP XD7700001" }));
  assert.deepEqual([again.changed, again.registered ?? 0], [2, 0]);

  // The office's own spreadsheet has the numbers of forty-nine, and of somebody who is not here.
  const numbers = [["Passport", "Holder", "New number"]];
  for (const [n, one] of everybody.slice(1, ISSUED).entries()) numbers.push([one.passport, one.name.toUpperCase(), `XD77${String(n + 1).padStart(5, "0")}`]);
  numbers.push(["", "Nobody Invented", "XD7799999"]);
  await page.goto("/queues/R04?mission=PHL");
  await looksRight(page);
  await page.locator("input#numbers").setInputFiles({ name: "numbers.xlsx", mimeType: "application/octet-stream", buffer: xlsx(numbers) });
  await page.locator("select#who").selectOption("file");
  await writes(page, ISSUED - 1);
  assert.match(await textOf(page.locator("main")), /One row of the spreadsheet is left to you.*Nobody Invented/);
  await led(page, () => page.getByText("Back, write nothing").click());
  for (const one of everybody.slice(0, ISSUED)) await page.locator("ul.today li", { hasText: one.name }).locator("input").check();
  await page.locator("input#numbers").setInputFiles({ name: "numbers.xlsx", mimeType: "application/octet-stream", buffer: xlsx(numbers) });
  await writes(page, ISSUED);
  await looksRight(page);
  const fields = await page.locator(".batch-number input").evaluateAll((all) => all.map((one) => one.value));
  assert.deepEqual([fields.length, new Set(fields).size, fields.filter((one) => /^XD77\d{5}$/.test(one)).length], [ISSUED, ISSUED, ISSUED]);
  await confirms(page, ISSUED);
  const papers = async (name) => {
    await page.goto(waiting[name]);
    return textOf(page.locator("main"));
  };
  assert.match(await papers(first.name), /XD7700000/);
  // A mistake: all of it is taken back, papers too, and written again.
  await page.goto("/queues");
  await page.getByRole("button", { name: /^Undo: .*Emergency travel document/ }).click();
  await page.getByText(`Put back for ${ISSUED} people.`).waitFor({ timeout: 60_000 });
  assert.doesNotMatch(await papers(everybody[9].name), /XD77\d{5} – with the person/);
  await page.goto("/queues/R04?mission=PHL");
  await page.locator("input#numbers").setInputFiles({ name: "numbers.xlsx", mimeType: "application/octet-stream", buffer: xlsx(numbers) });
  for (const one of everybody.slice(0, ISSUED)) await page.locator("ul.today li", { hasText: one.name }).locator("input[type='checkbox']").check();
  await writes(page, ISSUED);
  await confirms(page, ISSUED);

  // The roll: fifty with their new documents, one with the passport's number; the two others with why.
  await page.goto("/rolls/PHL");
  await looksRight(page);
  const drafted = await page.locator("table.roll tbody tr").evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent.trim())));
  const names = drafted.map((row) => row[1]);
  assert.equal(everybody.slice(0, ISSUED).filter((one) => names.includes(one.name)).length, ISSUED);
  assert.ok(!names.includes(AFRAID.name) && !names.includes(SAYS_NO.name));
  await page.goto("/rolls/PHL?why=declined");
  assert.match(await textOf(page.locator(".absent")), new RegExp(SAYS_NO.name));
  await page.goto("/rolls/PHL?why=safety-not-clear");
  assert.match(await textOf(page.locator(".absent")), new RegExp(AFRAID.name));
  await page.locator("#mission").fill("Embassy of the Philippines, Phnom Penh (invented)");
  await led(page, () => page.locator("form.seal button").click());
  const table = readCsv((await taken(page, "button[value='csv']")).toString("utf8"));
  assert.ok(table.some((row) => row.includes(first.name) && row.includes("XD7700000")), "with the number of the new document");
  assert.ok(!table.flat().includes(AFRAID.name));
  await led(page, () => page.locator("form[action$='/send'] button").click());
  assert.match(await textOf(page.locator(".notice-good")), /Noted as sent/);

  const answer = [["No", "Name", "Result"], ...drafted.map((row, at) => [row[0], row[1], at === 0 ? "refused" : "approved"])];
  await page.locator("#file").setInputFiles({ name: "answer.xlsx", mimeType: "application/octet-stream", buffer: xlsx(answer) });
  await led(page, () => page.locator("form[action$='/look'] button").click());
  await led(page, () => page.locator("form[action$='/note'] button").click());
  assert.match(await textOf(page.locator(".notice-good")), new RegExp(`${drafted.length} decisions were noted`));
  await page.goto(`${waiting[names[1]]}/plan`);
  assert.match(await textOf(page.locator("#step-R07 .step-state")), /Done/);
  const telling = addresses.filter((address) => everybody.some((one) => address.includes(one.name.split(" ")[1])));
  assert.deepEqual(telling, [], "no address names anybody");
});

/** What a program that signed in as the consular officer is told. */
async function told(token, path, body) {
  const answer = await fetch(`${house.address}/api/v1${path}`, {
    method: body ? "POST" : "GET",
    headers: { "Content-Type": "application/json", ...(token && { Authorization: `Bearer ${token}` }) },
    body: body && JSON.stringify(body),
  });
  return { status: answer.status, text: await answer.text() };
}

house.story("who fears their own state is shown to its consular officer by no path", async () => {
  const NAME = "Takut Rahasia Invented";
  const PASSPORT = "ZZ7790909";
  const worker = await house.signedIn("caseworker", LAPTOP);
  const { code, path } = await register(worker, { name: NAME, nationality: "Indonesia", age: "30" });
  await worker.goto(`${path}/plan`);
  await agrees(worker, "the mission");
  await checkedSafe(worker, "fears-own-state");

  // A caseworker who overlooks it all, in good faith: the server sends nothing to the mission.
  await worker.goto(`${path}/refer`);
  await worker.locator("#service").selectOption("travel-document");
  await worker.locator("#to").selectOption({ label: "Mission" });
  for (const item of ["code", "names", "nationality"]) await worker.locator(`input[name='item'][value='${item}']`).check();
  await worker.locator("input[name='safe']").check();
  await worker.locator("input[name='agrees'][value='yes']").check({ force: true });
  await worker.locator("input[name='given'][value='spoken']").check({ force: true });
  await led(worker, () => worker.locator("main form button.primary").click());
  assert.match(await textOf(worker.locator("main")), /in danger when a state learns of them\. Nothing was sent/);
  await worker.goto("/rolls/IDN?why=warned");
  assert.match(await textOf(worker.locator(".absent")), new RegExp(NAME), "her own caseworker reads why she is on no roll");

  const page = await house.signedIn("consular-officer", LAPTOP);
  await page.waitForURL((url) => url.pathname !== "/opening");
  const digits = code.replace(/\D/g, "");
  const silent = (text, where) => {
    for (const word of [NAME, "Rahasia", PASSPORT, code, digits]) assert.ok(!text.includes(word), `${where} shows ${word}`);
  };
  const pages = ["/today", "/queues", "/queues?by=mission", "/rolls", "/rolls/IDN", "/people", "/calendar", "/alerts", "/referrals", "/lists/look", "/missions/IDN"];
  for (const step of ["R00", "R01", "R02", "R03", "R04", "R06", "R07"]) pages.push(`/queues/${step}`, `/queues/${step}?mission=IDN`);
  for (const why of ["warned", "safety-not-clear", "safety-not-checked"]) pages.push(`/rolls/IDN?why=${why}`);
  for (const one of pages) {
    const answer = await page.goto(one);
    assert.equal(answer.status(), 200, one);
    silent(await page.content(), one);
  }
  for (const words of [NAME, "Rahasia", code, digits]) {
    await page.goto("/people");
    await page.locator("#find").fill(words);
    await page.locator("form[role='search'] button.primary").click();
    await page.locator("#rows:not([aria-busy])").waitFor();
    assert.equal(await page.locator("tr[data-row]", { hasText: NAME }).count(), 0, `a search for ${words}`);
  }
  assert.equal((await page.goto(`${path}/plan`)).status(), 404, "the address of her case means nothing here");
  const { name, passphrase } = house.member("consular-officer");
  const entered = await told(null, "/sign-in", { name, passphrase, code: house.nextCode("consular-officer") });
  const { token } = JSON.parse(entered.text);
  for (const find of [NAME, code, "Rahasia"]) {
    const found = await told(token, "/people/search", { find });
    assert.equal(found.status, 200);
    silent(found.text.replaceAll(JSON.stringify(find), ""), `the search of a program for ${find}`);
  }
});

for (const [name, device] of [["phone", PHONE], ["laptop", LAPTOP]]) {
  house.story(`the pages of a consular officer fit on a ${name}`, async () => {
    const page = await house.signedIn("consular-officer", device);
    await page.waitForURL((url) => url.pathname !== "/opening");
    for (const path of ["/today", "/queues", "/queues?by=mission", "/queues/R00", "/queues/R02", "/queues/R04", "/rolls", "/rolls/IDN", "/calendar", "/missions/IDN"]) {
      await page.goto(path);
      await page.locator("h1").waitFor();
      await looksRight(page);
    }
  });
}
