import type { BodyOf } from "@unmask/case";
import {
  type Sha256,
  type Source,
  type Zone,
  civilFromDays,
  count,
  instantToIso,
  later,
  list,
  object,
  parseSha256,
  parseZone,
  readStrictly,
  sha256FromJson,
  statementToJson,
  timelineActToJson,
} from "@unmask/core";
import { type ExaminedAct, type Examination, examinePack } from "@unmask/corridor";
import type { Insertable, Transaction } from "kysely";
import { writeArrival } from "../desk/write-arrival.ts";
import { suggestLinksOf } from "../links/write-links.ts";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { type ItemRow, putOff, settleItem, takenPlaces } from "../sql/case/items.ts";
import { putReply } from "../sql/case/mailbox-replies.ts";
import { actsHeldBefore, clearPack, putActs, putFound, putPostings } from "../sql/case/pack-rows.ts";
import { mailboxOfReport, readLetterRow, reportOfLetterItem } from "../sql/case/reports.ts";
import { type WeekCounter, countByWeek } from "./acts-by-week.ts";
import { followOn } from "./follow-on.ts";
import type { Mark } from "./open-letter.ts";
import { coverTold } from "./cover-words.ts";
import { breachesOf, factsOf, foundRows, nameIn, storable } from "./pack-facts.ts";
import { hashOfBlob } from "./pull.ts";
import { gatherIdentifiers } from "./shown-identifiers.ts";
import type { OpeningWorld } from "./world.ts";

/** Milliseconds that one pack may be looked at: a file made to be slow must not hold those behind it for a night. */
const longestLook = 30 * 60_000;
/** A pack whose letter is not opened yet waits so long, ms. */
const waitForLetter = 2_000;
/** Acts of one statement. */
const actsAtOnce = 500;
const usualZone = "Europe/London";

/** The pack of a letter that an item is, as far as it can be found out. */
interface OfLetter {
  readonly place: number;
  readonly size: number;
  /** Of the first `size` bytes. */
  readonly found: Sha256;
  /** They are what the letter names. */
  readonly isNamed: boolean;
}

/** Opens a pack: looks at every file of it, keeps what it tells and what was found, and lets her know that it is here. */
export async function openPackItem(world: OpeningWorld, row: ItemRow): Promise<void> {
  const { database, force } = world;
  // The report is asked for first: a letter that is opened between the two questions is then there at the second.
  const { report, letter } = await database.transaction(async (tx) => ({
    report: await reportOfLetterItem(tx, force.id, row.letter),
    letter: await readLetterRow(tx, force.id, row.letter),
  }));
  if (letter === undefined) {
    if (report === undefined)
      await database.transaction((tx) => putOff(tx, { ...row, tries: row.tries - 1 }, later(world.now(), waitForLetter)));
    else await markPack(world, row, { reason: "not-read", why: "its letter did not open, so where the pack ends is not known" }, report);
    return;
  }
  const pack = await packOfLetter(world, row, letter.packs);
  if (pack === undefined) return markPack(world, row, { reason: "not-read", why: "its letter names no such pack" }, letter.report);
  // Of one that was marked with its letter the log has other bytes: nobody knew where the pack ends, and its proof is of what she made.
  const isLoggedOtherwise = row.made_sha256 !== null && row.made_sha256 !== pack.found;
  const item = isLoggedOtherwise ? `${row.id}.made` : row.id;
  const { entry, proof } = await world.collect({ item, sha256: pack.found, report: letter.report });
  await database.transaction((tx) => clearPack(tx, force.id, row.id));
  const seen = await look(world, row, { report: letter.report, size: pack.size });
  const mark = markOf(seen.examination, pack);
  await database.transaction(async (tx) => {
    const now = world.now();
    const { examination } = seen;
    const told = examination.told ? JSON.stringify({ ...examination.told.report, findings: [] }) : null;
    const outcome = {
      ...stateOf(mark),
      report: letter.report,
      place: pack.place,
      made_sha256: pack.found,
      overall: examination.check.overall,
      told,
      statement: examination.stated ? statementToJson(examination.stated) : null,
    };
    if (!(await settleItem(tx, row, outcome))) return;
    await putFound(tx, foundRows(examination, { force: force.id, item: row.id }));
    await putPostings(tx, seen.postings);
    const cover = coverTold(examination.told?.report.cover, civilFromDays(Math.floor(row.taken_at / 86_400_000)));
    const body = {
      ...seen.facts,
      ...cover,
      ...nameIn(examination),
      letter: row.letter,
      pack: pack.place,
      sha256: pack.found,
      ...fateOf(mark),
    };
    const at = { force, report: letter.report, happened: row.taken_at, recorded: now };
    await writeArrival(tx, at, [{ kind: "pack-opened", body }, ...(mark === undefined ? breachesOf(examination) : [])]);
    // Whoever reads the queue must see that a number is known before anybody opens the report.
    await suggestLinksOf(tx, { force, now }, letter.report);
    await followOn(tx, { force: force.id, report: letter.report, letter: null, items: [row.id], id: world.randomHex(16) }, now);
    // One that is looked at again was told when it came, unless its letter had told nobody's mailbox.
    if (row.made_sha256 === pack.found) return;
    await tellHer(tx, world, letter.report, [...unopenedOf(mark, pack.found), { kind: "proof", sha256: pack.found, entry, proof }]);
  });
}

/** Writes that a pack cannot be looked at: it is kept as it came. */
export async function markPack(world: OpeningWorld, row: ItemRow, mark: Mark, report: string): Promise<void> {
  const sha256 = parseSha256(row.sha256);
  if (sha256 === undefined) throw new Error("an item has no hash");
  await world.collect({ item: row.id, sha256, report });
  await world.database.transaction(async (tx) => {
    const outcome = { ...stateOf(mark), report, place: null, made_sha256: sha256, overall: null, told: null, statement: null };
    if (!(await settleItem(tx, row, outcome))) return;
    await clearPack(tx, row.force, row.id);
    const at = { force: world.force, report, happened: row.taken_at, recorded: world.now() };
    const taken = await takenPlaces(tx, row.force, row.letter);
    await writeArrival(tx, at, [{ kind: "pack-opened", body: { letter: row.letter, pack: taken.size, sha256, ...fateOf(mark) } }]);
    await tellHer(tx, world, report, unopenedOf(mark, sha256));
  });
}

/** A proof says only that the bytes are here. That nobody can read them she learns at once, while she still has hers. */
function unopenedOf(mark: Mark | undefined, sha256: Sha256): readonly object[] {
  return mark === undefined ? [] : [{ kind: "unopened", sha256, reason: mark.reason }];
}

/** Puts messages into the mailbox of a report, where it has one. */
async function tellHer(
  tx: Transaction<CaseTables>,
  { force, randomHex, now }: OpeningWorld,
  report: string,
  messages: readonly object[],
): Promise<void> {
  const mailbox = await mailboxOfReport(tx, force.id, report);
  if (mailbox === undefined) return;
  for (const message of messages) {
    const reply = { force: force.id, id: randomHex(16), ...mailbox, message: JSON.stringify(message), weeks: force.replyWeeks };
    await putReply(tx, reply, now());
  }
}

function stateOf(mark: Mark | undefined) {
  return mark === undefined
    ? ({ state: "opened", reason: null, why: null } as const)
    : ({ state: "marked", reason: mark.reason, why: storable(mark.why) } as const);
}

function fateOf(mark: Mark | undefined): Pick<BodyOf<"pack-opened">, "fate" | "reason"> {
  return mark === undefined ? { fate: "opened" } : { fate: "marked", reason: mark.reason };
}

function markOf({ fate }: Examination, { isNamed }: OfLetter): Mark | undefined {
  if (fate.state === "marked") return { reason: fate.reason === "error" ? "not-read" : fate.reason, why: fate.why };
  return isNamed ? undefined : { reason: "altered", why: "it opens, but it is not the file that her letter names" };
}

const packsOfLetter = list(
  object((one) => ({ size: one.must("size", count), sha256: one.must("sha256", sha256FromJson), bucket: one.must("bucket", count) })),
);

/** Finds the pack by its hash among those of the letter that have its bucket; where none has it, the first that is still to come. */
async function packOfLetter(world: OpeningWorld, row: ItemRow, packs: unknown): Promise<OfLetter | undefined> {
  const named = readStrictly(packs, "packs", packsOfLetter);
  if (!named.ok) throw new Error(`a letter's row is damaged: ${named.error}`);
  const taken = await world.database.transaction((tx) => takenPlaces(tx, row.force, row.letter));
  let other: OfLetter | undefined;
  for (const [place, { size, sha256, bucket }] of named.value.entries()) {
    if (bucket !== row.size || taken.has(place)) continue;
    const found = parseSha256(await hashOfBlob(world, row.id, size));
    if (found === undefined) throw new Error("a hash is a hash");
    if (found === sha256) return { place, size, found, isNamed: true };
    other ??= { place, size, found, isNamed: false };
  }
  return other;
}

interface Seen {
  readonly examination: Examination;
  readonly facts: Pick<BodyOf<"pack-opened">, "overall" | "verdicts" | "acts" | "findings" | "readAgain">;
  readonly postings: readonly Insertable<CaseTables["ident_posting"]>[];
}

/** Looks at the pack; its acts go into their table as they come. */
async function look(
  world: OpeningWorld,
  row: ItemRow,
  { report, size }: { readonly report: string; readonly size: number },
): Promise<Seen> {
  const { blobs, database, force } = world;
  const file: Source = { name: "pack", size, read: (start, end) => gather(blobs.read(row.id, start, Math.min(end, size))) };
  const identifiers = gatherIdentifiers();
  const waiting: ExaminedAct[] = [];
  let counter: WeekCounter | undefined;
  const flush = async (): Promise<void> => {
    const acts = waiting.splice(0);
    const rows = acts.map((act) => actRow(act, { force: force.id, report, item: row.id }));
    const heldBefore = await database.transaction(async (tx) => {
      const held = await actsHeldBefore(tx, rows);
      await putActs(tx, rows);
      return held;
    });
    for (const { act, whose } of acts) if (!heldBefore.has(act.id)) counter?.add(act, whose);
  };
  const examination = await examinePack(
    { file, stream: () => blobs.read(row.id, 0, size) },
    {
      opening: { identities: await force.identities(), aead: world.aead, putAside: world.putAside },
      verifying: { createHash: world.createHash, trustedSigners: [], trustedTsa: [], now: world.now() },
      reading: { createHasher: world.createHasher, signal: world.after(longestLook) },
      mostBytes: force.largestPack,
      takeAct: async (act, pack) => {
        counter ??= countByWeek(zoneOf(pack.told?.report.terms.zone));
        identifiers.add(act);
        waiting.push(act);
        if (waiting.length >= actsAtOnce) await flush();
      },
    },
  );
  await flush();
  if (examination.statement) identifiers.readStatement(examination.statement);
  const postings = identifiers.postings({ force: force.id, report }, world.keyedHash);
  return { examination, facts: factsOf(examination, counter?.result()), postings };
}

/** Where a pack does not say on whose clock its times are, they are read as in London. */
function zoneOf(name = usualZone): Zone {
  const zone = parseZone(name) ?? parseZone(usualZone);
  if (!zone) throw new Error("the engine has no zones");
  return zone;
}

function actRow(
  { number, act, exhibits, agreement, whose }: ExaminedAct,
  at: { readonly force: string; readonly report: string; readonly item: string },
): Insertable<CaseTables["report_act"]> {
  return {
    ...at,
    ordinal: number,
    act_id: act.id,
    kind: act.kind,
    channel: act.channel,
    grade: act.grade,
    earliest: instantToIso(act.when.earliest),
    latest: instantToIso(act.when.latest),
    from_kind: act.from.kind,
    from_normal: storable(act.from.normal),
    from_name: act.from.name === undefined ? null : storable(act.from.name),
    body: act.text === null ? null : storable(act.text),
    exhibits: JSON.stringify(exhibits),
    agreement,
    act: timelineActToJson(act),
    whose: whose ?? null,
  };
}

async function gather(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return all.length === 1 && all[0] ? all[0] : Uint8Array.from(Buffer.concat(all));
}
