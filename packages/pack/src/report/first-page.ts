import { type Exhibit, type Report, type Side, createSide, isHerSideKnown, msPerDay, dayIn } from "@unmask/core";
import { sayCount, sayDay, sayNumber } from "@unmask/words";
import { type Disclosed, type DisclosedAct, exhibitNumbers } from "./disclosed-acts.ts";
import { type Words, wordsOf } from "./words.ts";

/** What she stated for the first page. Nothing here is ever filled in for her. */
export interface Cover {
  /** Whom the report is for: "Northshire Police, case 0412". */
  readonly to?: string;
  /** Her words, only where she said that she is in danger now. */
  readonly danger?: string;
  /** What she asks, beside the one thing that every report asks: that the acts are read together. */
  readonly asks?: readonly string[];
}

/** Lines of the pattern on the first page. */
const mostLines = 10;
/** A line longer than this is cut at its first sentence. */
const longestLine = 110;

/** The first page as data for the template. */
export function firstPage(report: Report, disclosed: Disclosed, { signerKey, cover }: { signerKey: string; cover: Cover }): object {
  const { statement, findings, id } = report;
  return {
    about: wordsOf(statement.them.label),
    to: cover.to === undefined ? null : wordsOf(cover.to),
    danger: cover.danger === undefined ? null : wordsOf(cover.danger),
    asks: ["That the acts are read together, as a whole, and not one by one."]
      .map((ask) => wordsOf(ask))
      .concat((cover.asks ?? []).map((ask) => wordsOf(ask))),
    lines: [totalLine(report, disclosed), ...findings.map((finding) => findingLine(finding.says, marginOf(finding.acts, disclosed)))].slice(
      0,
      mostLines,
    ),
    moreFindings: Math.max(0, findings.length + 1 - mostLines),
    heldBack: disclosed.heldBack,
    signerKey,
    stem: id,
  };
}

/** The exhibits that a finding's acts stand in, short enough for the margin. */
export function marginOf(acts: Report["findings"][number]["acts"], { byId }: Disclosed): string {
  const found = new Set<Exhibit>();
  for (const id of acts) for (const exhibit of byId.get(id)?.exhibits ?? []) found.add(exhibit);
  return exhibitNumbers(found, 2);
}

function findingLine(says: string, exhibits: string): { exhibits: string; text: Words } {
  const first = /^.*?[.!?](?=\s)/su.exec(says)?.[0] ?? says;
  return { exhibits, text: wordsOf(says.length > longestLine ? first : says) };
}

/** The first line is a count of what the chronology holds, and no finding. */
function totalLine({ statement, timeline }: Report, { acts }: Disclosed): { exhibits: string; text: Words } {
  const sideOf = createSide(timeline, statement);
  const counts: Record<Side, number> = { theirs: 0, "perhaps theirs": 0, "hers to them": 0, "hers to others": 0, withheld: 0, others: 0 };
  const found = new Set<Exhibit>();
  const theirs: DisclosedAct[] = [];
  for (const one of acts) {
    const side = sideOf(one.act);
    counts[side]++;
    if (side === "theirs") theirs.push(one);
    for (const exhibit of one.exhibits) found.add(exhibit);
  }
  const herName = isHerSideKnown(timeline, statement) ? statement.me.label : "the owner of an export";
  const rest = [
    counts["perhaps theirs"] > 0 ? `${sayNumber(counts["perhaps theirs"])} perhaps by ${statement.them.label}` : "",
    counts["hers to them"] > 0 ? `${sayNumber(counts["hers to them"])} by ${herName} to ${statement.them.label}` : "",
    counts["hers to others"] > 0 ? `${sayNumber(counts["hers to others"])} by ${herName} to others` : "",
    counts.withheld > 0 ? `${sayNumber(counts.withheld)} from a withheld number` : "",
    counts.others > 0 ? `${sayNumber(counts.others)} by others` : "",
  ].filter((part) => part !== "");
  const beside = rest.length === 0 ? "" : ` Beside them ${rest.join(", ")}.`;
  return {
    exhibits: exhibitNumbers(found, 2),
    text: wordsOf(`${sayTheirs(theirs, statement)}${beside}`),
  };
}

function sayTheirs(theirs: readonly DisclosedAct[], { zone, me, them }: Report["statement"]): string {
  const days = theirs.filter(({ act }) => act.when.latest - act.when.earliest < msPerDay).map(({ act }) => dayIn(zone, act.when.earliest));
  const first = days[0];
  const last = days.at(-1);
  const acts = `${sayCount(theirs.length, "act")} that ${me.label} says ${theirs.length === 1 ? "is" : "are"} by ${them.label}`;
  if (first === undefined || last === undefined) return `${acts}.`;
  if (first === last) return `${acts}, on ${sayDay(first)}.`;
  return (
    `${acts}, from ${sayDay(first)} to ${sayDay(last)}, ` + `on ${sayNumber(new Set(days).size)} of ${sayCount(last - first + 1, "day")}.`
  );
}
