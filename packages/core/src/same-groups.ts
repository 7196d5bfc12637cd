import type { Act, Channel } from "./act.ts";
import type { Identity } from "./identity.ts";
import { nameForm } from "./name-form.ts";
import { type SameChats, chatsOf, fileOf, findSameChatsOf } from "./same-chats.ts";
import type { TimelineAct } from "./timeline-act.ts";
import { groupForm } from "./twins.ts";

/**
 * One group in two exports that name it differently: it was renamed between them, or its text was unpacked into a folder of hers. The name of a group
 * is what whoever is in it makes it, so that what the two hold decides (docs/formats/act.md, 8.1).
 *
 * [Note: The same texts in two groups] Whoever bombards pastes the same texts into two groups of the same people. What tells them apart is what
 * anybody else writes there; where nobody else wrote, nothing does, and they are asked about.
 */

/** So many of the same messages by people of the same names make one group… */
const sameLeast = 5;
/** …of which so many are not by the one who wrote most: one hand alone can paste the same into two groups. */
const othersLeast = 2;

/** Two groups of different names, or a group and a chat of two, whose exports hold the same messages. */
export interface SameGroups {
  /** As `chatsOf` has them. */
  readonly chats: readonly [string, string];
  readonly channel: Channel;
  /** What the exports call them. */
  readonly names: readonly [Identity, Identity];
  /** The same messages, in the same order, of those whom both name alike. */
  readonly count: number;
  /** Who wrote them. */
  readonly writers: readonly Identity[];
  /** Messages that one holds and the other lacks while both go on. */
  readonly lackCount: number;
  /**
   * "open": too few people wrote the same to tell; "contrary": one holds more that the other lacks than was deleted; "unlike": too little is the same to
   * ask; "stated": one by her word; "two": two by it.
   */
  readonly are: "one" | "open" | "contrary" | "unlike" | "stated" | "two";
}

/** Whether what is in both is counted once. */
export function isOneGroup({ are }: SameGroups): boolean {
  return are === "one" || are === "stated";
}

/** Whether she states both names together: as one group's or one chat's, or as those of two. */
export function isNamedAsOne({ names }: Pick<SameGroups, "names">, oneGroup: readonly (readonly string[])[] = []): boolean {
  return oneGroup.some((group) => {
    const forms = new Set(group.map(nameForm));
    return names.every(({ wrote }) => forms.has(nameForm(wrote)));
  });
}

/** Whether two records went to chats that their exports name differently, one of them a group at least. */
export function areUnlikeGroups(one: Act, other: Act): boolean {
  const [a, b] = [one.to[0], other.to[0]];
  if (one.to.length !== 1 || other.to.length !== 1 || !a || !b) return false;
  if (a.kind === "group" && b.kind === "group") return groupForm(a.normal) !== groupForm(b.normal);
  return (a.kind === "group" || b.kind === "group") && one.thread !== other.thread;
}

/** Shows every record of an import, one after the other. */
type EachRecord = (see: (act: Act) => void) => void;

/** Finds such chats among all records of an import; those with most messages first. */
export function findSameGroups(eachRecord: EachRecord): readonly SameGroups[] {
  const channels = channelsToLookAt(eachRecord);
  if (channels.size === 0) return [];
  const acts: TimelineAct[] = [];
  eachRecord((act) => {
    if (channels.has(act.channel)) acts.push({ ...act, sources: [act.source] });
  });
  const chatByKey = new Map<string, Act>();
  return findSameChatsOf(acts, (one, other) => {
    if (!areUnlikeGroups(one, other)) return false;
    for (const act of [one, other]) for (const key of chatsOf(act)) if (!chatByKey.has(key)) chatByKey.set(key, act);
    return true;
  })
    .flatMap((same): SameGroups[] => {
      const [one, other] = same.chats.map((key) => chatByKey.get(key));
      const [a, b] = [one && nameOf(one), other && nameOf(other)];
      if (!one || !a || !b) return [];
      const { chats, countByWriter, lackCount } = same;
      const count = [...countByWriter.values()].reduce((sum, sent) => sum + sent, 0);
      return [{ chats, channel: one.channel, names: [a, b], count, writers: [...countByWriter.keys()], lackCount, are: howSame(same) }];
    })
    .sort((a, b) => b.count - a.count);
}

/** The group; of a chat of two, what its export calls it. */
function nameOf({ to: [to], thread }: Act): Identity | undefined {
  if (to === undefined || to.kind === "group") return to;
  return thread === undefined ? undefined : { kind: "group", wrote: thread, normal: nameForm(thread) };
}

function howSame({ areContrary, isWorthAsking, countByWriter }: SameChats): SameGroups["are"] {
  if (areContrary) return isWorthAsking ? "contrary" : "unlike";
  const counts = [...countByWriter.values()].sort((a, b) => b - a);
  const all = counts.reduce((sum, one) => sum + one, 0);
  return all >= sameLeast && all - (counts[0] ?? 0) >= othersLeast ? "one" : "open";
}

/** Channels on which two files have chats of different names, one of them a group. Asked of every import, so it looks at a chat once. */
function channelsToLookAt(eachRecord: EachRecord): ReadonlySet<Channel> {
  const seenByChannel = new Map<Channel, { readonly files: Set<string>; readonly groups: Set<string>; hasOther: boolean }>();
  let [last, lastTo]: [Act | undefined, Identity | undefined] = [undefined, undefined];
  eachRecord((act) => {
    const to = act.to[0];
    if (last && to === lastTo && act.source.sha256 === last.source.sha256 && act.channel === last.channel) return;
    [last, lastTo] = [act, to];
    let seen = seenByChannel.get(act.channel);
    if (!seen) seenByChannel.set(act.channel, (seen = { files: new Set(), groups: new Set(), hasOther: false }));
    seen.files.add(act.source.sha256);
    if (to?.kind === "group") seen.groups.add(groupForm(to.normal));
    else seen.hasOther = true;
  });
  return new Set(
    [...seenByChannel].flatMap(([channel, { files, groups, hasOther }]) =>
      files.size > 1 && (groups.size > 1 || (groups.size === 1 && hasOther)) ? [channel] : [],
    ),
  );
}

/** Makes a question: do two records stand in exports of one group? */
export function createAreOneGroup(same: readonly SameGroups[]): (a: TimelineAct, b: TimelineAct) => boolean {
  const pairs = new Set(same.flatMap((one) => (isOneGroup(one) ? [one.chats.join("\u001d")] : [])));
  if (pairs.size === 0) return () => false;
  return (a, b) =>
    chatsOf(a).some((one) => chatsOf(b).some((other) => pairs.has(one < other ? `${one}\u001d${other}` : `${other}\u001d${one}`)));
}

/** Those of which both files are shown. */
export function shownGroups(same: readonly SameGroups[], isShown: (sha256: string) => boolean): readonly SameGroups[] {
  return same.filter(({ chats }) => chats.every((key) => isShown(fileOf(key))));
}
