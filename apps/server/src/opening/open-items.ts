import { later } from "@unmask/core";
import { type ItemRow, dueAtOnce, putOff, takeDueItem } from "../sql/case/items.ts";
import { repliesDueAtOnce } from "../sql/case/mailbox-replies.ts";
import { readLetterRow, reportOfLetterItem } from "../sql/case/reports.ts";
import { type Mark, markLetter, openLetter } from "./open-letter.ts";
import { markPack, openPackItem } from "./open-pack-item.ts";
import type { OpeningWorld } from "./world.ts";

/** Works through what was taken in: each item once. One that fails is tried again later and then marked, and the next one does not wait for it. */

/** So long nobody else takes an item that is worked on, ms: longer than one look may take. */
const turn = 45 * 60_000;
/** After so many failures, a process that ended in the middle counts as one, an item is marked and left. */
const mostTries = 5;
/** The wait before the second try, ms; doubled each time. */
const firstWait = 1_000;
/** The wait where this machine failed, ms: no room on its disk, no database. That is no try: a disk that is full for a night marks nothing. */
const waitForMachine = 10_000;
/** Codes of the system (no room, no file handles, a disk that fails) and classes of the database (08, 53, 57, 58, XX) that say nothing about an item. */
const ofMachine = /^(?:ENOSPC|EDQUOT|EFBIG|EROFS|EIO|EMFILE|ENFILE|ECONN\w+|EPIPE|(?:08|53|57|58|XX)\w{3})$/;

/**
 * To be called before the first item is opened, and again where a turn ended without a word to the database (it was away, or its disk was full):
 * what was begun and not ended is due at once. Nobody may be opening at that moment.
 */
export function beginItems({ database, force, now }: OpeningWorld): Promise<void> {
  return database.transaction((tx) => dueAtOnce(tx, force.id, now()));
}

/** The same for messages, before the first is sent. */
export function beginReplies({ database, force, now }: OpeningWorld): Promise<void> {
  return database.transaction((tx) => repliesDueAtOnce(tx, force.id, now()));
}

/** Opens the next item that is due; false when there is none. */
export async function openNext(world: OpeningWorld): Promise<boolean> {
  const { database, force, now } = world;
  const row = await database.transaction((tx) => takeDueItem(tx, force.id, { now: now(), until: later(now(), turn) }));
  if (row === undefined) return false;
  try {
    if (row.tries > mostTries)
      await mark(world, row, { reason: "not-read", why: `it could not be looked at: ${mostTries} tries ended in the middle` });
    else if (row.kind === "letter") await openLetter(world, row);
    else await openPackItem(world, row);
  } catch (error) {
    const code = codeOf(error);
    if (code !== undefined && ofMachine.test(code)) {
      world.tell(`Item ${row.id} waits: this machine cannot work on it now (${code}). Look at its disk and its database. Nothing is lost.`);
      await database.transaction((tx) => putOff(tx, { ...row, tries: row.tries - 1 }, later(now(), waitForMachine)));
      return true;
    }
    // The kind of the fault and its place; what it says could quote what somebody wrote.
    world.tell(
      `Item ${row.id} could not be opened (try ${row.tries}): ${error instanceof Error ? error.name : "fault"}. It is kept and tried again.`,
    );
    await database.transaction((tx) => putOff(tx, row, later(now(), firstWait * 2 ** row.tries)));
  }
  return true;
}

function codeOf(error: unknown): string | undefined {
  const code: unknown = error instanceof Error ? Reflect.get(error, "code") : undefined;
  return typeof code === "string" ? code : undefined;
}

async function mark(world: OpeningWorld, row: ItemRow, why: Mark): Promise<void> {
  if (row.kind === "letter") return markLetter(world, row, why);
  const { database, force } = world;
  const report = await database.transaction(
    async (tx) => (await readLetterRow(tx, force.id, row.letter))?.report ?? reportOfLetterItem(tx, force.id, row.letter),
  );
  if (report === undefined) throw new Error("a pack without a letter");
  return markPack(world, row, why, report);
}
