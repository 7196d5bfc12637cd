import { randomBytes } from "node:crypto";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reveal } from "@unmask/core";
import { signMessage } from "@unmask/seal";
import { pullMessage } from "../../apps/server/src/intake/inside-sessions.ts";
import { hostileRequests } from "./hostile-requests.ts";
import { type KeptStore, type RunningDoor, force, letter, letterSize, openKept, pullKey, solve, startDoor } from "./intake-door.ts";

let kept: KeptStore;
/** How many letters are said to wait, where a test says so. */
let waiting: number | undefined;
let now = 1_795_000_000_000;
let door: RunningDoor;
beforeAll(async () => {
  kept = await openKept();
  const lettersWaiting = (): Promise<number> => (waiting === undefined ? kept.store.lettersWaiting() : Promise.resolve(waiting));
  door = await startDoor({ ...kept.store, lettersWaiting }, { now: () => Math.max(now, Date.now()) });
});
afterAll(async () => {
  await door.close();
  await kept.close();
});

const json = { "content-type": "application/json" };
const hex64 = (): string => randomBytes(32).toString("hex");

/** The whole answer as it crossed the wire, with the time of day made one. */
function wireOf(head: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    const socket = connect(door.port, "127.0.0.1", () => socket.write(head));
    socket.on("data", (piece) => (text += piece.toString("latin1")));
    socket.on("error", reject);
    socket.on("close", () => resolve(text.replace(/\r\ndate: [^\r]*/i, "")));
  });
}

describe("whoever is refused at the door", () => {
  it("hears one answer of one length, whatever was wrong", async () => {
    const proof = await door.prove("letter");
    const auth = { authorization: `Bearer ${hex64()}` };
    const tus = { "tus-resumable": "1.0.0" };
    const look = { token: hex64(), lookup: hex64(), page: 0 };
    const wrong = [
      await door.ask("/intake"),
      await door.ask("/intake/nothing"),
      await door.ask("/inside/nothing", { method: "DELETE" }),
      await door.ask("/intake/%"),
      await door.ask("/intake/letters"),
      await door.ask(`/intake/${"a".repeat(4_000)}`),
      await door.ask("/intake/letters", { method: "OPTIONS", headers: { origin: "https://evil.example" } }),
      await door.ask("/intake/challenge", { method: "POST", headers: json, body: "{" }),
      await door.ask("/intake/challenge", { method: "POST", headers: json, body: "" }),
      await door.ask("/intake/challenge", { method: "POST", headers: json, body: Buffer.from([0x22, 0xff, 0x22]) }),
      await door.ask("/intake/challenge", { method: "POST", headers: { "content-type": "text/plain" }, body: '{"for":"look"}' }),
      await door.ask("/intake/challenge", { method: "POST", body: '{"for":"look"}' }),
      await door.ask("/intake/letters", { method: "POST", headers: json, body: JSON.stringify({ id: "a".repeat(400_001) }) }),
      await door.post("/intake/challenge", { for: "gold" }),
      await door.post("/intake/challenge", { for: "look", more: 1 }),
      await door.post("/intake/letters", { ...letter(proof), name: "x" }),
      await door.post("/intake/letters", letter(proof, { sealed: randomBytes(letterSize - 1) })),
      await door.post("/intake/letters", letter(proof, { packs: [1_000_000] })),
      await door.post("/intake/letters", letter(proof, { packs: Array.from({ length: 21 }, () => 65_536) })),
      await door.post("/intake/letters", letter("bm90IGEgcHJvb2Y=")),
      await door.post("/intake/letters", { ...letter(proof), letter: `${letter(proof).letter.slice(0, -4)}!!!!` }),
      await door.post("/intake/looks", { proof: "" }),
      await door.post("/intake/mailbox", look),
      await door.post("/intake/mailbox", { ...look, page: 64 }),
      await door.ask("/intake/packs", { method: "POST", headers: { ...tus, ...auth, "upload-length": "65536" } }),
      await door.ask(`/intake/packs/${"a".repeat(32)}`, { method: "PATCH", headers: { ...tus, ...auth, "upload-offset": "0" } }),
      await door.ask(`/intake/packs/${"a".repeat(32)}`, { method: "DELETE", headers: { ...tus, ...auth } }),
      await door.post("/inside/session", { nonce: hex64(), signature: randomBytes(64).toString("base64") }),
      await door.ask("/inside/items", { headers: auth }),
      await door.ask("/inside/items?after=-1"),
      await door.ask("/inside/items/a", { headers: { authorization: "Basic YTph" } }),
      await door.post("/inside/acknowledge", { ids: [] }),
      await door.post("/inside/replies", { id: "a" }),
    ];
    const [first] = wrong;
    for (const { status, body, headers } of wrong) {
      expect(status).toBe(400);
      expect(body.toString()).toBe('{"says":"This could not be taken. Nothing was kept of it."}');
      expect({ ...headers, date: "" }).toEqual({ ...first?.headers, date: "" });
    }
    expect(await kept.store.take(0, 1)).toEqual([]);
    expect(door.told).toEqual([]);
  });

  it("sees the same bytes on the wire, and an idle word of no protocol gets none", async () => {
    const post = (path: string, body: string): string =>
      `POST ${path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
    const unknown = await wireOf(post("/intake/unknown", "{}"));
    expect(unknown).toMatch(/^HTTP\/1\.1 400 /);
    expect(await wireOf(post("/intake/letters", "{}"))).toBe(unknown);
    expect(await wireOf(post("/intake/challenge", "nonsense"))).toBe(unknown);
    expect((await wireOf(post("/intake/%zz", "{}"))).length).toBe(unknown.length);
    expect(await wireOf("what is this\r\n\r\n")).toBe("");
  });

  it("gets that one answer or none to whatever was sent, and the door takes the next letter", async () => {
    const paths = [
      ...["/intake/challenge", "/intake/letters", "/intake/packs", "/intake/packs/:id", "/intake/looks", "/intake/mailbox", "/intake/:any"],
      ...[
        "/inside/challenge",
        "/inside/session",
        "/inside/items",
        "/inside/items/:id",
        "/inside/acknowledge",
        "/inside/replies",
        "/inside/:any",
      ],
    ];
    const before = process.memoryUsage().rss;
    for (const { method, path, headers, body } of hostileRequests(paths, 200)) {
      const lines = Object.entries(headers).map(([name, said]) => `${name}: ${said}\r\n`);
      const head = `${method} ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n${lines.join("")}`;
      const came = await wireOf(`${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
      const [, status = "none"] = /^HTTP\/1\.1 (\d+)/.exec(came) ?? [];
      expect([method, path, headers, status]).toEqual([method, path, headers, expect.stringMatching(/^(?:400|none)$/)]);
      if (status === "400" && method !== "HEAD")
        expect(came).toMatch(/\r\n\r\n\{"says":"This could not be taken\. Nothing was kept of it\."\}$/);
    }
    expect(door.told).toEqual([]);
    expect((process.memoryUsage().rss - before) / 2 ** 20).toBeLessThan(200);
    expect((await door.post("/intake/letters", letter(await door.prove("letter")))).status).toBe(200);
  });

  it("gets no cookie, no word to another site, and no answer under another name", async () => {
    const { headers } = await door.post("/intake/challenge", { for: "look" }, { origin: "https://evil.example" });
    expect(Object.keys(headers).filter((name) => name.startsWith("access-control") || name === "set-cookie")).toEqual([]);
    for (const host of ["evil.example", "console.localhost", "localhost.evil.example"]) {
      expect((await door.ask("/intake/challenge", { headers: { host } })).status).toBe(421);
    }
  });
});

describe("a proof of work", () => {
  it("is taken once, for what it was asked for, while it holds", async () => {
    const proof = await door.prove("letter");
    expect((await door.post("/intake/looks", { proof })).status).toBe(400);
    expect((await door.post("/intake/letters", letter(proof))).status).toBe(200);
    expect((await door.post("/intake/letters", letter(proof))).status).toBe(400);
    const late = await door.prove("look");
    now = Date.now() + 600_001;
    expect((await door.post("/intake/looks", { proof: late })).status).toBe(400);
    now = 0;
  });

  it("of many who show the same at once is taken from one", async () => {
    const proof = await door.prove("look");
    const answers = await Promise.all(Array.from({ length: 12 }, () => door.post("/intake/looks", { proof })));
    expect(answers.filter(({ status }) => status === 200).length).toBe(1);
  });

  it("that was worked out before this process began, or was changed, is worth nothing", async () => {
    const other = await startDoor(kept.store);
    const before = await other.prove("look");
    await other.close();
    expect((await door.post("/intake/looks", { proof: before })).status).toBe(400);
    const { challenge } = await door.challenge("look");
    const easier = { ...challenge, parameters: { ...challenge.parameters, data: { for: "letter" } } };
    expect((await door.post("/intake/letters", letter(await solve(easier)))).status).toBe(400);
  });

  it("costs twice as much each time that twice as many letters wait, up to a top; a look costs the floor", async () => {
    const costs: number[] = [];
    for (waiting of [0, 200, 400, 800, 1_600, 1_000_000]) {
      costs.push((await door.challenge("letter")).cost);
    }
    expect(costs).toEqual([2_000, 2_000, 4_000, 8_000, 16_000, 2_000_000]);
    expect((await door.challenge("look")).cost).toBe(2_000);
  });

  it("at the top takes this machine three seconds at most", async () => {
    waiting = 1_000_000;
    const { challenge } = await door.challenge("letter");
    const began = performance.now();
    const proof = await solve(challenge);
    const took = performance.now() - began;
    console.log(`proof of work at the top: ${Math.round(took)} ms, 8,000 tries at most`);
    expect(took).toBeLessThan(6_000);
    expect((await door.post("/intake/letters", letter(proof))).status).toBe(200);
    waiting = undefined;
  });
});

describe("the inside", () => {
  it("proves its key once for each session, and takes what came in, in order", async () => {
    const sealed = randomBytes(letterSize);
    const sent = letter(await door.prove("letter"), { sealed });
    expect((await door.post("/intake/letters", sent)).status).toBe(200);
    const { nonce } = (await door.post("/inside/challenge", {})).json;
    const signature = Buffer.from(signMessage(pullMessage(force, nonce), reveal(pullKey.seed))).toString("base64");
    const { token } = (await door.post("/inside/session", { nonce, signature })).json;
    expect((await door.post("/inside/session", { nonce, signature })).status).toBe(400);
    const auth = { authorization: `Bearer ${token}` };
    const { items } = (await door.ask("/inside/items?after=0&limit=10", { headers: auth })).json;
    expect(items.map(({ number }) => number)).toEqual(items.map(({ number }) => number).toSorted((one, other) => one - other));
    expect(items.at(-1)).toMatchObject({ id: sent.id, kind: "letter", letter: sent.id, size: letterSize });
    const { id } = sent;
    expect((await door.ask(`/inside/items/${id}`, { headers: auth })).body.equals(sealed)).toBe(true);
    const part = await door.ask(`/inside/items/${id}`, { headers: { ...auth, range: "bytes=16000-" } });
    expect([part.status, part.body.equals(sealed.subarray(16_000))]).toEqual([206, true]);
    expect((await door.post("/inside/acknowledge", { ids: [id] }, auth)).status).toBe(200);
    expect((await door.ask("/inside/items", { headers: auth })).json.items.map((one) => one.id)).not.toContain(id);
  });
});
