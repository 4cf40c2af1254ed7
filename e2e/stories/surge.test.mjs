// Many wait to be heard at once: several take the next person, and nobody is asked twice.

import assert from "node:assert/strict";
import { axe, everyWordIsThere, fitsAcross, textOf } from "../checks.mjs";
import { LAPTOP, openHouse, PHONE } from "../harness.mjs";
import { led } from "../keyboard.mjs";

const house = openHouse();

async function count(page, name) {
  const words = await textOf(page.locator(".queue-counts div", { hasText: name }).locator("dd"));
  return Number(words.replace(/\D/g, ""));
}

const take = (page) => led(page, () => page.getByRole("button", { name: "Take the next person" }).click());

house.story("two who take the next person at once take two people, and nobody hears another's", async () => {
  const caseworker = await house.signedIn("caseworker", PHONE);
  const officer = await house.signedIn("protection-officer", LAPTOP, { javaScriptEnabled: false });
  await caseworker.goto("/now");
  await led(caseworker, () => caseworker.getByRole("link", { name: "Who waits to be heard" }).click());
  for (const check of [fitsAcross, everyWordIsThere, axe]) await check(caseworker);
  const waited = await count(caseworker, "waiting");
  await officer.goto("/hearings");
  await Promise.all([take(caseworker), take(officer)]);
  const code = (page) => textOf(page.locator(".case-code .code"));
  const [theirs, hers] = [await code(caseworker), await code(officer)];
  assert.notEqual(theirs, hers);

  await officer.goto("/people");
  await officer.locator("#find").fill(theirs);
  await led(officer, () => officer.locator("#find").press("Enter"));
  await led(officer, () => officer.locator("tr[data-row] a").first().click());
  await led(officer, () => officer.getByRole("link", { name: "Begin the hearing" }).click());
  assert.match(await textOf(officer.locator("main")), /A colleague is hearing this person/);

  for (let asked = 0; asked < 40 && new URL(caseworker.url()).pathname.endsWith("/hear"); asked++) {
    const begins = /May we begin/.test(await textOf(caseworker.locator("h1")));
    await led(caseworker, () => caseworker.locator(`button[value='${begins ? "yes" : "rather-not"}']`).click());
  }
  assert.match(caseworker.url(), /\/heard$/);
  await led(caseworker, () => caseworker.getByRole("button", { name: "Take the next person" }).click());
  assert.ok(![theirs, hers].includes(await code(caseworker)), "somebody whom nobody has heard");
  await caseworker.goto("/hearings");
  assert.equal(await count(caseworker, "waiting"), waited - 3);
  assert.equal(await count(caseworker, "heard today") >= 1, true);
  assert.match(await textOf(caseworker.locator("main")), /had the first screening only/);
});
