import { randomBytes } from "node:crypto";
import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type KeptStore, type RunningDoor, letter, openKept, startDoor } from "./intake-door.ts";

const bucket = 1_048_576;
let kept: KeptStore;
let door: RunningDoor;
beforeAll(async () => {
  kept = await openKept();
  door = await startDoor(kept.store);
});
afterAll(async () => {
  await door.close();
  await kept.close();
});

/** Hands in a letter with one pack and begins its upload. */
async function begin(): Promise<{ readonly place: string; readonly auth: Readonly<Record<string, string>> }> {
  const { uploads } = (await door.post("/intake/letters", letter(await door.prove("letter"), { packs: [bucket] }))).json;
  const auth = { authorization: `Bearer ${uploads[0] ?? ""}`, "tus-resumable": "1.0.0" };
  const made = await door.ask("/intake/packs", { method: "POST", headers: { ...auth, "upload-length": String(bucket) } });
  expect(made.status).toBe(201);
  return { place: made.headers.location ?? "", auth };
}

async function offsetOf(place: string, auth: Readonly<Record<string, string>>): Promise<number> {
  return Number((await door.ask(place, { method: "HEAD", headers: auth })).headers["upload-offset"]);
}

function append(place: string, auth: Readonly<Record<string, string>>, offset: number, body: Buffer) {
  const headers = { ...auth, "upload-offset": String(offset), "content-type": "application/offset+octet-stream" };
  return door.ask(place, { method: "PATCH", headers, body });
}

describe("a letter", () => {
  it("that is sent again, because its answer was lost, has the same answer and is kept once", async () => {
    const sent = letter(await door.prove("letter"), { packs: [65_536, bucket] });
    const first = await door.post("/intake/letters", sent);
    const again = await door.post("/intake/letters", { ...sent, proof: await door.prove("letter") });
    expect(first.json).toMatchObject({ letter: sent.id, week: "2026-W48" });
    expect(again.body.equals(first.body)).toBe(true);
    const other = { ...letter(await door.prove("letter"), { packs: [65_536, bucket] }), id: sent.id };
    expect((await door.post("/intake/letters", other)).status).toBe(400);
  });
});

describe("an upload", () => {
  it("goes on where the line was cut, and loses nothing of what had arrived", async () => {
    const { place, auth } = await begin();
    expect(place).toMatch(/^\/intake\/packs\/[0-9a-f]{32}$/);
    const bytes = randomBytes(bucket);
    await new Promise<void>((resolve) => {
      const headers = {
        ...auth,
        host: "localhost",
        "upload-offset": "0",
        "content-type": "application/offset+octet-stream",
        "content-length": bucket,
      };
      const cut = request({ hostname: "127.0.0.1", port: door.port, path: place, method: "PATCH", headers });
      cut.on("error", () => resolve());
      cut.write(bytes.subarray(0, 400_000), () => setTimeout(() => cut.destroy(), 100));
    });
    let reached = 0;
    while (reached === 0) reached = await offsetOf(place, auth);
    expect(reached).toBe(400_000);
    const rest = await append(place, auth, reached, bytes.subarray(reached));
    expect([rest.status, rest.headers["upload-offset"]]).toEqual([204, String(bucket)]);
    expect(door.told).toEqual([]);
  });

  it("is one for each token, and forgotten when she says so", async () => {
    const { place, auth } = await begin();
    const again = await door.ask("/intake/packs", { method: "POST", headers: { ...auth, "upload-length": String(bucket) } });
    expect(again.headers.location).toBe(place);
    expect((await door.ask(place, { method: "DELETE", headers: auth })).status).toBe(204);
    expect((await door.ask(place, { method: "HEAD", headers: auth })).status).toBe(400);
  });

  it("takes no name, no other length, no other token, and no byte at another place", async () => {
    const { place, auth } = await begin();
    const post = (headers: Readonly<Record<string, string>>) =>
      door.ask("/intake/packs", { method: "POST", headers: { ...auth, "upload-length": String(bucket), ...headers } });
    expect((await post({ "upload-metadata": "filename d29ybGQ=" })).status).toBe(400);
    expect((await post({ "upload-length": "65536" })).status).toBe(400);
    expect((await post({ "upload-concat": "partial" })).status).toBe(400);
    expect((await post({ "content-type": "application/offset+octet-stream" })).status).toBe(400);
    const stranger = { ...auth, authorization: `Bearer ${"0".repeat(64)}` };
    expect((await door.ask(place, { method: "HEAD", headers: stranger })).status).toBe(400);
    expect((await append(place, stranger, 0, randomBytes(10))).status).toBe(400);
    expect((await append(place, auth, 5, randomBytes(10))).status).toBe(400);
    expect((await append(place, auth, 0, randomBytes(bucket + 1))).status).toBe(400);
    expect(await offsetOf(place, auth)).toBe(0);
  });

  it("tells no other site anything of itself", async () => {
    const { place, auth } = await begin();
    const { headers } = await door.ask(place, { method: "HEAD", headers: { ...auth, origin: "https://evil.example" } });
    expect(Object.keys(headers).sort()).toEqual(
      "cache-control connection content-security-policy date referrer-policy tus-resumable upload-length upload-offset x-content-type-options".split(
        " ",
      ),
    );
  });
});

describe("a look into a mailbox", () => {
  it("has one size and the same bytes each time, and ends with its token's last look, which touches nobody else", async () => {
    const { token, looks } = (await door.post("/intake/looks", { proof: await door.prove("look") })).json;
    expect(looks).toBe(60);
    const box = { token, lookup: randomBytes(32).toString("hex"), page: 0 };
    const first = await door.post("/intake/mailbox", box);
    expect(first.json.envelopes.map((one) => Buffer.from(one, "base64").length)).toEqual([16_384, 16_384, 16_384, 16_384]);
    for (let look = 1; look < 60; look += 1) expect((await door.post("/intake/mailbox", box)).body.equals(first.body)).toBe(true);
    expect((await door.post("/intake/mailbox", box)).status).toBe(400);
    const other = (await door.post("/intake/looks", { proof: await door.prove("look") })).json;
    expect((await door.post("/intake/mailbox", { ...box, token: other.token })).body.equals(first.body)).toBe(true);
  });
});
