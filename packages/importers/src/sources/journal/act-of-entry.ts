import {
  type Act,
  type AddedTo,
  type Attachment,
  type BelievedTime,
  type Channel,
  type EntryKind,
  type Flag,
  type FlaggedWhen,
  type HappenedAt,
  type Kind,
  type OwnEntry,
  type StandingEntry,
  type Told,
  type WrittenDown,
  type Written,
  dayIn,
  epoch,
  instantToIso,
  owner,
  parseZone,
  startOfDay,
  whenHappened,
  withheld,
} from "@unmask/core";
import { farDate } from "@unmask/formats";
import { parseIdentity } from "../../identity.ts";
import type { ReadContext } from "../../importer.ts";

/** An entry as an act, with what was added laid over it (docs/formats/entry.md, "As an act"). */

/** What an entry gives an act, all but its place. */
export type ActOfEntry = Omit<Act, "source">;

/** Makes it. `times`: which hours of the journal are believed, by the counters of its lines. */
export async function actOfEntry(
  { entry, added, stands }: StandingEntry,
  times: ReadonlyMap<number, BelievedTime>,
  context: ReadContext,
): Promise<ActOfEntry> {
  const { kinds = [], who, happened } = stands;
  const { kind, channel } = kindAndChannel(kinds, stands.channel);
  const { written, counter } = entry;
  const believed = times.get(counter);
  const time =
    happened === undefined
      ? timeOfWriting(written, believed, context)
      : "notKnown" in happened
        ? timeNotKnown(written, believed, context)
        : timeOf(happened, context);
  const files = await attachmentsOf(stands.files ?? [], context);
  const writtenDown = (line: { readonly counter: number; readonly written: Written }): WrittenDown =>
    writtenDownAt(line.written, times.get(line.counter));
  return {
    id: context.tally.idOf("journal", ["entry", String(counter), instantToIso(written.at), entry.words]),
    kind,
    channel,
    when: time.when,
    from: who?.name === undefined ? withheld : parseIdentity(who.name, context.country),
    to: [owner],
    text: wordsWith(entry.words, entry.exact) ?? entry.words,
    attachments: files.attachments,
    flags: [...time.flags, ...files.flags],
    grade: "own-account",
    sourceId: String(counter),
    entry: {
      written: writtenDown(entry),
      ...besideWords(stands),
      ...(entry.locked && { locked: true }),
      ...(entry.found && { found: true }),
      ...(added.length > 0 && {
        added: added.map((line): AddedTo => {
          const words = wordsWith(line.words, line.exact);
          return { ...writtenDown(line), ...(words !== undefined && { words }) };
        }),
      }),
    },
  };
}

/** Her words, and behind them what was said or written, word for word. */
function wordsWith(words: string | undefined, exact: string | undefined): string | undefined {
  if (exact === undefined) return words;
  return words === undefined ? `“${exact}”` : `${words}\n“${exact}”`;
}

function writtenDownAt({ at, by }: Written, time: BelievedTime | undefined): WrittenDown {
  if (time === undefined || time.isBelieved) return { at, by };
  const { isBelieved: _, ...between } = time;
  return { at, by, between };
}

/** All that an act holds in fields of its own is taken out. */
function besideWords({
  words: _,
  exact: __,
  happened: ___,
  channel: ____,
  files: _____,
  who,
  ...details
}: StandingEntry["stands"]): Omit<OwnEntry, "written" | "locked" | "found" | "added"> {
  return { ...details, ...(who?.sure && { sure: who.sure }), ...(who?.how !== undefined && { how: who.how }) };
}

/** What an act of each kind of hers is, the gravest first: an act has one kind. `contacted` is a call where it came by phone. */
const kindOf: readonly (readonly [EntryKind, Kind])[] = [
  ["came-in", "entry"],
  ["damaged", "damage"],
  ["threatened", "threat"],
  ["followed", "following"],
  ["waited-near", "visit"],
  ["sent-things", "gift"],
  ["contacted", "message"],
  ["published", "post"],
];

/** Kinds of hers that are done where she is, or where her things are. */
const donePlaces: ReadonlySet<EntryKind> = new Set<EntryKind>(["came-in", "damaged", "followed", "waited-near", "sent-things"]);

function kindAndChannel(kinds: readonly EntryKind[], stated: Channel | undefined): Pick<Act, "kind" | "channel"> {
  const channel = stated ?? (kinds.some((one) => donePlaces.has(one)) ? "in-person" : "other");
  const kind = kindOf.find(([hers]) => kinds.includes(hers))?.[1] ?? "other";
  return { kind: kind === "message" && channel === "phone" ? "call" : kind, channel };
}

/** When it happened, as she said it. */
function timeOf(happened: HappenedAt, context: ReadContext): FlaggedWhen {
  const { from, until, wrote } = happened;
  const [first, last] = [whenHappened(from, happened), whenHappened(until, happened)];
  const { earliest } = first.when;
  const latest = last.when.latest > earliest ? last.when.latest : earliest;
  const flags = [...new Set<Flag>([...first.flags, ...last.flags, ...farDate(earliest, context.now)])];
  return { when: { wrote, zone: first.when.zone, earliest, latest }, flags };
}

/** Where she does not know when it happened: before it was written down, and of a clock that is not believed before the hours behind it that are. */
function timeNotKnown({ at, zone }: Written, time: BelievedTime | undefined, { now }: ReadContext): FlaggedWhen {
  const before = time === undefined || time.isBelieved ? at : (time.until ?? now);
  // Of a clock that stood before 1970 no earlier time is known than its own.
  const [earliest, latest] = before < epoch ? [before, epoch] : [epoch, before];
  return { when: { wrote: "", zone, earliest, latest }, flags: notKnown };
}

const notKnown: readonly Flag[] = ["time-not-known"];
const ofWriting: readonly Flag[] = ["time-of-writing"];

/** Where she did not say when it happened: the day of writing, up to that moment. */
function timeOfWriting({ at, zone: name }: Written, time: BelievedTime | undefined, { now }: ReadContext): FlaggedWhen {
  const wrote = instantToIso(at);
  if (time !== undefined && !time.isBelieved) {
    const { from = epoch, until = from > now ? from : now } = time;
    const isOpen = time.from === undefined || time.until === undefined;
    const [earliest, latest] = from <= until ? [from, until] : [until, from];
    return { when: { wrote, zone: name, earliest, latest }, flags: [...ofWriting, ...(isOpen ? notKnown : [])] };
  }
  const zone = parseZone(name);
  if (!zone) throw new Error("a zone that the line was read with does not exist");
  const earliest = startOfDay(dayIn(zone, at), zone);
  return { when: { wrote, zone: name, earliest: earliest < at ? earliest : at, latest: at }, flags: [...ofWriting, ...farDate(at, now)] };
}

/** The files of an entry, known by their bytes: two photos can have one name, and one photo two. */
async function attachmentsOf(
  files: NonNullable<Told["files"]>,
  context: ReadContext,
): Promise<{ readonly attachments: readonly Attachment[]; readonly flags: readonly Flag[] }> {
  const attachments: Attachment[] = [];
  for (const { name, size, sha256, from, changed } of files) {
    const isHere = (await context.fileOf(sha256, size)) !== undefined;
    attachments.push({
      name,
      size,
      ...(isHere && { sha256 }),
      ...(from !== undefined && { from }),
      ...(changed !== undefined && { changed }),
    });
  }
  return { attachments, flags: attachments.some((one) => one.sha256 === undefined) ? ["media-missing"] : [] };
}
