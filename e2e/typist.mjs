// A browser without a screen: connections that stay open, one cookie, and forms filled in wherever there are any.

import { Agent, request } from "node:http";
import { createConnection } from "node:net";

export class Typist {
  #address;
  #cookie = "";
  #agent = new Agent({ keepAlive: true, maxSockets: 3, timeout: 60_000 });

  constructor(address) {
    this.#address = new URL(address);
  }

  /** Sends a request as our own pages would; answers with status, headers and text. */
  send(method, path, { body, type = "application/x-www-form-urlencoded", headers = {} } = {}) {
    return new Promise((resolve, reject) => {
      const asked = request(
        {
          hostname: "127.0.0.1",
          port: this.#address.port,
          agent: this.#agent,
          method,
          path,
          headers: {
            Host: this.#address.host,
            "Sec-Fetch-Site": "same-origin",
            Cookie: this.#cookie,
            ...(body === undefined ? {} : { "Content-Type": type, "Content-Length": Buffer.byteLength(body) }),
            ...headers,
          },
        },
        (answer) => {
          const parts = [];
          answer.on("data", (part) => parts.push(part));
          answer.on("end", () => {
            for (const cookie of answer.headers["set-cookie"] ?? []) {
              if (cookie.startsWith("__Host-registry=")) this.#cookie = cookie.split(";")[0];
            }
            resolve({ status: answer.statusCode, headers: answer.headers, text: Buffer.concat(parts).toString() });
          });
          answer.on("error", reject);
        },
      );
      asked.on("error", reject);
      asked.end(body);
    });
  }

  get(path, options) {
    return this.send("GET", path, options);
  }

  post(path, fields, options = {}) {
    return this.send("POST", path, { ...options, body: new URLSearchParams(fields).toString() });
  }

  json(path, value, headers = {}) {
    return this.send("POST", path, { body: JSON.stringify(value), type: "application/json", headers });
  }

  /** A form with a file, as a browser sends it. */
  file(path, fields, { field, name, bytes }) {
    const line = "----a-line-between";
    const parts = Object.entries(fields).map(
      ([key, value]) => `--${line}\r\nContent-Disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`,
    );
    parts.push(`--${line}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\n`);
    parts.push(`Content-Type: text/csv\r\n\r\n${bytes}\r\n--${line}--\r\n`);
    return this.send("POST", path, { body: parts.join(""), type: `multipart/form-data; boundary=${line}` });
  }

  /** Follows redirects with GET until there is a page. */
  async follow(answer) {
    while (answer.status === 303) answer = await this.get(answer.headers.location);
    return answer;
  }

  /** Begins to type a request and never ends it; resolves when the server hangs up. */
  halfTyped(words) {
    const socket = createConnection(Number(this.#address.port), "127.0.0.1");
    const ended = new Promise((resolve) => {
      socket.on("error", resolve);
      socket.on("close", resolve);
    });
    const begun = new Promise((resolve) => socket.write(words, resolve));
    return { begun, ended };
  }

  /** How many connections are open and idle. */
  get idle() {
    return Object.values(this.#agent.freeSockets).flat().length;
  }

  close() {
    this.#agent.destroy();
  }
}

/** The forms of a page: where they go, and their fields with what stands in them. */
export function formsOf(page) {
  return [...page.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].map(([, head, inside]) => ({
    action: attribute(head, "action"),
    fields: [...inside.matchAll(/<(input|textarea|select)\b([^>]*)>/g)].map(([, tag, attributes]) => ({
      name: attribute(attributes, "name"),
      type: tag === "input" ? attribute(attributes, "type") || "text" : tag,
      value: attribute(attributes, "value"),
    })),
  }));
}

function attribute(text, name) {
  return text.match(new RegExp(`\\b${name}="([^"]*)"`))?.[1] ?? "";
}
