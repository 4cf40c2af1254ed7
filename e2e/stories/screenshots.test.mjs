// How it looks: on a phone and a laptop, by day and at night. The pictures of the README are made here.

import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { register } from "../arrival.mjs";
import { openCase } from "../desk.mjs";
import { LAPTOP, openHouse, OUT, PHONE } from "../harness.mjs";
import { led } from "../keyboard.mjs";

const house = openHouse();
const FOR_README = process.env.README_PICTURES === "yes";
const PICTURES = fileURLToPath(new URL("../../docs/screenshots/", import.meta.url));
const HANNA = "ሐና ተስፋዬ";

// The pictures that the README shows; the others are there to be looked at.
const SHOWN = new Set([
  "people-laptop-light",
  "people-phone-dark",
  "arrival-phone-light",
  "case-laptop-light",
  "card-phone-light",
  "arabic-phone-light",
  "hear-phone-light",
  "heard-laptop-light",
  "letter-laptop-light",
  "ledger-laptop-light",
]);

for (const [width, device] of Object.entries({ phone: PHONE, laptop: LAPTOP })) {
  for (const colorScheme of ["light", "dark"]) {
    const suffix = `${width}-${colorScheme}`;

    house.story(`pictures for a ${width}, ${colorScheme}`, async () => {
      const page = await house.visit(device, { colorScheme, deviceScaleFactor: width === "phone" ? 2 : 1 });
      await page.goto("/sign-in");
      await picture(page, `sign-in-${suffix}`);
      await house.signIn(page, "caseworker");
      await page.goto("/people");
      await picture(page, `people-${suffix}`);
      await openCase(page, HANNA);
      await picture(page, `case-${suffix}`);
      await page.goto("/lists");
      await picture(page, `lists-${suffix}`);
      await page.goto("/arrivals/new");
      await halfFilled(page);
      await picture(page, `arrival-${suffix}`);
      const { card } = await register(page, { name: "Marta Invented", nationality: "Ethiopia" });
      await picture(page, `done-${suffix}`);
      await page.goto(card);
      await picture(page, `card-${suffix}`);
      await page.goto("/ledger");
      await picture(page, `ledger-${suffix}`);
      await hear(page, card.replace(/\/card$/, ""), suffix);
    });

    house.story(`the card in Arabic for a ${width}, ${colorScheme}`, async () => {
      const page = await house.signedIn("outreach", device, { colorScheme, locale: "ar", deviceScaleFactor: 2 });
      await page.goto("/arrivals/new");
      await page.locator("#name").fill("سلمى المخترعة");
      await page.locator("input[name='sign'][value='no-shelter']").check({ force: true });
      await picture(page, `arabic-${suffix}`);
    });
  }
}

/** A short screening, what it comes to, the board, and a letter. */
async function hear(page, path, suffix) {
  const asked = async (question) => page.goto(`${path}/hear?question=${question}`);
  const say = async (question, answer) => {
    await asked(question);
    await led(page, () => page.locator(`button[name='answer'][value='${answer}']`).click());
  };
  for (const [question, answer] of [[23, "no"], [31, "no"], [19, "yes"]]) {
    await say(question, answer);
  }
  await asked(20);
  await page.locator("#typed").fill(new Date(Date.now() - 33 * 3_600_000).toISOString().slice(0, 16).replace("T", " "));
  await led(page, () => page.locator("main form button.primary").click());
  await asked(34);
  await picture(page, `hear-${suffix}`);
  await led(page, () => page.locator("button[name='answer'][value='yes']").click());
  await page.goto(`${path}/heard`);
  await picture(page, `heard-${suffix}`);
  await page.goto("/now");
  await picture(page, `now-${suffix}`);
  await page.goto(`${path}/letters/presumption?language=km`);
  for (const [field, words] of Object.entries({
    recipient: "Office of immigration (invented)\nPhnom Penh",
    contact: "desk@example.org",
    place: "Phnom Penh",
    signatory: "Sok Invented",
    post: "Head of casework",
  })) await page.locator(`#${field}`).fill(words);
  await page.locator("main form button.primary").click();
  await page.locator("article.letter").waitFor();
  await picture(page, `letter-${suffix}`);
}

/** The card as it looks while somebody is being registered. */
async function halfFilled(page) {
  await page.locator("input[name='consent'][value='spoken']").check({ force: true });
  await page.locator("#name").fill("Marta Invented");
  await page.locator("input[name='sex'][value='female']").check({ force: true });
  await page.locator("#age").fill("24");
  await page.locator("#nationality").fill("Ethiopia");
  await page.locator("input[name='sign'][value='no-shelter']").check({ force: true });
}

async function picture(page, name) {
  await page.mouse.move(0, 0);
  await page.evaluate(async () => {
    document.activeElement.blur();
    scrollTo(0, 0);
    await document.fonts.ready;
  });
  const path = `${OUT}${name}.png`;
  await page.screenshot({ path, animations: "disabled" });
  assert.ok(statSync(path).size > 4000, `${name} shows next to nothing`);
  if (FOR_README && SHOWN.has(name)) {
    mkdirSync(PICTURES, { recursive: true });
    copyFileSync(path, `${PICTURES}${name}.png`);
  }
}
