// Who has no key cannot read: by role, also for those who run the machine, and every refusal is on the record.

import assert from "node:assert/strict";
import { axe, textOf } from "../checks.mjs";
import { openCase } from "../desk.mjs";
import { openHouse } from "../harness.mjs";

const house = openHouse();
const HANNA = "ሐና ተስፋዬ";
const REMARK = /Asks for an Amharic interpreter/;

house.story("a caseworker reads needs and threats; a consular officer is told that these are closed", async () => {
  const caseworker = await house.signedIn("caseworker");
  await openCase(caseworker, HANNA);
  const whole = await caseworker.locator("main").innerText();
  assert.match(whole, REMARK);
  assert.match(await textOf(caseworker.locator(".case-urgent")), /No bed tonight/);
  assert.equal(await caseworker.locator(".closed").count(), 0);

  const consular = await house.signedIn("consular-officer");
  await openCase(consular, HANNA);
  const source = await consular.content();
  assert.doesNotMatch(source, REMARK);
  assert.doesNotMatch(await consular.locator("main").innerText(), /No bed tonight|Threatened|Pregnant/);
  assert.equal(await consular.locator(".case-urgent").count(), 0);
  assert.ok((await consular.locator(".closed").count()) >= 2, "care and protection say that they are closed");
  assert.match(await textOf(consular.locator(".closed").first()), /Not open to your role/);
  assert.equal(await consular.locator("a[href$='/correct/signs'], a[href$='/correct/remark']").count(), 0);
  await axe(consular);
});

house.story("a consular officer cannot reach a closed part by its address either", async () => {
  const page = await house.signedIn("consular-officer");
  const path = await openCase(page, HANNA);
  const answer = await page.goto(`${path}/correct/signs`);
  assert.equal(answer.status(), 403);
  assert.ok(!(await answer.text()).includes("no-shelter"));
});

for (const role of ["auditor", "administrator", "analyst", "fund-manager"]) {
  house.story(`the ${role} opens neither the list nor a case`, async () => {
    const caseworker = await house.signedIn("caseworker");
    const path = await openCase(caseworker, HANNA);

    const page = await house.signedIn(role);
    assert.equal(await page.locator("nav.parts a[href='/people'], nav.parts a[href='/arrivals/new']").count(), 0);
    for (const closed of ["/people", "/arrivals/new", "/lists"]) {
      const answer = await page.goto(closed);
      assert.equal(answer.status(), 403, closed);
      assert.ok((await textOf(page.locator(".lead"))).length > 10, "a refusal is a sentence");
      assert.equal(await page.locator("tr[data-row]").count(), 0);
      await axe(page);
    }
    // The address of a case means nothing outside the sign-in it was made for, so there is nothing to refuse.
    const answer = await page.goto(path);
    assert.equal(answer.status(), 404);
    assert.ok(!(await page.content()).includes("ሐና"));
    for (const action of ["/people/export", "/people"]) {
      assert.equal(await posted(page, action), 403, action);
    }
  });
}

/** Posts an empty form as one of our own pages would. */
function posted(page, action) {
  return page.evaluate(async (path) => (await fetch(path, { method: "POST", body: new URLSearchParams() })).status, action);
}

house.story("the auditor sees who was refused and who read, and no name of anybody registered", async () => {
  const administrator = await house.signedIn("administrator");
  assert.equal((await administrator.goto("/people")).status(), 403);
  const caseworker = await house.signedIn("caseworker");
  await openCase(caseworker, HANNA);

  const auditor = await house.signedIn("auditor");
  await auditor.goto("/log");
  const log = await auditor.locator("main").innerText();
  const refused = auditor.locator("[data-refused]", { hasText: house.member("administrator").name });
  assert.ok((await refused.count()) >= 1, "the refusal is on the record");
  assert.ok(log.includes(house.member("caseworker").name), "and so is the reading");
  assert.doesNotMatch(await auditor.content(), /ሐና|Hanna|Tesfaye/);
  await axe(auditor);
});

for (const role of ["auditor", "caseworker", "consular-officer"]) {
  house.story(`the ${role} cannot add or disable users`, async () => {
    const page = await house.signedIn(role);
    assert.equal((await page.goto("/users")).status(), 403);
    assert.equal(await posted(page, "/users/disable"), 403);
  });
}
