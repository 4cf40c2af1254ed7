// Going through a page with nothing but keys, as somebody does who cannot point.

import assert from "node:assert/strict";

/** Presses Tab until the focus stands on an element that fits; it must come within one round of the page. */
export async function tabTo(page, selector) {
  const passed = [];
  for (let presses = 0; presses < 60; presses++) {
    if (await focusIsOn(page, selector)) return;
    await page.keyboard.press("Tab");
    passed.push(await page.evaluate(() => document.activeElement.outerHTML.slice(0, 60)));
  }
  assert.fail(`Tab never reached ${selector}; it passed\n${passed.join("\n")}`);
}

export async function type(page, selector, words) {
  await tabTo(page, selector);
  await page.keyboard.type(words);
}

/** Space ticks a box. */
export async function tick(page, selector) {
  await tabTo(page, selector);
  await page.keyboard.press("Space");
  assert.ok(await page.locator(selector).isChecked(), `Space does not tick ${selector}`);
}

/** Tab enters a group of radio buttons, Space or the arrows choose. */
export async function choose(page, name, value) {
  await tabTo(page, `input[name="${name}"]`);
  await page.keyboard.press("Space");
  for (let presses = 0; presses < 8; presses++) {
    if (await page.locator(`input[name="${name}"][value="${value}"]`).isChecked()) return;
    await page.keyboard.press("ArrowDown");
  }
  assert.fail(`the arrows never reached ${value} of ${name}`);
}

/** Enter on what leads to another page; what is looked at next is that page, never the one that is being left. */
export async function press(page, selector) {
  await tabTo(page, selector);
  await led(page, () => page.keyboard.press("Enter"));
}

/** Does what leads to another page, and waits until it is there: what was sent is not broken off by what comes next. */
export async function led(page, act) {
  await Promise.all([page.waitForEvent("load"), act()]);
}

function focusIsOn(page, selector) {
  return page.evaluate((wanted) => document.activeElement.matches(wanted), selector);
}
