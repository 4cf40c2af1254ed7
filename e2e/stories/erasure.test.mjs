// Somebody asks to be forgotten: two members of the team erase them, and nothing of them is left where the program
// reaches, in no page, no file and no memory.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { register } from "../arrival.mjs";
import { axe, everyWordIsThere, fitsAcross, textOf } from "../checks.mjs";
import { LAPTOP, openHouse, PHONE } from "../harness.mjs";
import { inFiles, inMemory, traces } from "../seizure.mjs";

// A name that stands nowhere else, so that every place where it is left is found.
const NAME = "Wqzjkxvb";
const folder = mkdtempSync(join(tmpdir(), "erasure-"));
after(() => rmSync(folder, { recursive: true }));
const house = openHouse("--keep", join(folder, "registry"));

async function looksRight(page) {
  await fitsAcross(page);
  await everyWordIsThere(page);
  await axe(page);
}

house.story("one asks, another confirms, and the sheet says what is gone and what is out of reach", async () => {
  const caseworker = await house.signedIn("caseworker", LAPTOP);
  const { path, code } = await register(caseworker, { name: `${NAME} Invented`, place: "Kampot", contact: "+855 00 777 123" });
  await refer(caseworker, path);
  const consul = await house.signedIn("consular-officer", LAPTOP);
  await consul.goto("/referrals");
  await consul.locator("ul.referrals li", { hasText: NAME }).locator("a").click();
  await consul.locator("#outcome").waitFor();
  const theirs = consul.url();
  assert.ok(remembered() !== 0, "while it is shown, memory holds the name");

  await caseworker.goto(`${path}/erase`);
  await looksRight(caseworker);
  await caseworker.locator("main form button.primary").click();
  await caseworker.locator("#ground-error").waitFor();
  await caseworker.locator("#ground").selectOption("person");
  await caseworker.locator("#words").fill("Asked for it at the desk.");
  await caseworker.locator("main form button.primary").click();
  await caseworker.locator(".notice-good").waitFor();
  await looksRight(caseworker);
  await caseworker.goto(`${path}/erase`);
  assert.equal(await caseworker.locator("form[action$='/confirm']").count(), 0, "nobody erases alone");

  const officer = await house.signedIn("protection-officer", PHONE);
  await officer.goto("/alerts");
  await officer.locator("ul.alerts li", { hasText: "asked for a person to be erased" }).locator("a").click();
  assert.match(await textOf(officer.locator("blockquote")), /Asked for it at the desk/);
  await looksRight(officer);
  await officer.locator("main form button.primary").click();
  await officer.locator("#sure-error").waitFor();
  await officer.locator("#sure").check();
  await officer.locator("form[action$='/confirm'] button.primary").click();
  const sheet = await textOf(officer.locator("main"));
  assert.ok(sheet.includes(code), "the person knows the number on the card");
  assert.match(sheet, /Mission/);
  assert.ok(!sheet.includes(NAME));
  await looksRight(officer);

  assert.equal((await caseworker.goto(path)).status(), 404);
  assert.equal((await consul.goto(theirs)).status(), 404);
  for (const [page, place] of [[caseworker, "/people"], [consul, "/people"], [consul, "/referrals"]]) {
    await page.goto(place);
    assert.ok(!(await textOf(page.locator("main"))).includes(NAME), place);
  }
  await caseworker.goto("/erasure");
  assert.ok((await textOf(caseworker.locator("main"))).includes(code), "that it happened is on record");
  await looksRight(caseworker);
  assert.deepEqual(inFiles(folder, traces(NAME)), [], "in no file");
  await forgotten();
});

async function refer(page, path) {
  await page.goto(`${path}/refer`);
  await page.locator("#service").selectOption("travel-document");
  await page.locator("#to").selectOption({ label: "Mission" });
  for (const item of ["code", "names"]) await page.locator(`input[name='item'][value='${item}']`).check();
  await page.locator("input[name='safe']").check();
  await page.locator("input[name='agrees'][value='yes']").check({ force: true });
  await page.locator("input[name='given'][value='spoken']").check({ force: true });
  await page.locator("main form button.primary").click();
  await page.locator(".notice-good").waitFor();
}

/** How often the name lies in the server's memory; undefined where the system lets nobody look. */
function remembered() {
  if (process.getuid() === 0) return inMemory(house.pid, traces(NAME)).length;
  assert.throws(() => inMemory(house.pid, traces(NAME)), /EACCES|EPERM/, "another program of the same user cannot read it");
}

/** Threads that were under way end within moments; then the name is nowhere. */
async function forgotten() {
  const until = performance.now() + 2_000;
  while (remembered() && performance.now() < until) await new Promise(setImmediate);
  if (process.getuid() === 0) assert.deepEqual(inMemory(house.pid, traces(NAME)), [], "in memory");
}
