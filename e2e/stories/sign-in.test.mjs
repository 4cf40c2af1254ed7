// Getting in: with a passphrase and a code, each role to its own page.

import assert from "node:assert/strict";
import { axe, fitsAcross } from "../checks.mjs";
import { openHouse, PHONE } from "../harness.mjs";

const house = openHouse();

// Where each role's day begins.
const FIRST_PAGE = {
  outreach: "/arrivals/new",
  caseworker: "/people",
  "protection-officer": "/people",
  "consular-officer": "/people",
  "shelter-manager": "/people",
  "fund-manager": "/",
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
  await page.locator("#find").waitFor();
});
