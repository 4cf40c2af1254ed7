// Working on the plan of one person, for the stories that lead somebody out.

import { textOf } from "./checks.mjs";
import { led } from "./keyboard.mjs";

/** Keeps what was filled in on one of the plan's forms. */
export const keep = (page, form) => led(page, () => page.locator(`form[action$='/plan/${form}'] button`).last().click());

export async function checkedSafe(page, warning) {
  await page.locator("input[name='clear'][value='yes']").check();
  if (warning) await page.locator(`input[name='warning'][value='${warning}']`).check();
  await keep(page, "safety");
}

/** Asks about one recipient, and notes what the person says. */
export async function agrees(page, whom, how = "yes") {
  const asked = page.locator("#agree .contacts > li").filter({ hasText: whom });
  await asked.locator("summary").first().click();
  const safe = asked.locator("input[name='safe']");
  if ((await safe.count()) > 0) await safe.check();
  await led(page, () => asked.locator(`button[value='${how}']`).click());
}

/** Notes how far a step is. */
export async function noted(page, step, reached) {
  const one = page.locator(`#step-${step}`);
  await one.locator("summary").click();
  await one.locator("select").selectOption(reached);
  await led(page, () => one.getByRole("button", { name: "Note how far it is" }).click());
}

export const state = (page, step) => textOf(page.locator(`#step-${step} .step-state`));
