import {
  type Report,
  type Side,
  countSides,
  createGroupsOf,
  createNamedTo,
  createSide,
  dayIn,
  isHerSideKnown,
  msPerDay,
  printedOrderRule,
  utcMsToWall,
  wallMsAt,
} from "@unmask/core";
import { type NamesInPrint, namesInPrint, sayCount, sayDay, sayFew, sayList, sayNumber } from "@unmask/words";
import type { SayAnswered } from "./answered.ts";
import { coverSection } from "./cover-section.ts";
import type { Disclosed, DisclosedAct } from "./disclosed-acts.ts";
import { fearedOnPage } from "./feared-on-page.ts";
import { createAgreedContact } from "./agreed-acts.ts";
import { whatStandsOut } from "./stands-out.ts";
import { type Words, wordsOf } from "./words.ts";
import { wroteOnFirstPage } from "./wrote-section.ts";

/** The first page as data for the template. */
export function firstPage(report: Report, disclosed: Disclosed, sayAnswered: SayAnswered): object {
  const { cover = {}, statement, madeAt } = report;
  return {
    ...coverSection(cover, { names: namesInPrint(statement), made: utcMsToWall(wallMsAt(statement.zone, madeAt)) }),
    feared: fearedOnPage(report, disclosed),
    ...whatStandsOut(report, disclosed, sayAnswered),
    ...wroteOnFirstPage(report, disclosed, sayAnswered),
    order: wordsOf(printedOrderRule),
    agreed: agreedLine(report, disclosed),
    ...countedLines(report, disclosed),
    heldBack: disclosed.heldBack === 0 ? "" : `${sayCount(disclosed.heldBack, "act")} more stand only in what is held back or left out.`,
  };
}

/** The last line of page 1. */
interface CountedLines {
  /** As it is where every row that says one of its numbers stands on the page. */
  readonly counted: Words;
  /** As it is where such rows, by the numbers of their findings, stand on another page: those of most rows first. */
  readonly countedUntold: readonly { readonly untold: readonly number[]; readonly words: Words }[];
}

/** Patterns of which a row counts all acts of one side: withheld calls, and what a camera at the door saw. */
const sideOfRow: Readonly<Partial<Record<string, Side>>> = { "withheld-calls": "withheld", "near-her": "nobody named" };

/** A count of what the chronology holds, and no finding: each group with its number, so that they add up to the acts. A number that a row above says is not said twice. */
function countedLines({ statement, timeline, findings }: Report, { acts }: Disclosed): CountedLines {
  const sideOf = createSide(timeline, statement);
  // As in the finding that the line names: what was agreed has a sentence of its own, and what else is in no number is said beside.
  const counted = findings.find(({ pattern }) => pattern === "frequency")?.acts;
  const isCounted = new Set(counted);
  const isAgreed = createAgreedContact({ statement, timeline });
  const groups = new Set<string>();
  const groupsOf = createGroupsOf(timeline);
  const named = createNamedTo(statement);
  const isToGroup = ({ to }: DisclosedAct["act"]): boolean =>
    to.some(({ kind }) => kind === "group") && !to.some((one) => named(one) === "theirs");
  const isTheirs = ({ act }: DisclosedAct): boolean => sideOf(act) === "theirs";
  const told = acts.filter(({ act }) => !isAgreed(act));
  const inLine = told.filter((one) => counted === undefined || !isTheirs(one) || isCounted.has(one.act.id));
  const apart = told.length - inLine.length;
  const count = countSides(
    inLine.map(({ act }) => act),
    sideOf,
  );
  let toGroups = 0;
  for (const { act } of inLine) {
    if (sideOf(act) !== "hers to them" || !isToGroup(act)) continue;
    toGroups++;
    for (const one of groupsOf(act)) groups.add(one);
  }
  const rows = findings.flatMap(({ pattern, standing, acts: some }, i) => {
    // As many presents as there were acts of nobody stand for none of these.
    const side = standing === "count" && !some.some((id) => isCounted.has(id)) ? sideOfRow[pattern] : undefined;
    return side !== undefined && count[side] === some.length ? [{ side, number: i + 1 }] : [];
  });
  const names = namesInPrint(statement);
  // Whom an export calls its owner may be anybody while her side is not known; what stands under a name that she gave is hers.
  const isKnown = isHerSideKnown(timeline, statement);
  const ownersOf = new Set(inLine.filter(({ act }) => act.from.kind === "owner").map(({ act }) => sideOf(act)));
  const herName = (side: Side): string => (isKnown || !ownersOf.has(side) ? names.me : "the owner of an export");
  const sayGroup = (some: number, says: string): string => (some > 0 ? `${sayNumber(some)} ${says}` : "");
  const lineWith = (told: ReadonlySet<Side>): Words => {
    const sayUnlessTold = (side: Side, says: string): string =>
      told.has(side) ? `those ${says} (told above)` : sayGroup(count[side], says);
    const rest = [
      sayGroup(apart, `more by ${names.them}, counted apart`),
      sayGroup(count["perhaps theirs"], `perhaps by ${names.them}`),
      sayGroup(count["hers to them"] - toGroups, `by ${herName("hers to them")} to ${names.them}`),
      sayGroup(toGroups, `by ${herName("hers to them")} to ${groups.size === 1 ? "a group" : `${sayFew(groups.size)} groups`}`),
      sayGroup(count["hers to others"], `by ${herName("hers to others")} to others`),
      sayGroup(count["hers to nobody named"], `by ${herName("hers to nobody named")} to nobody named`),
      sayUnlessTold("withheld", "from a withheld number"),
      sayUnlessTold("nobody named", "by nobody named"),
      sayGroup(count.others, "by others"),
    ].filter((part) => part !== "");
    return wordsOf(
      `${sayTheirs(inLine.filter(isTheirs), names, statement)}${rest.length === 0 ? "" : ` ${inLine.some(isTheirs) ? "Beside these:" : "There are"} ${sayList(rest)}.`}`,
    );
  };
  const without = (untold: readonly (typeof rows)[number][]): CountedLines["countedUntold"][number] => ({
    untold: untold.map(({ number }) => number),
    words: lineWith(new Set(rows.filter((row) => !untold.includes(row)).map(({ side }) => side))),
  });
  return {
    counted: lineWith(new Set(rows.map(({ side }) => side))),
    countedUntold: [...(rows.length > 1 ? [without(rows)] : []), ...rows.map((row) => without([row]))],
  };
}

function agreedLine(report: Report, { acts }: Disclosed): string {
  const isAgreed = createAgreedContact(report);
  const agreed = acts.filter(({ act }) => isAgreed(act)).length;
  return agreed === 0
    ? ""
    : `Of all acts ${sayNumber(agreed)} ${agreed === 1 ? "was" : "were"} agreed contact, counted apart in every finding.`;
}

function sayTheirs(theirs: readonly DisclosedAct[], { me, them }: NamesInPrint, { zone }: Report["statement"]): string {
  if (theirs.length === 0) return `No act here is counted as by ${them}.`;
  const days = theirs.filter(({ act }) => act.when.latest - act.when.earliest < msPerDay).map(({ act }) => dayIn(zone, act.when.earliest));
  const first = days[0];
  const last = days.at(-1);
  const acts = `${sayCount(theirs.length, "act")} that ${me} says ${theirs.length === 1 ? "is" : "are"} by ${them}`;
  if (first === undefined || last === undefined) return `${acts}.`;
  if (first === last) return `${acts}, on ${sayDay(first)}.`;
  const isOrderOpen = theirs.some(({ act }) => act.flags.includes("date-order-assumed"));
  const [some, all] = [new Set(days).size, last - first + 1];
  return `${acts}, from ${sayDay(first)} to ${sayDay(last)}, on ${some === all ? `each of ${sayCount(all, "day")}` : `${sayNumber(some)} of ${sayCount(all, "day")}`}${isOrderOpen ? ", as read day first" : ""}.`;
}
