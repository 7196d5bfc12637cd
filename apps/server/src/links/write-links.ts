import { type Command, type Intent, type Stream, decideCase, decideReport, desk, foldCase, foldReport } from "@unmask/case";
import { type Instant, instantToIso } from "@unmask/core";
import type { SuggestedLink } from "@unmask/link";
import type { Transaction } from "kysely";
import { queueRuleOf, rulesOf } from "../desk/desk-rules.ts";
import { project } from "../desk/project.ts";
import { putEvents, readStream } from "../sql/case/case-events.ts";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { type LinkRow, putPair, widenPair } from "../sql/case/link-pairs.ts";
import { placeOf } from "../sql/case/membership.ts";
import { takeNumber } from "../sql/case/reports.ts";
import { type FoundForReport, findLinks, keysOf } from "./find-links.ts";

/** Links as events: each stands in the stream of both sides, written in one transaction. Asked as the machine. */

/** For which force, and when. */
export interface LinkWriting {
  readonly force: { readonly id: string; readonly name: string };
  readonly now: Instant;
}

/** Looks for other reports with an identifier of this one, and writes each pair that is new into both streams. */
export async function suggestLinksOf(tx: Transaction<CaseTables>, { force, now }: LinkWriting, report: string): Promise<FoundForReport> {
  const found = await findLinks(tx, { force: force.id, report, now });
  for (const link of found.links) await writeSuggestion(tx, { force, now }, { link, known: found.known });
  return found;
}

async function writeSuggestion(
  tx: Transaction<CaseTables>,
  { force, now }: LinkWriting,
  { link, known }: { readonly link: SuggestedLink; readonly known: readonly LinkRow[] },
): Promise<void> {
  const [one, other] = link.reports;
  const pair = known.filter((row) => row.one === one && row.other === other);
  // A pair that came back on its day stands already.
  if (pair.some((row) => row.answer === "open" && link.keys.every((key) => keysOf(row.keys).includes(key)))) return;
  const open = pair.find(({ answer }) => answer === null);
  if (open !== undefined) return widenPair(tx, force.id, open.id, [...new Set([...keysOf(open.keys), ...link.keys])]);
  const streams = { one: await streamOf(tx, force.id, one), other: await streamOf(tx, force.id, other) };
  // Two reports of one case are together already.
  if (streams.one.id === streams.other.id) return;
  const id = `k-${await takeNumber(tx, force.id, "link")}`;
  const kept = { answer: null, decided_by: null, again: null, made_at: instantToIso(now), keys: JSON.stringify(link.keys) };
  await putPair(tx, { force: force.id, id, one, other, stream_one: streams.one.id, stream_other: streams.other.id, ...kept });
  const many = link.keys.length;
  const why = [{ says: many === 1 ? "One identifier stands in both." : `${many} identifiers stand in both.`, knowing: "record" as const }];
  for (const [stream, to] of [[streams.one, streams.other.id] as const, [streams.other, streams.one.id] as const]) {
    await writeIn(tx, { force, now }, { stream, by: desk, intent: { kind: "link-suggested", body: { link: id, to, why } } });
  }
}

/** The stream of a side: of its case where it stands in one. */
async function streamOf(tx: Transaction<CaseTables>, force: string, report: string): Promise<Stream> {
  const ref = await placeOf(tx, force, report);
  return typeof ref === "string" ? { of: "case", id: ref } : { of: "report", id: report };
}

/** The stream that a reference names. */
export function streamNamed(reference: string): Stream {
  return { of: reference.startsWith("R-") ? "report" : "case", id: reference };
}

/** Writes one event that follows from what was decided; what the stream forbids comes back in words. */
export async function writeIn(
  tx: Transaction<CaseTables>,
  { force, now }: LinkWriting,
  { stream, by, intent, saw }: { readonly stream: Stream; readonly by: string; readonly intent: Intent; readonly saw?: number },
): Promise<ReturnType<typeof decideCase>> {
  const events = await readStream(tx, force.id, stream);
  const command: Command = { ...intent, stream, by, happened: now, saw: saw ?? events.length };
  const rules = rulesOf(force);
  const decided =
    stream.of === "case"
      ? decideCase(command, foldCase(stream.id, events), { table: null, reports: [] }, now)
      : decideReport(command, foldReport(stream.id, events), rules, now);
  if (decided.done) {
    await putEvents(tx, force.id, decided.events);
    await project(tx, { force: force.id, rule: await queueRuleOf(tx, force) }, stream);
  }
  return decided;
}
