import {
  type Report,
  countSides,
  createSide,
  dayIn,
  isHerSideKnown,
  msPerDay,
  printedOrderRule,
  utcMsToWall,
  wallMsAt,
} from "@unmask/core";
import { type NamesInPrint, namesInPrint, sayCount, sayDay, sayList, sayNumber } from "@unmask/words";
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
    counted: countedLine(report, disclosed),
    heldBack: disclosed.heldBack === 0 ? "" : `${sayCount(disclosed.heldBack, "act")} more stand only in what is held back or left out.`,
  };
}

/** Patterns of which the line counts acts of nobody whom the files name: withheld calls, and what a camera at the door saw. */
const linesOfNobody: ReadonlySet<string> = new Set(["withheld-calls", "near-her"]);

/** A count of what the chronology holds, and no finding: the last line. */
function countedLine({ statement, timeline, findings }: Report, { acts }: Disclosed): Words {
  const sideOf = createSide(timeline, statement);
  // As in the finding that the line names: what was agreed has a sentence of its own, and what else is in no number is said beside.
  const counted = findings.find(({ pattern }) => pattern === "frequency")?.acts;
  const isCounted = new Set(counted);
  const isAgreed = createAgreedContact({ statement, timeline });
  const isTheirs = ({ act }: DisclosedAct): boolean => sideOf(act) === "theirs";
  const told = acts.filter(({ act }) => !isAgreed(act));
  const inLine = told.filter((one) => counted === undefined || !isTheirs(one) || isCounted.has(one.act.id));
  const apart = told.length - inLine.length;
  const count = countSides(
    inLine.map(({ act }) => act),
    sideOf,
  );
  // A number that a line above says is not said twice.
  const saidAbove = new Set(
    findings.flatMap(({ pattern, standing, acts: some }) =>
      linesOfNobody.has(pattern) && standing === "count" && !some.every((id) => isCounted.has(id)) ? [some.length] : [],
    ),
  );
  const sayUnlessSaid = (some: number): string => (saidAbove.has(some) ? "those" : sayNumber(some));
  const names = namesInPrint(statement);
  const herName = isHerSideKnown(timeline, statement) ? names.me : "the owner of an export";
  const rest = [
    apart > 0 ? `${sayNumber(apart)} more by ${names.them}, counted apart` : "",
    count["perhaps theirs"] > 0 ? `${sayNumber(count["perhaps theirs"])} perhaps by ${names.them}` : "",
    count["hers to them"] > 0 ? `${sayNumber(count["hers to them"])} by ${herName} to ${names.them}` : "",
    count["hers to others"] > 0 ? `${sayNumber(count["hers to others"])} by ${herName} to others` : "",
    count["hers to nobody named"] > 0 ? `${sayNumber(count["hers to nobody named"])} by ${herName} to nobody named` : "",
    count.withheld > 0 ? `${sayUnlessSaid(count.withheld)} from a withheld number` : "",
    count["nobody named"] > 0 ? `${sayUnlessSaid(count["nobody named"])} by nobody named` : "",
    count.others > 0 ? `${sayUnlessSaid(count.others)} by others` : "",
  ].filter((part) => part !== "");
  return wordsOf(`${sayTheirs(inLine.filter(isTheirs), names, statement)}${rest.length === 0 ? "" : ` Beside these ${sayList(rest)}.`}`);
}

function agreedLine(report: Report, { acts }: Disclosed): string {
  const isAgreed = createAgreedContact(report);
  const agreed = acts.filter(({ act }) => isAgreed(act)).length;
  return agreed === 0
    ? ""
    : `Of all acts ${sayNumber(agreed)} ${agreed === 1 ? "was" : "were"} agreed contact, counted apart in every finding.`;
}

function sayTheirs(theirs: readonly DisclosedAct[], { me, them }: NamesInPrint, { zone }: Report["statement"]): string {
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
