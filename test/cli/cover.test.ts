import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseCover } from "@unmask/core";
import { readReport } from "../../packages/pack/src/report/read-report.ts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Ran, project, runUnmask } from "./run-unmask.ts";

/** A cover with its contact sheet, through the command and back with the tools of whoever receives it. */

const folder = mkdtempSync(join(tmpdir(), "unmask-cover-"));
const home = join(folder, "home");
const bank = join(project, "fixtures/sample-case/exports/bank");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every text of the sheet holds it, in a form that neither a PDF nor a table breaks. */
const canary = "Qx7canary";
const contact = {
  filledIn: "2021-10-04T20:36",
  reach: { by: "text", at: `07700 900412 ${canary}` },
  hours: [{ is: "safe", weekdays: ["monday", "tuesday"], from: "09:07", until: "16:43" }],
  firstWords: { says: `${canary} books` },
  codeWords: { safe: `${canary} branch`, stop: `${canary} stop` },
  wrongVoice: { says: `${canary} wrong` },
  never: [`${canary} voicemail`],
  why: { says: `${canary} why` },
  instead: [{ who: `${canary} mother`, at: `${canary} 07700 900318`, when: `${canary} any hour`, says: `${canary} knows` }],
  emergency: { says: `${canary} street` },
  speak: { language: { says: `${canary} English` } },
  hear: [{ what: `${canary} news`, when: `${canary} at once` }],
  until: "2031-10-06",
};
const asked = {
  version: 1,
  to: { says: "Northshire Police" },
  danger: { answer: "afraid", asked: "2026-10-04T20:31", says: "He will come back." },
  since: "not known",
  orders: "none",
  lost: [{ what: "doorbell opposite", first: "2026-09-14", kept: { days: 30, by: "her" } }],
};

function cover(name: string, content: object | string): string {
  const place = join(folder, name);
  writeFileSync(place, typeof content === "string" ? content : JSON.stringify(content));
  return place;
}

const whole = cover("cover.json", { ...asked, contact });
const people = ["--me", "Hannah Reyes", "--them", "O PIKE", "--zone", "Europe/London"];
const make = (out: string, ...more: readonly string[]): Promise<Ran> =>
  runUnmask(["report", bank, ...people, "--out", join(folder, out), ...more], { home });
const sh = (command: string, cwd: string): string =>
  execFileSync("bash", ["-euo", "pipefail", "-c", command], { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], maxBuffer: 1e9 });

let recipients: readonly string[] = [];
let name = "";
let said = "";
beforeAll(async () => {
  recipients = ["force", "hers"].map((whose) => {
    execFileSync("age-keygen", ["-o", join(folder, `${whose}.txt`)], { stdio: "ignore" });
    return /age1\w+/.exec(readFileSync(join(folder, `${whose}.txt`), "utf8"))?.[0] ?? "";
  });
  const made = await make("sealed", ...recipients.flatMap((one) => ["--to", one]), "--cover", whole);
  expect(made.code).toBe(0);
  said = made.said;
  name = /UM-[0-9A-F]{12}/.exec(said)?.[0] ?? "";
});

it("the contact sheet stands beside the pack, sealed to the same recipients, and opens with age", () => {
  expect(readdirSync(join(folder, "sealed")).sort()).toEqual([`${name}-contact.age`, `${name}.age`, `${name}.pub`]);
  expect(said).toContain(`${name}-contact.age`);
  for (const whose of ["force", "hers"]) {
    sh(`age -d -i ${whose}.txt sealed/${name}-contact.age > ${whose}.pdf`, folder);
    const text = sh(`pdftotext ${whose}.pdf -`, folder).replace(/\s+/g, " ");
    expect(text).toContain(`Text 07700 900412 ${canary}, Monday and Tuesday between 09:07 and 16:43. Begin with: “${canary} books”`);
    expect(text).toContain(`${canary} street`);
  }
  const stanzas = (file: string): number =>
    readFileSync(join(folder, "sealed", file), "latin1")
      .split("\n---")[0]
      ?.match(/-> X25519/g)?.length ?? 0;
  expect(stanzas(`${name}-contact.age`)).toBe(2);
  expect(stanzas(`${name}.age`)).toBe(2);
});

it("nothing of the contact sheet is in the pack: no file, packed or not, no text of a PDF; and nothing of it was said", () => {
  mkdirSync(join(folder, "unpacked"));
  sh(`age -d -i force.txt sealed/${name}.age > pack.tar && tar -x -C unpacked -f pack.tar && gunzip unpacked/data/*.gz`, folder);
  const traces = [canary, "900412", "900318", "09:07", "16:43", "2021-10-0", "2031-10-0", "October 2021", "October 2031"];
  const files = sh("find unpacked -type f -exec cat {} +", folder);
  const printed = sh("find unpacked -name '*.pdf' -exec pdftotext {} - \\;", folder);
  expect(printed).toContain("not a witness statement");
  // That there is a sheet is no trace of what it says: who opens the pack must know where to look.
  expect(printed.replace(/\s+/g, " ")).toContain("on a sheet sealed beside this pack");
  const report = readFileSync(join(folder, "unpacked/data/report.json"), "utf8");
  for (const trace of traces) {
    expect
      .soft([trace, files.includes(trace), printed.includes(trace), report.includes(trace), said.includes(trace)])
      .toEqual([trace, false, false, false, false]);
  }
  expect(report).not.toContain('"contact"');
  // What stands in a PDF beside its pages: words for pictures, and what it says of itself.
  const streams = sh(
    "for f in $(find unpacked -name '*.pdf'); do pdftotext -raw $f -; pdfinfo -struct-text $f; pdfinfo -meta $f; done",
    folder,
  );
  for (const trace of traces) expect.soft(streams.includes(trace)).toBe(false);
});

it("the pack tells the cover to a program, and not-known and none as they were answered", async () => {
  const told = readReport(readFileSync(join(folder, "unpacked/data/report.json"), "utf8"));
  const read = parseCover(JSON.stringify(asked));
  if (!told.ok || !read.ok) throw new Error("the report or the cover is not read");
  expect(told.value.cover).toEqual(read.value.cover);
  const verified = await runUnmask(["verify", join(folder, "sealed", `${name}.age`), "-i", join(folder, "force.txt")], { home });
  expect(verified.code).toBe(0);
});

it("the command says which answers of hers are printed as she wrote them, so that she looks for where she is, and never what they say", async () => {
  const words = { danger: { ...asked.danger, says: canary }, asks: [canary], helps: [{ who: canary }] };
  const all = await make("printed", "--pdf-only", "--cover", cover("printed.json", { ...asked, ...words }));
  expect(all.said).toContain(
    "The report prints as you wrote it, and the other side may be given it: on page 1 what you say of danger, what you ask and who helps you. " +
      "Check that none of it says where you are staying, when and where you work, or who hides you.",
  );
  expect(all.said).not.toContain(canary);
  const changed = { version: 1, helps: "none", changed: [{ area: "home", says: canary }] };
  const one = await make("changed", "--pdf-only", "--cover", cover("changed.json", changed));
  expect(one.said).toContain("and the other side may be given it: further on what changed in your life. Check");
  expect(one.said).not.toContain(canary);
  const none = await make("unprinted", "--pdf-only", "--cover", cover("unprinted.json", { version: 1, asks: "none", helps: "not known" }));
  expect(none.said).not.toContain("as you wrote it");
});

it("a cover without a contact part makes no sheet", async () => {
  const made = await make("no-sheet", "--to", recipients[0] ?? "", "--cover", cover("no-contact.json", asked));
  expect(made.code).toBe(0);
  expect(readdirSync(join(folder, "no-sheet")).filter((file) => file.includes("contact"))).toEqual([]);
});

it("with --pdf-only the sheet is not made, and that is said", async () => {
  const made = await make("pdf-only", "--pdf-only", "--cover", whole);
  expect(made.code).toBe(0);
  expect(made.said).toContain("The contact sheet was not made");
  expect(readdirSync(join(folder, "pdf-only"))).toHaveLength(2);
  const printed = sh("for paper in *.pdf; do pdftotext $paper -; done", join(folder, "pdf-only"));
  expect(printed).not.toContain(canary);
  expect(printed.replace(/\s+/g, " ")).toMatch(/How and when to reach [^:]*: not in this report\./);
});

it("a cover that cannot be used says what to do, and nothing is made", async () => {
  const refused: readonly (readonly [readonly string[], RegExp])[] = [
    [["--cover", whole], /says how you can be reached, and that is only ever written sealed\. Name with --to .* or take "contact" out/],
    [["--cover", whole, "--cover", whole], /--cover is given 2 times\. .*put the answers into one file/],
    [["--cover", join(folder, "nowhere.json")], /there is no file at .*nowhere\.json \(--cover\)/],
    [
      ["--cover", cover("unknown.json", { ...asked, mood: canary })],
      /unknown\.json \(--cover\): cover has a key that does not belong there \(the 7\. of its keys\)\. docs\/formats\/cover\.md lists/,
    ],
    [
      ["--cover", cover("never.json", { ...asked, danger: { answer: "yes", asked: "2026-03-29T01:30" } })],
      /never\.json \(--cover\): cover\.danger\.asked was on no clock in Europe\/London, which went forward over it\. Write/,
    ],
    [["--cover", cover("broken.json", "{")], /broken\.json \(--cover\): cover is no JSON/],
  ];
  for (const [args, says] of refused) {
    const { code, said: words } = await make("refused", ...args);
    expect.soft(code).toBe(2);
    expect.soft(words).toMatch(says);
    expect.soft(words).not.toContain(canary);
  }
  expect(readdirSync(folder)).not.toContain("refused");
});

it("orders of the cover are in the pattern as they are in the report: the same acts, none after the last day", async () => {
  const orders = (until: string) => ({
    version: 1,
    orders: [{ kind: "order", says: "no contact", from: "2026-03-25", until }],
    contact,
  });
  const found = async (
    path: string,
  ): Promise<readonly { readonly pattern: string; readonly line: string; readonly acts: readonly string[] }[]> => {
    const { code, out } = await runUnmask(["pattern", bank, ...people, "--json", "--cover", path], { home });
    expect(code).toBe(0);
    expect(out).not.toContain(canary);
    return JSON.parse(out).findings.filter(({ standing }: { standing: string }) => standing === "order or bail");
  };
  const whileHeld = await found(cover("order.json", orders("2026-04-12")));
  expect(whileHeld.map(({ line }) => line)).toEqual([
    "Order in force 25 March to 12 April 2026, service not stated: 3 acts. You: nothing in these files.",
  ]);
  expect(await found(cover("over.json", orders("2026-03-27")))).toEqual([]);
  const made = await make("ordered", "--to", recipients[0] ?? "", "--cover", join(folder, "order.json"));
  expect(made.code).toBe(0);
  sh("mkdir opened && age -d -i ../force.txt $(ls *.age | grep -v contact) | tar -x -C opened", join(folder, "ordered"));
  const { findings } = JSON.parse(sh("zcat opened/data/report.json.gz", join(folder, "ordered")));
  const printed = findings.find(({ standing }: { standing: string }) => standing === "order or bail");
  expect(printed.acts.length).toBe(whileHeld[0]?.acts.length);
  expect(JSON.parse(sh("cat opened/data/statement.json", join(folder, "ordered"))).stops).toEqual([
    { kind: "order in force", day: "2026-03-25", until: "2026-04-12" },
  ]);
});

it("an act that the cover names and the files do not hold is told, and is not in the report", async () => {
  const act = `csv-${"0".repeat(32)}-1`;
  const stray = cover("stray.json", {
    version: 1,
    feared: [
      { day: "2026-09-14", answer: "yes" },
      { act, answer: "no" },
    ],
  });
  const made = await make("stray", "--cover", stray);
  expect(made.said).toContain("The cover names an act that is not in these files (feared, entry 2): it is not in the report.");
  const report = sh("zcat UM-*/data/report.json.gz", join(folder, "stray"));
  expect(report).not.toContain(act);
  expect(JSON.parse(report).cover).toEqual({ feared: [{ day: "2026-09-14", answer: "yes" }], fearedLeftOut: 1 });
});
