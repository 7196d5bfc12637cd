import {
  type RetentionSubject,
  parseErasedLine,
  questionInWords,
  retentionClasses,
  retentionIntentFromJson,
  ruleOn,
  whyItStays,
  whyNotDecided,
} from "@unmask/case";
import { count, later, msPerDay, object } from "@unmask/core";
import { asMachine } from "../../access/as-machine.ts";
import { type DeskCall, type DeskRoute, deskRoute, noBody, refuseAsChanged, refuseByState } from "../../access/desk-route.ts";
import { dayOnTheWall } from "../../desk/clock-words.ts";
import { entriesToClear } from "../../retention/named-in-log.ts";
import { type KeptSubject, keptSubject, keptSubjects } from "../../retention/retention-facts.ts";
import { countEntries } from "../../sql/case/erased-words.ts";
import { countErased, erasedLines, reportsOfSubject, scopeOf } from "../../sql/case/erasing.ts";
import { membersOfCases } from "../../sql/case/membership.ts";
import { namesOfOfficers } from "../../sql/case/officers.ts";
import { countHeld, erasuresCarriedOut, putRetention, retentionRules } from "../../sql/case/retention.ts";

/** How long cases are kept, and what two people decide about it (docs/formats/retention.md). The command erases; nothing is erased here. */

/** How far ahead reviews are shown, days. */
const aheadDays = 31;
/** Of what was erased the newest are shown; all of it stands in the list outside the database. */
const mostErased = 20;

type Call = Pick<DeskCall<unknown>, "tx" | "parts" | "now" | "officer">;

/** Everything whose review has come or comes within a month: numbers, days and counts, and no name. */
export const retention: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/retention",
  operation: "see-retention",
  body: noBody,
  run: async (call) => {
    const { tx, parts, now, officer } = call;
    const force = parts.force.id;
    const kept = await asMachine(tx, call, () => keptSubjects(tx, { force, officer: officer.id, now }));
    const horizon = dayOnTheWall(later(now, aheadDays * msPerDay));
    const near = kept.filter(
      ({ review, state }) => (review.due !== null && review.due <= horizon) || state.proposed !== null || review.isHeld,
    );
    const nameOf = await namesOfOfficers(tx, force);
    const today = dayOnTheWall(now);
    const rules = await retentionRules(tx, force);
    const { erased, rows } = await asMachine(tx, call, async () => ({
      erased: await erasedShown(call, nameOf),
      rows: await rowsShown(call, near, nameOf),
    }));
    return {
      body: {
        now,
        today,
        inForce: retentionClasses.map((one) => ruleOn(rules, one, today)),
        toCome: rules.filter(({ from }) => from > today),
        later: kept.length - near.length,
        erased: erased.length,
        newest: erased.slice(0, mostErased),
        rows,
      },
      shown: [],
      also: near.map(({ subject }) => aboutOf(subject)),
    };
  },
});

/** Rows with what is held of each, and whether this officer may decide about it: who is on the case, or could be handed the report. */
async function rowsShown(
  { tx, parts, officer }: Call,
  near: readonly KeptSubject[],
  nameOf: (id: string) => string,
): Promise<readonly object[]> {
  const force = parts.force.id;
  const cases = near.flatMap(({ subject }) => (subject.of === "case" ? [subject.id] : []));
  const members = await membersOfCases(tx, force, cases);
  const own = new Set(members.flatMap((one) => (one.officer === officer.id ? [one.case_ref] : [])));
  const rows: object[] = [];
  for (const one of near) {
    const { of, id } = one.subject;
    const reports = await reportsOfSubject(tx, force, one.subject);
    const held = await countHeld(tx, force, { case: of === "case" ? id : null, reports });
    rows.push({ ...shown(one, nameOf), held, mayDecide: of === "report" || own.has(id) });
  }
  return rows;
}

/** What was erased, the newest first: numbers, days and officers, since nothing else is left of it. */
async function erasedShown({ tx, parts }: Call, nameOf: (id: string) => string): Promise<readonly object[]> {
  const carried = await erasuresCarriedOut(tx);
  return (await erasedLines(tx, parts.force.id)).toReversed().map((written) => {
    const line = parseErasedLine(written);
    if (!line.ok) throw new Error(`a line of what was erased is damaged in the database: ${line.error}`);
    const { subject, at, rule, first, second } = line.value;
    const here = carried.filter(({ of, id }) => of === subject.of && id === subject.id).map((one) => one.at);
    return { subject, at, rule, first: nameOf(first), second: nameOf(second), here };
  });
}

/** One case: the five questions, and what would go. */
export const retentionOfCase: DeskRoute = oneOf("case", "/desk/cases/:case/retention");
/** The same of a report that came into no case. */
export const retentionOfReport: DeskRoute = oneOf("report", "/desk/reports/:reference/retention");

function oneOf(of: RetentionSubject["of"], path: string): DeskRoute {
  return deskRoute({
    method: "GET",
    path,
    operation: "see-retention",
    about: ({ params }) => aboutOf(subjectIn(of, params)),
    body: noBody,
    run: async (call) => ({ body: await dryRun(call, subjectIn(of, call.params)), shown: [] }),
  });
}

async function dryRun(call: Call, subject: RetentionSubject): Promise<object> {
  const { tx, parts, now } = call;
  const force = parts.force.id;
  const nameOf = await namesOfOfficers(tx, force);
  return asMachine(tx, call, async () => {
    const reports = await reportsOfSubject(tx, force, subject);
    const scope = await scopeOf(tx, { force, case: subject.of === "case" ? subject.id : null, reports });
    const { clear, unclear } = await entriesToClear(tx, scope);
    const rows = await countErased(tx, scope, clear);
    return {
      now,
      ...shown(await keptSubject(tx, force, { subject, now }), nameOf),
      goes: {
        items: scope.items.length,
        rows: Object.values(rows).reduce((sum, one) => sum + one, 0),
        tables: Object.keys(rows).length,
        postings: rows["ident_posting"] ?? 0,
        links: rows["link_pair"] ?? 0,
        messages: rows["mailbox_reply"] ?? 0,
        handedOn: scope.handed.length,
        orders: scope.orders.length,
        reasons: clear.length,
        unclear,
        entries: await countEntries(tx, scope),
      },
    };
  });
}

const readDecision = object(({ must }) => ({ saw: must("saw", count), decision: must("decision", retentionIntentFromJson) }));

/** Writes what was asked, a hold, a proposal to erase a case, or the second person's agreement. */
export const caseRetained: DeskRoute = decided("case", "/desk/cases/:case/retention");
/** The same of a report that came into no case. */
export const reportRetained: DeskRoute = decided("report", "/desk/reports/:reference/retention");

function decided(of: RetentionSubject["of"], path: string): DeskRoute {
  return deskRoute({
    method: "POST",
    path,
    operation: "erase-case",
    about: ({ params }) => aboutOf(subjectIn(of, params)),
    body: readDecision,
    run: async (call) => {
      const { tx, parts, now, officer, body } = call;
      const subject = subjectIn(of, call.params);
      const force = parts.force.id;
      const { saw, decision } = body;
      const { state, review } = await asMachine(tx, call, () => keptSubject(tx, force, { subject, now }));
      if (state.number !== saw) refuseAsChanged("Somebody else decided about it since you looked. Look again.");
      const refused = whyNotDecided(decision, { state, review, by: officer.id, today: dayOnTheWall(now) });
      if (refused !== undefined) refuseByState(refused);
      const event = { ...decision, subject, number: saw + 1, at: now, by: officer.id };
      if (!(await asMachine(tx, call, () => putRetention(tx, force, event))))
        refuseAsChanged("Somebody else decided about it at the same time. Look again.");
      return { body: { saw: saw + 1 }, shown: [], entry: { item: decision.kind } };
    },
  });
}

function subjectIn(of: RetentionSubject["of"], params: Readonly<Record<string, string>>): RetentionSubject {
  return { of, id: (of === "case" ? params["case"] : params["reference"]) ?? "" };
}

function aboutOf({ of, id }: RetentionSubject): { readonly case: string } | { readonly report: string } {
  return of === "case" ? { case: id } : { report: id };
}

/** What the screen shows of one; officers by name. */
function shown({ subject, facts, state, review }: KeptSubject, nameOf: (id: string) => string): object {
  const { hold, proposed, agreed } = state;
  return {
    subject,
    saw: state.number,
    class: facts.class,
    end: facts.end,
    months: review.rule.months,
    isShipped: review.rule.by === "shipped",
    due: review.due,
    isDue: review.isDue,
    isHeld: review.isHeld,
    hold: hold && { reason: hold.reason, until: hold.until, by: nameOf(hold.by) },
    proposed: proposed && { reason: proposed.reason, asked: proposed.asked, by: nameOf(proposed.by), id: proposed.by, at: proposed.at },
    agreed: agreed && { by: nameOf(agreed.by), at: agreed.at },
    answers: review.answers.map((one) => ({ ...one, asks: questionInWords[one.question] })),
    stays: whyItStays(review, proposed?.asked ?? false),
  };
}
