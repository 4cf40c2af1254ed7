// Letters for many people at once: who is found, which letter, how far it is, who got none and why; all to print.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { register } from "../arrival.mjs";
import { axe, everyWordIsThere, fitsAcross, textOf } from "../checks.mjs";
import { LAPTOP, openHouse, PHONE } from "../harness.mjs";
import { led, press, tick, type } from "../keyboard.mjs";

const house = openHouse();

async function looksRight(page) {
  await fitsAcross(page);
  await everyWordIsThere(page);
  await axe(page);
}

/** Somebody whose answers carry a presumption, or nobody asked yet. */
async function somebody(page, name, place, isHeard) {
  const { code, path } = await register(page, { name, place });
  for (const [question, said] of isHeard ? [[23, "no"], [31, "no"], [34, "yes"]] : []) {
    await page.goto(`${path}/hear?question=${question}`);
    await led(page, () => page.locator(`button[name='answer'][value='${said}']`).click());
  }
  return code;
}

/** Only those in this place are on the page. */
async function narrowTo(page, place) {
  await page.goto("/people");
  await type(page, "#find", place);
  await page.locator("#rows:not([aria-busy]) tr[data-row]", { hasText: place }).first().waitFor();
  await page.waitForFunction((wanted) => [...document.querySelectorAll("td.place")].every((one) => one.textContent === wanted), place);
}

const BEGIN = "button[formaction='/letters/batch']";

async function fillIn(page) {
  await type(page, "#recipient", "Office of immigration (invented)");
  await type(page, "#place", "Phnom Penh");
  await type(page, "#signatory", "Sok Invented");
}

async function downloaded(page, format) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(`button[value='${format}']`).click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

house.story("those who are found get a letter each, and who cannot be written for is shown with the reason", async () => {
  const page = await house.signedIn("caseworker", LAPTOP);
  const heard = [await somebody(page, "Batch One Invented", "Lettertown", true), await somebody(page, "Batch Two Invented", "Lettertown", true)];
  const unheard = await somebody(page, "Batch Three Invented", "Lettertown", false);
  await narrowTo(page, "Lettertown");
  await press(page, BEGIN);
  assert.match(await textOf(page.locator("main")), /For 3 people/);
  await looksRight(page);
  await press(page, "a[href$='?form=presumption']");
  await looksRight(page);
  await press(page, "main form button.primary");
  assert.match(await textOf(page.locator(".notice-bad")), /Who signs the letter is needed/);
  await looksRight(page);
  await fillIn(page);
  await press(page, "main form button.primary");
  await page.getByText("2 letters were written.").waitFor();
  await looksRight(page);
  const not = page.locator("ul.not-written li");
  assert.equal(await not.count(), 1);
  assert.match(await textOf(not), new RegExp(`${unheard}.*Go on with the hearing`));
  const shown = await textOf(page.locator("ul.entries"));
  for (const code of heard) assert.ok(shown.includes(code), code);

  const pdf = await downloaded(page, "pdf");
  assert.equal(pdf.name, "letters.pdf");
  assert.equal(pdf.bytes.subarray(0, 5).toString("latin1"), "%PDF-");
  const zip = await downloaded(page, "zip");
  assert.equal(zip.name, "letters.zip");
  const names = [...zip.bytes.toString("latin1").matchAll(/PK\x01\x02[^]{42}(\d{9}\.pdf)/g)].map((found) => found[1]);
  assert.deepEqual(names.sort(), heard.map((code) => `${code.replaceAll(" ", "")}.pdf`).sort(), "nothing but the code");

  const code = (await textOf(page.locator("ul.entries li").first())).match(/Code of the letter (\d{3} \d{3} \d{3})/)[1];
  const stranger = await house.visit(PHONE);
  await stranger.goto("/check");
  await stranger.locator("#code").fill(code);
  await press(stranger, "main form button.primary");
  assert.match(await textOf(stranger.locator("main")), /This letter is genuine/);

  await page.goto("/people");
  await press(page, "footer a[href='/letters/batch']");
  assert.match(await textOf(page.locator("main")), /2 written, of 3/, "it is found again until one signs out");
  await looksRight(page);
});

house.story("it works on a phone without a script, from the report of a list", async () => {
  const page = await house.signedIn("caseworker", PHONE, { javaScriptEnabled: false });
  await page.goto("/lists");
  const rows = ["Name;Sex;Nationality", "Listed One Invented;F;Ethiopia", "Listed Two Invented;M;Kenya"];
  await page.locator("input#file").setInputFiles({ name: "list.csv", mimeType: "text/csv", buffer: Buffer.from(rows.join("\r\n")) });
  await led(page, () => page.locator("form[enctype] button.primary").click());
  await led(page, () => page.locator("form[action$='/columns'] button.primary").click());
  await led(page, () => page.locator("form[action$='/register'] button").click());
  await page.locator("table.report").waitFor({ timeout: 60_000 });
  await led(page, () => page.locator("form[action='/letters/batch'] button").click());
  assert.match(await textOf(page.locator("main")), /For 2 people/);
  await led(page, () => page.locator("a[href$='?form=mission-request']").click());
  await fitsAcross(page);
  await page.locator("#recipient").fill("Embassy (invented)");
  await page.locator("#place").fill("Phnom Penh");
  await page.locator("#signatory").fill("Sok Invented");
  await led(page, () => page.locator("main form button.primary").click());
  assert.match(await textOf(page.locator(".notice-bad")), /Choose the state/);
  await page.locator("#mission_of").selectOption("ETH");
  await led(page, () => page.locator("main form button.primary").click());
  await page.getByText("No letter was written.").waitFor({ timeout: 30_000 });
  const not = await page.locator("ul.not-written li").allInnerTexts();
  assert.equal(not.length, 2);
  assert.ok(not.every((one) => /consent/.test(one)), "nobody agreed to it yet");
  assert.equal(not.filter((one) => /no national of the state/.test(one)).length, 1);
  await fitsAcross(page);
});

house.story("a letter to a clinic rests on each one's consent, and nobody else comes to it", async () => {
  const page = await house.signedIn("caseworker", LAPTOP);
  await somebody(page, "Clinic One Invented", "Clinictown", false);
  await narrowTo(page, "Clinictown");
  await press(page, BEGIN);
  const address = new URL(page.url()).pathname;
  await press(page, "a[href$='?form=medical-referral']");
  assert.equal(await page.locator("#agreed, input[name='agreed']").count(), 0, "nobody ticks it for others");
  await type(page, "#care_wanted", "General examination");
  await tick(page, "input[name='interpreter']");
  await fillIn(page);
  await press(page, "main form button.primary");
  await page.getByText("No letter was written.").waitFor();
  assert.match(await textOf(page.locator("ul.not-written")), /No consent on record/);
  const other = await house.signedIn("protection-officer", LAPTOP);
  await other.goto(address);
  assert.ok(!(await textOf(other.locator("main"))).includes("Clinictown"));
  assert.equal(await other.locator("ul.not-written").count(), 0, "a batch is seen by whoever began it alone");
});
