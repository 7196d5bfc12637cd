import { type Instant, type ReadValue, type Sha256, count, fault, list, object, oneOf, parseSha256 } from "@unmask/core";
import {
  type AcknowledgementDocument,
  type OperationId,
  type PaperTemplate,
  acknowledgementOf,
  acknowledgementSourceOf,
  bundleOf,
  templateOn,
} from "@unmask/case";
import { paperLawOf } from "@unmask/law";
import { asMachine } from "../../access/as-machine.ts";
import { type DeskAnswer, type DeskCall, type DeskRoute, deskRoute, noBody, refuseByState } from "../../access/desk-route.ts";
import { readCase } from "../../desk/find-case.ts";
import { civilDay } from "../../orders/civil-day.ts";
import { attendancePaper } from "../../orders/counter-shown.ts";
import { draftOfCase } from "../../orders/draft-of-case.ts";
import { type FoundOrder, findOrder } from "../../orders/find-order.ts";
import { aboutAttendance } from "../../orders/kept-hash.ts";
import { london } from "../../orders/london-zone.ts";
import { makingRoute, settingOf } from "../../orders/making-route.ts";
import { orderLawsOf } from "../../orders/order-laws.ts";
import { hiddenOfOrder, withoutHiddenDrafts } from "../../orders/others-of-subject.ts";
import { personsOfOrder, subjectOf } from "../../orders/order-persons.ts";
import { paperShown } from "../../orders/paper-shown.ts";
import { runOrderCommand } from "../../orders/run-order-command.ts";
import { withheldOfCase } from "../../orders/withheld-of-case.ts";
import { namesOfOfficers } from "../../sql/case/officers.ts";
import { type NewPaper, type OrderPaper, papersOf, putPapers } from "../../sql/case/order-papers.ts";
import { ofOrder, ofOrderAs } from "./order-written.ts";

/** Papers of an order: the draft application for the court, and the acknowledgement of what was told at a station. Each is kept, sealed, with its hash. */

const nothing = { status: 404, body: { says: "Nothing was ever written of this order." }, shown: [] } as const;

const forms: ReadValue<readonly ("pdf" | "docx")[]> = (value, path) => {
  const all = list(oneOf<"pdf" | "docx">(["pdf", "docx"]))(value, path);
  return all.length === 0 ? fault(path, "names no file") : [...new Set(all)];
};

interface WantedFiles {
  readonly saw: number;
  readonly forms: readonly ("pdf" | "docx")[];
}
const wantedFiles: ReadValue<WantedFiles> = object(({ must }) => ({ saw: must("saw", count), forms: must("forms", forms) }));
interface WantedAttendance {
  readonly attendance: number;
}
const wantedAttendance: ReadValue<WantedAttendance> = object(({ must }) => ({ attendance: must("attendance", count) }));

/** What goes into the draft, what is covered in it and what reads like it, and which files were made of it. */
export const bundleShown: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/orders/:order/bundle",
  operation: "read-order",
  about: ofOrder,
  body: noBody,
  run: async (call) => {
    const found = await findOrder(call);
    if (found === undefined) return nothing;
    const { state } = found;
    const papers = (await openPapers(call, found)).filter(({ kind }) => kind === "draft");
    const nameOf = await namesOfOfficers(call.tx, call.parts.force.id);
    const common = { order: state.order, saw: state.number, now: call.now, made: papers.map((one) => paperShown(one, nameOf)) };
    const closed = whyNoDraft(call, found);
    if (closed !== undefined) return { body: { ...common, draft: null, whyNot: closed }, shown: [subjectOf(state.order)] };
    const source = await draftOfCase(call, state);
    const { covered, close } = bundleOf(source);
    const { criteria, conditions, chronology, exhibits, others, protects, withheld, writer, written, draft, template, facts } = source;
    const counts = { criteria: criteria.length, conditions: conditions.length, chronology: chronology.length };
    const more = { facts: facts.length, exhibits: exhibits.length, others: others.length, protects: protects.length };
    const evidence = new Set(conditions.flatMap((one) => one.evidence));
    const listed = new Set([...exhibits.map(({ number }) => number), ...chronology.map(({ number }) => String(number))]);
    return {
      body: {
        ...common,
        draft: {
          version: draft.version,
          writer: writer.name,
          written,
          template: templateName(template),
          isConfirmed: template.confirmed !== null,
          counts: { ...counts, ...more },
          summary: source.summary ?? null,
          unlisted: [...evidence].filter((one) => !listed.has(one)),
          withheld: withheld.length,
          covered,
          close,
        },
        whyNot: null,
      },
      shown: personsOfOrder(state),
      entry: { item: `${state.order} bundle` },
    };
  },
});

/** Papers of an order without drafts that can tell of an order that is closed to who asks. */
async function openPapers(call: DeskCall<unknown>, { state, events }: FoundOrder): Promise<readonly OrderPaper[]> {
  const papers = await papersOf(call.tx, call.parts.force.id, state.order);
  return withoutHiddenDrafts(papers, await hiddenOfOrder(call, state.order, events));
}

/** Why no draft is made by this officer of this order; undefined where it can be. Its chronology and exhibits are the case's, and stay with who is on it. */
function whyNoDraft({ standing }: Pick<DeskCall<unknown>, "standing">, { state }: FoundOrder): string | undefined {
  if (state.typed !== null) return `${state.typed.force} applied for this order: its papers are theirs.`;
  if (state.case === null) return "This order belongs to no case, so there is nothing to make a draft of.";
  if (standing.relation === "member") return undefined;
  return `The draft holds the chronology and the exhibits of case ${state.case}: it is made by somebody who is on that case.`;
}

function templateName({ name, from }: PaperTemplate): string {
  return from === null ? name : `${name}, from ${from}`;
}

/** Makes the draft application as PDF, as a word processor's file, or both: kept, and written as `bundle-made`. */
export const bundleMade: DeskRoute = makingRoute({
  path: "/desk/orders/:order/bundle",
  operation: "write-order",
  about: ofOrder,
  body: wantedFiles,
  gather: async (call) => {
    const found = await findOrder(call);
    if (found === undefined) return nothing;
    const closed = whyNoDraft(call, found);
    if (closed !== undefined)
      return refuseByState({
        rule: "draft-of-case",
        says: closed,
        allows: "Ask somebody who is on the case to make it, or to put you on it.",
      });
    const source = await draftOfCase(call, found.state);
    const { paper } = bundleOf(source);
    const of = { kind: "draft" as const, about: `draft ${source.draft.version}`, template: templateName(source.template) };
    return settingOf(call.parts, { paper, forms: call.body.forms, ...of });
  },
  record: async (call, made) => {
    const order = call.params["order"] ?? "";
    const hashOf = (form: NewPaper["form"]): Sha256 | undefined => parseSha256(made.find((one) => one.form === form)?.sha256 ?? "");
    const [pdf, docx] = [hashOf("pdf"), hashOf("docx")];
    const body = { ...(pdf !== undefined && { pdf }), ...(docx !== undefined && { docx }), template: made[0]?.template ?? "as shipped" };
    // Made again they have other bytes: the same forms on the same number are the same papers.
    const given = Object.keys(body);
    const written = await runOrderCommand(call, order, { saw: call.body.saw, intent: { kind: "bundle-made", body }, given });
    const rows = await putPapers(call.tx, keptBy(call, order), made);
    return {
      body: { saw: written.at(-1)?.number ?? call.body.saw, made: rows },
      shown: [],
      also: rows.map(({ exhibit, sha256 }) => ({ item: exhibit, sha256 })),
    };
  },
  again: async ({ tx, parts }, { event, saw }) => {
    const hashes = event.kind === "bundle-made" ? [event.body.pdf, event.body.docx] : [];
    const rows = (await papersOf(tx, parts.force.id, event.stream.id)).filter((one) => hashes.some((hash) => hash === one.sha256));
    return { body: { saw, made: rows.map(({ nth, exhibit, sha256 }) => ({ nth, exhibit, sha256 })) }, shown: [] };
  },
});

function keptBy(
  { parts, now, officer }: DeskCall<unknown>,
  order: string,
): {
  readonly force: string;
  readonly order: string;
  readonly at: Instant;
  readonly by: string;
} {
  return { force: parts.force.id, order, at: now, by: officer.id };
}

/**
 * Makes the written acknowledgement of an attendance, to be printed. Whether it was given and signed is written afterwards, with its hash, as `acknowledged`.
 * Asked as the machine, since the counter belongs to no case; nothing of a case and nobody who is protected is in it, and how they are reached is covered. Of one attendance there is one paper for as
 * long as nothing is written of the order or of its case: asked for again, twice at once too, the answer is the one that was made.
 */
export const acknowledgementMade: DeskRoute = makingRoute({
  path: "/desk/orders/:order/acknowledgement",
  operation: "record-attendance",
  about: ofOrderAs("record-attendance"),
  body: wantedAttendance,
  gather: async (call) => {
    const found = await acknowledgementFor(call);
    if (found === undefined) return nothing;
    if (typeof found === "string") return { status: 404, body: { says: found }, shown: [] };
    const { paper, toLook, template } = found;
    const of = { kind: "acknowledgement" as const, about: aboutAttendance(call.body.attendance), template };
    const before = await madeBefore(call, of, found.written);
    return before === undefined ? settingOf(call.parts, { paper, forms: ["pdf"], ...of }) : madeAnswer(call, before, toLook);
  },
  record: async (call, made) => {
    const [one] = made;
    if (one === undefined) throw new Error("a paper was made and is not there");
    const found = await acknowledgementFor(call);
    if (found === undefined || typeof found === "string") throw new Error("a paper was made of what is not there");
    const before = await madeBefore(call, one, found.written);
    if (before !== undefined) return madeAnswer(call, before, found.toLook);
    const order = call.params["order"] ?? "";
    const [row] = await asMachine(call.tx, call, () => putPapers(call.tx, keptBy(call, order), made));
    if (row === undefined) throw new Error("a paper was made and is not there");
    return madeAnswer(call, { ...one, ...row, made: call.now }, found.toLook);
  },
});

/** A paper that can be made, by which wording, and up to when what it is made of was written. */
interface WantedAcknowledgement extends AcknowledgementDocument {
  readonly template: string;
  readonly written: number;
}

/** The paper of the attendance that is asked for; a sentence where there is none, and nothing where there is no such order. */
async function acknowledgementFor(call: DeskCall<WantedAttendance>): Promise<WantedAcknowledgement | string | undefined> {
  const found = await asMachine(call.tx, call, () => findOrder(call));
  if (found === undefined) return undefined;
  const { state } = found;
  const ofCase = state.case;
  const itsCase = ofCase === null ? undefined : await asMachine(call.tx, call, () => readCase(call, ofCase));
  const template = templateOn(await call.parts.templates(), civilDay(call.now));
  const withheld = itsCase === undefined ? undefined : await withheldOfCase(call, itsCase);
  const source = acknowledgementSourceOf(state, call.body.attendance, {
    made: call.now,
    zone: london,
    law: paperLawOf(state.jurisdiction),
    register: orderLawsOf(state.jurisdiction).register,
    template,
    reached: withheld?.covered ?? [],
  });
  if (typeof source === "string") return source;
  const written = Math.max(withheld?.written ?? 0, state.log.at(-1)?.recorded ?? 0);
  return { ...acknowledgementOf(source), template: templateName(template), written };
}

/** The same paper, in the same wording, since which nothing was written of what it is made of; undefined: there is none. */
async function madeBefore(
  call: DeskCall<unknown>,
  { kind, about, template }: Pick<NewPaper, "kind" | "about" | "template">,
  written: number,
): Promise<OrderPaper | undefined> {
  const papers = await asMachine(call.tx, call, () => papersOf(call.tx, call.parts.force.id, call.params["order"] ?? ""));
  const made = papers.findLast((one) => one.kind === kind && one.about === about && one.template === template);
  return made !== undefined && written <= made.made ? made : undefined;
}

/** What it is and what is looked at before it is given. */
function madeAnswer(
  { params }: Pick<DeskCall<unknown>, "params">,
  paper: Parameters<typeof attendancePaper>[0],
  toLook: readonly string[],
): DeskAnswer {
  const { exhibit, sha256 } = paper;
  return { body: { ...attendancePaper(paper), toLook }, shown: [subjectOf(params["order"] ?? "")], entry: { item: exhibit, sha256 } };
}

/** The file of a paper, to be saved; never shown inside the desk. */
function paperFile(path: string, operation: OperationId, kind: NewPaper["kind"]): DeskRoute {
  return deskRoute({
    method: "GET",
    path: `/desk/orders/:order/${path}/:nth/file`,
    operation,
    about: ofOrderAs(operation),
    body: noBody,
    run: async (call) => {
      const { params, parts } = call;
      const order = params["order"] ?? "";
      const nth = /^\d{1,9}$/.test(params["nth"] ?? "") ? Number(params["nth"]) : 0;
      const papers = await papersFor(call, kind, order);
      const found = papers.find((one) => one.nth === nth && one.kind === kind);
      if (found === undefined) return { status: 404, body: { says: "There is no such paper of this order." }, shown: [] };
      return {
        body: {},
        shown: [subjectOf(order)],
        entry: { item: found.exhibit, sha256: found.sha256 },
        file: {
          name: `${found.exhibit.replace("/", "-")} ${found.about}.${endings[found.form] ?? "bin"}`,
          read: () => parts.keptPapers.read(found.kept),
        },
      };
    },
  });
}

async function papersFor(call: DeskCall<unknown>, kind: NewPaper["kind"], order: string): Promise<readonly OrderPaper[]> {
  const { tx, parts } = call;
  // The counter belongs to no case; who asks was let in by the operation.
  if (kind === "acknowledgement") return asMachine(tx, call, () => papersOf(tx, parts.force.id, order));
  if (kind === "copy") return papersOf(tx, parts.force.id, order);
  const found = await findOrder(call);
  return found === undefined ? [] : openPapers(call, found);
}

const endings: Readonly<Record<string, string>> = { pdf: "pdf", docx: "docx", jpeg: "jpg", png: "png" };

/** Each kind with who may take it out: a draft is handed on, an acknowledgement is printed at the counter, a copy is read beside what was typed of it. */
export const paperFiles: readonly DeskRoute[] = [
  paperFile("bundle", "export", "draft"),
  paperFile("acknowledgement", "record-attendance", "acknowledgement"),
  paperFile("copies", "read-order", "copy"),
];
