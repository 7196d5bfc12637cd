import { type ReadValue, type Sha256, count, list, msPerMinute, object, ok, parseSha256, text } from "@unmask/core";
import { type BodyOf, type EventKind, type OperationId, createContactFinder, cutLines, foldCase } from "@unmask/case";
import { textToBytes } from "@unmask/seal";
import type { LogDraft } from "../../access-log/access-log.ts";
import { type DeskAnswer, type DeskCall, type DeskRoute, deskRoute, noBody, refuseByState } from "../../access/desk-route.ts";
import { copyFile, disclosureShown, hashOfLines, scheduleFile, withoutAnyContact } from "../../desk/disclosure-shown.ts";
import { type FoundCase, findCase, readCase } from "../../desk/find-case.ts";
import { heldInCase } from "../../desk/held-in-case.ts";
import { personsOfCase } from "../../desk/persons-shown.ts";
import { readCommand } from "../../desk/read-command.ts";
import { type Wanted, runCommand } from "../../desk/run-command.ts";
import { lookAtCase } from "../../sql/case/link-pairs.ts";
import { casesOfOfficer } from "../../sql/case/membership.ts";
import { namesOfOfficers } from "../../sql/case/officers.ts";

/**
 * What is held in a case and not relied on (docs/formats/disclosure.md). The disclosure officer sees descriptions and cut copies; the whole of an item is
 * seen by who may cut it. No answer here but that whole holds a contact field, and what stands inside words is written over.
 */

/** Cases of one list. */
const mostCases = 200;
/** Looks so near to one another are one sitting. */
const sittingMs = 30 * msPerMinute;
/** Stands for the next number, where an item has none yet. */
const nextItem = "D-0";

const ofCase = ({ params }: { readonly params: Readonly<Record<string, string>> }) => ({ case: params["case"] ?? "" });
const nothingThere = { status: 404, body: { says: "Nothing was written in this case yet." }, shown: [] } as const;

/** The cases that a disclosure officer is put on, with what waits in each. */
export const disclosureList: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/disclosure",
  operation: "see-disclosure",
  body: noBody,
  run: async (call) => {
    const { tx, parts, officer } = call;
    const refs = await casesOfOfficer(tx, { force: parts.force.id, officer: officer.id, limit: mostCases + 1 });
    const cases: object[] = [];
    for (const ref of refs.slice(0, mostCases)) {
      const found = await readCase(call, ref);
      if (found === undefined) continue;
      const { items, asked } = found.state.disclosures;
      const { held, relied: reliedIn } = await heldInCase(call, found);
      const relied = await reliedIn();
      const listed = new Set(items.map(({ of }) => of));
      cases.push({
        case: ref,
        items: items.length,
        notDecided: items.filter(({ marks }) => marks.at(-1)?.mark === "not-decided").length,
        unlisted: held.filter(({ key }) => !listed.has(key) && !relied.has(key)).length,
        asked: asked.filter(({ refused, given }) => refused === undefined && given === undefined).length,
      });
    }
    return { body: { cases, more: Math.max(0, refs.length - mostCases) }, shown: [] };
  },
});

/** The schedule of a case. */
export const disclosureOfCase: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/cases/:case/disclosure",
  operation: "see-disclosure",
  about: ofCase,
  body: noBody,
  run: async (call) => {
    const from = await shownFrom(call);
    if (from === undefined) return nothingThere;
    const { state, finder } = from;
    const { tx, parts, officer, now } = call;
    // To this role the schedule is the case: it was told that it is on it until it looks here.
    if (officer.role === "disclosure-officer")
      await lookAtCase(tx, { force: parts.force.id, ref: state.case, officer: officer.id, now, sittingMs });
    const shown = withoutAnyContact(disclosureShown({ ...from, relied: await from.relied() }), finder);
    return {
      body: { case: state.case, saw: state.number, ...shown },
      shown: personsOfCase(from),
      entry: { item: "schedule of what is held" },
    };
  },
});

async function shownFrom(call: DeskCall<unknown>) {
  const found = await findCase(call);
  return found && { events: found.events, ...(await shownOf(call, found)) };
}

async function shownOf(call: DeskCall<unknown>, found: FoundCase) {
  const { held, contact, relied } = await heldInCase(call, found);
  return {
    state: found.state,
    reports: found.reports,
    held,
    finder: createContactFinder(contact),
    relied,
    nameOf: await namesOfOfficers(call.tx, call.parts.force.id),
  };
}

/** The whole text of an item, for who cuts it or reads what another cut. */
export const wholeOfItem: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/cases/:case/disclosure/items/:item/whole",
  operation: "cut-disclosure",
  about: ofCase,
  body: noBody,
  run: async (call) => {
    const found = await wholeOf(call, call.params["item"] ?? "");
    if (found === undefined) return nothingThere;
    const { item, lines, state } = found;
    const body = { saw: state.number, item, lines, original: hashOfLines(lines) };
    return { body, shown: personsOfCase(found), entry: { item: `whole of ${item}` } };
  },
});

async function wholeOf(call: DeskCall<unknown>, item: string) {
  const found = await findCase(call);
  const of = found?.state.disclosures.items.find((one) => one.item === item)?.of;
  if (found === undefined || of === undefined) return undefined;
  const lines = (await heldInCase(call, found)).held.find(({ key }) => key === of)?.lines ?? null;
  if (lines === null)
    return refuseByState({
      rule: "no-text",
      says: "This is a file, or lies elsewhere: it has no text here.",
      allows: "Its copy is made where it lies; here it is described.",
    });
  return { item, lines, state: found.state, reports: found.reports };
}

const span: ReadValue<BodyOf<"disclosure-cut">["taken"][number]> = object(({ must }) => ({
  line: must("line", count),
  at: must("at", count),
  length: must("length", count),
  what: must("what", text),
  why: must("why", text),
}));
const readCut = object(({ must }) => ({
  saw: must("saw", count),
  item: must("item", text),
  taken: must("taken", list(span)),
  leftIn: must("leftIn", list(object((one) => ({ line: one.must("line", count), why: one.must("why", text) })))),
}));

/** Cuts a copy: which spans go is said, the copy and both hashes are worked out here. */
export const disclosureCut: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/cases/:case/disclosure/cut",
  operation: "cut-disclosure",
  about: ofCase,
  body: readCut,
  run: async (call) => {
    const { saw, item, taken, leftIn } = call.body;
    const found = await wholeOf(call, item);
    if (found === undefined) return nothingThere;
    const copy = cutLines(found.lines, taken);
    if ("cannot" in copy) return { status: 400, body: { says: `${copy.cannot} Nothing was written.` }, shown: [] };
    const hashes = { original: hashed(found.lines), copy: hashed(copy.lines) };
    const cut = readCommand("disclosure-cut")({ saw, item, ...hashes, lines: copy.lines, taken, leftIn }, "body");
    const written = await runCommand(call, { of: "case", id: found.state.case }, cut);
    const last = written.at(-1)?.number ?? saw;
    return { body: { saw: last }, shown: personsOfCase(found), entry: { item: `copy ${last} of ${item}`, sha256: hashes.copy } };
  },
});

function hashed(lines: readonly string[]): Sha256 {
  const hash = parseSha256(hashOfLines(lines));
  if (hash === undefined) throw new Error("a hash is one");
  return hash;
}

const writes: readonly (readonly [EventKind, string, OperationId])[] = [
  ["disclosure-marked", "mark", "mark-disclosure"],
  ["disclosure-asked", "asked", "mark-disclosure"],
  ["disclosure-refused", "refuse", "mark-disclosure"],
  ["disclosure-read", "read", "cut-disclosure"],
  ["disclosure-given", "give", "give-disclosure"],
];

/** What else is written of it, one route for each kind: `{saw, happened?, words?, …}` as elsewhere in a case. */
export const disclosureWritten: readonly DeskRoute[] = writes.map(([kind, path, operation]) =>
  deskRoute({
    method: "POST",
    path: `/desk/cases/:case/disclosure/${path}`,
    operation,
    about: ofCase,
    body: kind === "disclosure-marked" ? withItem(readCommand(kind)) : readCommand(kind),
    run: writeDisclosure,
  }),
);

/** An item that has no number yet is given the next. */
function withItem(read: ReadValue<Wanted>): ReadValue<Wanted> {
  return (value, path) =>
    read(typeof value === "object" && value !== null && !("item" in value) ? { ...value, item: nextItem } : value, path);
}

async function writeDisclosure(call: DeskCall<Wanted>): Promise<DeskAnswer> {
  const found = await findCase(call);
  if (found === undefined) return nothingThere;
  const { saw, intent, happened } = call.body;
  const { state } = found;
  const { items } = state.disclosures;
  const isNew = intent.kind === "disclosure-marked" && intent.body.item === nextItem;
  const complete = async (): Promise<Wanted["intent"]> =>
    isNew ? { ...intent, body: { ...intent.body, item: `D-${items.length + 1}` } } : intent;
  const wanted = { saw, intent, complete, ...(isNew && { given: ["item"] }), ...(happened !== undefined && { happened }) };
  const written = await runCommand(call, { of: "case", id: state.case }, wanted);
  const last = written.at(-1)?.number ?? saw;
  const [entry = {}, ...also] = intent.kind === "disclosure-given" ? await went(call, found, intent.body) : [];
  return {
    body: { saw: last },
    shown: personsOfCase(found),
    entry: { item: `${intent.kind} ${last}`, ...entry },
    also,
  };
}

const theSchedule = "schedule of what is held";

/** To whom each file went and its hash, for the log. */
async function went(
  call: DeskCall<unknown>,
  found: FoundCase,
  { copies, schedule, as, to }: BodyOf<"disclosure-given">,
): Promise<readonly Partial<LogDraft>[]> {
  const cut = found.state.disclosures.items.flatMap((one) => one.copies.map((copy) => ({ ...copy, item: one.item })));
  const gone = cut.filter(({ number }) => copies.includes(number));
  return [
    ...gone.map(({ number, item, copy }) => ({ typedRecipient: to, item: `copy ${number} of ${item}`, sha256: copy })),
    ...(schedule ? [{ typedRecipient: to, item: theSchedule, sha256: scheduleFile(await shownOf(call, found), as).sha256 }] : []),
  ];
}

/** A copy that was disclosed, as the file that went. One that did not go is handed out to nobody. */
export const disclosureCopy: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/cases/:case/disclosure/given/:number/copies/:copy/file",
  operation: "give-disclosure",
  about: ofCase,
  body: noBody,
  run: async (call) => {
    const from = await shownFrom(call);
    if (from === undefined) return nothingThere;
    const { items, given } = from.state.disclosures;
    const gave = given.find(({ number }) => String(number) === call.params["number"]);
    const number = gave?.copies.find((one) => String(one) === call.params["copy"]);
    const item = items.find(({ copies }) => copies.some((one) => one.number === number));
    const copy = item?.copies.find((one) => one.number === number);
    if (gave === undefined || item === undefined || copy === undefined)
      return { status: 404, body: { says: "This copy was disclosed to nobody." }, shown: [] };
    const { text: file, sha256 } = copyFile(from.state.case, item, { copy, finder: from.finder });
    return {
      body: {},
      shown: personsOfCase(from),
      entry: { typedRecipient: gave.to, item: `copy ${copy.number} of ${item.item}`, sha256 },
      file: { name: `${from.state.case}-${item.item}.txt`, read: async () => ok(textToBytes(file)) },
    };
  },
});

/** The schedule that was disclosed, as a table for those to whom it went, as it stood then. One that did not go is handed out to nobody. */
export const disclosureSchedule: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/cases/:case/disclosure/given/:number/schedule/file",
  operation: "give-disclosure",
  about: ofCase,
  body: noBody,
  run: async (call) => {
    const from = await shownFrom(call);
    if (from === undefined) return nothingThere;
    const gave = from.state.disclosures.given.find(({ number, schedule }) => schedule && String(number) === call.params["number"]);
    if (gave === undefined) return { status: 404, body: { says: "The schedule was disclosed to nobody under this number." }, shown: [] };
    const before = from.events.filter(({ number }) => number < gave.number);
    const { bytes, sha256 } = scheduleFile({ ...from, state: foldCase(from.state.case, before) }, gave.as);
    return {
      body: {},
      shown: personsOfCase(from),
      entry: { typedRecipient: gave.to, item: theSchedule, sha256 },
      file: { name: `${from.state.case}-schedule-${gave.number}.csv`, read: async () => ok(bytes) },
    };
  },
});
