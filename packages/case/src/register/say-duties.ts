import { instantToIso } from "@unmask/core";
import type { DutiesOfOrder } from "./duties-of-order.ts";

/** What is due, as it leaves the program (docs/formats/duties.md): the command and the page say the same words. */

/** The object on one line, without its line end. Instants are in UTC. */
export function dutiesToJson({ duties, unclear }: DutiesOfOrder): string {
  const rows = duties.map(({ rule, section, trigger, due, overdueFrom, state, metOn, why }) => ({
    rule,
    section,
    trigger,
    due,
    overdueFrom: overdueFrom === null ? null : instantToIso(overdueFrom),
    state,
    ...(metOn === undefined ? {} : { metOn }),
    why,
  }));
  return JSON.stringify({ duties: rows, unclear });
}

/** The same in sentences, a line each. */
export function dutiesInSentences({ duties, unclear }: DutiesOfOrder): string {
  const lines = duties.map(({ rule, section, trigger, due, overdueFrom, state, metOn, why }) => {
    const clock = due === null || overdueFrom === null ? "" : `, due end of ${due}, overdue from ${instantToIso(overdueFrom)}`;
    return `${rule}, ${section} (${trigger}): ${state}${metOn === undefined ? "" : ` ${metOn}`}${clock}. ${why}.\n`;
  });
  const notClear = unclear.map((one) => `Not clear: ${one}\n`);
  return [
    ...lines,
    ...notClear,
    "It is worked out, not watched. It says nothing about anybody’s reasons, and no notice can be given here.\n",
  ].join("");
}
