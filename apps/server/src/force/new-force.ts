import { type Instant, later, msPerDay, reveal } from "@unmask/core";
import {
  type Identity,
  bytesToBase64,
  bytesToHex,
  createSignerKey,
  formatSignerKey,
  formatVkey,
  logKeyOf,
  logOrigin,
  publicKeyText,
  recipientOf,
} from "@unmask/seal";
import { type ForceSet, isoWeek, largestPack } from "@unmask/submission";
import type { SignedSet } from "../intake/door.ts";
import { floorOfWork } from "../intake/work-desk.ts";
import { signSet } from "./sign-set.ts";

/** What a letter may carry until the force says otherwise: bytes of a letter and of a pack, packs. */
const limits = { letter: 256 * 1024, pack: largestPack, packs: 20 } as const;
/** Days for which an item stays outside once it was taken in, and weeks for which answers stay. */
const retention = { taken: 37, replies: 26 } as const;

/** A force that begins: its set, signed, and the texts of the files that nobody else may read. */
export interface NewForce {
  readonly set: ForceSet;
  readonly signed: SignedSet;
  readonly secrets: {
    /** Of the intake: tokens and empty envelopes are made of it. */
    readonly mailboxSecret: string;
    /** Opens what is sealed to the force: age's own text, one identity a line, the newest first. */
    readonly openingKey: string;
    /** Signs the set; signs the log; proves the inside to the intake. Minisign's own key files. */
    readonly signer: string;
    readonly log: string;
    readonly pull: string;
  };
}

/** Makes every key and the first set of a force. The name of its log is its own id under the log's key. */
export async function makeForce(
  { name, intake, identity }: { readonly name: string; readonly intake: string | null; readonly identity: Identity },
  now: Instant,
  random: (size: number) => Uint8Array,
): Promise<NewForce> {
  const force = bytesToHex(random(16));
  const [signer, log, pull] = [createSignerKey(random), createSignerKey(random), createSignerKey(random)];
  const set: ForceSet = {
    force,
    name,
    number: 1,
    made: isoWeek(now),
    intake,
    // From the week before: a key that has to be replaced at once can be replaced in the week it was made.
    recipients: [{ recipient: await recipientOf(identity), from: isoWeek(later(now, -7 * msPerDay)), until: null }],
    limits,
    work: { floor: floorOfWork },
    retention,
    log: formatVkey(logKeyOf(log, logOrigin(log, force))),
    pull: bytesToBase64(pull.publicKey),
    signer: publicKeyText(signer),
    nextSigner: null,
  };
  return {
    set,
    signed: signSet(set, signer),
    secrets: {
      mailboxSecret: `${bytesToHex(random(32))}\n`,
      openingKey: `${reveal(identity)}\n`,
      signer: reveal(formatSignerKey(signer)),
      log: reveal(formatSignerKey(log)),
      pull: reveal(formatSignerKey(pull)),
    },
  };
}
