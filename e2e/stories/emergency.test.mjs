// Somebody is in danger, and their case is another team's: asked for, lent, read under a notice, closed and reviewed.

import assert from "node:assert/strict";
import { axe, everyWordIsThere, fitsAcross, textOf } from "../checks.mjs";
import { LAPTOP, openHouse, PHONE } from "../harness.mjs";

const house = openHouse();

async function looksRight(page) {
  await fitsAcross(page);
  await axe(page);
  await everyWordIsThere(page);
}

/** Opens the first person of the list and gives the code on the card. */
async function someCase(page) {
  await page.goto("/people");
  await page.locator("main a[href^='/case/']").first().click();
  await page.locator("main h1").waitFor();
  return textOf(page.locator(".case-code .code"));
}

async function ask(page, code) {
  await page.goto("/emergency");
  await page.getByLabel("Code on the card").fill(code);
  await page.getByLabel("Who the person is").check();
  await page.getByLabel("What happens if it stays closed?").fill("Unconscious at the clinic; which medicine?");
  await page.getByRole("button", { name: "Ask", exact: true }).click();
  await page.getByText("Your request is written down.").waitFor();
}

house.story("a second person lends the keys, the case opens under a notice, and a third reviews it", async () => {
  const caseworker = await house.signedIn("caseworker");
  const code = await someCase(caseworker);
  const asker = await house.signedIn("shelter-manager", PHONE);
  await ask(asker, code);
  await looksRight(asker);
  assert.equal(await asker.locator("main a[href^='/case/']").count(), 0);

  await caseworker.goto("/emergency");
  await caseworker.getByText("Unconscious at the clinic; which medicine?").waitFor();
  await looksRight(caseworker);
  await caseworker.getByRole("button", { name: /^Lend the keys:/ }).focus();
  await caseworker.keyboard.press("Enter");
  await caseworker.getByText("The keys are lent.").waitFor();
  await looksRight(caseworker);

  await asker.goto("/emergency");
  await asker.getByRole("link", { name: "Open the case" }).click();
  await asker.getByRole("alert").getByText(/^Opened in an emergency until/).waitFor();
  await looksRight(asker);
  assert.equal(await asker.locator("a[href*='/correct/']").count(), 0);

  const auditor = await house.signedIn("auditor", LAPTOP);
  await auditor.goto("/emergency");
  await auditor.getByRole("heading", { name: "Open now" }).waitFor();
  await looksRight(auditor);
  assert.ok(!(await textOf(auditor.locator("main"))).includes("Unconscious"));

  await caseworker.goto("/emergency");
  await caseworker.getByRole("button", { name: /^Close now:/ }).click();
  await caseworker.getByText("The keys are taken back").waitFor();
  await asker.reload();
  await asker.getByText("This case does not exist,").waitFor();

  const officer = await house.signedIn("protection-officer", PHONE);
  await officer.goto("/emergency");
  await officer.getByLabel("Why it was right, or was not").fill("The clinic needed it.");
  await looksRight(officer);
  await officer.getByRole("button", { name: "It was right", exact: true }).click();
  await officer.getByText("The review is written down.").waitFor();
});

for (const [name, device] of [["phone", PHONE], ["laptop", LAPTOP]]) {
  house.story(`who has read a case, and the sheet for the person, on a ${name}`, async () => {
    const page = await house.signedIn("caseworker", device);
    await someCase(page);
    await page.getByRole("link", { name: "Who has read this" }).click();
    await page.getByText("opened a case").first().waitFor();
    await looksRight(page);
    await page.getByRole("link", { name: "For the person: how often it was read" }).click();
    await page.getByRole("heading", { name: "Who has opened your record" }).waitFor();
    await looksRight(page);
    assert.match(await textOf(page.locator("article.sheet")), /keeps your record/);
  });
}
