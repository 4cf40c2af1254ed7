// Photos and scans of a case, as they are added, looked at, and taken away again.

import assert from "node:assert/strict";
import { register } from "../arrival.mjs";
import { axe, everyWordIsThere, fitsAcross, textOf } from "../checks.mjs";
import { LAPTOP, openHouse, PHONE } from "../harness.mjs";

const house = openHouse();

/** A picture of whatever is on the screen, as a telephone or a scanner would hand it over. */
async function pictureOf(page, name, type) {
  return { name, mimeType: "text/plain", buffer: await page.screenshot({ type }) };
}

async function add(page, path, kind, file) {
  await page.goto(path);
  await page.locator("a[href$='/attachments/new']").click();
  await page.locator("#file").setInputFiles(file);
  await page.locator("#kind").selectOption(kind);
  await page.locator("input[name='consent'][value='spoken']").check({ force: true });
  await page.locator("form[enctype] button.primary").click();
}

async function checked(page) {
  await axe(page);
  await fitsAcross(page);
  await everyWordIsThere(page);
}

for (const [what, device] of Object.entries({ "a phone": PHONE, "a laptop": LAPTOP })) {
  house.story(`on ${what} a scan is added, seen large, and removed for a reason`, async () => {
    const page = await house.signedIn("caseworker", device);
    const { path } = await register(page, { name: "Marta Pictured" });
    const scan = await pictureOf(page, "MARTA passport.jpg.exe", "jpeg");
    await page.goto(path);
    await page.locator("a[href$='/attachments/new']").click();
    await checked(page);
    await add(page, path, "passport", scan);
    await page.locator(".notice-good").waitFor();
    const preview = page.locator(".pictures img");
    await preview.scrollIntoViewIfNeeded();
    await page.waitForFunction(() => document.querySelector(".pictures img").naturalWidth > 100);
    await checked(page);
    assert.ok(!(await page.content()).includes("MARTA passport"), "the file's name is not kept");
    await page.locator(".pictures a").click();
    await page.waitForFunction(() => document.querySelector(".picture-whole img").naturalWidth > 300);
    await checked(page);
    assert.doesNotMatch(new URL(page.url()).pathname, /[0-9a-v]{26}|marta/i);
    await page.locator("#because").fill("Asked for it back");
    await page.locator("form.remove button").click();
    assert.match(await textOf(page.locator(".notice-good")), /Removed for good/);
    assert.match(await textOf(page.locator(".timeline li").first()), /Photo or scan removed.*Asked for it back/);
    assert.equal(await page.locator(".pictures").count(), 0);
  });
}

house.story("a consular officer notes that the document was issued, and the face is gone", async () => {
  const page = await house.signedIn("consular-officer", PHONE, { javaScriptEnabled: false });
  const { path } = await register(page, { name: "Grace Pictured" });
  await add(page, path, "document-photo", await pictureOf(page, "face.png", "png"));
  const address = await page.locator(".pictures a").getAttribute("href");
  await page.locator(".fold summary", { hasText: "was issued" }).click();
  await page.locator("#number").fill("ETD 0042");
  await page.locator("form.issued button").click();
  assert.match(await textOf(page.locator(".notice-good")), /The photo was deleted/);
  assert.match(await textOf(page.locator("#papers")), /Travel document ETD 0042/);
  assert.equal(await page.locator(".pictures").count(), 0);
  const gone = await page.request.get(`${address}/picture`);
  assert.equal(gone.status(), 404);
});

house.story("a drawing, a PDF and a damaged photo are sent back with what to do", async () => {
  const page = await house.signedIn("caseworker", PHONE);
  const { path } = await register(page, { name: "Lina Pictured" });
  const photo = await page.screenshot({ type: "jpeg" });
  for (const [buffer, sentence] of [
    [Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"), /drawing or a web page/],
    [Buffer.from("%PDF-1.7"), /This is a PDF/],
    [photo.subarray(0, photo.length / 2), /was not fully copied/],
  ]) {
    await add(page, path, "passport", { name: "photo.jpg", mimeType: "image/jpeg", buffer });
    assert.match(await textOf(page.locator("#file-error")), sentence);
    assert.equal(await page.locator("#kind").inputValue(), "passport", "what was chosen stays");
    await checked(page);
  }
});
