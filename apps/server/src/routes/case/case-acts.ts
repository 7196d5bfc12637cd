import { bytesToBase64 } from "@unmask/seal";
import { type DeskCall, type DeskRoute, deskRoute, noBody } from "../../access/desk-route.ts";
import type { SealedFile } from "../../access/open-exhibit.ts";
import { actLine, actOf, byHand, filterOf, inOrder, notProved, placeOf, sayPlace } from "../../desk/act-page.ts";
import { courseInNumbers } from "../../desk/course-in-numbers.ts";
import { numberOf, packSize, packsOf, refuseElsewhere, reportsOf } from "../../desk/files-of-case.ts";
import { shownFinding } from "../../desk/shown-finding.ts";
import { hashesIn, importersIn } from "../../desk/told-report.ts";
import { actsAfter, findAct, placesOfAct } from "../../sql/case/case-acts.ts";
import { countCourse } from "../../sql/case/course-acts.ts";
import { exhibitsOf, findItem, findingsOf, itemsOf, verdictsOf } from "../../sql/case/item-facts.ts";

/** Acts, findings and exhibits of a case: acts in pages, and one by one with the bytes it came from. Their files: case-files.ts. */

/** Acts of a page. */
const pageSize = 200;
/** Acts before and after one. */
const neighbours = 5;
/** Bytes shown before and after an act. */
const around = 256;
/** Verdicts of one pack that are shown; of more, how many. */
const mostVerdicts = 1_000;
/** Bytes of an act that are shown; a longer one is read in its file. */
const mostShown = 65_536;

type About = Pick<DeskCall<unknown>, "params">;
const ofCase = ({ params }: About): { readonly case: string } => ({ case: params["case"] ?? "" });

/** A page of acts in order of time: `after` goes on behind an act, `lane` shows one way of reaching the person. */
export const caseActs: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/cases/:case/acts",
  operation: "read-case",
  about: ofCase,
  query: ["lane", "after"],
  body: noBody,
  run: async (call) => {
    const { tx, parts, query } = call;
    const lane = query["lane"];
    const filter = lane === undefined ? undefined : filterOf(lane);
    if (lane !== undefined && filter === undefined) return { status: 400, body: { says: "There is no such lane." }, shown: [] };
    const after = placeOf(query["after"] ?? "");
    const found = [];
    for (const report of await reportsOf(call)) {
      const page = { force: parts.force.id, report, limit: pageSize + 1, ...(after !== undefined && { after }) };
      const kinds = filter === undefined ? {} : { channels: filter.channels, kinds: { only: filter.only, not: filter.not } };
      found.push(await actsAfter(tx, { ...page, ...kinds }));
    }
    const acts = found.flat().sort(inOrder);
    const shown = acts.slice(0, pageSize);
    const last = shown.at(-1);
    const next = acts.length > pageSize && last !== undefined ? { next: sayPlace(last) } : {};
    return { body: { acts: shown.map(actLine), ...next }, shown: [], entry: { item: `acts ${shown.length}` } };
  },
});

/** The course of it in numbers, and what the patterns found: hers beside what was found here; where they differ both stay. */
export const caseFindings: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/cases/:case/findings",
  operation: "read-case",
  about: ofCase,
  body: noBody,
  run: async (call) => {
    const { tx, parts } = call;
    const reports = await reportsOf(call);
    const items = await itemsOf(tx, parts.force.id, reports);
    const findings = await findingsOf(
      tx,
      parts.force.id,
      items.map(({ id }) => id),
    );
    const shown = findings.map(({ item, nth, pattern, agreement, hers, here, why }) => ({
      item,
      nth,
      pattern,
      agreement,
      hers: shownFinding(hers),
      here: shownFinding(here),
      why,
    }));
    return {
      body: { course: courseInNumbers(await countCourse(tx, parts.force.id, reports)), findings: shown },
      shown: [],
      entry: { item: "findings" },
    };
  },
});

/** One act: what it says, its neighbours, the bytes it came from, what was checked, and how to check it by hand. */
export const caseAct: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/cases/:case/acts/:item/:ordinal",
  operation: "read-case",
  about: ofCase,
  body: noBody,
  run: async (call) => {
    const { tx, parts, params } = call;
    const force = parts.force.id;
    const reports = await reportsOf(call);
    const row = await findAct(tx, { force, item: params["item"] ?? "", ordinal: numberOf(params["ordinal"]) });
    if (row === undefined || !reports.includes(row.report)) return refuseElsewhere(call);
    const act = actOf(row.act);
    const ofPack = await exhibitsOf(tx, force, [row.item]);
    const exhibits = ofPack.filter(({ number }) => namesOf(row.exhibits).includes(number));
    const path = exhibits.find((one) => one.path !== null)?.path ?? null;
    const item = await findItem(tx, force, row.item);
    const size = await packSize(call, row.item);
    const sealed = path === null || size === undefined ? undefined : { item: row.item, size, path };
    const beside = { force, report: row.report, limit: neighbours };
    const also = await placesOfAct(tx, { force, reports, id: row.act_id });
    return {
      body: {
        act,
        line: actLine({ ...row, pack_came: item?.taken_at ?? null }),
        before: (await actsAfter(tx, { ...beside, before: row })).toReversed().map(actLine),
        after: (await actsAfter(tx, { ...beside, after: row })).map(actLine),
        also: also.filter((one) => one.item !== row.item || one.ordinal !== row.ordinal),
        exhibits,
        attachments: attachmentsOf(act, item?.told ?? null, ofPack),
        verdicts: path === null ? [] : await verdictsOf(tx, { force, item: row.item, paths: [path] }),
        pack: { sha256: item?.made_sha256 ?? null, takenAt: item?.taken_at ?? null, overall: item?.overall ?? null },
        readAgain: row.agreement,
        importers: importersIn(item?.told ?? null),
        notProved: notProved[act.grade],
        byHand: byHand({ act, path, sha256: item?.made_sha256 ?? null }),
      },
      finish: () => bytesAround(call, sealed, act.source),
      shown: [],
      entry: { item: `${row.item} ${row.ordinal}` },
    };
  },
});

/** The bytes of an act with a few before and after: handed out as bytes to be shown as numbers and inert text, never as a page. */
async function bytesAround(
  { parts }: Pick<DeskCall<unknown>, "parts">,
  sealed: SealedFile | undefined,
  { start, end, within }: ReturnType<typeof actOf>["source"],
): Promise<object> {
  if (sealed === undefined) return noBytes("Its file is not in the pack.");
  if (within !== undefined && within.length > 0)
    return noBytes("It lies in an archive inside the file: take the file out, and the archive apart.");
  const from = Math.max(0, start - around);
  const until = Math.min(end, start + mostShown) + around;
  const read = await parts.openExhibit({ ...sealed, start: from, end: until }, mostShown + 2 * around);
  return read.ok ? { bytes: { path: sealed.path, start, end, from, base64: bytesToBase64(read.value) } } : noBytes(read.error);
}

function noBytes(says: string): object {
  return { bytes: null, whyNoBytes: says };
}

/** Exhibits of a case, as each pack numbers them. */
export const caseExhibits: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/cases/:case/exhibits",
  operation: "read-case",
  about: ofCase,
  body: noBody,
  run: async (call) => {
    const { tx, parts } = call;
    const force = parts.force.id;
    const items = await packsOf(call);
    const rows = await exhibitsOf(
      tx,
      force,
      items.map(({ id }) => id),
    );
    const exhibits = rows.map(({ item, nth, number, path, name, verdict, size, acts, grades }) => ({
      item,
      nth,
      number,
      path,
      name,
      verdict,
      size,
      acts,
      grades,
    }));
    const packs = [];
    for (const { id, report, made_sha256, overall, state, reason, why } of items) {
      const verdicts = (await verdictsOf(tx, { force, item: id })).map(({ path, verdict, why: because }) => ({
        path,
        verdict,
        why: because,
      }));
      const shown = { verdicts: verdicts.slice(0, mostVerdicts), moreVerdicts: Math.max(0, verdicts.length - mostVerdicts) };
      packs.push({ item: id, report, sha256: made_sha256, overall, state, reason, why, ...shown });
    }
    return { body: { exhibits, packs }, shown: [], entry: { item: "exhibits" } };
  },
});

/** What came with an act, each with the exhibit that it is: by its hash, never by its name. */
function attachmentsOf(
  { attachments }: Pick<ReturnType<typeof actOf>, "attachments">,
  told: string | null,
  exhibits: readonly { readonly item: string; readonly nth: number; readonly number: string; readonly path: string | null }[],
): readonly object[] {
  if (attachments.length === 0) return [];
  const listed = hashesIn(told);
  return attachments.map(({ name, sha256 }) => {
    const number = sha256 === undefined ? undefined : listed.find((one) => one.sha256 === sha256)?.number;
    const exhibit = exhibits.find((one) => number !== undefined && one.number === number);
    return {
      name,
      exhibit: exhibit === undefined ? null : { item: exhibit.item, nth: exhibit.nth, number: exhibit.number, path: exhibit.path },
    };
  });
}

function namesOf(exhibits: unknown): readonly unknown[] {
  return Array.isArray(exhibits) ? exhibits : [];
}
