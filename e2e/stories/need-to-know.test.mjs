// Who has no key cannot read: by role, also for those who run the machine, and every refusal is on the record.

import assert from "node:assert/strict";
import { axe, textOf } from "../checks.mjs";
import { openCase } from "../desk.mjs";
import { openHouse } from "../harness.mjs";

const house = openHouse();
const HANNA = "ሐና ተስፋዬ";
// Registered at the mission, threatened and without a bed: the mission's own team reads neither.
const AT_THE_MISSION = "Lina Amelia";
const REMARK = /Asks for an Amharic interpreter/;

house.story("a caseworker reads needs and threats of those whom the own team registered", async () => {
  const page = await house.signedIn("caseworker");
  await openCase(page, HANNA);
  assert.match(await page.locator("main").innerText(), REMARK);
  assert.match(await textOf(page.locator(".case-urgent")), /No bed tonight/);
  assert.equal(await page.locator(".closed").count(), 0);
});

house.story("a consular officer is told that needs and threats are closed, and reads none of them", async () => {
  const page = await house.signedIn("consular-officer");
  await openCase(page, AT_THE_MISSION);
  assert.doesNotMatch(await page.locator("main").innerText(), /No bed tonight|Threatened/);
  assert.equal(await page.locator(".case-urgent, .sign").count(), 0);
  assert.equal(await page.locator(".closed").count(), 2, "care and protection say that they are closed");
  assert.match(await textOf(page.locator(".closed").first()), /Not open to your role/);
  assert.equal(await page.locator("a[href$='/correct/signs'], a[href$='/correct/remark']").count(), 0);
  await axe(page);
});

house.story("a consular officer cannot reach a closed part by its address either", async () => {
  const page = await house.signedIn("consular-officer");
  const path = await openCase(page, AT_THE_MISSION);
  for (const field of ["signs", "remark"]) {
    const answer = await page.goto(`${path}/correct/${field}`);
    assert.equal(answer.status(), 403, field);
    assert.doesNotMatch(await page.locator("main").innerText(), /No bed tonight|Threatened/);
    assert.equal(await posted(page, `${path}/correct/${field}`, { sign: "hurt", remark: "Nothing" }), 403, field);
  }
});

house.story("sec04: one team does not find the people of another", async () => {
  for (const role of ["consular-officer", "shelter-manager"]) {
    const page = await house.signedIn(role);
    await page.goto("/people");
    await page.locator("#find").fill(HANNA);
    await page.locator("form[role='search'] button.primary").click();
    await page.locator(".rows-none").waitFor();
  }
});

for (const role of ["auditor", "administrator", "analyst"]) {
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

/** Posts a form as one of our own pages would, and returns the status of the answer. */
function posted(page, action, form = {}) {
  return page.evaluate(
    async ([path, pairs]) => (await fetch(path, { method: "POST", body: new URLSearchParams(pairs) })).status,
    [action, form],
  );
}

house.story("the auditor sees who was refused and who read, and no name of anybody registered", async () => {
  const administrator = await house.signedIn("administrator");
  assert.equal((await administrator.goto("/people")).status(), 403);
  const caseworker = await house.signedIn("caseworker");
  await openCase(caseworker, HANNA);

  const auditor = await house.signedIn("auditor");
  await auditor.goto("/log");
  const log = await auditor.locator("main").innerText();
  const refused = auditor.locator("tr.refused", { hasText: house.member("administrator").name });
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
