import {
  type CaseState,
  type ReportState,
  type Stream,
  callCase,
  dutiesOf,
  foldReport,
  linesOfCase,
  linesOfReport,
  reporterOf,
  sayUntold,
} from "@unmask/case";
import { dayIn, daysFromCivil, parseCivilDay } from "@unmask/core";
import { sayShortDay } from "@unmask/words";
import { asMachine } from "../access/as-machine.ts";
import type { DeskCall } from "../access/desk-route.ts";
import { london } from "../orders/london-zone.ts";
import { openedList } from "../orders/opened-shown.ts";
import { ordersInCase, untoldIn } from "../orders/orders-in-case.ts";
import { readStream } from "../sql/case/case-events.ts";
import { isLate } from "./case-page.ts";
import { readCase } from "./find-case.ts";
import { personsOfCase, personsOfReport } from "./persons-shown.ts";

/** A report or a case as it is handed over at the end of a shift. */
export interface Handable {
  readonly stream: Stream;
  readonly state: ReportState | CaseState;
  /** Who reports, or by whom a case is called: never whom it complains of. */
  readonly name: string;
  /** Whom a case complains of, where one is named. */
  readonly about?: string;
  readonly persons: readonly string[];
  /** What stands by itself: what happened, and of a case what is due, with its day. None of it can be left out. */
  readonly lines: ReturnType<typeof linesOfReport>;
}

/** `R-2100` is a report, every other number a case. */
export function streamOf(reference: string): Stream {
  return { of: reference.startsWith("R-") ? "report" : "case", id: reference };
}

/** Reads it by its number. Whoever asks was let in before. */
export async function handableOf(call: DeskCall<unknown>, reference: string): Promise<Handable> {
  const { tx, parts, now } = call;
  const stream = streamOf(reference);
  if (stream.of === "report") {
    const state = foldReport(reference, await readStream(tx, parts.force.id, stream));
    return { stream, state, name: reporterOf(state), persons: personsOfReport(state), lines: linesOfReport(state) };
  }
  const found = await asMachine(tx, call, () => readCase(call, reference));
  if (found === undefined) throw new Error("a case in the list of cases has no event: unmask force rebuild");
  const { state, reports, joined, rules } = found;
  const due = dutiesOf(found, rules, now).flatMap(({ state: of, says, dueBy }): Handable["lines"] => {
    if (isLate(of)) return [{ group: "cannot-wait", says: `${says}: overdue${dayOf(dueBy)}`, knowing: "record" }];
    return of === "due" || of === "open" || of === "no-figure" ? [{ group: "due", says: `${says}${dayOf(dueBy)}`, knowing: "record" }] : [];
  });
  const opened = (await asMachine(tx, call, () => openedList(tx, parts.force.id, reference))).map(
    ({ order, says, since }): Handable["lines"][number] => ({
      group: "cannot-wait",
      says: `${order}: ${says}; opened ${sayShortDay(dayIn(london, since))}, not decided`,
      knowing: "record",
    }),
  );
  const left = untoldIn(await ordersInCase(call, reference)).map((one): Handable["lines"][number] => ({
    group: "cannot-wait",
    says: `${one.order}: ${sayUntold(one)}`,
    knowing: "record",
  }));
  return {
    stream,
    state,
    ...callCase(state, reports),
    persons: personsOfCase(found),
    lines: [...linesOfCase(state, reports, joined), ...opened, ...left, ...due],
  };
}

function dayOf(written: string | undefined): string {
  const day = parseCivilDay(written ?? "");
  return day === undefined ? "" : `, end of ${sayShortDay(daysFromCivil(day))}`;
}
