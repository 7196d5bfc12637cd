import { type Finding, type Statement, type Timeline, lanes, type LaneId } from "@unmask/core";
import { sayBetween, sayCount, sayLane, sayLaneLabel, sayList, sayNumber } from "@unmask/words";
import { sayAbsences } from "./reading/absences.ts";
import { type Pattern, type Telling, onPage } from "./pattern.ts";
import { lineOf } from "./reading/line.ts";
import { type PlacedAct, idsOf } from "./reading/placed-act.ts";
import { isSent, isTaken } from "./reading/reply.ts";
import { actsByWhose } from "./reading/their-acts.ts";

/** Fewer than this is a conversation that ended, not a row. */
const theirsLeast = 10;
/** They sent at least this many times what she sent. */
const sideFactor = 3;

/** How much came from them for what came from her. */
export const oneSidedness: Pattern = {
  id: "one-sidedness",
  looksFor: `Whether they sent at least ${sideFactor} times as much as you did.`,
  find(timeline, statement, telling = onPage) {
    const { theirs, hers, isHerSideKnown } = actsByWhose(timeline, statement);
    if (!isHerSideKnown) return [];
    const theirsSent = theirs.filter(isSent);
    const hersSent = hers.filter(isSent);
    if (theirsSent.length < theirsLeast || theirsSent.length < hersSent.length * sideFactor) return [];
    return [finding({ theirsSent, hersSent }, { timeline, statement, telling })];
  },
};

interface Sides {
  readonly theirsSent: readonly PlacedAct[];
  readonly hersSent: readonly PlacedAct[];
}

function finding(
  { theirsSent, hersSent }: Sides,
  { timeline, statement, telling: { voice } }: { timeline: Timeline; statement: Statement; telling: Telling },
): Finding {
  const calls = theirsSent.filter(({ kind }) => kind === "call");
  const taken = calls.filter(isTaken).length;
  const row = longestRow(theirsSent, hersSent);
  return {
    pattern: oneSidedness.id,
    standing: "count",
    line:
      hersSent.length === 0
        ? lineOf(`All that was sent came from ${voice.them}; the files show nothing that ${voice.me} sent back.`)
        : lineOf(
            `${voice.they} sent or called at least ${sayNumber(Math.floor(theirsSent.length / hersSent.length))} times as often as ${voice.me}.`,
          ),
    says: [
      `They sent or called ${sayNumber(theirsSent.length)} times; you, ${sayNumber(hersSent.length)}.`,
      ...(calls.length > 0 ? [`${sayCount(calls.length, "call")} came from them; the files show ${sayNumber(taken)} as answered.`] : []),
      ...(row.length >= theirsLeast
        ? [`The longest row without a word from you is ${sayNumber(row.length)}, ${sayBetween(row[0]?.day ?? 0, row.at(-1)?.day ?? 0)}.`]
        : []),
    ].join(" "),
    acts: idsOf(theirsSent),
    how:
      `Messages, calls and whatever else is sent to somebody are counted on both sides. It is said when they sent at least ${theirsLeast} and at least ${sideFactor} times as much as you. ` +
      "Answering is no fault, and neither is not answering.",
    couldChange: [...sayOneSidedFiles(theirsSent, hersSent), ...sayAbsences(timeline, statement, theirsSent)],
    table: tableOf({ theirsSent, hersSent }, row.length),
  };
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
function sayOneSidedFiles(theirs: readonly PlacedAct[], hers: readonly PlacedAct[]): string[] {
  const hersLanes = new Set(hers.map(({ lane }) => lane));
  const silent = lanesOf(theirs).filter((lane) => !hersLanes.has(lane));
  return silent.length === 0
    ? []
    : [
        `The files for ${sayList(silent.map((id) => sayLane(id)))} hold nothing that you sent; whether you sent nothing or the file leaves it out is not known.`,
      ];
}

function lanesOf(acts: readonly PlacedAct[]): readonly LaneId[] {
  const used = new Set(acts.map(({ lane }) => lane));
  return lanes.filter((id) => used.has(id));
}

function tableOf({ theirsSent, hersSent }: Sides, longest: number): Finding["table"] {
  const rowByLane = new Map<LaneId, { theirs: number; hers: number; calls: number; taken: number }>();
  const rowOf = (lane: LaneId): { theirs: number; hers: number; calls: number; taken: number } => {
    let row = rowByLane.get(lane);
    if (!row) rowByLane.set(lane, (row = { theirs: 0, hers: 0, calls: 0, taken: 0 }));
    return row;
  };
  for (const { lane } of hersSent) rowOf(lane).hers++;
  for (const one of theirsSent) {
    const row = rowOf(one.lane);
    row.theirs++;
    if (one.kind === "call") row.calls++;
    if (isTaken(one)) row.taken++;
  }
  return {
    columns: ["By", "Theirs", "Yours", "Their calls", "Answered"],
    rows: [
      ...lanes.flatMap((id) => {
        const row = rowByLane.get(id);
        return row ? [[sayLaneLabel(id), row.theirs, row.hers, row.calls, row.taken]] : [];
      }),
      ["Longest row without a word from you", longest, 0, 0, 0],
    ],
  };
}
