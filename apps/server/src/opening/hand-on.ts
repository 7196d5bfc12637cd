import { type Instant, type Result, type Source, failed, later, msPerDay, msPerMinute, ok } from "@unmask/core";
import { type Intake, continueUpload, handIn, makeUpload } from "@unmask/corridor";
import type { Transaction } from "kysely";
import { writeArrival } from "../desk/write-arrival.ts";
import type { Neighbour } from "../force/neighbour.ts";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { type HandedOnRow, type SealedAgain, handedOnDueAtOnce, sentUnwritten, setSent, takeDueHandedOn } from "../sql/case/handed-on.ts";
import { carryAnswers } from "./carry-answers.ts";
import { sealAgain } from "./seal-again.ts";
import type { OpeningWorld } from "./world.ts";

/**
 * Sends on what belongs to another force (docs/formats/submission.md), and carries back what that force answers. Everything is put down before
 * it leaves, so that after a kill the same letter goes again and is the same one there.
 */

/** The wait before the second try, ms; doubled each time up to the longest. */
const firstWait = 5_000;
const longestWait = msPerMinute;
/** Between two looks into the mailbox, ms. */
const lookEvery = 10 * msPerMinute;
/** So long answers are carried. */
const carriedDays = 52 * 7;

/** Once at the start, before the loop: what was begun by a run that ended is due at once, and what went before anybody wrote it is written as there. */
export function beginHandingOn(world: OpeningWorld): Promise<void> {
  const { database, force, now } = world;
  return database.transaction(async (tx) => {
    await handedOnDueAtOnce(tx, force.id, now());
    for (const row of await sentUnwritten(tx, force.id)) await writeThere(tx, world, row);
  });
}

/** The other force has it: until then its row stands here. */
function writeThere(
  tx: Transaction<CaseTables>,
  { force, now }: OpeningWorld,
  { report, to_force }: Pick<HandedOnRow, "report" | "to_force">,
): Promise<void> {
  return writeArrival(tx, { force, report, happened: now(), recorded: now() }, [{ kind: "force-has-it", body: { force: to_force } }]);
}

/** The next that is due; false when there is none, a sentence where it did not go. */
export async function handOnNext(world: OpeningWorld): Promise<Result<boolean, string>> {
  const { database, force, now, handing } = world;
  const until = (tries: number): Instant => later(now(), Math.min(longestWait, firstWait * 2 ** tries));
  const longest = Math.max(longestWait, lookEvery);
  const row = await database.transaction((tx) => takeDueHandedOn(tx, force.id, { now: now(), latest: later(now(), longest), until }));
  if (row === undefined) return ok(false);
  const neighbour = await handing.neighbours.newest(row.to_force);
  if (neighbour === undefined)
    return failed(`The set of ${row.to_name} is not loaded any more: a report waits to go there. unmask force neighbours --load FILE`);
  const intake: Intake = { origin: neighbour.intake, ask: handing.ask, workOut: handing.workOut };
  const outcome = row.sent_at === null ? await send(world, row, neighbour, intake) : await carry(world, row, intake);
  return outcome.ok ? ok(true) : failed(`${row.to_name}: ${outcome.error}. It is tried again.`);
}

async function send(world: OpeningWorld, row: HandedOnRow, neighbour: Neighbour, intake: Intake): Promise<Result<void, string>> {
  const { database, handing, now } = world;
  const packs = row.packs === null ? await sealAgain(world, row, neighbour) : ok(row.packs);
  if (!packs.ok) return packs;
  const sealed = await gather(handing.waiting.read(row.id));
  const taken = await handIn(intake, { id: row.id, sealed, buckets: packs.value.map(({ bucket }) => bucket) });
  if (!taken.ok) return failed(taken.error.says);
  for (const [place, pack] of packs.value.entries()) {
    const sent = await sendPack(world, intake, { pack, token: taken.value[place] ?? "" });
    if (!sent.ok) return sent;
  }
  await database.transaction(async (tx) => {
    await setSent(tx, row, { now: now(), next: row.kind === "report" ? later(now(), lookEvery) : null });
    if (row.kind === "report") await writeThere(tx, world, row);
  });
  // Only now: until here it may have to go again.
  for (const { file } of packs.value) await handing.waiting.remove(file);
  await handing.waiting.remove(row.id);
  return ok(undefined);
}

async function sendPack(
  { handing }: OpeningWorld,
  { origin, ask }: Intake,
  { pack, token }: { readonly pack: SealedAgain; readonly token: string },
): Promise<Result<void, string>> {
  const { size, bucket, file } = pack;
  const uploading = { origin, ask, token, random: handing.random, pause: handing.pause, tellProgress: () => undefined };
  const made = await makeUpload(uploading, bucket);
  if (!made.ok) return made;
  const source: Source = { name: "pack", size, read: (from, to) => gather(handing.waiting.read(file, from, Math.min(to, size))) };
  return continueUpload(uploading, made.value, source, { size, bucket, padding: bucket - size });
}

async function carry(world: OpeningWorld, row: HandedOnRow, intake: Intake): Promise<Result<void, string>> {
  const { now } = world;
  const isOver = later(row.made_at, carriedDays * msPerDay) <= now();
  return carryAnswers(world, row, { intake, next: isOver ? null : later(now(), lookEvery) });
}

async function gather(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Uint8Array.from(Buffer.concat(all));
}
