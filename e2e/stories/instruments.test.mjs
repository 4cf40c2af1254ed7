// An organisation brings its own questions as an XLSForm, and people are heard by them beside the guide.

import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { register } from "../arrival.mjs";
import { axe, everyWordIsThere, fitsAcross, textOf } from "../checks.mjs";
import { LAPTOP, openHouse, PHONE } from "../harness.mjs";
import { led } from "../keyboard.mjs";

const house = openHouse();
const file = (name) => fileURLToPath(new URL(`../../crates/screening/tests/files/${name}`, import.meta.url));

async function looksRight(page) {
  await fitsAcross(page);
  await everyWordIsThere(page);
  await axe(page);
}

house.story("a form that is not understood is refused row by row, one that is understood is asked", async () => {
  const officer = await house.signedIn("protection-officer", LAPTOP);
  await officer.goto("/instruments");
  await looksRight(officer);
  assert.match(await textOf(officer.locator("main")), /There is none yet.*Reviewed by nobody yet/);
  const bring = async (name) => {
    await officer.locator("#file").setInputFiles(file(name));
    await led(officer, () => officer.getByRole("button", { name: "Look it through and keep it" }).click());
  };
  await bring("not understood.xlsx");
  assert.match(await textOf(officer.locator(".notice-bad")), /Nothing was kept.*survey, row \d+/);
  await bring("labour inspection.xlsx");
  assert.match(await textOf(officer.locator(".notice-good")), /It is kept/);
  await looksRight(officer);

  const page = await house.signedIn("caseworker", PHONE);
  await page.goto("/instruments");
  assert.equal(await page.locator("#file").count(), 0, "a caseworker brings none");
  const { path } = await register(page, { name: "Asked Invented" });
  await page.goto(`${path}/heard`);
  await led(page, () => page.locator("main a[href*='/hear?form=1']").first().click());
  await looksRight(page);
  const asked = await textOf(page.locator("h1"));
  await led(page, () => page.locator("button[value='does-not-know']").click());
  assert.match(page.url(), /form=1/, "the next question is of the same instrument");
  assert.notEqual(await textOf(page.locator("h1")), asked);
  await page.goto(`${path}/heard`);
  assert.match(await textOf(page.locator("main")), /Does not know/);
});
