import { type CheckedItem, type Instant, verdicts } from "@unmask/core";
import { type PackCheck, type PackFiles, type Trust, filesInMemory, verifyPack } from "@unmask/pack";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  bytesOf,
  changes,
  columnOf,
  earlyPack,
  laterPack,
  makePacks,
  pack,
  removePacks,
  tableUnder,
  trust,
  tsa,
  wholeChanges,
} from "./changes.ts";
import { exampleReport } from "./example-report.ts";
import { type Files, utf8 } from "./reseal.ts";
import { askAuthority, createHash, exampleFiles } from "./sealed-example.ts";

beforeAll(makePacks);
afterAll(removePacks);

type Verify = (files: PackFiles, who?: Partial<Trust>) => Promise<PackCheck>;
const verify: Verify = (files, who = {}) => verifyPack(files, { createHash, ...trust, ...who });

function verdictOf(check: { readonly items: readonly CheckedItem[] }, path: string): string | undefined {
  return check.items.find((item) => item.path === path)?.verdict;
}

async function gatherFiles(files: PackFiles): Promise<Files> {
  const gathered: Files = new Map();
  for (const { path } of await files.list()) {
    const pieces: Uint8Array[] = [];
    for await (const piece of files.read(path)) pieces.push(piece);
    gathered.set(path, Uint8Array.from(Buffer.concat(pieces)));
  }
  return gathered;
}

/** All cells of the table that a verifier gets wrong; empty when it is right about every member and every change. */
async function wrongCells(judge: Verify, of: Files = pack, paths: readonly string[] = [...of.keys()]): Promise<string[]> {
  const [header = [], , ...rows] = tableUnder("One member changed");
  const wrong: string[] = [];
  for (const [name = "", ...cells] of rows) {
    for (const path of paths) {
      const changed = changes[name]?.(of, path);
      if (!changed) continue;
      const wanted = cells[header.indexOf(columnOf(path)) - 1];
      const check = await judge(changed.files);
      const found = verdictOf(check, changed.judged);
      if (found !== wanted || check.overall !== "not-verified")
        wrong.push(`${name}: ${path} is ${found}, ${check.overall}; the table says ${wanted}`);
    }
  }
  const good = await judge(filesInMemory(of));
  if (good.overall !== "verified" || good.items.some((item) => item.verdict !== "valid")) wrong.push("the untouched pack is not verified");
  return wrong;
}

describe("one member of a pack is changed", () => {
  it("has a change for every row of the table, and a row for every change", () => {
    const [, , ...rows] = tableUnder("One member changed");
    expect(rows.map(([name]) => name)).toEqual(Object.keys(changes));
    for (const [, ...cells] of rows) for (const cell of cells) expect(verdicts).toContain(cell);
  });

  it("gives every member under every change the verdict of the table, and the untouched pack verified", async () => {
    expect(pack.size).toBe(25);
    expect(await wrongCells(verify)).toEqual([]);
  });

  it("gives the proof that a log goes on the verdicts of a seal", async () => {
    expect(laterPack.size).toBe(27);
    expect(await wrongCells(verify, laterPack, ["seal/earlier.consistency"])).toEqual([]);
  });

  it("would show a verifier that rejects everything, and one that accepts everything", async () => {
    const says =
      (overall: PackCheck["overall"], verdict: "valid" | "altered"): Verify =>
      async (files) => ({ overall, items: (await files.list()).map(({ path }) => ({ path, verdict, why: "" })) });
    expect(await wrongCells(says("not-verified", "altered"))).toContain("the untouched pack is not verified");
    const accepting = await wrongCells(says("verified", "valid"));
    expect(accepting).not.toContain("the untouched pack is not verified");
    expect(accepting.length).toBeGreaterThan(pack.size * 10);
  });

  it("leaves the verdicts of the other files alone when an original or a seal is changed", async () => {
    for (const path of ["data/originals/0001.txt", "seal/tagmanifest-sha256.txt.tsr", "seal/tsa-chain.pem"]) {
      const changed = changes["one bit flipped"]?.(pack, path);
      const check = changed && (await verify(changed.files));
      expect(check?.items.filter((item) => item.verdict !== "valid").map((item) => item.path)).toEqual([path]);
    }
  });

  it("is never verified without trusted keys either, and still finds every flip", async () => {
    for (const path of pack.keys()) {
      const changed = changes["one bit flipped"]?.(pack, path);
      if (changed) expect((await verify(changed.files, { trustedSigners: [], trustedTsa: [] })).overall).toBe("not-verified");
    }
  });

  it("never verifies a pack with any few changes at once, and never fails to answer", async () => {
    const names = Object.keys(changes).filter(
      (name) => !["made a link", "there twice", "unreadable", "an empty folder added beside it"].includes(name),
    );
    const step = fc.record({ name: fc.constantFrom(...names), place: fc.nat() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 5 }), async (steps) => {
        let files = new Map(pack);
        for (const { name, place } of steps) {
          const path = [...files.keys()][place % files.size] ?? "";
          const changed = changes[name]?.(files, path);
          if (changed) files = await gatherFiles(changed.files);
        }
        const isSame = files.size === pack.size && [...pack].every(([path, bytes]) => Buffer.compare(bytes, bytesOf(files, path)) === 0);
        expect((await verify(filesInMemory(files))).overall).toBe(isSame ? "verified" : "not-verified");
      }),
      { seed: 20_261_125, numRuns: 60 },
    );
  });

  it("refuses a flip anywhere in any seal, and in every byte of the last signature", async () => {
    const accepted: string[] = [];
    for (const path of pack.keys()) {
      if (!path.startsWith("seal/")) continue;
      const bytes = bytesOf(pack, path);
      // The last signature is covered by itself alone: every byte. The others stand in the list that it signs.
      const step = columnOf(path) === "last signature" ? 1 : bytes.length > 400 ? 41 : 5;
      for (let at = 0; at < bytes.length; at += step) {
        const flipped = Uint8Array.from(bytes);
        flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
        const check = await verify(filesInMemory(new Map(pack).set(path, flipped)));
        if (verdictOf(check, path) !== "altered" || check.overall !== "not-verified") accepted.push(`${path} at ${at}`);
      }
    }
    expect(accepted).toEqual([]);
  });
});

const acts = "data/acts.jsonl.gz";
const caseFile = "data/case.jsonld.gz";
const report = "data/report.json.gz";

describe("the whole of a pack is changed", () => {
  const rows = tableUnder("The whole changed").slice(2);

  it("has a change for every row of the table, and a row for every change", () => {
    expect(rows.map(([name = ""]) => name.replaceAll("`", ""))).toEqual(Object.keys(wholeChanges));
  });

  it.each(rows)("%s: %s is %s, the pack %s", async (name = "", member = "", verdict = "", overall = "") => {
    const change = await wholeChanges[name.replaceAll("`", "")]?.();
    const check = await verify(filesInMemory(change?.files ?? new Map()), change?.who);
    expect({ verdict: verdictOf(check, member), overall: check.overall }).toEqual({ verdict, overall });
  });

  it("calls no file valid when nothing vouches for the lists it stands in", async () => {
    const change = await wholeChanges["payload, manifests and tag manifest rewritten, seals kept"]?.();
    const check = await verify(filesInMemory(change?.files ?? new Map()));
    for (const path of [acts, "data/report.pdf", "manifest-sha512.txt", "bag-info.txt"]) expect(verdictOf(check, path)).toBe("error");
  });

  it("says in words what is wrong with a packed file", async () => {
    const whyOf = async (name: string, path: string): Promise<string | undefined> => {
      const change = await wholeChanges[name]?.();
      return (await verify(filesInMemory(change?.files ?? new Map()))).items.find((item) => item.path === path)?.why;
    };
    expect(await whyOf("a bomb for acts, sealed by the signer", acts)).toBe("unpacks to more than such a file may");
    expect(await whyOf("a bomb for a case, sealed by the signer", caseFile)).toBe("unpacks to more than such a file may");
    expect(await whyOf("report in two members, sealed by the signer", report)).toBe("has other bytes behind its end");
    expect(await whyOf("packed acts cut off, sealed by the signer", acts)).toBe("is cut off");
    expect(await whyOf("acts that are not packed, sealed by the signer", acts)).toBe("is no gzip file with a plain header");
  });

  it("says who signed and when, and whether the key is known", async () => {
    const known = await verify(filesInMemory(pack));
    expect(known).toMatchObject({ id: "UM-0123456789ab", signer: { known: true }, time: { authority: "Example test time-stamps" } });
    const unknown = await verify(filesInMemory(pack), { trustedSigners: [] });
    expect(unknown.signer).toEqual({ ...known.signer, known: false });
  });

  it("shows no time of a stamp that it rejects, for whichever reason", async () => {
    expect((await verify(filesInMemory(pack))).time).toBeDefined();
    const before: NonNullable<Trust["now"]> = 0 as NonNullable<Trust["now"]>;
    expect((await verify(filesInMemory(pack), { now: before })).time).toBeUndefined();
    expect((await verify(filesInMemory(earlyPack))).time).toBeUndefined();
  });

  it("does not put a stamp into a pack that contradicts the time at which it says that it was made", async () => {
    const example = exampleReport();
    const late = { ...example.report, madeAt: (Date.now() + 3 * 86_400_000) as Instant };
    const files = await exampleFiles({ timeStamp: askAuthority(tsa) }, { ...example, report: late });
    expect(verdictOf(await verify(filesInMemory(files)), "seal/tagmanifest-sha256.txt.tsr")).toBe("no-time");
  });

  it("says of another program's bag whether it is sound, and never that it is verified", async () => {
    const made = await wholeChanges["every seal and every mark of a pack dropped, lists made again"]?.();
    const files = made?.files ?? new Map<string, Uint8Array>();
    expect(await verify(filesInMemory(files))).toMatchObject({ overall: "not-verified", bag: { isSound: true, warnings: [] } });
    files.set(acts, utf8("changed"));
    const check = await verify(filesInMemory(files));
    expect(check).toMatchObject({ overall: "not-verified", bag: { isSound: false } });
    expect(verdictOf(check, acts)).toBe("altered");
    // A pack whose seals are gone is still a pack.
    const stripped = await wholeChanges["all seals dropped"]?.();
    expect((await verify(filesInMemory(stripped?.files ?? new Map()))).bag).toBeUndefined();
  });

  it("does not say a time when the authority is not trusted", async () => {
    expect((await verify(filesInMemory(pack), { trustedTsa: [] })).time).toBeUndefined();
  });
});
