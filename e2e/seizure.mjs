// Looks for what must not be there: in files, in what a program said, and in the memory of a process.

import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from "node:fs";
import { join } from "node:path";

/** Every way in which a text may lie somewhere: plain, as Windows writes it, as addresses do, and as base64. */
export function traces(text) {
  const found = new Map();
  for (const spelt of new Set([text, text.toLowerCase(), text.toUpperCase()])) {
    const bytes = Buffer.from(spelt);
    const percent = [...bytes].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
    found.set(`${spelt} as UTF-8`, bytes);
    found.set(`${spelt} as UTF-16`, Buffer.from(spelt, "utf16le"));
    found.set(`${spelt} percent-encoded`, Buffer.from(percent));
    found.set(`${spelt} percent-encoded, large`, Buffer.from(percent.toUpperCase()));
    // Three bytes make four letters: the text may begin at any of the three, and its edges mix with what is around.
    for (const before of [0, 1, 2]) {
      const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64").replaceAll("=", "");
      const whole = Math.floor(((before + bytes.length) * 8) / 6);
      found.set(`${spelt} as base64 (${before})`, Buffer.from(encoded.slice(before && before + 1, whole)));
    }
  }
  return found;
}

/** Where any of these traces lies in some bytes, with a little of what is around. */
export function within(bytes, marks, where) {
  const hits = [];
  for (const [what, mark] of marks) {
    for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1)) {
      const around = bytes.subarray(Math.max(0, at - 60), at + mark.length + 60).toString("latin1");
      hits.push({ what, where: `${where} at ${at}`, around: around.replace(/[^ -~]/g, "·") });
      if (hits.length > 400) return hits;
    }
  }
  return hits;
}

/** Every file of a folder and of those in it. */
export function inFiles(folder, marks) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    const named = within(Buffer.from(entry.name), marks, `the name ${path}`);
    if (entry.isDirectory()) return [...named, ...inFiles(path, marks)];
    return entry.isFile() && statSync(path).size > 0 ? [...named, ...within(readFileSync(path), marks, path)] : named;
  });
}

/** All memory of a process that can be read. Throws where the system refuses it. */
export function inMemory(pid, marks) {
  const maps = readFileSync(`/proc/${pid}/maps`, "utf8").trim().split("\n");
  const memory = openSync(`/proc/${pid}/mem`, "r");
  try {
    return maps.flatMap((line) => {
      const [range, rights, , , , ...name] = line.split(/\s+/);
      // What cannot be read holds nothing; what the program was loaded from is the program, which is a file.
      if (!rights.startsWith("r") || name[0] === "[vvar]" || name[0] === "[vsyscall]") return [];
      const [from, to] = range.split("-").map((end) => BigInt(`0x${end}`));
      const bytes = Buffer.alloc(Number(to - from));
      return within(bytes.subarray(0, read(memory, bytes, from)), marks, `${name.join(" ") || "unnamed memory"} ${range}`);
    });
  } finally {
    closeSync(memory);
  }
}

function read(file, bytes, from) {
  try {
    return readSync(file, bytes, 0, bytes.length, from);
  } catch (failure) {
    // A mapping may go between the listing and the reading.
    if (failure.code === "EIO") return 0;
    throw failure;
  }
}
