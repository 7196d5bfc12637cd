import { type CaseOfRows, type ReportState, answeredByAnother, desk, holderOf, withCase } from "@unmask/case";
import { attemptsIn, breachesIn } from "./case-contact.ts";
import { sayMoment } from "./clock-words.ts";
import type { DangerSource } from "./danger-told.ts";
import type { Fact } from "./fact.ts";

/** What was done for a person around a report that is looked at: in it, in those that are read as one with it, and in their cases. */

/** It with those that are read as one with it, itself first; their cases with who is on them; and where danger can have been said. */
export interface Around {
  readonly reports: readonly ReportState[];
  readonly cases: readonly CaseOfRows[];
  readonly dangers: readonly DangerSource[];
}

/** A report that is read with no other and stands in no case. */
export function alone(state: ReportState): Around {
  return { reports: [state], cases: [], dangers: [state] };
}

/** Every attempt to reach the person, the newest first, with where it was written where that is not `own`. Of `readable` alone the words are given. */
export function attemptsAround({ reports, cases }: Around, own: string, readable: readonly string[], nameOf: (officer: string) => string) {
  const mayRead = new Set([own, ...readable]);
  const words = new Set([...mayRead, ...reports.flatMap((one) => (mayRead.has(one.report) ? (one.case ?? []) : []))]);
  const here = new Set(reports.map(({ report }) => report));
  const all = attemptsIn([...reports, ...cases.map(({ state }) => state)], nameOf);
  // A case can hold reports of others: what was tried for them is nothing that was done for this person.
  const theirs = all.filter(({ reports: whose }) => whose === undefined || whose.some((one) => here.has(one)));
  return theirs.map(({ of, says, reports: whose, ...one }) => ({
    ...one,
    ...(of !== own && { of: of.startsWith("R-") ? of : `case ${of}` }),
    // Of whom it is, where it was for another.
    ...(whose !== undefined && !whose.includes(own) && { reports: whose }),
    ...(says !== undefined && words.has(of) && { says }),
  }));
}

/** The last attempt, in this report, in one that is read as one with it or in a case: whoever rings next must not ring into somebody else's hands. */
export function triedFact(around: Around, own: string, nameOf: (officer: string) => string): Fact {
  const another = answeredByAnother(
    around.reports,
    around.cases.map(({ state }) => state),
  );
  const all = attemptsAround(around, own, [], nameOf);
  // That another answered stands, whatever was sent since, until an officer wrote how the person is reached.
  const last = all.find(({ outcome, at }) => outcome === another?.outcome && at === another.happened) ?? all[0];
  const label = "Tried";
  if (last === undefined) {
    const isDanger = around.dangers.some((source) => source.dangers.some(({ ended }) => ended === undefined));
    return { label, says: "nobody has tried to reach the person yet", isMind: isDanger };
  }
  const { channel, outcome, at, by, of, reports } = last;
  const whose = reports === undefined ? "" : `, to the person of ${reports.join(" and ")}`;
  const says = `${channel}${whose}, ${outcome.replaceAll("-", " ")}, ${sayMoment(at)} by ${by}${of === undefined ? "" : `, ${of}`}`;
  return another !== undefined ? { label, strong: "Do not ring", says, isMind: true } : { label, says };
}

/** Acts that fall on an order, the newest first: in this report, in one that is read as one with it or in a case; none where none was written. */
export function breachFacts({ reports, cases }: Around, own: string): readonly Fact[] {
  const all = [
    ...reports.flatMap(({ report, breaches }) => breaches.map((one) => ({ of: report, ...one }))),
    ...cases.flatMap(({ state }) => state.breaches.map((one) => ({ of: `case ${state.case}`, ...one }))),
  ].toSorted((one, other) => other.happened - one.happened);
  if (all.length === 0) return [];
  const lines = all.map(({ of, says, knowing, order, condition, happened }) => {
    const on = condition === undefined ? order : `${order}, condition ${condition}`;
    return { says: `written ${sayMoment(happened)}: “${says}”, ${on}, ${knowing.replace("-", " ")}${of === own ? "" : `, ${of}`}` };
  });
  return [{ label: "Breach of an order", lines, isMind: true }];
}

/** The same as a list, with where it was written, and is withdrawn, where that is not `own`: whoever weighs danger reads that one is known. */
export function breachesAround({ reports, cases }: Around, own: string, nameOf: (officer: string) => string) {
  return breachesIn([...reports, ...cases.map(({ state }) => state)], nameOf).map(({ of, ...one }) => ({
    ...one,
    ...(of !== own && { of: of.startsWith("R-") ? of : `case ${of}` }),
  }));
}

/** With whom it is: who took one of those that are read as one, and who is on a case of them. */
export function withFact({ reports, cases }: Around, nameOf: (officer: string) => string): Fact {
  const holders = reports.flatMap((one) => holderOf(one, cases) ?? []);
  const took = [...new Set(holders)].filter((id) => id !== desk);
  const onCases = cases.flatMap((one) => {
    const officers = withCase(one);
    return officers.length === 0 ? [] : [`${officers.map(nameOf).join(", ")} on case ${one.state.case}`];
  });
  const all = [...(took.length === 0 ? [] : [took.map(nameOf).join(", ")]), ...onCases];
  return { label: "With", says: all.length === 0 ? "nobody yet" : all.join("; ") };
}
