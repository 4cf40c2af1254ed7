// A program brings a list in: the same commands as the pages, as JSON, with a token instead of a cookie.

import assert from "node:assert/strict";
import { openHouse } from "../harness.mjs";

const house = openHouse();

const LIST = "Name;Sex;Age;Nationality\r\nAbel Program Invented;M;31;Ethiopia\r\n;F;22;Kenya\r\nTotal;;2;\r\n";

/** Speaks to the API; `body` is JSON, or a file when it is text. */
async function ask(path, { token, body, method } = {}) {
  const isFile = typeof body === "string";
  const headers = { "Content-Type": isFile ? "application/octet-stream" : "application/json" };
  if (token) headers.Authorization = `Bearer ${token}`;
  const answer = await fetch(`${house.address}/api/v1${path}`, {
    method: method ?? (body === undefined ? "GET" : "POST"),
    headers,
    body: body === undefined ? undefined : isFile ? body : JSON.stringify(body),
  });
  const text = await answer.text();
  return { status: answer.status, text, json: answer.headers.get("content-type")?.includes("json") ? JSON.parse(text) : null };
}

async function token(role) {
  const { name, passphrase, codes } = house.member(role);
  const { status, json } = await ask("/sign-in", { body: { name, passphrase, code: codes.pop() } });
  assert.equal(status, 200);
  return json.token;
}

house.story("a list is read, brought in, corrected and given back", async () => {
  const key = await token("consular-officer");
  const read = await ask("/lists/read?sender=Program", { token: key, body: LIST });
  assert.deepEqual(read.json.counts, { person: 1, look: 1, "not-a-person": 1 });
  assert.equal(read.json.columns[2].meaning, "age");
  assert.deepEqual((await ask("/lists", { token: key })).json.items, [], "reading keeps nothing");

  const brought = await ask("/lists?sender=Program&columns=D=nationality", { token: key, body: LIST });
  assert.equal(brought.status, 202);
  const list = `/lists/${brought.json.id}`;
  let state = brought.json;
  while (state.state === "running") state = (await ask(list, { token: key })).json;
  assert.deepEqual(state.counts, { registered: 1, look: 1, "not-a-person": 2 });

  const [look] = (await ask(`${list}/rows?outcome=look`, { token: key })).json.items;
  assert.equal(look.notes[0].key, "no-name");
  const settled = await ask(`${list}/rows/${look.row}`, { token: key, body: { cells: { A: "Hope Program Invented" } } });
  assert.deepEqual(settled.json, { row: 3, outcome: "registered" });

  const file = await ask(`${list}/file`, { token: key });
  assert.match(file.text, /Abel Program Invented;M;31;Ethiopia;\d{3} \d{3} \d{3}/);
  const again = await ask("/lists?sender=Program", { token: key, body: LIST });
  assert.equal(again.json.previous, brought.json.id);
});

house.story("without a token, or with another role's, nothing is told", async () => {
  assert.equal((await ask("/lists")).status, 401);
  assert.equal((await ask("/lists", { token: "no-such-token" })).json.error, "sign-in-needed");
  const { name } = house.member("caseworker");
  const wrong = await ask("/sign-in", { body: { name, passphrase: "not the passphrase", code: "000000" } });
  assert.deepEqual([wrong.status, wrong.json.error], [401, "sign-in"]);
  const auditor = await ask("/lists", { token: await token("auditor") });
  assert.deepEqual([auditor.status, auditor.json.error], [403, "refused"]);
  // Another team's list is answered like one that does not exist.
  const key = await token("shelter-manager");
  const theirs = await ask("/lists?sender=Other", { token: key, body: LIST.replaceAll("Program", "Shelter") });
  const other = await token("consular-officer");
  const missing = await ask("/lists/00000000000000000000000000", { token: other });
  const foreign = await ask(`/lists/${theirs.json.id}`, { token: other });
  assert.deepEqual([foreign.status, foreign.json], [missing.status, missing.json]);
});

house.story("the cookie of a browser opens nothing here", async () => {
  const page = await house.signedIn("caseworker");
  await page.goto("/lists");
  const status = await page.evaluate(async () => (await fetch("/api/v1/lists")).status);
  assert.equal(status, 401);
});

house.story("a file that is no list is refused with a sentence", async () => {
  const key = await token("caseworker");
  const answer = await ask("/lists/read", { token: key, body: "%PDF-1.7 no list" });
  assert.equal(answer.status, 422);
  assert.match(answer.json.sentence, /[a-z ]{20,}\./i);
});

/** Any arrival; `more` is put over it. */
const arrival = (more) => ({ names: ["Tirunesh Program Invented"], nationalities: ["ETH"], consent: "spoken", ...more });

house.story("an arrival whose answer was lost is sent again, and nobody is registered twice", async () => {
  const key = await token("caseworker");
  const event = "019bc5a2-7c00-7cc3-98c4-dc0c0c07398f";
  const first = await ask("/arrivals", { token: key, body: arrival({ event }) });
  const again = await ask("/arrivals", { token: key, body: arrival({ event }) });
  assert.deepEqual([first.status, again.status, again.json], [201, 200, first.json]);
  const found = await ask("/people/search", { token: key, body: { find: "tirunesh program" } });
  assert.deepEqual(found.json.items.map((person) => person.code), [first.json.code]);
  const wrong = await ask("/arrivals", { token: key, body: arrival({ nickname: "T" }) });
  assert.equal(wrong.status, 422);
  assert.match(wrong.json.sentence, /nickname/);
});

house.story("everybody is met once on the way from page to page", async () => {
  const key = await token("caseworker");
  const codes = new Set();
  let [cursor, pages, read] = [null, 0, 0];
  do {
    const page = await ask("/people/search", { token: key, body: { sort: "newest", take: 100, cursor } });
    page.json.items.forEach((person) => codes.add(person.code));
    read += page.json.items.length;
    cursor = page.json.next;
    // Whoever comes meanwhile moves nobody out of the pages to come.
    if (++pages === 1) await ask("/arrivals", { token: key, body: arrival({ names: ["Late Program Invented"] }) });
  } while (cursor);
  assert.ok(pages > 3 && read === codes.size, `${read} lines of ${codes.size} people on ${pages} pages`);
});

house.story("an integration delivers with its token, reads nothing, and is out when it is shut out", async () => {
  const admin = await token("administrator");
  const team = (await ask("/teams", { token: admin })).json.items.find((one) => one.kind === "casework");
  const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const wanted = { name: "Border desk", team: team.id, actions: ["register"], compartments: [], expires: day(30) };
  const over = await ask("/integrations", { token: admin, body: { ...wanted, expires: day(-3) } });
  assert.deepEqual([over.status, over.json.error], [422, "unfit"]);
  const made = await ask("/integrations", { token: admin, body: wanted });
  assert.equal(made.status, 201);

  const registered = await ask("/arrivals", { token: made.json.token, body: arrival({ names: ["Border Program Invented"] }) });
  assert.equal(registered.status, 201);
  for (const [path, body] of [[`/cases/${registered.json.case}`], ["/people/search", {}], ["/lists"], ["/users"]]) {
    assert.equal((await ask(path, { token: made.json.token, body })).status, 403, path);
  }
  const worker = await token("caseworker");
  const seen = await ask(`/cases/${registered.json.case}`, { token: worker });
  assert.equal(seen.json.timeline[0].by, "Border desk");

  const off = await ask(`/integrations/${made.json.id}/disable`, { token: admin, method: "POST" });
  assert.equal(off.status, 204);
  assert.equal((await ask("/arrivals", { token: made.json.token, body: arrival() })).status, 401);
});

house.story("an administrator makes an integration on the page of users and sees its token once", async () => {
  const page = await house.signedIn("administrator");
  await page.goto("/users");
  await page.fill("#integration", "Shelter desk");
  await page.check('input[name="action"][value="register"]');
  await page.fill("#expires", new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10));
  await page.click('form[action="/users/integrations"] button');
  const secret = (await page.textContent(".secret")).trim();
  assert.match(secret, /^sc_[a-z2-7]{52}$/);
  assert.equal((await ask("/arrivals", { token: secret, body: arrival({ names: ["Shelter Program Invented"] }) })).status, 201);
  await page.goto("/users");
  assert.ok(!(await page.content()).includes(secret));
});

house.story("signing out ends a token, and the panic lock ends them all", async () => {
  const [one, other] = [await token("auditor"), await token("protection-officer")];
  assert.equal((await ask("/me", { token: one })).json.role, "auditor");
  assert.equal((await ask("/sign-out", { token: one, method: "POST" })).status, 204);
  assert.equal((await ask("/me", { token: one })).status, 401);
  assert.equal((await ask("/lock", { token: other, method: "POST" })).status, 204);
  // The lock hangs up on everybody: a question on a line that was open may meet its end, and is asked again.
  const me = () => ask("/me", { token: other });
  assert.equal((await me().catch(me)).status, 401);
});
