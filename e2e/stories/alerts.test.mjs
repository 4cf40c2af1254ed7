// Something waits: the bell says so on every page, the list says what, and a browser can be told in neutral words.

import assert from "node:assert/strict";
import { axe, everyWordIsThere, fitsAcross, textOf } from "../checks.mjs";
import { LAPTOP, openHouse, PHONE } from "../harness.mjs";

const KINDS = 16;
const house = openHouse("--alerts", "--push-contact", "mailto:desk@example.org");

const bell = (page) => page.locator("a.bell");
const fresh = (page) => page.locator("li[data-new]");

house.story("an alert appears in the header, is read, and is marked as seen", async () => {
  const page = await house.signedIn("caseworker");
  const waiting = Number((await bell(page).getAttribute("aria-label")).match(/^Alerts, (\d+) new$/)[1]);
  assert.ok(waiting >= KINDS, "one of each kind, beside what the organisation's own fortnight left");
  await bell(page).click();
  assert.equal(await fresh(page).count(), waiting);
  await axe(page);
  await everyWordIsThere(page);
  const first = fresh(page).first();
  const said = await textOf(first.locator(".entry-name"));
  // With the keyboard alone, as the button's own words say.
  await first.getByRole("button", { name: /^Mark as seen: / }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("Marked as seen.").waitFor();
  assert.equal(await fresh(page).count(), waiting - 1);
  assert.equal(await textOf(page.locator(".bell-count")), String(waiting - 1));
  assert.ok(said.endsWith(await textOf(page.locator("ul.alerts li").first().locator(".entry-name"))), said);
  await page.getByRole("button", { name: "Mark all as seen" }).click();
  await page.getByText("Everything is marked as seen.").waitFor();
  assert.equal(await fresh(page).count(), 0);
  assert.equal(await page.locator(".bell-count").count(), 0);
});

house.story("an alert leads to its case, and no address names it", async () => {
  const page = await house.signedIn("caseworker");
  await page.goto("/alerts");
  const opened = page.locator("ul.alerts li", { hasText: "Emergency access was given" });
  const link = opened.locator("a").first();
  assert.match(await textOf(link), /^Case \S+/);
  await link.click();
  assert.match(new URL(page.url()).pathname, /^\/case\/[a-z0-9]+$/);
  await page.locator("main h1").waitFor();
});

house.story("whom nothing concerns has a bell without a number", async () => {
  const page = await house.signedIn("auditor");
  assert.equal(await bell(page).getAttribute("aria-label"), "Alerts, nothing new");
  await bell(page).click();
  await page.getByText("Nothing has happened that you should look at.").waitFor();
  await axe(page);
});

for (const [name, device] of [["phone", PHONE], ["laptop", LAPTOP]]) {
  house.story(`the pages of alerts fit on a ${name}`, async () => {
    const page = await house.signedIn("caseworker", device);
    for (const path of ["/alerts", "/alerts/channels"]) {
      await page.goto(path);
      await fitsAcross(page);
      await axe(page);
      await everyWordIsThere(page);
    }
  });
}

house.story("a browser is told in neutral words, and the page keeps to its policy", async () => {
  const page = await house.signedIn("caseworker", LAPTOP, { permissions: ["notifications"] });
  const breaches = [];
  page.on("console", (line) => line.type() === "error" && breaches.push(line.text()));
  // No service of a browser's maker is reached from here: the browser's own part is played, ours is not.
  await page.addInitScript(() => {
    PushManager.prototype.subscribe = async ({ applicationServerKey }) => {
      if (applicationServerKey.length !== 65) throw new Error("not a key");
      return { endpoint: "https://fcm.googleapis.com/fcm/send/invented" };
    };
  });
  await page.goto("/alerts/channels");
  const session = await page.context().newCDPSession(page);
  const registered = new Promise((resolve) => {
    session.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => registrations[0] && resolve(registrations[0]));
  });
  await session.send("ServiceWorker.enable");
  await page.getByRole("button", { name: "Tell this browser" }).click();
  await page.getByText("This browser is told from now on.").waitFor();
  assert.match(await page.locator("main").innerText(), /fcm\.googleapis\.com/);
  const { registrationId, scopeURL } = await registered;
  assert.equal(new URL(scopeURL).pathname, "/alerts/worker/", "no page of ours is in its reach");
  await session.send("ServiceWorker.deliverPushMessage", { origin: house.address, registrationId, data: "" });
  const shown = await page.waitForFunction(async () => {
    const registration = await navigator.serviceWorker.getRegistration("/alerts/worker/");
    const [notice] = await registration.getNotifications();
    return notice && { title: notice.title, body: notice.body, tag: notice.tag };
  });
  assert.deepEqual(await shown.jsonValue(), {
    title: "There is something new",
    body: "Something waits for you. Sign in where you usually do.",
    tag: "waiting",
  });
  assert.deepEqual(await page.evaluate(() => caches.keys()), [], "nothing is kept");
  await page.getByRole("button", { name: /^Remove / }).click();
  await page.getByText("It is removed.").waitFor();
  assert.deepEqual(breaches, []);
});
