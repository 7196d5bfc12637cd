import type { Instant, RegisterLaw } from "@unmask/core";
import { dayInWords, londonDay } from "../clock/london.ts";
import {
  type Breach,
  type BreachRests,
  decisionClosedBy,
  groundlessOf,
  keptOpenUntil,
  undecidedBreaches,
  updatesOwed,
} from "../fold/order/breach.ts";
import { protectedIds } from "../fold/order/protected-ids.ts";
import { standingOnes } from "../fold/order/struck.ts";
import type { OrderState } from "../fold/order-state.ts";
import { dayNumber } from "./day-number.ts";
import { restsOf } from "./breach-rests.ts";
import { dutiesOfState } from "./duties-of-state.ts";
import { saidSince } from "./said-since.ts";

/** What is still to be done under an order by us: a paper that is owed, a person who was not told, a question that waits for somebody. */

/** One thing that is owed. */
export interface Owed {
  readonly what: "acknowledgement" | "update" | "decision" | "missed" | "settling";
  /** Of which attendance, breach or duty: its number or id. */
  readonly of: string;
  /** Section that asks for it; absent where the rule is ours. */
  readonly section?: string;
  /** A protected person who is to be told. */
  readonly person?: string;
  readonly says: string;
}

/** All of it at an instant, as the page lists it. */
export function owedUnder(state: OrderState, law: RegisterLaw, at: Instant): readonly Owed[] {
  return [...ofUpdates(state, law, at), ...ofDuties(state, law, at), ...ofBreaches(state, law, at), ...ofAcknowledgements(state, law)];
}

/** Whoever an order protects is told of a decided breach; why somebody was not is written, and does not settle it. */
function ofUpdates(state: OrderState, law: RegisterLaw, at: Instant): readonly Owed[] {
  return updatesOwed(state, protectedIds(state), (breach) => restsOf(breach, state, law, at)).map(({ breach, person, not }) => ({
    what: "update",
    of: breach,
    person,
    says: not === undefined ? "Not told of the decision." : `Not told of the decision: ${not}`,
  }));
}

/** What is missed and not opened, and what nobody settled. */
function ofDuties(state: OrderState, law: RegisterLaw, at: Instant): readonly Owed[] {
  return dutiesOfState(state, law, at).flatMap(
    ({ rule, trigger, section, due, stands, why, label, missed, settled, settling }): readonly Owed[] => {
      const of = `${rule}, ${trigger}`;
      const isSaid = due !== null && saidSince(due, state).length > 0;
      const asked = isSaid ? "what was said at a station is read by nobody yet." : "nobody was asked.";
      const opened: readonly Owed[] =
        label !== undefined && missed === undefined ? [{ what: "missed", of, section, says: `${label}: ${asked}` }] : [];
      if (settling !== undefined && settling.read === undefined)
        return [
          ...opened,
          { what: "settling", of, section, says: "What was settled waits for a second person, and changes nothing before." },
        ];
      if (opened.length > 0) return opened;
      if (stands !== "undecided") return [];
      const again = settled?.how === "keep-open" && settled.again !== undefined ? dayNumber(settled.again) : undefined;
      if (again !== undefined && again > londonDay(at)) return [];
      const since = again === undefined ? "" : ` It was kept open until ${dayInWords(again)}.`;
      return [{ what: "settling", of, section, says: `Undecided: ${why}.${since}` }];
    },
  );
}

/** What is not decided, with what keeps it closed; what was kept open, from its day on. */
function ofBreaches(state: OrderState, law: RegisterLaw, at: Instant): readonly Owed[] {
  const rests = (breach: Breach): BreachRests => restsOf(breach, state, law, at);
  return undecidedBreaches(state, rests).flatMap((breach): readonly Owed[] => {
    const { breach: of } = breach;
    const again = keptOpenUntil(breach);
    if (again !== undefined && dayNumber(again) > londonDay(at)) return [];
    const [closed] = decisionClosedBy(breach, rests(breach));
    const since = again === undefined ? "" : ` It was kept open until ${dayInWords(dayNumber(again))}.`;
    return [{ what: "decision", of, says: `${sayUndecided(state, breach, rests(breach))} ${closed ?? "The decision is open."}${since}` }];
  });
}

/** Of one that was decided on what no longer stands, whoever was told of it has to hear that too. */
function sayUndecided({ told }: OrderState, breach: Breach, rests: BreachRests): string {
  const groundless = groundlessOf(breach, rests);
  if (groundless === undefined) return "Not decided.";
  const isTold = told.some(({ about, how, number }) => about === breach.breach && how !== "not-told" && number > groundless.number);
  return `What was decided rests on what no longer stands, and is open again.${isTold ? " Somebody was told of it: tell them that too." : ""}`;
}

/** The police acknowledge in writing what was notified in person. */
function ofAcknowledgements({ attendances }: OrderState, { rules }: RegisterLaw): readonly Owed[] {
  const owed = standingOnes(attendances).filter(({ inPerson, acknowledged }) => inPerson && !acknowledged.some(({ given }) => given));
  return owed.map(({ number, day, acknowledged }) => ({
    what: "acknowledgement",
    of: String(number),
    ...(rules.acknowledged && { section: rules.acknowledged.section }),
    says: `What was told on ${dayInWords(dayNumber(day))} is not acknowledged in writing: ${acknowledged.length === 0 ? "nothing is printed" : "it is printed and was not given"}.`,
  }));
}
