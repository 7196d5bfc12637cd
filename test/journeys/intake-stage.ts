import { randomBytes } from "node:crypto";
import { parseInstant } from "@unmask/core";
import { listen } from "@unmask/fittings-node";
import {
  type SignerKey,
  appendLeaf,
  blake2b512Of,
  bytesToBase64,
  createIdentity,
  createSignerKey,
  emptyFrontier,
  formatTlogProof,
  formatVkey,
  leafHash,
  logKeyOf,
  logOrigin,
  openWhole,
  publicKeyText,
  recipientOf,
  rootOf,
  signCheckpoint,
  signDetached,
  textToBytes,
} from "@unmask/seal";
import {
  type ForceSet,
  type Letter,
  type MailboxMessage,
  bucketOfPack,
  isoWeek,
  readLetter,
  sealMailboxMessage,
  sealedLetterSizes,
  writeForceSet,
} from "@unmask/submission";
import { answerOrigin } from "../../apps/server/src/ports/intake-origin.ts";
import { openDoor } from "../../apps/server/src/ports/open-door.ts";
import { personSite } from "../../apps/server/src/ports/person-site.ts";
import { createIntake } from "../../apps/server/src/roles/intake.ts";
import { openKept } from "../server/intake-door.ts";
import { gather } from "../server/intake-world.ts";

/** Her app with an intake behind it on one origin, as a force serves both, and the force's own side of it. */
export interface IntakeStage {
  readonly address: string;
  readonly set: ForceSet;
  /** Every letter that came in, opened. */
  letters(): Promise<readonly Letter[]>;
  /** Every pack that came in, as it lies. */
  packs(): Promise<readonly Uint8Array[]>;
  /** Puts an answer into the mailbox of a letter. */
  answer(letter: Letter, said: readonly Said[]): Promise<void>;
  /** An entry of the force's log with its proof. */
  prove(entry: string): { readonly entry: string; readonly proof: string };
  /** From now on another signs the set. */
  changeLock(): void;
  /** Bytes of an upload after which nothing more is taken; undefined: all is. */
  hold(after: number | undefined): void;
  close(): Promise<void>;
}

type Said = MailboxMessage extends infer M ? (M extends MailboxMessage ? Omit<M, "id" | "number"> : never) : never;

const signer = newSigner();
const week = (): string => {
  const now = parseInstant(Date.now());
  if (now === undefined) throw new Error("no instant");
  return isoWeek(now);
};

/** Starts it on a free port. */
export async function startIntakeStage(): Promise<IntakeStage> {
  const opening = await createIdentity();
  const force = randomBytes(16).toString("hex");
  const log = logOrigin(signer, force);
  const set = setOf(force, await recipientOf(opening), formatVkey(logKeyOf(signer, log)));
  const served = { json: Buffer.from(writeForceSet(set)), signature: signatureOf(writeForceSet(set), signer) };
  let other: typeof served | undefined;
  const kept = await openKept();
  let held: number | undefined;
  const door = openDoor({
    store: {
      ...kept.store,
      async appendUpload(id, offset, chunks) {
        return held !== undefined && offset >= held ? "gone" : kept.store.appendUpload(id, offset, chunks);
      },
    },
    set: served,
    force,
    pull: set.pull,
    floor: set.work.floor,
    limits: { letterSizes: sealedLetterSizes, packs: 20, isBucket: (size) => bucketOfPack(size) === size },
    workFrom: 200,
    secret: new Uint8Array(randomBytes(32)),
    now: Date.now,
    week,
  });
  const intake = await createIntake(door, console.error);
  const site = personSite(new URL("../../apps/", import.meta.url));
  const answerAsIs = answerOrigin(site, intake, console.error);
  const listening = await listen(
    (request, response) => {
      const isSet = request.url?.startsWith("/.well-known/unmask-force.json") === true;
      if (other === undefined || !isSet) answerAsIs(request, response);
      else response.end(request.url?.endsWith(".minisig") === true ? other.signature : other.json);
    },
    { port: 0, tryPort: String },
  );
  if (!listening.ok) throw new Error(listening.error);
  const { port, close } = listening.value;
  const itemsOf = async (wanted: "letter" | "pack"): Promise<Uint8Array[]> => {
    const all: Uint8Array[] = [];
    for (const { id, kind } of await kept.store.take(0, 100)) {
      const item = kind === wanted ? await kept.store.readItem(id, 0) : undefined;
      if (item) all.push(await gather(item.bytes));
    }
    return all;
  };
  let number = 0;
  return {
    address: `http://localhost:${port}/`,
    set,
    async letters() {
      return Promise.all((await itemsOf("letter")).map((sealed) => openLetter(sealed, opening)));
    },
    packs: () => itemsOf("pack"),
    async answer({ mailbox }, said) {
      for (const one of said) {
        const message: MailboxMessage = { ...one, id: randomBytes(16).toString("hex"), number: (number += 1) };
        const envelope = await sealMailboxMessage(message, mailbox.recipient);
        if (!envelope.ok) throw new Error(envelope.error);
        await kept.store.putReply({ id: message.id, lookup: mailbox.lookup, envelope: envelope.value, weeks: 26 });
      }
    },
    prove(entry) {
      const root = rootOf(appendLeaf(emptyFrontier, leafHash(textToBytes(entry))));
      return {
        entry,
        proof: formatTlogProof({ index: 0, hashes: [], checkpoint: signCheckpoint({ origin: log, size: 1, root }, signer) }),
      };
    },
    changeLock() {
      const stranger = newSigner();
      const json = writeForceSet({ ...set, number: 2, signer: publicKeyText(stranger) });
      other = { json: Buffer.from(json), signature: signatureOf(json, stranger) };
    },
    hold: (after) => void (held = after),
    async close() {
      await close();
      await kept.close();
    },
  };
}

function newSigner(): SignerKey {
  return createSignerKey((size) => new Uint8Array(randomBytes(size)));
}

function setOf(force: string, recipient: string, log: string): ForceSet {
  return {
    force,
    name: "Northshire Police",
    number: 1,
    made: week(),
    intake: null,
    recipients: [{ recipient, from: "2020-W01", until: null }],
    limits: { letter: 262_144, pack: 2 ** 31, packs: 20 },
    work: { floor: 2_000 },
    retention: { taken: 37, replies: 26 },
    log,
    pull: bytesToBase64(signer.publicKey),
    signer: publicKeyText(signer),
    nextSigner: null,
  };
}

function signatureOf(bytes: Uint8Array, key: SignerKey): Buffer {
  return Buffer.from(signDetached(blake2b512Of(bytes), key, "unmask force set"));
}

async function openLetter(sealed: Uint8Array, opening: Awaited<ReturnType<typeof createIdentity>>): Promise<Letter> {
  const opened = await openWhole(sealed, { identities: [opening] });
  if (!opened.ok) throw new Error(opened.error.kind);
  const letter = readLetter(opened.value);
  if (!letter.ok) throw new Error(letter.error);
  return letter.value;
}
