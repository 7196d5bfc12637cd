import { readFileSync, readdirSync, statSync } from "node:fs";
import { type IncomingMessage, request } from "node:http";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reportPartSizes } from "../../apps/person/src/ports/report-part.ts";
import { type Serving, serve, startServing } from "./browser.ts";

let serving: Serving;
beforeAll(async () => {
  serving = await startServing();
});
afterAll(() => serving.close());

interface Asked {
  readonly method?: string;
  readonly host?: string;
  /** The address of this machine that is asked. */
  readonly at?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks exactly for this path: nothing tidies it up on the way. */
function ask(path: string, { method = "GET", host = "localhost", at = "127.0.0.1", headers }: Asked = {}): Promise<IncomingMessage> {
  const { port } = new URL(serving.address);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname: at, port, path, method, headers: { ...headers, host } }, (answer) => {
      answer.resume();
      resolve(answer);
    });
    asked.on("error", reject).end();
  });
}

/** The body as it crossed the wire. */
async function bodyOf(path: string, headers: Readonly<Record<string, string>>): Promise<{ answer: IncomingMessage; body: Buffer }> {
  const { port } = new URL(serving.address);
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    request({ hostname: "127.0.0.1", port, path, headers: { ...headers, host: "localhost" } }, resolve)
      .on("error", reject)
      .end();
  });
  const pieces: Buffer[] = [];
  for await (const piece of answer) pieces.push(piece);
  return { answer, body: Buffer.concat(pieces) };
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
    for (const host of [
      "localhost.evil.example",
      "evil.localhost",
      "console.localhost",
      "127.0.0.1.nip.io",
      "localhost:80@evil.example",
      "[::2]",
    ]) {
      expect((await ask("/", { host })).statusCode).toBe(421);
    }
    expect((await ask("/", { host: "localhost:1" })).statusCode).toBe(200);
  });

  it("is called localhost, answers on both families of addresses, and sends whoever comes by an address to the name", async () => {
    const { port } = new URL(serving.address);
    expect(serving.address).toBe(`http://localhost:${port}/`);
    for (const [at, host] of [
      ["127.0.0.1", `127.0.0.1:${port}`],
      ["::1", `[::1]:${port}`],
    ] as const) {
      expect((await ask("/", { at, host: `localhost:${port}` })).statusCode).toBe(200);
      const { statusCode, headers } = await ask("/notes/?a=b", { at, host });
      expect([statusCode, headers.location]).toEqual([308, `http://localhost:${port}/notes/?a=b`]);
    }
    // No path of a request can lead to another name.
    for (const path of ["//evil.example/", "http://evil.example/", "/\\evil.example"]) {
      const { headers } = await ask(path, { host: `127.0.0.1:${port}` });
      if (headers.location !== undefined) expect(new URL(headers.location).host).toBe(`localhost:${port}`);
    }
  });

  it("sends what the build has pressed, to those who take it, and the same bytes to those who do not", async () => {
    const { dist, assets } = builtFiles();
    const names = [
      "/",
      "/notes/",
      "/sw.js",
      "/icon.svg",
      ...assets.filter((name) => /\.(js|css|ttf|wasm)$/.test(name)).map((name) => `/assets/${name}`),
    ];
    for (const path of names) {
      const plain = await bodyOf(path, {});
      expect(plain.answer.headers["content-encoding"]).toBeUndefined();
      expect(plain.body.equals(readFileSync(`${dist}${path.replace(/\/$/, "/index.html")}`))).toBe(true);
      for (const [accepted, encoding, unpress] of [
        ["gzip, deflate, br, zstd", "br", brotliDecompressSync],
        ["gzip, br;q=0", "gzip", gunzipSync],
        ["gzip", "gzip", gunzipSync],
      ] as const) {
        const { answer, body } = await bodyOf(path, { "accept-encoding": accepted });
        expect(answer.headers).toMatchObject({
          "content-encoding": encoding,
          vary: "Accept-Encoding",
          "content-length": String(body.length),
        });
        expect(answer.headers["content-type"]).toBe(plain.answer.headers["content-type"]);
        expect(answer.headers.etag).not.toBe(plain.answer.headers.etag);
        expect(unpress(body).equals(plain.body)).toBe(true);
        const head = await ask(path, { method: "HEAD", headers: { "accept-encoding": accepted } });
        expect(head.headers["content-length"]).toBe(String(body.length));
        const { statusCode } = await ask(path, { headers: { "accept-encoding": accepted, "if-none-match": answer.headers.etag ?? "" } });
        expect(statusCode).toBe(304);
      }
    }
    expect((await ask(`/assets/${assets.find((name) => name.endsWith(".br")) ?? ""}`)).statusCode).toBe(404);
    expect((await ask("/", { headers: { range: "bytes=0-9" } })).statusCode).toBe(200);
  });

  it("has the browser keep no copy of its own of the typesetter and the fonts, and forgets nothing for another site", async () => {
    for (const name of builtFiles().assets.filter((one) => /\.(ttf|wasm)$/.test(one))) {
      expect((await ask(`/assets/${name}`)).headers["cache-control"]).toBe("no-store");
    }
    expect((await ask("/forget", { headers: { "sec-fetch-site": "cross-site" } })).headers["clear-site-data"]).toBeUndefined();
    expect((await ask("/forget", { headers: { "sec-fetch-site": "same-origin" } })).headers["clear-site-data"]).toBe('"cache"');
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
  it("is what the screens say: what a report fetches and takes, and no more", () => {
    const { dist, assets } = builtFiles();
    const sizeOf = (names: readonly string[], ending = ""): number =>
      names.reduce((sum, name) => sum + statSync(`${dist}/assets/${name}${ending}`).size, 0);
    const all = assets.filter((name) => /\.(wasm|ttf)$/.test(name));
    const usual = all.filter((name) => /\.wasm$|NotoSerif_|NotoSansMono_/.test(name));
    expect(usual.length).toBe(5);
    for (const [said, counted] of [
      [reportPartSizes.wire, sizeOf(usual, ".br")],
      [reportPartSizes.stored, sizeOf(usual)],
      [reportPartSizes.storedAtMost, sizeOf(all)],
    ] as const) {
      expect(counted).toBeLessThanOrEqual(said);
      expect(counted).toBeGreaterThan(said * 0.9);
    }
  });
});

function builtFiles(): { readonly dist: string; readonly assets: readonly string[] } {
  const dist = fileURLToPath(new URL("../../apps/person/dist", import.meta.url));
  return { dist, assets: readdirSync(`${dist}/assets`) };
}
