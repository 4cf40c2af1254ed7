// Asking others for help: with exactly what a person agreed to show, refused on the record, taken back at any moment.

import assert from "node:assert/strict";
import { register } from "../arrival.mjs";
import { axe, fitsAcross, textOf } from "../checks.mjs";
import { LAPTOP, openHouse, PHONE } from "../harness.mjs";

const house = openHouse();

/** Fills in the form that asks for somebody, and sends it. */
async function ask(page, { service, to, elsewhere, items, safe = true, agrees = "yes", note = "" }) {
  await page.locator("#service").selectOption({ value: service });
  await page.locator("#to").selectOption(elsewhere ? { value: "elsewhere" } : { label: to });
  if (elsewhere) {
    await page.locator("details.fold summary").first().click();
    await page.locator("#elsewhere").fill(elsewhere);
  }
  if (note) await page.locator("#note").fill(note);
  for (const item of items) await page.locator(`input[name='item'][value='${item}']`).check();
  if (safe) await page.locator("input[name='safe']").check();
  await page.locator(`input[name='agrees'][value='${agrees}']`).check({ force: true });
  await page.locator("input[name='given'][value='spoken']").check({ force: true });
  await page.locator("main form button.primary").click();
}

/** The newest request of those that a team was asked for. */
async function openNewest(page, words) {
  await page.goto("/referrals");
  await page.locator("ul.referrals li", { hasText: words }).first().locator("a").click();
  await page.locator("#outcome").waitFor();
}

async function refuse(page, reason, words) {
  await page.locator("input[name='outcome'][value='refused']").check({ force: true });
  await page.locator("#reason").selectOption(reason);
  await page.locator("#verbatim").fill(words);
  await page.locator("#said_by").fill("Officer at the counter");
  await page.locator("main form button.primary").click();
  await page.locator(".notice-good").waitFor();
}

house.story("refused by three and taken by the fourth, and the chain tells it", async () => {
  const page = await house.signedIn("caseworker");
  const { path } = await register(page, { name: "Chain Invented", place: "Kampot" });
  await page.goto(path);
  await page.locator("a[href$='/refer']").click();
  await axe(page);
  await ask(page, { service: "shelter", to: "River House", items: ["code", "names", "sex", "place"], note: "Tonight" });
  await page.locator(".notice-good").waitFor();
  assert.match(await textOf(page.locator("#shared")), /River House/);
  await axe(page);

  const steps = [
    ["shelter-manager", "full", "No bed before Friday.", "Mission"],
    ["consular-officer", "no-mandate", "We house nobody.", "Ticket Fund"],
    ["fund-manager", "no-funds", "Nothing left this month.", null],
  ];
  for (const [role, reason, words, next] of steps) {
    const theirs = await house.signedIn(role);
    await openNewest(theirs, "A place to sleep");
    await axe(theirs);
    await refuse(theirs, reason, words);

    await page.goto("/referrals?of=sent");
    await page.locator("ul.referrals li", { hasText: "Refused" }).first().locator("a").click();
    assert.match(await textOf(page.locator("main")), new RegExp(words));
    await page.locator("button[name='after']").click();
    const to = next ? { to: next } : { elsewhere: "Harbour House (invented)" };
    await ask(page, { service: "shelter", items: ["code", "names", "sex", "place"], ...to });
    await page.locator(".notice-good").waitFor();
  }

  // The fourth has no sign-in here: what they said is written down.
  await page.goto("/referrals?of=sent");
  await page.locator("ul.referrals li", { hasText: "Harbour House" }).first().locator("a").click();
  assert.equal(await page.locator("h2:has-text('Asked before') ~ ul li").count(), 3);
  await page.locator("input[name='outcome'][value='accepted']").check({ force: true });
  await page.locator("#said_by").fill("Night manager");
  await page.locator("main form button.primary").first().click();
  await page.locator(".notice-good").waitFor();
  assert.match(await textOf(page.locator("main")), /They told us/);
  await axe(page);
});

house.story("the other team sees what was agreed and not a word more", async () => {
  const page = await house.signedIn("caseworker");
  const phone = "+855 00 111 222";
  const { path, code } = await register(page, { name: "Narrow Invented", place: "Bavet", contact: phone });
  await page.goto(`${path}/refer`);
  await ask(page, { service: "travel-document", to: "Mission", items: ["code", "names"] });
  await page.locator(".notice-good").waitFor();

  const consul = await house.signedIn("consular-officer");
  await openNewest(consul, "Travel document");
  const seen = await textOf(consul.locator("main"));
  assert.match(seen, /Narrow Invented/);
  assert.ok(!seen.includes("Bavet") && !seen.includes(phone), "neither place nor phone were agreed to");
  await consul.locator("a[href^='/case/']").first().click();
  await consul.locator(".case-head").waitFor();
  const file = await textOf(consul.locator("main"));
  assert.ok(file.includes(code), "the number on the card is the same");
  assert.ok(!file.includes("Bavet") && !file.includes("111 222"));
});

house.story("an embassy is asked only when the person says that it is safe", async () => {
  const page = await house.signedIn("caseworker");
  const { path } = await register(page, { name: "Fearful Invented" });
  await page.goto(`${path}/refer`);
  await ask(page, { service: "travel-document", to: "Mission", items: ["names"], safe: false });
  await page.locator(".notice-bad").waitFor();
  assert.match(await textOf(page.locator(".notice-bad")), /in private/);
  assert.ok(await page.locator("input[name='item'][value='names']").isChecked(), "what was filled in stays");
  await axe(page);
});

house.story("a withdrawal reaches the embassy", async () => {
  const page = await house.signedIn("caseworker");
  const { path } = await register(page, { name: "Withdrawn Invented" });
  await page.goto(`${path}/refer`);
  await ask(page, { service: "travel-document", to: "Mission", items: ["code", "names"] });
  const consul = await house.signedIn("consular-officer");
  await openNewest(consul, "Travel document");
  assert.match(await textOf(consul.locator("main")), /Withdrawn Invented/);
  const theirs = consul.url();

  await page.locator("#shared button[name='grant']").first().click();
  await page.locator("input[name='sure']").waitFor({ state: "attached" });
  assert.match(await textOf(page.locator(".notice")), /cannot be un-read/);
  await axe(page);
  await page.locator("#because").fill("Her brother was threatened");
  await page.locator("main form button.primary").click();
  assert.match(await textOf(page.locator(".notice-good")), /had opened it/);

  const closed = await consul.goto(theirs);
  assert.equal(closed.status(), 404);
  await consul.goto("/people");
  assert.ok(!(await textOf(consul.locator("main"))).includes("Withdrawn Invented"));
  await consul.goto("/referrals");
  assert.ok(!(await textOf(consul.locator("main"))).includes("Withdrawn Invented"));
  await axe(consul);
  await consul.locator("form[action$='/deleted'] button").first().click();
  await consul.locator(".notice-good").waitFor();

  await page.goto("/referrals?of=sent");
  assert.match(await textOf(page.locator("ul.referrals li", { hasText: "Withdrawn Invented" })), /Deleted, as they say/);
});

house.story("what is read out before is there in every language, and fits a phone", async () => {
  const page = await house.signedIn("caseworker", PHONE);
  for (const tag of ["en", "km", "ar", "sw"]) {
    await page.goto(`/consent-words?language=${tag}`);
    assert.equal(await page.locator("article.sheet").getAttribute("lang"), tag);
    await fitsAcross(page);
  }
  await axe(page);
});

house.story("a need is asked for without naming anybody", async () => {
  const page = await house.signedIn("caseworker", LAPTOP);
  await page.goto("/referrals/need");
  await page.locator("#service").selectOption("shelter");
  await page.locator("#to").selectOption({ label: "River House" });
  await page.locator("#people").fill("12");
  await page.locator("main form button.primary").click();
  await page.locator(".notice-good").waitFor();
  const manager = await house.signedIn("shelter-manager");
  await openNewest(manager, "12 people");
  await manager.locator("input[name='outcome'][value='partly']").check({ force: true });
  await manager.locator("#people").fill("4");
  await manager.locator("main form button.primary").click();
  assert.match(await textOf(manager.locator("main")), /Accepted in part \(4\)/);
});

/** Makes the link of the newest request to an organisation elsewhere; its address, and its secret as it is read out. */
async function link(page, words) {
  await page.goto("/referrals?of=sent");
  await page.locator("ul.referrals li", { hasText: words }).first().locator("a").click();
  await page.locator("form[action$='/link'] button").click();
  const address = await textOf(page.locator("[data-whole-address]"));
  return { address, secret: await textOf(page.locator("p.secret:not(.secret-small)")) };
}

house.story("an organisation without a sign-in answers through a link, once, and sees what was agreed", async () => {
  const page = await house.signedIn("caseworker");
  const phone = "+855 00 333 444";
  const { path } = await register(page, { name: "Linked Invented", place: "Bavet", contact: phone });
  await page.goto(`${path}/refer`);
  await ask(page, { service: "shelter", elsewhere: "Quiet House (invented)", items: ["code", "names"] });
  await page.locator(".notice-good").waitFor();
  const { address, secret } = await link(page, "Quiet House");
  await fitsAcross(page);
  await axe(page);
  assert.ok(address.startsWith("http") && address.includes("#"), address);

  const stranger = await house.visit(PHONE);
  const asked = [];
  stranger.on("request", (request) => asked.push(request.url()));
  await stranger.goto(address);
  await stranger.locator("#outcome").waitFor();
  const seen = await textOf(stranger.locator("main"));
  assert.match(seen, /Linked Invented/);
  assert.ok(!seen.includes("Bavet") && !seen.includes("333 444"), "neither place nor phone were agreed to");
  assert.equal(await stranger.locator("nav.parts a").count(), 0, "nothing else of the registry is offered");
  await fitsAcross(stranger);
  await axe(stranger);
  await stranger.locator("main form button.primary").click();
  await stranger.locator("#outcome-error").waitFor();
  await stranger.locator("input[name='outcome'][value='refused']").check({ force: true });
  await stranger.locator("#reason").selectOption("full");
  await stranger.locator("#verbatim").fill("No bed in our house tonight.");
  await stranger.locator("main form button.primary").click();
  await stranger.locator("h1", { hasText: "Thank you" }).waitFor();
  assert.ok(asked.every((url) => !url.toUpperCase().includes(secret.replaceAll(" ", ""))), "the secret is in no address");

  await stranger.goto("about:blank");
  await stranger.goto(address);
  await stranger.locator("#secret-error").waitFor();
  assert.ok(!(await textOf(stranger.locator("main"))).includes("Linked"), "it ended with the answer");

  await page.goto("/referrals?of=sent");
  await page.locator("ul.referrals li", { hasText: "Quiet House" }).first().locator("a").click();
  assert.match(await textOf(page.locator("main")), /Refused.*No bed in our house tonight/);
});

house.story("the words of a link can be typed where no script runs", async () => {
  const page = await house.signedIn("caseworker");
  const { path } = await register(page, { name: "Typed Invented" });
  await page.goto(`${path}/refer`);
  await ask(page, { service: "food", elsewhere: "Open Kitchen (invented)", items: ["code"] });
  await page.locator(".notice-good").waitFor();
  const { secret } = await link(page, "Open Kitchen");
  const stranger = await house.visit(PHONE, { javaScriptEnabled: false });
  await stranger.goto("/answer");
  await fitsAcross(stranger);
  await stranger.locator("#secret").fill("wrong words");
  await stranger.locator("main form button.primary").click();
  await stranger.locator("#secret-error").waitFor();
  await stranger.locator("#secret").fill(secret.toLowerCase());
  await stranger.locator("main form button.primary").click();
  await stranger.locator("input[name='outcome'][value='accepted']").check({ force: true });
  await stranger.locator("main form button.primary").click();
  await stranger.locator("h1", { hasText: "Thank you" }).waitFor();
});
