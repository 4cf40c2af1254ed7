// Starts `safeconduct demo`: an organisation of invented people that lives as long as the process.

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export const BINARY =
  process.env.SAFECONDUCT ?? fileURLToPath(new URL("../target/release/safeconduct", import.meta.url));
const READY_WITHIN = 120_000;

export async function startDemo(options = []) {
  const child = spawn(BINARY, ["demo", "--port", "0", "--machine", ...options], { stdio: ["ignore", "pipe", "pipe"] });
  const said = [];
  child.stderr.on("data", (words) => said.push(words.toString()));
  const ended = new Promise((resolve) => child.once("close", resolve));
  // Whatever ends the tests must not leave a server behind.
  process.once("exit", () => child.kill("SIGKILL"));
  try {
    const { address, members } = await ready(child);
    return new Demo(child, ended, address, members);
  } catch (failure) {
    child.kill("SIGKILL");
    throw new Error(`${BINARY} did not get ready: ${failure.message}\n${said.join("").slice(-2000)}`);
  }
}

/** Resolves with the one line of JSON that the server prints when it answers. */
function ready(child) {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("it said nothing for two minutes")), READY_WITHIN);
    const lines = createInterface({ input: child.stdout });
    lines.once("line", (line) => {
      clearTimeout(late);
      try {
        resolve(JSON.parse(line));
      } catch {
        reject(new Error(`its first line is not JSON: ${line.slice(0, 200)}`));
      }
    });
    child.once("error", (failure) => (clearTimeout(late), reject(failure)));
    child.once("exit", (code) => (clearTimeout(late), reject(new Error(`it ended with ${code}`))));
  });
}

class Demo {
  #child;
  #ended;
  #members;
  #used = new Map();

  constructor(child, ended, address, members) {
    this.#child = child;
    this.#ended = ended;
    this.address = address;
    this.#members = new Map(members.map((member) => [member.role, member]));
  }

  get pid() {
    return this.#child.pid;
  }

  get roles() {
    return [...this.#members.keys()];
  }

  member(role) {
    const member = this.#members.get(role);
    if (!member) throw new Error(`nobody in the practice organisation is ${role}; there are ${this.roles.join(", ")}`);
    return member;
  }

  /** A recovery code opens once, so each sign-in takes the next. */
  nextCode(role) {
    const used = this.#used.get(role) ?? 0;
    const code = this.member(role).codes[used];
    if (!code) throw new Error(`the recovery codes of ${role} are used up: this file signs in too often`);
    this.#used.set(role, used + 1);
    return code;
  }

  async stop() {
    this.#child.kill("SIGTERM");
    const late = setTimeout(() => this.#child.kill("SIGKILL"), 10_000);
    await this.#ended;
    clearTimeout(late);
  }
}
