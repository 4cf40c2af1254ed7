// Somebody is at the door. Fifty words that stand nowhere else are typed, searched for, uploaded and exported; then
// everything is locked, and nothing on the disk and nothing in memory may hold one of them.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { run as runProgram } from "../program.mjs";
import { inFiles, inMemory, traces, within } from "../seizure.mjs";
import { formsOf, Typist } from "../typist.mjs";

// Every canary begins with this; the rest says where it was planted.
const STEM = "Zqxvkwjb";
const CANARIES = traces(STEM);
// In clear by design, and so a proof that the looking finds: names of staff on the disk, the organisation in memory.
const STAFF = "Yqzjxkstaff";
const ORGANISATION = "Harbour (invented)";
const LONGEST = 180_000;

const folder = mkdtempSync(join(tmpdir(), "seizure-"));
const registry = join(folder, "registry");
const temporary = mkdtempSync(join(tmpdir(), "seizure-tmp-"));
after(() => [folder, temporary].forEach((path) => rmSync(path, { recursive: true })));

const run = (...args) => runProgram(args, { TMPDIR: temporary });

let planted = 0;
const letter = (n) => String.fromCharCode(97 + (n % 26));
const canary = (tail = "") => `${STEM}${letter(planted / 26)}${letter(planted++)}${tail}`;

test("after the lock not one of fifty canaries is found, on the disk or in memory", { timeout: LONGEST }, async (t) => {
  const demo = await run("demo", "--keep", registry, "--port", "0", "--machine");
  const { members } = JSON.parse(demo.first);
  await demo.stop();
  const server = await run("serve", "--dir", registry, "--listen", "127.0.0.1:0");
  const address = server.first.match(/http:\/\/\S+/)[0];
  t.after(server.stop);
  const typists = await plant(address, members);
  assert.ok(planted >= 50, `${planted} canaries were planted`);

  const canRead = readable(server.pid);
  if (canRead) {
    const before = inMemory(server.pid, CANARIES);
    assert.ok(before.length > 20, `while people work, memory holds what they typed: ${before.length}`);
  }
  assert.ok(inFiles(folder, traces(STAFF)).length > 0, "names of staff are in clear, and found");

  await lock(address, typists);

  assert.deepEqual(inFiles(folder, CANARIES), [], "on the disk");
  assert.deepEqual(inFiles(temporary, CANARIES), [], "in temporary files");
  assert.deepEqual(within(server.said(), CANARIES, "what it said"), []);
  if (canRead) {
    assert.ok(inMemory(server.pid, traces(ORGANISATION)).length > 0, "the memory that is read is the server's");
    assert.deepEqual(await memoryWithout(server.pid), [], "in memory");
  }
  t.diagnostic(`${planted} canaries; memory ${canRead ? "was read" : "could not be read by this user, which protects it"}`);
  await server.stop();
  assert.deepEqual(inFiles(folder, CANARIES), [], "on the disk, after the end");
});

/** Who is not root cannot read the memory of a process that must not be dumped. */
function readable(pid) {
  if (process.getuid() === 0) return true;
  assert.throws(() => inMemory(pid, CANARIES), /EACCES|EPERM/, "another program of the same user cannot read it");
  return false;
}

/** What memory holds once threads that were under way are done; empty, or what stays. */
async function memoryWithout(pid) {
  const until = performance.now() + 1_000;
  let hits = inMemory(pid, CANARIES);
  while (hits.length > 0 && performance.now() < until) hits = inMemory(pid, CANARIES);
  return hits;
}

/** Locks while others are idle on open connections, or in the middle of a word; all are hung up on within a second. */
async function lock(address, [caseworker, ...others]) {
  const half = caseworker.halfTyped(`POST /people HTTP/1.1\r\nHost: x\r\nCookie: ${canary()}\r\nX-Half: ${canary()}`);
  const body = caseworker.halfTyped(
    `POST /people HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 900\r\n\r\nfind=${canary()}`,
  );
  await Promise.all([half.begun, body.begun]);
  assert.ok([caseworker, ...others].some((typist) => typist.idle > 0), "connections are kept open");
  const began = performance.now();
  const answer = await caseworker.post("/lock", {});
  assert.equal(answer.status, 303);
  assert.match(answer.headers["clear-site-data"], /cache/);
  await Promise.all([half.ended, body.ended]);
  while ([caseworker, ...others].some((typist) => typist.idle > 0)) await new Promise(setImmediate);
  const took = performance.now() - began;
  assert.ok(took < 1_000, `everything was closed after ${Math.round(took)} ms`);
  for (const typist of others) assert.equal((await typist.get("/people")).status, 303, "nobody is signed in");
  [caseworker, ...others].forEach((typist) => typist.close());
}

/** Types canaries wherever something can be typed; returns who did, each still signed in. */
async function plant(address, members) {
  const member = (role) => members.find((one) => one.role === role);
  const typists = [];
  for (const role of ["caseworker", "consular-officer", "administrator"]) {
    const typist = new Typist(address);
    const { name, passphrase, codes } = member(role);
    await typist.post("/sign-in", { name: canary(), passphrase: canary(" wrong words"), code: canary() });
    const inside = await typist.follow(await typist.post("/sign-in", { name, passphrase, code: codes.pop() }));
    assert.equal(inside.status, 200, role);
    typists.push(typist);
  }
  const [caseworker, officer, administrator] = typists;
  await register(caseworker);
  await search(caseworker);
  await openAndCorrect(caseworker);
  await bringAList(officer);
  await everyForm(caseworker, ["/people", "/arrivals/new", "/passphrase", "/lists", "/sessions"]);
  await everyForm(administrator, ["/users"]);
  await administrator.post("/users", { name: STAFF, role: "auditor", team: "" });
  await causeErrors(caseworker);
  await asAProgram(new Typist(address), member("protection-officer"));
  return typists;
}

async function register(typist) {
  for (const consent of ["yes", "no", "not-asked", "given", "agreed"]) {
    const card = {
      name: canary(" Invented"),
      name2: canary(" ሐና"),
      sex: "f",
      age: "24",
      nationality: "Ethiopia",
      language: "Amharic",
      passport_status: "withheld",
      passport_number: canary("123"),
      contact: `+855 ${canary()}`,
      phone: canary(),
      place: canary(" House"),
      remark: `she said ${canary()} and ${canary()}`,
      sign: "threat",
      consent,
    };
    await typist.follow(await typist.post("/arrivals", card));
  }
}

async function search(typist) {
  for (const fields of [{ find: STEM }, { find: canary() }, { place: canary() }, { find: STEM, sort: "newest", page: "1" }]) {
    await typist.post("/people", fields);
    await typist.post("/people", fields, { headers: { "X-Fragment": "rows" } });
  }
  const found = await typist.post("/people", { find: STEM });
  assert.match(found.text, new RegExp(STEM), "who was registered is found again");
  await typist.post("/people/filters", { filter_name: canary(), find: canary(), place: canary() });
  for (const format of ["csv", "xlsx"]) {
    const file = await typist.post("/people/export", { find: STEM, format });
    assert.equal(file.status, 200);
  }
}

async function openAndCorrect(typist) {
  const rows = await typist.post("/people", { find: STEM });
  const cases = [...new Set(rows.text.match(/\/case\/\w+/g))];
  assert.ok(cases.length > 0);
  for (const path of cases.slice(0, 3)) {
    const opened = await typist.get(path);
    assert.match(opened.text, new RegExp(STEM));
    for (const field of new Set(opened.text.match(/\/case\/\w+\/correct\/[\w-]+/g))) await everyForm(typist, [field]);
    await typist.get(`${path}/card`);
  }
}

async function bringAList(typist) {
  const rows = Array.from({ length: 12 }, (_, n) => `${canary(` Row${n}`)};F;2${n % 10};Kenya;${canary()};${canary("99")}`);
  const bytes = [`Name;Sex;Age;Nationality;${canary()};Passport`, ...rows, `;F;22;Kenya;${canary()};`].join("\r\n");
  const list = { field: "file", name: `${canary()}.csv`, bytes };
  const columns = await typist.follow(await typist.file("/lists", { sender: canary(" Embassy") }, list));
  assert.match(columns.text, new RegExp(STEM));
  const draft = columns.text.match(/\/lists\/new\/\w+/)[0];
  await typist.get(`${draft}/preview`);
  await everyForm(typist, [`${draft}/rows/2`]);
  let at = await typist.follow(await typist.post(`${draft}/register`, {}));
  const done = /action="(\/lists\/[\w-]+)\/with-codes"/;
  while (!done.test(at.text)) {
    assert.equal(at.status, 200, at.text);
    at = await typist.follow(await typist.get(draft));
  }
  const kept = at.text.match(done)[1];
  for (const file of ["report.csv", "with-codes", "to-look-at"]) await typist.post(`${kept}/${file}`, { format: "xlsx" });
  assert.match((await typist.get(`${kept}/report`)).text, new RegExp(STEM));
  // A second list stays a draft: it is in memory with the sign-in alone.
  await typist.follow(await typist.file("/lists", { sender: canary() }, list));
  await typist.file("/lists", { sender: canary() }, { field: "file", name: `${canary()}.xlsx`, bytes: `PK ${canary()}` });
}

/** Fills in every form of these pages with canaries, in every field where something can be typed. */
async function everyForm(typist, paths) {
  for (const path of paths) {
    const page = await typist.follow(await typist.get(path));
    for (const { action, fields } of formsOf(page.text)) {
      if (["/lock", "/sign-out", "/language"].includes(action)) continue;
      const typed = fields.filter(({ name }) => name).map(({ name, type, value }) =>
        [name, ["text", "search", "tel", "password", "textarea"].includes(type) ? canary(" words long enough") : value]);
      // A member's name is no secret of a case: it is in clear by design, and stays out of this.
      if (action === "/users") continue;
      await typist.follow(await typist.post(action || path, typed));
    }
  }
}

async function causeErrors(typist) {
  const percent = [...canary()].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join("");
  for (const path of [`/${canary()}`, `/people?find=${canary()}`, `/case/${percent}`, `/lists/${canary()}/report`, `/static/${canary()}.js`]) {
    await typist.get(path, { headers: { Referer: `http://x/${canary()}`, "User-Agent": canary(), Cookie: `a=${canary()}` } });
  }
  await typist.send("POST", "/people", { body: `{"broken": "${canary()}`, type: "application/json" });
  await typist.send("POST", "/people", { body: `find=${canary()}%ff%fe`, headers: { "Sec-Fetch-Site": "cross-site" } });
  await typist.send("DELETE", `/people/${canary()}`);
  await typist.post("/policy-report", { "blocked-uri": canary() });
}

/** The same over the API, whose sign-in stays open too. */
async function asAProgram(typist, { name, passphrase, codes }) {
  await typist.json("/api/v1/sign-in", { name: canary(), passphrase: canary(), code: canary() });
  const { token } = JSON.parse((await typist.json("/api/v1/sign-in", { name, passphrase, code: codes.pop() })).text);
  const headers = { Authorization: `Bearer ${token}` };
  const list = `Name;Sex\r\n${canary()};F\r\n`;
  await typist.send("POST", `/api/v1/lists/read?sender=${canary()}`, { body: list, type: "application/octet-stream", headers });
  await typist.json(`/api/v1/lists/${canary()}/rows/1`, { cells: { A: canary() } }, headers);
  typist.close();
}
