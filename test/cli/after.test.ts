import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { createIdentity, recipientOf } from "@unmask/seal";
import { reveal } from "@unmask/core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Ran, runUnmask } from "./run-unmask.ts";

const folder = mkdtempSync(join(tmpdir(), "unmask-after-"));
const place = (name: string): string => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const run = (args: readonly string[], home = "home"): Promise<Ran> => runUnmask(args, { home: place(home), cwd: folder });
const report = (out: string, files: readonly string[], more: readonly string[] = [], home?: string): Promise<Ran> =>
  run(["report", "--me", "Hannah Reyes", "--them", "Owen Pike", "--zone", "Europe/London", "--out", place(out), ...more, ...files], home);

/** A chat of one message a day; its words are in no other file. */
function writeChat(name: string, word: string): void {
  const lines = ["01", "02", "03"].map((day) => `${day}/06/2026, 21:0${day.slice(1)} - Owen Pike: ${word} number ${day}\n`);
  writeFileSync(place(name), `${lines.join("")}04/06/2026, 08:00 - Hannah Reyes: leave me alone, ${word}\n`);
}

function packIn(out: string): string {
  return join(place(out), readdirSync(place(out)).find((one) => !one.endsWith(".pub")) ?? "");
}

interface Told {
  readonly id: string;
  readonly after?: { readonly id: string; readonly checkpoint: string; readonly lastNumber: string };
  readonly exhibits: readonly { readonly number: string; readonly name: string; readonly path: string }[];
}

const toldIn = (pack: string): Told => JSON.parse(gunzipSync(readFileSync(join(pack, "data/report.json.gz"))).toString()) as Told;
const numbersIn = (pack: string): readonly string[] => toldIn(pack).exhibits.map(({ number, name }) => `${number} ${name}`);
const inPrint = (pack: string, paper: string): string =>
  execFileSync("pdftotext", ["-raw", join(pack, "data", paper), "-"])
    .toString()
    .replace(/\s+/g, " ");

/** Every word that a pack holds, of printed papers and packed files too. */
function wordsIn(pack: string): string {
  const files = readdirSync(pack, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files
    .map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      if (name.endsWith(".pdf")) return execFileSync("pdftotext", ["-raw", path, "-"]).toString();
      return (name.endsWith(".gz") ? gunzipSync(readFileSync(path)) : readFileSync(path)).toString("utf8");
    })
    .join("\n");
}

let first: string;
beforeAll(async () => {
  for (const [name, word] of [
    ["chat.txt", "marigold"],
    ["older chat.txt", "periwinkle"],
    ["private chat.txt", "foxglove"],
    ["new chat.txt", "larkspur"],
  ] as const)
    writeChat(name, word);
  expect(await report("first", ["chat.txt", "older chat.txt", "private chat.txt"])).toMatchObject({ code: 0 });
  first = packIn("first");
});

it("a file put in front does not renumber one, one left out leaves its number unused, and nothing else of the first pack is copied", async () => {
  expect(numbersIn(first)).toEqual(["HR/1 chat.txt", "HR/2 older chat.txt", "HR/3 private chat.txt"]);
  const made = await report("second", ["new chat.txt", "older chat.txt", "chat.txt"], ["--after", first]);
  expect(made.code).toBe(0);
  const id = toldIn(first).id;
  expect(made.said).toContain(`Goes on from pack ${id}: 2 of its 3 exhibits are here under the same number; new: HR/4.`);
  const second = packIn("second");
  expect(numbersIn(second)).toEqual(["HR/4 new chat.txt", "HR/2 older chat.txt", "HR/1 chat.txt"]);
  expect(toldIn(second).exhibits.map(({ path }) => path)).toEqual(["0004", "0002", "0001"].map((number) => `data/originals/${number}.txt`));
  const checkpoint = readFileSync(join(first, "seal/checkpoint"), "utf8");
  expect(made.said).toContain(
    `\nThe earlier log of ${checkpoint.split("\n")[1]} leaves is the beginning of this pack's log. \`unmask verify --after\` shows it to whoever has both.\n`,
  );
  expect(toldIn(second).after).toEqual({ id, checkpoint, lastNumber: "HR/3" });
  const [, size, root] = checkpoint.split("\n");
  expect(readFileSync(join(second, "bag-info.txt"), "utf8")).toContain(
    `\nUnmask-After: ${id}, log of ${size} leaves, root ${root}, last exhibit HR/3\n`,
  );
  for (const paper of ["report.pdf", "chronology.pdf"])
    expect(inPrint(second, paper)).toContain(`Goes on from pack ${id}; its exhibit numbers are kept. A number that is not here belongs`);
  const printed = inPrint(second, "chronology.pdf");
  const schedule = printed.slice(printed.indexOf("Goes on from pack"));
  expect(["HR/1 chat", "HR/2 older", "HR/4 new"].map((row) => schedule.indexOf(row)).every((at, i, all) => at > (all[i - 1] ?? -1))).toBe(
    true,
  );
  const words = wordsIn(second);
  const gone = createHash("sha256")
    .update(readFileSync(place("private chat.txt")))
    .digest("hex");
  for (const canary of ["foxglove", "private chat", gone]) expect(words.includes(canary), canary).toBe(false);
  expect(await run(["verify", "--again", second])).toMatchObject({ code: 0, out: expect.stringMatching(/^Verified\.[^]* 0 differ/) });

  expect(
    (
      await report(
        "third",
        ["older chat.txt", "third chat.txt"].map((name) => (writeChat("third chat.txt", "tansy"), name)),
        ["--after", second],
      )
    ).code,
  ).toBe(0);
  expect(numbersIn(packIn("third"))).toEqual(["HR/2 older chat.txt", "HR/5 third chat.txt"]);
});

interface Leaves {
  readonly size: number;
  /** Leaf by line of the acts that are shown. */
  readonly byText: ReadonlyMap<string, number>;
  readonly bare: readonly string[];
}

function leavesIn(pack: string): Leaves {
  const acts = gunzipSync(readFileSync(join(pack, "data/acts.jsonl.gz")))
    .toString()
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as { readonly leaf: number; readonly act: { readonly text: string } });
  return {
    size: Number(readFileSync(join(pack, "seal/checkpoint"), "utf8").split("\n")[1]),
    byText: new Map(acts.map(({ leaf, act }) => [act.text, leaf])),
    bare: readFileSync(join(pack, "log/leaves.txt"), "utf8").split("\n").slice(0, -1),
  };
}

it("in a row of three packs each log goes on from the one before, and whoever has both can check it", async () => {
  writeChat("grown chat.txt", "tansy");
  for (const [out, files, before] of [
    ["row-1", ["chat.txt", "older chat.txt"], undefined],
    ["row-2", ["new chat.txt", "chat.txt", "older chat.txt"], "row-1"],
    ["row-3", ["grown chat.txt", "older chat.txt", "new chat.txt", "chat.txt"], "row-2"],
  ] as const)
    expect(await report(out, files, before ? ["--after", packIn(before)] : [])).toMatchObject({ code: 0 });
  const [one, two, three] = ["row-1", "row-2", "row-3"].map((out) => leavesIn(packIn(out)));
  expect([one?.size, two?.size, three?.size]).toEqual([9, 14, 19]);
  for (const [text, leaf] of [...(one?.byText ?? []), ...(two?.byText ?? [])]) expect(three?.byText.get(text), text).toBe(leaf);
  expect(three?.bare.map((line) => line.replace(/ [0-9a-f]+/, ""))).toEqual(["8 earlier", "13 earlier"]);
  for (const [later, earlier, size] of [
    ["row-2", "row-1", 9],
    ["row-3", "row-2", 14],
  ] as const) {
    const said = await run(["verify", packIn(later), "--after", packIn(earlier), "--again"]);
    expect(said).toMatchObject({ code: 0, out: expect.stringMatching(/^Verified\.[^]* 0 differ/) });
    expect(said.out).toContain(`Goes on from ${packIn(earlier)}: the same signer`);
    expect(said.out).toContain(`all ${size} leaves of its log stand at the beginning of this one's`);
  }
  const skipping = await run(["verify", packIn("row-3"), "--after", packIn("row-1")]);
  expect(skipping).toMatchObject({
    code: 1,
    out: expect.stringMatching(
      /^Verified\.[^]*Does NOT go on from .*it goes on from pack UM-\S+, not from pack UM-[^]*Check it beside that one/,
    ),
  });
  const notNamed = await run(["verify", packIn("row-1"), "--after", packIn("row-2"), "--json"]);
  expect(notNamed.code).toBe(1);
  expect(JSON.parse(notNamed.out)).toMatchObject({
    overall: "verified",
    after: { outcome: "does-not", says: "it names no earlier pack." },
  });
  // Without the earlier pack the proof stands all the same; without it the pack does not.
  expect((await run(["verify", packIn("row-3")])).code).toBe(0);
  cpSync(packIn("row-3"), place("without"), { recursive: true });
  rmSync(join(place("without"), "seal/earlier.consistency"));
  expect(await run(["verify", place("without"), "--after", packIn("row-2")])).toMatchObject({
    code: 1,
    out: expect.stringMatching(/missing: seal\/earlier\.consistency[^]*was not looked at: first explain the lines above/),
  });
});

it("a damaged earlier pack and one of another signer are told from the one that it goes on from; a stranger is told that he knows no signer", async () => {
  const later = packIn("row-2");
  cpSync(packIn("row-1"), place("row-1-damaged"), { recursive: true });
  writeFileSync(join(place("row-1-damaged"), "log/leaves.txt"), "0\n");
  const damaged = await run(["verify", later, "--after", place("row-1-damaged")]);
  expect(damaged).toMatchObject({ code: 1, out: expect.stringMatching(/Does NOT go on from .*does not verify as one of the same signer/) });
  expect((await report("of another", ["chat.txt", "older chat.txt"], [], "another-home")).code).toBe(0);
  const other = await run(["verify", later, "--after", packIn("of another")]);
  expect(other).toMatchObject({ code: 1, out: expect.stringMatching(/Does NOT go on from .*does not verify as one of the same signer/) });
  const stranger = await run(["verify", later, "--after", packIn("row-1")], "home-of-a-stranger");
  expect(stranger).toMatchObject({ code: 3, out: expect.stringMatching(/^Nothing is altered\.[^]*\nGoes on from /) });
  expect(await run(["verify", later, "--after", place("nowhere")])).toMatchObject({
    code: 1,
    said: expect.stringMatching(/--after .*nowhere/),
  });
});

it("of a pack in part the log goes on without the words that were left out, and what is left out later keeps its leaf as a hash", async () => {
  const leaving = (day: string): readonly string[] => ["--leave-out", `2026-06-${day}..2026-06-${day}`];
  // Under the name that the app gives it: of a file without one a copy does not say to whom each message went.
  const chat = "WhatsApp Chat with Owen Pike.txt";
  writeChat(chat, "marigold");
  expect((await report("part-1", [chat], leaving("02"))).code).toBe(0);
  const part = packIn("part-1");
  const made = await report("part-2", [chat, "new chat.txt"], [...leaving("03"), "--after", part]);
  expect(made.code).toBe(0);
  const later = packIn("part-2");
  const [before, now] = [leavesIn(part), leavesIn(later)];
  expect([...before.byText.keys()].some((text) => text.includes("number 02"))).toBe(false);
  expect(now.byText.get("marigold number 02")).toBeGreaterThanOrEqual(before.size);
  const leaf = before.byText.get("marigold number 03");
  expect(now.bare.some((line) => line.startsWith(`${leaf} `) && !line.endsWith(" earlier"))).toBe(true);
  expect(wordsIn(later).includes("marigold number 03")).toBe(false);
  expect(await run(["verify", later, "--after", part, "--again"])).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^Verified\.[^]*\nGoes on from [^]* 0 differ/),
  });
});

it("a sealed earlier pack is opened with -i, and without it the report says what to give", async () => {
  const identity = await createIdentity();
  writeFileSync(place("key.txt"), `${reveal(identity)}\n`);
  await report("sealed", ["chat.txt"], ["--to", await recipientOf(identity)]);
  const refused = await report("unopened", ["chat.txt"], ["--after", packIn("sealed")]);
  expect(refused).toMatchObject({ code: 1, said: expect.stringMatching(/--after .*the pack is sealed\. Give the key that opens it/) });
  const made = await report("opened", ["new chat.txt", "chat.txt"], ["--after", packIn("sealed"), "-i", "key.txt"]);
  expect(made.code).toBe(0);
  expect(numbersIn(packIn("opened"))).toEqual(["HR/2 new chat.txt", "HR/1 chat.txt"]);
  const sealedBoth = await run(["verify", packIn("opened"), "--after", packIn("sealed"), "-i", "key.txt"]);
  expect(sealedBoth).toMatchObject({ code: 0, out: expect.stringMatching(/^Verified\.[^]*\nGoes on from /) });
  expect(await run(["verify", packIn("opened"), "--after", packIn("sealed")])).toMatchObject({
    code: 1,
    said: expect.stringMatching(/--after .*the pack is sealed\. Give the key that opens it/),
  });
  expect(await report("none", ["chat.txt"], ["-i", "key.txt"])).toMatchObject({
    code: 1,
    said: expect.stringMatching(/-i opens the pack of --after/),
  });
});

it("an earlier pack of another signer and a damaged one are refused, and no pack is made", async () => {
  const other = await report("refused", ["chat.txt"], ["--after", first], "another-home");
  expect(other).toMatchObject({
    code: 1,
    said: expect.stringMatching(/signed with another key .*Name the key that signed it with --signer-key/),
  });
  cpSync(first, place("damaged"), { recursive: true });
  copyFileSync(place("new chat.txt"), place("damaged/data/originals/0001.txt"));
  const damaged = await report("refused", ["chat.txt"], ["--after", place("damaged")]);
  expect(damaged).toMatchObject({ code: 1, said: expect.stringMatching(/does not verify, so nothing goes on from it/) });
  expect(existsSync(place("refused")) ? readdirSync(place("refused")) : []).toEqual([]);
});
