// Who can help: found on a phone with nothing but keys, checked and corrected; a known trap met in disguise.

import assert from "node:assert/strict";
import { axe, everyWordIsThere, fitsAcross, rememberAddresses, textOf } from "../checks.mjs";
import { LAPTOP, openHouse, PHONE } from "../harness.mjs";
import { press, tick, type } from "../keyboard.mjs";

const house = openHouse();

/** What every page of the directory must be. */
async function isGood(page) {
  await fitsAcross(page);
  await everyWordIsThere(page);
  await axe(page);
}

house.story("an outreach worker looks for a shelter on a phone, and is told whom to ask", async () => {
  const page = await house.signedIn("outreach", PHONE);
  await page.goto("/services");
  await isGood(page);
  await page.locator("#service").selectOption("shelter");
  await press(page, ".filter-act button");
  await page.locator("h2", { hasText: "organisations to ask" }).waitFor();
  const all = await textOf(page.locator("main"));
  assert.match(all, /Caritas Cambodia/);
  assert.match(all, /River House .*works on this server/);
  assert.doesNotMatch(all, /LICADHO/, "what is known to give something else is left out");
  await page.locator("a", { hasText: "Caritas Cambodia" }).click();
  assert.match(await textOf(page.locator(".fresh")), /Not checked for \d+ days/);
  assert.equal(await page.locator("form[action$='/checked'], a[href$='/correct']").count(), 0);
  await isGood(page);
});

house.story("a caseworker adds a safe house by keyboard, without its street, and checks it", async () => {
  const page = await house.signedIn("caseworker", PHONE);
  await page.goto("/services/new");
  await isGood(page);
  await type(page, "#name", "Hill House (invented)");
  await page.locator("#kind").selectOption("safe-house");
  await tick(page, "input[name='services'][value='shelter']");
  await type(page, "#area", "Street 63");
  await press(page, "form.stack button.primary");
  assert.match(await textOf(page.locator("#area-error")), /This shows a street/);
  assert.equal(await page.locator("#name").inputValue(), "Hill House (invented)", "nothing that was typed is lost");
  await isGood(page);
  await page.locator("#area").fill("Kampot");
  await press(page, "form.stack button.primary");
  await page.locator(".fresh").waitFor();
  assert.match(await textOf(page.locator("h1")), /Hill House/);
  await press(page, "form[action$='/checked'] button");
  assert.match(await textOf(page.locator(".fresh")), /Checked today by sokha/);
  await press(page, "form[action$='/not-answering'] button");
  assert.match(await textOf(page.locator(".fresh")), /Not answering, says sokha today/);
  const history = await textOf(page.locator(".history"));
  assert.match(history, /found nobody answering.*checked it.*added it/);
  await isGood(page);
});

house.story("a known trap is met in disguise without a script, and what was typed is in no address", async () => {
  const page = await house.signedIn("outreach", PHONE, { javaScriptEnabled: false });
  const addresses = rememberAddresses(page);
  await page.goto("/warnings");
  await page.locator("#text").fill("https://t.me/Examp1e-Exit.Visa_Desk");
  await page.locator("form[action='/warnings/search'] button").click();
  assert.match(await textOf(page.locator("#found")), /Looks the same as: @example_exit_visa_desk/);
  assert.ok(addresses.every((address) => !/Examp1e/i.test(address)));
});

house.story("an administrator links an organisation to a team, and the team stands there once", async () => {
  const page = await house.signedIn("administrator", LAPTOP);
  await page.goto("/services/caritas-cambodia");
  await isGood(page);
  await page.locator("#team").selectOption({ label: "River House" });
  await press(page, "form[action$='/team'] button");
  assert.match(await textOf(page.locator("main")), /works on this server as River House/);
  await page.goto("/services");
  assert.equal(await page.locator(".organisation h3", { hasText: "River House" }).count(), 0);
});

house.story("on paper the directory is a list without forms", async () => {
  const page = await house.signedIn("caseworker", LAPTOP);
  await page.goto("/services");
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator("main form:visible, main button:visible, header .frame:visible").count(), 0);
  assert.match(await textOf(page.locator(".on-paper")), /Nobody's name belongs on this paper/);
});
