import { type ReadValue, count, fault, list, object, text } from "@unmask/core";
import { type Role, giverOf, intentFromJson, isHandedOver, mayDo, roleInWords, sayRole } from "@unmask/case";
import { type DeskCall, type DeskRoute, deskRoute, noBody, refuse } from "../../access/desk-route.ts";
import { relationOf } from "../../access/relation-of.ts";
import { type Handable, handableOf, streamOf } from "../../desk/handable.ts";
import { runCommand, runCommands } from "../../desk/run-command.ts";
import { cannotRead } from "../../desk/who-can-read.ts";
import { casesWith, handedTo, reportsWith } from "../../sql/case/handed-over.ts";
import { findOfficer, listOfficers, namesOfOfficers } from "../../sql/case/officers.ts";

/** The end of a shift: what is handed over stays the giver's until whoever takes over says that it was read. */

/** Reports and cases of one note; more is no note that somebody reads at the end of a shift. */
const mostAtOnce = 200;

/** Refuses as for any report or case of others: only what waits in the queue, or a case that this officer is on, is handed over or read. */
async function mustBeOn({ tx, parts, officer, now }: DeskCall<unknown>, reference: string): Promise<string | null> {
  const { of, id } = streamOf(reference);
  const about = of === "report" ? { report: id } : { case: id };
  const { relation, case: ofCase } = await relationOf(tx, { force: parts.force.id, officer: officer.id, now }, about);
  if (relation === "member" || relation === "queue") return ofCase;
  return refuse({ rule: "need-to-know", says: "You are not on this case. Nothing of it was shown to you.", allows: [] });
}

/**
 * Whoever takes over must be able to read all of it: nobody whose role is handed nothing, however they were named; and what the officer cannot read
 * is named, all of it, so that somebody can put that officer on it first. The desk's page leaves it out by itself.
 */
async function mustBeAbleToRead(
  call: DeskCall<unknown>,
  next: { readonly id: string; readonly name: string; readonly role: Role },
  references: readonly string[],
): Promise<void> {
  if (!mayDo(next.role, "handover", "force").allowed) {
    const says = `${next.name} is ${roleInWords[next.role]}, who can read no report: nothing was handed over. Choose another officer.`;
    refuse({ rule: "role", says, allows: [] });
  }
  const closed = (await cannotRead(call, [next], references))(next.id);
  if (closed.length === 0) return;
  const all = closed.join(", ");
  refuse({
    rule: "need-to-know",
    says: `${next.name} cannot read ${all}: nothing was handed over. A supervisor, or an investigator who is on the case, can put them on it under People. Until then leave ${all} out of the note, and the other matters go over.`,
    allows: [],
  });
}

/** What this officer hands over as it stands, to whom it could go, and what waits to be read by this officer. */
export const handover: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/handover",
  operation: "handover",
  body: noBody,
  run: async (call) => {
    const { tx, parts, officer } = call;
    const force = parts.force.id;
    const nameOf = await namesOfOfficers(tx, force);
    const references = [...(await reportsWith(tx, force, officer.id)), ...(await casesWith(tx, force, officer.id))];
    const held = await inTurn(references.slice(0, mostAtOnce), async (reference) => handableOf(call, reference));
    // Who gave a case away stays on it and may read it. It is with whoever read the note: two who each think that the other has it have nobody.
    const mine = held.filter(({ stream, state }) => stream.of === "report" || !isHandedOver(state, officer.id));
    const given = await inTurn(await handedTo(tx, force, officer.id), async (one) => ({
      ...one,
      ...(await handableOf(call, one.reference)),
    }));
    const takers = (await listOfficers(tx, force)).filter(
      ({ id, role, left_at }) => left_at === null && id !== officer.id && mayDo(role, "handover", "force").allowed,
    );
    const closedTo = await cannotRead(
      call,
      takers,
      mine.map(({ stream }) => stream.id),
    );
    const body = {
      more: Math.max(0, references.length - mostAtOnce),
      mine: mine.map((one) => ({ ...whatOf(one), ...waitsFor(one, officer.id, nameOf), lines: one.lines })),
      toRead: given.map(({ number, ...one }) => {
        const note = one.state.handovers.find((each) => each.number === number);
        const from =
          note === undefined ? {} : { from: { id: note.by, says: saysGiver(note, nameOf) }, at: note.happened, lines: note.lines };
        return { ...whatOf(one), number, ...from, ...(note?.says !== undefined && { says: note.says }) };
      }),
      next: takers.map(({ id, name, role }) => ({
        ...{ id, name, role: sayRole(role) },
        cannotRead: closedTo(id),
      })),
    };
    const also = [...mine, ...given].flatMap(({ stream, persons }) =>
      persons.map((person) => ({ person, ...(stream.of === "report" ? { report: stream.id } : { case: stream.id }) })),
    );
    return { body, shown: [], entry: { op: "consult" }, also };
  },
});

function whatOf({ stream, name, about, state }: Handable) {
  return { reference: stream.id, name, ...(about !== undefined && { about }), saw: state.number };
}

/** Who wrote the note, and in whose place. */
function saysGiver({ by, from }: Pick<Handable["state"]["handovers"][number], "by" | "from">, nameOf: (id: string) => string): string {
  return from === undefined ? nameOf(by) : `${nameOf(by)} for ${nameOf(from)}`;
}

/** To whom this officer gave it, or another in their place, while that officer has not read it: until then it stays here. */
function waitsFor({ state }: Handable, officer: string, nameOf: (id: string) => string) {
  const last = state.handovers.at(-1);
  return last === undefined || last.read !== undefined || giverOf(last) !== officer
    ? {}
    : { waitsFor: { says: nameOf(last.to), since: last.happened } };
}

/** One question after the other: a transaction has one connection. */
async function inTurn<T, R>(values: readonly T[], ask: (value: T) => Promise<R>): Promise<readonly R[]> {
  const answers: R[] = [];
  for (const value of values) answers.push(await ask(value));
  return answers;
}

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
function givenIn(to: string, { lines, says }: ReturnType<typeof note>, path: string): ReturnType<typeof intentFromJson> {
  return intentFromJson({ kind: "handover-given", body: { to, lines, ...(says !== undefined && { says }) } }, path);
}

const readNotes: ReadValue<
  readonly { readonly to: string; readonly reference: string; readonly saw: number; readonly intent: ReturnType<typeof intentFromJson> }[]
> = (value, path) => {
  const { to, notes } = readGiven(value, path);
  return notes.map((one, i) => ({
    to,
    reference: one.reference,
    saw: one.saw,
    intent: givenIn(to, one, `${path}.notes[${i}]`),
  }));
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
    const ofCases = await inTurn(body, ({ reference }) => mustBeOn(call, reference));
    await mustBeAbleToRead(
      call,
      next,
      body.map(({ reference }) => reference),
    );
    const all: Parameters<typeof runCommands>[1][number][] = [];
    for (const [i, { to, reference, saw, intent }] of body.entries()) {
      if (intent.kind !== "handover-given") throw new Error("read as a handover and is none");
      const { stream, lines: own } = await handableOf(call, reference);
      const added = intent.body.lines.filter(({ group, says }) => !own.some((line) => line.group === group && line.says === says));
      all.push({ stream, wanted: { saw, intent: { kind: intent.kind, body: { ...intent.body, lines: [...own, ...added] } } } });
      also.push({ ...(stream.of === "report" && { report: reference }), case: ofCases[i] ?? null, item: to });
    }
    await runCommands(call, all);
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
