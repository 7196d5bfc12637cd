import { type Channel, type Kind, channels, kinds } from "@unmask/core";
import {
  type BundleExhibit,
  type BundleSource,
  type DatedFact,
  type OrderState,
  type UnnumberedLine,
  actsLeftOut,
  bundleSourceOf,
  templateOn,
} from "@unmask/case";
import { paperLawOf } from "@unmask/law";
import { nameInLine, sayChannel, sayKind } from "@unmask/words";
import { asMachine } from "../access/as-machine.ts";
import type { DeskCall } from "../access/desk-route.ts";
import { type FoundCase, readCase } from "../desk/find-case.ts";
import { hashesIn } from "../desk/told-report.ts";
import type { DraftAct } from "../sql/case/draft-acts.ts";
import { exhibitsOf, itemsOf } from "../sql/case/item-facts.ts";
import { listOfficers } from "../sql/case/officers.ts";
import { papersOf } from "../sql/case/order-papers.ts";
import { actsOfDraft, ofAnother } from "./acts-of-draft.ts";
import { civilDay } from "./civil-day.ts";
import { london } from "./london-zone.ts";
import { othersOfSubject } from "./others-of-subject.ts";
import { withheldOfCase } from "./withheld-of-case.ts";

/** The draft application of an order, gathered from the order, its case and what the law says: everything that the paper is made of. */

/** The source of the draft, for an officer of its case. */
export async function draftOfCase(call: DeskCall<unknown>, state: OrderState): Promise<BundleSource> {
  const { tx, parts, now, officer } = call;
  const force = parts.force.id;
  const found = state.case === null ? undefined : await readCase(call, state.case);
  const reports = [...(found?.reports ?? []), ...(found?.joined ?? [])].map(({ report }) => report);
  const { acts, count, sides } = await actsOfDraft(tx, force, reports, state.subject);
  const { others, namesakes } = await asMachine(tx, call, () => othersOfSubject(tx, { force, officer: officer.id }, state));
  const people = new Map((await listOfficers(tx, force)).map((one) => [one.id, one]));
  const withheld = found === undefined ? { covered: [], looked: [] } : await withheldOfCase(call, found);
  return bundleSourceOf(state, {
    zone: london,
    law: paperLawOf(state.jurisdiction),
    template: templateOn(await parts.templates(), civilDay(now)),
    nameOf: (id) => people.get(id)?.name ?? id,
    roleOf: (id) => (people.get(id)?.role ?? "").replaceAll("-", " ").replace("spo", "SPO"),
    acts: acts.map((act) => {
      const reporter = state.draft.protects.find(({ report }) => report === act.report);
      return { ...lineOfAct(act), ...(reporter !== undefined && { surer: reporter.name }) };
    }),
    notListed: { own: count.own, others: count.others },
    facts: (found?.state.records ?? []).map(factOfRecord),
    ...(count.listed > acts.length && { summary: actsLeftOut(acts.length, count.listed) }),
    others,
    namesakes,
    exhibits: [...(await exhibitsOfPacks(call, reports)), ...(await exhibitsOfOrder(call, state.order))],
    withheld: withheld.covered.map((one) => [one]),
    looked: withheld.looked,
    sides,
    today: civilDay(now),
  });
}

/** One act as a line of the chronology: what was written, by whomever, stands as it was written and within quotation marks. */
export function lineOfAct({
  kind,
  channel,
  grade,
  earliest,
  latest,
  from_name,
  from_normal,
  body,
  exhibits,
  agreement,
  whose,
}: DraftAct): UnnumberedLine {
  const way = channels.find((one): one is Channel => one === channel);
  const what = kinds.find((one): one is Kind => one === kind);
  const isAccount = grade === "own-account";
  const words = [
    what === undefined ? kind : sayKind({ kind: what, ...(body !== null && { text: body }) }),
    way === undefined ? "" : sayChannel(way),
    // What was typed into her own table is about the defendant, but for whomever else it names.
    isAccount && whose !== "other" && whose !== ofAnother ? "" : `from ${nameInLine(from_name ?? from_normal)}`,
  ];
  const who = whoOf(whose, grade);
  const sender = [nameInLine(from_name ?? from_normal), way === undefined ? "" : sayChannel(way)].filter(isWord).join(", ");
  return {
    when: { earliest, latest },
    says: words.filter(isWord).join(", "),
    ...(body !== null && { quotes: body }),
    knowing: isAccount ? "account" : "record",
    who,
    ...(!isAccount && who === "nobody-can-say" && { sender }),
    exhibits: Array.isArray(exhibits) ? exhibits.filter((one): one is string => typeof one === "string") : [],
    ...(agreement === "differs" && { against: "Read again here, its file does not say this." }),
  };
}

function isWord(one: string): boolean {
  return one !== "";
}

/** What a record shows is not what somebody is sure of; and a chat as text anybody can edit. */
function whoOf(whose: string | null, grade: string): UnnumberedLine["who"] {
  switch (whose) {
    case null:
      return "not-asked";
    case "theirs as the record shows":
      return grade === "text-export" ? "file-names" : "record-shows";
    case "theirs, she is sure":
      return "sure";
    case "perhaps theirs":
      return "thinks-so";
    case ofAnother:
      return "names-another";
    default:
      return "nobody-can-say";
  }
}

/** A log or a recorded crime that was typed in: what another agency wrote. */
export function factOfRecord({ of, record, agency, day, at, says, as }: FoundCase["state"]["records"][number]): DatedFact {
  const what = of === "log" ? `Log ${record}, ${agency}` : `Crime ${record}, ${agency}${as === undefined ? "" : `, recorded as ${as}`}`;
  return { day, ...(at !== undefined && { at }), says: `${what}: ${says}`, knowing: "record", exhibits: [] };
}

/** Files of the packs of the case, each by its hash as the pack lists it. */
async function exhibitsOfPacks({ tx, parts }: DeskCall<unknown>, reports: readonly string[]): Promise<readonly BundleExhibit[]> {
  const force = parts.force.id;
  const items = (await itemsOf(tx, force, reports)).filter(({ kind }) => kind === "pack");
  const told = new Map(items.map((item) => [item.id, hashesIn(item.told)]));
  const rows = await exhibitsOf(
    tx,
    force,
    items.map(({ id }) => id),
  );
  return rows.flatMap(({ item, number, name, grades }) => {
    const sha256 = told.get(item)?.find((one) => one.number === number)?.sha256;
    const isAccount = Array.isArray(grades) && grades.length > 0 && grades.every((one) => one === "own-account");
    return sha256 === undefined ? [] : [{ number, what: name ?? "a file of a pack", knowing: isAccount ? "account" : "record", sha256 }];
  });
}

/** Copies that came for this order. */
async function exhibitsOfOrder({ tx, parts }: DeskCall<unknown>, order: string): Promise<readonly BundleExhibit[]> {
  const papers = await papersOf(tx, parts.force.id, order);
  return papers
    .filter(({ kind }) => kind === "copy")
    .map(({ exhibit, about, sha256, pages }) => ({
      number: exhibit,
      what: about,
      knowing: "record",
      sha256,
      ...(pages !== null && { pages }),
    }));
}
