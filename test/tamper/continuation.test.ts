import { rmSync } from "node:fs";
import type { Instant } from "@unmask/core";
import { checkContinuation } from "@unmask/corridor";
import { filesInMemory, verifyPack } from "@unmask/pack";
import { certificatesFromPem } from "@unmask/seal";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LocalAuthority, makeAuthority } from "../local-authority.ts";
import { type ExampleReport, laterReport } from "./example-report.ts";
import { type Files, utf8 } from "./reseal.ts";
import { askAuthority, createHash, exampleFiles, exampleSigner, otherSigner, repeatableBytes } from "./sealed-example.ts";

let tsa: LocalAuthority;
let earlier: Files;
let later: Files;
beforeAll(async () => {
  tsa = makeAuthority();
  earlier = await exampleFiles({ timeStamp: askAuthority(tsa) });
  later = await exampleFiles({ random: repeatableBytes("later") }, laterReport(earlier));
});
afterAll(() => rmSync(tsa.folder, { recursive: true, force: true }));

interface Asked {
  readonly outcome: string;
  readonly says: string;
}

async function ask(pack: Files, before: Files, { isTimeKnown = true, isSignerKnown = true } = {}): Promise<Asked> {
  const trustedTsa = isTimeKnown ? (certificatesFromPem(tsa.anchorPem) ?? []) : [];
  const world = { createHash, trustedTsa, now: (Date.now() + 1000) as Instant };
  const files = filesInMemory(pack);
  const check = await verifyPack(files, { ...world, trustedSigners: isSignerKnown ? [exampleSigner] : [] });
  expect(check.overall).toBe(isSignerKnown ? "verified" : "not-known");
  return checkContinuation({ files, check }, filesInMemory(before), world);
}

const goingOn = (change: (example: ExampleReport) => ExampleReport): Promise<Files> =>
  exampleFiles({ random: repeatableBytes("later") }, change(laterReport(earlier)));

describe("a pack beside the one that it is said to go on from", () => {
  it("goes on, to whoever knows the signer and to whoever does not", async () => {
    const says = expect.stringMatching(/^the same signer, .* all 17 leaves of its log stand at the beginning/);
    expect(await ask(later, earlier)).toEqual({ outcome: "goes-on", says });
    expect(await ask(later, earlier, { isSignerKnown: false })).toEqual({ outcome: "goes-on", says });
  });

  it("goes on as far as is known, where nobody vouches for the earlier pack's time", async () => {
    expect(await ask(later, earlier, { isTimeKnown: false })).toEqual({
      outcome: "not-known",
      says: expect.stringMatching(/17 leaves .* The authority for the earlier pack's time is not known to you\.$/),
    });
  });

  it("does not go on from a pack with another log under the same id, from another's, or from a changed one", async () => {
    const again = await exampleFiles({ random: repeatableBytes("again") });
    expect(await ask(later, again)).toMatchObject({ outcome: "does-not", says: expect.stringMatching(/had another checkpoint/) });
    const others = await exampleFiles({ signer: otherSigner });
    const changed = new Map(earlier).set("data/report.pdf", utf8("%PDF-1.7 another"));
    for (const files of [others, changed])
      expect(await ask(later, files)).toMatchObject({
        outcome: "does-not",
        says: expect.stringMatching(/does not verify as one of the same signer/),
      });
    expect(await ask(earlier, later)).toEqual({ outcome: "does-not", says: "it names no earlier pack." });
  });

  it("does not go on where a file has another exhibit number than it had", async () => {
    const exchanged = await goingOn((example) => {
      const number = (one: string): string => ({ "M/1": "M/2", "M/2": "M/1" })[one] ?? one;
      const exhibits = example.report.exhibits.map((one) => ({ ...one, number: number(one.number) }));
      return {
        ...example,
        report: { ...example.report, exhibits },
        originalOf: (one) => example.originalOf({ ...one, number: number(one.number) }),
      };
    });
    expect(await ask(exchanged, earlier)).toEqual({ outcome: "does-not", says: "exhibit M/2 has another number in the earlier pack." });
  });

  it("does not go on where it takes another number for the last one that was given", async () => {
    const skipping = await goingOn((example) => {
      const { after } = example.report;
      return { ...example, report: { ...example.report, ...(after && { after: { ...after, lastNumber: "M/9" } }) } };
    });
    const says = "it takes M/9 for the last number of the earlier pack, which is M/3.";
    expect(await ask(skipping, earlier)).toEqual({ outcome: "does-not", says });
  });
});
