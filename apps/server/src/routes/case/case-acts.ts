import { type Result, count, list, object, readStrictly } from "@unmask/core";
import { mayDo } from "@unmask/case";
import { bytesToBase64 } from "@unmask/seal";
import { asMachine } from "../../access/as-machine.ts";
import { type DeskAnswer, type DeskCall, type DeskRoute, deskRoute, noBody, refuse } from "../../access/desk-route.ts";
import type { SealedFile } from "../../access/open-exhibit.ts";
import { actLine, actOf, byHand, filterOf, inOrder, notProved, placeOf, sayPlace } from "../../desk/act-page.ts";
import { courseInNumbers } from "../../desk/course-in-numbers.ts";
import { actsAfter, countActs, findAct, placesOfAct } from "../../sql/case/case-acts.ts";
import { exhibitsOf, findItem, findLetter, findingsOf, itemsOf, verdictsOf } from "../../sql/case/item-facts.ts";
import { reportsInCase } from "../../sql/case/link-pairs.ts";

/** Acts and exhibits of a case: in pages, one by one with the bytes it came from, and a file to be taken out. */

/** Acts of a page. */
const pageSize = 200;
/** Acts before and after one. */
const neighbours = 5;
/** Bytes shown before and after an act. */
const around = 256;
/** Bytes of an act that are shown; a longer one is read in its file. */
const mostShown = 65_536;
/** Bytes of a file that is handed out at once: it is held in memory. */
const mostHandedOut = 200_000_000;
/** Letters of a recipient's name. */
const longestRecipient = 200;

type About = Pick<DeskCall<unknown>, "params">;
const ofCase = ({ params }: About): { readonly case: string } => ({ case: params["case"] ?? "" });

/** A page of acts in order of time: `after` goes on behind an act, `lane` shows one way of reaching the person. */
export const caseActs: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/cases/:case/acts",
  operation: "read-case",
  about: ofCase,
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
      hers: parsed(hers),
      here: parsed(here),
      why,
    }));
    return {
      body: { course: courseInNumbers(await countActs(tx, parts.force.id, reports)), findings: shown },
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
    const exhibits = (await exhibitsOf(tx, force, [row.item])).filter(({ number }) => namesOf(row.exhibits).includes(number));
    const path = exhibits.find((one) => one.path !== null)?.path ?? null;
    const item = await findItem(tx, force, row.item);
    const size = await packSize(call, row.item);
    const sealed = path === null || size === undefined ? undefined : { item: row.item, size, path };
    const beside = { force, report: row.report, limit: neighbours };
    const also = await placesOfAct(tx, { force, reports, id: row.act_id });
    return {
      body: {
        act,
        line: actLine(row),
        before: (await actsAfter(tx, { ...beside, before: row })).toReversed().map(actLine),
        after: (await actsAfter(tx, { ...beside, after: row })).map(actLine),
        also: also.filter((one) => one.item !== row.item || one.ordinal !== row.ordinal),
        exhibits,
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
    const items = await itemsOf(tx, parts.force.id, await reportsOf(call));
    const exhibits = await exhibitsOf(
      tx,
      parts.force.id,
      items.map(({ id }) => id),
    );
    const packs = items.map(({ id, report, made_sha256, overall, state, reason, why }) => ({
      item: id,
      report,
      sha256: made_sha256,
      overall,
      state,
      reason,
      why,
    }));
    return { body: { exhibits, packs }, shown: [], entry: { item: "exhibits" } };
  },
});

/**
 * The file of an exhibit, as it was handed over: a disclosure, with its reason and who receives it. It is saved and never shown here: what a
 * stranger wrote runs on nobody's desk.
 */
export const exhibitFile: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/cases/:case/exhibits/:item/:nth/file",
  operation: "download-exhibit",
  about: ofCase,
  body: noBody,
  run: async (call) => {
    const { tx, parts, params, query } = call;
    const recipient = (query["recipient"] ?? "").trim();
    if (recipient === "" || recipient.length > longestRecipient) return { status: 400, body: { says: "Say who receives it." }, shown: [] };
    const items = await itemsOf(tx, parts.force.id, await reportsOf(call));
    const item = items.find(({ id }) => id === params["item"]);
    if (item === undefined) return refuseElsewhere(call);
    const nth = numberOf(params["nth"]);
    const exhibit = (await exhibitsOf(tx, parts.force.id, [item.id])).find((one) => one.nth === nth);
    const size = await packSize(call, item.id);
    const path = exhibit?.path ?? null;
    if (exhibit === undefined || path === null || size === undefined)
      return { status: 404, body: { says: "Its file was held back: the pack has only its hash." }, shown: [] };
    const read = (): Promise<Result<Uint8Array, string>> => parts.openExhibit({ item: item.id, size, path }, mostHandedOut);
    return {
      body: {},
      shown: [],
      file: { name: fileName(exhibit.number, path), read },
      entry: { item: `${item.id} ${exhibit.number}`, recipients: [recipient], sha256: hashOf(item.told, path) },
    };
  },
});

/** The name of the saved file: its number and the name in the pack, whose ending tells by its bytes what it is; never the name she gave it. */
function fileName(number: string, path: string): string {
  return `${number.replaceAll("/", "-")} ${path.slice(path.lastIndexOf("/") + 1)}`;
}

async function reportsOf(call: DeskCall<unknown>): Promise<readonly string[]> {
  const { tx, parts, params } = call;
  return asMachine(tx, call, () => reportsInCase(tx, parts.force.id, params["case"] ?? ""));
}

/** What lies in another case, in another force or nowhere is refused in the words of a case that one is not on. */
function refuseElsewhere({ officer }: DeskCall<unknown>): DeskAnswer {
  const access = mayDo(officer.role, "read-case", "elsewhere");
  if (access.allowed) throw new Error("nobody may read what is elsewhere");
  return refuse(access.refused);
}

const packsOfLetter = list(
  object(({ must }) => ({ size: must("size", count), rest: must("sha256", (value) => value), bucket: must("bucket", count) })),
);

/** Bytes of a pack as it was made: what follows it up to its bucket is no part of it. */
async function packSize({ tx, parts }: DeskCall<unknown>, id: string): Promise<number | undefined> {
  const item = await findItem(tx, parts.force.id, id);
  const letter = item === undefined ? undefined : await findLetter(tx, parts.force.id, item.letter);
  const packs = readStrictly(letter?.packs, "packs", packsOfLetter);
  return packs.ok ? packs.value[item?.place ?? 0]?.size : undefined;
}

function numberOf(text = ""): number {
  return /^\d{1,12}$/.test(text) ? Number(text) : -1;
}

function namesOf(exhibits: unknown): readonly unknown[] {
  return Array.isArray(exhibits) ? exhibits : [];
}

function parsed(json: string | null): unknown {
  return json === null ? null : JSON.parse(json);
}

/** The program by which the pack was made on her device, and its importers with their versions, as its report says; null where it does not. */
function importersIn(told: string | null): unknown {
  const report: unknown = parsed(told);
  const tool: unknown = typeof report === "object" && report !== null ? Reflect.get(report, "tool") : null;
  return typeof tool === "object" ? tool : null;
}

/** The hash of a file by the pack's own list of exhibits. */
function hashOf(told: string | null, path: string): string | null {
  const report: unknown = parsed(told);
  const exhibits: unknown = typeof report === "object" && report !== null ? Reflect.get(report, "exhibits") : null;
  if (!Array.isArray(exhibits)) return null;
  const found: unknown = exhibits.find((one: unknown) => typeof one === "object" && one !== null && Reflect.get(one, "path") === path);
  const sha256: unknown = typeof found === "object" && found !== null ? Reflect.get(found, "sha256") : null;
  return typeof sha256 === "string" && /^[0-9a-f]{64}$/.test(sha256) ? sha256 : null;
}
