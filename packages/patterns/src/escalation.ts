import {
  type Kind,
  type Statement,
  type Timeline,
  firstInstantOf,
  isAfterStop,
  isBeforeStop,
  isTheirs,
  lastInstantOf,
  inPersonKinds,
} from "@unmask/core";
import { sayDay, sayFew, sayFewOf, sayFirst, sayIdentity, sayKinds, sayList, marks } from "@unmask/words";
import { herStops } from "./reading/her-stops.ts";
import { sayAbsences } from "./reading/absences.ts";
import { lineOf, quotingLine, sayStep, sayStepInCell } from "./reading/line.ts";
import { isMutual } from "./reading/mutual.ts";
import type { Pattern } from "./pattern.ts";
import { actsOfAnyStep } from "./reading/acts-of-any-step.ts";
import { type PlacedAct, idsOf } from "./reading/placed-act.ts";
import { isByAccount, seenBefore } from "./reading/seen-before.ts";
import { actsByWhose } from "./reading/their-acts.ts";
import { isTypedTelling } from "./reading/typed-telling.ts";
import { type MarkedFinding, spoken } from "./spoken.ts";

/**
 * How near an act comes to her, by its kind and channel alone.
 *
 * [Note: Words are not weighed] No word of a message is scored here. "Escalation" is often read off the words; but a calm message from
 * somebody who stands at the door is nearer than a loud one from far away, and a list of bad words would be wrong about both.
 */
type Reach = "from afar" | "into accounts and devices" | "where she is";

const reaches: readonly Reach[] = ["from afar", "into accounts and devices", "where she is"];

const deviceKinds: ReadonlySet<Kind> = new Set<Kind>(["login", "device", "location", "view", "check"]);
/** What is no gift and no dinner, whoever writes to whom. */
const unaskedKinds: ReadonlySet<Kind> = new Set<Kind>(["following", "damage", "entry", "threat"]);

/** Numbers and accounts that began after a block, and steps from afar to where she is. A second app and a payment are no steps. */
export const escalation: Pattern = spoken({
  id: "escalation",
  looksFor:
    "Whether it came nearer: from afar, into accounts and devices, to where you are; and numbers or accounts that began after a block.",
  find(timeline, statement) {
    return [...newAfterBlock(timeline, statement), ...nearer(timeline, statement)];
  },
});

/** Undefined of what she typed by a kind that says nothing of where she was. */
function reachOf(one: PlacedAct): Reach | undefined {
  const { kind, lane } = one;
  if (inPersonKinds.has(kind)) return "where she is";
  if (deviceKinds.has(kind)) return "into accounts and devices";
  if (lane !== "in-person") return "from afar";
  return isTypedTelling(one) ? undefined : "where she is";
}

/**
 * What two people who both write ask each other in for: flowers, a visit, a dinner. Where about as much goes either way and she stated no stop,
 * block or order before it, it is how people live and no step.
 */
function createOrdinary(timeline: Timeline, statement: Statement): (one: PlacedAct) => boolean {
  if (!isMutual(timeline, statement)) return () => false;
  const stops = herStops(timeline, statement);
  return (one) => reachOf(one) === "where she is" && !unaskedKinds.has(one.kind) && !stops.some((stop) => !isBeforeStop(one, stop));
}

function nearer(timeline: Timeline, statement: Statement): readonly MarkedFinding[] {
  const isOrdinary = createOrdinary(timeline, statement);
  const { theirs: all, agreed } = actsByWhose(timeline, statement);
  const theirs = all.filter((one) => !isOrdinary(one) && (reachOf(one) === "from afar" || !one.isToOthers));
  // An ordinary visit, or one that was agreed, is no step and stands before none: the first that was neither is the step, and the line says so.
  const ordinary = all.filter(isOrdinary);
  const arranged = agreed.filter(({ whose }) => isTheirs(whose));
  const besides = [...ordinary, ...arranged];
  const actsByReach = new Map<Reach, PlacedAct[]>();
  for (const one of theirs) {
    const reach = reachOf(one);
    if (reach === undefined) continue;
    const list = actsByReach.get(reach);
    if (list) list.push(one);
    else actsByReach.set(reach, [one]);
  }
  const [from] = actsByReach.get("from afar") ?? [];
  if (!from) return [];
  const steps = reaches.slice(1).flatMap((reach) => {
    const acts = actsByReach.get(reach) ?? [];
    const [first] = acts;
    const isNearer = [...acts, ...ordinary.filter((one) => reachOf(one) === reach)].every((one) => isAfter(one, from));
    return first && isNearer ? [{ reach, acts, first }] : [];
  });
  if (steps.length === 0) return [];
  const inTime = [...steps].sort((a, b) => a.first.earliest - b.first.earliest);
  const stepReaches = new Set<Reach | undefined>(steps.map(({ reach }) => reach));
  const acts = theirs.filter((one) => one === from || stepReaches.has(reachOf(one)));
  const cameAsNear = (acts: readonly PlacedAct[]): boolean =>
    steps.some(({ reach, first }) => acts.some((one) => reachOf(one) === reach && !isAfter(one, first)));
  // Not "ordinary": such a visit can stand above by itself, as one near her.
  const apartFrom = [
    ...(cameAsNear(ordinary) ? ["visits and gifts while both wrote as much"] : []),
    ...(cameAsNear(arranged) ? ["what was agreed"] : []),
  ].join(", and from ");
  const apart = apartFrom === "" ? "" : `, apart from ${apartFrom}`;
  const rows = [{ reach: reaches[0] ?? "from afar", acts: actsByReach.get("from afar") ?? [], first: from }, ...steps];
  return [
    {
      pattern: escalation.id,
      standing: "count",
      line: lineOf(
        inTime.length === 1
          ? `It came ${sayStepTo(inTime[0]?.reach ?? "where she is")}: first on ${sayDay(inTime[0]?.first.day ?? from.day)}${apart}.`
          : `It came ${inTime.map(({ reach, first }) => `${sayStepTo(reach)}, first on ${sayDay(first.day)}`).join(", and ")}${apart}.`,
        `It came nearer on ${sayList(inTime.map(({ first }) => sayDay(first.day)))}${apart}.`,
      ),
      says:
        `${[...all, ...besides].every((one) => one.isToOthers || reachOf(one) === "from afar" || isAfter(one, from)) ? "It began from afar" : "From afar it came first"} on ${sayDay(from.day)}. ` +
        steps
          .map(({ reach, acts: some, first }) => `It came ${sayStepTo(reach)} first on ${sayDay(first.day)}: ${sayKinds(some)}.`)
          .join(" ") +
        (apartFrom === "" ? "" : ` In none of these are ${apartFrom.replace(", and from ", " and ")}, which had come as near before.`),
      acts: idsOf(acts),
      how:
        "By the kind of act and its channel alone: messages, calls and posts are from afar; log-ins, live views, locations and found devices are into accounts and devices; visits, followings, things left, damage and coming in are where the other person is. " +
        "A step is said when all acts of it certainly came after the first from afar, and so did what is no step and came as near. Where about as much is sent either way and no stop, block or order came before, a gift, a visit or a meeting is no step; nor is a post, a message or an act of another kind that was typed into an account, whatever its channel says; what was agreed is none either, and the first that was neither is the step. What was done to other people alone is no step. No word of a message is weighed.",
      couldChange: [
        "What came nearer may have happened before and not been noticed, or not been written down.",
        ...sayAbsences(timeline, statement, acts),
      ],
      table: {
        columns: ["How near", "First", "Acts"],
        rows: rows.map(({ reach, acts: some, first }) => [sayFirst(sayReach(reach)), sayDay(first.day), some.length]),
      },
    },
  ];
}

/** Whether one certainly came later than the other, by the minute where both are known so. */
function isAfter(one: PlacedAct, other: PlacedAct): boolean {
  return firstInstantOf(one) > lastInstantOf(other);
}

function sayReach(reach: Reach): string {
  return reach === "where she is" ? `where ${marks.you} ${marks.are}` : reach;
}

/** "to where you were": the end of a step. */
function sayStepTo(reach: Reach): string {
  return reach === "where she is" ? `to where ${marks.you} ${marks.were}` : reach;
}

/** Who began after a block, theirs or perhaps theirs, with the first act of each. */
interface Fresh {
  readonly first: PlacedAct;
  count: number;
}

function newAfterBlock(timeline: Timeline, statement: Statement): readonly MarkedFinding[] {
  const [block] = herStops(timeline, statement).filter(({ kind }) => kind === "blocked");
  if (block === undefined) return [];
  const freshByNormal = new Map<string, Fresh | "seen before">();
  const known = seenBefore(timeline, statement, block);
  let isAnySeen = false;
  for (const one of actsOfAnyStep(timeline, statement)) {
    const { normal } = one.from;
    if (one.isFar) continue;
    if ((one.whose !== "perhaps theirs" && !isTheirs(one.whose)) || !isByAccount(one)) continue;
    const seen = freshByNormal.get(normal);
    if (seen === "seen before") continue;
    if (seen) seen.count++;
    else if (!known.has(normal)) freshByNormal.set(normal, { first: one, count: 1 });
    else {
      freshByNormal.set(normal, "seen before");
      isAnySeen ||= !isAfterStop(one, block);
    }
  }
  const fresh = [...freshByNormal.values()].filter((one) => one !== "seen before");
  const [earliest] = fresh;
  if (!isAnySeen || earliest === undefined) return [];
  const acts = fresh.map(({ first }) => first);
  const step = sayStep(earliest.first.whose, earliest.first.act, statement);
  const day = sayDay(earliest.first.day);
  const head = `${day}, a new ${earliest.first.act.from.kind === "phone" ? "number" : "account"} after a block`;
  const unsure = fresh.filter(({ first }) => !isTheirs(first.whose)).length;
  const many = `${sayFirst(sayFewOf(fresh.length, "number or account", "numbers or accounts"))} first came after a block, from ${sayDay(earliest.first.day)} on${unsure > 0 ? `; ${sayFew(unsure)} perhaps by ${marks.them}` : ""}.`;
  return [
    {
      pattern: escalation.id,
      standing: "new after a block",
      line:
        fresh.length > 1
          ? lineOf(many)
          : quotingLine(earliest.first.act, {
              around: [
                (words) => `${head}: ${words}.${step.full}`,
                (words) => `${head}: ${words}.${step.brief}`,
                (words) => `${day}, new after a block: ${words}.${step.brief}`,
              ],
              without: lineOf(`${head}.${step.full}`),
            }),
      says: `${marks.You} blocked on ${sayDay(block.day)}. ${many}`,
      acts: idsOf(acts),
      how: `For each number and account that is ${marks.theirs} or perhaps ${marks.theirs} the first act is taken. It is new when every act from or to it in these files certainly came after the first block, and others had been used before.`,
      couldChange: [
        "A number or account that looks new can be one of which the file begins late. People also change numbers for other reasons.",
        ...sayAbsences(timeline, statement, acts),
      ],
      table: {
        columns: ["From", "First", "How known", "Acts"],
        rows: fresh.map(({ first, count }) => [
          sayIdentity(first.act.from),
          sayDay(first.day),
          sayStepInCell(first.whose, first.act),
          count,
        ]),
      },
    },
  ];
}
