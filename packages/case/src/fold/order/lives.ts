import type { OrderDeskLaw } from "@unmask/core";
import type { CourtResult } from "../../event/of-court.ts";
import type { WhichOrder } from "../../event/order-shapes.ts";
import { lackingText, marksOf, mindsOfResult } from "./against-rule.ts";
import { type ApplicationPart, stepped, withoutCourt } from "./application.ts";
import type { ChangePart } from "./change.ts";
import { type CourtPart, type Mark, type OrderResult, type ResultStanding, isRead } from "./court.ts";
import { type Course, type Life, courseAfter, courseUnder, effectOfAppeal, isEffective, newestOf, whichOf } from "./course.ts";
import { type LiveOrder, stageOfOrder } from "./live-order.ts";
import { type RegisterPart } from "./register.ts";
import { type ServicePart, earliestService } from "./service-attempts.ts";
import { standingOnes } from "./struck.ts";

/** What comes of the results: which orders there are, how each stands, and what the court did of the application. Worked out anew after each event. */

/** What the working out reads. */
export type Written = ApplicationPart & CourtPart & ServicePart & ChangePart & Pick<RegisterPart, "transfers">;

/** What is worked out. */
export interface Lives {
  /** Orders in the order in which they were made; of a kind at most one lives on any day. */
  readonly orders: readonly LiveOrder[];
  /** Marks of results that were corrected and are not marks of what stands in their place. */
  readonly takenAway: readonly (Mark & { readonly order: WhichOrder; readonly correctedBy: number })[];
}

/** Before the first event. */
export const noLives: Lives = { orders: [], takenAway: [] };

/** Lays what the courts did over what was written. */
export function withLives<S extends Written & Lives>(state: S, law: OrderDeskLaw): S {
  if (state.results.length === 0) return state;
  let course: Course = courseUnder(law);
  const worked = new Map<number, OrderResult>();
  for (const result of inOrder(state.results)) {
    const against = marksOf(result, course, state, law);
    const standing = standingOf(result, against, course, state);
    const [minded, lacks] = [mindsOfResult(result, course, state, law), standing === "lacks-text" ? lackingText(result, law) : null];
    worked.set(result.number, { ...result, against, minded, standing, lacks });
    if (counts(standing, result) || standing === "lacks-text") course = courseAfter(course, result, against, state);
    // What changes nothing is known again too: typed twice it is marked once.
    else if (standing === "changes-nothing") course = { ...course, seen: [...course.seen, result.said] };
  }
  const results = state.results.map((one) => worked.get(one.number) ?? one);
  return {
    ...state,
    results,
    orders: withIdleMarks(course, results).map((life) => withService(life, course, state)),
    takenAway: takenAwayOf(results),
    application: determined(state, course),
  };
}

function inOrder(results: readonly OrderResult[]): readonly OrderResult[] {
  return results.toSorted((one, other) => {
    if (one.said.day !== other.said.day) return one.said.day < other.said.day ? -1 : 1;
    return one.number - other.number;
  });
}

/** Whether a result changes anything. One that makes an order does although it was sent back: no order is lost by a slip of the keys. */
function counts(standing: ResultStanding, { said }: OrderResult): boolean {
  return standing === "counts" || standing === "unread" || (standing === "sent-back" && makes(said));
}

function makes({ result }: CourtResult): boolean {
  return result === "made" || result === "interim-made";
}

function standingOf(result: OrderResult, against: readonly Mark[], course: Course, state: Written): ResultStanding {
  const { said, correctedBy, sentBack, confirmed } = result;
  if (correctedBy !== null) return "corrected";
  if (course.seen.some((one) => isSame(one, said))) return "twice";
  if (!isEffective(said, course, state)) return "changes-nothing";
  // Sent back it is no less a fact that an order may be there.
  if (said.result === "appeal-allowed" && effectOfAppeal(said, course, state) === "lacks-text") return "lacks-text";
  if (sentBack !== null) return "sent-back";
  if (against.length === 0 || isTyped(result, state)) return isRead(result) ? "counts" : "unread";
  return isRead(result) && confirmed?.againstRuleSeen === true && said.copy?.certified === true ? "counts" : "waits";
}

/** An order of another force that was typed in binds whatever its period is: it is marked, and waits for nobody. */
function isTyped({ number, corrects }: OrderResult, { typed }: Written): boolean {
  return typed !== null && (typed.number === number || typed.number === corrects);
}

/** The same result typed twice. */
function isSame(one: CourtResult, other: CourtResult): boolean {
  const parts = ({ result, order, day, period, conditions, change, appeal, remitted }: CourtResult): string =>
    JSON.stringify([result, order, day, period, conditions, change, appeal, remitted]);
  return parts(one) === parts(other);
}

/** What came too late changes nothing, and what an appeal made is not written: each is marked on the order of which it speaks. */
function withIdleMarks(course: Course, results: readonly OrderResult[]): readonly Life[] {
  const idle = inOrder(results).filter(({ standing }) => standing === "changes-nothing" || standing === "lacks-text");
  return course.lives.map((life) => {
    const ofLife = idle.filter(({ said }) => newestOf(course, whichOf(said)) === life);
    const marks = ofLife.flatMap(({ against, lacks, said }) => (lacks !== null && said.day >= life.made ? [...against, lacks] : against));
    return marks.length === 0 ? life : { ...life, marks: [...life.marks, ...marks] };
  });
}

/** An order with the attempts to serve it: of two of a kind, each has those until the next was made. */
function withService(life: Life, { lives }: Course, { attempts, knew }: ServicePart): LiveOrder {
  const ofKind = lives.filter(({ which }) => which === life.which);
  const next = ofKind.find(({ made }) => made > life.made)?.made;
  const isFirst = ofKind.every(({ made }) => made >= life.made);
  const isOfThis = ({ order, day }: { readonly order: WhichOrder; readonly day: string }): boolean =>
    order === life.which && (isFirst || day >= life.made) && (next === undefined || day < next);
  const own = attempts.filter(isOfThis);
  const served = earliestService(own, life.made);
  return {
    ...life,
    attempts: own,
    served,
    disputed: served === null ? [] : standingOnes(served.disputes),
    knew: standingOnes(knew).filter(isOfThis),
  };
}

/** Appeals that were allowed of which an order may be there and none is written: nothing lives that could be the one that the court above made. */
export function ordersNotWritten({ results, orders }: Pick<Written & Lives, "results" | "orders">): readonly OrderResult[] {
  return results.filter(
    ({ standing, said }) =>
      standing === "lacks-text" &&
      !orders.some((one) => one.which === whichOf(said) && (one.made >= said.day || stageOfOrder(one, said.day) === "lives")),
  );
}

function takenAwayOf(results: readonly OrderResult[]): Lives["takenAway"] {
  return results.flatMap(({ against, correctedBy, said }) => {
    if (correctedBy === null) return [];
    const right = results.find(({ number }) => number === correctedBy);
    const gone = against.filter(({ section, why }) => right?.against.every((one) => one.section !== section || one.why !== why) ?? true);
    return gone.map((mark) => ({ ...mark, order: whichOf(said), correctedBy }));
  });
}

/** The application as the court left it. An order of another force that was typed in was granted there. */
function determined(state: Written, { determination, lives }: Course): ApplicationPart["application"] {
  const { application, typed } = state;
  if (typed !== null && lives.length > 0)
    return application.stage === "granted" ? application : stepped(withoutCourt(application), typed, "granted");
  if (determination === null) return withoutCourt(application);
  return stepped(withoutCourt(application), determination.at, determination.how);
}
