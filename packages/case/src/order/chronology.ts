import { type Instant, type When, later } from "@unmask/core";
import { dateInWords, endOfDay, londonInstant } from "../clock/london.ts";
import type { CourtResult, CourtResultKind } from "../event/of-court.ts";
import type { Knowing } from "../event/shapes.ts";
import type { ResultStanding } from "../fold/order/court.ts";
import { evidenceOfAttempt, isService } from "../fold/order/service-attempts.ts";
import { standingOnes } from "../fold/order/struck.ts";
import type { OrderState } from "../fold/order-state.ts";
import { dayNumber } from "../register/day-number.ts";

/** Acts, facts and what happened to orders as one list of dated lines: the chronology of the bundle, and of a possible breach. */

/** Who says by whom it was done, and how sure they are: a record, a file that anybody can edit, or whoever reported. */
export type Sureness = "record-shows" | "file-names" | "sure" | "thinks-so" | "names-another" | "nobody-can-say" | "not-asked";

/** A line before it has its number. */
export interface UnnumberedLine {
  readonly when: Pick<When, "earliest" | "latest">;
  readonly says: string;
  /** Words of a record or of somebody, as they stand there. */
  readonly quotes?: string;
  readonly knowing: Knowing;
  readonly also?: string;
  readonly who: Sureness;
  /** Name of whoever is sure, or thinks so; absent: whoever reported. */
  readonly surer?: string;
  readonly exhibits: readonly string[];
  /** What speaks against it, or what it does not show. */
  readonly against?: string;
  /** Of a record of which nobody can say whose it is: from whom it came, and by which way. */
  readonly sender?: string;
}

/** A line. */
export interface ChronologyLine extends UnnumberedLine {
  readonly number: number;
}

/** A fact of the case that has a day. */
export interface DatedFact {
  readonly day: string;
  /** Minute on the wall. */
  readonly at?: string;
  readonly says: string;
  readonly knowing: Knowing;
  readonly exhibits: readonly string[];
}

/**
 * All lines in the order of time, numbered from 1; of one time the acts first, then facts, then orders, each by its words. An entry that was withdrawn or
 * corrected has no line. The same input gives the same list whatever its order.
 */
export function chronologyOf(
  acts: readonly UnnumberedLine[],
  facts: readonly DatedFact[],
  orders: readonly OrderState[],
): readonly ChronologyLine[] {
  const lines = [acts, facts.map(lineOfFact), orders.flatMap(linesOfOrder)].flatMap((some, rank) => some.map((line) => ({ line, rank })));
  const inOrder = lines.toSorted(
    ({ line: one, rank }, { line: other, rank: another }) =>
      one.when.earliest - other.when.earliest ||
      one.when.latest - other.when.latest ||
      rank - another ||
      (one.says < other.says ? -1 : one.says > other.says ? 1 : 0),
  );
  return inOrder.map(({ line }, i) => ({ number: i + 1, ...line }));
}

function lineOfFact({ day, at, says, knowing, exhibits }: DatedFact): UnnumberedLine {
  return { when: onDay(day, at), says, knowing, who: "not-asked", exhibits };
}

/** What happened to the orders of a stream, as the desk holds it. */
function linesOfOrder(state: OrderState): readonly UnnumberedLine[] {
  const { results, attempts, knew, attendances, names, addresses, typed, order, subject } = state;
  const shown = typed?.theirs ?? order;
  const record = (day: string, says: string, rest: Partial<UnnumberedLine> & { readonly at?: string } = {}): UnnumberedLine => {
    const { at, ...more } = rest;
    return { when: onDay(day, at), says: `${shown}: ${says}`, knowing: "record", who: "not-asked", exhibits: [], ...more };
  };
  return [
    ...results
      .filter(({ standing }) => standing !== "corrected" && standing !== "twice")
      .map(({ said, standing }) =>
        record(said.day, resultInWords(said), {
          exhibits: said.copy ? [said.copy.exhibit] : [],
          ...againstResult(standing),
        }),
      ),
    ...attempts
      .filter(({ withdrawn }) => withdrawn === null)
      .map((one) =>
        record(
          one.day,
          `${isService(one) ? "served" : one.outcome === "served" ? "service recorded, not confirmed" : "not served"} on ${subject.name}. ${one.says}`,
          {
            at: one.at,
            knowing: one.knowing,
            exhibits: evidenceOfAttempt(one).map(({ exhibit }) => exhibit),
            ...(one.notDone !== undefined && { against: one.notDone }),
          },
        ),
      ),
    ...standingOnes(knew).map((one) =>
      record(one.day, `${subject.name} is recorded to have known of it. ${one.ground.says}`, { knowing: one.ground.knowing }),
    ),
    ...standingOnes(attendances).map((one) =>
      record(one.day, `${subject.name} came to ${one.station}${one.inPerson ? "" : ", not in person"}.`, { at: one.at }),
    ),
    ...standingOnes(names).map((one) => record(one.day, `the name “${one.name}” was used.`, { knowing: one.ground.knowing })),
    ...standingOnes(addresses).map((one) => record(one.day, "a change of address.", { knowing: one.ground.knowing })),
  ];
}

/** What is said beside a result that does not stand as it is told. */
function againstResult(standing: ResultStanding): Pick<UnnumberedLine, "against"> {
  switch (standing) {
    case "unread":
      return { against: "no second person has read the copy yet" };
    case "waits":
      return { against: "it is against the rule, and counts when a second person has read a certified copy" };
    case "sent-back":
      return { against: "a second person sent it back: it is read again from its copy" };
    case "lacks-text":
      return { against: "what the court above made of it is not written" };
    case "changes-nothing":
      return { against: "there was no order then that it could change" };
    default:
      return {};
  }
}

const resultWords: Readonly<Record<CourtResultKind, string>> = {
  "interim-made": "interim order made",
  "interim-refused": "interim order refused",
  made: "order made",
  refused: "order refused",
  varied: "varied",
  renewed: "renewed",
  discharged: "discharged",
  "change-refused": "change refused",
  "appeal-allowed": "appeal allowed",
  "appeal-dismissed": "appeal dismissed",
  "interim-ended": "interim order ended",
};

function resultInWords({ result, court, period, remitted }: CourtResult): string {
  const until =
    period === undefined ? "" : period.until === null ? ", until further order" : `, to ${dateInWords(dayNumber(period.until))}`;
  return `${resultWords[result]} by ${court}${until}${remitted === "yes" ? "; the matter went back to the court below" : ""}.`;
}

/** A minute of a day in London, or the whole of it. */
function onDay(day: string, at?: string): Pick<When, "earliest" | "latest"> {
  const minute = at === undefined ? undefined : londonInstant(day, at);
  if (minute !== undefined) return { earliest: minute, latest: later(minute, 59_999) };
  const number = dayNumber(day);
  const earliest: Instant = endOfDay(number - 1);
  return { earliest, latest: later(endOfDay(number), -1) };
}
