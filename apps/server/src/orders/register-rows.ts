import { type Instant, type RegisterLaw, daysFromCivil, instantToIso, parseCivilDay } from "@unmask/core";
import { type OrderEnd, type OrderState, type StandingDuty, endOfOrder, ordersNotWritten, stageOfOrder } from "@unmask/case";
import type { Insertable } from "kysely";
import type { OrderTables } from "../sql/case/order-tables.ts";
import { civilDay } from "./civil-day.ts";
import { dutiesHere } from "./duties-here.ts";
import { type AtCourt, atCourt, isOurs, keptBy, newestOrder } from "./order-shown.ts";

/** Rows of the register (picture 06): one a duty, under the head where it stands. */

/** The heads, in the order in which they stand: what cannot wait first. */
export const registerGroups = ["overdue", "undecided", "due", "not-served", "failed", "decided", "suspended", "met", "ended"] as const;
/** One of them. */
export type RegisterGroup = (typeof registerGroups)[number];

const groupOf: Readonly<Record<StandingDuty["stands"], RegisterGroup>> = {
  overdue: "overdue",
  undecided: "undecided",
  due: "due",
  "not-served": "not-served",
  "met-late": "failed",
  suspended: "suspended",
  "not-required": "suspended",
  met: "met",
  ended: "ended",
};

/** What a row shows. */
export interface DutyShown {
  readonly order: string;
  readonly which: "interim" | "full";
  readonly subject: string;
  readonly atCourt?: AtCourt;
  readonly jurisdiction: OrderState["jurisdiction"];
  /** Day of the service that counts. */
  readonly served: string | null;
  readonly rule: string;
  readonly section: string;
  /** What it runs from, with its day: "served 2026-11-27". */
  readonly trigger: string;
  readonly due: string | null;
  readonly overdueFrom: Instant | null;
  /** As it is worked out; `stands` as an officer settled it. */
  readonly state: StandingDuty["state"];
  readonly stands: StandingDuty["state"];
  readonly metOn: string | null;
  readonly why: string;
  /** The exact label of a period that is over; null where none may be shown. */
  readonly label: string | null;
  /** Of a failure: somebody decided, and a second person agrees. It stays listed. */
  readonly isDecided?: true;
  /** The breach under which it is looked into. */
  readonly breach: string | null;
  readonly settled: { readonly how: string; readonly reason: string; readonly again: string | null } | null;
  /** What was settled and is not agreed with: `waits` for a second person, or that person does not agree. */
  readonly settling: { readonly number: number; readonly how: string; readonly reason: string; readonly waits: boolean } | null;
  /** How it can be settled. */
  readonly ways: StandingDuty["ways"];
  /** Whether somebody was reminded of it. */
  readonly isReminded: boolean;
  /** The force that has the order now, of what was missed before it took it: that is assessed here all the same. */
  readonly leftTo?: string;
  /** How and on which day the order ended under which it was missed; absent: it lives. What was missed before stays. */
  readonly over?: { readonly how: OrderEnd; readonly day: string };
  readonly marks: readonly string[];
}

type Row = Omit<Insertable<OrderTables["order_duty"]>, "force" | "order_id" | "case_ref" | "holds_until">;

/** The rows of the duties under an order at an instant. */
export function dutyRowsOf(state: OrderState, law: RegisterLaw, now: Instant, force: string): readonly Row[] {
  return dutiesHere(state, law, now, force).map((duty, nth) => ({
    nth,
    rule: duty.rule,
    run_from: duty.trigger,
    due: duty.due,
    overdue_from: duty.overdueFrom === null ? null : instantToIso(duty.overdueFrom),
    state: duty.stands,
    row_group: duty.isDecided === true ? "decided" : groupOf[duty.stands],
    place: placeOf(duty),
    shown: JSON.stringify(dutyShown(duty, state, law, { force, now })),
  }));
}

/** What of one duty its row shows. */
export function dutyShown(
  duty: StandingDuty,
  state: OrderState,
  law: RegisterLaw,
  { force, now }: { readonly force: string; readonly now: Instant },
): DutyShown {
  const newest = newestOrder(state);
  const { rule, section, trigger, due, overdueFrom, stands, why, ways, settled, settling } = duty;
  const breach = state.breaches.findLast(({ of }) => "duty" in of && of.duty === rule && of.trigger === trigger);
  const court = atCourt(state);
  const about = `${rule}, ${trigger}`;
  const under = state.orders.findLast(({ which, served }) => which === duty.order?.which && (served?.day ?? null) === duty.order.served);
  const stage = under === undefined ? "lives" : stageOfOrder(under, civilDay(now));
  const end = under === undefined || stage === "lives" || stage === "not-yet" ? null : endOfOrder(under);
  return {
    order: state.order,
    which: duty.order?.which ?? "full",
    subject: state.subject.name,
    ...(court !== undefined && { atCourt: court }),
    jurisdiction: state.jurisdiction,
    served: duty.order?.served ?? null,
    rule,
    section,
    trigger,
    due,
    overdueFrom,
    state: duty.state,
    stands,
    metOn: duty.metOn ?? null,
    why,
    label: duty.label ?? null,
    ...(duty.isDecided === true && { isDecided: true }),
    breach: breach?.breach ?? null,
    settled: settled === undefined ? null : { how: settled.how, reason: settled.reason, again: settled.again ?? null },
    settling:
      settling === undefined
        ? null
        : { number: settling.number, how: settling.how, reason: settling.reason, waits: settling.read === undefined },
    ways,
    isReminded: state.reminders.some((one) => one.about === about),
    ...(end !== null && { over: end }),
    ...(!isOurs(state, force) && { leftTo: keptBy(state) }),
    marks: [...(newest?.marks ?? []), ...ordersNotWritten(state).flatMap(({ lacks }) => lacks ?? [])].map(({ says }) => says),
  };
}

/** Where it stands under its head: the oldest first, next due first; of what was met the latest. */
function placeOf({ stands, due, metOn }: StandingDuty): string {
  if (stands === "met" || stands === "met-late") return latestFirst(metOn);
  return due ?? "9999-12-31";
}

const farDay = 99_999_999;

function latestFirst(day: string | undefined): string {
  const civil = parseCivilDay(day ?? "");
  return String(farDay - (civil === undefined ? 0 : daysFromCivil(civil))).padStart(8, "0");
}
