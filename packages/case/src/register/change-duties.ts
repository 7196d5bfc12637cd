import { type CourseEvent, type CourseOfOrder, isOfInterim, lifeOn, runningDuty } from "./course-of-order.ts";
import { earlyNotice, noticesOfChange } from "./notices.ts";
import { hasEnded, suspensionOn } from "./order-life.ts";
import { type About, type RegisterDuty, clockedDuty, dutyWithoutClock } from "./register-duty.ts";

/** What a new name or a new address asks for. */

/** A duty of a change; `unclear`: what a person should look at although it is decided. */
export interface ChangeDuty {
  readonly duty: RegisterDuty;
  readonly unclear?: string;
}

/** The duty of each change, in order of time. */
export function changeDuties(course: CourseOfOrder): readonly ChangeDuty[] {
  return course.changes.map((change) => changeDuty(change, course));
}

function changeDuty(change: CourseEvent, course: CourseOfOrder): ChangeDuty {
  const { law, today, suspensions } = course;
  const rule = change.kind === "name-used" ? "name-used" : "address-changed";
  const apart = change.apart === undefined ? "" : ` (${change.apart})`;
  const about = { law, rule, from: `${rule === "name-used" ? "name used" : "address changed"}${apart}`, start: change.day } as const;
  const without = (state: RegisterDuty["state"], why: string): ChangeDuty => ({ duty: dutyWithoutClock(about, state, why) });
  if (!law.rules[rule]) return without("undecided", "what a new name or address asks for is not known here: ask your solicitor");
  if (hasEnded(lifeOn(course, change.day), change.day)) return without("ended", "the order had ended");
  const served = servedOn(change.day, course);
  if (served === "not-served") return without(served, "the order is not served; the first notice will tell every name and the address");
  if (served === "not-required") return without(served, "it lies before service: the first notice tells every name and the address");
  const suspension = suspensionOn(change.day, suspensions);
  if (suspension) return without(today < suspension.to ? "suspended" : "not-required", whySuspended);
  return afterService(change, course, { about, isGap: served === "gap" });
}

const whySuspended = "another register held: the first notice at its end tells every name and the address";

function afterService(
  change: CourseEvent,
  course: CourseOfOrder,
  { about, isGap }: { about: About & { readonly start: number }; isGap: boolean },
): ChangeDuty {
  const { notices, changes, law } = course;
  const early = law.rules["early-notice"] && earlyNotice(change, { notices, changes, opens: opensOf(course) });
  // Where there is no home in the United Kingdom (s14), no notice meets it by itself: an officer decides.
  if (early && early.doubt === undefined && change.address !== null) {
    const duty = clockedDuty(about, { state: "met", metOn: early.day, why: `told before, by ${early.line}` });
    const { line } = early;
    return early.isOfAll
      ? { duty, unclear: `${line}: did it tell the address of ${change.line}? If not, that is due end of ${duty.due ?? ""}.` }
      : { duty };
  }
  const doubt = isGap
    ? "the full order was made and not yet served when it happened: an officer decides"
    : change.address === null
      ? "there is no address in the United Kingdom: an officer decides"
      : early?.doubt;
  const { duty, outcome } = runningDuty(course, about, {
    candidates: noticesOfChange(change, notices),
    ...(doubt === undefined ? {} : { doubt }),
    ...(early?.doubt !== undefined && { doubted: [{ day: early.day, line: early.line }] }),
  });
  if (outcome.by && outcome.state === "cut") {
    return { duty: dutyWithoutClock(about, course.today < outcome.by.to ? "suspended" : "not-required", whySuspended) };
  }
  const found = change.found === undefined ? "" : "; it runs from the use, not from the day on which it was found out";
  return { duty: { ...duty, why: `${duty.why}${found}` } };
}

/** Whether the order that holds on a day was served by then. `gap`: the interim was, the full order that replaced it was not yet. */
function servedOn(day: number, course: CourseOfOrder): "served" | "gap" | "not-served" | "not-required" {
  const { interim, life } = course;
  const own = isOfInterim(course, day) ? interim?.served : life.served;
  if (own !== undefined && own <= day) return "served";
  if (interim?.served !== undefined && !isOfInterim(course, day)) return "gap";
  return own === undefined && life.served === undefined ? "not-served" : "not-required";
}

/** The days on which something had to be told. */
function opensOf({ life, interim, changes, suspensions }: CourseOfOrder): readonly number[] {
  return [
    ...[life.served, interim?.served].flatMap((one) => one ?? []),
    ...changes.map(({ day }) => day),
    ...suspensions.map(({ to }) => to),
  ];
}
