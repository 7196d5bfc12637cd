import {
  type ActId,
  type Cover,
  type ShownName,
  type Statement,
  type Timeline,
  createWhose,
  isTheirs,
  shownNames,
  withLoneNames,
  withWholePersons,
} from "@unmask/core";
import { withOrders } from "./orders-as-stops.ts";

/** What she stated, as it holds for these files. */
export interface SettledStatement {
  readonly statement: Statement;
  /** Accounts that show a stated name and were not stated: she is told of each. */
  readonly shown: readonly ShownName[];
  /** Acts by the other person that she named as her words to them: none is a stop of hers, and she is told of each. */
  readonly notHerWords: readonly ActId[];
}

/**
 * Lays what she stated over what was read: the orders of her cover as stops, an account that alone shows a stated name as that person's, and no
 * message of theirs as the words with which she told them to stop, which the paper would print as hers.
 */
export function settleStatement(
  stated: Statement,
  { timeline, cover }: { readonly timeline: Timeline; readonly cover?: Cover | undefined },
): SettledStatement {
  const shown = shownNames(timeline, stated);
  const statement = withWholePersons(withLoneNames(withOrders(stated, cover, timeline), shown));
  const words = new Set(statement.stops.flatMap((stop) => ("act" in stop && stop.kind === "told to stop" ? [stop.act] : [])));
  if (words.size === 0) return { statement, shown, notHerWords: [] };
  const whoseIs = createWhose(statement);
  const theirs = timeline.acts.filter((act) => words.has(act.id) && (isTheirs(whoseIs(act)) || whoseIs(act) === "perhaps theirs"));
  const notHerWords = [...new Set(theirs.map(({ id }) => id))];
  const isHers = (stop: Statement["stops"][number]): boolean =>
    !("act" in stop) || stop.kind !== "told to stop" || !notHerWords.includes(stop.act);
  return { statement: { ...statement, stops: statement.stops.filter(isHers) }, shown, notHerWords };
}
