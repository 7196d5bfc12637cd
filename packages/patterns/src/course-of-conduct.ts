import {
  type CourseOfConduct,
  type EntryKind,
  type Finding,
  type Jurisdiction,
  type Kind,
  type LegalFact,
  type Statement,
  type Timeline,
  type Zone,
  dayIn,
} from "@unmask/core";
import { sayBetween, sayCount, sayFewOf, sayList, marks } from "@unmask/words";
import { sayAbsences } from "./reading/absences.ts";
import type { Pattern } from "./pattern.ts";
import { createInHerGroup, isToGroup } from "./reading/groups.ts";
import { inTimelineOrder } from "./reading/in-timeline-order.ts";
import { lineOf } from "./reading/line.ts";
import { type PlacedAct, idsOf } from "./reading/placed-act.ts";
import { actsByWhose } from "./reading/their-acts.ts";
import { type MarkedFinding, spoken } from "./spoken.ts";

/**
 * The acts read against what the statute calls a course of conduct, and against its examples.
 *
 * [Note: What an occasion is here] The statute does not say when two acts are two occasions. Two messages within a minute may be one, so
 * acts on different days are counted as different occasions and acts on one day as one: the fewest that the record allows, with uncertain
 * days read in the way that gives the fewest. There is no longest gap, because the statute has none.
 */
export const courseOfConduct: Pattern = spoken({
  id: "course-of-conduct",
  looksFor: "Acts on two or more occasions, however far apart, and the examples in the statute that each can be.",
  find(timeline, statement) {
    const { theirs } = actsByWhose(timeline, statement);
    const occasions = fewestOccasions(theirs, statement.zone);
    const { courseOfConduct: asked } = statement.jurisdiction;
    return asked === null || occasions < asked.occasions
      ? []
      : [finding(withFar(timeline, statement), { occasions, asked }, { timeline, statement })];
  },
});

/** Acts with a date far off belong to the conduct, whenever they were: they are listed, and no occasion rests on them. */
function withFar(timeline: Timeline, statement: Statement): readonly PlacedAct[] {
  const { theirs, far } = actsByWhose(timeline, statement);
  return inTimelineOrder([far, theirs], (one) => one, { timeline, statement });
}

/** Files of which the order of day and month is open, up to so many, are read in every way together: ten thousand would be 2^10000 ways. */
const mostOpenFiles = 4;

interface Days {
  readonly firstDay: number;
  readonly lastDay: number;
}

/**
 * The fewest occasions there can have been, over every reading. A file is written in one order of day and month, so all its dates are read day
 * first or none: five days that stay five either way are five. Where more files are open than that, each act is read by itself.
 */
function fewestOccasions(theirs: readonly PlacedAct[], zone: Zone): number {
  const isOpen = ({ or }: PlacedAct): boolean => or?.length === 1;
  const open = [...new Set(theirs.filter(isOpen).map(({ act }) => act.source.sha256))];
  if (open.length === 0 || open.length > mostOpenFiles) return occasionsOn(theirs);
  const ways = Array.from({ length: 2 ** open.length }, (_, way) => new Set(open.filter((_file, i) => Math.floor(way / 2 ** i) % 2 === 1)));
  return ways.reduce((fewest, other) => {
    const read = theirs.map((one): Days => {
      const { when, source } = one.act;
      if (!isOpen(one)) return one;
      const { earliest, latest } = (other.has(source.sha256) ? when.or?.[0] : undefined) ?? when;
      return { firstDay: dayIn(zone, earliest), lastDay: dayIn(zone, latest) };
    });
    return Math.min(fewest, occasionsOn(read));
  }, Infinity);
}

/** The most days that can be chosen so that no two acts share one. */
function occasionsOn(acts: readonly Days[]): number {
  const byEnd = [...acts].sort((a, b) => a.lastDay - b.lastDay);
  let occasions = 0;
  let takenTo = -Infinity;
  for (const { firstDay, lastDay } of byEnd) {
    if (firstDay <= takenTo) continue;
    occasions++;
    takenTo = lastDay;
  }
  return occasions;
}

function finding(
  acts: readonly PlacedAct[],
  { occasions, asked }: { occasions: number; asked: CourseOfConduct },
  { timeline, statement }: { timeline: Timeline; statement: Statement },
): MarkedFinding {
  const { jurisdiction } = statement;
  const { theirs } = actsByWhose(timeline, statement);
  const { rule, aided, speech, alsoShown } = asked;
  const first = theirs[0]?.day ?? 0;
  const last = theirs.reduce((most, { day }) => Math.max(most, day), first);
  const codesOf = createCodes(timeline, statement);
  const isInHerGroup = createInHerGroup(timeline, statement);
  const codes = acts.map(codesOf);
  return {
    pattern: courseOfConduct.id,
    standing: "count",
    line: lineOf("The acts came on separate days. Whether this is one course of conduct is for people to decide."),
    says:
      `There are ${sayCount(acts.length, "act")}, ${sayBetween(first, last)}, on at least ${sayCount(occasions, "separate day")}. ` +
      `In ${jurisdiction.name} a course of conduct towards one person needs ${sayFewOf(asked.occasions, "occasion")} or more (${sayWithAct(rule)}), and no longest time between occasions is set. ` +
      `It must also be shown ${sayList(alsoShown.map(({ that, section }) => `that ${that} (${section})`))}: ` +
      "people decide that, and whether this is a course of conduct at all.",
    acts: idsOf(acts),
    how:
      "Acts on different days are counted as different occasions, acts on one day as one: the fewest that the record allows, each file read in one order of day and month. " +
      "Letters are examples that a kind of record can be, not what each act was. " +
      (acts.some(({ act }) => act.entry?.kinds) ? `Of an entry of the journal they follow from what ${marks.you} said happened. ` : "") +
      `What went to other people alone has no letter of contact, and what went to a group has that of publishing; that of contact too, where it is shown that ${marks.you} ${marks.were} in it. ` +
      `${rule.act === undefined ? "" : `${rule.act}: `}${[rule, aided, speech, ...alsoShown].map(sayFact).join("; ")}.`,
    couldChange: [
      "A letter is our reading of the kind of record. A person who knows the case sets and removes letters.",
      ...(acts.some((one) => isToGroup(one) && !isInHerGroup(one))
        ? [
            `Where nothing that ${marks.you} wrote shows that ${marks.you} ${marks.were} in a group, what went to it has no letter of contact.`,
          ]
        : []),
      `An address of ${marks.yours} that nobody named counts as somebody else’s.`,
      `What somebody else did can count too, where ${marks.they} aided, abetted, counselled or procured it (${aided.section}), once those numbers and accounts are named.`,
      ...sayAbsences(timeline, statement, acts),
    ],
    table: tableOf(codes, { occasions, rule }, jurisdiction),
    rule,
    codesByAct: Object.fromEntries(acts.map(({ id }, i) => [id, codes[i] ?? noCodes] as const)),
  };
}

const noCodes: readonly string[] = [];

/**
 * Makes a question: which examples can an act be? In an entry of her journal all that she says happened says it. Elsewhere its kind does, but of
 * contact: what went to her employer did not contact her, and what went to a group was told to all in it, to her as well where she is one of them.
 */
function createCodes(timeline: Timeline, statement: Statement): (one: PlacedAct) => readonly string[] {
  const { examplesByKind, examplesByEntryKind } = statement.jurisdiction;
  const codesByKind = new Map<Kind, readonly string[]>(
    examplesByKind.flatMap(({ kinds, codes }) => kinds.map((kind) => [kind, codes] as const)),
  );
  const codesByEntryKind = new Map<EntryKind, readonly string[]>(
    examplesByEntryKind.flatMap(({ entryKinds, codes }) => entryKinds.map((kind) => [kind, codes] as const)),
  );
  const contactKinds = new Set<Kind>(examplesByKind.find(({ kinds }) => kinds.includes("message"))?.kinds);
  const isInHerGroup = createInHerGroup(timeline, statement);
  const published = codesByKind.get("post") ?? noCodes;
  const codesInHerGroup = [...new Set([...(codesByKind.get("message") ?? noCodes), ...published])];
  return (one) => {
    const told = one.act.entry?.kinds;
    if (told) return [...new Set(told.flatMap((kind) => codesByEntryKind.get(kind) ?? noCodes))].sort();
    const codes = codesByKind.get(one.kind) ?? noCodes;
    if (!contactKinds.has(one.kind)) return codes;
    if (isToGroup(one)) return isInHerGroup(one) ? codesInHerGroup : published;
    return one.isToOthers ? noCodes : codes;
  };
}

/** "Protection from Harassment Act 1997 s7(3)". */
function sayWithAct({ act, section }: LegalFact): string {
  return act === undefined ? section : `${act} ${section}`;
}

function sayFact({ section, checkedOn, inForceFrom }: LegalFact): string {
  return `${section}${inForceFrom === undefined ? "" : `, in force from ${inForceFrom}`}, looked up ${checkedOn}`;
}

function tableOf(
  codesOfActs: readonly (readonly string[])[],
  { occasions, rule }: { occasions: number; rule: LegalFact },
  jurisdiction: Jurisdiction,
): Finding["table"] {
  const countByCode = new Map<string, number>();
  let without = 0;
  for (const codes of codesOfActs) {
    if (codes.length === 0) without++;
    for (const code of codes) countByCode.set(code, (countByCode.get(code) ?? 0) + 1);
  }
  return {
    columns: ["Letter", "Example in the statute", "Section", "Acts that can be it"],
    rows: [
      ...jurisdiction.examples.map(({ code, says, section }) => [code, says, section, countByCode.get(code) ?? 0]),
      ...(without > 0 ? [["", "No letter follows from the kind of record", "", without]] : []),
      ["", "Separate days with an act, at least", rule.section, occasions],
    ],
  };
}
