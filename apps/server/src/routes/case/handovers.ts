import { type ReadValue, count, fault, list, object, text } from "@unmask/core";
import {
  type CaseState,
  type ReportState,
  type Stream,
  foldCase,
  foldReport,
  intentFromJson,
  linesOfHandover,
  shiftNote,
} from "@unmask/case";
import { type DeskCall, type DeskRoute, deskRoute, noBody, refuse } from "../../access/desk-route.ts";
import { relationOf } from "../../access/relation-of.ts";
import { personsOfCase, personsOfReport } from "../../desk/persons-shown.ts";
import { runCommand } from "../../desk/run-command.ts";
import { readStream } from "../../sql/case/case-events.ts";
import { casesWith, handedTo, reportsWith } from "../../sql/case/handed-over.ts";
import { findOfficer, namesOfOfficers } from "../../sql/case/officers.ts";

/** The end of a shift: what is handed over stays the giver's until whoever takes over says that it was read. */

/** Reports and cases of one note; more is no note that somebody reads at the end of a shift. */
const mostAtOnce = 200;

type Handable = { readonly stream: Stream; readonly state: ReportState | CaseState; readonly persons: readonly string[] };

function streamOf(reference: string): Stream {
  return { of: reference.startsWith("R-") ? "report" : "case", id: reference };
}

async function fold({ tx, parts }: DeskCall<unknown>, reference: string): Promise<Handable> {
  const stream = streamOf(reference);
  const events = await readStream(tx, parts.force.id, stream);
  if (stream.of === "report") {
    const state = foldReport(reference, events);
    return { stream, state, persons: personsOfReport(state) };
  }
  const state = foldCase(reference, events);
  return { stream, state, persons: personsOfCase(state) };
}

/** Refuses as for any report or case of others: only what waits in the queue, or a case that this officer is on, is handed over or read. */
async function mustBeOn({ tx, parts, officer, now }: DeskCall<unknown>, reference: string): Promise<string | null> {
  const { of, id } = streamOf(reference);
  const about = of === "report" ? { report: id } : { case: id };
  const { relation, case: ofCase } = await relationOf(tx, { force: parts.force.id, officer: officer.id, now }, about);
  if (relation === "member" || relation === "queue") return ofCase;
  return refuse({ rule: "need-to-know", says: "You are not on this case. Nothing of it was shown to you.", allows: [] });
}

/** The note of this officer's shift as it is made from what happened, and what waits to be read by this officer. */
export const handover: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/handover",
  operation: "handover",
  body: noBody,
  run: async (call) => {
    const { tx, parts, officer } = call;
    const force = parts.force.id;
    const nameOf = await namesOfOfficers(tx, force);
    const references = [...(await reportsWith(tx, force, officer.id)), ...(await casesWith(tx, force, officer.id))].slice(0, mostAtOnce);
    const mine = await Promise.all(references.map((reference) => fold(call, reference)));
    const given = await Promise.all(
      (await handedTo(tx, force, officer.id)).map(async (one) => ({ ...one, ...(await fold(call, one.reference)) })),
    );
    const body = {
      note: shiftNote(mine.map(({ stream, state }) => ({ reference: stream.id, state, added: [] }))),
      mine: mine.map(({ stream, state }) => ({ reference: stream.id, saw: state.number, lines: linesOfHandover(state) })),
      toRead: given.map(({ reference, number, state }) => {
        const note = state.handovers.find((one) => one.number === number);
        const from = note === undefined ? {} : { from: { id: note.by, says: nameOf(note.by) }, lines: note.lines };
        return { reference, number, saw: state.number, ...from, ...(note?.says !== undefined && { says: note.says }) };
      }),
    };
    const also = [...mine, ...given].flatMap(({ stream, persons }) =>
      persons.map((person) => ({ person, ...(stream.of === "report" ? { report: stream.id } : { case: stream.id }) })),
    );
    return { body, shown: [], entry: { op: "consult" }, also };
  },
});

const readGiven = object(({ must }) => ({
  to: must("to", text),
  notes: must("notes", (value, path) => {
    const notes = list(note)(value, path);
    return notes.length === 0 || notes.length > mostAtOnce ? fault(path, "hands over nothing, or more than one note holds") : notes;
  }),
}));

const note = object(({ must, may }) => ({
  reference: must("reference", text),
  saw: must("saw", count),
  lines: must("lines", anything),
  ...may("says", text),
}));

function anything(value: unknown): unknown {
  return value;
}

/** Reads the lines that the giver adds, as an event has them. */
function givenIn(to: string, { lines, says }: ReturnType<typeof note>): ReturnType<typeof intentFromJson> {
  return intentFromJson({ kind: "handover-given", body: { to, lines, ...(says !== undefined && { says }) } }, "note");
}

const readNotes: ReadValue<
  readonly { readonly to: string; readonly reference: string; readonly saw: number; readonly intent: ReturnType<typeof intentFromJson> }[]
> = (value, path) => {
  const { to, notes } = readGiven(value, path);
  return notes.map((one) => ({ to, reference: one.reference, saw: one.saw, intent: givenIn(to, one) }));
};

/** Gives it: what happened stands in the note by itself and cannot be left out; what the giver adds stands behind it. */
export const handoverGiven: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/handover",
  operation: "handover",
  body: readNotes,
  run: async (call) => {
    const { tx, parts, body } = call;
    const also: { readonly report?: string; readonly case?: string | null; readonly item: string }[] = [];
    const next = await findOfficer(tx, parts.force.id, body[0]?.to ?? "");
    if (next === undefined || next.left_at !== null) return { status: 404, body: {}, shown: [] };
    for (const { to, reference, saw, intent } of body) {
      if (intent.kind !== "handover-given") throw new Error("read as a handover and is none");
      const ofCase = await mustBeOn(call, reference);
      const { stream, state } = await fold(call, reference);
      const own = linesOfHandover(state);
      const added = intent.body.lines.filter(({ group, says }) => !own.some((line) => line.group === group && line.says === says));
      await runCommand(call, stream, { saw, intent: { kind: intent.kind, body: { ...intent.body, lines: [...own, ...added] } } });
      also.push({ ...(stream.of === "report" && { report: reference }), case: ofCase, item: to });
    }
    return { body: {}, shown: [], also };
  },
});

const readRead = object(({ must }) => ({ reference: must("reference", text), saw: must("saw", count), number: must("number", count) }));

/** Whoever takes over has read it: from here on it is theirs. */
export const handoverRead: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/handover/read",
  operation: "handover",
  body: readRead,
  run: async (call) => {
    const { reference, saw, number } = call.body;
    const ofCase = await mustBeOn(call, reference);
    const stream = streamOf(reference);
    await runCommand(call, stream, { saw, intent: { kind: "handover-read", body: { number } } });
    return { body: {}, shown: [], entry: { ...(stream.of === "report" && { report: reference }), case: ofCase } };
  },
});
