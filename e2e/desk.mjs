// Opening a case the way people do: by looking for it.

/** Looks somebody up on the list and opens the case; returns its address. */
export async function openCase(page, words) {
  await page.goto("/people");
  await page.locator("#find").fill(words);
  await page.locator("form[role='search'] button.primary").click();
  const link = page.locator("tr[data-row]", { hasText: words }).locator("a").first();
  await link.click();
  await page.locator(".case-head").waitFor();
  return new URL(page.url()).pathname;
}
