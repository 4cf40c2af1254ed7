// What happened in captivity is told entry by entry; names of those who did it are read by protection officers alone.

import assert from "node:assert/strict";
import { register } from "../arrival.mjs";
import { axe, everyWordIsThere, fitsAcross, textOf } from "../checks.mjs";
import { LAPTOP, openHouse, PHONE } from "../harness.mjs";
import { led } from "../keyboard.mjs";

const house = openHouse();

async function looksRight(page) {
  await fitsAcross(page);
  await everyWordIsThere(page);
  await axe(page);
}

async function tell(page, what, fields) {
  await page.locator(".told-kinds").getByRole("link", { name: what, exact: true }).click();
  await looksRight(page);
  for (const [id, value] of Object.entries(fields)) {
    if (id === "by") await page.locator("#by").selectOption(value);
    else await page.locator(`#${id}`).fill(value);
  }
  await led(page, () => page.locator("main form button.primary").click());
}

house.story("a history is told out of order, read in its order, and corrected without losing what was said", async () => {
  const page = await house.signedIn("caseworker", PHONE);
  const { path, code } = await register(page, { name: "Told Invented", signs: [] });
  await page.goto(`${path}/heard`);
  await page.getByRole("link", { name: "What happened in captivity" }).click();
  await looksRight(page);
  await tell(page, "Escaped", { from: "2025-11-20..2025-11-25" });
  await tell(page, "Sold", { from: "2025-03", by: "broker", amount: "3 000", currency: "USD", place: "Invented Park" });
  await tell(page, "Recruited", { from: "2024", country: "Kenya" });
  const list = page.locator("ol.told");
  assert.match(await textOf(list), /Recruited.*Kenya.*Sold.*Invented Park · a broker or agent · 3000 USD.*Escaped/);
  await looksRight(page);
  assert.equal(await page.locator("#names").count(), 0);

  await page.locator(".told-kinds").getByRole("link", { name: "Held at a site", exact: true }).click();
  await page.locator("#from").fill("2025-06");
  await page.locator("#until").fill("2025-01");
  await led(page, () => page.locator("main form button.primary").click());
  assert.match(await textOf(page.locator(".notice-bad")), /end lies before the beginning/);
  assert.equal(await page.locator("#from").inputValue(), "2025-06", "what was typed stays");

  await page.goto(`${path}/captivity`);
  await list.locator("li", { hasText: "Sold" }).getByRole("link", { name: "Correct" }).click();
  assert.equal(await page.locator("#amount").inputValue(), "3000");
  await page.locator("#from").fill("2025-04");
  await led(page, () => page.locator("main form button.primary").click());
  assert.match(await textOf(list), /2025-04/);
  assert.doesNotMatch(await textOf(list), /2025-03/);

  const officer = await house.signedIn("protection-officer", LAPTOP, { javaScriptEnabled: false });
  await officer.goto("/people");
  await officer.locator("#find").fill(code);
  await led(officer, () => officer.locator("#find").press("Enter"));
  await led(officer, () => officer.locator("tr[data-row] a").first().click());
  const theirs = new URL(officer.url()).pathname;
  await officer.goto(`${theirs}/captivity`);
  await officer.locator("ol.told li", { hasText: "Sold" }).getByRole("link", { name: "Correct" }).click();
  await officer.locator("#names").fill("Boss Invented");
  await led(officer, () => officer.locator("main form button.primary").click());
  assert.match(await textOf(officer.locator("ol.told")), /Boss Invented/);
  await page.goto(`${path}/captivity`);
  assert.doesNotMatch(await textOf(page.locator("main")), /Boss/, "a caseworker reads no name of theirs");
});
