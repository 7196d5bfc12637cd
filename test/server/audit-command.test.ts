/** The commands about log and officers, on a data folder as a force has one. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { workingDayAfter } from "@unmask/core";
import { deskLawOf } from "@unmask/law";
import { readClock } from "@unmask/fittings-node";
import { acceptCopy, exportLog, verifyLog } from "../../apps/server/src/commands/audit.ts";
import { auditVerify } from "../../apps/server/src/access-log/audit.ts";
import { startAccessLog } from "../../apps/server/src/access-log/access-log.ts";
import { openHeadFile } from "../../apps/server/src/ports/head-file.ts";
import { forceHolidays } from "../../apps/server/src/commands/holidays.ts";
import { forceLaw } from "../../apps/server/src/commands/law.ts";
import { forceNeighbours } from "../../apps/server/src/commands/neighbours.ts";
import { forceServices } from "../../apps/server/src/commands/services.ts";
import { enrol } from "../../apps/server/src/commands/enrol.ts";
import { forceInit } from "../../apps/server/src/commands/force.ts";
import { openCaseFiles } from "../../apps/server/src/ports/case-files.ts";
import { openCaseRows } from "../../apps/server/src/ports/case-rows.ts";
import { readChance } from "../../apps/server/src/ports/chance.ts";
import { openForceFolder } from "../../apps/server/src/ports/force-folder.ts";
import { keepToday } from "../../apps/server/src/ports/checkpoint-files.ts";
import { readHead } from "../../apps/server/src/sql/case/access-log.ts";
import { addForceLaw } from "../../apps/server/src/sql/case/force-law.ts";
import { readOwnFreeDays } from "../../apps/server/src/sql/case/free-days.ts";
import { openWaitingLinks } from "../../apps/server/src/ports/waiting-links.ts";
import { startCase } from "../../apps/server/src/roles/start-case.ts";
import { asOwner } from "./all-rows.ts";

const home = mkdtempSync(join(tmpdir(), "unmask-audit-"));
const data = join(home, "data");
const printed: string[] = [];
const said: string[] = [];
const world = {
  print: async (line: string) => printed.push(line) > 0,
  say: () => undefined,
  now: readClock,
  random: readChance,
  port: 4490,
  apps: new URL("file:///nowhere/"),
  toldToEnd: () => Promise.resolve(),
  readText: async (file: string) => (existsSync(file) ? readFileSync(file, "utf8") : undefined),
  folders: (of: string) => ({ intake: openForceFolder(join(of, "intake")), inside: openForceFolder(join(of, "case")) }),
};
const rowsOf = async () => {
  const rows = await openCaseRows(world.folders(data).inside);
  if (!rows.ok) throw new Error(rows.error);
  return rows.value;
};

afterAll(() => rmSync(home, { recursive: true, force: true }));

test("a force enrols somebody, the desk takes the link in, and the log is verified, handed out, and found out when it is changed", async () => {
  expect(await forceInit(["--data", data, "--name", "Northshire Police"], world)).toBe(0);
  expect(await enrol(["--data", data, "--name", "Sgt Wren", "--role", "chief"], world)).toBe(2);
  expect(await enrol(["--data", data, "--name", "Sgt\u200b Wren", "--role", "supervisor"], world)).toBe(2);
  // Beside a server at another port the link opens nothing: which desk it is for is said, unless whoever asks named it.
  const heard: string[] = [];
  const listening = { ...world, say: (line: string) => void heard.push(line) };
  const address = ["--console-origin", "https://desk.example.org"];
  expect(await enrol(["--data", data, "--name", "Sgt Wren", "--role", "supervisor", ...address], listening)).toBe(0);
  expect(heard).toEqual([]);
  expect(await enrol(["--data", data, "--name", "PC Marsh", "--role", "contact-handler"], listening)).toBe(0);
  expect(heard.join()).toContain("the link is for a desk at http://console.localhost:4492.");
  const link = printed.at(-1) ?? "";
  expect(link).toMatch(/^http:\/\/console\.localhost:4492\/enrol#[0-9a-f]{64}$/);

  // Where the rows lie elsewhere and nobody said so, no empty log is made, looked at and told as one that does not hold.
  expect(await verifyLog(["--data", data], { ...world, say: (line: string) => void said.push(line) })).toBe(1);
  expect(said.join()).toContain("There is no database in");
  expect(existsSync(join(data, "case", "database"))).toBe(false);

  const consoleFolder = join(home, "console");
  mkdirSync(consoleFolder);
  writeFileSync(join(consoleFolder, "index.html"), "<main></main>");
  const rows = await rowsOf();
  const links = openWaitingLinks(join(data, "case", "links"));
  const files = await openCaseFiles(openForceFolder(join(data, "case")));
  if (!files.ok) throw new Error(files.error);
  const started = await startCase({
    ...rows,
    ...files.value,
    links,
    consoleFolder,
    origin: "http://console.localhost:4492",
    port: 4492,
    now: readClock,
    random: readChance,
    tell: () => undefined,
  });
  if (!started.ok) throw new Error(started.error);
  expect(await links.list()).toEqual([]);
  expect((await fetch("http://localhost:4492/")).status).toBe(421);
  await started.value.close();
  await rows.database.close();

  expect(await verifyLog(["--data", data], world)).toBe(0);
  const verdict: { entries: number; checkpoint: string } = JSON.parse(printed.at(-1) ?? "");
  expect(verdict.entries).toBe(2);
  const kept = join(home, "kept.txt");
  writeFileSync(kept, verdict.checkpoint);
  expect(await verifyLog(["--data", data, "--checkpoint", kept], world)).toBe(0);
  expect(await exportLog(["--data", data], world)).toBe(0);
  expect(printed.slice(-2).map((line) => JSON.parse(line).number)).toEqual([1, 2]);
  // A reader that goes away after the first line (`| head -1`) is no fault, and nothing is printed for nobody.
  const read: string[] = [];
  expect(await exportLog(["--data", data], { ...world, print: async (line: string) => read.push(line) > 1 })).toBe(0);
  expect(read.map((line) => JSON.parse(line).number)).toEqual([1]);
  // What was printed beside the link itself holds neither it nor its secret.
  expect(printed.slice(-2).join().includes(link.slice(-64))).toBe(false);

  // Whoever has the database alone puts it back to what it was after the first entry, signed head and all.
  const headFile = openHeadFile(join(data, "case"), () => undefined);
  const before = await rowsOf();
  const of = { database: before.database, force: before.force.id, signer: before.logSigner, now: readClock, random: readChance };
  // What was written and has no number yet is told, and so is a head that says another length than its checkpoint.
  await asOwner(before.database, "insert into access_waiting values ('w-1', (select force from access_head), '{}', '', '')");
  expect(await auditVerify(of)).toMatchObject({ ok: true, value: { entries: 2, waiting: 1 } });
  await asOwner(before.database, "delete from access_waiting", "update access_head set size = size - 1");
  expect(await auditVerify(of)).toMatchObject({ ok: false, error: { says: expect.stringContaining("another length") } });
  await asOwner(before.database, "update access_head set size = size + 1");
  const running = await startAccessLog({ ...of, seenHead: headFile });
  const look = () => running.write(async () => ({ value: undefined, drafts: [{ op: "consult", what: "read-case", actor: "o-1" }] }));
  await asOwner(before.database, "create table older as select * from access_head");
  await look();
  await headFile.settle();
  // Whoever changed that row alone took no entry out, and the desk says which row it is.
  await asOwner(before.database, "update access_head set size = size - 1");
  await expect(startAccessLog({ ...of, seenHead: headFile })).rejects.toThrow("The row of the table access_head was changed");
  await asOwner(before.database, "update access_head set size = size + 1");
  await asOwner(before.database, "delete from access_log where number > 2");
  await asOwner(
    before.database,
    "update access_head set size = o.size, last = o.last, peaks = o.peaks, checkpoint = o.checkpoint from older o",
  );
  await expect(look()).rejects.toThrow("behind what this force has seen");
  await expect(startAccessLog({ ...of, seenHead: headFile })).rejects.toThrow("behind what this force has seen");
  await before.database.close();
  expect(await verifyLog(["--data", data], world)).toBe(1);
  expect(JSON.parse(printed.at(-1) ?? "")).toMatchObject({ number: 3 });

  // It was an older copy, and somebody stands for that: it is written down, and the log goes on.
  expect(await acceptCopy(["--data", data], world)).toBe(2);
  expect(await acceptCopy(["--data", data, "--why", "the disk died; copy of 26 November"], world)).toBe(0);
  expect(await verifyLog(["--data", data], world)).toBe(0);
  expect(await exportLog(["--data", data], world)).toBe(0);
  expect(JSON.parse(printed.at(-1) ?? "")).toMatchObject({ what: "accept-copy", reasonWords: "the disk died; copy of 26 November" });
  expect(await acceptCopy(["--data", data, "--why", "again"], world)).toBe(1);

  const changed = await rowsOf();
  await asOwner(changed.database, "delete from access_log where number = 2");
  await changed.database.close();
  expect(await verifyLog(["--data", data], world)).toBe(1);
  expect(JSON.parse(printed.at(-1) ?? "")).toMatchObject({ number: 2 });
}, 180_000);

test("a folder that cannot be made is told at once", async () => {
  await expect(forceInit(["--data", "/proc/unmask", "--name", "Northshire Police"], world)).rejects.toMatchObject({ code: "ENOENT" });
});

test("each day has a checkpoint of its own to be carried away, and none is written over", async () => {
  const folder = join(data, "case");
  const rows = await rowsOf();
  const parts = {
    folder,
    newest: async () => (await readHead(rows.database.db, rows.force.id))?.checkpoint ?? "",
    now: readClock,
    tell: () => undefined,
  };
  const file = await keepToday(parts);
  const note = await parts.newest();
  expect(readFileSync(file ?? "", "utf8")).toBe(note);
  expect(await keepToday({ ...parts, newest: async () => "a later one" })).toBeUndefined();
  expect(readFileSync(file ?? "", "utf8")).toBe(note);
  await rows.database.close();
}, 180_000);

test("free days are loaded whole or not at all, and the desk counts by them", async () => {
  const file = join(home, "free-days.json");
  const days = ["01-01", "03-30", "04-02", "05-07", "05-28", "08-27", "12-25", "12-26"].map((day) => `2029-${day}`);
  const table = {
    version: 1,
    jurisdiction: "EW",
    years: [2029, 2029],
    holidays: days,
    source: "gov.uk/bank-holidays",
    checkedOn: "2028-06-01",
  };
  writeFileSync(file, JSON.stringify({ ...table, years: [2029, 2030] }));
  expect(await forceHolidays(["--data", data, "--load", file], world)).toBe(1);
  writeFileSync(file, JSON.stringify(table));
  expect(await forceHolidays(["--data", data, "--load", file], world)).toBe(0);
  printed.length = 0;
  expect(await forceHolidays(["--data", data, "--list"], world)).toBe(0);
  expect(JSON.parse(printed[0] ?? "")).toMatchObject({
    years: [2026, 2029],
    read: [
      { years: [2026, 2028], checkedOn: "2026-11-27" },
      { years: [2029, 2029], source: "gov.uk/bank-holidays", checkedOn: "2028-06-01" },
    ],
  });
  // A second table adds its year to the first.
  const next = days.map((day) => day.replace("2029", "2030"));
  writeFileSync(file, JSON.stringify({ ...table, years: [2030, 2030], holidays: next, source: "a letter" }));
  expect(await forceHolidays(["--data", data, "--load", file], world)).toBe(0);
  const told = JSON.parse(printed.at(-1) ?? "");
  expect([told.years, told.read.map(({ source }: { source: string }) => source).slice(1)]).toEqual([
    [2026, 2030],
    ["gov.uk/bank-holidays", "a letter"],
  ]);
  const rows = await rowsOf();
  const { freeDays } = deskLawOf("EW", await readOwnFreeDays(rows.database.db, rows.force.id));
  await rows.database.close();
  // Monday 24 December 2029: the next working day is Thursday 27.
  expect(freeDays && workingDayAfter(21_907, 1, freeDays)).toBe(21_910);
}, 180_000);

test("what the force confirmed of the law is told with who and when, beside what is still open", async () => {
  const toConfirm = async (...args: readonly string[]): Promise<readonly { id: string; confirmedBy: string | null }[]> => {
    printed.length = 0;
    expect(await forceLaw(["--to-confirm", ...args], world)).toBe(0);
    return printed.map((line) => JSON.parse(line));
  };
  const shipped = await toConfirm();
  expect(await toConfirm("--data", data)).toMatchObject(shipped);
  const rows = await rowsOf();
  const entry = {
    about: "EW/appeal-limit",
    says: "As the rules of court say.",
    confirmedBy: "Ada Quill, solicitor",
    confirmedOn: "2026-11-20",
  };
  const by = { force: rows.force.id, by: "nobody here any more", now: readClock() };
  for (const from of ["2026-11-20", "9999-01-01"])
    await rows.database.transaction((tx) => addForceLaw(tx, by, { ...entry, from, value: { kind: "words" } }));
  await rows.database.close();
  const now = await toConfirm("--data", data);
  expect(now.find(({ id }) => id === "EW/appeal-limit")).toMatchObject({
    confirmedBy: "Ada Quill, solicitor",
    confirmedOn: "2026-11-20",
    from: "2026-11-20",
    says: entry.says,
  });
  expect(now.filter(({ confirmedBy }) => confirmedBy !== null)).toHaveLength(1);
  expect(await forceLaw(["--to-confirm", "--data", join(home, "nowhere")], world)).toBe(1);
}, 180_000);

test("another force is loaded under the signer that it told, listed, and taken away again", async () => {
  const other = join(home, "other");
  await forceInit(["--data", other, "--name", "Westmere Police", "--intake", "https://report.example.org"], world);
  const signer = printed.at(-1) ?? "";
  const set = join(other, "intake", "unmask-force.json");
  const neighbours = (...args: readonly string[]) => forceNeighbours(["--data", data, ...args], world);
  expect(await neighbours("--load", set)).toBe(1);
  expect(await neighbours("--load", set, "--signer", "RWno")).toBe(2);
  expect(await neighbours("--load", set, "--signer", signer)).toBe(0);
  printed.length = 0;
  expect(await neighbours("--list")).toBe(0);
  const [line] = printed.map((one): { force: string } => JSON.parse(one));
  expect(line).toMatchObject({ name: "Westmere Police", signer, intake: "https://report.example.org", number: 1 });
  expect(await neighbours("--remove", line?.force ?? "")).toBe(0);
  expect(await neighbours("--remove", line?.force ?? "")).toBe(1);
});

test("a service is loaded with its recipient, listed, and taken away again", async () => {
  const services = (...args: readonly string[]) => forceServices(["--data", data, ...args], world);
  const file = join(home, "advocacy.json");
  const recipient = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj";
  const service = { id: "advocacy", name: "Northshire Advocacy", for: "anyone", contacts: [], recipient, checkedOn: "2026-11-02" };
  writeFileSync(file, JSON.stringify(service));
  expect([await services("--load", join(home, "no-such.json")), await services("--load", file)]).toEqual([2, 1]);
  writeFileSync(file, JSON.stringify({ ...service, checkedHow: "by phone, D. Parry" }));
  printed.length = 0;
  expect([await services("--load", file), await services("--list")]).toEqual([0, 0]);
  const listed = { id: "advocacy", name: "Northshire Advocacy", recipient, checkedOn: "2026-11-02", checkedHow: "by phone, D. Parry" };
  expect(printed.map((one): unknown => JSON.parse(one))).toEqual([listed, listed]);
  expect([await services("--remove", "advocacy"), await services("--remove", "advocacy")]).toEqual([0, 1]);
});
