// Everything works in a browser that runs no script: an old phone, or one with scripts switched off for safety.

import assert from "node:assert/strict";
import { register } from "../arrival.mjs";
import { textOf } from "../checks.mjs";
import { openHouse, PHONE } from "../harness.mjs";

const house = openHouse();

house.story("somebody is registered, found, opened and corrected without a script", async () => {
  const page = await house.signedIn("caseworker", PHONE, { javaScriptEnabled: false });
  const { code } = await register(page, { name: "Noscript Invented", place: "Kampot" });
  assert.match(code, /^\d{3} \d{3} \d{3}$/);

  await page.goto("/people");
  await page.locator("#find").fill("noscript");
  await page.locator("form[role='search'] button.primary").click();
  assert.equal(await page.locator("tr[data-row]").count(), 1);
  assert.equal(new URL(page.url()).search, "", "the search is in no address");

  await page.locator("tr[data-row] a").first().click();
  assert.match(await textOf(page.locator("h1")), /Noscript Invented/);
  await page.locator("#sex .correct a").click();
  await page.locator("input[name='sex'][value='other']").check({ force: true });
  await page.locator(".correct-form button.primary").click();
  assert.match(await textOf(page.locator("#sex .value").first()), /Other/);
  await page.locator("#sex .earlier summary").click();
  assert.match(await textOf(page.locator("#sex .earlier")), /Woman/);
});

house.story("filters, sorting and the pages of the list work without a script", async () => {
  const page = await house.signedIn("caseworker", PHONE, { javaScriptEnabled: false });
  await page.goto("/people");
  const first = await page.locator("tr[data-row] .code").allInnerTexts();
  await page.locator(".paging button").last().click();
  const second = await page.locator("tr[data-row] .code").allInnerTexts();
  assert.deepEqual(second.filter((code) => first.includes(code)), []);
  await page.locator("details.filters > summary").click();
  await page.locator("#sort").selectOption("oldest");
  await page.locator("form[role='search'] button.primary").click();
  const times = page.locator("td.registered time");
  const moments = await Promise.all((await times.all()).map((time) => time.getAttribute("datetime")));
  assert.ok(moments.length > 1);
  assert.deepEqual(moments, [...moments].sort());
});

house.story("the lock works without a script", async () => {
  const page = await house.signedIn("caseworker", PHONE, { javaScriptEnabled: false });
  await page.locator("form.lock button").click();
  assert.equal(await page.title(), "Page");
  await page.goto("/people");
  assert.equal(new URL(page.url()).pathname, "/sign-in");
});
