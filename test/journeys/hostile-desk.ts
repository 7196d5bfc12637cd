import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { type Instant, msPerDay, parseInstant } from "@unmask/core";
import { type KeptEdition, inventedEditions, longestUpdate, telephoneQuestions } from "@unmask/case";
import { bodyOfCall, newCall, withAnswer, withTold } from "../../apps/console/src/desk/telephone-call.ts";
import { keepEdition } from "../../apps/server/src/ports/learn-files.ts";
import { askDesk, untilThere } from "./ask-desk.ts";
import { plantClosedCase } from "./closed-case.ts";
import { type DeskWindow, type ForceStage, enterDesk, startForce } from "./force-stage.ts";
import { endless, hostile, hostileLetter, hostileName, officerName, writeHostileExports } from "./hostile-words.ts";

/** A force whose desk is full of what a hostile hand can write wherever it can write: one stage, for whatever is looked at on it. */
export interface HostileDesk {
  readonly stage: ForceStage;
  readonly supervisor: DeskWindow;
  readonly others: Readonly<Record<"auditor" | "administrator" | "somebody new", DeskWindow>>;
  /** The seven words of the first who wrote. */
  readonly words: string;
  readonly published: readonly KeptEdition[];
  readonly made: Readonly<typeof nothingMade>;
}

/** Numbers and ids of what the seeds made. */
const nothingMade = { report: "R-1", typed: "R-1", again: "R-1", act: "", link: "", opening: "", order: "" };

/** Why it is looked at, in a stranger’s words. */
export const reason = { code: "supervision", words: hostile };

/** Now, on the clock of the machine. */
export const now = (): Instant => parseInstant(Date.now()) ?? expect.unreachable();

/** Makes the force, two people write to it, and officers write of both. */
export async function fillDesk(): Promise<HostileDesk> {
  const closed = { number: "9301", name: hostileName, closedDaysAgo: 400, now: now() };
  const stage = await startForce("Example Police", (data) => plantClosedCase(data, closed));
  const [words] = await Promise.all([sendHostile(stage, "one"), sendHostile(stage, "two")]);
  // A year that nobody lived was published before.
  const published = inventedEditions(5, 2026).filter(({ month }) => month <= "2026-10");
  for (const edition of published) await keepEdition(join(stage.data, "case"), edition);
  const supervisor = await stage.openDesk({ name: officerName, role: "supervisor" });
  await enterDesk(supervisor.page);
  const made = await seed(stage, supervisor.page);
  const others = {
    auditor: await stage.openDesk({ name: "Ruth Adeyemi", role: "auditor" }),
    administrator: await stage.openDesk({ name: "Sam Doyle", role: "administrator" }),
    "somebody new": await stage.openDesk({ name: "PC 5120 Tom Hale", role: "contact-handler" }),
  };
  await enterDesk(others.auditor.page);
  await enterDesk(others.administrator.page);
  await answerForRecord(others.administrator.page);
  return { stage, supervisor, others, words, published, made };
}

/** What the officer writes, through the desk's own routes: cases, decisions, an update, a call; and a look at a case that is another's. */
async function seed(stage: ForceStage, page: Page): Promise<typeof nothingMade> {
  const made = { ...nothingMade };
  const reports = await untilThere(async () => {
    const { rows = [] } = await ask<{ rows?: { report: string; acts: { total: number } }[] }>(page, "queue");
    return rows.filter(({ acts }) => acts.total > 0).length === 2 ? rows.map(({ report }) => report) : undefined;
  });
  made.report = reports[0] ?? "";
  const [first = "", second = ""] = reports;
  for (const report of [first, second]) await ask(page, `reports/${report}/case`, { reason });
  const write = async (path: string, body: object): Promise<void> => {
    const { saw } = await ask<{ saw: number }>(page, "cases/0001");
    await ask(page, `cases/0001/${path}`, { ...body, saw, reason });
  };
  await write("decisions/write", { says: hostile, words: endless.slice(0, 4_000) });
  await write("decisions/order", { answer: "not-pursued", words: hostile });
  // Which of the two letters came first is chance, so each of the two is written to.
  for (const [report, ofCase] of [
    [first, "0001"],
    [second, "0002"],
  ] as const) {
    const { saw } = await ask<{ saw: number }>(page, `cases/${ofCase}`);
    // What turns letters round is refused before it goes to her.
    const says = endless.replaceAll("\u202E", "").slice(0, longestUpdate);
    await ask(page, `reports/${report}/updates`, { saw, says, tells: [], answers: [], reason });
  }
  const call = withTold(
    { ...newCall(now(), "0c".repeat(16)), danger: "now", telling: hostile, heard: hostile, log: hostileName.slice(0, 40) },
    "03:12",
  );
  const answered = telephoneQuestions.reduce(
    (so, { id, choices }) => (choices ? so : withAnswer(so, id, { state: "answered", says: hostileName })),
    call,
  );
  const back = { ...call.back, address: hostileName, hours: hostileName, codeWord: hostileName };
  const body = bodyOfCall({ ...answered, back }, { dropped: false });
  made.typed = (await ask<{ report: string }>(page, "reports", body)).report;
  made.again = (await ask<{ report: string }>(page, "reports", { ...body, form: "0d".repeat(16) })).report;
  const acts = await ask<{ acts: { item: string; ordinal: number }[] }>(page, "cases/0001/acts");
  made.act = `/cases/0001/acts/${acts.acts[1]?.item}/${acts.acts[1]?.ordinal}`;
  made.link = await untilThere(async () => {
    const { links } = await ask<{ links: { link: string }[] }>(page, "cases/0001/links");
    return links[0]?.link;
  });
  await seedRights(page, write);
  made.order = await seedOrder(stage, page);
  await seedKept(stage, page);
  const strange = await stage.openDesk({ name: officerName, role: "contact-handler" });
  await enterDesk(strange.page);
  await seedFromAnother(strange.page, made.typed);
  const { rows } = await ask<{ rows: { kind: string; at: { id: string } }[] }>(page, "supervision");
  made.opening = rows.find(({ kind }) => kind === "opening")?.at.id ?? "";
  return made;
}

/** A person asks what is held about them, in a stranger’s words, past its day; some of it is decided. */
async function seedRights(page: Page, write: (path: string, body: object) => Promise<void>): Promise<void> {
  const { persons } = await ask<{ persons: { id: string }[] }>(page, "cases/0001/rights");
  const authority = hostile;
  const answerBy = { day: "2025-12-01", says: hostile };
  await write("rights/ask", { who: hostileName, authority, is: [persons[0]?.id], says: hostile, received: "2025-11-20", answerBy });
  await write("rights/identity", { request: "SA-1", shown: true, how: hostile });
  const { held } = await ask<{ held: { of: string }[] }>(page, "cases/0001/rights");
  const [one, other] = held.map(({ of }) => of);
  await write("rights/decide", { request: "SA-1", of: [one], decision: "withhold", told: true, ground: hostile, words: hostile });
  await write("rights/decide", { request: "SA-1", of: [other], decision: "not-about", words: hostile });
  await write("rights/tell-looks", { request: "SA-1", tells: true, names: true, words: hostile });
}

/** One of the questions that the record of processing leaves to the force is answered in a stranger’s words. */
async function answerForRecord(page: Page): Promise<void> {
  const day = new Date(now()).toISOString().slice(0, 10);
  const about = { about: "EW/record-controller", from: day, confirmedOn: day, value: { kind: "words" } };
  await ask(page, "to-confirm", { entry: { ...about, says: hostile, confirmedBy: hostileName }, reason: { code: "supervision" } });
}

/** An order of another force that was moved here, served and confirmed by another officer, whose first notice is overdue; every word of it a stranger’s. */
async function seedOrder(stage: ForceStage, page: Page): Promise<string> {
  const keeper = await stage.openDesk({ name: officerName, role: "spo-coordinator" });
  await enterDesk(keeper.page);
  const day = (days: number): string => new Date(now() + days * msPerDay).toISOString().slice(0, 10);
  const condition = { condition: 1, type: "prohibition", says: hostile, necessity: hostile, evidence: [], interimToo: true };
  const typed = {
    jurisdiction: "EW",
    theirs: hostileName.slice(0, 40),
    force: hostileName,
    court: hostileName,
    order: "full",
    made: day(-9),
  };
  const more = { subject: { name: hostileName, otherNames: [hostileName] }, period: { until: day(900) }, conditions: [condition] };
  const { order } = await ask<{ order: string }>(page, "orders", { ...typed, ...more, protects: [hostileName] });
  let saw = 1;
  const write = async (by: Page, kind: string, body: object): Promise<void> => {
    saw = (await ask<{ saw: number }>(by, `orders/${order}/${kind}`, { saw, ...body })).saw;
  };
  await write(page, "transferred", { to: "Example Police", day: day(-8), told: hostileName, taken: officerName, words: hostile });
  const { officer } = await ask<{ officer: { id: string } }>(page, "me");
  const made = { made: officerName, officer: officer.id };
  const served = { order: "full", day: day(-7), at: "16:40", ...made, place: hostile, outcome: "served", says: hostile };
  await write(page, "service-attempted", { ...served, evidence: [{ exhibit: "AF/3", says: hostile }], knowing: "record" });
  const sure = { rightPerson: "yes", rightOrder: "yes", given: "yes", understood: "not-known", servedIt: "no", says: hostile };
  await write(keeper.page, "service-confirmed", { attempt: saw, ...sure });
  return order;
}

/** What is said of a case that was closed long ago, which another supervisor put this one on; and a loss, with what was known of it at first. */
async function seedKept(stage: ForceStage, page: Page): Promise<void> {
  const other = await stage.openDesk({ name: "Insp Marian Okell", role: "supervisor" });
  await enterDesk(other.page);
  const { officer } = await ask<{ officer: { id: string } }>(page, "me");
  await ask(other.page, "cases/9301/members", { officer: officer.id, reason });
  await other.context.close();
  const asked = { question: "court", answer: "no", says: hostile };
  await ask(page, "cases/9301/retention", { saw: 0, decision: { kind: "asked", body: asked }, reason });
  const today = new Date(now()).toISOString().slice(0, 10);
  await ask(page, "cases/9301/retention", { saw: 1, decision: { kind: "held", body: { reason: hostile, until: "2199-01-01" } }, reason });
  const words = { happened: null, aware: { day: today, at: "00:00" }, what: hostile, people: null, likely: endless.slice(0, 2_000) };
  const { loss } = await ask<{ loss: string }>(page, "losses", { decision: { kind: "recorded", body: words } });
  const more = { kind: "described-again", body: { ...words, people: 6, why: hostile } };
  await ask(page, `losses/${loss}`, { saw: 1, decision: more });
  const decided = { whom: "people", answer: "not-tell", reason: hostile };
  await ask(page, `losses/${loss}`, { saw: 2, decision: { kind: "decided", body: decided } });
}

/** What an officer of a strange name does for the supervisor to see: decides against the rule, hands over, and opens a case of others. */
async function seedFromAnother(page: Page, typed: string): Promise<void> {
  const path = `reports/${typed}`;
  await ask(page, `${path}/open`, { reason });
  const { saw, proposal, choices } = await ask<{ saw: number; proposal: { choice: string }; choices: { id: string }[] }>(
    page,
    `${path}/assess`,
  );
  const against = choices.find(({ id }) => id !== proposal.choice)?.id;
  await ask(page, `${path}/decide`, { saw, choice: against, words: endless.slice(0, 4_000), reason });
  const { next } = await ask<{ next: { id: string; role: string }[] }>(page, "handover");
  const lines = [{ group: "promised", says: endless.slice(0, 1_000), knowing: "account" }];
  const notes = [{ reference: typed, saw: saw + 1, lines, says: hostile }];
  await ask(page, "handover", { to: next.find(({ role }) => role === "supervisor")?.id, notes });
  await ask(page, "cases/0001/break-glass", { reason: { code: "risk-to-life", words: hostile } });
}

/** Asks the desk, each time for the same reason. */
export function ask<T>(page: Page, path: string, body?: object): Promise<T> {
  return askDesk<T>(page, path, reason, body);
}

/** A letter and a pack of a stranger's exports; the seven words. */
async function sendHostile({ home, her, served }: ForceStage, name: string): Promise<string> {
  const { folder, them } = writeHostileExports(join(home, name));
  const pack = await her.makePack(folder, { me: "me", them, force: served.intake, codes: [0, 3] });
  return her.send(served.intake, hostileLetter, pack);
}
