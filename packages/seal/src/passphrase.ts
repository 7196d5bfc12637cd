import { type Redacted, type Result, failed, isBlank, ok, redact, reveal } from "@unmask/core";
import type { Argon2id } from "./argon2id.ts";
import { bytesToRawBase64, rawBase64ToBytes, textToBytes } from "./bytes.ts";
import type { KeyStanza, MakeStanza } from "./envelope.ts";
import { plainAead } from "./payload.ts";

/**
 * A passphrase as one way among others to open an age file (docs/formats/vault.md, "Keys"): the stanza `argon2id`, which is ours. Stock tools skip it
 * and open the file with another of its stanzas; age's own passphrase stanza would have to stand alone.
 */

/** What she opens her vault with, in its one spelling, in a box that does not print: `parsePassphrase` makes it. */
export type Passphrase = Redacted<string>;

/** How dear one guess is. */
export interface PassphraseCost {
  /** Memory in KiB. */
  readonly memory: number;
  /** Passes over the memory. */
  readonly passes: number;
  readonly lanes: number;
}

/** What a stanza may say that keeps it from being tried at all. */
export type StanzaFault = "absurd-cost" | "header-damaged";

/** What a new stanza costs: the second choice of RFC 9106 section 4, with one lane, since a browser has one thread for it. Some 0.3 s. */
export const passphraseCost: PassphraseCost = { memory: 65_536, passes: 3, lanes: 1 };

/** Outside of these no work is begun: a file from a hostile hand could take all memory, or keep a phone busy for hours. */
const bounds = {
  /** KiB. The least is that of OWASP's smallest advice: a cheaper stanza is none of ours, and would make guessing easy. */
  memory: { least: 19_456, most: 1_048_576 },
  passes: { least: 1, most: 16 },
  lanes: { least: 1, most: 4 },
} as const;

/** KiB times passes, 21 times ours and some 7 s: the largest of each together would be half a minute, and many minutes on a phone. */
const mostWork = 4_194_304;

/** UTF-16 units: whoever pastes a whole document into the field is told so. */
const longestPassphrase = 1_000;

const kind = "argon2id";
const saltSize = 16;
/** The file key of 16 bytes and its tag. */
const bodySize = 32;

/** Reads a passphrase as it was typed: NFKC, so that every keyboard writes the same bytes, and no blanks at its ends. The error says what to do. */
export function parsePassphrase(typed: string): Result<Passphrase, string> {
  if (typed.length > longestPassphrase) return failed("This is too long for a passphrase: at most 1,000 characters. Type a shorter one.");
  const text = spelled(typed);
  if (isBlank(text)) return failed("Nothing is typed yet. Type your passphrase.");
  // Every byte that is no letter is read as this one: another passphrase with such bytes in these places would open the same.
  if (/[\p{Cs}\uFFFD]/u.test(text)) return failed("Some of its letters could not be read. Type your passphrase, or save it as UTF-8.");
  return ok(redact(text));
}

/** Makes the stanza of a passphrase with a salt of 16 random bytes, new for each file. Throws at a salt or a cost that no reader would take. */
export function passphraseStanza(
  passphrase: Passphrase,
  { salt, cost, argon2id }: { readonly salt: Uint8Array; readonly cost: PassphraseCost; readonly argon2id: Argon2id },
): MakeStanza {
  if (salt.length !== saltSize) throw new Error("a passphrase is salted with 16 bytes");
  if (!isWithinBounds(cost)) throw new Error("a passphrase of this cost would not be read");
  return async (fileKey) => {
    const key = await wrapKey(passphrase, { salt, cost }, argon2id);
    const args = [kind, bytesToRawBase64(salt), `${cost.memory}`, `${cost.passes}`, `${cost.lanes}`];
    return { args, body: plainAead.seal(key, noNonce, fileKey) };
  };
}

/** The file key that a passphrase opens among these stanzas; undefined where it is another passphrase or there is none. Faults are found before any work. */
export async function openByPassphrase(
  stanzas: readonly KeyStanza[],
  passphrase: Passphrase,
  argon2id: Argon2id,
): Promise<Result<Uint8Array | undefined, StanzaFault>> {
  const [stanza, ...others] = stanzas.filter(({ args }) => args[0] === kind);
  if (stanza === undefined) return ok(undefined);
  // Each would cost the same again: two hundred of them are a minute of work.
  if (others.length > 0) return failed("absurd-cost");
  const [, saltText = "", memory = "", passes = "", lanes = ""] = stanza.args;
  const salt = rawBase64ToBytes(saltText);
  if (stanza.args.length !== 5 || salt?.length !== saltSize || stanza.body.length !== bodySize) return failed("header-damaged");
  const cost = { memory: numberIn(memory), passes: numberIn(passes), lanes: numberIn(lanes) };
  if (!isWithinBounds(cost)) return failed("absurd-cost");
  return ok(plainAead.open(await wrapKey(passphrase, { salt, cost }, argon2id), noNonce, stanza.body));
}

/** A key that is used once needs no nonce of its own. */
const noNonce = new Uint8Array(12);

function spelled(typed: string): string {
  return typed.normalize("NFKC").trim();
}

async function wrapKey(
  passphrase: Passphrase,
  { salt, cost }: { readonly salt: Uint8Array; readonly cost: PassphraseCost },
  argon2id: Argon2id,
): Promise<Uint8Array> {
  const text = reveal(passphrase);
  if (text === "" || text !== spelled(text)) throw new Error("a passphrase is read by parsePassphrase");
  return argon2id(textToBytes(text), salt, { ...cost, size: 32 });
}

/** A number in its one spelling; NaN for every other, which is within no bounds. */
function numberIn(text: string): number {
  return /^[1-9][0-9]{0,9}$/.test(text) ? Number(text) : Number.NaN;
}

function isWithinBounds({ memory, passes, lanes }: PassphraseCost): boolean {
  const isWithin = (value: number, { least, most }: { readonly least: number; readonly most: number }): boolean =>
    Number.isSafeInteger(value) && value >= least && value <= most;
  const isEach = isWithin(memory, bounds.memory) && isWithin(passes, bounds.passes) && isWithin(lanes, bounds.lanes);
  return isEach && memory * passes <= mostWork;
}
