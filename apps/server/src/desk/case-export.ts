import {
  type CaseEvent,
  type CaseExport,
  type ExportedAct,
  type ExportedExhibit,
  type ExportedPaper,
  type ExportedStream,
  caseExportCsv,
  caseExportJson,
  contactDetails,
  createContactFinder,
} from "@unmask/case";
import { timelineActFromJson } from "@unmask/core";
import type { Selectable } from "kysely";
import type { DeskCall } from "../access/desk-route.ts";
import { hiddenByLinks } from "../links/open-links.ts";
import { hiddenOfOrder, withoutHidden, withoutHiddenDrafts } from "../orders/others-of-subject.ts";
import { wholeActs } from "../sql/case/course-acts.ts";
import { exhibitsOf, itemsOf } from "../sql/case/item-facts.ts";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { namesOfOfficers } from "../sql/case/officers.ts";
import { readOrders } from "../sql/case/order-events.ts";
import { type OrderPaper, papersOf } from "../sql/case/order-papers.ts";
import { ordersOfCase } from "../sql/case/order-views.ts";
import { caseLinkedData } from "./case-linked-data.ts";
import { everInCase } from "./ever-in-case.ts";
import type { FoundCase } from "./find-case.ts";
import { hashesIn, toolOf } from "./told-report.ts";

/** A case gathered for another system, as far as this officer sees it (docs/formats/case-export.md). */

/** Forms in which a case is handed out. */
export const exportForms = ["json", "case", "csv"] as const;
/** One of them. */
export type ExportForm = (typeof exportForms)[number];

/** Acts of one file: one of more is made in memory while others wait for their answers. Who has more hands out the packs themselves. */
const mostActs = 20_000;
/** Acts that are read at once. */
const actsAtOnce = 2_000;

/** Who receives it, and whether how somebody is reached goes with it. */
export interface ExportAsked {
  readonly recipient: string;
  readonly withContact: boolean;
}

/** What is gathered: also by which program its packs were made. */
export interface GatheredCase extends CaseExport {
  readonly tool: ReturnType<typeof toolOf>;
}

/** All of a case that goes; undefined: it holds more acts than one file takes. */
export async function gatherCase(
  call: DeskCall<unknown>,
  found: FoundCase,
  { recipient, withContact }: ExportAsked,
): Promise<GatheredCase | undefined> {
  const { tx, parts, officer, now } = call;
  const force = parts.force.id;
  const { state, events: ofCase, joinedTo, eventsOf } = found;
  const joined = new Map(
    [...joinedTo].flatMap(([report, all]) => all.map((one) => [one.state.report, { readWith: report, events: one.events }])),
  );
  const stateOf = new Map([...found.reports, ...found.joined].map((one) => [one.report, one]));
  const openEvents = async (of: Parameters<typeof hiddenByLinks>[1] | undefined, events: readonly CaseEvent[]) => {
    if (of === undefined) return events;
    const { hidden } = await hiddenByLinks(call, of);
    return events.filter(({ number }) => !hidden.has(number));
  };
  const streams: ExportedStream[] = [{ of: "case", id: state.case, events: await openEvents(state, ofCase) }];
  for (const [id, events] of eventsOf) streams.push({ of: "report", id, events: await openEvents(stateOf.get(id), events) });
  for (const [id, { readWith, events }] of joined)
    streams.push({ of: "report", id, readWith, events: await openEvents(stateOf.get(id), events) });
  const papers: ExportedPaper[] = [];
  for (const [id, events] of await readOrders(tx, force, await ordersOfCase(tx, force, state.case))) {
    const hidden = await hiddenOfOrder(call, id, events);
    streams.push({ of: "order", id, events: withoutHidden(events, hidden) });
    for (const one of withoutHiddenDrafts(await papersOf(tx, force, id), hidden)) papers.push(exportedPaper(id, one));
  }
  const packs = (await itemsOf(tx, force, [...eventsOf.keys(), ...joined.keys()])).filter(({ kind }) => kind === "pack");
  const acts = await actsOfPacks(call, packs);
  if (acts === undefined) return undefined;
  const details = contactDetails([...(await everInCase(call, ofCase)).values()].flat());
  return {
    force: { id: force, name: parts.force.name },
    case: state.case,
    madeAt: now,
    by: officer.name,
    recipient,
    withContact,
    cover: createContactFinder(details).cover,
    streams,
    exhibits: [...(await exhibitsOfPacks(call, state.case, packs)), ...papers],
    acts,
    tool: toolOf(packs.map(({ told }) => told)),
    nameOf: await namesOfOfficers(tx, force),
  };
}

type Pack = Selectable<CaseTables["item"]>;

async function actsOfPacks({ tx, parts }: DeskCall<unknown>, packs: readonly Pack[]): Promise<readonly ExportedAct[] | undefined> {
  const all: ExportedAct[] = [];
  for (const pack of packs) {
    for (let after = -1; ;) {
      const rows = await wholeActs(tx, { force: parts.force.id, item: pack.id, after, limit: actsAtOnce });
      for (const { ordinal, act: written, whose, agreement } of rows) {
        const act = timelineActFromJson(written);
        if (!act.ok) throw new Error(`an act in the database is damaged: ${act.error}`);
        all.push({ report: pack.report ?? "", pack: nameOf(pack), number: ordinal, whose, readAgain: agreement, act: act.value });
      }
      if (all.length > mostActs) return undefined;
      const last = rows.at(-1);
      if (last === undefined || rows.length < actsAtOnce) break;
      after = last.ordinal;
    }
  }
  return all;
}

/** The hash of the pack as it was made: another who has the pack finds it by that. */
function nameOf({ id, made_sha256 }: Pack): string {
  return made_sha256 ?? id;
}

async function exhibitsOfPacks({ tx, parts }: DeskCall<unknown>, ref: string, packs: readonly Pack[]): Promise<readonly ExportedExhibit[]> {
  const byId = new Map(packs.map((pack) => [pack.id, { pack, listed: hashesIn(pack.told) }]));
  const rows = await exhibitsOf(tx, parts.force.id, [...byId.keys()]);
  return rows.flatMap(({ item, nth, number, path, name, size, verdict }) => {
    const found = byId.get(item);
    if (found === undefined) return [];
    const { pack, listed } = found;
    return [
      {
        ...{ of: "pack", pack: nameOf(pack), report: pack.report ?? "", number, name, size, verdict },
        form: path === null ? null : endingOf(path),
        sha256: listed.find((one) => one.number === number)?.sha256 ?? null,
        kept: pack.taken_at,
        bytes: path === null ? null : `/desk/cases/${ref}/exhibits/${item}/${nth}/file`,
      },
    ];
  });
}

/** The ending of a path in a pack: it tells by the bytes what the file is (docs/formats/pack.md). */
function endingOf(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}

/** What a paper of an order is, and the part of the address under which it is handed out. */
const kindsOfPapers = [
  { what: "copy", part: "copies" },
  { what: "draft", part: "bundle" },
  { what: "acknowledgement", part: "acknowledgement" },
] as const;

function exportedPaper(order: string, { kind, nth, exhibit, about, form, size, sha256, made }: OrderPaper): ExportedPaper {
  const known = kindsOfPapers.find(({ what }) => what === kind);
  if (known === undefined) throw new Error("a paper in the database is of no kind that is known");
  const bytes = `/desk/orders/${order}/${known.part}/${nth}/file`;
  return { of: "order", order, what: known.what, number: exhibit, name: about, form, size, sha256, kept: made, bytes };
}

/** The file, by its form. `seed` is chance for the names in CASE. */
export function exportText(from: GatheredCase, form: ExportForm, seed: Uint8Array): string {
  if (form === "json") return caseExportJson(from);
  return form === "csv" ? caseExportCsv(from) : caseLinkedData(from, seed);
}
