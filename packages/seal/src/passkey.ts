import { hkdf } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { type Redacted, type Result, failed, ok, reveal } from "@unmask/core";
import { bytesToRawBase64, rawBase64ToBytes, sameBytes, textToBytes } from "./bytes.ts";
import type { KeyStanza, MakeStanza } from "./envelope.ts";
import { plainAead } from "./payload.ts";

/**
 * A passkey as one way among others to open an age file (docs/formats/vault.md, "Keys"): the stanza `prf`, which is ours and which stock tools skip.
 * The app asks the passkey (WebAuthn, extension PRF) and hands in the 32 bytes that it answers.
 */

/** Which passkey is to be asked, and with what: it stands open in the header. */
export interface PasskeyQuestion {
  /** The credential id, 1 to 1,023 bytes. */
  readonly credential: Uint8Array;
  /** 32 random bytes: the input of the PRF. */
  readonly salt: Uint8Array;
}

/** A passkey that has answered. */
export interface PasskeyAnswer extends PasskeyQuestion {
  /** The 32 bytes of the PRF's first result. */
  readonly answer: Redacted<Uint8Array>;
}

const kind = "prf";
const saltSize = 32;
const answerSize = 32;
/** WebAuthn Level 3 section 4: no credential id is longer. */
const longestCredential = 1_023;
/** The file key of 16 bytes and its tag. */
const bodySize = 32;

/** Makes the stanza of a passkey. Throws at sizes that no reader would take. */
export function passkeyStanza(passkey: PasskeyAnswer): MakeStanza {
  const { credential, salt } = passkey;
  if (!isQuestion(passkey)) throw new Error("a passkey has an id of 1 to 1,023 bytes, and a salt of 32");
  return async (fileKey) => ({
    args: [kind, bytesToRawBase64(credential), bytesToRawBase64(salt)],
    body: plainAead.seal(wrapKey(passkey), noNonce, fileKey),
  });
}

/** The passkeys that open a file, in the order of its stanzas: one of them is to be asked. */
export function passkeysAmong(stanzas: readonly KeyStanza[]): Result<readonly PasskeyQuestion[], "header-damaged"> {
  const questions: PasskeyQuestion[] = [];
  for (const { args, body } of stanzas) {
    if (args[0] !== kind) continue;
    const credential = rawBase64ToBytes(args[1] ?? "");
    const salt = rawBase64ToBytes(args[2] ?? "");
    if (args.length !== 3 || credential === undefined || salt === undefined || body.length !== bodySize) return failed("header-damaged");
    if (!isQuestion({ credential, salt })) return failed("header-damaged");
    questions.push({ credential, salt });
  }
  return ok(questions);
}

/** The file key that a passkey's answer opens among these stanzas; undefined where none of them is its own. */
export function openByPasskey(stanzas: readonly KeyStanza[], passkey: PasskeyAnswer): Result<Uint8Array | undefined, "header-damaged"> {
  const questions = passkeysAmong(stanzas);
  if (!questions.ok) return questions;
  const bodies = stanzas.filter(({ args }) => args[0] === kind).map(({ body }) => body);
  for (const [at, { credential }] of questions.value.entries()) {
    if (!sameBytes(credential, passkey.credential)) continue;
    const fileKey = plainAead.open(wrapKey(passkey), noNonce, bodies[at] ?? new Uint8Array(0));
    if (fileKey !== undefined) return ok(fileKey);
  }
  return ok(undefined);
}

/** A key that is used once needs no nonce of its own. */
const noNonce = new Uint8Array(12);

function isQuestion({ credential, salt }: PasskeyQuestion): boolean {
  return credential.length >= 1 && credential.length <= longestCredential && salt.length === saltSize;
}

function wrapKey({ answer, salt }: PasskeyAnswer): Uint8Array {
  const bytes = reveal(answer);
  if (bytes.length !== answerSize) throw new Error("a passkey answers with 32 bytes");
  return hkdf(sha256, bytes, salt, textToBytes("unmask passkey"), 32);
}
