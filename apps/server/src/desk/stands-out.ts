import { list, object, readStrictly, text } from "@unmask/core";
import {
  type OfReport,
  actsOfReport,
  countVerdicts,
  findingsOfReport,
  packsOfReport,
  timesOfActs,
  verdictsOfReport,
} from "../sql/case/report-contents.ts";
import type { CaseTables } from "../sql/case/case-tables.ts";
import type { Kysely } from "kysely";
import { sayDayOf } from "./clock-words.ts";
import type { KnownLine } from "./report-words.ts";

/** What stands out in a report, and what was checked of it. */

/** Lines of acts where no finding leads to any. */
const fewActs = 12;

/** Verdicts named one by one; what is valid is counted. */
const mostChecks = 50;

/** One line among those that stand out. */
export interface ReportAct {
  readonly day: string;
  readonly says: string;
  readonly how: KnownLine["how"];
}

/** What a check came to, and of what. */
export interface Check {
  readonly verdict: string;
  readonly says: string;
}

const line = object(({ must }) => ({ says: must("line", text), acts: must("acts", list(text)) }));

/** The findings in their fixed order, with the day of the first act of each; without findings the first acts in order of time. */
export async function standsOut(tx: Kysely<CaseTables>, of: OfReport): Promise<readonly ReportAct[]> {
  const findings = (await findingsOfReport(tx, of)).flatMap(({ here, hers }) => findingIn(here ?? hers ?? ""));
  if (findings.length > 0) {
    const times = await timesOfActs(tx, of, [...new Set(findings.flatMap(({ first }) => (first === undefined ? [] : [first])))]);
    return findings.map(({ says, first }) => {
      const at = first === undefined ? undefined : times.get(first);
      return { day: at === undefined ? "" : sayDayOf(at), says, how: "worked-out" };
    });
  }
  const acts = await actsOfReport(tx, of, { limit: fewActs });
  return acts.map(({ earliest, kind, body, grade }) => ({
    day: sayDayOf(earliest),
    says: body === null || body === "" ? kind : `${kind}: ${body}`,
    how: grade === "own-account" ? "account" : "record",
  }));
}

/** A finding's own line, of which only what is shown is read. */
function findingIn(written: string): readonly { readonly says: string; readonly first: string | undefined }[] {
  if (written === "") return [];
  const value: unknown = JSON.parse(written);
  if (typeof value !== "object" || value === null) return [];
  const { line: says, acts }: { readonly line?: unknown; readonly acts?: unknown } = value;
  const read = readStrictly({ line: says, acts }, "finding", line);
  return read.ok ? [{ says: read.value.says, first: read.value.acts[0] }] : [];
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
    ...single.map(({ verdict, path, why }) => ({ verdict, says: why === "" ? path : `${path}: ${why}` })),
    ...(rest > 0 ? [{ verdict: "error", says: `${rest} more that did not hold: see the packs` }] : []),
    ...(valid > 0 ? [{ verdict: "valid", says: `${valid} file${valid === 1 ? "" : "s"} and seals` }] : []),
  ];
}

function verdictOfMark(reason: string | null): string {
  return Object.entries(markVerdicts).find(([one]) => one === reason)?.[1] ?? "error";
}
