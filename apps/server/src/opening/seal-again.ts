import { type Instant, type Result, type Sha256, failed, ok, parseSha256, utcMsToWall } from "@unmask/core";
import { envelopeFailureOf, hexToBytes, openStream, openWhole, sealStream, sealWhole } from "@unmask/seal";
import { type Letter, isoWeek, lookupHash, planPack, readLetter, recipientNow, writeLetter } from "@unmask/submission";
import type { Neighbour } from "../force/neighbour.ts";
import { type HandedOnRow, type LeftOut, type SealedAgain, type ToSealAgain, setSealedAgain, toSealAgain } from "../sql/case/handed-on.ts";
import type { OpeningWorld } from "./world.ts";

/**
 * Seals a letter and its packs again, to another force. What is opened goes straight into the new envelope, piece by piece, and never onto the
 * disk. A pack that does not open to its end is left out and named.
 */

/** What a pack came to: sealed again, or why not; the disk may be full. */
type Again = { readonly pack: SealedAgain } | { readonly why: string } | "no-room";

const diskIsFull = "the disk of this machine is full";

/** Seals everything and puts it where it waits to go; the packs as the letter names them. The failure says what to do. */
export async function sealAgain(
  world: OpeningWorld,
  row: HandedOnRow,
  neighbour: Neighbour,
): Promise<Result<readonly SealedAgain[], string>> {
  const { database, now, handing } = world;
  const recipient = recipientNow(neighbour.set, isoWeek(now()));
  if (recipient === undefined) return failed("its set names nobody to seal to this week. Load its newest set: unmask force neighbours");
  const asked = await database.transaction((tx) => toSealAgain(tx, row));
  const packs: SealedAgain[] = [];
  const leftOut: LeftOut[] = [];
  for (const item of asked.packs) {
    const { limits } = neighbour.set;
    const again: Again =
      packs.length >= limits.packs
        ? { why: "that force takes no more packs with one letter" }
        : await packAgain(world, { row, item, recipient, place: packs.length, most: limits.pack });
    if (again === "no-room") return failed(diskIsFull);
    if ("pack" in again) packs.push(again.pack);
    else leftOut.push({ item: item.item, why: again.why });
  }
  const written = await letterAgain(world, row, { to: neighbour.set.force, packs, letterItem: asked.letterItem });
  if (!written.ok) return written;
  const sealed = await sealWhole(written.value, { recipients: [recipient], aead: world.aead });
  const put = await handing.waiting.put(row.id, [sealed]);
  if (!put.ok) return failed(diskIsFull);
  await database.transaction((tx) => setSealedAgain(tx, row, { packs, leftOut }));
  return ok(packs);
}

interface OnePack {
  readonly row: HandedOnRow;
  readonly item: ToSealAgain["packs"][number];
  readonly recipient: string;
  readonly place: number;
  readonly most: number;
}

async function packAgain(world: OpeningWorld, { row, item, recipient, place, most }: OnePack): Promise<Again> {
  const { blobs, aead, force, handing } = world;
  const was = parseSha256(item.was ?? "");
  if (was === undefined || item.made === null) return { why: "where it ends is not known" };
  const file = `${row.id}${String(place).padStart(2, "0")}`;
  const plain = openStream(blobs.read(item.item, 0, item.made), { identities: await force.identities(), aead });
  try {
    const put = await handing.waiting.put(file, sealStream(plain, { recipients: [recipient], aead }));
    if (!put.ok) return "no-room";
    const plan = planPack(put.value);
    if (plan === undefined || put.value > most) {
      await handing.waiting.remove(file);
      return { why: "it is larger than that force takes" };
    }
    return { pack: { size: put.value, bucket: plan.bucket, sha256: await hashOf(world, file), was, file } };
  } catch (error) {
    const failure = envelopeFailureOf(error);
    if (failure === undefined) throw error;
    return { why: failure.says };
  }
}

async function hashOf({ createHasher, handing }: OpeningWorld, file: string): Promise<Sha256> {
  const hasher = createHasher();
  for await (const piece of handing.waiting.read(file)) hasher.update(piece);
  return hasher.digest();
}

/** Her letter as it came, to the other force; only the packs where they came after it had gone. */
async function letterAgain(
  world: OpeningWorld,
  row: HandedOnRow,
  { to, packs, letterItem }: { readonly to: string; readonly packs: readonly SealedAgain[]; readonly letterItem: string | null },
): Promise<Result<Uint8Array, string>> {
  const { force, now } = world;
  const hers = letterItem === null ? undefined : await openedAgain(world, letterItem);
  const lookup = hexToBytes(row.lookup);
  const hash = lookup && parseSha256(lookupHash(lookup));
  if (hash === undefined) throw new Error("a mailbox has a lookup id");
  const frame: Letter = {
    letter: row.id,
    force: to,
    kind: row.kind === "report" ? "report" : "answer",
    written: hers?.written ?? minuteOf(now()),
    mailbox: { recipient: row.recipient, lookup: hash },
    packs: packs.map(({ size, sha256, bucket }) => ({ size, sha256, bucket })),
    handedOn: { force: force.id, name: force.name, reference: row.report, week: isoWeek(now()), packs: packs.map(({ was }) => was) },
  };
  return writeLetter(hers === undefined ? frame : { ...hers, ...frame });
}

function minuteOf(now: Instant): Letter["written"] {
  const { year, month, day, hour, minute } = utcMsToWall(now);
  return { year, month, day, hour, minute };
}

async function openedAgain({ blobs, force, aead }: OpeningWorld, item: string): Promise<Letter> {
  const pieces: Uint8Array[] = [];
  for await (const piece of blobs.read(item)) pieces.push(piece);
  const opened = await openWhole(Uint8Array.from(Buffer.concat(pieces)), { identities: await force.identities(), aead });
  const read = opened.ok ? readLetter(opened.value) : opened;
  if (!read.ok) throw new Error("a letter that was opened does not open any more");
  return read.value;
}
