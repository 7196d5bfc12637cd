import { describe, expect, it } from "vitest";
import { type Files, bytesWith, leavesOf, relist, reseal, textOf, utf8 } from "../../../../test/tamper/reseal.ts";
import { createHash, exampleFiles, exampleSigner } from "../../../../test/tamper/sealed-example.ts";
import { type PackCheck, verifyPack } from "./verify-pack.ts";
import { exitCodeOf, overallOf } from "@unmask/core";
import { filesInMemory } from "../pack-files.ts";
import { layout } from "../pack-layout.ts";

const pack = await exampleFiles();

function verify(files: Files): Promise<PackCheck> {
  return verifyPack(filesInMemory(files), { createHash, trustedSigners: [exampleSigner], trustedTsa: [] });
}

/** What the signer seals anew after a change. */
function sealedAgain(edit: (files: Files) => readonly string[] | void): Files {
  const files = new Map(pack);
  const leaves = edit(files);
  relist(files);
  reseal(files, exampleSigner, leaves ?? leavesOf(files));
  return files;
}

function edited(path: string, edit: (text: string) => string): (files: Files) => void {
  return (files) => {
    const after = edit(textOf(files, path));
    expect(after).not.toBe(textOf(files, path));
    files.set(path, bytesWith(path, after));
  };
}

const faultsOf = ({ items }: PackCheck): string[] =>
  items.filter(({ verdict }) => verdict !== "valid" && verdict !== "no-time").map(({ path, verdict, why }) => `${path} ${verdict}: ${why}`);

describe("a pack", () => {
  it("is verified as it was made", async () => {
    const check = await verify(pack);
    expect(faultsOf(check)).toEqual([]);
    expect(check).toMatchObject({ overall: "verified", id: "UM-0123456789ab", signer: { known: true } });
  });

  it.each<[string, string, (text: string) => string, RegExp]>([
    ["a report that is none", layout.report, () => "[]", /report\.json\.gz error: is no report/],
    ["a report that is no JSON", layout.report, () => "{", /report\.json\.gz error: is no report/],
    [
      "a report without its time",
      layout.report,
      (text) => text.replace("madeAt", "made"),
      /report\.json\.gz error: does not say when it was made/,
    ],
    ["a time in another spelling", layout.report, (text) => text.replace(/("madeAt": ".*)\.000Z/, "$1Z"), /does not say when it was made/],
    ["another pack's report", layout.report, (text) => text.replace("UM-0123456789ab", "UM-0123456789ac"), /is another pack's report/],
    ["other counts", layout.report, (text) => text.replace('"total": 16', '"total": 17'), /counts other acts/],
    [
      "an exhibit that is none",
      layout.report,
      (text) => text.replace(/"exhibits": \[/, '"exhibits": [1,'),
      /lists an exhibit that is none/,
    ],
    ["an exhibit without a size", layout.report, (text) => text.replace(/"size": \d+/, '"size": "x"'), /lists an exhibit that is none/],
    [
      "an exhibit at another path",
      layout.report,
      (text) => text.replace("data/originals/0001.txt", "data/acts.jsonl"),
      /at a path where none may be/,
    ],
    ["an exhibit with another size", layout.report, (text) => text.replace(/"size": (\d+)/, '"size": 1$1'), /not there so/],
    [
      "an act that is not written as one",
      layout.acts,
      (text) => text.replace('{"leaf"', '{ "leaf"'),
      /acts\.jsonl\.gz error: line 1 is not written as acts are/,
    ],
    [
      "an act in another order",
      layout.acts,
      (text) => text.trimEnd().split("\n").toReversed().join("\n") + "\n",
      /acts\.jsonl\.gz error: line 2 stands out of order/,
    ],
    [
      "the first act left out",
      layout.acts,
      (text) => text.replace(/^.*\n/, ""),
      /line 1 stands out of order, or a leaf before it is missing/,
    ],
    ["the last act left out", layout.acts, (text) => text.replace(/[^\n]*\n$/, ""), /acts\.jsonl\.gz error: has another number of lines/],
    [
      "an act that stands twice",
      layout.acts,
      (text) => text.replace(/^(.*\n)/, "$1$1"),
      /acts\.jsonl\.gz error: line 2 stands out of order/,
    ],
    [
      "an act changed",
      layout.acts,
      (text) => text.replace("light", "sorry"),
      /acts\.jsonl\.gz error: acts and bare leaves do not give the checkpoint's root/,
    ],
    ["a leaf that is none", layout.leaves, (text) => text.replace(/^./, "g"), /leaves\.txt error: line 1 is not written as leaves are/],
    ["a leaf at the place of an act", layout.leaves, (text) => text.replace(/^3 /, "4 "), /leaves\.txt error: line 1 stands out of order/],
    ["a leaf behind the last", layout.leaves, (text) => `${text}17 ${"00".repeat(32)}\n`, /leaves\.txt error: line 2 stands out of order/],
    ["a leaf that stands twice", layout.leaves, (text) => text + text, /leaves\.txt error: line 2 stands out of order/],
    ["a leaf with a leading nought", layout.leaves, (text) => `0${text}`, /leaves\.txt error: line 1 is not written/],
    [
      "a finding on an act that is held back",
      layout.report,
      (text) => text.replace(/"acts": \[\s+0/, '"acts": [3'),
      /rests a finding on an act that is not shown/,
    ],
    [
      "a finding on an act that there is not",
      layout.report,
      (text) => text.replace(/"acts": \[\s+0/, '"acts": [99'),
      /rests a finding on an act that is not shown/,
    ],
    [
      "letters to an act that is held back",
      layout.report,
      (text) => text.replace('"0": [', '"3": ['),
      /rests a finding on an act that is not shown/,
    ],
    [
      "letters to an act named by its id",
      layout.report,
      (text) => text.replace('"0": [', '"example-1": ['),
      /names acts otherwise than by their leaves/,
    ],
    [
      "a finding that names an act by its id",
      layout.report,
      (text) => text.replace(/"acts": \[\s+0/, '"acts": ["example-1"'),
      /names acts otherwise than by their leaves/,
    ],
    ["leaves without their last end", layout.leaves, (text) => text.trimEnd(), /leaves\.txt error/],
    ["another version", "bag-info.txt", (text) => text.replace("Version: 1", "Version: 2"), /bag-info\.txt unsupported/],
    ["no count of leaves", "bag-info.txt", (text) => text.replace(/^Unmask-Log-Leaves.*\n/m, ""), /counts other acts/],
    ["another log's name", "bag-info.txt", (text) => `${text}External-Identifier: UM-0\n`, /is of another pack's log/],
  ])("cannot hold, though its signer sealed it: %s", async (_, path, edit, fault) => {
    const leaves = leavesOf(pack);
    const check = await verify(sealedAgain((files) => (edited(path, edit)(files), leaves)));
    expect(check.overall).toBe("not-verified");
    expect(faultsOf(check).join("\n")).toMatch(fault);
  });

  it("cannot hold with a log of another length or root", async () => {
    const leaves = leavesOf(pack);
    const both = (why: string): string[] => [`${layout.acts} error: ${why}`, `${layout.leaves} error: ${why}`];
    const longer = await verify(sealedAgain(() => [...leaves, "00".repeat(32)]));
    expect(faultsOf(longer)).toEqual(both("the checkpoint is of a log of another length"));
    const other = await verify(sealedAgain(() => leaves.with(3, "00".repeat(32))));
    expect(faultsOf(other)).toEqual(both("acts and bare leaves do not give the checkpoint's root"));
  });

  it.each([layout.acts, layout.case, layout.report, layout.leaves, "bagit.txt", "bag-info.txt", "manifest-sha512.txt", layout.tagManifest])(
    "is not verified without %s",
    async (path) => {
      const files = new Map(pack);
      files.delete(path);
      expect(faultsOf(await verify(files)).join("\n")).toContain(`${path} missing`);
    },
  );

  it("is not verified with a seal too long to read, a link, or a name twice", async () => {
    const long = new Map(pack).set(layout.checkpoint, new Uint8Array(1024 * 1024 + 1));
    expect(faultsOf(await verify(long)).join("\n")).toMatch(/seal\/checkpoint error: could not be read, or is too long/);
    const memory = filesInMemory(pack);
    const listed = async () => {
      const all = await memory.list();
      return [...all.map((file) => (file.path === layout.acts ? { ...file, kind: "link" as const } : file)), ...all.slice(0, 1)];
    };
    const check = await verifyPack({ ...memory, list: listed }, { createHash, trustedSigners: [], trustedTsa: [] });
    expect(faultsOf(check).join("\n")).toMatch(/VERIFY\.md error: is there twice[^]*acts\.jsonl\.gz unsupported/);
  });

  it("is told from another program's bag, which is never verified", async () => {
    const files = new Map([...pack].filter(([path]) => !path.startsWith("seal/")));
    files.set("bag-info.txt", utf8("Source-Organization: Example\n"));
    relist(files);
    expect(await verify(files)).toMatchObject({ overall: "not-verified", bag: { isSound: true } });
    files.delete("bag-info.txt");
    expect(await verify(files)).toMatchObject({ overall: "not-verified", bag: { isSound: false } });
    expect((await verify(new Map())).bag).toBeUndefined();
  });
});

describe("the verdict on the whole", () => {
  it.each([
    [[], "not-verified", 1],
    [["no-time"], "not-verified", 1],
    [["valid"], "verified", 0],
    [["valid", "no-time"], "verified", 0],
    [["valid", "unknown-signer"], "not-known", 3],
    [["valid", "untrusted-time", "no-time"], "not-known", 3],
    [["valid", "altered"], "not-verified", 1],
    [["valid", "unknown-signer", "error"], "not-verified", 1],
  ] as const)("of %s is %s, and ends with %i", (verdicts, overall, code) => {
    expect(overallOf(verdicts.map((verdict) => ({ path: "x", verdict, why: "" })))).toBe(overall);
    expect(exitCodeOf(overall)).toBe(code);
  });
});
