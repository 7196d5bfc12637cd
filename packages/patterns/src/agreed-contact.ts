import {
  type AgreedContact,
  type Persona,
  type Statement,
  type Timeline,
  createAgreed,
  createHeldFromRules,
  isInPerson,
  isTheirs,
} from "@unmask/core";
import { sayBetween, sayCount, sayDay, sayFirst, sayList, sayNumber, sayRange, marks, withoutMarks } from "@unmask/words";
import { sayAbsences } from "./reading/absences.ts";
import { besideTheirs } from "./reading/beside-theirs.ts";
import type { Pattern } from "./pattern.ts";
import { lineOf } from "./reading/line.ts";
import { type PlacedAct, idsOf } from "./reading/placed-act.ts";
import { actsByWhose } from "./reading/their-acts.ts";
import { type MarkedFinding, spoken } from "./spoken.ts";

/** Contact that she says was agreed: counted apart from all else, by what she said of it, and read against no example of the law. */
export const agreedContact: Pattern = spoken({
  id: "agreed-contact",
  looksFor: "How much of the contact you said was agreed, on both sides: it is in no other number.",
  find(timeline, statement) {
    const { agreed } = besideTheirs(timeline, statement);
    return agreed.length === 0 ? [] : [finding(agreed, { timeline, statement })];
  },
});

/** Acts by whose they are. */
interface Sides {
  readonly theirs: PlacedAct[];
  readonly perhaps: PlacedAct[];
  readonly hers: PlacedAct[];
}

interface Part extends Sides {
  /** Her words. */
  readonly says: string;
}

function finding(agreed: readonly PlacedAct[], { timeline, statement }: { timeline: Timeline; statement: Statement }): MarkedFinding {
  const parts = partsOf(agreed, { timeline, statement });
  const countOf = (side: keyof Sides): number => parts.reduce((sum, part) => sum + part[side].length, 0);
  const perhaps = countOf("perhaps");
  const sides = [
    `${sayNumber(countOf("theirs"))} of ${marks.theirs}`,
    ...(perhaps > 0 ? [`${sayNumber(perhaps)} perhaps ${marks.theirs}`] : []),
    `${sayNumber(countOf("hers"))} of ${marks.yours}`,
  ];
  const [first, last] = spanOf(agreed);
  return {
    pattern: agreedContact.id,
    standing: "count",
    line: lineOf(`Some contact was agreed, as ${marks.you} said; it is counted apart from all else.`),
    says:
      `${sayFirst(sayBetween(first, last))}, ${sayCount(agreed.length, "act")} ${agreed.length === 1 ? "was" : "were"} contact that ${marks.you} said was agreed: ${sayList(sides)}. ` +
      `${sayFirst(sayList(parts.map((part) => `“${part.says}” ${sayNumber(allOf(part).length)}`)))}. ` +
      `These are in no other number, and each stands in the chronology as agreed.${sayInPerson(agreed)}${sayHeld(timeline, statement)}`,
    acts: idsOf(agreed),
    how:
      `An act is counted here when ${marks.you} marked it, or when each part of a rule of ${marks.yours} fits it: the person, the channel, the day of the week, the hours. ` +
      `Damage, coming in, following, a threat, something left, a log-in, a device and a location fit no rule. ` +
      `Nor does what holds a plain threat or an order, or words that one of the two hurt or held the other; in an account of what was in person, any word of force, a weapon or an injury; nor words of coming in, of a tracker or another's accounts, or of fear (English); nor what came between the two within an hour after such words; nor what ${marks.you} stated as a stop, and what came in the 24 hours after one: ${marks.you} can mark that act by itself. ` +
      `Where several of ${marks.your} rules fit, the first counts it. No example in the statute is set beside it.`,
    couldChange: [
      "Within the days and hours of a rule something can come that was not agreed; say so of that act, or make the rule narrower.",
      ...sayAbsences(timeline, statement, agreed),
    ],
    table: {
      columns: [
        `What ${marks.you} said was agreed`,
        marks.Theirs,
        ...(perhaps > 0 ? [`Perhaps ${marks.theirs}`] : []),
        marks.Yours,
        `Messages of ${marks.theirs}`,
        "Days",
      ],
      rows: parts.map((part) => [
        part.says,
        part.theirs.length,
        ...(perhaps > 0 ? [part.perhaps.length] : []),
        part.hers.length,
        [...part.theirs, ...part.perhaps].filter(isWritten).length,
        sayDays(allOf(part)),
      ]),
    },
  };
}

/** No list of words knows every threat: how many texts left every other number is told by rule. */
function isWritten({ act }: PlacedAct): boolean {
  return !isInPerson(act) && (act.text ?? act.subject ?? "").trim() !== "";
}

/** A rule looks at hours, and a visit can be more than a handover: how many to look at, and the last. */
function sayInPerson(agreed: readonly PlacedAct[]): string {
  const inPerson = agreed.filter(({ act, whose }) => whose !== "hers" && isInPerson(act));
  if (inPerson.length === 0) return "";
  const last = sayDay(inPerson.reduce((most, { day }) => Math.max(most, day), -Infinity));
  return inPerson.length === 1
    ? ` One of these was in person, on ${last}.`
    : ` Of these ${sayNumber(inPerson.length)} were in person, the last on ${last}.`;
}

/** What a rule would take, if no words of force and no stop held it out. */
function sayHeld(timeline: Timeline, statement: Statement): string {
  const isHeld = createHeldFromRules(timeline, statement);
  const { theirs, perhaps, hers } = actsByWhose(timeline, statement);
  const held = [...theirs, ...perhaps, ...hers].filter(({ act, whose }) => isHeld(act, whose === "hers")).length;
  if (held === 0) return "";
  return held === 1
    ? " 1 act more falls under what was agreed by its hours and is not taken, for words of force, fear, a tracker or coming in, or for a stop: it is counted with all else."
    : ` ${sayCount(held, "act")} more fall under what was agreed by their hours and are not taken, for words of force, fear, a tracker or coming in, or for a stop: they are counted with all else.`;
}

/** By what she said, in the order in which she said it; what fits nothing is left out. */
function partsOf(agreed: readonly PlacedAct[], { timeline, statement }: { timeline: Timeline; statement: Statement }): readonly Part[] {
  const rules = (statement.agreed ?? []).map((rule) => ({ rule, isAgreed: createAgreed(timeline, { ...statement, agreed: [rule] }) }));
  const partByRule = new Map<AgreedContact<Persona>, Sides>();
  for (const one of agreed) {
    const isHers = one.whose === "hers";
    const fitting = rules.find(({ isAgreed }) => isAgreed(one.act, isHers));
    if (!fitting) continue;
    const part = partByRule.get(fitting.rule) ?? { theirs: [], perhaps: [], hers: [] };
    part[isHers ? "hers" : isTheirs(one.whose) ? "theirs" : "perhaps"].push(one);
    partByRule.set(fitting.rule, part);
  }
  return rules.flatMap(({ rule }) => {
    const part = partByRule.get(rule);
    return part ? [{ says: withoutMarks(rule.says), ...part }] : [];
  });
}

function allOf({ theirs, perhaps, hers }: Sides): readonly PlacedAct[] {
  return [...theirs, ...perhaps, ...hers];
}

/** First and last day. */
function spanOf(acts: readonly PlacedAct[]): readonly [number, number] {
  return acts.reduce<[number, number]>(([first, last], { day }) => [Math.min(first, day), Math.max(last, day)], [Infinity, -Infinity]);
}

function sayDays(acts: readonly PlacedAct[]): string {
  const [first, last] = spanOf(acts);
  return sayRange(first, last);
}
