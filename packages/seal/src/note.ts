import { base64ToBytes, bytesToBase64, bytesToHex, concatBytes, hexToBytes, sameBytes, textToBytes } from "./bytes.ts";
import { isGoodSignature, isPublicKey } from "./ed25519.ts";
import { sha256Of } from "./hashes.ts";
import { type PublicKey, type SignerKey, signBytes } from "./signer.ts";

/**
 * C2SP signed notes (signed-note.md): a text, a blank line, and lines of signatures, each with the name of its key.
 */

/** A key that signs notes: what a vkey says. */
export interface NoteKey {
  readonly name: string;
  /** 4 bytes, from name and key: SHA-256(name ‖ 0x0A ‖ 0x01 ‖ key)[:4]. */
  readonly id: Uint8Array;
  readonly publicKey: Uint8Array;
}

/** A note taken apart; nothing is verified yet. */
export interface Note {
  /** With its last line feed: what is signed. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** One line of a signature. */
export interface NoteSignature {
  readonly name: string;
  readonly id: Uint8Array;
  readonly signature: Uint8Array;
}

/** Longest note that is read: a checkpoint has some 300 bytes. */
const maxNoteSize = 64 * 1024;

/** More lines of signatures are refused; C2SP asks readers for 16 at least. */
const maxSignatures = 64;

/** The type byte of Ed25519 (signed-note.md, "Signature types"). */
const ed25519Type: Uint8Array = Uint8Array.of(1);

/** The key that signs notes under a name, for one of ours (signer.ts). Throws when the name is none. */
export function noteKeyOf(key: PublicKey, name: string): NoteKey {
  if (!isKeyName(name)) throw new Error("not the name of a note key");
  const head = concatBytes(textToBytes(`${name}\n`), ed25519Type, key.publicKey);
  return { name, id: sha256Of(head).slice(0, 4), publicKey: key.publicKey };
}

/** `name+id+key`, the text in which a note key is told (signed-note.md, "Verifier keys"). */
export function formatVkey(key: NoteKey): string {
  return `${key.name}+${bytesToHex(key.id)}+${bytesToBase64(concatBytes(ed25519Type, key.publicKey))}`;
}

/** Reads a vkey of Ed25519; undefined when it is none or its id does not belong to it. */
export function parseVkey(text: string): NoteKey | undefined {
  const [name = "", idText = "", ...rest] = text.split("+");
  const id = hexToBytes(idText);
  // Base64 uses `+` too: only the first two divide.
  const bytes = base64ToBytes(rest.join("+"));
  if (!isKeyName(name) || id?.length !== 4 || bytes?.length !== 33 || bytes[0] !== 1) return undefined;
  const publicKey = bytes.slice(1);
  if (!isPublicKey(publicKey)) return undefined;
  const key = noteKeyOf({ keyId: new Uint8Array(8), publicKey }, name);
  return sameBytes(key.id, id) ? key : undefined;
}

/** Signs a text under a name. Throws when the text cannot be a note's: empty, without a line feed at its end, or with control characters. */
export function signNote(text: string, signer: SignerKey, name: string): string {
  if (!isNoteText(text)) throw new Error("not the text of a note");
  const { id } = noteKeyOf(signer, name);
  return `${text}\n— ${name} ${bytesToBase64(concatBytes(id, signBytes(textToBytes(text), signer)))}\n`;
}

/** Takes a note apart; undefined when it is none. Strict: each part has one spelling. */
export function parseNote(note: string): Note | undefined {
  if (note.length > maxNoteSize || !note.endsWith("\n")) return undefined;
  const divide = note.lastIndexOf("\n\n");
  const text = note.slice(0, divide + 1);
  const lines = note.slice(divide + 2, -1).split("\n");
  if (divide < 0 || !isNoteText(text) || lines.length > maxSignatures) return undefined;
  const signatures = lines.map(parseSignatureLine).filter((signature) => signature !== undefined);
  return signatures.length === lines.length ? { text, signatures } : undefined;
}

/** Whether a signature of a note was made by a key. */
export function isSignedBy(note: Note, signature: NoteSignature, key: NoteKey): boolean {
  return (
    signature.name === key.name &&
    sameBytes(signature.id, key.id) &&
    isGoodSignature(signature.signature, textToBytes(note.text), key.publicKey)
  );
}

function parseSignatureLine(line: string): NoteSignature | undefined {
  const [dash, name = "", encoded = "", ...more] = line.split(" ");
  const bytes = base64ToBytes(encoded);
  if (dash !== "—" || more.length > 0 || !isKeyName(name) || bytes === undefined || bytes.length <= 4) return undefined;
  return { name, id: bytes.slice(0, 4), signature: bytes.slice(4) };
}

function isKeyName(name: string): boolean {
  return /^[^\s+\p{Cc}\p{Cs}]+$/u.test(name);
}

function isNoteText(text: string): boolean {
  return text.length > 1 && text.endsWith("\n") && /^[^\p{Cc}\p{Cs}]*$/u.test(text.replaceAll("\n", ""));
}
