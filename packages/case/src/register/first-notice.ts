import { type CourseOfOrder, isBrokenOff, isOfInterim, lifeOn, runningDuty } from "./course-of-order.ts";
import { firstNotices } from "./notices.ts";
import { type Suspension, hasEnded, suspensionOn } from "./order-life.ts";
import { type About, type RegisterDuty, clockedDuty, dutyWithoutClock } from "./register-duty.ts";

/** The first notice of an order: from service or from the day in force, and anew when another register ends. */

const unknownInterim = "the interim was never served: whether the full order replaces it is not clear, an officer decides";
const unknownBroken =
  "the interim had ended before the full order was made: whether the full order replaces it is not clear, an officer decides";
const unknownAnew = "the order replaced an interim: whether the first notice starts anew is not clear, an officer decides";
const notKnownHere = "no source that was read says it for this jurisdiction: ask your solicitor";

/** Every first notice of an order, in order of time. */
export function firstNoticeDuties(course: CourseOfOrder): readonly RegisterDuty[] {
  const { law, interim, life, inForce, today, kind } = course;
  if (law.firstFrom === "in-force") return [...fromInForce(course, inForce), ...afterSuspensions(course, inForce)];
  const about = { law, rule: "first-notice" } as const;
  if (!interim) {
    const from = kind === "interim" ? "interim served" : "served";
    return [...fromService(course, { ...about, from, start: life.served }), ...afterSuspensions(course, life.served)];
  }
  const ofInterim: About = { ...about, from: "interim served", start: interim.served };
  const ofFull: About = { ...about, from: "served", start: life.served };
  if (today < life.made) return [...fromService(course, ofInterim), ...afterSuspensions(course, interim.served)];
  if (interim.served === undefined) {
    const ended = dutyWithoutClock(ofInterim, "ended", "the interim ended and was never served");
    return [ended, ...fromService(course, ofFull, unknownInterim), ...afterSuspensions(course, life.served)];
  }
  if (isBrokenOff(course)) {
    const anew = afterSuspensions(course, interim.served);
    return [...fromService(course, ofInterim), ...fromService(course, ofFull, unknownBroken), ...anew];
  }
  const replaces = law.rules["replaces-interim"];
  const none = replaces
    ? dutyWithoutClock(ofFull, "not-required", `${replaces.says} Duties of a change go on`)
    : dutyWithoutClock(ofFull, "undecided", notKnownHere);
  return [...fromService(course, ofInterim), none, ...afterSuspensions(course, interim.served)];
}

function fromService(course: CourseOfOrder, about: About, doubt?: string): readonly RegisterDuty[] {
  const { start } = about;
  if (start === undefined) {
    const has = hasEnded(lifeOn(course, course.today), course.today);
    return [
      dutyWithoutClock(
        about,
        has ? "ended" : "not-served",
        has ? "the order ended and was never served" : "it runs from service, never from the making",
      ),
    ];
  }
  if (isTooLate(course, start)) {
    // A court writes no hour: of one day it is not known which of both came first, and the period was over in neither case.
    const isSameDay = lifeOn(course, start).lastDay === start;
    const why = isSameDay
      ? "the order ended on the day on which it was served, before the period was over"
      : "the order had ended when it was served";
    return [dutyWithoutClock(about, "ended", why)];
  }
  return isExempt(course, start) ? [] : notCut(course, { ...about, start }, doubt);
}

/** Where the first notice runs from the day in force, nothing is overdue before service. */
function fromInForce(course: CourseOfOrder, start: number | undefined): readonly RegisterDuty[] {
  const { law, life, today } = course;
  const about = { law, rule: "first-notice", from: "in force", start } as const;
  if (start === undefined) return [dutyWithoutClock(about, "undecided", "the day on which the order came into force is not in the file")];
  if (isTooLate(course, start)) return [dutyWithoutClock(about, "ended", "the order had ended before it was in force")];
  if (isExempt(course, start)) return [];
  const doubts = [
    ...(life.served === undefined ? ["the order is not served: it is never overdue before service"] : []),
    ...(start > today ? ["the order is not in force yet"] : []),
    ...(course.interim ? [`it replaces an interim: ${notKnownHere}`] : []),
  ];
  return notCut(course, { ...about, start }, doubts[0]);
}

/** What another register cut before its period was over is said once: where that register ends. */
function notCut(course: CourseOfOrder, about: About & { readonly start: number }, doubt?: string): readonly RegisterDuty[] {
  const { duty, outcome } = runningDuty(course, about, {
    candidates: firstNotices(course),
    // An interim can be served on the day on which the full order is made.
    ...(about.from === "interim served" && course.interim !== undefined && { isLeft: true }),
    ...(doubt === undefined ? {} : { doubt }),
  });
  return outcome.state === "cut" ? [] : [duty];
}

/** The first notice that starts anew on the final day of each suspension after the first day of all. */
function afterSuspensions(course: CourseOfOrder, first: number | undefined): readonly RegisterDuty[] {
  if (first === undefined) return [];
  return course.suspensions.filter(({ to }) => to > first).flatMap((one) => afterSuspension(course, one));
}

function afterSuspension(course: CourseOfOrder, { from, to }: Suspension): readonly RegisterDuty[] {
  const { law, today, interim, life: full } = course;
  // What goes on when the full order is made suspends the duties of that one, whichever order it began under.
  const life = today >= full.made && to >= full.made ? full : lifeOn(course, from);
  const final = Number.isFinite(to) ? to : undefined;
  const about = { law, rule: "suspension-ends", from: "final day of the other register", start: final } as const;
  // Its first day lies after the order: it suspends nothing.
  if (from > life.lastDay) return [];
  if (life.lastDay < to || (life.lastDay === to && !life.isWhole)) {
    if (hasEnded(life, today)) return [dutyWithoutClock(about, "ended", "the order ended before the other register did")];
    return [
      dutyWithoutClock(
        { ...about, rule: "suspended" },
        "suspended",
        "another register holds, and no end of it lies in the time of the order",
      ),
    ];
  }
  const isKnown = law.rules["suspension-ends"] !== undefined;
  const isUnclear = interim !== undefined && !isOfInterim(course, to) && today >= full.made;
  if (final === undefined || today < to) {
    if (final === undefined || !isKnown || isUnclear) {
      return [dutyWithoutClock({ ...about, rule: "suspended" }, "suspended", "another register holds: nothing is to be notified here")];
    }
    return [
      clockedDuty(
        { ...about, rule: "suspended", start: final },
        { state: "cut", why: "until then another register holds, and nothing is to be notified here" },
      ),
    ];
  }
  if (!isKnown) return [dutyWithoutClock(about, "undecided", `what follows when the other register ends: ${notKnownHere}`)];
  return notCut(course, { ...about, start: final }, isUnclear ? unknownAnew : undefined);
}

/** Whether a day lies after the order, or is the one on which a court ended it. */
function isTooLate(course: CourseOfOrder, day: number): boolean {
  return hasEnded(lifeOn(course, day), day);
}

function isExempt({ suspensions }: CourseOfOrder, day: number): boolean {
  return suspensionOn(day, suspensions) !== undefined;
}
