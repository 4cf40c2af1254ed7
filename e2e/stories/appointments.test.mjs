// Appointments with missions: hours, places for those who wait, the list of a day, and who came.

import assert from "node:assert/strict";
import { axe, everyWordIsThere, fitsAcross, rememberAddresses, textOf } from "../checks.mjs";
import { LAPTOP, openHouse, PHONE } from "../harness.mjs";
import { led, press } from "../keyboard.mjs";

const house = openHouse();

async function looksRight(page) {
  await fitsAcross(page);
  await everyWordIsThere(page);
  await axe(page);
}

const number = async (locator) => Number((await textOf(locator)).match(/\d+/)?.[0]);

/** Writes down when a mission receives people on one date. */
async function hours(page, mission, day, slots) {
  await page.goto(`/appointments/${mission}`);
  await page.locator("#date").fill(day);
  const rows = page.locator("fieldset.hours p");
  for (let at = 0; at < (await rows.count()); at++) {
    const [time, places] = slots[at] ?? ["", ""];
    await rows.nth(at).locator("input[name='at']").fill(time);
    await rows.nth(at).locator("input[name='places']").fill(places);
  }
  await press(page, "#hours form button");
}

/** "2026-02-03", some days from now where the response works. */
const ahead = (days) => new Date(Date.now() + (days * 24 + 7) * 3_600_000).toISOString().slice(0, 10);

house.story("those who wait longest are given a mission's places until the day is full", async () => {
  const page = await house.signedIn("caseworker", LAPTOP);
  const addresses = rememberAddresses(page);
  await page.goto("/today");
  await press(page, "a[href='/appointments']");
  await looksRight(page);
  const indonesia = page.locator("tbody tr").filter({ has: page.locator("a[href='/appointments/IDN']") });
  const waiting = await number(indonesia.locator("td").first());
  assert.ok(waiting >= 2, "several wait for one");
  await press(page, "a[href='/appointments/IDN']");
  await looksRight(page);

  const day = ahead(5);
  await hours(page, "IDN", day, [["09:00", "1"], ["11:15", "many"]]);
  assert.match(await textOf(page.locator("#hours .error")), /Nothing was changed/);
  await hours(page, "IDN", day, [["09:00", "1"], ["11:15", "1"]]);
  assert.match(await textOf(page.locator(".notice-good")), /hours are kept/);
  await press(page, `a[href='/appointments/IDN/${day}']`);
  await looksRight(page);
  assert.match(await textOf(page.locator(".lead")), /0 of 2 places/);
  assert.equal(await page.locator("#waiting li input:checked").count(), 2, "as many are ticked as there are places");
  const first = await textOf(page.locator("#waiting li .today-who").first());

  await press(page, "#waiting form[method='post'] button");
  assert.match(await textOf(page.locator(".notice-good")), /2 people have an appointment/);
  assert.match(await textOf(page.locator(".lead")), /2 of 2 places/);
  assert.equal(await textOf(page.locator(".slot .today-who").first()), first, "whoever waits longest comes first");
  await looksRight(page);
  assert.equal(await page.getByRole("button", { name: /did not come/i }).count(), 0, "the day has not come");

  await led(page, () => page.getByRole("button", { name: /^Call off/ }).first().click());
  assert.match(await textOf(page.locator(".lead")), /1 of 2 places/);
  assert.match(await textOf(page.locator(".slot").first()), /called off/);
  const name = first.split(" ")[0];
  assert.ok(!addresses.some((address) => address.includes(name)), "no address names anybody");
});

house.story("on the day it is noted on a phone who came, and who did not is on the page of the day", async () => {
  const page = await house.signedIn("caseworker", PHONE);
  const today = ahead(0);
  await hours(page, "IDN", today, [["23:30", "2"]]);
  await page.goto(`/appointments/IDN/${today}`);
  await press(page, "#waiting form[method='post'] button");
  const person = page.locator(".called li").last();
  const code = await textOf(person.locator(".code"));
  await led(page, () => person.getByRole("button", { name: /did not come/i }).click());
  assert.match(await textOf(page.locator(".called li").filter({ hasText: code })), /Did not come/);
  await looksRight(page);
  await page.goto("/today");
  const overdue = page.locator("#overdue li").filter({ hasText: code });
  assert.match(await textOf(overdue), /Did not come/);

  // Another day, from the page of the plan: the first time that is free.
  const day = ahead(6);
  await hours(page, "IDN", day, [["10:00", "3"]]);
  await page.goto("/today");
  await led(page, () => page.locator("#overdue li").filter({ hasText: code }).locator("a").first().click());
  await page.locator("#appointments summary").click();
  await page.locator("#appointment_on").fill(day);
  await led(page, () => page.locator("#appointments form.stack button").click());
  assert.match(await textOf(page.locator(".notice-good")), new RegExp(`Booked for ${day} at 10:00`));
  await looksRight(page);
  assert.match(await textOf(page.locator("#appointments li").first()), /10:00.*booked/);
});

house.story("a consular officer sees the day, and a shelter manager has no such page", async () => {
  const officer = await house.signedIn("consular-officer", LAPTOP);
  await officer.goto("/appointments");
  await looksRight(officer);
  const shelter = await house.signedIn("shelter-manager", PHONE);
  const refused = await shelter.goto("/appointments");
  assert.equal(refused.status(), 403);
});
