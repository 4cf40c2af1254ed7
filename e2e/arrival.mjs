// Registering somebody by hand, for the stories that need a person of their own.

/** Registers a person and returns the number of the card and the address of the case. */
export async function register(page, { name, place = "Sihanoukville", sex = "female", signs = [], ...more }) {
  await page.goto("/arrivals/new");
  await page.locator("input[name='consent'][value='spoken']").check({ force: true });
  await page.locator("#name").fill(name);
  await page.locator(`input[name='sex'][value='${sex}']`).check({ force: true });
  for (const [field, words] of Object.entries({ place, ...more })) await page.locator(`#${field}`).fill(words);
  for (const sign of signs) await page.locator(`input[name='sign'][value='${sign}']`).check({ force: true });
  await page.locator("form.arrival button.primary").click();
  return registered(page);
}

/** The page after registering: the number, and where it leads. */
export async function registered(page) {
  const code = (await page.locator(".done-code").innerText()).replace(/\s+/g, " ").trim();
  const card = await page.locator(".done-next a[href$='/card']").getAttribute("href");
  return { code, card, path: card.replace(/\/card$/, "") };
}
