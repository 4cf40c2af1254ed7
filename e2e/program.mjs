// Runs the program itself, for stories that need more than the practice organisation.

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { BINARY } from "./demo.mjs";

/** Runs the program until its first line, which it gives back with all that it says later. */
export async function run(args, env = {}) {
  const child = spawn(BINARY, args, { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...env } });
  // Whatever ends the tests must not leave a server behind.
  process.once("exit", () => child.kill("SIGKILL"));
  const said = [];
  child.stdout.on("data", (words) => said.push(words));
  child.stderr.on("data", (words) => said.push(words));
  const ended = new Promise((resolve) => child.once("close", resolve));
  const first = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).once("line", resolve);
    ended.then(() => reject(new Error(`it ended: ${Buffer.concat(said)}`)));
  });
  const stop = () => (child.kill("SIGTERM"), ended);
  return { first, stop, said: () => Buffer.concat(said), pid: child.pid };
}
