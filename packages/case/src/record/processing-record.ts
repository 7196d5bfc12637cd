import { type OperationId, operations } from "../access/operations.ts";
import { type Role, roles } from "../access/roles.ts";
import { type RetentionClass, type RetentionRule, ruleOn } from "../retention/schedule.ts";
import { type ActivityId, activities, activityIds, recipientOf } from "./activities.ts";

/** The record of processing as it holds on a day (docs/formats/processing-record.md): worked out, and nowhere kept. */

/** One activity, with who may do it, to whom it goes and how long it is kept. */
export interface RecordedActivity {
  readonly activity: ActivityId;
  readonly says: string;
  readonly data: string;
  readonly people: string;
  readonly why: string;
  readonly profiling: string | null;
  readonly looks: readonly Role[];
  readonly writes: readonly Role[];
  readonly goes: readonly { readonly operation: OperationId; readonly says: string; readonly to: string }[];
  readonly kept: { readonly rules: readonly RecordedRule[]; readonly says: string };
  readonly protected: readonly string[];
  readonly tables: readonly string[];
}

/** A row of the schedule. `by` is `shipped` where the force set nothing: then it is a placeholder and no period. */
export interface RecordedRule {
  readonly class: RetentionClass;
  readonly months: number;
  /** Civil day. */
  readonly from: string;
  readonly by: string;
}

/** What only the force knows: a question, and the row that answers it on the day; null: nobody has. */
export interface RecordedAnswer {
  readonly about: string;
  readonly question: string;
  /** What the record says until then. */
  readonly careful: string;
  readonly answer: { readonly says: string; readonly confirmedBy: string; readonly confirmedOn: string; readonly from: string } | null;
}

/** The whole record. */
export interface ProcessingRecord {
  /** Civil day on which its rules and answers hold. */
  readonly day: string;
  readonly activities: readonly RecordedActivity[];
  readonly force: readonly RecordedAnswer[];
}

/** Works it out of the operations, the schedule on a day, the tables of each activity and what the force answered. */
export function processingRecord(from: {
  readonly day: string;
  readonly rules: readonly RetentionRule[];
  readonly tablesOf: (activity: ActivityId) => readonly string[];
  readonly force: readonly RecordedAnswer[];
}): ProcessingRecord {
  const { day, rules, tablesOf, force } = from;
  return {
    day,
    activities: activityIds.map((activity) => {
      const { operations: its, classes, kept, ...words } = activities[activity];
      const isLook = (id: OperationId): boolean => ["consult", "combine", "disclose"].includes(operations[id].op);
      return {
        activity,
        ...words,
        looks: rolesOf(its.filter(isLook)),
        writes: rolesOf(its.filter((id) => !isLook(id))),
        goes: its.flatMap((operation) => {
          const to = recipientOf.get(operation);
          return to === undefined ? [] : [{ operation, says: operations[operation].says, to }];
        }),
        kept: { rules: classes.map((one) => ruleTold(ruleOn(rules, one, day))), says: kept },
        tables: tablesOf(activity),
      };
    }),
    force,
  };
}

function ruleTold({ class: of, months, from, by }: RetentionRule): RecordedRule {
  return { class: of, months, from, by };
}

/** Every role that may do one of them in some relation, in the order of the list of roles. */
function rolesOf(ids: readonly OperationId[]): readonly Role[] {
  return roles.filter((role) => ids.some((id) => operations[id].roles[role] !== undefined));
}
