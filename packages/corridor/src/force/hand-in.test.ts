import { expect, test } from "vitest";
import type { Answer, Ask } from "./ask.ts";
import { handIn, lookAt } from "./hand-in.ts";

const id = "0123456789abcdef0123456789abcdef";
const handedIn = { id, sealed: new Uint8Array(16_584), buckets: [65_536] };

function json(value: unknown, status = 200): Answer {
  return { status, header: () => undefined, bytes: new TextEncoder().encode(JSON.stringify(value)) };
}

/** An intake whose answers to a letter come one after the other, the last one again and again. */
function createFakeIntake(answers: readonly (Answer | undefined)[]) {
  const bodies: string[] = [];
  const ask: Ask = async (url, { body }) => {
    if (url.endsWith("/intake/challenge")) return json({ challenge: { number: bodies.length }, cost: 1 });
    bodies.push(String(body));
    return answers[Math.min(bodies.length, answers.length) - 1];
  };
  return {
    intake: { origin: "https://intake.example.org", ask, workOut: async (challenge: unknown) => JSON.stringify(challenge) },
    bodies,
  };
}

const taken = json({ letter: id, week: "2026-W48", uploads: ["ab".repeat(32)] });

test("a letter whose answer was lost is the same letter when it is handed in again, with a new proof", async () => {
  const { intake, bodies } = createFakeIntake([undefined, taken]);
  expect(await handIn(intake, handedIn)).toEqual({ ok: true, value: ["ab".repeat(32)] });
  const [first, second] = bodies.map((body): { id: string; letter: string; proof: string } => JSON.parse(body));
  expect([second?.id, second?.letter]).toEqual([first?.id, first?.letter]);
  expect(second?.proof).not.toBe(first?.proof);
});

test("nobody says that nothing was sent where an answer was lost", async () => {
  expect(await handIn(createFakeIntake([undefined]).intake, handedIn)).toMatchObject({ ok: false, error: { mayBeThere: true } });
  const refused = json({ says: "This could not be taken. Nothing was kept of it." }, 400);
  expect(await handIn(createFakeIntake([refused]).intake, handedIn)).toMatchObject({ ok: false, error: { mayBeThere: false } });
});

test("an answer for another letter, with too few uploads, or with more than belongs there, is none", async () => {
  for (const wrong of [{ letter: "f".repeat(32) }, { uploads: [] }, { more: 1 }]) {
    const answer = json({ letter: id, week: "2026-W48", uploads: ["ab".repeat(32)], ...wrong });
    expect((await handIn(createFakeIntake([answer]).intake, handedIn)).ok).toBe(false);
  }
});

test("a page of a mailbox that has another number of envelopes, or one of another size, is none", async () => {
  const envelope = Buffer.alloc(16_384).toString("base64");
  const look = (envelopes: readonly string[]) =>
    lookAt(createFakeIntake([json({ envelopes })]).intake, { token: "t", lookup: new Uint8Array(32), page: 0 });
  expect(await look([envelope, envelope, envelope, envelope])).toMatchObject({ ok: true });
  expect((await look([envelope])).ok).toBe(false);
  expect((await look([envelope, envelope, envelope, "AAAA"])).ok).toBe(false);
});
