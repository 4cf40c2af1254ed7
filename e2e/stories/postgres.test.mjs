// Two servers on one PostgreSQL database, and a registry that moves there and back. `cargo xtask test` starts the
// database and names two empty ones.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { BINARY } from "../demo.mjs";
import { run } from "../program.mjs";

const [SHARED, MOVED] = (process.env.SAFECONDUCT_DATABASES ?? "").split(" ");
const folder = mkdtempSync(join(tmpdir(), "postgres-story-"));
after(() => rmSync(folder, { recursive: true }));

async function serve(dir, ...more) {
  const { first, stop } = await run(["serve", "--dir", dir, "--listen", "127.0.0.1:0", ...more]);
  return { address: first.match(/http:\/\/\S+/)[0], stop };
}

async function ask(server, path, token, body) {
  const headers = { "Content-Type": "application/json" };
  if (token) headers.Authorization = `Bearer ${token}`;
  const answer = await fetch(`${server.address}/api/v1${path}`, {
    method: body ? "POST" : "GET",
    headers,
    body: body && JSON.stringify(body),
  });
  return { status: answer.status, json: await answer.json() };
}

/** What `init` says of a member, once. */
function welcome(said, name) {
  const part = said.slice(said.indexOf(`\n${name} (`));
  const value = (label) => part.match(new RegExp(`${label}\\s+(.+)`))[1].trim();
  return { name, passphrase: value("passphrase"), codes: value("recovery codes").split(/\s+/) };
}

async function enter(server, member) {
  const { name, passphrase, codes } = member;
  const { status, json } = await ask(server, "/sign-in", null, { name, passphrase, code: codes.pop() });
  assert.equal(status, 200, JSON.stringify(json));
  return json.token;
}

async function found(server, token, name) {
  const { json } = await ask(server, "/people/search", token, { find: name });
  return json.items?.length;
}

test("what one server registers, the other shows within a second, both ways", { timeout: 120_000 }, async (t) => {
  assert.ok(SHARED, "SAFECONDUCT_DATABASES names no database: run `cargo xtask test`");
  const [one, two] = [join(folder, "one"), join(folder, "two")];
  const members = ["sokha", "dara"].flatMap((name) => ["--member", `${name}:caseworker:Response`]);
  const made = ["init", "--dir", one, "--database", SHARED, "--name", "Harbour", "--team", "Response:casework"];
  const said = execFileSync(BINARY, [...made, ...members]).toString();
  assert.ok(!existsSync(join(one, "registry.db")), "nothing of it lies in the folder");
  mkdirSync(two);
  cpSync(join(one, "log.key"), join(two, "log.key"));
  const servers = [await serve(one), await serve(two, "--database", SHARED)];
  t.after(() => Promise.all(servers.map((server) => server.stop())));
  const tokens = [await enter(servers[0], welcome(said, "sokha")), await enter(servers[1], welcome(said, "dara"))];
  for (const [here, there, name] of [[0, 1, "Hanna Invented"], [1, 0, "Bekele Invented"]]) {
    assert.equal(await found(servers[there], tokens[there], name), 0);
    const registered = await ask(servers[here], "/arrivals", tokens[here], { names: [name], consent: "spoken" });
    assert.equal(registered.status, 201, JSON.stringify(registered.json));
    const begun = performance.now();
    assert.equal(await found(servers[there], tokens[there], name), 1, "the very next question finds it");
    t.diagnostic(`seen on the other server after ${Math.round(performance.now() - begun)} ms`);
  }
  execFileSync(BINARY, ["verify", "--dir", two]);
});

test("a registry moves to PostgreSQL and back and is the same", { timeout: 240_000 }, async (t) => {
  assert.ok(MOVED, "SAFECONDUCT_DATABASES names no second database: run `cargo xtask test`");
  const [registry, back] = [join(folder, "registry"), join(folder, "back")];
  const demo = await run(["demo", "--keep", registry, "--port", "0", "--machine"]);
  await demo.stop();
  const member = JSON.parse(demo.first).members.find(({ role }) => role === "caseworker");
  // Serving meanwhile wrote to the record, and took away the keys whose day was over.
  const moving = /^(admin_entry|access_entry|case_key) /;
  const rows = (said) => said.match(/^\w+ +\d+ rows$/gm).filter((line) => !moving.test(line));
  const there = execFileSync(BINARY, ["move", "--dir", registry, "--to", MOVED]).toString();
  assert.match(there, /Nothing was altered/);
  assert.ok(existsSync(join(registry, "registry.db.moved")) && !existsSync(join(registry, "registry.db")));

  const server = await serve(registry);
  const token = await enter(server, { ...member, codes: [...member.codes] });
  const { json } = await ask(server, "/people/search", token, {});
  assert.ok(json.items.length > 10, "the people are there");
  await server.stop();

  const again = execFileSync(BINARY, ["move", "--dir", registry, "--to", back]).toString();
  assert.deepEqual(rows(again), rows(there), "as many rows as went");
  assert.throws(() => execFileSync(BINARY, ["verify", "--dir", registry], { stdio: "pipe" }), /no registry here yet/);
  const said = execFileSync(BINARY, ["verify", "--dir", back]).toString();
  assert.match(said, /Nothing was altered/);
  t.diagnostic(rows(there).join(", "));
});
