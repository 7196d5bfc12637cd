/** A case with one word in every field of every table, in a force's own folder, and a look for that word everywhere. */
import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { parseOrderEvent } from "@unmask/case";
import { type Instant, instantToIso } from "@unmask/core";
import { rFirst } from "../../fixtures/timelines/make-act.ts";
import { machineTransaction } from "../../apps/server/src/access/as-machine.ts";
import { startAccessLog } from "../../apps/server/src/access-log/access-log.ts";
import type { CaseRows } from "../../apps/server/src/ports/case-rows.ts";
import { putOrderEvents } from "../../apps/server/src/sql/case/order-events.ts";
import { putRetention, readRetention } from "../../apps/server/src/sql/case/retention.ts";
import { itemOf, seedCase, seedReport } from "./case-seed.ts";
import type { DeskStage } from "./desk-stage.ts";

/** Stands in every field of the case, and nowhere else. */
export const canary = "zqcanary";
/** The case and its reports; the third report stays. */
export const theCase = "0197";
const reports = ["R-71", "R-72"];
const order = "SPO-26-071";
/** Names that stand in the order alone. */
const [protectedName, usedName, toldName] = [`${canary}e Vance`, `${canary}o`, `${canary}a`];

/** Other ways of writing the first of them. */
const [turnedName, titledName] = [`for Vance, ${canary}e`, "is Ms Vance known"];
/** Words in which a surname stands alone. */
export const staysUnclear = "the Vance account";

/** A typed recipient of a list in which nobody of this case is named. */
export const staysReceived = "K. Sandhu, prosecutor";

/** Numbers by which a row is of this case; every other text of it is the canary. */
const keys = (force: string): Readonly<Record<string, unknown>> => ({
  force,
  case_ref: theCase,
  report: "R-71",
  one: "R-71",
  other: "R-72",
  item: itemOf("R-71"),
  order_id: order,
  lookup: "b".repeat(64),
  stream_of: "case",
  stream: theCase,
  subject_of: "case",
  subject: theCase,
  officer: "o-abara",
  due_at: null,
});
/** Tables of which a row is planted whole; of the others the seeds have theirs, since they are read while it is erased. */
const planted = [
  ...[
    "item_verdict",
    "item_exhibit",
    "item_finding",
    "ident_posting",
    "link_pair",
    "handed_on",
    "order_duty",
    "order_proposal",
    "order_refusal",
    "order_not_begun",
  ],
  ...["order_ahead", "order_name"],
  ...["case_class", "case_look", "opening", "case_barred", "audit_question", "mailbox_reply", "dip_check"],
];

/** Plants it all. What is read (events, acts) has the word in its words. */
export async function plant(rows: CaseRows, folder: string, now: () => Instant): Promise<void> {
  const { database, force, logSigner } = rows;
  const random = (size: number): Uint8Array => new Uint8Array(randomBytes(size));
  const log = await startAccessLog({ database, force: force.id, signer: logSigner, now, random });
  const keyedHash = () => random(32);
  const stage = { parts: { database, force, now, keyedHash } } as unknown as DeskStage;
  await machineTransaction(database, async (tx) => {
    for (const id of ["o-abara", "o-wren"])
      await tx
        .insertInto("officer")
        .values({ id, force: force.id, name: id, role: "supervisor", made_at: instantToIso(now()), made_by: "desk", left_at: null })
        .execute();
  });
  const acts = [{ from: rFirst, at: "2026-11-20 22:00", text: canary }];
  for (const report of [...reports, "R-73"])
    await seedReport(stage, { report, name: report === "R-73" ? "Mei" : canary, acts: report === "R-73" ? [] : acts });
  await seedCase(stage, theCase, { reports, members: ["o-abara", "o-wren"] });
  await log.write(async () => ({
    value: undefined,
    drafts: [
      { op: "consult", what: "read-case", actor: "o-abara", case: theCase, reason: "other", reasonWords: canary },
      { op: "consult", what: "open-report", actor: "o-abara", report: "R-71", reason: "other", reasonWords: canary },
      { op: "consult", what: "open-report", actor: "o-abara", report: "R-73", reason: "other", reasonWords: "stays" },
      // What names neither a case nor a report: somebody wrote the name into the reason of a search, or the number of the case.
      {
        op: "consult",
        what: "search-exact",
        actor: "o-abara",
        reason: "other",
        reasonWords: `a call about ${canary.toUpperCase()}, 999 log 0058`,
      },
      { op: "consult", what: "see-queue", actor: "o-abara", reason: "other", reasonWords: `whether R-71 or case ${theCase} waits` },
      // Somebody whom the order alone names: whom it protects, a name that was found, one that was told at a station.
      { op: "consult", what: "search-exact", actor: "o-abara", reason: "other", reasonWords: `whether ${protectedName} rang` },
      { op: "consult", what: "search-exact", actor: "o-abara", reason: "other", reasonWords: `is ${usedName} known` },
      { op: "consult", what: "search-exact", actor: "o-abara", reason: "other", reasonWords: `is ${toldName} known` },
      ...[`briefing on case no. ${theCase}`, "R\u201171 and r 72", protectedName.replaceAll(" ", "\u00a0 ").replace(/.$/u, "\u200b$&")].map(
        (reasonWords) => ({
          ...{ op: "consult" as const, what: "search-exact" as const, actor: "o-abara", reason: "other" as const, reasonWords },
        }),
      ),
      ...[turnedName, titledName, `${canary.replace("a", "\u0430")} rang`, "r71 and SPO2671", "R/72", "case 197"].map((reasonWords) => ({
        ...{ op: "consult" as const, what: "search-exact" as const, actor: "o-abara", reason: "other" as const, reasonWords },
      })),
      // Part of a name by itself can be another's.
      { op: "consult", what: "search-exact", actor: "o-abara", reason: "other", reasonWords: staysUnclear },
      { op: "consult", what: "search-exact", actor: "o-abara", reason: "other", reasonWords: "R-7 and R-711, as the briefing asks" },
      // Who received it, as an officer typed it: of the case, of a report of it, and of a list that names neither.
      { op: "disclose", what: "export", actor: "o-abara", case: theCase, reason: "court", typedRecipient: `${canary}, by hand` },
      { op: "disclose", what: "export", actor: "o-abara", report: "R-71", reason: "court", reasonWords: canary, typedRecipient: canary },
      { op: "disclose", what: "export", actor: "o-abara", item: "queue", reason: "court", typedRecipient: `for ${canary.toUpperCase()}` },
      { op: "disclose", what: "export", actor: "o-abara", item: "look-ahead", reason: "court", typedRecipient: staysReceived },
    ],
  }));
  await machineTransaction(database, async (tx) => {
    const written = [
      {
        kind: "application-begun",
        body: { jurisdiction: "EW", case: theCase, subject: { name: canary }, route: "s1-application", force: force.name, says: canary },
      },
      { kind: "protected-named", body: { person: "protected-1", name: protectedName, victim: true } },
      { kind: "name-used", body: { name: usedName, day: "2026-11-20", ground: { says: canary, knowing: "record" } } },
      {
        kind: "attended",
        body: {
          ...{ day: "2026-11-20", at: "09:00", station: canary, area: "local", inPerson: true, toWhom: canary },
          ...{ names: [toldName], allNames: "yes", identity: "not-asked" },
        },
      },
    ].map(({ kind, body }, at) => {
      const head = { version: 1, stream: { of: "order", id: order }, number: at + 1, by: "o-abara" };
      const event = parseOrderEvent({ ...head, happened: instantToIso(now()), recorded: instantToIso(now()), kind, body });
      if (!event.ok) throw new Error(event.error);
      return event.value;
    });
    await putOrderEvents(tx, force.id, written);
    const { rows: columns } = await sql<{ t: string; c: string; d: string }>`select table_name as t, column_name as c, data_type as d
      from information_schema.columns where table_schema = 'public'`.execute(tx);
    for (const table of [...planted, "order_view"]) {
      const row = columns.filter(({ t }) => t === table).map(({ c, d }): [string, unknown] => [c, valueOf(table, c, d, force.id, now())]);
      await sql`insert into ${sql.table(table)} (${sql.join(row.map(([name]) => sql.id(name)))}) values (${sql.join(row.map(([, value]) => value))})`.execute(
        tx,
      );
    }
    // What an auditor asked of the search that names neither a case nor a report.
    const { rows: sought } = await sql<{
      number: number;
    }>`select number from access_log where position(${canary.toUpperCase()} in words) > 0`.execute(tx);
    const question = columns
      .filter(({ t }) => t === "audit_question")
      .map(({ c, d }): [string, unknown] => {
        if (c === "id") return [c, "c1".repeat(16)];
        return [c, c === "number" ? sought[0]?.number : valueOf("audit_question", c, d, force.id, now())];
      });
    await sql`insert into audit_question (${sql.join(question.map(([name]) => sql.id(name)))}) values (${sql.join(question.map(([, value]) => value))})`.execute(
      tx,
    );
    await sql`update report set lookup = ${"b".repeat(64)} where id = any(${reports})`.execute(tx);
    await sql`update letter set words = ${JSON.stringify({ says: canary })} where report = any(${reports})`.execute(tx);
    await sql`insert into report (force, id, letter, lookup, recipient, received_at) values (${force.id}, 'R-71', ${itemOf("R-71")}, ${"b".repeat(64)}, ${canary}, now())`.execute(
      tx,
    );
    await sql`update case_view set closed_at = now() - interval '2 years' where case_ref = ${theCase}`.execute(tx);
  });
  for (const [place, name] of [
    ["blobs", itemOf("R-71")],
    ["handed-on", canaryId],
    ["handed-on", `${canaryId}00`],
    ["blobs", itemOf("R-73")],
  ] as const) {
    mkdirSync(join(folder, place), { recursive: true });
    writeFileSync(join(folder, place, name), name === itemOf("R-73") ? "stays" : canary);
  }
}

/** Of the letter that waits for another force. */
const canaryId = "c0".repeat(16);

function valueOf(table: string, column: string, type: string, force: string, now: Instant): unknown {
  if (column === "id") return canaryId;
  if (column === "number" && table === "audit_question") return 1;
  if (column === "stage") return "withdrawn";
  if (column === "over_from" || column === "ahead" || column === "answer")
    return column === "ahead" ? "" : column === "answer" ? "refuted" : "2025-01-02";
  if (column === "message") return JSON.stringify({ kind: "update", says: canary });
  const known = keys(force);
  if (column in known) return known[column];
  if (type === "boolean") return false;
  if (type === "bigint") return 7;
  if (type === "jsonb") return JSON.stringify([canary]);
  return type.startsWith("timestamp") ? instantToIso(now) : canary;
}

/** What two people decide, with every question asked. */
export async function decideToErase({ database, force }: CaseRows, at: Instant): Promise<void> {
  const subject = { of: "case", id: theCase } as const;
  const asked = (["other-case", "court", "live-order", "another-person", "own-wish"] as const).map((question) => ({
    kind: "asked" as const,
    body: { question, answer: "no" as const, says: canary },
  }));
  await machineTransaction(database, async (tx) => {
    let number = (await readRetention(tx, force.id, subject)).length;
    for (const intent of [...asked, { kind: "erase-proposed" as const, body: { reason: canary, asked: false } }])
      await putRetention(tx, force.id, { ...intent, subject, number: ++number, at, by: "o-abara" });
    await putRetention(tx, force.id, { kind: "erase-agreed", body: {}, subject, number: ++number, at, by: "o-wren" });
  });
}

/** Tables of the database with a row that holds the word anywhere. */
export async function tablesWith({ database }: CaseRows, word: string): Promise<readonly string[]> {
  return machineTransaction(database, async (tx) => {
    const { rows } = await sql<{
      t: string;
    }>`select relname as t from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`.execute(tx);
    const found: string[] = [];
    for (const { t } of rows) {
      const { rows: held } = await sql`select 1 from ${sql.table(t)} as whole where position(${word} in whole::text) > 0 limit 1`.execute(
        tx,
      );
      if (held.length > 0) found.push(t);
    }
    return found;
  });
}

/** Files below a folder that hold the word in their bytes or their name. */
export function filesWith(folder: string, word: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => file.includes(word) || readFileSync(file).includes(word));
}
