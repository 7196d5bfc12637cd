/** What a force publishes and asks with the program as it is built: a folder with months in it, a command, and files that are read here by a reader of their own. */
import { randomBytes } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Instant, epoch, instantFromIso } from "@unmask/core";
import { openLockedRows } from "../../apps/server/src/ports/case-rows.ts";
import { openForceFolder } from "../../apps/server/src/ports/force-folder.ts";
import { rFirst } from "../../fixtures/timelines/make-act.ts";
import { seedCase, seedEvent, seedReport } from "./case-seed.ts";
import type { DeskStage } from "./desk-stage.ts";
import { unmask } from "./program.ts";

const home = mkdtempSync(join(tmpdir(), "unmask-published-"));
const data = join(home, "force");

/** Reports by month and by whether they are about a former partner; those of no case are about nobody who is known. */
const september = { yes: 2, no: 1, none: 0 };
const october = { yes: 14, no: 9, none: 3 };
/** Reports of October in which he also rang. */
const rang = 2;
/** Nobody of these may stand in anything that is published. */
const names = ["Leila Ashworth", "Joanna Pryce", "Nadia Khan"];

beforeAll(async () => {
  expect((await unmask(["force", "init", "--data", data, "--name", "Northshire Police"])).code).toBe(0);
  await seedMonths();
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

async function seedMonths(): Promise<void> {
  const opened = await openLockedRows(openForceFolder(join(data, "case")));
  if (!opened.ok) throw new Error(opened.error);
  const { database, force } = opened.value.rows;
  const keyedHash = (): Uint8Array => new Uint8Array(randomBytes(32));
  const stageAt = (now: Instant): DeskStage => ({ parts: { database, force, now: () => now, keyedHash } }) as unknown as DeskStage;
  let number = 6_400;
  for (const [month, counts] of [
    ["2026-09", september],
    ["2026-10", october],
  ] as const) {
    const stage = stageAt(instantFromIso(`${month}-12T10:00:00.000Z`) ?? epoch);
    for (const [partner, many] of Object.entries(counts)) {
      const reports: string[] = [];
      for (let nth = 0; nth < many; nth += 1) {
        const report = `R-${++number}`;
        const message = { at: `${month}-10 23:14`, from: rFirst, text: "I am outside.", file: "chat.txt" };
        const call = { at: `${month}-11 02:00`, from: rFirst, kind: "call", channel: "phone", text: null, file: "calls.xml" } as const;
        const hasCall = month === "2026-10" && partner === "yes" && nth < rang;
        await seedReport(stage, { report, name: names[nth % names.length] ?? "", acts: hasCall ? [message, call] : [message] });
        reports.push(report);
      }
      if (partner === "none" || reports.length === 0) continue;
      const ref = String(number);
      await seedCase(stage, ref, { reports, members: [] });
      await seedEvent(stage, { of: "case", id: ref }, "o-bell", {
        kind: "offence-recorded",
        body: {
          principal: { offence: "s2a", says: "Stalking" },
          limbs: { fear: "not-known", alarm: "not-known" },
          included: [],
          joined: [],
          formerPartner: partner === "yes" ? "yes" : "no",
        },
      });
    }
  }
  await opened.value.close();
}

type Count = number | "<5" | "held";
interface Row {
  readonly edition: string;
  readonly month: string;
  readonly measure: string;
  readonly dimension: string;
  readonly value: string;
  readonly count: Count | { readonly median: number; readonly n: number };
  readonly adds: string;
}

/** The table by docs/formats/statistics.md alone: no quotation mark stands in it, and every line ends with a line feed. */
function readTable(text: string): readonly Row[] {
  expect(text.endsWith("\n")).toBe(true);
  const [head, ...lines] = text.slice(0, -1).split("\n");
  expect(head).toBe("edition,month,measure,dimension,value,count,adds");
  return lines.map((line) => {
    const [edition = "", month = "", measure = "", dimension = "", value = "", count = "", adds = "", ...more] = line.split(",");
    expect([line, more]).toEqual([line, []]);
    expect(line).toMatch(/,(?:0|[1-9]\d*|<5|held),(?:yes|no)$/);
    return { edition, month, measure, dimension, value, count: count === "<5" || count === "held" ? count : Number(count), adds };
  });
}

const exportInto = (out: string, ...months: readonly string[]) =>
  unmask(["learn", "export", "--data", data, "--month", ...months, "--out", out]);
const published = (out: string) => ({
  csv: readFileSync(join(out, "statistics.csv"), "utf8"),
  json: readFileSync(join(out, "statistics.json"), "utf8"),
});

test("two closed months leave the force as a table and as JSON that say the same, and nobody is named in either", async () => {
  const out = join(home, "out");
  const { code, out: line, err } = await exportInto(out, "2026-09", "2026-10");
  expect([code, err]).toEqual([0, ""]);
  const { csv, json } = published(out);
  const table = readTable(csv);
  const file = JSON.parse(json) as {
    format: string;
    version: number;
    editions: { edition: string; month: string; rows: Row[]; cells: number; shown: number }[];
  };
  expect([file.format, file.version, file.editions.map(({ edition }) => edition)]).toEqual([
    "unmask-statistics",
    1,
    ["2026-09/1", "2026-10/1"],
  ]);
  // JSON holds what the table holds, and medians beside.
  const rows = file.editions.flatMap(({ edition, month, rows: own }) => own.map((row) => ({ ...row, edition, month })));
  const inOrder = ({ edition, month, measure, dimension, value, count, adds }: Row) => [
    edition,
    month,
    measure,
    dimension,
    value,
    count,
    adds,
  ];
  expect(rows.filter(({ count }) => typeof count !== "object").map(inOrder)).toEqual(table.map(inOrder));
  expect(JSON.parse(line)).toMatchObject({ editions: 2, cells: file.editions.reduce((sum, { cells }) => sum + cells, 0) });
  // What was put in, counted here.
  const countOf = (month: string, dimension: string, value: string) =>
    table.find((one) => one.month === month && one.measure === "reports" && one.dimension === dimension && one.value === value)?.count;
  expect([countOf("2026-09", "", "all"), countOf("2026-10", "", "all")]).toEqual(["<5", october.yes + october.no + october.none]);
  expect(countOf("2026-10", "about", "not-known")).toBe("<5");
  expect(countOf("2026-10", "method", "calls")).toBe("<5");
  expect(countOf("2026-10", "method", "messages")).toBe(26);
  // A month of three reports has no table by anything: whoever knows the three would read it.
  expect(table.filter(({ month, measure, dimension }) => month === "2026-09" && measure === "reports" && dimension !== "")).toEqual([]);
  for (const text of [csv, json]) {
    for (const name of names) for (const part of name.split(" ")) expect(text).not.toContain(part);
    expect(text).not.toMatch(/R-6\d\d\d|07700|\+44|o-bell|I am outside/);
  }
});

test("no count under five stands there, and none comes out of a total less what is shown", () => {
  const table = readTable(published(join(home, "out")).csv);
  for (const { count } of table) if (typeof count === "number") expect(count === 0 || count >= 5).toBe(true);
  const adding = new Map<string, Row[]>();
  for (const row of table.filter(({ dimension, adds }) => dimension !== "" && adds === "yes")) {
    const key = `${row.edition} ${row.measure} ${row.dimension}`;
    adding.set(key, [...(adding.get(key) ?? []), row]);
  }
  let hidden = 0;
  for (const [key, cells] of adding) {
    const [edition, measure] = key.split(" ");
    const total = table.find((one) => one.edition === edition && one.measure === measure && one.dimension === "")?.count;
    if (typeof total !== "number") expect.fail(`${key} is shown beside a total that is not`);
    const shown = cells.reduce((sum, { count }) => sum + (typeof count === "number" ? count : 0), 0);
    const secret = cells.flatMap(({ count }) => (count === "<5" || count === "held" ? [count] : []));
    hidden += secret.length;
    secret.forEach((count, nth) => {
      const others = secret.filter((_, i) => i !== nth);
      const canBe = rangeOf(count, total).filter((value) => canSum(others, total - shown - value, total));
      expect([key, count, canBe.length >= (count === "<5" ? 4 : 5)]).toEqual([key, count, true]);
    });
  }
  expect(hidden).toBeGreaterThan(1);
});

/** The numbers that a hidden count can be by what its sign says. */
function rangeOf(count: "<5" | "held", most: number): readonly number[] {
  return count === "<5" ? [1, 2, 3, 4] : Array.from({ length: most + 1 }, (_, i) => i).filter((one) => one === 0 || one >= 5);
}

function canSum(cells: readonly ("<5" | "held")[], sum: number, most: number): boolean {
  const [first, ...rest] = cells;
  if (first === undefined) return sum === 0;
  return sum >= 0 && rangeOf(first, most).some((value) => canSum(rest, sum - value, most));
}

test("the same months again are the same bytes, beside whatever else lies in that folder", async () => {
  const again = join(home, "again");
  mkdirSync(again);
  writeFileSync(join(again, "notes.txt"), "ours");
  writeFileSync(join(again, "statistics.csv"), "of somebody else");
  expect((await exportInto(again, "2026-10", "2026-09")).code).toBe(0);
  expect(published(again)).toEqual(published(join(home, "out")));
  expect(readFileSync(join(again, "notes.txt"), "utf8")).toBe("ours");
  expect(readdirSync(again).toSorted()).toEqual(["notes.txt", "statistics.csv", "statistics.json"]);
});

test("what cannot be published is refused with its reason and its code, and nothing is written or kept of it", async () => {
  const editions = join(data, "case/editions");
  const before = readdirSync(editions);
  const file = join(home, "a-file");
  writeFileSync(file, "ours");
  const running = new Date().toISOString().slice(0, 7);
  const none = join(home, "none");
  const asks = [
    { args: ["--data", data, "--month", running, "--out", none], code: 1, says: `${running} is not over` },
    { args: ["--data", data, "--month", "2026-13", "--out", none], code: 2, says: "write a month" },
    { args: ["--data", data, "--month", "2026-10"], code: 2, says: "--out DIR" },
    { args: ["--data", join(home, "nowhere"), "--month", "2026-10", "--out", none], code: 1, says: "There is no force" },
    // A month without an edition: it must not be made for files that then cannot be written.
    { args: ["--data", data, "--month", "2026-08", "--out", file], code: 1, says: "is no folder" },
    { args: ["--data", data, "--month", "2026-08", "--out", join(file, "below")], code: 1, says: "is no folder" },
  ];
  for (const { args, code, says } of asks) {
    const came = await unmask(["learn", "export", ...args]);
    expect([args, came.code, came.out, came.err]).toEqual([args, code, "", expect.stringContaining(says)]);
    expect(came.err.trim().split("\n").length).toBe(1);
  }
  expect([existsSync(none), existsSync(join(home, "nowhere")), readFileSync(file, "utf8")]).toEqual([false, false, "ours"]);
  expect(readdirSync(editions)).toEqual(before);
});

/** Asks of a force's folder that change nothing. */
const asking = [
  ["force", "retention", "--dry-run"],
  ["force", "law", "--to-confirm"],
  ["learn", "export", "--month", "2026-10", "--out", join(home, "of-broken")],
];

test("asked of a folder without a force, or with a database that is gone or damaged, each says so in one sentence and makes nothing", async () => {
  const [nowhere, gone, cut] = [join(home, "nowhere"), join(home, "gone"), join(home, "cut")];
  const database = join(data, "case/database");
  cpSync(data, gone, { recursive: true, filter: (path) => path !== database });
  cpSync(data, cut, { recursive: true });
  writeFileSync(join(cut, "case/database/global/pg_control"), "not a database");
  const faults = [
    { of: nowhere, code: 1, says: /There is no force in / },
    { of: gone, code: 1, says: /There is no database in \S+\/case\b/ },
    { of: cut, code: 74, says: /the database in \S+ (?:stopped|did not open)\b/ },
  ];
  // Beside each other, but one at a time in a folder: each takes its lock.
  await Promise.all(
    faults.map(async ({ of, code, says }) => {
      for (const ask of asking) {
        const came = await unmask([...ask, "--data", of]);
        expect([ask, of, came.code, came.out, came.err]).toEqual([ask, of, code, "", expect.stringMatching(says)]);
        expect(came.err).not.toMatch(/\n\s+at |Error:/);
      }
    }),
  );
  expect([nowhere, join(gone, "case/database"), join(home, "of-broken")].filter(existsSync)).toEqual([]);
});

test("a folder that is whole: nothing is decided to go, and every question says that nobody confirmed it", async () => {
  const dry = await unmask(["force", "retention", "--dry-run", "--data", data]);
  expect([dry.code, dry.out, dry.err]).toEqual([0, "", ""]);
  const law = await unmask(["force", "law", "--to-confirm", "--data", data]);
  expect([law.code, law.err]).toEqual([0, ""]);
  const questions = law.out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as object);
  expect(questions.length).toBeGreaterThan(6);
  for (const one of questions)
    expect(one).toMatchObject({ id: expect.stringMatching(/^(?:EW|NI|SCO)\//), confirmedBy: null, confirmedOn: null, value: null });
});
