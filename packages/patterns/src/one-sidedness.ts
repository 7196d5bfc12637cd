import { type Finding, type Statement, type Timeline, lanes, type LaneId } from "@unmask/core";
import { sayBetween, sayCount, sayFirst, sayLane, sayLaneLabel, sayList, sayNumber, sayTimes, marks } from "@unmask/words";
import { sayAbsences } from "./reading/absences.ts";
import { besideTheirs, isAboutEven, sayBeside, sayEven, sayEvenRule, sayNotThese } from "./reading/beside-theirs.ts";
import { isToGroup, sayGroups } from "./reading/groups.ts";
import { isHerNameOpen } from "./reading/her-name-open.ts";
import { hersToPerhaps } from "./reading/hers-to-perhaps.ts";
import { type Initiative, countInitiative, quietHours } from "./reading/initiative.ts";
import type { Pattern } from "./pattern.ts";
import { lineOf } from "./reading/line.ts";
import { type PlacedAct, idsOf } from "./reading/placed-act.ts";
import { isSent } from "./reading/reply.ts";
import { actsByWhose } from "./reading/their-acts.ts";
import { type MarkedFinding, spoken } from "./spoken.ts";

/** Fewer than this is a conversation that ended: two sides are not weighed. */
const theirsLeast = 10;
/** From so many times what she sent it is said that they sent more than that. */
const sideFactor = 3;

/** How much came from them for what came from her, and who began again after a quiet time. */
export const oneSidedness: Pattern = spoken({
  id: "one-sidedness",
  looksFor: `How much they sent beside what you sent, whether that is about even, and who began again after ${quietHours} quiet hours.`,
  find(timeline, statement) {
    const { theirs, hers, isHerSideKnown } = actsByWhose(timeline, statement);
    if (!isHerSideKnown) return [];
    const theirsSent = theirs.filter(isSent);
    const hersSent = hers.filter(isSent);
    if (theirsSent.length < theirsLeast || (hersSent.length === 0 && isHerNameOpen(timeline, statement))) return [];
    return [finding({ theirsSent, hersSent }, { timeline, statement })];
  },
});

interface Sides {
  readonly theirsSent: readonly PlacedAct[];
  readonly hersSent: readonly PlacedAct[];
}

function finding({ theirsSent, hersSent }: Sides, { timeline, statement }: { timeline: Timeline; statement: Statement }): MarkedFinding {
  const calls = theirsSent.filter(({ kind }) => kind === "call");
  const taken = calls.filter(({ isTaken }) => isTaken).length;
  const row = longestRow(theirsSent, hersSent);
  const initiative = countInitiative(timeline, statement);
  const { perhaps, unnamed, notThese, agreed } = besideTheirs(timeline, statement);
  const [perhapsSent, unnamedSent] = [perhaps.filter(isSent), unnamed.filter(isSent)];
  const toPerhaps = hersToPerhaps(timeline, statement).length;
  const groups = sayGroups(timeline, theirsSent, hersSent);
  const toOthers = theirsSent.filter(({ isToOthers }) => isToOthers).length;
  const beside = agreed.some(isSent) ? "beside what was agreed, " : "";
  const agreedByHer = agreed.filter((one) => one.whose === "hers" && isSent(one));
  return {
    pattern: oneSidedness.id,
    standing: "count",
    line: lineOf(sayWhoSentMore(theirsSent.length, hersSent.length, { toPerhaps, beside, isHersAgreed: agreedByHer.length > 0 })),
    says: [
      `${beside === "" ? marks.They : `${sayFirst(beside)}${marks.they}`} sent or called ${sayNumber(theirsSent.length)} times; ${marks.you}, ${sayNumber(hersSent.length)}${sayEven(isAboutEven(theirsSent.length, hersSent.length))}` +
        `${toPerhaps > 0 ? `; ${marks.you} sent ${sayNumber(toPerhaps)} more to what is perhaps ${marks.theirs}` : ""}.`,
      ...(groups === "" ? [] : [saySentTo(groups, theirsSent, hersSent)]),
      ...(toOthers > 0 ? [`Of these, ${sayNumber(toOthers)} of ${marks.theirs} went to other people.`] : []),
      ...sayInitiative(initiative),
      ...sayInOne([
        ...(calls.length > 0
          ? [`${sayCount(calls.length, "call")} came from ${marks.them}`, `the files show ${sayNumber(taken)} as answered`]
          : []),
        ...(row.length >= theirsLeast
          ? [
              `the longest row without a word from ${marks.you} is ${sayNumber(row.length)}, ${sayBetween(row[0]?.day ?? 0, row.at(-1)?.day ?? 0)}`,
            ]
          : []),
      ]),
      ...sayBeside({ perhaps: perhapsSent.length, unnamed: unnamedSent.length }),
    ].join(" "),
    acts: idsOf(theirsSent),
    how:
      `Messages, calls and whatever else is sent to somebody are counted on both sides, from ${theirsLeast} of ${marks.theirs} on. ${sayEvenRule("the numbers")} The line says how many whole times as much ${marks.they} sent, from ${sideFactor} on. ` +
      `To begin is to write or call when nothing went in either direction in the ${quietHours} hours before; whatever is agreed, perhaps ${marks.theirs} or by nobody named breaks such a quiet time too. It counts when it holds for every time that the act can mean; the first act of all is not counted, because no file tells what came before it. ` +
      `A group counts as many as wrote in it, with ${marks.you}. Answering is no fault, and neither is not answering.`,
    couldChange: [
      ...sayNotThese(notThese.filter(isSent).length),
      ...sayOneSidedFiles(theirsSent, hersSent, agreedByHer),
      "Who began is counted in the files at hand; what stands in others, or was said face to face, may have come before.",
      ...sayAbsences(timeline, statement, theirsSent),
    ],
    table: tableOf(
      { theirsSent, hersSent },
      { longest: row.length, initiative, groups, toOthers, perhaps: perhapsSent, unnamed: unnamedSent, toPerhaps },
    ),
  };
}

/** Who sent more, in a line; the figures stand in the sentence below it. */
function sayWhoSentMore(
  theirs: number,
  hers: number,
  { toPerhaps, beside, isHersAgreed }: { readonly toPerhaps: number; readonly beside: string; readonly isHersAgreed: boolean },
): string {
  const { you, they, them } = marks;
  if (hers === 0)
    return sayFirst(
      `${beside}all that was sent came from ${them}; the files show nothing ${isHersAgreed ? "else " : ""}that ${you} sent back${toPerhaps === 0 ? "" : `, but ${sayNumber(toPerhaps)} to what is perhaps ${marks.theirs}`}.`,
    );
  const [They, You] = beside === "" ? [marks.They, marks.You] : [`${sayFirst(beside)}${they}`, `${sayFirst(beside)}${you}`];
  if (isAboutEven(theirs, hers)) return `${They} and ${you} sent or called about as often as each other.`;
  if (theirs < hers) return `${You} sent or called more often than ${they}.`;
  const times = Math.floor(theirs / hers);
  return times < sideFactor
    ? `${They} sent or called more often than ${you}.`
    : `${They} sent or called at least ${sayNumber(times)} times as often as ${you}.`;
}

function saySentTo(groups: string, theirsSent: readonly PlacedAct[], hersSent: readonly PlacedAct[]): string {
  const [theirs, hers] = [theirsSent.filter(isToGroup).length, hersSent.filter(isToGroup).length];
  return `Of these, ${sayNumber(theirs)} of ${marks.theirs} and ${sayNumber(hers)} of ${marks.yours} went to ${groups}.`;
}

function sayInitiative({ theirs, hers, perhaps, unnamed }: Initiative): readonly string[] {
  if (theirs + hers + perhaps + unnamed === 0) return [];
  const apart = [
    ...(perhaps > 0 ? [`${sayNumber(perhaps)} by somebody who is perhaps ${marks.them}`] : []),
    ...(unnamed > 0 ? [`${sayNumber(unnamed)} by nobody the files name`] : []),
  ];
  const more = apart.length > 0 ? `; apart from these ${sayList(apart)}` : "";
  return [
    `After ${quietHours} quiet hours ${marks.they} began ${theirs === 1 ? sayTimes(1) : `${sayNumber(theirs)} times`}, ${marks.you} ${sayNumber(hers)}${sayEven(isAboutEven(theirs, hers))}${more}.`,
  ];
}

/** Parts in one sentence, so that `says` keeps its measure (docs/formats/finding.md); none of none. */
function sayInOne(parts: readonly string[]): readonly string[] {
  const said = parts.join("; ");
  return said === "" ? [] : [`${said.slice(0, 1).toUpperCase()}${said.slice(1)}.`];
}

/** The most acts of theirs in a row with nothing of hers between, both in order of time. A tie goes to the earlier. */
function longestRow(theirs: readonly PlacedAct[], hers: readonly PlacedAct[]): readonly PlacedAct[] {
  let best = { from: 0, until: 0 };
  let from = 0;
  let answered = 0;
  for (let i = 0; i < theirs.length; i++) {
    const time = theirs[i]?.earliest ?? 0;
    const before = answered;
    while (answered < hers.length && (hers[answered]?.earliest ?? 0) <= time) answered++;
    if (answered > before) from = i;
    if (i + 1 - from > best.until - best.from) best = { from, until: i + 1 };
  }
  return theirs.slice(best.from, best.until);
}

/** Lanes in which no file holds a word of hers: she may have sent nothing, or the export may leave her side out. */
function sayOneSidedFiles(theirs: readonly PlacedAct[], hers: readonly PlacedAct[], agreedByHer: readonly PlacedAct[]): readonly string[] {
  const [hersLanes, agreedLanes] = [new Set(lanesOf(hers)), new Set(lanesOf(agreedByHer))];
  const silent = lanesOf(theirs).filter((lane) => !hersLanes.has(lane));
  const say = (some: readonly LaneId[], beside: string): readonly string[] =>
    some.length === 0
      ? []
      : [
          `The files for ${sayList(some.map((id) => sayLane(id)))} hold nothing${beside} that ${marks.you} sent; whether ${marks.you} sent nothing${beside === "" ? "" : " else"} or the file leaves it out is not known.`,
        ];
  return [
    ...say(
      silent.filter((lane) => !agreedLanes.has(lane)),
      "",
    ),
    ...say(
      silent.filter((lane) => agreedLanes.has(lane)),
      " beside what was agreed",
    ),
  ];
}

function lanesOf(acts: readonly PlacedAct[]): readonly LaneId[] {
  const used = new Set(acts.map(({ lane }) => lane));
  return lanes.filter((id) => used.has(id));
}

interface Figures {
  readonly longest: number;
  readonly initiative: Initiative;
  readonly groups: string;
  readonly toOthers: number;
  readonly perhaps: readonly PlacedAct[];
  readonly unnamed: readonly PlacedAct[];
  readonly toPerhaps: number;
}

interface LaneRow {
  theirs: number;
  hers: number;
  perhaps: number;
  unnamed: number;
  calls: number;
  taken: number;
}

function tableOf(
  { theirsSent, hersSent }: Sides,
  { longest, initiative, groups, toOthers, perhaps, unnamed, toPerhaps }: Figures,
): Finding["table"] {
  const all: LaneRow = { theirs: 0, hers: 0, perhaps: 0, unnamed: 0, calls: 0, taken: 0 };
  const rowByLane = new Map<LaneId, LaneRow>();
  const add = (some: readonly PlacedAct[], what: keyof LaneRow): void => {
    for (const { lane } of some) {
      let row = rowByLane.get(lane);
      if (!row) rowByLane.set(lane, (row = { theirs: 0, hers: 0, perhaps: 0, unnamed: 0, calls: 0, taken: 0 }));
      row[what]++;
      all[what]++;
    }
  };
  const calls = theirsSent.filter(({ kind }) => kind === "call");
  add(theirsSent, "theirs");
  add(hersSent, "hers");
  add(perhaps, "perhaps");
  add(unnamed, "unnamed");
  add(calls, "calls");
  add(
    calls.filter(({ isTaken }) => isTaken),
    "taken",
  );
  const inGroups = [theirsSent, hersSent, perhaps, unnamed].map((some) => some.filter(isToGroup).length);
  const { theirs, hers, perhaps: perhapsBegan, unnamed: unnamedBegan } = initiative;
  return {
    columns: ["By", marks.Theirs, marks.Yours, `Perhaps ${marks.theirs}`, "Nobody named", "Calls", "Answered"],
    rows: [
      ...lanes.flatMap((id) => {
        const row = rowByLane.get(id);
        return row ? [cellsOf(sayLaneLabel(id), row)] : [];
      }),
      cellsOf("In all", all),
      ...(groups === "" ? [] : [[`To ${groups}`, ...inGroups, 0, 0]]),
      ...(toOthers > 0 ? [["To other people", toOthers, 0, 0, 0, 0, 0]] : []),
      ...(toPerhaps > 0 ? [[`${marks.You} sent to what is perhaps ${marks.theirs}`, 0, toPerhaps, 0, 0, 0, 0]] : []),
      [`Began after ${quietHours} quiet hours`, theirs, hers, perhapsBegan, unnamedBegan, 0, 0],
      [`Longest row without a word from ${marks.you}`, longest, 0, 0, 0, 0, 0],
    ],
  };
}

function cellsOf(label: string, { theirs, hers, perhaps, unnamed, calls, taken }: LaneRow): readonly (string | number)[] {
  return [label, theirs, hers, perhaps, unnamed, calls, taken];
}
