// One person's case: what is known, who said so, and corrections that lose nothing.

import assert from "node:assert/strict";
import { register } from "../arrival.mjs";
import { axe, fitsAcross, textOf } from "../checks.mjs";
import { openCase } from "../desk.mjs";
import { LAPTOP, openHouse, PHONE } from "../harness.mjs";

const house = openHouse();
const HANNA = "ሐና ተስፋዬ";

house.story("a corrected birth date stays beside the one that was there before", async () => {
  const page = await house.signedIn("caseworker");
  const path = await openCase(page, HANNA);
  const before = await textOf(page.locator("#birth .value"));
  assert.match(before, /2001/);

  await page.locator("#birth .correct a").click();
  await axe(page);
  await page.locator("#birth_year").fill("2002");
  await page.locator("#birth_month").fill("6");
  await page.locator("#birth_day").fill("18");
  await page.locator("#reason").fill("Her school certificate");
  await page.locator(".correct-form button.primary").click();
  await page.locator(".notice-good").waitFor();
  assert.equal(new URL(page.url()).pathname, path);

  const now = await textOf(page.locator("#birth dd .value").first());
  assert.match(now, /2002/);
  assert.match(now, /18/);
  await page.locator("#birth .earlier summary").click();
  assert.ok((await textOf(page.locator("#birth .earlier"))).includes(before), "the earlier answer is one touch away");

  const moment = page.locator(".timeline li", { hasText: "Her school certificate" });
  assert.ok((await textOf(moment.locator("del"))).includes(before), "the timeline tells what it was");
  assert.ok((await textOf(moment.locator("ins"))).includes(now), "and what it is now");
  assert.ok((await textOf(moment.locator(".moment-by"))).includes(house.member("caseworker").name), "and who said so");
  assert.ok(await moment.locator("time[datetime]").isVisible(), "and when");
  await axe(page);
});

house.story("a second correction keeps both answers before it", async () => {
  const page = await house.signedIn("caseworker");
  const { path } = await register(page, { name: "Place Invented", place: "Bavet" });
  for (const place of ["Kampot", "Siem Reap"]) {
    await page.goto(path);
    await page.locator("#place .correct a").click();
    await page.locator("form.correct-form #place").fill(place);
    await page.locator(".correct-form button.primary").click();
    await page.locator(".notice-good").waitFor();
  }
  assert.match(await textOf(page.locator("#place .value").first()), /Siem Reap/);
  await page.locator("#place .earlier summary").click();
  const earlier = await textOf(page.locator("#place .earlier"));
  assert.match(earlier, /Kampot/);
  assert.match(earlier, /Bavet/);
});

house.story("a birth date that cannot be is not taken, and what was typed stays", async () => {
  const page = await house.signedIn("caseworker");
  const path = await openCase(page, HANNA);
  await page.goto(`${path}/correct/birth`);
  await page.locator("#birth_year").fill("2001");
  await page.locator("#birth_month").fill("13");
  await page.locator("#birth_day").fill("40");
  await page.locator(".correct-form button.primary").click();
  await page.locator("[role='alert']").waitFor();
  assert.equal(await page.locator("#birth_month").inputValue(), "13");
  await axe(page);
});

house.story("nothing on a case page but the page itself names the person", async () => {
  const page = await house.signedIn("caseworker");
  await openCase(page, HANNA);
  assert.equal(await page.title(), "Registry");
  assert.doesNotMatch(decodeURIComponent(page.url()), /hanna|tesfaye|ሐና/i);
});

for (const [width, device] of Object.entries({ phone: PHONE, laptop: LAPTOP })) {
  for (const colorScheme of ["light", "dark"]) {
    house.story(`a case can be read by everybody on a ${width}, ${colorScheme}`, async () => {
      const page = await house.signedIn("caseworker", device, { colorScheme });
      await openCase(page, HANNA);
      await axe(page);
      await fitsAcross(page);
    });
  }
}
