// The day, the plan and the rolls in every language that the menu offers: whole, on a phone, and without English steps.

import assert from "node:assert/strict";
import { axe, everyWordIsThere, fitsAcross, textOf } from "../checks.mjs";
import { openHouse, PHONE } from "../harness.mjs";

const house = openHouse();
const TAGS = ["ar", "fr", "id", "km", "sw", "zh"];
/** Steps of the pack of Cambodia, as they stand in its table. */
const ENGLISH = ["Exit visa", "Overstay worked out", "Safety check", "Fine paid", "Received at home"];

/** Chooses a language as people do, from the menu of the page. */
async function choose(page, tag) {
  await page.locator("details.menu summary").first().click();
  await page.locator(`button[name='tag'][value='${tag}']`).click();
  await page.locator(`html[lang='${tag}']`).waitFor();
}

house.story("what leads people out is said in every language, and fits a phone", async () => {
  const page = await house.signedIn("caseworker", PHONE);
  await page.waitForURL((url) => url.pathname !== "/opening");
  await page.goto("/today");
  const plan = await page.locator("section#overdue a").first().getAttribute("href");
  const titles = new Set();
  for (const tag of TAGS) {
    await page.goto("/today");
    await choose(page, tag);
    for (const path of ["/today", "/queues", "/queues/R06", plan, "/missions/TWN", "/rolls", "/rolls/UGA", "/calendar"]) {
      await page.goto(path);
      titles.add(await textOf(page.locator("h1")));
      await fitsAcross(page);
      await everyWordIsThere(page);
      const said = await textOf(page.locator("main"));
      assert.deepEqual(ENGLISH.filter((step) => said.includes(step)), [], `${path} in ${tag}`);
    }
    await page.goto(plan);
    await axe(page);
  }
  assert.ok(titles.size > TAGS.length * 6, `each language has words of its own: ${[...titles].join(", ")}`);
});
