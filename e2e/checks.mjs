// What several stories ask of a page.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Asks axe whether people who cannot see or point can use the page as it stands. */
export async function axe(page) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() =>
    globalThis.axe.run(document, { resultTypes: ["violations"] }),
  );
  const told = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `    ${node.html}\n    ${node.failureSummary}`).join("\n")}`,
  );
  assert.equal(told.length, 0, `axe on ${page.url()}:\n${told.join("\n")}`);
}

/** Nothing sticks out sideways: on a phone that hides half of a sentence. */
export async function fitsAcross(page) {
  const { wide, across, out } = await page.evaluate(() => {
    const across = document.documentElement.clientWidth;
    const reaching = [...document.querySelectorAll("body *")].filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 1 && (box.right > across + 1 || box.left < -1);
    });
    return {
      across,
      wide: document.scrollingElement.scrollWidth,
      out: reaching.slice(0, 5).map((element) => element.outerHTML.slice(0, 160)),
    };
  });
  assert.equal(across, page.viewportSize().width, "the page is laid out wider than the screen");
  assert.ok(wide <= across, `the page is ${wide} px wide on a screen of ${across}:\n${out.join("\n")}`);
}

/** A word that a catalogue lacks shows its key, such as "card-title"; none may reach a reader. */
export async function everyWordIsThere(page) {
  const keys = await page.evaluate(() => {
    const key = /^(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)+$/;
    const words = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      if (!texts.currentNode.parentElement.closest("script, style")) words.push(texts.currentNode.data);
    }
    for (const element of document.querySelectorAll("*")) {
      for (const name of ["aria-label", "title", "placeholder", "alt"]) words.push(element.getAttribute(name) ?? "");
    }
    return [...words, document.title].map((word) => word.trim()).filter((word) => key.test(word));
  });
  assert.deepEqual(keys, [], `words that no catalogue holds, on ${page.url()}`);
}

/** Text as a reader sees it, in one line. */
export async function textOf(locator) {
  return (await locator.innerText()).replace(/\s+/g, " ").trim();
}

/** Waits until a count is what it must be; what it was at the end is told. */
export async function counts(locator, expected) {
  if (expected > 0) await locator.nth(expected - 1).waitFor({ state: "attached" });
  assert.equal(await locator.count(), expected);
}

/** Remembers every address the page asks for, so that a story can tell what stood in them. */
export function rememberAddresses(page) {
  const addresses = [];
  page.on("request", (request) => addresses.push(decodeURIComponent(request.url())));
  page.on("framenavigated", (frame) => addresses.push(decodeURIComponent(frame.url())));
  return addresses;
}
