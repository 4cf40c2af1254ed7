// Getting in: with a passphrase and a code, each role to its own page.

import assert from "node:assert/strict";
import { axe, everyWordIsThere, fitsAcross } from "../checks.mjs";
import { openHouse, PHONE } from "../harness.mjs";
import { type } from "../keyboard.mjs";

const house = openHouse();

// Where each role's day begins.
const FIRST_PAGE = {
  outreach: "/arrivals/new",
  caseworker: "/today",
  "protection-officer": "/today",
  "consular-officer": "/today",
  "shelter-manager": "/today",
  "fund-manager": "/today",
  analyst: "/",
  auditor: "/log",
  administrator: "/users",
};

house.story("a wrong code is answered with one plain notice, and nobody is in", async () => {
  const page = await house.visit();
  const { name, passphrase } = house.member("caseworker");
  await house.fillSignIn(page, { name, passphrase, code: "ZZZZZ-ZZZZZ" });
  const notice = page.locator("[role='alert']");
  await notice.waitFor({ state: "visible" });
  assert.equal(await notice.count(), 1, "one notice");
  assert.match(await notice.innerText(), /^Name, passphrase and code do not fit together\./);
  assert.equal(await page.locator("#passphrase").inputValue(), "", "a passphrase is never given back");
  await axe(page);

  const answer = await page.goto("/people");
  assert.equal(new URL(page.url()).pathname, "/sign-in");
  assert.ok(!(await answer.text()).includes("data-row"));
});

house.story("a wrong passphrase and an unknown name are answered with the same sentence", async () => {
  const page = await house.visit();
  const { name, passphrase } = house.member("caseworker");
  const said = [];
  for (const attempt of [
    { name, passphrase: `${passphrase} no` },
    { name: "Nobody Invented", passphrase },
  ]) {
    await house.fillSignIn(page, { ...attempt, code: "ZZZZZ-ZZZZZ" });
    said.push(await page.locator("[role='alert']").innerText());
  }
  assert.equal(said[0], said[1], "the answer must not tell which names exist");
});

house.story("a recovery code opens once and never again", async () => {
  const page = await house.visit();
  await house.signIn(page, "fund-manager");
  await page.context().clearCookies();
  const { name, passphrase, codes } = house.member("fund-manager");
  await house.fillSignIn(page, { name, passphrase, code: codes[0] });
  await page.locator("[role='alert']").waitFor({ state: "visible" });
});

for (const [role, path] of Object.entries(FIRST_PAGE)) {
  house.story(`${role} lands on ${path}`, async () => {
    const page = await house.signedIn(role);
    // A desk that is still being opened is waited for on a page of its own.
    await page.waitForURL((url) => url.pathname !== "/opening");
    assert.equal(new URL(page.url()).pathname, path);
    assert.equal(await page.title(), "Registry");
    assert.ok(await page.locator("h1").first().isVisible());
    await axe(page);
  });
}

house.story("the practice organisation has one member of each of the nine roles", async () => {
  assert.deepEqual(house.roles.sort(), Object.keys(FIRST_PAGE).sort());
});

for (const colorScheme of ["light", "dark"]) {
  house.story(`the sign-in page can be used by everybody, on a phone, ${colorScheme}`, async () => {
    const page = await house.visit(PHONE, { colorScheme });
    await page.goto("/sign-in");
    await axe(page);
    await fitsAcross(page);
    const folded = page.locator("details.fold > summary");
    if (await folded.count()) await folded.click();
    await axe(page);
  });
}

house.story("a practice button signs in with one press", async () => {
  const page = await house.visit(PHONE);
  await page.goto("/sign-in");
  await page.locator("button.role", { hasText: "Caseworker" }).click();
  await page.waitForURL((url) => url.pathname === "/today");
  await page.locator("nav.parts a[href='/people']").waitFor();
});

const ANOTHER = "ferry lotus candle river";

/** Types into the page for another passphrase and sends it. */
async function change(page, { now, another, again = another, code }) {
  await page.locator("#passphrase").fill(now);
  await page.locator("#new").fill(another);
  await page.locator("#again").fill(again);
  await page.locator("#code").fill(code);
  await page.locator("form.stack button.primary").click();
  await page.waitForLoadState("load");
}

house.story("a passphrase is changed with keys alone; other sign-ins end, the old one opens nothing, the new one does", async () => {
  const { name, passphrase } = house.member("shelter-manager");
  const elsewhere = await house.visit(PHONE);
  await house.signIn(elsewhere, "shelter-manager");
  const page = await house.visit();
  await house.signIn(page, "shelter-manager");
  await page.goto("/passphrase");
  await type(page, "#passphrase", passphrase);
  await type(page, "#new", ANOTHER);
  await type(page, "#again", ANOTHER);
  await type(page, "#code", house.nextCode("shelter-manager"));
  await page.keyboard.press("Enter");
  await page.waitForURL("**/sessions");
  assert.match(await page.locator("[role='status']").innerText(), /^Your passphrase is changed\./);
  assert.equal(await page.locator("form[action='/sessions/end']").count(), 0, "no other sign-in is left");

  await elsewhere.goto("/people");
  assert.equal(new URL(elsewhere.url()).pathname, "/sign-in");
  await house.fillSignIn(elsewhere, { name, passphrase, code: house.nextCode("shelter-manager") });
  await elsewhere.locator("[role='alert']").waitFor({ state: "visible" });
  await house.fillSignIn(elsewhere, { name, passphrase: ANOTHER, code: house.nextCode("shelter-manager") });
  await elsewhere.locator("#asked").waitFor();
  await page.goto("/people");
  await page.locator("tr[data-row]").first().waitFor();

  const practice = await house.visit();
  await practice.goto("/sign-in");
  await practice.locator("form:has(input[value='dara']) button").click();
  await practice.locator("form[action='/sign-out']").first().waitFor({ state: "attached" });
});

house.story("a new passphrase that will not do is said in a sentence, and nothing typed comes back", async () => {
  const page = await house.signedIn("consular-officer", PHONE, { javaScriptEnabled: false });
  const { passphrase: now } = house.member("consular-officer");
  await page.goto("/passphrase");
  await fitsAcross(page);
  const code = house.nextCode("consular-officer");
  for (const [tried, sentence] of [
    [{ now, another: "too short", code }, /too short\. It needs at least 15 characters/],
    [{ now, another: ANOTHER, again: `${ANOTHER}s`, code }, /The two are not the same/],
    [{ now, another: now, code }, /the passphrase you have now/],
    [{ now: "wrong wrong wrong", another: ANOTHER, code }, /do not fit together\. .* Nothing was changed\./],
  ]) {
    await change(page, tried);
    assert.match(await page.locator("[role='alert']").innerText(), sentence);
    for (const field of ["#passphrase", "#new", "#again", "#code"]) {
      assert.equal(await page.locator(field).inputValue(), "", `${field} is never given back`);
    }
  }
  await change(page, { now, another: ANOTHER, code });
  assert.equal(new URL(page.url()).pathname, "/sessions", "none of the attempts had used the code up");
});

for (const colorScheme of ["light", "dark"]) {
  house.story(`the page for another passphrase can be used by everybody, in every language, on a phone, ${colorScheme}`, async () => {
    const page = await house.signedIn("caseworker", PHONE, { colorScheme });
    await page.locator("header details.menu summary").last().click();
    await page.locator("a[href='/passphrase']").click();
    await page.waitForURL("**/passphrase");
    for (const tag of ["ar", "km", "fr", "id", "sw", "zh", "en"]) {
      await page.locator("header details.menu summary").first().click();
      await page.locator(`button[name='tag'][value='${tag}']`).click();
      await page.locator(`html[lang='${tag}']`).waitFor();
      await everyWordIsThere(page);
      await axe(page);
      await fitsAcross(page);
    }
    await change(page, { now: "x", another: "too short", code: "000000" });
    await page.locator("#new-error").waitFor();
    await axe(page);
    await fitsAcross(page);
  });
}
