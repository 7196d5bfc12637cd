import type { OrderDeskLaw } from "@unmask/core";
import type { CourtResult } from "../../event/of-court.ts";
import type { WhichOrder } from "../../event/order-shapes.ts";
import type { At } from "../event-at.ts";
import type { ChangePart } from "./change.ts";
import type { CourtPart, Mark, OrderResult } from "./court.ts";
import { type LiveOrder, livesOn } from "./live-order.ts";
import { atOfOrder } from "./struck.ts";

/** The results one after the other, each laid over what the ones before it left. */

/** An order without what service says of it. */
export type Life = Omit<LiveOrder, "attempts" | "served" | "disputed" | "knew">;

/** What the results until a day left. */
export interface Course {
  /** In the order in which they were made. */
  readonly lives: readonly Life[];
  /** What the court did of the application, last. */
  readonly determination: { readonly how: "granted" | "refused"; readonly day: string; readonly at: At } | null;
  /** What counted, to know what was typed twice. */
  readonly seen: readonly CourtResult[];
  /** Whether an interim order ends when the application is granted or refused: where no source says so, it lives until its end is recorded. */
  readonly endsInterim: boolean;
}

/** Before the first result. */
export function courseUnder(law: OrderDeskLaw): Course {
  return { lives: [], determination: null, seen: [], endsInterim: law.section("interim-ends") !== undefined };
}

/** What the results are read beside: the appeals, and the results that they are against. */
type Beside = CourtPart & Pick<ChangePart, "appeals">;

/** The newest order of a kind. */
export function newestOf({ lives }: Course, which: WhichOrder): Life | undefined {
  return lives.findLast((one) => one.which === which);
}

/** Of which order a result speaks; what it does not say, its kind does. */
export function whichOf({ result, order }: CourtResult): WhichOrder {
  if (result === "interim-made" || result === "interim-refused" || result === "interim-ended") return "interim";
  return result === "made" || result === "refused" ? "full" : (order ?? "full");
}

/** The result that an appeal was against, as it stands: a corrected one by its correction. */
function appealedResult({ appeal }: CourtResult, { appeals, results }: Beside): OrderResult | undefined {
  const noted = appeals.find(({ number }) => number === appeal);
  let found = results.find(({ number }) => number === noted?.against);
  while (found && found.correctedBy !== null) {
    const { correctedBy }: OrderResult = found;
    found = results.find(({ number }) => number === correctedBy);
  }
  return found;
}

/** What an appeal that was allowed does. `lacks-text`: it did something, and what is not written. */
type AppealEffect = "quash" | "make" | "change" | "revive" | "send-back" | "lacks-text" | "none";

/** What an appeal against it makes, where it is allowed: an order, or the change that was refused. */
const refusals: ReadonlySet<CourtResult["result"]> = new Set<CourtResult["result"]>(["refused", "interim-refused", "change-refused"]);

/** Works it out from what the copy says, and from what the appeal was against. */
export function effectOfAppeal(said: CourtResult, course: Course, beside: Beside): AppealEffect {
  const order = newestOf(course, whichOf(said));
  const lives = order !== undefined && livesOn(order, said.day);
  if (said.quashes === true) return lives ? "quash" : "none";
  const against = appealedResult(said, beside)?.said.result;
  if (order?.ended?.how === "discharged" && against === "discharged") return "revive";
  if (said.remitted === "yes") return "send-back";
  if (lives) return said.period !== undefined || said.conditions !== undefined ? "change" : "lacks-text";
  if (said.period !== undefined && said.conditions !== undefined) return "make";
  return order === undefined || (against !== undefined && refusals.has(against)) ? "lacks-text" : "none";
}

/** Whether a result changes what stands: one of an order that is not there or is over is written down, and changes nothing. */
export function isEffective(said: CourtResult, course: Course, beside: Beside): boolean {
  const order = newestOf(course, whichOf(said));
  switch (said.result) {
    case "interim-made":
    case "made":
      return true;
    case "refused":
      return order === undefined || !livesOn(order, said.day);
    case "varied":
    case "renewed":
    case "discharged":
    case "interim-ended":
      return order !== undefined && livesOn(order, said.day);
    case "appeal-allowed":
      return effectOfAppeal(said, course, beside) !== "none";
    case "interim-refused":
    case "change-refused":
    case "appeal-dismissed":
      return true;
  }
}

/** After one more result that counts. */
export function courseAfter(course: Course, result: OrderResult, marks: readonly Mark[], beside: Beside): Course {
  const { said } = result;
  const next = { ...course, seen: [...course.seen, said] };
  switch (said.result) {
    case "interim-made":
      return withOrder(next, result, marks);
    case "made":
      return determinedBy(withOrder(next, result, marks), result, "granted");
    case "refused":
      return determinedBy(next, result, "refused");
    case "varied":
    case "renewed":
      return changed(next, result, marks);
    case "discharged":
      return ended(next, result, "discharged", marks);
    case "interim-ended":
      return ended(next, result, "determination", marks);
    case "appeal-allowed":
      return appealed(next, result, marks, beside);
    case "interim-refused":
    case "change-refused":
    case "appeal-dismissed":
      return next;
  }
}

function appealed(course: Course, result: OrderResult, marks: readonly Mark[], beside: Beside): Course {
  switch (effectOfAppeal(result.said, course, beside)) {
    case "quash": {
      const over = ended(course, result, "quashed", marks);
      return result.said.remitted === "yes" ? { ...over, determination: null } : over;
    }
    case "make": {
      const made = withOrder(course, result, marks);
      return whichOf(result.said) === "full" ? determinedBy(made, result, "granted") : made;
    }
    case "change":
      return changed(course, result, marks);
    case "revive":
      return onNewest(course, result, marks, (one) => ({
        ended: null,
        gaps: one.ended === null ? one.gaps : [...one.gaps, { from: one.ended.day, to: result.said.day }],
      }));
    case "send-back":
    case "lacks-text":
      return undetermined(course, result, beside);
    case "none":
      return course;
  }
}

/** A refusal against which an appeal was allowed is none any more; what stands in its place comes from the court below, or is not written yet. */
function undetermined(course: Course, { said }: OrderResult, beside: Beside): Course {
  return appealedResult(said, beside)?.said.result === "refused" ? { ...course, determination: null } : course;
}

/** An order is there. Where one of its kind lives, it is that one, as the newer copy has it: never two of a kind at a time. */
function withOrder(course: Course, result: OrderResult, marks: readonly Mark[]): Course {
  const { said, number } = result;
  const which = whichOf(said);
  const standing = newestOf(course, which);
  if (standing !== undefined && livesOn(standing, said.day)) return changed(course, result, marks);
  const made: Life = {
    which,
    made: said.day,
    ...(said.inForce !== undefined && { inForce: said.inForce }),
    court: said.court,
    period: said.period ?? { until: null },
    conditions: said.conditions ?? [],
    from: [number],
    ended: null,
    gaps: [],
    marks,
    copies: said.copy === undefined ? [] : [said.copy],
  };
  return { ...course, lives: [...course.lives, made] };
}

function changed(course: Course, result: OrderResult, marks: readonly Mark[]): Course {
  const { period, conditions } = result.said;
  return onNewest(course, result, marks, () => ({
    ...(period !== undefined && { period }),
    ...(conditions !== undefined && { conditions }),
  }));
}

function ended(course: Course, result: OrderResult, how: "discharged" | "quashed" | "determination", marks: readonly Mark[]): Course {
  const { day, from } = result.said;
  return onNewest(course, result, marks, () => ({ ended: { how, day: from !== undefined && from > day ? from : day } }));
}

/** The application is granted or refused: where the law says so, an interim order ends with that day. */
function determinedBy(course: Course, result: OrderResult, how: "granted" | "refused"): Course {
  const { day } = result.said;
  const interim = newestOf(course, "interim");
  const lives = course.lives.map((one): Life =>
    course.endsInterim && one === interim && livesOn(one, day) ? { ...one, ended: { how: "determination", day } } : one,
  );
  return { ...course, lives, determination: { how, day, at: atOfOrder(result) } };
}

/** A copy that a later result names again is no second one. */
function withCopy(copies: Life["copies"], copy: Life["copies"][number] | undefined): Life["copies"] {
  if (copy === undefined || copies.some(({ exhibit, sha256 }) => exhibit === copy.exhibit && sha256 === copy.sha256)) return copies;
  return [...copies, copy];
}

function onNewest(course: Course, result: OrderResult, marks: readonly Mark[], change: (one: Life) => Partial<Life>): Course {
  const { said, number } = result;
  const newest = newestOf(course, whichOf(said));
  const lives = course.lives.map((one): Life =>
    one === newest
      ? {
          ...one,
          ...change(one),
          from: [...one.from, number],
          marks: [...one.marks, ...marks],
          copies: withCopy(one.copies, said.copy),
        }
      : one,
  );
  return { ...course, lives };
}
