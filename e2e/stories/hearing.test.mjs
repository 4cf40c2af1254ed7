// A person is heard, once: from the arrival card over the short screening to what it comes to, and who is seen first.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { register } from "../arrival.mjs";
import { axe, everyWordIsThere, fitsAcross, textOf } from "../checks.mjs";
import { LAPTOP, openHouse, PHONE } from "../harness.mjs";
import { led, press } from "../keyboard.mjs";

const house = openHouse();

async function looksRight(page) {
  await fitsAcross(page);
  await everyWordIsThere(page);
  await axe(page);
}

/** Somebody who has just come, with the signs of the card that are named. */
async function somebody(page, name, signs = []) {
  const { path } = await register(page, { name, signs });
  return path;
}

/** Answers one question, found by its words; with keys alone, as somebody does whose eyes are on the person. */
async function answer(page, words, how) {
  assert.match(await textOf(page.locator("h1")), words);
  if (how.typed) await page.locator("#typed").fill(how.typed);
  if (how.choose) await page.locator(`input[name='choice'][value='${how.choose}']`).check();
  const button = how.say ? `button[name='answer'][value='${how.say}']` : "main form button.primary";
  await press(page, button);
}

house.story("a short screening raises the urgency by the clock, and the result follows each answer", async () => {
  const page = await house.signedIn("caseworker", PHONE);
  const path = await somebody(page, "Heard Invented");
  await page.goto(path);
  await page.getByRole("link", { name: /^Short screening/ }).click();
  await looksRight(page);
  await answer(page, /good place to talk/, { say: "yes" });
  await answer(page, /person who interprets/, { choose: "not-needed" });
  await answer(page, /nobody else is shown it unless you agree.*May we begin/, { say: "no" });
  assert.match(await textOf(page.locator("main")), /A break/, "after a no nothing is asked");
  await page.getByRole("link", { name: "Go on", exact: true }).click();
  await answer(page, /May we begin/, { say: "yes" });
  await answer(page, /Are you safe/, { choose: "safe" });
  for (let asked = 0; asked < 5 && !/something sexual/.test(await textOf(page.locator("h1"))); asked++) {
    await led(page, () => page.locator("button[value='rather-not']").click());
  }
  await answer(page, /something sexual/, { say: "yes" });
  await looksRight(page);
  assert.match(await textOf(page.locator(".hear-so-far")), /P1: today/, "an unknown time counts as inside");
  await answer(page, /When was that/, { typed: "some days ago" });
  assert.match(await textOf(page.locator("#typed-error")), /no day or time/);
  assert.equal(await page.locator("#typed").inputValue(), "some days ago", "what was typed stays");
  const [day, hour] = fortyHoursAgo();
  await answer(page, /When was that/, { typed: `${day} ${hour}` });
  assert.match(await textOf(page.locator(".hear-so-far")), /3[12] hours left for preventive HIV medicine/);

  await page.goto(`${path}/hear?question=23`);
  await answer(page, /what you had been told/, { say: "no" });
  await page.goto(`${path}/hear?question=31`);
  await answer(page, /leave the place/, { say: "no" });
  await page.goto(`${path}/heard`);
  assert.match(await textOf(page.locator(".finding")), /More information needed/);
  await page.goto(`${path}/hear?question=34`);
  await answer(page, /although you did not want/, { say: "yes" });
  assert.match(await textOf(page.locator(".hear-so-far")), /Presumed victim/, "one answer changes it at once");
  await page.goto(`${path}/heard`);
  const result = await textOf(page.locator("main"));
  assert.match(result, /Palermo Protocol art\. 3\(a\)/);
  assert.match(result, /Means \(deception\): the work was not what had been promised/);
  await looksRight(page);

  await page.goto("/now?level=p1");
  assert.match(await textOf(page.locator("ol.now li").first()), /Heard Invented.*hours left/, "whose clock runs is on top");
  await looksRight(page);
  await page.locator("ol.now li a").first().click();
  await page.locator("#note").fill("Seen at the clinic.");
  await page.locator("form[action$='/attended'] button").click();
  assert.match(await textOf(page.locator("main")), /Looked after .*Seen at the clinic/);
});

/** As it is written: where the response works, which is seven hours ahead of Greenwich. */
function fortyHoursAgo() {
  return new Date(Date.now() - 33 * 3_600_000).toISOString().slice(0, 16).split("T");
}

house.story("a break keeps every answer, and nothing that the card says is asked again", async () => {
  const page = await house.signedIn("caseworker", LAPTOP, { javaScriptEnabled: false });
  const path = await somebody(page, "Resting Invented", ["pregnant"]);
  await page.goto(`${path}/hear?short=yes`);
  await page.locator("button[value='yes']").click();
  await page.getByRole("link", { name: "Break or stop" }).click();
  assert.match(await textOf(page.locator("main")), /The one answer is kept/);
  assert.match(await textOf(page.locator("main")), /in distress/);
  await page.getByRole("link", { name: "Go on", exact: true }).click();
  assert.match(await textOf(page.locator(".hear-so-far")), /Pregnant/);
  const asked = [];
  for (let steps = 0; steps < 40 && new URL(page.url()).pathname.endsWith("/hear"); steps++) {
    asked.push(await textOf(page.locator("h1")));
    const how = /May we begin/.test(asked.at(-1)) ? "yes" : "rather-not";
    await led(page, () => page.locator(`button[value='${how}']`).click());
  }
  assert.ok(asked.length > 10 && new Set(asked).size === asked.length, "each once");
  assert.ok(!asked.some((words) => /Are you pregnant/.test(words)), "the card says so already");
});

house.story("a status is a named person's, with a reason", async () => {
  const page = await house.signedIn("protection-officer", LAPTOP);
  await page.goto("/people");
  await page.locator("tr[data-row] a").first().click();
  await page.locator(".case-head").waitFor();
  await page.goto(`${new URL(page.url()).pathname}/heard`);
  await page.locator("details.fold summary").first().click();
  await page.locator("#status").selectOption("actual");
  await page.locator("#body").selectOption("ngo");
  await page.locator("form[action$='/status'] button").click();
  assert.match(await textOf(page.locator(".notice-bad")), /who decided it/);
  await page.locator("#by").fill("M. Invented, protection officer");
  await page.locator("#because").fill("Act, means and purpose are shown.");
  await page.locator("form[action$='/status'] button").click();
  assert.match(await textOf(page.locator("main")), /Victim of trafficking, decided by M\. Invented/);
  await looksRight(page);
});

house.story("a letter says what it takes, is written in Khmer, and its code tells nothing of the person", async () => {
  const page = await house.signedIn("caseworker", LAPTOP);
  const path = await somebody(page, "Lettered Invented");
  await page.goto(`${path}/letters`);
  await looksRight(page);
  await page.getByRole("link", { name: /^Presumption/ }).click();
  assert.match(await textOf(page.locator("main")), /cannot be written yet.*Go on with the hearing/);
  await looksRight(page);
  for (const [question, said] of [[23, "no"], [31, "no"], [34, "yes"]]) {
    await page.goto(`${path}/hear?question=${question}`);
    await led(page, () => page.locator(`button[name='answer'][value='${said}']`).click());
  }
  await page.goto(`${path}/letters/presumption`);
  await led(page, () => page.locator("main form button.primary").click());
  assert.match(await textOf(page.locator(".notice-bad")), /needed/i);
  await page.locator("#language").selectOption("km");
  await page.locator("#recipient").fill("Office of immigration (invented)\nPhnom Penh");
  await page.locator("#contact").fill("desk@example.org");
  await page.locator("#place").fill("Phnom Penh");
  await page.locator("#signatory").fill("Sok Invented");
  await page.locator("#post").fill("Head of casework");
  await led(page, () => page.locator("main form button.primary").click());
  assert.deepEqual(await page.locator(".notice-bad li").allInnerTexts(), [], "nothing is missing");
  const letter = page.locator("article.letter");
  assert.equal(await letter.getAttribute("lang"), "km");
  assert.match(await textOf(letter), /Lettered Invented/);
  await fitsAcross(page);
  await axe(page);
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("button[value='pdf']").click()]);
  assert.equal(download.suggestedFilename(), "letter.pdf");
  const bytes = readFileSync(await download.path());
  assert.equal(bytes.subarray(0, 5).toString("latin1"), "%PDF-");

  const code = (await textOf(letter)).match(/\d{3} \d{3} \d{3}(?!.*\d{3} \d{3} \d{3})/)[0];
  const stranger = await house.visit(PHONE);
  await stranger.goto("/check");
  await looksRight(stranger);
  await stranger.locator("#code").fill(code);
  await stranger.locator("main form button.primary").click();
  const told = await textOf(stranger.locator("main"));
  assert.match(told, /This letter is genuine/);
  assert.ok(!told.includes("Lettered"));
  await stranger.locator("#code").fill("111 111 111");
  await stranger.locator("main form button.primary").click();
  assert.match(await textOf(stranger.locator("main")), /No letter has this code/);
  await stranger.goto(`/check#${code.replaceAll(" ", "")}`);
  await stranger.getByText("This letter is genuine").waitFor();

  await page.goto(`${path}/letters`);
  await page.getByRole("button", { name: /^Take back the letter/ }).click();
  await page.getByText("Whoever checks it is told so.").waitFor();
  await stranger.goto("/check");
  await stranger.locator("#code").fill(code);
  await stranger.locator("main form button.primary").click();
  assert.match(await textOf(stranger.locator("main")), /taken back/);
});
