import type { Instant } from "@unmask/core";
import type { Posting } from "./posting.ts";

/** An identifier that stands in more reports than this joins nobody: a helpline, a delivery firm, a number of hers that many have. */
const mostReports = 50;

/** A pair of reports that show the same identifier. */
export interface SuggestedLink {
  /** In the order of their ids, so that a pair is one pair whichever came first. */
  readonly reports: readonly [string, string];
  /** Keys of the identifiers that both show. */
  readonly keys: readonly string[];
}

/** What was found for one report. */
export interface FoundLinks {
  readonly links: readonly SuggestedLink[];
  /** Identifiers that too many reports show: told, and joined with nothing. */
  readonly common: readonly { readonly key: string; readonly reports: number }[];
  /** How many parts of the index answered; fewer than all: "incomplete", and never "no link". */
  readonly searched: { readonly answered: number; readonly of: number };
}

/** The postings of one part of the index that share a key with a report; "down" where that part did not answer. */
export type IndexPart = readonly Posting[] | "down";

/** A pair that somebody has decided on, with the identifiers that were decided on: those suggest it no more. */
export interface DecidedPair {
  readonly reports: readonly [string, string];
  readonly keys: readonly string[];
  /** Of a pair left open: when it comes back. */
  readonly opensAgain?: Instant;
}

/** Which other reports show what this one shows. The order in which reports came in changes nothing. */
export function suggestLinks(
  report: string,
  parts: readonly IndexPart[],
  { decided, now }: { readonly decided: readonly DecidedPair[]; readonly now: Instant },
): FoundLinks {
  const reportsByKey = new Map<string, Set<string>>();
  for (const part of parts) {
    if (part === "down") continue;
    for (const { key, report: other } of part) {
      if (other === report) continue;
      const reports = reportsByKey.get(key) ?? new Set<string>();
      reportsByKey.set(key, reports.add(other));
    }
  }
  const keysByOther = new Map<string, string[]>();
  const common: { readonly key: string; readonly reports: number }[] = [];
  for (const [key, others] of [...reportsByKey].sort(([one], [other]) => (one < other ? -1 : 1))) {
    if (others.size + 1 > mostReports) common.push({ key, reports: others.size + 1 });
    else for (const other of others) keysByOther.set(other, [...(keysByOther.get(other) ?? []), key]);
  }
  const links = [...keysByOther]
    .map(([other, keys]): SuggestedLink => ({ reports: inOrder(report, other), keys }))
    .flatMap((link) => withoutDecided(link, decided, now))
    .sort((one, other) => (one.reports.join(" ") < other.reports.join(" ") ? -1 : 1));
  return { links, common, searched: { answered: parts.filter((part) => part !== "down").length, of: parts.length } };
}

function inOrder(one: string, other: string): readonly [string, string] {
  return one < other ? [one, other] : [other, one];
}

/** A refuted pair stays apart by what was refuted; by another identifier it is asked again. */
function withoutDecided(link: SuggestedLink, decided: readonly DecidedPair[], now: Instant): readonly SuggestedLink[] {
  const closed = new Set(
    decided
      .filter(({ reports, opensAgain }) => reports.join(" ") === link.reports.join(" ") && (opensAgain === undefined || opensAgain > now))
      .flatMap(({ keys }) => keys),
  );
  const keys = link.keys.filter((key) => !closed.has(key));
  return keys.length === 0 ? [] : [{ ...link, keys }];
}
