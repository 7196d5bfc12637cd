import type { Instant, PaperLaw, RegisterLaw, Zone } from "@unmask/core";
import type { Attendance } from "../fold/order/register.ts";
import type { OrderState } from "../fold/order-state.ts";
import { type StandingDuty, dutiesOfState } from "../register/duties-of-state.ts";
import type { AcknowledgementReceipt, AcknowledgementSource } from "./acknowledgement-sheet.ts";
import type { PaperTemplate } from "./paper-template.ts";

/** What the acknowledgement of one attendance is made of, as the order has it. */

/** What it needs beside the order. */
export interface BesideAttendance {
  readonly made: Instant;
  readonly zone: Zone;
  readonly law: PaperLaw;
  readonly register: RegisterLaw;
  readonly template: PaperTemplate;
  /** How anybody of the order's case is reached or was. */
  readonly reached: readonly string[];
}

/**
 * The source of the paper; a sentence where there is nothing to acknowledge: no such attendance, one that was withdrawn, or no order that it could be of.
 * Whom the order protects is named nowhere on it, and how they are reached only where he notified the same place as his own.
 */
export function acknowledgementSourceOf(
  state: OrderState,
  attendance: number,
  { made, zone, law, register, template, reached }: BesideAttendance,
): AcknowledgementSource | string {
  const came = state.attendances.find(({ number }) => number === attendance);
  if (came === undefined) return "Nobody came with that number: look again.";
  if (came.withdrawn !== undefined) return "This attendance was withdrawn, so nothing is acknowledged.";
  const order = state.orders.findLast((one) => one.made <= came.day) ?? state.orders.at(-1);
  if (order === undefined) return "No court has made this order, so there is nothing to acknowledge.";
  const duties = dutiesOfState(state, register, made);
  const without = dutiesOfState({ ...state, attendances: state.attendances.filter((one) => one !== came) }, register, made);
  return {
    number: `${state.order}/${attendance}`,
    force: state.force,
    station: came.station,
    entry: attendance,
    made,
    zone,
    law,
    template,
    order: { id: order.which === "interim" ? `${state.order}-I` : state.order, which: order.which, court: order.court, made: order.made },
    ...(order.served !== null && { served: { day: order.served.day, runs: runsFrom(duties, order.served.day) } }),
    name: nameAt(state, attendance),
    day: came.day,
    at: came.at,
    inPerson: came.inPerson,
    toWhom: came.toWhom,
    names: came.names,
    allNames: came.allNames,
    ...(came.address !== undefined && { address: came.address }),
    ...(came.regularlyFound !== undefined && { regularlyFound: came.regularlyFound }),
    ...(came.changeOn !== undefined && { changeOn: came.changeOn }),
    ...(came.online !== undefined && { online: came.online }),
    identity: came.identity,
    receipts: receiptsOf({ duties, came, without }),
    withheld: [...state.draft.protects, ...state.draft.notProtected].map(({ name }) => [name]),
    reached,
  };
}

/** By which name the order called them at that attendance, whatever was changed since. */
function nameAt({ subject, subjectBefore }: OrderState, number: number): string {
  return (subjectBefore.find((one) => one.number > number)?.subject ?? subject).name;
}

/** Whether a first period runs from that service: none does where the order replaced one that was served, or while another register holds. */
function runsFrom(duties: readonly StandingDuty[], served: string): boolean {
  return duties.some(({ rule, trigger, overdueFrom }) => rule === "first-notice" && trigger.endsWith(served) && overdueFrom !== null);
}

/**
 * Which notices it was and whether each came in time: by every duty that it met, else by those that it alone left undecided. What is undecided for another
 * reason has nothing to do with it.
 */
function receiptsOf({
  duties,
  came,
  without,
}: {
  readonly duties: readonly StandingDuty[];
  readonly came: Attendance;
  readonly without: readonly StandingDuty[];
}): AcknowledgementSource["receipts"] {
  if (!came.inPerson) return [{ notice: "other", period: { unsettled: true } }];
  const met = duties.filter(({ metOn }) => metOn === came.day);
  if (met.length > 0)
    return met.map((one) => {
      const within = one.state === "met" || one.due === null;
      return { notice: noticeOf(one), period: within ? { within } : { within: false, last: one.due } };
    });
  const isOfBefore = (duty: StandingDuty): boolean =>
    without.some(
      ({ rule, trigger, state: stood, why }) => rule === duty.rule && trigger === duty.trigger && stood === duty.state && why === duty.why,
    );
  const open = duties.filter((one) => (one.stands === "undecided" || one.late?.on === came.day) && !isOfBefore(one));
  if (open.length > 0) return open.map((one) => ({ notice: noticeOf(one), period: { unsettled: true } }));
  return [{ notice: "other", period: { unsettled: true } }];
}

function noticeOf({ rule }: StandingDuty): AcknowledgementReceipt["notice"] {
  if (rule === "first-notice" || rule === "suspension-ends") return "first";
  return rule === "name-used" ? "name" : rule === "address-changed" ? "home" : "other";
}
