import {
  type ActId,
  type Cover,
  type ShownName,
  type Statement,
  type StopKind,
  type Timeline,
  createWhose,
  shownNames,
  withLoneNames,
  withWholePersons,
} from "@unmask/core";
import { leadIds, saidTwice, withFearedNow, withIdsNow } from "./ids-of-acts.ts";
import { withOrders } from "./orders-as-stops.ts";

/** What she stated, as it holds for these files. */
export interface SettledStatement {
  readonly statement: Statement;
  /** Accounts that show a stated name and were not stated: she is told of each. */
  readonly shown: readonly ShownName[];
  /** Acts by somebody else, or by nobody named, that she named as her words to them or as her block: none is a stop of hers, and she is told of each. */
  readonly notHers: readonly ActId[];
  /** The cover as it holds for these files. */
  readonly cover: Cover | undefined;
  /** Acts of which she said two things under two of their ids: the first holds, and she is told of each. */
  readonly saidTwice: readonly ActId[];
}

/** Stops that are acts of hers. An order or a bail condition can be what a court sent. */
const ownStops: ReadonlySet<StopKind> = new Set<StopKind>(["told to stop", "blocked"]);

/**
 * Lays what she stated over what was read: every act under the id that leads, the orders of her cover as stops, an account that alone shows a stated name as that person's, and no
 * act of anybody else as the words with which she told them to stop, which the paper would print as hers.
 */
export function settleStatement(
  toldOf: Statement,
  { timeline, cover: asked }: { readonly timeline: Timeline; readonly cover?: Cover | undefined },
): SettledStatement {
  const leadId = leadIds(timeline);
  const twice = saidTwice(toldOf, asked, leadId);
  const stated = withIdsNow(toldOf, leadId);
  const cover = asked && withFearedNow(asked, leadId);
  const shown = shownNames(timeline, stated);
  const statement = withWholePersons(withLoneNames(withOrders(stated, cover, timeline), shown));
  const named = new Set(statement.stops.flatMap((stop) => ("act" in stop && ownStops.has(stop.kind) ? [stop.act] : [])));
  if (named.size === 0) return { statement, shown, notHers: [], cover, saidTwice: twice };
  const whoseIs = createWhose(statement);
  const notHers = new Set(timeline.acts.filter((act) => named.has(act.id) && whoseIs(act) !== "hers").map(({ id }) => id));
  const stops = statement.stops.filter((stop) => !("act" in stop && ownStops.has(stop.kind) && notHers.has(stop.act)));
  return { statement: { ...statement, stops }, shown, notHers: [...notHers], cover, saidTwice: twice };
}
