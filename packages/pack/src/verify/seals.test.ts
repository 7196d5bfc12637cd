import { type Instant, instantToIso, parseInstant, parseIsoStamp, wallToUtcMs } from "@unmask/core";
import { base64ToBytes, certificatesFromPem, formatPublicKey, hexToBytes } from "@unmask/seal";
import { describe, expect, it } from "vitest";
import vector from "../../../../docs/formats/vectors/timestamp.json" with { type: "json" };
import { type Files, reseal, signLast, utf8 } from "../../../../test/tamper/reseal.ts";
import { exampleSigner, otherSigner } from "../../../../test/tamper/sealed-example.ts";
import { type SealCheck, type Trust, checkSeals } from "./seals.ts";
import { isBeforeMade, maxClockDifference } from "../time-stamp.ts";
import { layout, requiredSeals, timeSeals } from "../pack-layout.ts";

/** Seals over the tag manifest of the published vector, with its time-stamp. */

const bytesOf = (bytes: Uint8Array | undefined): Uint8Array => bytes ?? expect.fail("the vector cannot be read");
const anchors = certificatesFromPem(vector.anchor) ?? [];
const strangers = certificatesFromPem(vector.strangerAnchor) ?? [];
const stamped = parseInstant(wallToUtcMs(parseIsoStamp(vector.says.time)?.wall ?? expect.fail("no time"))) ?? expect.fail("no time");
const after = (ms: number): Instant => parseInstant(stamped + ms) ?? expect.fail("no time");

/** The sealed files; `edit` changes some, `again` lets the signer seal what was changed. */
function sealed(edit: (files: Files) => void = () => undefined, again: (files: Files) => void = () => undefined): Files {
  const files: Files = new Map([
    [layout.tagManifest, utf8(vector.data)],
    ["bag-info.txt", utf8("External-Identifier: UM-0123456789ab\n")],
    [layout.leaves, utf8(`0 ${"11".repeat(32)}\n1 ${"22".repeat(32)}\n`)],
    [layout.timeQuery, bytesOf(hexToBytes(vector.query))],
    [layout.timeReply, bytesOf(base64ToBytes(vector.reply))],
    [layout.timeChain, utf8(vector.anchor)],
  ]);
  reseal(files, exampleSigner);
  edit(files);
  again(files);
  return files;
}

function check(files: Files, trust: Partial<Trust> = {}, declared: readonly string[] = timeSeals): Promise<SealCheck> {
  const seals = new Map([...files].filter(([path]) => path.startsWith("seal/")));
  return checkSeals(
    {
      seals,
      tagManifest: files.get(layout.tagManifest),
      info: {
        version: "1",
        id: "UM-0123456789ab",
        seals: [...requiredSeals, ...declared],
        leaves: 2,
        earlierLeaves: 0,
        shownActs: 0,
        after: [],
      },
    },
    { trustedSigners: [exampleSigner], trustedTsa: anchors, ...trust },
  );
}

const verdictOf = ({ items }: SealCheck, path: string): string | undefined => items.find((item) => item.path === path)?.verdict;
const whyOf = ({ items }: SealCheck, path: string): string | undefined => items.find((item) => item.path === path)?.why;
const drop = (path: string) => (files: Files) => void files.delete(path);
const put = (path: string, text: string) => (files: Files) => void files.set(path, utf8(text));
const signAgain = (files: Files): void => signLast(files, exampleSigner);

describe("the seals of a pack", () => {
  it("are all valid as they were made, and say who and when", async () => {
    const found = await check(sealed());
    expect(found.items.filter(({ verdict }) => verdict !== "valid")).toEqual([]);
    expect(found.signer?.known).toBe(true);
    expect(found.time && instantToIso(found.time.time)).toBe(vector.says.time);
    expect(found.checkpoint?.size).toBe(3);
  });

  it("say unknown of a signer whom nobody vouched for, and refuse one who is not the one named", async () => {
    const unknown = await check(sealed(), { trustedSigners: [] });
    expect(verdictOf(unknown, layout.signature)).toBe("unknown-signer");
    const other = await check(sealed(), { trustedSigners: [otherSigner], signersNamed: true });
    for (const path of [layout.signature, layout.lastSignature, layout.checkpoint, layout.proof]) {
      expect(verdictOf(other, path)).toBe("error");
      expect(whyOf(other, path)).toMatch(/not signed by the key you named/);
    }
    const both = await check(sealed(), { trustedSigners: [otherSigner, exampleSigner], signersNamed: true });
    expect(verdictOf(both, layout.signature)).toBe("valid");
  });

  it("say untrusted of a time whose authority nobody vouched for, and show none", async () => {
    for (const trustedTsa of [[], strangers]) {
      const found = await check(sealed(), { trustedTsa });
      expect(verdictOf(found, layout.timeReply)).toBe("untrusted-time");
      expect(found.time).toBeUndefined();
    }
  });

  it("refuse a time that lies more than a day after the clock of whoever checks, and show none", async () => {
    const early = await check(sealed(), { now: after(-maxClockDifference - 1) });
    expect([verdictOf(early, layout.timeReply), early.time]).toEqual(["error", undefined]);
    expect(verdictOf(await check(sealed(), { now: after(-maxClockDifference) }), layout.timeReply)).toBe("valid");
  });

  it.each<[string, Files, string, string]>([
    ["a reply with a byte changed", sealed((files) => void files.get(layout.timeReply)?.fill(0, 2000, 2001)), layout.timeReply, "altered"],
    ["a reply with a byte changed and sealed", sealed(put(layout.timeReply, "x"), signAgain), layout.timeReply, "error"],
    ["a query about something else, sealed", sealed(put(layout.timeQuery, "x"), signAgain), layout.timeQuery, "error"],
    ["a chain that is none, sealed", sealed(put(layout.timeChain, "-----BEGIN CERTIFICATE-----"), signAgain), layout.timeChain, "error"],
    ["no reply", sealed(drop(layout.timeReply)), layout.timeReply, "missing"],
    ["no query", sealed(drop(layout.timeQuery)), layout.timeQuery, "missing"],
    ["no signature", sealed(drop(layout.signature)), layout.signature, "missing"],
    ["no list", sealed(drop(layout.sealList)), layout.lastSignature, "error"],
    ["no list, the chain", sealed(drop(layout.sealList)), layout.timeChain, "error"],
    ["no last signature", sealed(drop(layout.lastSignature)), layout.lastSignature, "missing"],
    ["no last signature, the list", sealed(drop(layout.lastSignature)), layout.sealList, "error"],
    ["another list", sealed(put(layout.sealList, "x")), layout.sealList, "altered"],
    ["another list, the last signature", sealed(put(layout.sealList, "x")), layout.lastSignature, "error"],
    ["another last signature", sealed(put(layout.lastSignature, "x")), layout.lastSignature, "altered"],
    [
      "another key inside, without the list",
      sealed(put(layout.signer, formatPublicKey(otherSigner)), drop(layout.sealList)),
      layout.signer,
      "altered",
    ],
    ["another key of the log, without the list", sealed(put(layout.logKey, "x"), drop(layout.sealList)), layout.logKey, "altered"],
    ["another checkpoint, without the list", sealed(put(layout.checkpoint, "x"), drop(layout.sealList)), layout.checkpoint, "altered"],
    [
      "a proof that ends otherwise, without the list",
      sealed(put(layout.checkpoint, "x\n"), drop(layout.sealList)),
      layout.proof,
      "altered",
    ],
    ["another proof, without the list", sealed(put(layout.proof, "x"), drop(layout.sealList)), layout.proof, "altered"],
    ["another query, without the list", sealed(put(layout.timeQuery, "x"), drop(layout.sealList)), layout.timeQuery, "altered"],
    ["a seal of another kind, sealed", sealed(put("seal/wax", "x"), signAgain), "seal/wax", "unsupported"],
    ["a seal that nobody declares", sealed(put("seal/wax", "x")), "seal/wax", "unlisted"],
    [
      "a declared seal that the list does not name",
      sealed(drop(layout.timeChain), (files) => [signAgain, put(layout.timeChain, "x")].forEach((step) => step(files))),
      layout.timeChain,
      "unlisted",
    ],
    ["no tag manifest", sealed(drop(layout.tagManifest)), layout.tagManifest, "missing"],
    ["no tag manifest, the signature", sealed(drop(layout.tagManifest)), layout.signature, "error"],
    ["no tag manifest, the proof", sealed(drop(layout.tagManifest)), layout.proof, "error"],
    ["no tag manifest, the query", sealed(drop(layout.tagManifest)), layout.timeQuery, "error"],
    ["no tag manifest, the time", sealed(drop(layout.tagManifest)), layout.timeReply, "error"],
    ["another tag manifest", sealed(put(layout.tagManifest, "x")), layout.tagManifest, "altered"],
    ["a tag manifest that only the proof fits", sealed(put(layout.signature, "x")), layout.tagManifest, "valid"],
    ["a tag manifest that nothing vouches for", sealed(drop(layout.signature), drop(layout.proof)), layout.tagManifest, "error"],
  ])("are judged one by one: %s", async (_, files, path, verdict) => {
    expect(verdictOf(await check(files), path)).toBe(verdict);
  });

  it("say no-time of a pack that declares none", async () => {
    const files = sealed((all) => timeSeals.forEach((path) => all.delete(path)), signAgain);
    expect(verdictOf(await check(files, {}, []), layout.timeReply)).toBe("no-time");
  });

  it("are nobody's when no signature is there at all", async () => {
    const files = sealed((all) => [layout.signature, layout.lastSignature].forEach((path) => all.delete(path)));
    const found = await check(files);
    expect(found.signer).toBeUndefined();
    for (const path of [layout.signer, layout.logKey]) expect(verdictOf(found, path)).toBe("error");
  });
});

describe("a time-stamp beside the time at which a pack says that it was made", () => {
  const stamp = { ...vector.says, time: stamped };
  it.each([
    ["the same", 0, false],
    ["an hour before", 3_600_000, false],
    ["a day and what the authority allows before", maxClockDifference + vector.says.accuracyMs, false],
    ["a millisecond more", maxClockDifference + vector.says.accuracyMs + 1, true],
    ["years before", 4 * 365 * maxClockDifference, true],
    ["years after", -4 * 365 * maxClockDifference, false],
  ])("%s", (_, difference, contradicts) => {
    expect(isBeforeMade(stamp, after(difference))).toBe(contradicts);
  });
});
