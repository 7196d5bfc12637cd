import { type Challenge, solveChallenge, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { expect, test } from "vitest";
import { createWorkDesk } from "./proof-of-work.ts";

/** In the year 2096: the library looks at the clock of the machine, and would say that it is too late. */
const now = 4_000_000_000_000;
const secret = "07".repeat(32);

function openDesk() {
  const random = (size: number): Uint8Array => new Uint8Array(size).fill(7);
  return createWorkDesk({ floor: 2_000, from: 200, lettersWaiting: () => Promise.resolve(0), now: () => now, random });
}

/** What a solver hands in: a challenge and its solution. */
async function solved() {
  const desk = openDesk();
  const { challenge } = await desk.ask("letter");
  const asked: Challenge = JSON.parse(JSON.stringify(challenge));
  const solution = await solveChallenge({ challenge: asked, deriveKey });
  if (!solution) throw new Error("a challenge of eight tries has a solution");
  return { desk, whole: { challenge: asked, solution } };
}

type Handed = Awaited<ReturnType<typeof solved>>["whole"];

function written(proof: object): string {
  return Buffer.from(JSON.stringify(proof)).toString("base64");
}

test("who did the work is let in, once, whatever order the members of the proof come in", async () => {
  const { desk, whole } = await solved();
  const { parameters } = whole.challenge;
  const turned = Object.fromEntries(Object.entries(parameters).reverse());
  expect(desk.accept("look", written(whole))).toBe(false);
  expect(desk.accept("letter", written({ ...whole, challenge: { ...whole.challenge, parameters: turned } }))).toBe(true);
  expect(desk.accept("letter", written(whole))).toBe(false);
});

const altered: Readonly<Record<string, (whole: Handed) => object>> = {
  "a key that was not found": ({ challenge, solution }) => ({
    challenge,
    solution: { ...solution, derivedKey: "0".repeat(solution.derivedKey.length) },
  }),
  "no key": ({ challenge, solution }) => ({ challenge, solution: { ...solution, derivedKey: "" } }),
  "the key in capitals": ({ challenge, solution }) => ({
    challenge,
    solution: { ...solution, derivedKey: solution.derivedKey.toUpperCase() },
  }),
  "less work": (whole) => withParameters(whole, { cost: 1 }),
  "more time": (whole) => withParameters(whole, { expiresAt: now / 1000 + 601 }),
  "another key's signature": (whole) => withParameters(whole, { keySignature: "0".repeat(64) }),
  "no key's signature": (whole) => withParameters(whole, { keySignature: "" }),
  "a member that we did not write": (whole) => withParameters(whole, { data: { for: "letter", also: 1 } }),
  "no signature": ({ challenge, solution }) => ({ challenge: { ...challenge, signature: "" }, solution }),
};

function withParameters({ challenge, solution }: Handed, changed: object): Handed {
  return { challenge: { ...challenge, parameters: { ...challenge.parameters, ...changed } }, solution };
}

test.each(Object.keys(altered))("a proof with %s is refused, here as by the library", async (name) => {
  const { desk, whole } = await solved();
  const proof: Handed = JSON.parse(JSON.stringify(altered[name]?.(whole)));
  expect(desk.accept("letter", written(proof))).toBe(false);
  const secrets = { hmacSignatureSecret: secret, hmacKeySignatureSecret: secret };
  expect((await verifySolution({ ...proof, deriveKey, ...secrets })).verified).toBe(false);
  expect((await verifySolution({ ...whole, deriveKey, ...secrets })).verified).toBe(true);
});
