import {
  type ActId,
  type Cover,
  type OpenChats,
  type ShownName,
  type StatedTwins,
  type Statement,
  type StopKind,
  type Timeline,
  type ToldGroups,
  createWhose,
  findOpenChats,
  findStatedTwins,
  findToldGroups,
  shownNames,
  withLoneNames,
  withStatedTwins,
  withWholePersons,
} from "@unmask/core";
import { leadIds, saidTwice, withFearedNow, withIdsNow } from "./ids-of-acts.ts";
import { withFear } from "./fear-in-cover.ts";
import { withOrders } from "./orders-as-stops.ts";
import { withSavedNumbers } from "./saved-numbers.ts";

/** What she stated, as it holds for these files. */
export interface SettledStatement {
  readonly statement: Statement;
  /** What was read, with one act of each message of a chat that two phones have under names that she says are one person's. */
  readonly timeline: Timeline;
  /** Chats of which only she can say whether they are one: she is asked about each. */
  readonly openChats: readonly OpenChats[];
  /** Chats under two names that she stated as one person's: what that made of them is told. */
  readonly statedTwins: readonly StatedTwins[];
  /** Groups of two names that hold the same messages: where the files cannot say whether they are one, she is asked. */
  readonly groups: readonly ToldGroups[];
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
 * Lays what she stated over what was read: every act under the id that leads, the orders and the fear of her cover with it, an account that alone shows a stated name as that person's, a number
 * that her address book has under one as well where no name stands beside it, and no act of anybody else as the words with which she told them to stop, which the paper would print as hers.
 */
export function settleStatement(
  toldOf: Statement,
  { timeline: read, cover: asked }: { readonly timeline: Timeline; readonly cover?: Cover | undefined },
): SettledStatement {
  const told = withIdsNow(toldOf, leadIds(read));
  const shown = shownNames(read, told);
  const named = withWholePersons(withSavedNumbers(withLoneNames(withOrders(told, asked, read), shown), read));
  const timeline = withStatedTwins(read, named);
  // By her names more acts are one than by the files alone: what she says of one of them is put under the id that leads now.
  const leadId = leadIds(timeline);
  const twice = saidTwice(toldOf, asked, leadId);
  const cover = asked && withFearedNow(asked, leadId);
  const statement = withFear(withIdsNow(named, leadId), cover);
  const settled = {
    timeline,
    openChats: findOpenChats(timeline, statement),
    statedTwins: findStatedTwins(timeline, statement),
    groups: findToldGroups(timeline, statement),
    shown,
    cover,
    saidTwice: twice,
  };
  const stopActs = new Set(statement.stops.flatMap((stop) => ("act" in stop && ownStops.has(stop.kind) ? [stop.act] : [])));
  if (stopActs.size === 0) return { ...settled, statement, notHers: [] };
  const whoseIs = createWhose(statement);
  const notHers = new Set(timeline.acts.filter((act) => stopActs.has(act.id) && whoseIs(act) !== "hers").map(({ id }) => id));
  const stops = statement.stops.filter((stop) => !("act" in stop && ownStops.has(stop.kind) && notHers.has(stop.act)));
  return { ...settled, statement: { ...statement, stops }, notHers: [...notHers] };
}
