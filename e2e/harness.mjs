// One throw-away organisation and one browser per story file. Every file starts its own, so that no story can
// disturb another: a panic lock, for one, signs out everybody there is.

import { after, before, test } from "node:test";
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { startDemo } from "./demo.mjs";

export const OUT = fileURLToPath(new URL("out/", import.meta.url));

export const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
export const LAPTOP = { viewport: { width: 1280, height: 800 } };

// A story that takes longer hangs.
const LONGEST = 180_000;

// Chromium that speaks to nobody but the page under test.
const QUIET = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Opens the organisation for the stories of one file, started with these options, and closes it after the last. */
export function openHouse(...options) {
  const house = new House(options);
  before(() => house.open());
  after(() => house.close());
  return house;
}

class House {
  #options;
  #browser;
  #demo;
  #contexts = [];
  // The cookies of each role's first sign-in: a recovery code opens only once, and there are few.
  #kept = new Map();

  constructor(options) {
    this.#options = options;
  }

  async open() {
    mkdirSync(OUT, { recursive: true });
    this.#demo = await startDemo(this.#options);
    const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
    this.#browser = await chromium.launch({ executablePath, args: QUIET });
  }

  async close() {
    await this.#browser?.close();
    await this.#demo?.stop();
  }

  get address() {
    return this.#demo.address;
  }

  /** The process of the server. */
  get pid() {
    return this.#demo.pid;
  }

  member(role) {
    return this.#demo.member(role);
  }

  get roles() {
    return this.#demo.roles;
  }

  /** A recovery code of this role that nobody has used. */
  nextCode(role) {
    return this.#demo.nextCode(role);
  }

  /** A test whose pages are all closed at its end; if it fails, they are kept as pictures in `out`. */
  story(name, tell) {
    test(name, { timeout: LONGEST }, async () => {
      try {
        await tell();
      } catch (failure) {
        await this.#picture(name);
        throw failure;
      } finally {
        await Promise.all(this.#contexts.splice(0).map((context) => context.close()));
      }
    });
  }

  /** A fresh browser profile on a device; nobody is signed in. */
  async visit(device = LAPTOP, options = {}) {
    const context = await this.#browser.newContext({
      locale: "en",
      baseURL: this.address,
      acceptDownloads: true,
      ...device,
      ...options,
    });
    context.setDefaultTimeout(15_000);
    this.#contexts.push(context);
    return context.newPage();
  }

  /** A browser profile in which a member of this role is signed in and sees the first page. */
  async signedIn(role, device = LAPTOP, options = {}) {
    const page = await this.visit(device, { storageState: this.#kept.get(role), ...options });
    await page.goto("/");
    if (new URL(page.url()).pathname === "/sign-in") {
      await this.signIn(page, role);
      this.#kept.set(role, await page.context().storageState());
    } else if (await page.locator("nav.parts a[href='/people']").count()) {
      // A sign-in remembers what was last searched for; each story begins with everybody.
      await page.goto("/people/everybody");
      await page.goto("/");
    }
    return page;
  }

  /** A sign-in of its own, as on another device. */
  async signIn(page, role) {
    const { name, passphrase } = this.member(role);
    await this.fillSignIn(page, { name, passphrase, code: this.#demo.nextCode(role) });
    await page.locator("form[action='/sign-out']").first().waitFor({ state: "attached" });
    // The first to sign in waits for the working set on a page that goes on by itself.
    await page.waitForURL((url) => url.pathname !== "/opening", { timeout: 60_000 });
  }

  /** Fills in the form by hand, as somebody does who has no practice button. */
  async fillSignIn(page, { name, passphrase, code }) {
    await page.goto("/sign-in");
    const folded = page.locator("details.fold:not([open]) > summary");
    if (await folded.count()) await folded.click();
    await page.locator("input#name").fill(name);
    await page.locator("input#passphrase").fill(passphrase);
    await page.locator("input#code").fill(code);
    await page.locator("form.stack button.primary").click();
    await page.waitForLoadState("load");
  }

  async #picture(name) {
    const pages = this.#contexts.flatMap((context) => context.pages());
    for (const [place, page] of pages.entries()) {
      const path = `${OUT}failed ${name.replace(/[^\w ]/g, "")} ${place + 1}.png`;
      // The failure itself is what must be told; a page that is gone has no picture.
      await page.screenshot({ path, fullPage: true, timeout: 5000 }).catch(() => {});
      console.error(`  the page at the failure: ${page.url()} (${path})`);
    }
  }
}
