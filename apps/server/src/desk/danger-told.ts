import type { Instant } from "@unmask/core";
import { type CaseState, type PlaceTold, type ReportState, type SaidDanger, desk, placeInWords, placesTold } from "@unmask/case";
import { sayMoment } from "./clock-words.ts";
import type { Fact } from "./fact.ts";

/** Every danger that was said, in a report or in its case, with who wrote it, who went there and how it ended: readable also when it is over. */

/** A sentence, and how it is known. */
export interface KnownLine {
  readonly says: string;
  readonly how: "record" | "account" | "worked-out";
  readonly from?: string;
}

/** In which a danger can be said. */
export type DangerSource =
  | (Pick<ReportState, "report" | "dangers" | "place"> & Partial<Pick<ReportState, "sentTo">>)
  /** `places`: those that were told with its reports. */
  | (Pick<CaseState, "case" | "reports" | "dangers"> & { readonly places?: readonly PlaceTold[] });

/** One danger as it is told. Times are instants; by null: what came says so, and nobody typed it. */
export interface ToldDanger {
  /** The report or the case in which it was said. */
  readonly of: string;
  readonly since: Instant;
  readonly says: string;
  readonly knowing: SaidDanger["knowing"];
  readonly by: string | null;
  /** The other force, where the report was handed on: to meet it is to tell them, and who went there they know. */
  readonly tellsForce?: string;
  readonly met: readonly { readonly says: string; readonly at: Instant; readonly by: string | null }[];
  readonly ended?: { readonly reason: string; readonly at: Instant; readonly by: string | null };
}

/** Whom an id stands for. */
type NameOf = (id: string) => string;

/** All that was said, the newest first; those that stand, those that are over. */
export function toldDangers(
  sources: readonly DangerSource[],
  nameOf: NameOf,
): { readonly standing: readonly ToldDanger[]; readonly over: readonly ToldDanger[] } {
  const all = sources.flatMap((source) =>
    source.dangers.map((danger) => ({ ...told(nameInWords(source), danger, nameOf), ...forceTold(source) })),
  );
  const newestFirst = all.toSorted((one, other) => other.since - one.since);
  return {
    standing: newestFirst
      .filter(({ ended }) => ended === undefined)
      // To whom nobody has gone stands before all others.
      .toSorted((one, other) => Number(one.met.length > 0) - Number(other.met.length > 0)),
    over: newestFirst.filter(({ ended }) => ended !== undefined),
  };
}

function forceTold(source: DangerSource): Pick<ToldDanger, "tellsForce"> {
  return "report" in source && source.sentTo ? { tellsForce: source.sentTo.name } : {};
}

function nameInWords(source: DangerSource): string {
  return "report" in source ? source.report : source.case;
}

function told(of: string, { says, knowing, happened, by, met, ended }: SaidDanger, nameOf: NameOf): ToldDanger {
  const writer = (id: string): string | null => (id === desk ? null : nameOf(id));
  return {
    ...{ of, since: happened, says, knowing, by: writer(by) },
    met: met.map((one) => ({ says: one.says, at: one.happened, by: writer(one.by) })),
    ...(ended && { ended: { reason: ended.reason, at: ended.happened, by: writer(ended.by) } }),
  };
}

/** What says that somebody is in danger now, and who is there; none where nothing does. `own`: the report that is looked at. */
export function dangerLines(sources: readonly DangerSource[], own: string, nameOf: NameOf): readonly KnownLine[] {
  const { standing } = toldDangers(sources, nameOf);
  return [
    ...standing.flatMap(({ of, since, says, knowing, by, met, tellsForce }) => [
      { says, how: knowing, from: `${of === own ? "" : `${inWords(of)}, `}${sayMoment(since)}${byWhom(by)}` },
      ...met.map((one) => ({
        says: one.says,
        how: "account" as const,
        from: `${metInWords(tellsForce)} ${sayMoment(one.at)}${byWhom(one.by)}`,
      })),
    ]),
    ...(standing.length === 0 ? [] : placesOf(sources).map((one) => ({ says: placeInWords(one), how: "account" as const }))),
  ];
}

/** Whoever tells the force that has the report has sent nobody. */
function metInWords(tellsForce: string | undefined): string {
  return tellsForce === undefined ? "there since" : `told to ${tellsForce}, who went there is not known here,`;
}

/** Where whoever is sent has to go: each report that told a place, once. */
function placesOf(sources: readonly DangerSource[]): readonly PlaceTold[] {
  const all = sources.flatMap((one) => ("report" in one ? placesTold([one]) : (one.places ?? [])));
  return [...new Map(all.map((one) => [one.report, one])).values()];
}

/** In which reports and cases a danger stands, each once: there it is said who is there, and that it is over. */
export function dangerStandsIn(sources: readonly DangerSource[]): readonly string[] {
  return sources.filter(({ dangers }) => dangers.some(({ ended }) => ended === undefined)).map(nameInWords);
}

/** What was said of danger and is over: what, who was there, and why it ended. */
export function overFacts(sources: readonly DangerSource[], own: string, nameOf: NameOf): readonly Fact[] {
  const { over } = toldDangers(sources, nameOf);
  if (over.length === 0) return [];
  const says = over.map((one) => `${one.of === own ? "" : `${inWords(one.of)}, `}${overInWords(one)}`).join("; ");
  return [{ label: "Danger, over", says, isMind: true }];
}

/** "27 Nov 21:58 “He is at the door”; there 22:01: PC Ade (PC Able); ended 22:20 by PC Able: “arrested 22:13”". */
function overInWords({ since, says, by, met, ended, tellsForce }: ToldDanger): string {
  const there =
    met.length === 0
      ? "nobody wrote who was there"
      : met
          .map(
            (one) => `${tellsForce === undefined ? "there" : `told to ${tellsForce}`} ${sayMoment(one.at)}: “${one.says}”${byWhom(one.by)}`,
          )
          .join(", ");
  const end = ended === undefined ? "" : `, ended ${sayMoment(ended.at)}${byWhom(ended.by)}: “${ended.reason}”`;
  return `${sayMoment(since)} “${says}”${byWhom(by)}, ${there}${end}`;
}

function inWords(of: string): string {
  return of.startsWith("R-") ? of : `case ${of}`;
}

function byWhom(by: string | null): string {
  return by === null ? "" : `, ${by}`;
}
