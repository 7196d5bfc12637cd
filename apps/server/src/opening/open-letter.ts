import type { BodyOf } from "@unmask/case";
import { type Result, failed, instantToIso, ok } from "@unmask/core";
import { openWhole } from "@unmask/seal";
import { type Letter, isSameMailbox, isoWeek, readLetter } from "@unmask/submission";
import type { Transaction } from "kysely";
import { writeArrival } from "../desk/write-arrival.ts";
import { suggestLinksOf } from "../links/write-links.ts";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { type ItemRow, reserveReport, settleItem } from "../sql/case/items.ts";
import { putReply } from "../sql/case/mailbox-replies.ts";
import { askFor } from "../sql/case/membership.ts";
import { putPostings } from "../sql/case/pack-rows.ts";
import { putLetter, putReport, reportOfLetter, reportsOfLookup, takeNumber } from "../sql/case/reports.ts";
import { readContactWords } from "../sql/case/settings.ts";
import { type LetterStanding, answeredOf, receivedOf, unreadLetter } from "./letter-facts.ts";
import { followOn } from "./follow-on.ts";
import { gatherIdentifiers } from "./shown-identifiers.ts";
import type { OpeningWorld } from "./world.ts";

/** Why an item is marked, as the events say it, and in one sentence. */
export interface Mark {
  readonly reason: NonNullable<BodyOf<"pack-opened">["reason"]>;
  readonly why: string;
}

const reasonOf = {
  "not-an-envelope": "not-a-pack",
  "header-damaged": "altered",
  "header-altered": "altered",
  "no-key-fits": "no-key",
  altered: "altered",
  "cut-short": "cut-short",
} as const;

/** Opens a letter: a new report stands in the queue, or an answer with the report that it belongs to. What does not open stands there too. */
export async function openLetter(world: OpeningWorld, row: ItemRow): Promise<void> {
  const letter = await readSealed(world, row);
  await settleLetter(world, row, letter);
}

/** Writes that a letter cannot be opened: it is kept, and stands in the queue with its reason. */
export function markLetter(world: OpeningWorld, row: ItemRow, mark: Mark): Promise<void> {
  return settleLetter(world, row, failed(mark));
}

async function settleLetter(world: OpeningWorld, row: ItemRow, letter: Result<Letter, Mark>): Promise<void> {
  const { standing, marked, ...report } = await reportFor(world, row, letter);
  await world.collect({ item: row.id, sha256: row.sha256, report: report.id });
  await world.database.transaction(async (tx) => {
    const mark = letter.ok ? ({ state: "opened", reason: null, why: null } as const) : ({ state: "marked", ...letter.error } as const);
    const outcome = { ...mark, report: report.id, place: null, made_sha256: row.sha256, overall: null, told: null, statement: null };
    if (!(await settleItem(tx, row, outcome))) return;
    const now = world.now();
    const at = { force: world.force, report: report.id, happened: row.taken_at, recorded: now };
    // A mailbox is of whoever named it first: what a stranger sends under her lookup is answered nowhere, and never fills the pages that she reads.
    const box = letter.ok && !standing.isOfAnother ? letter.value.mailbox : undefined;
    if (report.isNew) await putReport(tx, reportRow(row, report.id, box));
    if (!letter.ok) return writeArrival(tx, at, [{ kind: "report-received", body: unreadLetter(row.letter, letter.error.reason) }]);
    // Where it did not open when it came, whoever has that report reads where it stands now.
    if (marked !== undefined) await writeArrival(tx, { ...at, report: marked }, [{ kind: "letter-read", body: { report: report.id } }]);
    await putLetter(tx, letterRow(row, report.id, letter.value));
    if (report.isNew) await writeArrival(tx, at, [{ kind: "report-received", body: receivedOf(letter.value, standing) }]);
    else {
      await writeArrival(tx, at, [{ kind: "answer-received", body: answeredOf(letter.value) }]);
      await askFor(tx, "unmask", now);
      await followOn(tx, { force: row.force, report: report.id, letter: row.letter, items: [], id: world.randomHex(16) }, now);
    }
    await postTold(tx, world, { report: report.id, letter: letter.value });
    if (box === undefined) return;
    const contact = (await readContactWords(tx, row.force)) ?? world.force.contact;
    const message = JSON.stringify({ kind: "acknowledgement", reference: report.id, contact, week: isoWeek(row.taken_at) });
    const { recipient, lookup } = box;
    await putReply(tx, { force: row.force, id: world.randomHex(16), lookup, recipient, message, weeks: world.force.replyWeeks }, now);
  });
}

/** Numbers in her own words stand in the index before anybody opens the report, as those of a pack do. */
async function postTold(
  tx: Transaction<CaseTables>,
  { force, keyedHash, now }: OpeningWorld,
  { report, letter }: { readonly report: string; readonly letter: Letter },
): Promise<void> {
  const identifiers = gatherIdentifiers();
  identifiers.readTold(letter);
  const postings = identifiers.postings({ force: force.id, report }, keyedHash);
  if (postings.length === 0) return;
  await putPostings(tx, postings);
  await askFor(tx, "unmask", now());
  await suggestLinksOf(tx, { force, now: now() }, report);
}

async function readSealed({ blobs, force, aead }: OpeningWorld, row: ItemRow): Promise<Result<Letter, Mark>> {
  const pieces: Uint8Array[] = [];
  for await (const piece of blobs.read(row.id)) pieces.push(piece);
  const opened = await openWhole(Uint8Array.from(Buffer.concat(pieces)), { identities: await force.identities(), aead });
  if (!opened.ok) return failed({ reason: reasonOf[opened.error.kind], why: opened.error.says });
  const letter = readLetter(opened.value);
  if (!letter.ok) return failed({ reason: "not-read", why: `what was sealed is no letter that this program knows: ${letter.error}` });
  // A letter under another's id could pass for that one's; a letter to another force was not meant for this one.
  if (letter.value.letter !== row.letter)
    return failed({ reason: "not-read", why: "the letter names another id than the one it came under" });
  if (letter.value.force !== force.id) return failed({ reason: "not-read", why: "the letter is to another force" });
  return ok(letter.value);
}

/** Where an item belongs. */
interface Belonging {
  readonly id: string;
  readonly isNew: boolean;
  readonly standing: LetterStanding;
  /** The report that it began when it did not open. */
  readonly marked: string | undefined;
}

/** The report that the item belongs to. Its number is kept with the item, so that one that is opened again after a crash has the same. */
async function reportFor(world: OpeningWorld, row: ItemRow, letter: Result<Letter, Mark>): Promise<Belonging> {
  return world.database.transaction(async (tx) => {
    const marked = await reportOfLetter(tx, row.force, row.letter);
    const answered = letter.ok ? await reportsOfLookup(tx, row.force, letter.value.mailbox.lookup) : [];
    const known = letter.ok ? answered.find((one) => isSameMailbox(one, letter.value.mailbox)) : undefined;
    const isAnswer = letter.ok && letter.value.kind === "answer";
    const standing = { isStray: isAnswer && known === undefined, isOfAnother: answered.length > 0 && known === undefined };
    if (isAnswer && known !== undefined) return { id: known.id, isNew: false, standing, marked };
    if (!letter.ok && marked !== undefined) return { id: marked, isNew: false, standing, marked };
    const kept = row.report === marked ? null : row.report;
    const id = kept ?? (await reserveReport(tx, row, `R-${await takeNumber(tx, row.force, "report")}`));
    return { id, isNew: true, standing, marked };
  });
}

function reportRow(row: ItemRow, id: string, box: Letter["mailbox"] | undefined) {
  const { lookup = null, recipient = null } = box ?? {};
  return { force: row.force, id, letter: row.letter, lookup, recipient, received_at: instantToIso(row.taken_at) };
}

function letterRow(row: ItemRow, report: string, letter: Letter) {
  const { kind, mailbox, packs } = letter;
  const { lookup, recipient } = mailbox;
  return { force: row.force, id: row.letter, report, kind, lookup, recipient, packs: JSON.stringify(packs), words: JSON.stringify(letter) };
}
