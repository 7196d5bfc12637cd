import { type Act, type Report, type Statement, countWriters, createGroupsOf, createNamedTo } from "@unmask/core";
import { sayGroupsOf, sayList, sayNumber } from "@unmask/words";
import { sayIdentityInPrint } from "./identity-in-print.ts";

/** Receivers that are named: a mail to a hundred people is no list of names. */
const mostNamed = 2;

/**
 * Says to whom an act went, where that is neither of the two: ", to mum@example.org". Nothing where one of the two is among its receivers, where it went
 * to a group, which stands with the act, and where the source names no receiver.
 */
export function createSayReceivers(statement: Pick<Statement, "me" | "them" | "perhaps">): (act: Pick<Act, "to">) => string {
  const named = createNamedTo(statement);
  return ({ to }) => {
    if (to.length === 0 || to.some((one) => one.kind === "group" || one.kind === "owner" || named(one) !== "other")) return "";
    const more = to.length - mostNamed;
    const names = to.slice(0, mostNamed).map((one) => sayIdentityInPrint(one));
    return `, to ${sayList(more > 0 ? [...names, `${sayNumber(more)} more`] : names)}`;
  };
}

/**
 * The same, and of what went to a group how many are in it, as the findings say it: ", to a group of 5 or more". For rows that stand without the name
 * of the conversation: what was told to a whole family does not read as sent to her.
 */
export function createSayTo({ timeline, statement }: Pick<Report, "timeline" | "statement">): (act: Pick<Act, "channel" | "to">) => string {
  const sayReceivers = createSayReceivers(statement);
  const groupsOf = createGroupsOf(timeline);
  const writers = countWriters(timeline, timeline.acts.flatMap(groupsOf));
  return (act) => {
    const groups = groupsOf(act);
    return groups.length === 0 ? sayReceivers(act) : `, to ${sayGroupsOf(groups.map((one) => writers.get(one) ?? 0))}`;
  };
}
