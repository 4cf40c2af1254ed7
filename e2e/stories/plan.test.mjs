// What leads a person out: which mission, what it waits for, and who is never told.

import assert from "node:assert/strict";
import { register } from "../arrival.mjs";
import { axe, everyWordIsThere, fitsAcross, textOf } from "../checks.mjs";
import { LAPTOP, openHouse, PHONE } from "../harness.mjs";
import { led } from "../keyboard.mjs";
import { agrees, checkedSafe, keep, noted, state } from "../plan.mjs";

const house = openHouse();

async function looksRight(page) {
  await fitsAcross(page);
  await everyWordIsThere(page);
  await axe(page);
}

house.story("a Ugandan is routed to the mission that covers from elsewhere, and no step is begun before a yes", async () => {
  const page = await house.signedIn("caseworker", PHONE);
  const { path } = await register(page, { name: "Routed Invented", nationality: "Uganda", age: "30" });
  await page.goto(path);
  await led(page, () => page.getByRole("link", { name: "Open the plan" }).click());
  await looksRight(page);
  assert.match(await textOf(page.locator("#mission")), /A mission elsewhere.*Kuala Lumpur/);
  assert.match(await textOf(page.locator("#step-R02")), /Waits.*safety check comes first.*not asked whether the mission may be told/);
  await checkedSafe(page);
  await agrees(page, "the mission");
  assert.match(await state(page, "R02"), /Can be begun/);
  await noted(page, "R02", "begun");
  await noted(page, "R02", "done");
  assert.match(await state(page, "R02"), /Done \d{4}/);
  await noted(page, "R06", "done");

  const laptop = await house.signedIn("protection-officer", LAPTOP);
  await laptop.goto("/missions/AFG");
  assert.match(await textOf(laptop.locator("main")), /Not confirmed: ask.*danger when their state learns/);
  await looksRight(laptop);
  await laptop.locator("#represented").selectOption("covering");
  await laptop.locator("#seats").fill("Jakarta");
  await laptop.locator("#source").fill("The consul, by telephone (invented)");
  await led(laptop, () => laptop.locator("main form button.primary").click());
  assert.match(await textOf(laptop.locator(".notice-bad")), /no city and country/);
  await laptop.locator("#seats").fill("Jakarta, Indonesia");
  await led(laptop, () => laptop.locator("main form button.primary").click());
  assert.match(await textOf(laptop.locator("main")), /A mission elsewhere: Jakarta, IDN.*The consul, by telephone/);
});

house.story("who fears the own state is put before nobody of it, and other ways are open", async () => {
  const page = await house.signedIn("caseworker", LAPTOP);
  const { path } = await register(page, { name: "Feared Invented", nationality: "Uganda", age: "30" });
  await page.goto(`${path}/plan`);
  await checkedSafe(page, "fears-own-state");
  assert.match(await textOf(page.locator(".plan-head h2")), /Asylum or protection/);
  await page.locator("input[name='way'][value='return-with-help']").check();
  await keep(page, "choose");
  await agrees(page, "the mission");
  assert.match(await textOf(page.locator("#step-R02")), /Waits.*Fears the own state: not before the mission/);
  assert.match(await textOf(page.locator(".plan-prospect")), /goes no further/);
  await looksRight(page);
});

house.story("an arrest pauses the plan, raises the urgency, and what became of the person is asked four times", async () => {
  const page = await house.signedIn("caseworker", LAPTOP);
  const { path } = await register(page, { name: "Held Invented", nationality: "Indonesia", age: "30" });
  await page.goto(`${path}/plan`);
  await page.locator("#custody summary").click();
  await page.locator("#custody_what").selectOption("detained");
  await page.locator("#custody_when").fill("soon");
  await keep(page, "custody");
  assert.match(await textOf(page.locator("#custody")), /no day or time/);
  assert.equal(await page.locator("#custody_when").inputValue(), "soon", "what was typed stays");
  await page.locator("#custody_what").selectOption("detained");
  await page.locator("#custody_when").fill("2026-02-01");
  await keep(page, "custody");
  assert.match(await textOf(page.locator(".notice-bad")), /Held by the authorities since 2026-02-01/);
  await page.goto(`${path}/heard`);
  assert.match(await textOf(page.locator("main")), /P1: today/);
  await page.goto(`${path}/plan`);
  await page.locator("#custody summary").click();
  await page.locator("#custody_what").selectOption("released");
  await keep(page, "custody");
  assert.equal(await page.locator(".notice-bad").count(), 0);
  await page.locator("#outcome summary").click();
  await page.locator("#end").selectOption("departed");
  await page.locator("#end_way").selectOption("self-paid");
  await keep(page, "outcome");
  assert.match(await textOf(page.locator("#outcome")), /To be asked next on \d{4}.*|Departed/);
  await looksRight(page);
});
