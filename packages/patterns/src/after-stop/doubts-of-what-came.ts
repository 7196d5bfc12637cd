import { beginningOf } from "@unmask/core";
import { marks, sayCount } from "@unmask/words";
import { sayAbsences } from "../reading/absences.ts";
import { sayCallDoubt, sayHeldHere, sayStopItself, sayTooLate, sayWithin } from "./say-stops.ts";
import { type Case, type Stops, spanOfStops } from "./stops-held.ts";
import type { Came } from "./came.ts";

/** What of theirs is not counted as after a stop, and why; and what else could change the number. */
export function doubtsOf(stops: Stops, came: Came & { readonly isEndKnown: boolean }, { timeline, statement }: Case): readonly string[] {
  const { kind, first, tooLate } = stops;
  const { after, within, inGroups, onLastDay, over, servedThen, perhapsAfter, isEndKnown } = came;
  const { isAlone, isEnding, isServed } = spanOfStops(stops);
  const theLastDay = isServed
    ? "the day of service or a last day; whether before it"
    : `${isAlone ? "its" : "a"} last day; whether it still held`;
  return [
    ...sayCallDoubt(first),
    ...(within > 0
      ? [`${sayCount(within, "act")} came ${sayWithin(first)}; whether before or after ${sayStopItself[kind]} is not known.`]
      : []),
    ...(inGroups > 0
      ? [
          `${sayCount(inGroups, "act")} went to a group in which nothing shows that ${marks.you} still ${marks.were}; whether it reached ${marks.you} is not known, and it is not counted.`,
        ]
      : []),
    ...(isEndKnown
      ? [
          `The end of a block is known only where the app notes it in a chat with ${marks.them}; a block by another app or number can have held on.`,
        ]
      : []),
    ...(onLastDay > 0 ? [`${sayCount(onLastDay, "act")} came on ${theLastDay} is not known.`] : []),
    ...(over > 0
      ? [
          `${sayCount(over, "act")} came ${isServed ? "later" : `when ${isAlone ? "it was over" : "none held"}`}; ${over === 1 ? "it is" : "they are"} not counted${isServed ? " here" : ""}.`,
        ]
      : []),
    ...(servedThen > 0
      ? [
          `${sayCount(servedThen, "act")} came while ${isAlone ? "it" : "one of them"} held and after an order was served; ${servedThen === 1 ? "it is" : "they are"} counted there and not here.`,
        ]
      : []),
    ...(perhapsAfter > 0
      ? [
          `${sayCount(perhapsAfter, "act")} may have come ${isEnding ? sayHeldHere(stops) : "after it"}; the record leaves more than one ${beginningOf(first).exact === "day" ? "day" : "time"} open.`,
        ]
      : []),
    ...sayTooLate(tooLate, statement.zone),
    ...(kind === "order in force" ? [`Whether ${marks.they} knew of the order at the time is not in these files.`] : []),
    ...sayAbsences(timeline, statement, after),
  ];
}
