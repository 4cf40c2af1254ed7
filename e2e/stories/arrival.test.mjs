// Registering somebody in the street: on a phone, with nothing but keys, in every language.

import assert from "node:assert/strict";
import { register, registered } from "../arrival.mjs";
import { axe, counts, everyWordIsThere, fitsAcross, textOf } from "../checks.mjs";
import { openHouse, PHONE } from "../harness.mjs";
import { choose, press, tabTo, tick, type } from "../keyboard.mjs";

const house = openHouse();

const NINE_DIGITS = /^\d{3} \d{3} \d{3}$/;
// What a card must never say, whoever finds it.
const TELLING = /traffick|victim|survivor|scam|rescue|refugee|police|embassy|safeconduct/i;

house.story("two people who came together are registered with nothing but keys", async () => {
  const page = await house.signedIn("outreach", PHONE);
  await page.goto("/arrivals/new");
  await page.keyboard.press("Tab");
  assert.ok(await page.evaluate(() => document.activeElement.matches(".skip")), "the first Tab offers to skip");
  await page.keyboard.press("Enter");
  await fillIn(page, "Selam Invented", "27");
  await choose(page, "company", "alone");
  await press(page, "form.arrival button.primary");
  const first = await registered(page);
  assert.match(first.code, NINE_DIGITS);

  await press(page, "button[name='with']");
  await page.locator("form.arrival").waitFor();
  assert.ok(await page.locator("input[name='company'][value='previous']").isChecked(), "she came with the first");
  await fillIn(page, "Liya Invented", "9");
  await tick(page, "input[name='sign'][value='minor']");
  await press(page, "form.arrival button.primary");
  const second = await registered(page);
  assert.match(second.code, NINE_DIGITS);
  assert.notEqual(second.code, first.code);
  assert.match(await textOf(page.locator(".notice-urgent")), /Under 18/);

  await press(page, ".done-open");
  await page.locator(".group").waitFor();
  assert.ok((await textOf(page.locator(".group"))).includes(first.code), "the two are kept together");
});

/** The card up to the urgent signs, key by key. */
async function fillIn(page, name, age) {
  await choose(page, "consent", "spoken");
  await type(page, "#name", name);
  await choose(page, "sex", "female");
  await type(page, "#age", age);
  await type(page, "#nationality", "Ethiopia");
  await type(page, "#place", "Phnom Penh");
  await tick(page, "input[name='sign'][value='no-shelter']");
}

house.story("neither the printed card nor the frame round it tells why somebody has it", async () => {
  const page = await house.signedIn("outreach", PHONE);
  const name = "Tesfu Invented";
  const { code, card } = await register(page, { name, contact: "+85500000555" });
  assert.ok(!(await page.title()).includes("Tesfu"));
  await axe(page);
  await fitsAcross(page);

  await page.goto(card);
  const printed = await textOf(page.locator(".paper-card"));
  assert.ok(printed.includes(code));
  assert.ok(await page.locator(".paper-qr svg").isVisible());
  for (const words of [printed, await page.title(), page.url()]) {
    assert.doesNotMatch(words, /Tesfu|Invented|85500000555/);
    assert.doesNotMatch(words, TELLING);
  }
  await axe(page);
  await fitsAcross(page);

  await page.emulateMedia({ media: "print" });
  assert.ok(await page.locator(".paper-card").isVisible());
  for (const screen of await page.locator(".screen, header.frame").all()) {
    assert.ok(!(await screen.isVisible()), "only the card is printed");
  }
});

house.story("the empty card, the card with mistakes and its folded parts can be used by everybody", async () => {
  const page = await house.signedIn("caseworker", PHONE);
  await page.goto("/arrivals/new");
  await axe(page);
  await page.locator("form.arrival button.primary").click();
  await page.locator("[role='alert']").waitFor();
  await axe(page);
  const folded = page.locator("main details:not([open]) > summary");
  while (await folded.count()) await folded.first().click();
  await axe(page);
  await fitsAcross(page);
});

house.story("what was typed is still there when something needs another look", async () => {
  const page = await house.signedIn("caseworker", PHONE);
  await page.goto("/arrivals/new");
  await page.locator("#name").fill("Kept Invented");
  await page.locator("#birth_year").fill("2031");
  await page.locator("form.arrival button.primary").click();
  await page.locator("[role='alert']").waitFor();
  assert.equal(await page.locator("#name").inputValue(), "Kept Invented");
  assert.equal(await page.locator("#birth_year").inputValue(), "2031");
});

house.story("a person who says no is helped all the same, and no name is kept", async () => {
  const page = await house.signedIn("caseworker", PHONE);
  await page.goto("/arrivals/new");
  await page.locator("input[name='consent'][value='refused']").check({ force: true });
  await page.locator("#name").fill("Unwilling Invented");
  await page.locator("#place").fill("Poipet");
  await page.locator("input[name='sign'][value='ill']").check({ force: true });
  await page.locator("form.arrival button.primary").click();
  const { code, path } = await registered(page);
  assert.match(code, NINE_DIGITS);
  await page.goto(path);
  assert.ok(!(await page.content()).includes("Unwilling"), "the name was not kept");
  await page.goto("/people");
  await page.locator("#find").fill("Unwilling Invented");
  await page.locator(".rows-none").waitFor();
});

for (const colorScheme of ["light", "dark"]) {
  house.story(`in Arabic the card runs from right to left and fits the phone, ${colorScheme}`, async () => {
    const page = await house.signedIn("outreach", PHONE, { locale: "ar", colorScheme });
    await page.goto("/arrivals/new");
    assert.equal(await page.locator("html").getAttribute("dir"), "rtl");
    assert.equal(await page.locator("html").getAttribute("lang"), "ar");
    await fitsAcross(page);
    await axe(page);
    const { code, card } = await register(page, { name: "سلمى المخترعة" });
    assert.match(code, NINE_DIGITS, "the digits of the number keep their order");
    await fitsAcross(page);
    await axe(page);
    await page.goto(card);
    assert.equal(await page.locator(".paper-card").getAttribute("dir"), "rtl");
    await fitsAcross(page);
    await axe(page);
  });
}

house.story("every language is complete from the empty card to the printed one", async () => {
  const page = await house.signedIn("outreach", PHONE);
  await page.goto("/arrivals/new");
  const tags = await page.locator("button[name='tag']").evaluateAll((buttons) => buttons.map((b) => b.value));
  assert.deepEqual([...tags].sort(), ["ar", "en", "fr", "id", "km", "sw", "zh"]);
  await counts(page.locator("button[name='tag'] small"), 6);
  const titles = new Set();
  for (const tag of tags) {
    await page.goto("/arrivals/new");
    await page.locator("details.menu summary").first().click();
    await page.locator(`button[name='tag'][value='${tag}']`).click();
    await page.locator(`html[lang='${tag}']`).waitFor();
    assert.equal(new URL(page.url()).pathname, "/arrivals/new", "changing the language stays on the page");
    titles.add(await textOf(page.locator("h1")));
    await everyWordIsThere(page);
    await fitsAcross(page);
    const { card } = await register(page, { name: "Seven Invented" });
    await everyWordIsThere(page);
    await fitsAcross(page);
    await page.goto(card);
    await everyWordIsThere(page);
    await fitsAcross(page);
  }
  assert.equal(titles.size, tags.length, `each language has words of its own: ${[...titles].join(", ")}`);
});

house.story("the code of the other person brings somebody into the group", async () => {
  const page = await house.signedIn("outreach", PHONE);
  const first = await register(page, { name: "Amanuel Invented" });
  await page.goto("/arrivals/new");
  await tabTo(page, "input[name='consent']");
  await choose(page, "company", "code");
  await page.locator("#company_code").fill(first.code.replaceAll(" ", ""));
  await page.locator("input[name='consent'][value='spoken']").check({ force: true });
  await page.locator("#name").fill("Bethel Invented");
  await page.locator("form.arrival button.primary").click();
  const second = await registered(page);
  await page.goto(second.path);
  assert.ok((await textOf(page.locator(".group"))).includes(first.code));

  await page.goto("/arrivals/new");
  await page.locator("input[name='consent'][value='spoken']").check({ force: true });
  await page.locator("input[name='company'][value='code']").check({ force: true });
  await page.locator("#company_code").fill(misheard(first.code));
  await page.locator("form.arrival button.primary").click();
  await page.locator("#company_code-error, #company-error").first().waitFor();
});

/** One digit heard wrongly: the check character must catch it. */
function misheard(code) {
  const digits = code.replaceAll(" ", "");
  return String((Number(digits[0]) + 1) % 10) + digits.slice(1);
}
