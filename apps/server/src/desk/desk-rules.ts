import { type DeskRules, type QueueRule, shippedQueueRule, shippedRiskRule } from "@unmask/case";

/** The force's rules that the desk works by. */
export interface RulesOfForce extends DeskRules {
  readonly queue: QueueRule;
}

/** What holds for a force: as shipped until it writes its own. A change of them asks for `unmask force rebuild`. */
export function rulesOf(force: { readonly name: string }): RulesOfForce {
  return { queue: shippedQueueRule(force.name), risk: shippedRiskRule(force.name) };
}
