import type { Statement, Timeline } from "@unmask/core";
import { marks } from "@unmask/words";
import { findUnnamedThreats } from "../reading/unnamed-threats.ts";
import type { SignsOf } from "./sign.ts";

/** It sent words of a threat, or a place of hers: whose it is matters more than any likeness. */
export function createThreat(timeline: Timeline, statement: Statement): SignsOf {
  // Asked once for each account: of a thousand accounts that threaten, none is looked for among all threats.
  const { found } = findUnnamedThreats(timeline, statement);
  const foundBy = new Map<string, (typeof found)[number][]>();
  for (const threat of found) {
    if (threat.what === "key" || threat.what === "where") continue;
    const { normal } = threat.one.from;
    const its = foundBy.get(normal);
    if (its) its.push(threat);
    else foundBy.set(normal, [threat]);
  }
  return ({ identity }) => {
    const its = foundBy.get(identity.normal) ?? [];
    if (its.length === 0) return [];
    const isThreat = its.some(({ what }) => what !== "place");
    const says = isThreat ? "sent words of a threat" : `sent a place that ${marks.you} named`;
    return [{ what: "threat", says, count: 1, isAlone: true, acts: its.map(({ one }) => one.id) }];
  };
}
