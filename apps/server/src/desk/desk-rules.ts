import { type DeskRules, type QueueRule, shippedQueueRule, shippedRiskRule } from "@unmask/case";
import type { Kysely } from "kysely";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { readQueueRuleSet } from "../sql/case/settings.ts";

/** The force's rules that the desk works by. */
export interface RulesOfForce extends DeskRules {
  readonly queue: QueueRule;
}

/** What is shipped for a force; how its queue is sorted now `queueRuleOf` says. */
export function rulesOf(force: { readonly name: string }): RulesOfForce {
  return { queue: shippedQueueRule(force.name), risk: shippedRiskRule(force.name) };
}

/** The rule by which this force sorts its queue: its own, where an administrator set one at the desk, else as shipped. */
export async function queueRuleOf(db: Kysely<CaseTables>, force: { readonly id: string; readonly name: string }): Promise<QueueRule> {
  return { ...shippedQueueRule(force.name), ...(await readQueueRuleSet(db, force.id)) };
}
