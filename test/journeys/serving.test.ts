import { readFileSync, readdirSync } from "node:fs";
import { type IncomingMessage, request } from "node:http";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Serving, serve } from "../../apps/person/serve.ts";
import { startServing } from "./browser.ts";

let serving: Serving;
beforeAll(async () => {
  serving = await startServing();
});
afterAll(() => serving.close());

interface Asked {
  readonly method?: string;
  readonly host?: string;
}

/** Asks exactly for this path: nothing tidies it up on the way. */
function ask(path: string, { method = "GET", host }: Asked = {}): Promise<IncomingMessage> {
  const { hostname, port } = new URL(serving.address);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method, ...(host === undefined ? {} : { headers: { host } }) }, (answer) => {
      answer.resume();
      resolve(answer);
    });
    asked.on("error", reject).end();
  });
}

describe("the server on her own machine", () => {
  it("gives every file the strictest policy, and no cookie", async () => {
    for (const path of ["/", "/notes/", "/sw.js", "/icon.svg"]) {
      const { statusCode, headers } = await ask(path);
      expect(statusCode).toBe(200);
      expect(headers["content-security-policy"]).toMatch(/^default-src 'none';/);
      expect(headers["content-security-policy"]).not.toMatch(/unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')|https?:|\*/);
      expect(headers["content-security-policy"]).toContain("require-trusted-types-for 'script'");
      expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "referrer-policy": "no-referrer" });
      expect(headers["set-cookie"]).toBeUndefined();
    }
  });

  it("answers to its own name alone: another site's page cannot reach in by a name that leads here", async () => {
    expect((await ask("/", { host: "evil.example:80" })).statusCode).toBe(421);
    expect((await ask("/", { host: "localhost:1" })).statusCode).toBe(200);
  });

  it("changes nothing for anybody", async () => {
    for (const method of ["POST", "PUT", "DELETE", "OPTIONS"]) expect((await ask("/", { method })).statusCode).toBe(405);
  });

  it.each([
    "/../package.json",
    "/%2e%2e/package.json",
    "/..%2fpackage.json",
    "/assets/../../package.json",
    "/%00",
    "/%",
    "/.made-from/",
    "/assets",
  ])("gives nothing for %s", async (path) => {
    expect((await ask(path)).statusCode).toBe(404);
  });

  it("says what to do when the port is taken", async () => {
    const outcome = await serve(Number(new URL(serving.address).port));
    expect(outcome).toMatchObject({ ok: false, error: expect.stringMatching(/is taken by another program.*PORT=\d+ npm start/) });
  });
});

describe("the size of the app", () => {
  it("is 350 KB at most, compressed, without the typesetter", () => {
    const folder = fileURLToPath(new URL("../../apps/person/dist/assets/", import.meta.url));
    const names = readdirSync(folder).filter((name) => /\.(js|css)$/.test(name) && !/typst/.test(name));
    const size = names.reduce((sum, name) => sum + brotliCompressSync(readFileSync(`${folder}${name}`)).length, 0);
    expect(names.length).toBeGreaterThan(3);
    expect(size).toBeLessThanOrEqual(350_000);
  });
});
