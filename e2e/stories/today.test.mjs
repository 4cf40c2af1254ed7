// What is to be done today, who waits where, one step for many and taken back, deadlines, and the calendar outside.

import assert from "node:assert/strict";
import { axe, everyWordIsThere, fitsAcross, textOf } from "../checks.mjs";
import { openCase } from "../desk.mjs";
import { LAPTOP, openHouse, PHONE } from "../harness.mjs";
import { led } from "../keyboard.mjs";

const house = openHouse();
const day = (ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
const part = (page, key) => page.locator(`section#${key}`);

for (const [name, device] of [["phone", PHONE], ["laptop", LAPTOP]]) {
  house.story(`the pages of the day fit on a ${name}`, async () => {
    const page = await house.signedIn("caseworker", device);
    // The first to sign in waits for the working set on a page that goes on by itself.
    await page.waitForURL((url) => url.pathname !== "/opening");
    for (const path of ["/today", "/queues", "/queues?by=mission", "/queues/R06", "/queues/R00", "/calendar"]) {
      await page.goto(path);
      await page.locator("h1").waitFor();
      await fitsAcross(page);
      await axe(page);
      await everyWordIsThere(page);
    }
  });
}

house.story("a caseworker sees what is late, what is due and what will break, each with the day", async () => {
  const page = await house.signedIn("caseworker");
  await page.locator("nav.parts a[href='/today']").click();
  await page.locator("h1", { hasText: "Today" }).waitFor();
  assert.match(await textOf(part(page, "overdue")), /Overstay worked out · since \d{4}-\d\d-\d\d/);
  assert.match(await textOf(part(page, "breaking")), /Leave to stay ends · until \d{4}-\d\d-\d\d/);
  const link = part(page, "overdue").locator("a").first();
  assert.match(await link.getAttribute("href"), /^\/case\/[a-z0-9]+\/plan$/, "no address names anybody");
  assert.equal(await part(page, "watched").count(), 0, "that is the protection officer's");
});

house.story("each role sees its own: safety with the protection officer, the mission's steps with the mission", async () => {
  const officer = await house.signedIn("protection-officer");
  await officer.goto("/today");
  assert.match(await textOf(part(officer, "watched")), /first action/);
  assert.doesNotMatch(await textOf(part(officer, "overdue")), /Overstay/);
  const consul = await house.signedIn("consular-officer");
  await consul.goto("/today");
  assert.match(await textOf(part(consul, "overdue")), /Nothing is late/);
  await axe(consul);
});

house.story("many are moved one step after one page that says for whom, without scripts, and it is undone", async () => {
  const page = await house.signedIn("caseworker", LAPTOP, { javaScriptEnabled: false });
  await page.goto("/queues");
  const queue = page.locator("table.queues tr", { hasText: "Overstay worked out" });
  const waiting = Number(await textOf(queue.locator("td strong")));
  assert.ok(waiting >= 3);
  await queue.locator("a").click();
  await page.getByText("Show what will be written").click();
  await page.getByText("Nobody is ticked.").first().waitFor();
  await page.locator("select#who").selectOption("all");
  await page.getByText("Show what will be written").click();
  await page.getByRole("heading", { name: "Is this right?" }).waitFor();
  assert.match(await textOf(page.locator(".batch-says")), new RegExp(`^${waiting} people: Overstay worked out: Done, `));
  await page.getByRole("button", { name: `Write it for ${waiting} people` }).click();
  // Without scripts the page comes again by itself until it is over.
  await page.getByRole("heading", { name: "What was written" }).waitFor({ timeout: 60_000 });
  assert.match(await textOf(page.locator(".notice-good")), new RegExp(`Written for ${waiting} people`));
  await page.goto("/queues");
  assert.equal(await page.locator("table.queues tr", { hasText: "Overstay worked out" }).count(), 0);
  await page.getByRole("button", { name: /^Undo: / }).first().click();
  await page.getByText(`Put back for ${waiting} people.`).waitFor({ timeout: 60_000 });
  await page.goto("/queues");
  assert.equal(Number(await textOf(page.locator("table.queues tr", { hasText: "Overstay worked out" }).locator("td strong"))), waiting);
  await page.getByText("It was undone.").waitFor();
});

house.story("the safety check is written for nobody in a batch", async () => {
  const page = await house.signedIn("caseworker");
  await page.goto("/queues/R00");
  await page.getByText("are never written for many").waitFor();
  assert.equal(await page.locator("fieldset.batch").count(), 0);
});

house.story("a deadline stands on today's page and in the calendar as a code and a day, until it is over", async () => {
  const page = await house.signedIn("caseworker");
  const address = await openCase(page, "Hanna");
  await page.goto(`${address}/deadlines`);
  await page.getByLabel("What must be done").fill("Hearing in court");
  await page.getByLabel("By which day").fill(day(4));
  await page.getByRole("button", { name: "Keep" }).click();
  await page.getByText("It is kept.").waitFor();
  await axe(page);
  await page.goto("/today");
  assert.match(await textOf(part(page, "breaking")), /Hearing in court · until/);
  await page.goto("/calendar");
  await page.getByRole("button", { name: "Make a calendar" }).click();
  const feed = await textOf(page.locator(".secret"));
  await axe(page);
  const outside = await house.visit();
  const answer = await outside.request.get(feed);
  const text = await answer.text();
  assert.equal(answer.headers()["content-type"], "text/calendar; charset=utf-8");
  assert.match(text, /^SUMMARY:Deadline \d{3} \d{3} \d{3}\r$/m);
  assert.doesNotMatch(text, /Hanna|court/i);
  await page.goto(`${address}/deadlines`);
  await page.getByRole("button", { name: "No longer stands: Hearing in court" }).click();
  await page.getByText("There is none.").waitFor();
  assert.doesNotMatch(await (await outside.request.get(feed)).text(), /Deadline/);
  await page.goto("/calendar");
  await page.getByRole("button", { name: "End the calendar" }).click();
  await page.getByText("The calendar has ended.").waitFor();
  assert.equal((await outside.request.get(feed)).status(), 404);
});

house.story("whoever plans no ways out begins the day with what their team is asked for", async () => {
  for (const [role, asks] of [["shelter-manager", true], ["fund-manager", false]]) {
    const page = await house.signedIn(role, PHONE);
    assert.equal(new URL(page.url()).pathname, "/today");
    await fitsAcross(page);
    await axe(page);
    await everyWordIsThere(page);
    const waiting = page.locator("#asked li");
    assert.equal((await waiting.count()) > 0, asks, role);
    assert.equal(await page.locator("a[href='/queues']").count(), 0, "nothing leads to what is closed to them");
    if (asks) {
      await led(page, () => waiting.locator("a").first().click());
      assert.match(new URL(page.url()).pathname, /^\/referral\//);
    } else assert.match(await textOf(page.locator("#asked")), /Nobody waits for an answer/);
  }
});
