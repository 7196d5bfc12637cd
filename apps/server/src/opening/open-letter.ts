import type { BodyOf } from "@unmask/case";
import { type Result, failed, instantToIso, ok, parseSha256 } from "@unmask/core";
import { openWhole } from "@unmask/seal";
import { type Letter, isoWeek, readLetter } from "@unmask/submission";
import { writeArrival } from "../desk/write-arrival.ts";
import { type ItemRow, reserveReport, settleItem } from "../sql/case/items.ts";
import { putReply } from "../sql/case/mailbox-replies.ts";
import { putLetter, putReport, reportOfMailbox, takeNumber } from "../sql/case/reports.ts";
import { answeredOf, receivedOf, unreadLetter } from "./letter-facts.ts";
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
  const report = await reportFor(world, row, letter);
  await world.collect({ item: row.id, sha256: row.sha256, report: report.id });
  await world.database.transaction(async (tx) => {
    const mark = letter.ok ? ({ state: "opened", reason: null, why: null } as const) : ({ state: "marked", ...letter.error } as const);
    const outcome = { ...mark, report: report.id, place: null, made_sha256: row.sha256, overall: null, told: null, statement: null };
    if (!(await settleItem(tx, row, outcome))) return;
    const now = world.now();
    const at = { force: world.force, report: report.id, happened: row.taken_at, recorded: now };
    const box = letter.ok ? letter.value.mailbox : { lookup: null, recipient: null };
    if (report.isNew) {
      const received_at = instantToIso(row.taken_at);
      await putReport(tx, {
        force: row.force,
        id: report.id,
        letter: row.letter,
        lookup: box.lookup,
        recipient: box.recipient,
        received_at,
      });
    }
    if (!letter.ok) {
      await writeArrival(tx, at, [
        { kind: "report-received", body: unreadLetter(row.letter) },
        { kind: "pack-opened", body: markedBody(row, letter.error) },
      ]);
      return;
    }
    await putLetter(tx, letterRow(row, report.id, letter.value));
    if (report.isNew) await writeArrival(tx, at, [{ kind: "report-received", body: receivedOf(letter.value) }]);
    else await writeArrival(tx, at, [{ kind: "answer-received", body: answeredOf(letter.value) }]);
    const { contact, replyWeeks } = world.force;
    const message = JSON.stringify({ kind: "acknowledgement", reference: report.id, contact, week: isoWeek(row.taken_at) });
    const { recipient, lookup } = letter.value.mailbox;
    await putReply(tx, { force: row.force, id: world.randomHex(16), lookup, recipient, message, weeks: replyWeeks }, now);
  });
}

async function readSealed({ blobs, force, aead }: OpeningWorld, row: ItemRow): Promise<Result<Letter, Mark>> {
  const pieces: Uint8Array[] = [];
  for await (const piece of blobs.read(row.id)) pieces.push(piece);
  const opened = await openWhole(Uint8Array.from(Buffer.concat(pieces)), { identities: force.identities, aead });
  if (!opened.ok) return failed({ reason: reasonOf[opened.error.kind], why: opened.error.says });
  const letter = readLetter(opened.value);
  if (!letter.ok) return failed({ reason: "not-read", why: `what was sealed is no letter that this program knows: ${letter.error}` });
  // A letter under another's id could pass for that one's; a letter to another force was not meant for this one.
  if (letter.value.letter !== row.letter)
    return failed({ reason: "not-read", why: "the letter names another id than the one it came under" });
  if (letter.value.force !== force.id) return failed({ reason: "not-read", why: "the letter is to another force" });
  return ok(letter.value);
}

/** The report that the item belongs to. Its number is kept with the item, so that one that is opened again after a crash has the same. */
async function reportFor(
  world: OpeningWorld,
  row: ItemRow,
  letter: Result<Letter, Mark>,
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  return world.database.transaction(async (tx) => {
    const known =
      letter.ok && letter.value.kind === "answer" ? await reportOfMailbox(tx, row.force, letter.value.mailbox.lookup) : undefined;
    if (known !== undefined) return { id: known, isNew: false };
    const id = row.report ?? (await reserveReport(tx, row, `R-${await takeNumber(tx, row.force, "report")}`));
    return { id, isNew: true };
  });
}

function markedBody(row: ItemRow, { reason }: Mark): BodyOf<"pack-opened"> {
  const sha256 = parseSha256(row.sha256);
  if (sha256 === undefined) throw new Error("an item has no hash");
  return { letter: row.letter, pack: 0, sha256, fate: "marked", reason };
}

function letterRow(row: ItemRow, report: string, letter: Letter) {
  const { kind, mailbox, packs } = letter;
  const { lookup, recipient } = mailbox;
  return { force: row.force, id: row.letter, report, kind, lookup, recipient, packs: JSON.stringify(packs), words: JSON.stringify(letter) };
}
