import { execFileSync } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeEach, expect, it } from "vitest";
import { storedZip } from "../../fixtures/sample-case/stored-zip.ts";
import { type Ran, runUnmask } from "./run-unmask.ts";

const root = mkdtempSync(join(tmpdir(), "unmask-not-taken-in-"));
const home = join(root, "home");
const folder = join(root, "hers");
const chatName = "WhatsApp Chat with Owen Pike.txt";
const canary = "the red door in Hallam Row";
const identity = "AGE-SECRET-KEY-1QQPQQQQZQQQSQQQJQQQNQQQ5QQQKQQQHQQQCQQQEQQQ6QQQMQQQUQQQAQQQ7";
afterAll(() => rmSync(root, { recursive: true, force: true }));
beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const days = Array.from({ length: 20 }, (_, i) => `${String(i + 1).padStart(2, "0")}/02/2026, 23:13 - Owen Pike: message ${i + 1}\n`);
  writeFileSync(join(folder, chatName), `${days.join("")}25/02/2026, 23:13 - Owen Pike: ${canary}\n`);
});

const run = (...args: readonly string[]): Promise<Ran> => runUnmask(args, { home, cwd: folder });
const report = (...args: readonly string[]): Promise<Ran> =>
  run("report", ".", "--me", "Hannah Reyes", "--them", "Owen Pike", "--zone", "Europe/London", ...args);

function packIn(out: string, before: readonly string[] = []): string {
  return join(out, readdirSync(out).find((one) => /^UM-[0-9A-F]{12}$/.test(one) && !before.includes(one)) ?? expect.fail());
}

/** Every byte that a pack holds, unpacked. */
function bytesIn(pack: string): string {
  return readdirSync(pack, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name)))
    .map((bytes) => (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString("latin1"))
    .join("\n");
}

it("a second report into the same folder has none of the first, and not what she left out", async () => {
  const out = join(folder, "packs");
  expect((await report("--out", "packs")).code).toBe(0);
  const before = readdirSync(out);
  expect(bytesIn(packIn(out))).toContain(canary);
  const second = await report("--out", "packs", "--leave-out", "2026-02-25..2026-02-25");
  const pack = packIn(out, before);
  expect(second.said.split("\n").filter((line) => line.includes("is a pack that Unmask made"))).toEqual([
    `hers/packs/${before[0]} is a pack that Unmask made: it is not taken in. Hand over the exports themselves.`,
  ]);
  expect(readdirSync(join(pack, "data/originals"))).toEqual(["0001.txt"]);
  expect(bytesIn(pack)).not.toContain(canary);
  for (const command of ["read", "pattern"]) {
    const whom = command === "read" ? [] : ["--me", "Hannah Reyes", "--them", "Owen Pike"];
    expect((await run(command, ".", "--zone", "Europe/London", ...whom)).said).toContain(
      `hers/packs/${before[0]} is a pack that Unmask made`,
    );
  }
});

it("what she left out comes back from no tar that somebody made of an earlier pack, and the report is made", async () => {
  const earlier = join(root, "earlier-pack");
  expect((await report("--out", earlier)).code).toBe(0);
  const name = packIn(earlier).slice(earlier.length + 1);
  execFileSync("tar", ["-czf", join(folder, "backup.dat"), "-C", earlier, name]);
  const out = join(root, "beside-tar");
  const made = await report("--out", out, "--leave-out", "2026-02-25..2026-02-25");
  expect(made.said).toContain(
    `hers/backup.dat holds a pack that Unmask made (${name}): it is not taken in. Unpack it and hand over the folder`,
  );
  expect(readdirSync(join(packIn(out), "data/originals"))).toEqual(["0001.txt"]);
  expect(bytesIn(packIn(out))).not.toContain(canary);
});

/** What is left out, by that the second pack is told from the first. */
const withoutCanary = ["--leave-out", "2026-02-25..2026-02-25"];

/** An earlier pack in a folder of its own, which has what is left out later. */
async function earlierPack(): Promise<string> {
  const out = join(root, "whole");
  rmSync(out, { recursive: true, force: true });
  expect((await report("--out", out)).code).toBe(0);
  expect(bytesIn(packIn(out))).toContain(canary);
  return packIn(out);
}

it("what she left out comes back from no part of an earlier pack, however a copy of it was broken or named", async () => {
  const pack = await earlierPack();
  const acts = readFileSync(join(pack, "data/acts.jsonl.gz"));
  const shapes: Record<string, Uint8Array> = {
    "acts.jsonl.gz": acts,
    "IMG_0001.JPG": acts,
    "broken.gz": acts.subarray(0, acts.length - 40),
    "more broken": acts.subarray(0, 600),
    "acts.jsonl": gunzipSync(acts),
    "case.gz": readFileSync(join(pack, "data/case.jsonld.gz")),
    "case.jsonld": gunzipSync(readFileSync(join(pack, "data/case.jsonld.gz"))),
    "report.json": gunzipSync(readFileSync(join(pack, "data/report.json.gz"))),
    "report.gz": readFileSync(join(pack, "data/report.json.gz")),
    "statement.json": readFileSync(join(pack, "data/statement.json")),
    "paper.pdf": readFileSync(join(pack, "data/report.pdf")),
    "broken.pdf": readFileSync(join(pack, "data/report.pdf")).subarray(0, 30_000),
    "days.pdf": readFileSync(join(pack, "data/chronology.pdf")),
    "days.pdf.gz": gzipSync(readFileSync(join(pack, "data/chronology.pdf"))),
    "GUIDE.TXT": readFileSync(join(pack, "data/VERIFY.md")),
    "BAGINF~1.TXT": readFileSync(join(pack, "bag-info.txt")),
    "read.txt": Buffer.from((await run("read", ".", "--zone", "Europe/London")).out),
    "sums.txt": Buffer.from((await run("read", ".", "--zone", "Europe/London", "--summary")).out),
    "found.json": Buffer.from(
      (await run("pattern", ".", "--json", "--zone", "Europe/London", "--me", "Hannah Reyes", "--them", "Owen Pike")).out,
    ),
  };
  mkdirSync(join(folder, "stick"));
  for (const [name, bytes] of Object.entries(shapes)) writeFileSync(join(folder, "stick", name), bytes);
  cpSync(pack, join(folder, "lost"), { recursive: true });
  rmSync(join(folder, "lost/bag-info.txt"));
  cpSync(pack, join(folder, "FAT"), { recursive: true });
  for (const entry of readdirSync(join(folder, "FAT"), { recursive: true, encoding: "utf8" }).sort((a, b) => b.length - a.length))
    renameSync(join(folder, "FAT", entry), join(folder, "FAT", dirname(entry), basename(entry).toUpperCase()));
  cpSync(join(folder, "FAT"), join(folder, "HALF"), { recursive: true });
  for (const name of ["BAG-INFO.TXT", "BAGIT.TXT", "SEAL", "DATA/ACTS.JSONL.GZ"]) rmSync(join(folder, "HALF", name), { recursive: true });
  execFileSync("tar", ["-czf", join(folder, "backup"), "-C", folder, "lost"]);
  writeFileSync(join(folder, "backup broken"), readFileSync(join(folder, "backup")).subarray(0, 6000));

  const out = join(root, "beside-broken");
  const made = await report("--out", out, ...withoutCanary);
  expect(made.code, made.said).toBe(0);
  for (const name of [...Object.keys(shapes).map((one) => `stick/${one}`), "lost", "FAT", "HALF", "backup", "backup broken"])
    expect(made.said).toMatch(new RegExp(`^hers/${name} (?:is|holds) .*: it is not taken in`, "m"));
  expect(readdirSync(join(packIn(out), "data/originals"))).toEqual(["0001.txt"]);
  expect(bytesIn(packIn(out))).not.toContain(canary);
});

it("no report is made from a zip that holds a broken copy of an earlier pack, under any name, in a zip too, or where its end is lost", async () => {
  const pack = await earlierPack();
  rmSync(join(pack, "bag-info.txt"));
  const files = readdirSync(pack, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const zip = storedZip(
    files.map(({ parentPath, name }) => ({
      name: `UM/${join(parentPath, name).slice(pack.length + 1)}`,
      bytes: readFileSync(join(parentPath, name)),
    })),
  );
  const shapes = {
    "holiday.dat": zip,
    "outer.zip": storedZip([{ name: "inner.zip", bytes: zip }]),
    "broken.zip": zip.subarray(0, zip.length - 400),
    "acts.zip": storedZip([{ name: "x", bytes: readFileSync(join(pack, "data/acts.jsonl.gz")) }]),
  };
  for (const [name, bytes] of Object.entries(shapes)) writeFileSync(join(folder, name), bytes);
  const out = join(root, "beside-zips");
  const refused = await report("--out", out, ...withoutCanary);
  expect(refused.code).toBe(1);
  for (const name of Object.keys(shapes)) expect(refused.said).toMatch(new RegExp(`^hers/${name} holds .*: it is not taken in`, "m"));
  expect(readdirSync(out)).toEqual([]);
});

it("printed reports that lie beside the exports, under another name too, are no exhibits", async () => {
  expect((await report("--pdf-only", "--out", ".")).code).toBe(0);
  const [chronology = "", paper = ""] = readdirSync(folder).filter((name) => name.endsWith(".pdf"));
  copyFileSync(join(folder, paper), join(folder, "for the solicitor.pdf"));
  const second = await report("--out", join(root, "out"));
  for (const name of [chronology, paper, "for the solicitor.pdf"])
    expect(second.said).toContain(`hers/${name} is a report that Unmask made: it is not taken in. Hand over the exports themselves.`);
  expect(readdirSync(join(packIn(join(root, "out")), "data/originals"))).toEqual(["0001.txt"]);
});

it("her secret keys go into no pack, and she is told of each", async () => {
  writeFileSync(join(folder, "notes.txt"), `# public key: age1x\n${identity}\n`);
  mkdirSync(join(folder, "deep"));
  await report("--pdf-only", "--out", join(root, "first"));
  const signer = readFileSync(join(home, "signer.key"), "utf8");
  writeFileSync(join(folder, "deep/copy of my key"), signer);
  const made = await report("--out", join(root, "keys"));
  for (const name of ["notes.txt", "deep/copy of my key"])
    expect(made.said).toContain(`hers/${name} holds a secret key: it is not taken in; keep it out of what you hand over.`);
  const held = bytesIn(packIn(join(root, "keys")));
  for (const secret of [identity, signer.split("\n")[1] ?? "", "notes.txt", "copy of my key"])
    expect(held.includes(secret), secret).toBe(false);
});

it("a chat of another app into which he wrote a whole key is taken in when she says so, by each command, and told again", async () => {
  writeFileSync(join(folder, "his viber.txt"), `Owen Pike: ${canary} again\nOwen Pike: ${identity}\n`);
  const option = "--take-in 'hers/his viber.txt'";
  expect((await report("--pdf-only", "--out", join(root, "without"))).said).toContain(`${option} takes it in all the same.`);
  const out = join(root, "asked-for");
  const taken = "hers/his viber.txt holds a secret key: it is taken in all the same, as you asked.";
  expect((await report("--out", out, "--take-in", "hers/his viber.txt")).said).toContain(taken);
  expect(bytesIn(packIn(out))).toContain(`${canary} again`);
  const zone = ["--zone", "Europe/London", "--take-in", "hers/his viber.txt"];
  expect((await run("read", ".", ...zone)).said).toContain(taken);
  expect((await run("pattern", ".", "--me", "Hannah Reyes", "--them", "Owen Pike", ...zone)).said).toContain(taken);
  expect((await run("read", ".", "--take-in", "viber.txt")).said).toContain("--take-in viber.txt: nothing was taken in by it.");
});

it("no report is made from a zip that holds her key, and it is said what to do", async () => {
  writeFileSync(join(folder, "more.zip"), storedZip([{ name: "more/key.txt", bytes: Buffer.from(identity) }]));
  const out = join(root, "zip");
  const refused = await report("--out", out);
  expect(refused.said).toContain(
    "hers/more.zip holds a secret key (more/key.txt): it is not taken in. Unpack it, keep the key out of what you hand over, and hand over the folder.",
  );
  expect(refused.said).toContain("no report was made");
  expect(refused.code).toBe(1);
  expect(readdirSync(out)).toEqual([]);
});

it("no report is made from a zip that holds an earlier report beside a chat, and each paper in it is named", async () => {
  expect((await report("--pdf-only", "--out", join(root, "earlier"))).code).toBe(0);
  const papers = readdirSync(join(root, "earlier"));
  const member = (name: string, path: string): { name: string; bytes: Uint8Array } => ({ name, bytes: readFileSync(path) });
  const zip = storedZip([
    member(chatName, join(folder, chatName)),
    ...papers.map((name) => member(`old/${name}`, join(root, "earlier", name))),
  ]);
  rmSync(join(folder, chatName));
  writeFileSync(join(folder, "mail from the solicitor.zip"), zip);
  const out = join(root, "with-report");
  const refused = await report("--out", out);
  expect(refused.said).toContain(
    `hers/mail from the solicitor.zip holds a report that Unmask made (${papers.map((name) => `old/${name}`).join("; ")}): it is not taken in. Unpack it and hand over the folder`,
  );
  expect(refused.said).toContain("no report was made");
  expect(refused.code).toBe(1);
  expect(readdirSync(out)).toEqual([]);
});

it("an earlier pack and its papers that she names on the command line are told with what they are for, and go into no pack", async () => {
  expect((await report("--out", join(root, "named"))).code).toBe(0);
  const earlier = packIn(join(root, "named"));
  for (const path of [join(earlier, "data/report.pdf"), earlier, `${earlier}.pub`]) {
    const made = await report(path, "--out", join(root, "named-again"));
    expect(made.said).toMatch(/ is a (?:pack|report) that Unmask made: it is not taken in\./);
    expect(made.said).toMatch(
      /\nYou named (?:report\.pdf|UM-[0-9A-F]{12}), and nothing of it is used: .*`unmask report --after PACK` goes on from one\.\n/,
    );
    expect(made.code).toBe(3);
    expect(readdirSync(join(packIn(join(root, "named-again")), "data/originals"))).toEqual(["0001.txt"]);
    rmSync(join(root, "named-again"), { recursive: true });
  }
});

it("how she can be reached goes into no pack in clear, though she keeps her papers for the report beside the exports", async () => {
  const refuge = "9 Elm Row";
  const contact = { filledIn: "2026-02-26T20:36", codeWords: { safe: "Which branch?" }, emergency: { says: refuge } };
  const papers = {
    "cover.json": JSON.stringify({ version: 1, asks: ["That somebody listens."], contact }),
    "cover old.txt": `{"contact": ${JSON.stringify(contact)}, and more`,
    "statement.json": JSON.stringify({
      version: 1,
      zone: "Europe/London",
      jurisdiction: "EW",
      country: "GB",
      me: { label: "Hannah Reyes" },
      them: { label: "Owen Pike" },
      places: ["Cropper Street"],
    }),
    "impact.txt": "I do not sleep.",
  };
  for (const [name, text] of Object.entries(papers)) writeFileSync(join(folder, name), text);
  mkdirSync(join(folder, "copies"));
  copyFileSync(join(folder, "impact.txt"), join(folder, "copies", "I.md"));
  const key = execFileSync("age-keygen", { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  const to = /age1\w+/.exec(key)?.[0] ?? expect.fail();
  const own = ["--statement", "statement.json", "--cover", "cover.json", "--impact", "impact.txt"];
  const out = join(root, "beside-own-papers");
  const unsealed = await report("--out", out, ...own, "--pdf-only");
  for (const name of [...Object.keys(papers), "copies/I.md"])
    expect(unsealed.said).toMatch(new RegExp(`hers/${name} is (?:a|the) .*: it is not taken in, because`));
  const made = await report("--out", out, ...own, "--to", to);
  expect(made.code, made.said).toBe(0);
  writeFileSync(join(root, "key.txt"), key);
  const sealed = readdirSync(out).find((name) => /^UM-[0-9A-F]{12}\.age$/.test(name)) ?? expect.fail();
  const opened = join(out, "opened");
  mkdirSync(opened);
  execFileSync("tar", ["-x", "-C", opened], { input: execFileSync("age", ["-d", "-i", join(root, "key.txt"), join(out, sealed)]) });
  const bytes = bytesIn(opened);
  for (const secret of [refuge, "Which branch?", "Cropper Street"]) expect(bytes).not.toContain(secret);
  expect(bytes).toContain("I do not sleep.");
});
