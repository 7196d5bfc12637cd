import type { Instant, RegisterLaw } from "@unmask/core";
import { changeDuties } from "./change-duties.ts";
import { courseOf } from "./course-of-order.ts";
import type { DutiesFile } from "./duties-file.ts";
import { firstNoticeDuties } from "./first-notice.ts";
import type { RegisterDuty } from "./register-duty.ts";

/** What is due, and what a person has to settle. */
export interface DutiesOfOrder {
  readonly duties: readonly RegisterDuty[];
  /** One sentence each: an undecided duty with its reason, a line that was left out because it lies after the instant. */
  readonly unclear: readonly string[];
}

/** Duties under one order at an instant, by docs/formats/duties.md: a pure function of what happened, the law and now. */
export function dutiesOfOrder(file: DutiesFile, law: RegisterLaw, at: Instant): DutiesOfOrder {
  const course = courseOf(file, law, at);
  const changes = changeDuties(course);
  const duties = [...firstNoticeDuties(course), ...changes.map(({ duty }) => duty)];
  return {
    duties,
    unclear: [
      ...duties.filter(({ state }) => state === "undecided").map(({ rule, trigger, why }) => `${rule}, ${trigger}: ${why}.`),
      ...changes.flatMap(({ unclear }) => unclear ?? []),
      ...course.notYet.map(({ line }) => `${line} lies after the instant for which this is worked out, and was not counted.`),
    ],
  };
}
