import { type CheckedItem, count, list, object, readStrictly, text } from "@unmask/core";
import { withoutQuotationMarks } from "@unmask/words";
import {
  type OfReport,
  actsOfItem,
  actsOfReport,
  countVerdicts,
  findingsOfReport,
  packsOfReport,
  verdictsOfReport,
} from "../sql/case/report-contents.ts";
import type { CaseTables } from "../sql/case/case-tables.ts";
import type { Kysely } from "kysely";
import { sayDayWithYear } from "./clock-words.ts";
import type { KnownLine } from "./danger-told.ts";

/** What stands out in a report, and what was checked of it. */

/** Acts that one finding of threats shows, and lines of acts where no finding leads to any. */
const fewActs = 12;

/** Packs that may hold one chat before fewer acts than `fewActs` are shown of it. */
const packsOfOneChat = 4;

/** Verdicts named one by one; what is valid is counted. */
const mostChecks = 50;

/** One line among those that stand out. */
export interface ReportAct {
  readonly day: string;
  readonly says: string;
  readonly how: KnownLine["how"];
  /** Where it is opened: its case, its pack and its place there, from 1; of a finding its first act. Absent: it names none, or stands in no case. */
  readonly act?: { readonly case: string; readonly item: string; readonly ordinal: number };
  /** Other reports that hold the same, where several are read as one. */
  readonly alsoIn?: readonly string[];
}

/** What a check came to, and of what. */
export interface Check {
  readonly verdict: string;
  readonly says: string;
}

/** Of which report, and in which case its acts are opened; null: it stands in none. */
interface StandingOut extends OfReport {
  readonly inCase: string | null;
}

/** A finding of a pack with the places of its acts there, from 1. */
interface Found {
  readonly item: string;
  readonly isThreat: boolean;
  readonly says: string;
  readonly ordinals: readonly number[];
}

const finding = object(({ must }) => ({
  standing: must("standing", text),
  says: must("line", text),
  acts: must("acts", list(count)),
}));

/**
 * What stands out in reports that are read as one, in their order. Two people can hand in one chat: what a second report holds again is one line,
 * which names both.
 */
export async function standsOut(tx: Kysely<CaseTables>, all: readonly StandingOut[]): Promise<readonly ReportAct[]> {
  const lines: LineOfPack[] = [];
  for (const of of all) for (const one of await linesOfReport(tx, of)) lines.push(one);
  return once(lines).map(({ line, report, same }) => {
    const alsoIn = new Set(lines.flatMap((one) => (one.same === same && one.report !== report ? [one.report] : [])));
    return { ...line, ...(alsoIn.size > 0 && { alsoIn: [...alsoIn] }) };
  });
}

/**
 * What the findings name: words of a threat first, each with who wrote them and whole, then the others in their fixed order with the day of the
 * first act of each. Without findings the first acts in order of time, each with whose it is.
 */
async function linesOfReport(tx: Kysely<CaseTables>, of: StandingOut): Promise<readonly LineOfPack[]> {
  const findings = (await findingsOfReport(tx, of)).flatMap(({ item, here, hers }) => findingIn(item, here ?? hers ?? ""));
  if (findings.length === 0) {
    const acts = await actsOfReport(tx, of, { limit: fewActs * packsOfOneChat });
    return once(acts.map((row) => ofAct(row, of))).slice(0, fewActs);
  }
  const inOrder = [...findings.filter(({ isThreat }) => isThreat), ...findings.filter(({ isThreat }) => !isThreat)];
  const lines: LineOfPack[] = [];
  for (const { item, isThreat, says, ordinals } of inOrder) {
    const acts = await actsOfItem(tx, of, { item, ordinals: ordinals.slice(0, isThreat ? fewActs : 1) });
    const [first] = acts;
    const day = first === undefined ? "" : sayDayWithYear(first.earliest);
    const line: ReportAct = { day, says, how: "worked-out", ...(first && actPlace(first, of)) };
    lines.push({ line, report: of.report, item, same: `${day} ${says}` });
    if (isThreat) for (const act of acts) lines.push(ofAct(act, of));
  }
  return once(lines);
}

/** A line, in which report and pack it stands, and by what it is the same as another: an act by its id, a finding by its words and its day. */
interface LineOfPack {
  readonly line: ReportAct;
  readonly report: string;
  readonly item: string;
  readonly same: string;
}

/** Two packs can hold one chat: what the second holds again is one line, opened where it stands first. Within one pack nothing is left out. */
function once(lines: readonly LineOfPack[]): readonly LineOfPack[] {
  const first = new Map<string, string>();
  return lines.filter(({ item, same }) => {
    const before = first.get(same);
    if (before === undefined) first.set(same, item);
    return before === undefined || before === item;
  });
}

function ofAct(row: ActRow, of: StandingOut): LineOfPack {
  return { line: lineOfAct(row, of), report: of.report, item: row.item, same: row.act_id };
}

type ActRow = Awaited<ReturnType<typeof actsOfReport>>[number];

/** "Terry Vale, message: “Not yet.”": whose words they are stands before them. */
function lineOfAct(row: ActRow, of: StandingOut): ReportAct {
  const { earliest, kind, body, grade, whose, from_name, from_normal, pack_came } = row;
  const name = from_name ?? (from_normal === "" ? "sender not known" : from_normal);
  const who = whose === "hers" ? `${name} (the person’s own)` : name;
  const says = body === null || body === "" ? `${who}: ${kind}` : `${who}, ${kind}: “${withoutQuotationMarks(body)}”`;
  const ahead = pack_came !== null && earliest > pack_came ? " Dated after the pack that holds it came." : "";
  return {
    day: sayDayWithYear(earliest),
    says: `${says}${ahead}`,
    how: grade === "own-account" ? "account" : "record",
    ...actPlace(row, of),
  };
}

function actPlace({ item, ordinal }: ActRow, { inCase }: StandingOut): Pick<ReportAct, "act"> {
  return inCase === null ? {} : { act: { case: inCase, item, ordinal } };
}

/** A finding's own line, of which only what is shown is read. A row is what this program wrote itself. */
function findingIn(item: string, written: string): readonly Found[] {
  if (written === "") return [];
  const value: unknown = JSON.parse(written);
  if (typeof value !== "object" || value === null) return [];
  const { standing, line, acts }: { readonly standing?: unknown; readonly line?: unknown; readonly acts?: unknown } = value;
  const read = readStrictly({ standing, line, acts }, "finding", finding);
  if (!read.ok) throw new Error(`a finding in the database is damaged: ${read.error}`);
  const { says } = read.value;
  // A pack names an act by its leaf, the desk by its number in the pack.
  const ordinals = read.value.acts.map((leaf) => leaf + 1);
  return [{ item, isThreat: read.value.standing === "words of a threat", says, ordinals }];
}

const markVerdicts = {
  altered: "altered",
  "cut-short": "altered",
  "no-key": "error",
  "not-a-pack": "error",
  page: "error",
  "too-large": "unsupported",
  unsupported: "unsupported",
  "not-read": "error",
} as const;

/** What was checked, one verdict a line: what is not valid by itself, what is valid in one line. */
export async function checksOf(tx: Kysely<CaseTables>, of: OfReport): Promise<readonly Check[]> {
  const marked = (await packsOfReport(tx, of)).filter(({ state }) => state === "marked");
  const counts = await countVerdicts(tx, of);
  const single = (await verdictsOfReport(tx, of, mostChecks)).filter(({ verdict }) => verdict !== "valid");
  const valid = counts.find(({ verdict }) => verdict === "valid")?.many ?? 0;
  const named = single.length;
  const rest = counts.reduce((sum, { verdict, many }) => (verdict === "valid" ? sum : sum + many), 0) - named;
  return [
    ...marked.map(({ reason, why }) => ({ verdict: verdictOfMark(reason), says: why ?? "the pack could not be opened" })),
    ...single.map(({ verdict, path, why }) => ({ verdict, says: sayChecked({ verdict, path, why }) })),
    ...(rest > 0 ? [{ verdict: "error", says: `${rest} more that did not hold: see the packs` }] : []),
    ...(valid > 0 ? [{ verdict: "valid", says: `${valid} file${valid === 1 ? "" : "s"} and seals` }] : []),
  ];
}

/** Seals by what they are: an officer reads no name of a file. */
const sealNames: ReadonlyMap<string, string> = new Map([
  ["seal/tagmanifest-sha256.txt.minisig", "The signature of the program that made the pack"],
  ["seal/seals-sha256.txt.minisig", "The signature over all seals"],
  ["seal/seals-sha256.txt", "The list of seals"],
  ["seal/signer.pub", "The key that the signatures name"],
  ["seal/checkpoint", "The head of the log in the pack"],
  ["seal/earlier.consistency", "The proof that its log goes on from an earlier pack"],
  ["seal/tagmanifest-sha256.txt.tlog-proof", "The proof that the list of files stands in its log"],
  ["seal/log.vkey", "The key of its log"],
  ["seal/tagmanifest-sha256.txt.tsq", "The question to the time-stamp authority"],
  ["seal/tagmanifest-sha256.txt.tsr", "The time stamp"],
  ["seal/tsa-chain.pem", "The certificates of the time-stamp authority"],
]);

/**
 * What was checked and what came of it. Where the verdict hangs on whom the reader knows, the desk has its own words: the verifier's speak to whoever
 * named keys, and here nobody names any.
 */
export function sayChecked({ verdict, path, why }: Pick<CheckedItem, "path" | "why"> & { readonly verdict: string }): string {
  const what = sealNames.get(path) ?? path;
  const came =
    verdict === "unknown-signer"
      ? "it holds, but whose key it is nobody here has confirmed"
      : verdict === "untrusted-time"
        ? "it is sound, but whether its authority is trusted nobody here has said"
        : why;
  return came === "" ? what : `${what}: ${came}`;
}

function verdictOfMark(reason: string | null): string {
  return Object.entries(markVerdicts).find(([one]) => one === reason)?.[1] ?? "error";
}
