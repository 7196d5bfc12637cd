import { type ReadValue, fault, lineFromJson, list, object, orNull, text } from "@unmask/core";
import { type Role, foldCase, isHandedOver, mayDo, sayRole } from "@unmask/case";
import { asMachine } from "../../access/as-machine.ts";
import { type DeskAnswer, type DeskCall, type DeskRoute, deskRoute, noBody, refuseByState } from "../../access/desk-route.ts";
import { queueRuleOf } from "../../desk/desk-rules.ts";
import { handableOf, streamOf } from "../../desk/handable.ts";
import { projectRowsOfCase } from "../../desk/project.ts";
import { runCommand } from "../../desk/run-command.ts";
import { readStreams } from "../../sql/case/case-events.ts";
import { casesWith, reportsWith } from "../../sql/case/handed-over.ts";
import { addMember, membersOfCases, placesOf } from "../../sql/case/membership.ts";
import { findOfficer, listOfficers } from "../../sql/case/officers.ts";
import { closeOpening } from "../../sql/case/openings.ts";
import { openCases } from "../../sql/case/workload.ts";
import { closedNumbers } from "../../supervision/dips-shown.ts";

/** What is with an officer who is not there goes to another, with a note: as any handover it stays on the old list until the note was read. */

/** Reports and cases of one note. */
const mostAtOnce = 200;
/** Open cases among which those that nobody is on are looked for. */
const mostCases = 5_000;
/** UTF-16 units of a note. */
const longestNote = 4_000;
/** In an address: what nobody is on. */
const nobody = "nobody";

type Call = Pick<DeskCall<unknown>, "tx" | "parts" | "officer" | "now">;

/** What is with one officer, by its numbers, and who could take it over. */
export const heldBy: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/supervision/held/:officer",
  operation: "see-supervision",
  body: noBody,
  run: async (call) => {
    const { tx, parts, officer, params } = call;
    const from = params["officer"] ?? "";
    const found = from === nobody ? undefined : await findOfficer(tx, parts.force.id, from);
    if (from !== nobody && found === undefined) return { status: 404, body: {}, shown: [] };
    const references = await heldOf(call, from === nobody ? null : from);
    const here = (await listOfficers(tx, parts.force.id)).filter(
      ({ id, role, left_at }) => left_at === null && id !== from && id !== officer.id && canTake(role),
    );
    const takers: object[] = [];
    for (const { id, name, role } of here) {
      takers.push({ id, name, role: sayRole(role), cannot: await cannotTake(call, { id, role }, references) });
    }
    return {
      body: { name: found?.name ?? null, held: references.slice(0, mostAtOnce), more: Math.max(0, references.length - mostAtOnce), takers },
      shown: [],
      also: references.slice(0, mostAtOnce).map(aboutOf),
    };
  },
});

const readWanted = object(({ must }) => ({
  from: must("from", orNull(lineFromJson)),
  to: must("to", lineFromJson),
  references: must("references", references),
  says: must("says", note),
}));

function references(value: unknown, path: string): readonly string[] {
  const all = list(lineFromJson)(value, path);
  return all.length === 0 || all.length > mostAtOnce ? fault(path, "hands over nothing, or more than one note holds") : all;
}

function note(value: unknown, path: string): string {
  const read: ReadValue<string> = text;
  const words = read(value, path);
  return words.trim() === "" || words.length > longestNote ? fault(path, "is no note, or too long for one") : words;
}

/** Hands it over in the place of who is not there. Lines that stand by themselves are in each note; a supervisor who is not on a case does not see them. */
export const reassigned: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/supervision/reassign",
  operation: "reassign",
  body: readWanted,
  run: async (call): Promise<DeskAnswer> => {
    const { tx, parts, officer, body } = call;
    const force = parts.force.id;
    const { from, to, says } = body;
    if (to === officer.id || from === officer.id)
      return refuseByState({
        rule: "to-yourself",
        says: "Nobody hands over to themselves here, and what is with you goes over by Handover. Nothing was handed over.",
        allows: "Choose another officer, or ask another supervisor.",
      });
    const taker = await findOfficer(tx, force, to);
    if (taker === undefined || taker.left_at !== null) return { status: 404, body: {}, shown: [] };
    const asked = [...new Set(body.references)];
    const held = new Set(await heldOf(call, from));
    const gone = asked.filter((one) => !held.has(one));
    if (gone.length > 0)
      return refuseByState({
        rule: "not-with-them",
        says: `${gone.join(", ")} ${gone.length === 1 ? "is" : "are"} not with that officer any more. Nothing was handed over.`,
        allows: "Look again at what is with them.",
      });
    const cannot = canTake(taker.role) ? await cannotTake(call, taker, asked) : asked;
    if (cannot.length > 0)
      return refuseByState({
        rule: "need-to-know",
        says: `${taker.name} cannot take ${cannot.join(", ")}. Nothing was handed over.`,
        allows: "Choose another officer for these, and the others go over.",
      });
    for (const reference of asked) await give(call, { reference, from, to, says });
    return { body: {}, shown: [], also: asked.map((one) => ({ ...aboutOf(one), item: to })) };
  },
});

/** One note, in the place of who had it. Whoever takes a case over is put on it, to read it. */
async function give(
  call: DeskCall<unknown>,
  { reference, from, to, says }: { readonly reference: string; readonly from: string | null; readonly to: string; readonly says: string },
): Promise<void> {
  const { tx, parts, officer, now } = call;
  const stream = streamOf(reference);
  const force = parts.force.id;
  if (stream.of === "case") {
    const member = { force, case_ref: stream.id, officer: to, added_at: now, added_by: officer.id };
    // A supervisor says who is on a case without being on it.
    await asMachine(tx, call, async () => {
      await addMember(tx, member);
      await closeOpening(tx, { force, ref: stream.id, officer: to, at: now });
      await projectRowsOfCase(tx, { force, rule: await queueRuleOf(tx, parts.force) }, stream.id);
    });
  }
  const { lines, state } = await handableOf(call, reference);
  const body = { to, lines, says, ...(from !== null && { from }) };
  // Its lines are written and not shown: the stream is read as the machine.
  await asMachine(tx, call, () => runCommand(call, stream, { saw: state.number, intent: { kind: "handover-given", body } }));
}

/** What is with an officer, as their own handover has it; of nobody: open cases that nobody is on. What is closed to who asks is not told. */
async function heldOf(call: Call, from: string | null): Promise<readonly string[]> {
  const { tx, parts } = call;
  const force = parts.force.id;
  const closed = await closedNumbers(call);
  return asMachine(tx, call, async () => {
    const all = from === null ? await casesOfNobody(tx, force) : await withOfficer(tx, force, from);
    return all.filter((one) => !closed.has(one));
  });
}

async function casesOfNobody(tx: Call["tx"], force: string): Promise<readonly string[]> {
  const open = await openCases(tx, force, { limit: mostCases });
  const taken = new Set((await membersOfCases(tx, force, open)).map(({ case_ref }) => case_ref));
  return open.filter((one) => !taken.has(one));
}

async function withOfficer(tx: Call["tx"], force: string, from: string): Promise<readonly string[]> {
  const reports = await reportsWith(tx, force, from);
  const places = await placesOf(tx, force, reports);
  const cases = await casesWith(tx, force, from);
  const streams = await readStreams(tx, force, { of: "case", ids: cases });
  return [
    // One that stands in a case of others is theirs to see to.
    ...reports.filter((one) => (places.get(one) ?? null) === null),
    ...cases.filter((one) => !isHandedOver(foldCase(one, streams.get(one) ?? []), from)),
  ];
}

function canTake(role: Role): boolean {
  return mayDo(role, "handover", "force").allowed && mayDo(role, "read-case", "member").allowed;
}

/** Of these, what an officer cannot take: what is closed to them, and reports that their role opens none of. */
async function cannotTake(
  call: Call,
  taker: { readonly id: string; readonly role: Role },
  held: readonly string[],
): Promise<readonly string[]> {
  const closed = await closedNumbers(call, taker.id);
  const opensReports = mayDo(taker.role, "open-report", "queue").allowed;
  return held.filter((one) => closed.has(one) || (streamOf(one).of === "report" && !opensReports));
}

function aboutOf(id: string): { readonly report: string } | { readonly case: string } {
  return streamOf(id).of === "report" ? { report: id } : { case: id };
}
