/** Reports and cases on the desk's stage: events, acts and postings as the inside writes them when it has opened a pack. */
import { type Intent, type Stream, decideCase, decideReport, desk as byDesk, foldCase, foldReport, shippedRiskRule } from "@unmask/case";
import {
  type Identity,
  type StatementDocument,
  createWhose,
  instantToIso,
  parseActId,
  statementToJson,
  timelineActToJson,
} from "@unmask/core";
import { stateCase } from "@unmask/corridor";
import { type Shown, identifierOf, postingsOf } from "@unmask/link";
import { type ActDraft, makeTimeline, shaOf } from "../../fixtures/timelines/make-act.ts";
import { rulesOf } from "../../apps/server/src/desk/desk-rules.ts";
import { project, projectRowsOfCase } from "../../apps/server/src/desk/project.ts";
import { putEvents, readStream } from "../../apps/server/src/sql/case/case-events.ts";
import { addMember, askFor, placeReport } from "../../apps/server/src/sql/case/membership.ts";
import { machineTransaction } from "../../apps/server/src/access/as-machine.ts";
import type { Transaction } from "kysely";
import type { CaseTables } from "../../apps/server/src/sql/case/case-tables.ts";
import { asOwner } from "./all-rows.ts";
import type { DeskStage } from "./desk-stage.ts";

/** What a report of the stage has. */
export interface SeededReport {
  readonly report: string;
  readonly name: string;
  /** For whom it is, where somebody else reported. */
  readonly forName?: string;
  readonly danger?: "now" | "no" | "unsaid";
  readonly acts?: readonly ActDraft[];
  /** Identities that she typed as theirs: known by her word alone. */
  readonly typed?: readonly Identity[];
}

/** The item that the pack of a report came as. */
export function itemOf(report: string): string {
  return report.slice(2).padStart(4, "0").repeat(8);
}

/** An id as the importers make one, of a text. */
function actIdOf(text: string) {
  const id = parseActId(`whatsapp-${shaOf(text).slice(0, 24)}${shaOf(`${text} too`).slice(0, 8)}-1`);
  if (id === undefined) throw new Error("no id of an act");
  return id;
}

/** What she states in it: two of the numbers are his. */
function stated(name: string): StatementDocument {
  const them = { label: "Rhys Calloway", names: ["07700 900142", "07700 900388"] };
  return { zone: "Europe/London", jurisdiction: "EW", country: "GB", me: { label: name, names: ["07700 900001"] }, them };
}

const picture = {
  number: "LA/9",
  path: "data/originals/0009.jpg",
  name: "the doll.jpg",
  verdict: "altered",
  size: 700,
  acts: 0,
  grades: "[]",
};

function neverHappens(why: string): never {
  throw new Error(why);
}

/** A letter and a pack that were opened: it waits in the queue. */
export async function seedReport(
  stage: DeskStage,
  { report, name, forName, danger = "no", acts = [], typed = [] }: SeededReport,
): Promise<void> {
  const { database, force, now, keyedHash } = stage.parts;
  const item = itemOf(report);
  const stream: Stream = { of: "report", id: report };
  const who = {
    reporter: forName === undefined ? ("self" as const) : ("another" as const),
    about: "adult" as const,
    name,
    ...(forName && { forName }),
  };
  // The fixtures count their ids; those that are kept are made of content.
  const timeline = makeTimeline(acts).acts.map((act, i) => ({ ...act, id: actIdOf(`${report} ${i}`) }));
  const sha256 = shaOf(`pack of ${report}`);
  const settled = stateCase(stated(name));
  const whoseIs = createWhose(settled.ok ? settled.value : neverHappens(settled.error));
  const weeks = [{ week: "2026-W47", acts: timeline.length, night: 0 }];
  await database.transaction(async (tx) => {
    await askFor(tx, "unmask", now());
    await placeReport(tx, { force: force.id, report, case_ref: null });
    await tx
      .insertInto("item")
      .values({
        force: force.id,
        id: item,
        number: Number(report.slice(2)),
        kind: "pack",
        letter: item,
        size: 65_536,
        sha256,
        taken_at: instantToIso(now()),
        state: "opened",
        reason: null,
        why: null,
        report,
        place: 0,
        made_sha256: sha256,
        overall: "verified",
        told: JSON.stringify({
          terms: { zone: "Europe/London", zoneStated: true },
          tool: { name: "unmask", version: "0.1.0", importers: { whatsapp: "1.4.2" } },
          exhibits: [
            { number: "LA/7", path: "data/originals/0007.txt", sha256: shaOf("chat.txt"), size: 86, withheld: false },
            { number: "LA/9", path: "data/originals/0009.jpg", sha256: shaOf("doll.jpg"), size: 700, withheld: false },
          ],
        }),
        statement: statementToJson(stated(name)),
        due_at: null,
        tries: 0,
      })
      .execute();
    await tx
      .insertInto("letter")
      .values({
        force: force.id,
        id: item,
        report,
        kind: "report",
        lookup: "a".repeat(64),
        recipient: "age1",
        packs: JSON.stringify([{ size: 60_000, sha256, bucket: 65_536 }]),
        words: "{}",
      })
      .execute();
    await tx
      .insertInto("item_exhibit")
      .values([
        {
          force: force.id,
          item,
          nth: 0,
          number: "LA/7",
          path: "data/originals/0007.txt",
          name: "WhatsApp Chat.txt",
          verdict: "valid",
          size: 86,
          acts: timeline.length,
          grades: JSON.stringify(["text-export"]),
        },
        { force: force.id, item, nth: 1, number: "LA/8", path: null, name: null, verdict: null, size: 12, acts: 0, grades: "[]" },
        { ...picture, force: force.id, item, nth: 2 },
      ])
      .execute();
    await tx
      .insertInto("item_verdict")
      .values({
        force: force.id,
        item,
        nth: 0,
        path: "data/originals/0007.txt",
        verdict: "valid",
        why: "SHA-256 and SHA-512 are those of the signed list",
      })
      .execute();
    const rows = timeline.map((act, i) => ({
      force: force.id,
      report,
      item,
      ordinal: i + 1,
      act_id: act.id,
      kind: act.kind,
      channel: act.channel,
      grade: act.grade,
      earliest: instantToIso(act.when.earliest),
      latest: instantToIso(act.when.latest),
      from_kind: act.from.kind,
      from_normal: act.from.normal,
      from_name: act.from.name ?? null,
      body: act.text,
      exhibits: JSON.stringify(["LA/7"]),
      agreement: "agrees",
      act: timelineActToJson(act),
      whose: whoseIs(act),
    }));
    for (let from = 0; from < rows.length; from += 1_000)
      await tx
        .insertInto("report_act")
        .values(rows.slice(from, from + 1_000))
        .execute();
    const shown: Shown[] = timeline.flatMap(({ from, channel, when }) => {
      const identifier = identifierOf(from, channel);
      return identifier ? [{ identifier, known: "record" as const, first: when.earliest, last: when.latest }] : [];
    });
    const said: Shown[] = typed.flatMap((identity) => {
      const identifier = identifierOf(identity, "other");
      return identifier ? [{ identifier, known: "account" as const }] : [];
    });
    const postings = postingsOf(report, [...shown, ...said], keyedHash);
    if (postings.length > 0)
      await tx
        .insertInto("ident_posting")
        .values(
          postings.map(({ first, last, ...one }) => ({
            ...one,
            force: force.id,
            first_use: first === undefined ? null : instantToIso(first),
            last_use: last === undefined ? null : instantToIso(last),
          })),
        )
        .execute();
  });
  await seedEvent(stage, stream, byDesk, {
    kind: "report-received",
    body: { letter: item, who, anonymous: false, danger, packs: 1, contact: { channel: "text" } },
  });
  await seedEvent(stage, stream, byDesk, {
    kind: "pack-opened",
    body: {
      letter: item,
      pack: 0,
      sha256,
      fate: "opened",
      overall: "verified",
      acts: { total: timeline.length, weeks: timeline.length === 0 ? [] : weeks },
    },
  });
}

/** An event that the rules allow, with everything that is read from it. */
export async function seedEvent(stage: DeskStage, stream: Stream, by: string, intent: Intent): Promise<void> {
  const { database, force, now } = stage.parts;
  await database.transaction(async (tx) => {
    await askFor(tx, "unmask", now());
    const queue: { readonly stream: Stream; readonly intent: Intent; readonly follows?: string }[] = [{ stream, intent }];
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const events = await readStream(tx, force.id, next.stream);
      const command = {
        ...next.intent,
        stream: next.stream,
        by,
        happened: now(),
        saw: events.length,
        ...(next.follows !== undefined && { follows: next.follows }),
      };
      const { id } = next.stream;
      const decided =
        next.stream.of === "case"
          ? decideCase(command, foldCase(id, events), { table: null, reports: [] }, now())
          : decideReport(command, foldReport(id, events), { risk: shippedRiskRule(force.name) }, now());
      if (!decided.done) throw new Error("refused" in decided ? decided.refused.says : "changed");
      await putEvents(tx, force.id, decided.events);
      if (next.stream.of === "report") {
        const { case: case_ref } = foldReport(id, [...events, ...decided.events]);
        await placeReport(tx, { force: force.id, report: id, case_ref });
      }
      await project(tx, { force: force.id, rule: rulesOf(force).queue }, next.stream);
      queue.push(...decided.also.map((one) => ({ ...one, follows: id })));
    }
  });
}

/** A case of reports with its members, the first of whom opened it. */
export async function seedCase(
  stage: DeskStage,
  ref: string,
  { reports, members }: { reports: readonly string[]; members: readonly string[] },
): Promise<void> {
  const { database, force, now } = stage.parts;
  const by = members[0] ?? "nobody";
  await seedEvent(stage, { of: "case", id: ref }, by, { kind: "case-opened", body: { reports } });
  await machineTransaction(database, async (tx) => {
    for (const officer of members) await addMember(tx, { force: force.id, case_ref: ref, officer, added_at: now(), added_by: by });
    await projectRowsOfCase(tx, { force: force.id, rule: rulesOf(force).queue }, ref);
  });
}

/** An order of which nothing is known but whose it is, and on which day a court made it; without one it is considered. */
export async function seedOrderView(
  tx: Transaction<CaseTables>,
  whose: { readonly force: string; readonly order_id: string; readonly case_ref: string | null; readonly made_on?: string },
): Promise<void> {
  const days = { which: null, made_on: null, over_from: null, rule_version: "", holds_until: null, worked_at: "2026-10-19T09:00:00Z" };
  const told = {
    event: 1,
    stage: "considering",
    is_ours: true,
    subject: "gary slade",
    ahead: "",
    shown: JSON.stringify({ subject: "Gary Slade", by: null, waits: [] }),
    looks: "[]",
  };
  await tx
    .insertInto("order_view")
    .values({ ...days, ...told, ...whose })
    .execute();
}

/** Says that an officer is in a case themselves. */
export async function bar(stage: DeskStage, ref: string, officer: string): Promise<void> {
  await machineTransaction(stage.parts.database, (tx) =>
    tx.insertInto("case_barred").values({ force: stage.parts.force.id, case_ref: ref, officer }).execute(),
  );
}

/** Takes the index away, as a part of it that is down, and puts it back. */
export async function indexDown(stage: DeskStage, isDown: boolean): Promise<void> {
  const [from, to] = isDown ? ["ident_posting", "ident_posting_away"] : ["ident_posting_away", "ident_posting"];
  await asOwner(stage.parts.database, `alter table ${from ?? ""} rename to ${to ?? ""}`);
}

/** The header of a reason. */
export function because(reason: object): { readonly headers: Record<string, string> } {
  return { headers: { "x-unmask-reason": encodeURIComponent(JSON.stringify(reason)) } };
}
