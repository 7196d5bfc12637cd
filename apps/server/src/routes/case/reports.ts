import { instantFromIso, instantToIso } from "@unmask/core";
import { type ReportState, type Duty, dutiesOfReport, holderOf, reporterOf } from "@unmask/case";
import { asMachine } from "../../access/as-machine.ts";
import { type DeskCall, type DeskRoute, deskRoute, noBody } from "../../access/desk-route.ts";
import { dangerLines, dangerStandsIn, overFacts } from "../../desk/danger-told.ts";
import { rulesOf } from "../../desk/desk-rules.ts";
import { decisionsOf, referralOf } from "../../desk/report-done.ts";
import { dutyRulesOf } from "../../desk/find-case.ts";
import { notedOf } from "../../desk/noted.ts";
import { type FoundReport, findReport } from "../../desk/find-report.ts";
import { personsOfReport } from "../../desk/persons-shown.ts";
import { accountOf, joinedAccount, joinedFacts, letterFacts, previewFacts, reasonsToOpen, sayState } from "../../desk/report-words.ts";
import { firstFactsOfAll, handedOnSaid, labelled, lostFacts } from "../../desk/said-words.ts";
import { aroundReport, joinedWith } from "../../desk/around-report.ts";
import { attemptsAround, breachesAround } from "../../desk/around-words.ts";
import { reachedPersons } from "../../desk/reached-persons.ts";
import { runCommand } from "../../desk/run-command.ts";
import { openLinks } from "../../links/open-links.ts";
import { checksOf, standsOut } from "../../desk/stands-out.ts";
import { namesOfOfficers } from "../../sql/case/officers.ts";
import { joinedInto, joinedUpwards } from "../../sql/case/projections.ts";
import {
  type ActPlace,
  actsOfReport,
  countActs,
  exhibitsOfReport,
  findingsOfReport,
  lettersOfReport,
  packsOfReport,
  verdictsOfReport,
} from "../../sql/case/report-contents.ts";

/** A report as it is looked at: beside its row, opened for a reason, and what came with it. */

/** Acts of one page. */
const actsAtOnce = 200;

/** Verdicts of one answer; a pack of more files has them in its own list. */
const mostVerdicts = 2_000;

const ofReport = ({ params }: { readonly params: Readonly<Record<string, string>> }) => ({ report: params["reference"] ?? "" });

/** Beside its row: how to reach the person, and why it could be opened. Nothing of what was written. */
export const preview: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/reports/:reference/preview",
  operation: "preview-report",
  about: ofReport,
  body: noBody,
  run: async (call) => {
    const found = await findReport(call);
    if (found === undefined) return { status: 404, body: {}, shown: [] };
    const { state } = found;
    const nameOf = await namesOfOfficers(call.tx, call.parts.force.id);
    const around = await aroundReport(call, state);
    const joined = await joinedWith(call, state.report);
    const body = {
      report: state.report,
      name: reporterOf(state),
      state: sayState(state, around),
      danger: dangerLines(around.dangers, state.report, nameOf),
      reach: firstFactsOfAll([state, ...joined.map((one) => one.state)], nameOf),
      facts: [
        ...handedOnSaid(state),
        ...overFacts(around.dangers, state.report, nameOf),
        ...previewFacts({ ...state, links: await linksLeft(call, state) }, nameOf, around),
        ...joined.flatMap((one) => joinedFacts(one.state)),
      ],
      reasons: reasonsToOpen(state, around),
    };
    return { body, shown: personsOfReport(state), also: alsoShown(joined) };
  },
});

/**
 * Opened for a reason, with every report that is read as one with it. That somebody has read it is an event; who was let in for an hour reads it
 * and leaves it as it stands.
 */
export const openReport: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/reports/:reference/open",
  operation: "open-report",
  about: ofReport,
  body: noBody,
  run: async (call) => {
    const { tx, parts } = call;
    const found = await findReport(call);
    if (found === undefined) return { status: 404, body: {}, shown: [] };
    const { events } = found;
    const joined = await joinedWith(call, found.state.report);
    const all = [found, ...joined];
    for (const one of all) await readIt(call, one);
    const joinedNow = (await joinedWith(call, found.state.report)).map((one) => one.state);
    const now = new Map(joinedNow.map((one) => [one.report, one.number]));
    // As it stands now that it was read.
    const state = (await findReport(call))?.state ?? found.state;
    const ofAll = all.map((one) => ({ force: parts.force.id, report: one.state.report, inCase: one.state.case }));
    const nameOf = await namesOfOfficers(tx, parts.force.id);
    const more = joined.map(joinedAccount);
    const around = await aroundReport(call, state);
    const forces = (await parts.neighbours.list()).map(({ set }) => set);
    const holder = holderOf(state, around.cases);
    const body = {
      report: state.report,
      saw: state.number,
      name: reporterOf(state),
      state: sayState(state, around),
      danger: dangerLines(around.dangers, state.report, nameOf),
      dangerIn: dangerStandsIn(around.dangers),
      ...(state.sentTo !== null && { tellsForce: state.sentTo.name }),
      reach: firstFactsOfAll([state, ...joined.map((one) => one.state)], nameOf),
      reached: reachedPersons([state, ...joinedNow], nameOf),
      facts: [
        ...overFacts(around.dangers, state.report, nameOf),
        ...previewFacts({ ...state, links: await linksLeft(call, state) }, nameOf, around),
        ...letterFacts(state, events, forces),
        ...joined.flatMap((one) => [...joinedFacts(one.state), ...labelled(one.state.report, letterFacts(one.state, one.events, forces))]),
      ],
      duties: await duties(call, { state, events }),
      referral: referralOf(state, nameOf),
      account: [accountOf(events), ...more].filter((one) => one !== "").join("\n\n"),
      acts: await standsOut(tx, ofAll),
      actsInAll: (await inTurn(ofAll, (of) => countActs(tx, of))).reduce((sum, acts) => sum + acts, 0),
      checks: (await inTurn(ofAll, (of) => checksOf(tx, of))).flat(),
      lost: lostFacts(
        all.map((one) => one.state),
        instantToIso(call.now).slice(0, 10),
      ),
      // What is written is of this report, whose number was seen; attempts and breaches count for all that are read as one, and their cases.
      noted: {
        ...notedOf(state, nameOf),
        attempts: attemptsAround(
          around,
          state.report,
          joined.map((one) => one.state.report),
          nameOf,
        ),
        breaches: breachesAround(around, state.report, nameOf),
      },
      ...(state.override !== null && {
        byHand: { group: state.override.group, reason: state.override.reason, by: nameOf(state.override.by) },
      }),
      decisions: decisionsOf(state, rulesOf(parts.force).risk, nameOf, call.officer.id),
      joined: joined.map(({ state: one }) => ({
        report: one.report,
        name: reporterOf(one),
        state: sayState(one),
        saw: now.get(one.report) ?? one.number,
      })),
      ...(state.joinedInto !== null && { joinedInto: state.joinedInto }),
      ...(state.case !== null && { case: state.case }),
      ...(state.case === null && (await toldInCase(call, state.report))),
      ...(holder !== null && { with: { id: holder, says: nameOf(holder) } }),
    };
    return { body, shown: personsOfReport(state), also: alsoShown(joined) };
  },
});

/** The case of the report with which it is read as one: it is told there, and no case is made of it by itself. */
async function toldInCase(call: DeskCall<unknown>, report: string): Promise<{ readonly toldIn?: string }> {
  const above = await asMachine(call.tx, call, () => joinedUpwards(call.tx, call.parts.force.id, report));
  const ref = above.find((one) => one.case_ref !== null)?.case_ref ?? null;
  return ref === null ? {} : { toldIn: ref };
}

/** What the Code asks of a report before it stands in a case. */
async function duties({ tx, parts, now }: DeskCall<unknown>, { state, events }: FoundReport): Promise<readonly Duty[]> {
  return dutiesOfReport(state, { rules: await dutyRulesOf(tx, parts.force, events), now });
}

function alsoShown(joined: readonly FoundReport[]): readonly { readonly person: string; readonly report: string }[] {
  return joined.flatMap(({ state }) => personsOfReport(state).map((person) => ({ person, report: state.report })));
}

/** Links that this officer may see, without those to a report that is read as one with it: whether they belong together is no question any more. */
async function linksLeft(call: DeskCall<unknown>, { report, joinedInto: into, links }: ReportState): Promise<ReportState["links"]> {
  const { tx, parts } = call;
  const root = into ?? report;
  const asOne = new Set([root, ...(await joinedInto(tx, parts.force.id, root))]);
  return openLinks(
    call,
    links.filter(({ to }) => !asOne.has(to)),
  );
}

async function readIt(call: DeskCall<unknown>, { state }: FoundReport): Promise<void> {
  if (state.opened !== null || call.standing.relation === "opened") return;
  await runCommand(call, { of: "report", id: state.report }, { saw: state.number, intent: { kind: "report-opened", body: {} } });
}

/** One question after the other: a transaction has one connection. */
async function inTurn<T, R>(values: readonly T[], ask: (value: T) => Promise<R>): Promise<readonly R[]> {
  const answers: R[] = [];
  for (const value of values) answers.push(await ask(value));
  return answers;
}

/** What came with it: letters as they were written, packs with each verdict, exhibit and finding, hers and ours beside each other. */
export const reportContents: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/reports/:reference/contents",
  operation: "open-report",
  about: ofReport,
  body: noBody,
  run: async (call) => {
    const { tx, parts } = call;
    const found = await findReport(call);
    if (found === undefined) return { status: 404, body: {}, shown: [] };
    const of = { force: parts.force.id, report: found.state.report };
    const letters = (await lettersOfReport(tx, of)).map(({ id, kind, words, taken_at }) => ({
      id,
      kind,
      taken: taken_at,
      words: jsonOf(words),
    }));
    const verdicts = await verdictsOfReport(tx, of, mostVerdicts);
    const exhibits = await exhibitsOfReport(tx, of);
    const findings = await findingsOfReport(tx, of);
    const packs = (await packsOfReport(tx, of)).map(({ taken_at, made_sha256, ...pack }) => ({
      ...pack,
      taken: taken_at,
      sha256: made_sha256,
      verdicts: verdicts.filter(({ item }) => item === pack.id).map(({ item: _, ...one }) => one),
      exhibits: exhibits.filter(({ item }) => item === pack.id).map(({ item: _, ...one }) => one),
      findings: findings
        .filter(({ item }) => item === pack.id)
        .map(({ item: _, hers, here, ...one }) => ({ ...one, hers: jsonOf(hers), here: jsonOf(here) })),
    }));
    return { body: { letters, packs }, shown: personsOfReport(found.state) };
  },
});

function jsonOf(written: string | null): unknown {
  return written === null ? null : JSON.parse(written);
}

/** Acts of a report in order of time: `after` is `next` of the page before. */
export const reportActs: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/reports/:reference/acts",
  operation: "open-report",
  about: ofReport,
  query: ["after"],
  body: noBody,
  run: async (call) => {
    const { tx, parts, query } = call;
    const found = await findReport(call);
    if (found === undefined) return { status: 404, body: {}, shown: [] };
    const of = { force: parts.force.id, report: found.state.report };
    const rows = await actsOfReport(tx, of, { after: placeIn(query["after"] ?? ""), limit: actsAtOnce + 1 });
    const acts = rows.slice(0, actsAtOnce);
    const last = acts.at(-1);
    const next = rows.length > actsAtOnce && last !== undefined ? { next: sayPlace(last) } : {};
    return { body: { acts, all: await countActs(tx, of), ...next }, shown: personsOfReport(found.state) };
  },
});

/** `ITEM.ORDINAL.EARLIEST`. */
function sayPlace({ item, ordinal, earliest }: ActPlace): string {
  return `${item}.${ordinal}.${instantToIso(earliest)}`;
}

function placeIn(written: string): ActPlace | undefined {
  const parts = /^([0-9a-z-]{1,64})\.(\d{1,12})\.(.+)$/.exec(written);
  const earliest = instantFromIso(parts?.[3] ?? "");
  return parts === null || earliest === undefined ? undefined : { item: parts[1] ?? "", ordinal: Number(parts[2]), earliest };
}
