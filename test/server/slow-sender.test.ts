/** Slow senders: whoever says nothing, drips a head or drips a letter holds a line for a short time, little memory, and nobody else up. */
import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type KeptStore, type RunningDoor, letter, openKept, startDoor } from "./intake-door.ts";

/** Of each kind at once. */
const ofEachKind = 150;
/** Shorter than the usual 15 s, 60 s and 200 s, with everything else as it is; ms. */
const patience = { headMs: 1_500, idleMs: 3_000, bodyMs: 4_000 };
/** Between two bytes of a sender that drips, ms. */
const dripMs = 250;
/** All of them are gone after this, ms, on a machine that is busy. */
const goneWithin = 30_000;
/** Bytes that one slow sender may hold at most: a line and what belongs to it, never a letter. */
const mostOfEach = 200_000;

let kept: KeptStore;
let door: RunningDoor;
beforeAll(async () => {
  kept = await openKept();
  door = await startDoor(kept.store, { patience });
});
afterAll(async () => {
  await door.close();
  await kept.close();
});

/** Opens a line, says `start`, then drips `more` again and again; resolves when the door has ended it, with the time that it took. */
function slowly(start: string, more: string): Promise<number> {
  return new Promise((resolve) => {
    const began = Date.now();
    const line = connect(door.port, "127.0.0.1", () => line.write(start));
    const drip = setInterval(() => more !== "" && line.writable && line.write(more), dripMs);
    line.on("data", () => undefined);
    line.on("error", () => undefined);
    line.on("close", () => {
      clearInterval(drip);
      resolve(Date.now() - began);
    });
  });
}

test("attack: hundreds of slow senders are ended, hold little memory, and a letter comes through between them", async () => {
  const head = [
    "POST /intake/letters HTTP/1.1",
    "host: localhost",
    "content-type: application/json",
    "content-length: 300000",
    "",
    '{"id":"',
  ];
  const before = process.memoryUsage();
  const proof = await door.prove("letter");
  const kinds = [
    ["says nothing", "", ""],
    ["drips a head", "GET /intake/", "x"],
    ["drips a letter", head.join("\r\n"), "0"],
    ["stops in a letter", head.join("\r\n"), ""],
  ] as const;
  const slow = kinds.flatMap(([, start, more]) => Array.from({ length: ofEachKind }, () => slowly(start, more)));
  await new Promise((resolve) => setTimeout(resolve, dripMs * 3));
  const sent = letter(proof);
  const answer = await door.post("/intake/letters", sent);
  const during = process.memoryUsage();
  expect(answer.status).toBe(200);
  expect((await kept.store.take(0, 10)).map(({ id }) => id)).toEqual([sent.id]);
  const held = (during.heapUsed + during.external - before.heapUsed - before.external) / slow.length;
  expect(held).toBeLessThan(mostOfEach);
  const lasted = await Promise.all(slow);
  const longest = kinds.map(([name], i) => `${name} ${Math.max(...lasted.slice(i * ofEachKind, (i + 1) * ofEachKind))} ms`);
  console.log(`${slow.length} slow senders, ${Math.round(held / 1024)} KB each at most; ended after ${longest.join(", ")}`);
  expect(Math.max(...lasted)).toBeLessThan(goneWithin);
  // Nothing of them was kept, and the door still answers.
  expect((await door.post("/intake/letters", letter(await door.prove("letter")))).status).toBe(200);
  expect((await kept.store.take(0, 10)).length).toBe(2);
});
