/** The inside of a force as the tests start it: a folder with its keys, a database, the way to an intake. */
import { randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseSha256 } from "@unmask/core";
import { readClock } from "@unmask/fittings-node";
import { type Identity, createIdentity, parseSignerKey, recipientOf, sealWhole, sha256HexOf } from "@unmask/seal";
import { type Letter, type LetterFields, bucketOfPack, lookupHash, writeLetter } from "@unmask/submission";
import { startAccessLog } from "../../apps/server/src/access-log/access-log.ts";
import { type NewForce, makeForce } from "../../apps/server/src/force/new-force.ts";
import type { Database } from "../../apps/server/src/ports/database.ts";
import type { OpeningParts } from "../../apps/server/src/ports/opening-world.ts";
import type { CaseTables } from "../../apps/server/src/sql/case/case-tables.ts";

const random = (size: number): Uint8Array => new Uint8Array(randomBytes(size));

/** A force, its keys in a folder as `unmask force init` leaves them. */
export async function newForceIn(folder: string): Promise<NewForce & { readonly identity: Identity; readonly recipient: string }> {
  const identity = await createIdentity();
  const made = await makeForce({ name: "Example Police", intake: null, identity }, readClock(), random);
  mkdirSync(folder, { recursive: true });
  const files = {
    "unmask-force.json": made.signed.json,
    "unmask-force.json.minisig": made.signed.signature,
    "opening-key.txt": made.secrets.openingKey,
    "pull.key": made.secrets.pull,
    "log.key": made.secrets.log,
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content, { mode: 0o600 });
  return { ...made, identity, recipient: await recipientOf(identity) };
}

/** What the inside of a force is made of, over a database, with the force's own log. */
export async function partsOf(
  database: Database<CaseTables>,
  { folder, port, force, logKey, tell }: { folder: string; port: number; force: string; logKey: string; tell(says: string): void },
): Promise<OpeningParts> {
  const signer = parseSignerKey(logKey);
  if (!signer.ok) throw new Error(signer.error);
  const log = await startAccessLog({ database, force, signer: signer.value, now: readClock, random });
  return { folder, intake: `http://localhost:${port}`, database, collect: (item) => log.appendCollect(item), tell };
}

/** A woman with a mailbox, and what she sends to a force. */
export interface Sender {
  readonly identity: Identity;
  readonly lookup: Uint8Array;
  /** A letter, sealed, and the packs with the bytes that follow each up to its bucket. */
  send(fields?: SentFields): Promise<Sent>;
}

interface SentFields extends LetterFields {
  readonly kind?: Letter["kind"];
  readonly packs?: readonly Uint8Array[];
  /** Sealed to this key instead of the force's newest. */
  readonly to?: string;
}

/** What crosses the wire. */
export interface Sent {
  readonly id: string;
  readonly sealed: Uint8Array;
  readonly packs: readonly { readonly bytes: Uint8Array; readonly sha256: string }[];
}

/** Somebody who writes to this force; `lookup`: under what she learned of somebody else's mailbox. */
export async function senderTo(
  { force, recipient }: { readonly force: string; readonly recipient: string },
  lookup: Uint8Array = random(32),
): Promise<Sender> {
  const identity = await createIdentity();
  const mailbox = { recipient: await recipientOf(identity), lookup: parseSha256(lookupHash(lookup)) ?? missing() };
  return {
    identity,
    lookup,
    async send({ kind = "report", packs = [], to = recipient, ...fields } = {}) {
      const id = randomBytes(16).toString("hex");
      const named = packs.map((bytes) => {
        const sha256 = parseSha256(sha256HexOf(bytes)) ?? missing();
        return { size: bytes.length, sha256, bucket: bucketOfPack(bytes.length) ?? missing() };
      });
      const written = { year: 2026, month: 11, day: 27, hour: 9, minute: 5 };
      const letter = writeLetter({ letter: id, force, kind, written, mailbox, packs: named, ...fields });
      if (!letter.ok) throw new Error(letter.error);
      return {
        id,
        sealed: await sealWhole(letter.value, { recipients: [to] }),
        packs: packs.map((bytes, i) => ({
          bytes: Uint8Array.from(Buffer.concat([bytes, random((named[i]?.bucket ?? 0) - bytes.length)])),
          sha256: named[i]?.sha256 ?? "",
        })),
      };
    },
  };
}

function missing(): never {
  throw new Error("a fixture is no such thing");
}
