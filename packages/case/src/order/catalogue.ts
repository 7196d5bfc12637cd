import type { LawRow } from "@unmask/core";
import type { Condition } from "../event/order-shapes.ts";
import { type ConditionField, conditionFields, conditionKinds, kindOf } from "./condition-kinds.ts";

/**
 * Conditions to begin from: each of the law's list in our wording, to be edited, with what has to be written to it. None is necessary because it stands
 * here, and an order can hold what stands in none.
 */

/** One condition to begin from. */
export interface ConditionTemplate {
  /** "prohibition/approach" */
  readonly kind: string;
  readonly type: Condition["type"];
  /** Words to be edited; gaps are "…". */
  readonly says: string;
  /** What must be written for it to be compared with other orders and with acts. */
  readonly wants: readonly ConditionField[];
  readonly may: readonly ConditionField[];
  /** What is known of its use, with source; absent for the two that only orders of others hold. */
  readonly row?: LawRow;
}

/** Where a row of the law's list has its kind in its id. */
const prefix = "conditions/";

/** The catalogue of a jurisdiction: its rows in their order; a kind that is not ours asks for nothing and may have everything. */
export function conditionTemplates(rows: readonly LawRow[]): readonly ConditionTemplate[] {
  const ofRows = rows.flatMap((row): readonly ConditionTemplate[] => {
    if (!row.id.startsWith(prefix)) return [];
    const kind = row.id.slice(prefix.length);
    const type = kind.startsWith("requirement/") ? "requirement" : "prohibition";
    const ours = kindOf({ kind, type });
    return [{ kind, type, says: ours?.says ?? row.says, wants: ours?.wants ?? [], may: ours?.may ?? conditionFields, row }];
  });
  const held = new Set(ofRows.map(({ kind }) => kind));
  const ofOthers = conditionKinds.filter(({ kind, presence }) => presence === "stay" && !held.has(kind));
  return [...ofRows, ...ofOthers.map(({ kind, type, says, wants, may }) => ({ kind, type, says, wants, may }))];
}

/** What a condition's kind wants and is not written, and gaps that its words still have. Nothing of it stops a draft: the necessity does. */
export function missingInCondition(condition: Condition): readonly (ConditionField | "words")[] {
  const wanted = (kindOf(condition)?.wants ?? []).filter((field) => {
    const written = condition[field];
    return written === undefined || written.length === 0;
  });
  return [...wanted, ...(condition.says.includes("…") ? (["words"] as const) : [])];
}
