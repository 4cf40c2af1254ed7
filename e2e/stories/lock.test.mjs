// When somebody is at the door: everything closes within a second, for everybody.

import assert from "node:assert/strict";
import { axe, counts, fitsAcross, textOf } from "../checks.mjs";
import { openCase } from "../desk.mjs";
import { openHouse, PHONE } from "../harness.mjs";

const house = openHouse();
const HANNA = "ሐና ተስፋዬ";
const ANYTHING = /ሐና|Hanna|registry|people|case|safeconduct/i;

for (const [way, device, lock] of [
  ["the button", PHONE, (page) => page.locator("form.lock button").click({ noWaitAfter: true })],
  ["Escape, three times", undefined, escapeThrice],
]) {
  house.story(`${way} closes everything within a second, in every other place too`, async () => {
    const elsewhere = await house.signedIn("protection-officer");
    await openCase(elsewhere, HANNA);
    const page = await house.signedIn("caseworker", device);
    await openCase(page, HANNA);

    const began = performance.now();
    await lock(page);
    await page.waitForFunction(() => document.title === "Page");
    const took = performance.now() - began;
    assert.ok(took < 1000, `it took ${Math.round(took)} ms`);
    assert.doesNotMatch(await page.content(), ANYTHING);

    await elsewhere.reload();
    assert.doesNotMatch(await elsewhere.content(), /ሐና/);
    assert.equal(await elsewhere.locator("form[action='/sign-out']").count(), 0);

    await page.goBack();
    await page.waitForLoadState("load");
    assert.doesNotMatch(await page.content(), /ሐና/, "the way back leads nowhere");
    const answer = await page.goto("/people");
    assert.equal(new URL(page.url()).pathname, "/sign-in");
    assert.ok(!(await answer.text()).includes("data-row"));
  });
}

async function escapeThrice(page) {
  for (let presses = 0; presses < 3; presses++) await page.keyboard.press("Escape");
}

house.story("after a lock one signs in again and goes on", async () => {
  const page = await house.signedIn("caseworker");
  await page.locator("form.lock button").click();
  await page.waitForFunction(() => document.title === "Page");
  await house.signIn(page, "caseworker");
  await openCase(page, HANNA);
});

house.story("Escape pressed once or twice locks nothing", async () => {
  const page = await house.signedIn("caseworker");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await openCase(page, HANNA);
});

house.story("sec13: a sign-in somewhere else is seen and ended", async () => {
  const lost = await house.visit(PHONE);
  await house.signIn(lost, "consular-officer");
  const page = await house.visit();
  await house.signIn(page, "consular-officer");
  await page.goto("/sessions");
  await axe(page);
  await counts(page.locator("ul.entries li"), 2);
  await page.locator("form[action='/sessions/end'] button").click();
  await page.locator("form[action='/sessions/end']").waitFor({ state: "detached" });
  await lost.goto("/people");
  assert.equal(new URL(lost.url()).pathname, "/sign-in", "the other sign-in has ended");
  await page.goto("/people");
  assert.equal(new URL(page.url()).pathname, "/people", "this one goes on");
});

house.story("signing out leaves nothing behind, also on the way back", async () => {
  const page = await house.signedIn("caseworker", PHONE);
  await openCase(page, HANNA);
  await page.locator("header details.menu summary").last().click();
  await fitsAcross(page);
  await axe(page);
  await page.locator("form[action='/sign-out'] button").click();
  await page.locator("form[action='/sign-in']").first().waitFor({ state: "attached" });
  await page.goBack();
  await page.waitForLoadState("load");
  assert.doesNotMatch(await textOf(page.locator("body")), /ሐና/);
});
