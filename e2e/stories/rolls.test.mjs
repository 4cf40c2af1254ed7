// A mission's roll: who can be on it and why others are missing, sealed, sent, and its answer read back into the plans.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { axe, everyWordIsThere, fitsAcross, rememberAddresses, textOf } from "../checks.mjs";
import { LAPTOP, openHouse, PHONE } from "../harness.mjs";
import { led, press } from "../keyboard.mjs";
import { agrees, noted as notes, state } from "../plan.mjs";
import { xlsx } from "../spreadsheet.mjs";

const house = openHouse();

async function looksRight(page) {
  await fitsAcross(page);
  await everyWordIsThere(page);
  await axe(page);
}

/** What a button gives to keep. */
async function taken(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(button).click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** The rows of the page's table, cell by cell. */
async function rows(page) {
  return page.locator("table.roll tbody tr").evaluateAll((all) =>
    all.map((row) => [...row.children].map((cell) => cell.textContent.trim())),
  );
}

house.story("a Ugandan, whose state has no mission here, is rolled, and with the answer on the plan comes as far as a ticket", async () => {
  const page = await house.signedIn("caseworker", LAPTOP);
  const addresses = rememberAddresses(page);
  await page.goto("/rolls");
  await looksRight(page);
  await press(page, "a[href='/rolls/UGA']");
  assert.match(await textOf(page.locator(".lead")), /elsewhere.*Kuala Lumpur/);
  await looksRight(page);
  const drafted = await rows(page);
  assert.ok(drafted.length >= 4, "several are ready");
  assert.match(await textOf(page.locator(".whys")), /No safety check/);

  await page.locator("#mission").fill("High Commission of Uganda, Kuala Lumpur (invented)");
  await press(page, "form.seal button");
  assert.match(await textOf(page.locator(".notice-good")), /Sealed, with \d+ people/);
  await looksRight(page);
  const table = await taken(page, "button[value='csv']");
  assert.equal(table.name, "roll.csv", "the name of the file says nothing");
  const said = table.bytes.toString("utf8");
  for (const [number, name] of drafted) assert.ok(said.includes(`\r\n${number},${name},`), name);
  const pdf = await taken(page, "button[value='pdf']");
  assert.equal(pdf.bytes.subarray(0, 5).toString("latin1"), "%PDF-");
  const sheet = await taken(page, "button[value='xlsx']");
  assert.equal(sheet.bytes.subarray(0, 2).toString("latin1"), "PK");

  await press(page, "form[action$='/send'] button");
  assert.match(await textOf(page.locator(".notice-good")), /Noted as sent/);
  await looksRight(page);

  // The ministry answers in an order of its own, and adds somebody whom nobody asked for.
  const [first, second, third] = drafted;
  const answered = [
    ["Decision", "Remarks", "Passport", "Name"],
    ["APPROVED", "", first[3], first[1].toUpperCase()],
    ["not approved", "no file", second[3], second[1]],
    ["not found", "", third[3], third[1]],
    ["approved", "", "ZZ0000000", "Nobody Invented"],
  ];
  const file = { name: "answer.xlsx", mimeType: "application/octet-stream", buffer: xlsx(answered) };
  await page.locator("#file").setInputFiles(file);
  await led(page, () => page.locator("form[action$='/look'] button").click());
  const seen = await textOf(page.locator("main"));
  assert.match(seen, /approved 1/);
  assert.match(seen, /refused 1/);
  assert.match(seen, /not found 1/);
  assert.match(seen, /nobody|no line of this roll/);
  await looksRight(page);
  await page.locator("[id^='decision-']").selectOption("");
  await led(page, () => page.locator("form[action$='/note'] button").click());
  assert.match(await textOf(page.locator(".notice-good")), /3 decisions were noted/);
  const noted = Object.fromEntries((await rows(page)).map((row) => [row[1], row[7]]));
  assert.deepEqual([noted[first[1]], noted[second[1]], noted[third[1]]], ["approved", "refused", "not found"]);
  await looksRight(page);

  await page.locator("#file").setInputFiles(file);
  await led(page, () => page.locator("form[action$='/look'] button").click());
  assert.match(await textOf(page.locator("main")), /noted before 3/, "the same answer again is nothing new");

  // Whoever was approved is not asked for again; the case says why.
  await page.goto("/rolls/UGA?why=already-waived");
  assert.match(await textOf(page.locator(".absent")), new RegExp(`${first[1]}.*The fine is waived already`));
  const plan = await page.locator(".absent .rolls > li > a").first().getAttribute("href");
  await page.goto(plan.replace(/\/plan$/, ""));
  assert.match(await textOf(page.locator("main")), /Fine waived by the mission’s list: Done/);

  // Routed and rolled; now the document from Kuala Lumpur, the exit visa, money, and a seat that takes the document.
  await page.goto(plan);
  assert.match(await state(page, "R14"), /Waits/);
  await notes(page, "R04", "done");
  await notes(page, "R09", "done");
  assert.match(await textOf(page.locator("#step-R11")), /not asked whether a fund may be told/);
  await agrees(page, "a fund");
  await notes(page, "R11", "done");
  await notes(page, "R13", "done");
  assert.match(await state(page, "R14"), /Can be begun/);
  await notes(page, "R14", "done");
  assert.match(await state(page, "R14"), /Done \d{4}/);
  assert.match(await textOf(page.locator(".plan-next")), /Exit interview at immigration/);
  await looksRight(page);
  const telling = addresses.filter((address) => drafted.some(([, name]) => address.includes(name.split(" ")[0])));
  assert.deepEqual(telling, []);
});

house.story("whoever fears their own state is on no roll, and a version that names them is not sent", async () => {
  const page = await house.signedIn("caseworker", PHONE);
  await page.goto("/rolls/UGA?why=warned");
  await looksRight(page);
  const names = await page.locator(".absent .rolls > li > a > bdi").allInnerTexts();
  assert.ok(names.length > 0, "somebody fears");
  assert.match(await textOf(page.locator(".absent")), /Fears the own state: on no roll/);
  const drafted = (await rows(page)).map((row) => row[1]);
  assert.ok(names.every((name) => !drafted.includes(name)));
  await page.locator("#mission").fill("High Commission of Uganda (invented)");
  await led(page, () => page.locator("form.seal button").click());
  for (const kind of ["csv", "xlsx", "pdf"]) {
    const { bytes } = await taken(page, `button[value='${kind}']`);
    assert.ok(names.every((name) => !bytes.toString("utf8").includes(name)), kind);
  }
});

house.story("without scripts a roll is drafted and sealed all the same", async () => {
  const page = await house.signedIn("caseworker", LAPTOP, { javaScriptEnabled: false });
  await page.goto("/rolls/UGA");
  const ready = (await page.locator("table.roll tbody tr").count());
  await page.locator("#mission").fill("High Commission of Uganda (invented)");
  await led(page, () => page.locator("form.seal button").click());
  assert.equal(await page.locator("table.roll tbody tr").count(), ready);
});

house.story("a long list of those who are missing is read part by part, with keys alone and without scripts", async () => {
  const { name, passphrase } = house.member("caseworker");
  const ask = async (path, key, body, kind = "application/json") => {
    const headers = { "Content-Type": kind, ...(key && { Authorization: `Bearer ${key}` }) };
    const answer = await fetch(`${house.address}/api/v1${path}`, { method: body ? "POST" : "GET", headers, body });
    return answer.json();
  };
  const said = JSON.stringify({ name, passphrase, code: house.nextCode("caseworker") });
  const { token } = await ask("/sign-in", undefined, said);
  const rows = Array.from({ length: 203 }, (_, at) => `Long${String(at + 1).padStart(3, "0")} Invented;F;30;Lesotho`);
  const list = ["Name;Sex;Age;Nationality", ...rows].join("\r\n");
  let state = await ask("/lists?sender=Lesotho", token, list, "application/octet-stream");
  while (state.state === "running") state = await ask(`/lists/${state.id}`, token);
  assert.equal(state.counts.registered, 203);

  const page = await house.signedIn("caseworker", PHONE);
  const shown = () => page.locator(".absent .rolls > li > a > bdi").allInnerTexts();
  await page.goto("/rolls/LSO?why=no-entry#missing");
  assert.equal((await shown()).length, 200);
  await looksRight(page);
  const link = page.locator("#missing nav.paging a");
  assert.equal(await link.count(), 1, "the first part leads on and not back");
  await link.focus();
  await led(page, () => page.keyboard.press("Enter"));
  assert.deepEqual(await shown(), [201, 202, 203].map((number) => `Long${number} Invented`));
  assert.match(page.url(), /\?left=2&why=no-entry#missing$/);
  await looksRight(page);

  const plain = await house.signedIn("caseworker", LAPTOP, { javaScriptEnabled: false });
  await plain.goto("/rolls/LSO?left=2");
  await led(plain, () => plain.locator("#missing nav.paging a").click());
  assert.equal(await plain.locator(".absent .rolls > li").count(), 200);
});
