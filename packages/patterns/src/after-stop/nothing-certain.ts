import { type TimelineAct, isNotHeld, isWithinStop } from "@unmask/core";
import { marks, sayCount, sayDay, sayFirst, sayFrom, sayKinds, sayLaneLabel, sayList, sayNumber } from "@unmask/words";
import { sayAbsences } from "../reading/absences.ts";
import { leftAside, sayBesideLeft } from "../reading/beside-theirs.ts";
import { lineOf, quoteOf, quotingLine, sayWhenOf, withOneStop } from "../reading/line.ts";
import { type PlacedAct, idsOf } from "../reading/placed-act.ts";
import { actsByWhose } from "../reading/their-acts.ts";
import { leftBetween } from "./left-between.ts";
import type { Beside, Came } from "./came.ts";
import { sayBriefWhen, sayByWhat, sayCallDoubt, sayStop, sayTooLate, sayUntil, sayWhen, shortStops } from "./say-stops.ts";
import { type Case, type Stops, type Told, heldAt, isHeld } from "./stops-held.ts";

/**
 * Her words, after which nothing came that is certainly theirs: the stop stands, with what may be theirs or may have come after it. She can have said
 * it to an account that is perhaps theirs.
 */
export function nothingCertain(
  { kind, first }: Stops,
  {
    perhapsHeld,
    perhapsAfter,
    within,
    notNamed,
    notNamedSaid,
  }: Came & Pick<Beside, "notNamed" | "notNamedSaid"> & { readonly perhapsHeld: readonly PlacedAct[] },
  { timeline, statement, act }: Case & { readonly act: TimelineAct },
): Told {
  const { zone } = statement;
  const [quoted, when] = [quoteOf(act, { isStop: true }), sayWhen(first, zone)];
  const [perhaps, open] = [perhapsHeld.length, perhapsAfter + within];
  const left = sayBesideLeft(leftBetween(timeline, statement, { stop: first }));
  const then =
    `nothing ${perhaps + open > 0 ? "certainly " : ""}by ${marks.them}${left}` +
    `${perhaps > 0 ? `, perhaps ${sayCount(perhaps, "act")}` : ""}${open > 0 ? `, ${sayNumber(open)}${perhaps > 0 ? " more" : ""} may have` : ""}` +
    `${notNamed > 0 ? `, ${notNamedSaid} by accounts not named` : ""}`;
  return {
    line: quotingLine(act, {
      around: [
        (words) => `${sayBriefWhen(first, zone)}: ${words}. Then ${then} in these files.`,
        (words) => `${sayBriefWhen(first, zone)}: ${words}. Then ${then}.`,
      ],
      without: lineOf(`${shortStops[kind]}${sayByWhat(first)}: ${sayBriefWhen(first, zone)}. Then ${then}.`),
      isStop: true,
    }),
    says: withOneStop(
      `${sayStop[kind]}${sayByWhat(first)} on ${when}${quoted === undefined ? "" : `: ${quoted}`}. ${sayFirst(`${left === "" ? "" : `${left.trimStart()}, `}nothing`)} that came after that in these files is certainly by ${marks.them}` +
        `${perhaps > 0 ? `; ${sayCount(perhaps, "act")} ${perhaps === 1 ? "is" : "are"} perhaps by ${marks.them}: ${sayKinds(perhapsHeld)}` : ""}.` +
        `${open > 0 ? ` ${sayCount(open, "act")} by ${marks.them} may have come after it.` : ""}` +
        `${notNamed > 0 ? ` ${sayCount(notNamed, "act")} came by accounts not named.` : ""}`,
    ),
    acts: perhaps > 0 ? idsOf(perhapsHeld) : [act.id],
    how: `An act that is perhaps ${marks.theirs} is named when every time it can mean lies after ${when}. None that is certainly ${marks.theirs} does.`,
    couldChange: [
      ...sayCallDoubt(first),
      `What came by numbers and accounts of which ${marks.you} did not say whose they are is not counted here.`,
      ...sayAbsences(timeline, statement, perhapsHeld),
    ],
    table: {
      columns: ["After", "By", "From", "Came", "May have come after"],
      rows: [
        ...perhapsHeld.map((one) => [when, sayLaneLabel(one.lane), sayFrom(one.act), sayWhenOf(one, zone), 0]),
        [when, "All ways", "", "", open],
      ],
    },
  };
}

/** What came on the last day of an order or a bail condition, where nothing else certainly came while it held: no day of it is passed over. */
export function onLastDayAlone(stops: Stops, { over }: Came, { timeline, statement }: Case): readonly Told[] {
  const { kind, all, elsewhere, tooLate } = stops;
  const { zone } = statement;
  const ending = all.filter(({ served }) => served === undefined);
  const onLastDay = actsByWhose(timeline, statement).theirs.filter(
    (one) =>
      !heldAt(all, one) &&
      !heldAt(elsewhere, one) &&
      ending.some((stop) => stop.lastDay && !isNotHeld(one, stop) && isWithinStop(one, stop.lastDay)),
  );
  const [first] = onLastDay;
  if (first === undefined) return [];
  const count = sayCount(onLastDay.length, "act");
  const day = sayDay(first.day);
  const left = sayBesideLeft(leftAside(timeline, statement, (one) => isHeld(stops, one)));
  const open = "whether it still held is not known.";
  return [
    {
      line: lineOf(
        `${shortStops[kind]}: ${count} came on ${day}, its last day; ${open}`,
        `${shortStops[kind]}: ${count} on ${day}, its last day; ${open}`,
      ),
      says:
        `${sayStop[kind]}${kind === "order in force" ? "" : " on"} ${sayList(all.map((stop) => `${sayWhen(stop, zone)}${sayUntil(stop, zone)}`))}. Nothing${left} came that certainly lies while ${all.length === 1 ? "it" : "one of them"} held. ` +
        `${count} came on a last day: ${sayKinds(onLastDay)}; ${open}`,
      acts: idsOf(onLastDay),
      how: "An act is named when every time that it can mean lies on the last day. The hour at which it was over is not known.",
      couldChange: [
        ...(over > 0 ? [`${sayCount(over, "act")} came when none held; ${over === 1 ? "it is" : "they are"} not counted.`] : []),
        ...sayTooLate(tooLate, zone),
        ...sayAbsences(timeline, statement, onLastDay),
      ],
      table: {
        columns: ["Last day", "By", "From", "Came"],
        rows: onLastDay.map((one) => [sayDay(one.day), sayLaneLabel(one.lane), sayFrom(one.act), sayWhenOf(one, zone)]),
      },
    },
  ];
}
