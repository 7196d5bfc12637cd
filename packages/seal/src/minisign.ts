import { base64ToBytes, bytesToBase64, bytesToText, concatBytes, sameBytes, textToBytes } from "./bytes.ts";
import { isGoodSignature } from "./ed25519.ts";
import { type PublicKey, type SignerKey, keyIdText, signBytes } from "./signer.ts";

/**
 * Detached signatures of files, as minisign makes and reads them (docs/formats/signature.md). Of the many spellings that the stock tool
 * accepts, ours accepts one, so that no byte of a signature file can change unnoticed.
 */

/** What is known after looking at a signature. `valid` is said of positive proof alone. */
export type SignatureVerdict =
  | { readonly verdict: "valid"; readonly signer: PublicKey; readonly trustedComment: string }
  | { readonly verdict: "missing" } // an empty file
  | { readonly verdict: "unknown-signer"; readonly keyId: string } // made by a key that nobody vouched for
  | { readonly verdict: "unsupported" } // the old form, over the raw file
  | { readonly verdict: "altered" }; // every other byte string

/** Longest signature file that is read: the fixed lines and `maxCommentSize`. A longer one is no signature of ours. */
const maxFileSize = 8 * 1024;

/** Longest trusted comment, in bytes; minisign's own limit is 8 KiB for the line. */
const maxCommentSize = 4 * 1024;

/** What minisign writes unless told otherwise. Nothing signs this line, so that any other is refused. */
const untrustedLine = "untrusted comment: signature from minisign secret key";
const trustedPrefix = "trusted comment: ";
const printable = /^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u;

/**
 * Signs the BLAKE2b-512 of a file; the answer is the text of the `.minisig` file. The trusted comment is signed too and shown by every tool.
 * Throws when it has control characters or is longer than 4 KiB.
 */
export function signDetached(blake2b512: Uint8Array, key: SignerKey, trustedComment: string): string {
  if (blake2b512.length !== 64) throw new Error("minisign signs a BLAKE2b-512");
  if (!isComment(trustedComment)) throw new Error("not a trusted comment");
  const signature = signBytes(blake2b512, key);
  const global = signBytes(concatBytes(signature, textToBytes(trustedComment)), key);
  const first = bytesToBase64(concatBytes(prehashed, key.keyId, signature));
  return `${untrustedLine}\n${first}\n${trustedPrefix}${trustedComment}\n${bytesToBase64(global)}\n`;
}

/** Looks at the bytes of a `.minisig` file with the keys somebody vouched for. `blake2b512` is that of the signed file. */
export function verifyDetached(
  file: Uint8Array,
  { blake2b512, signers }: { readonly blake2b512: Uint8Array; readonly signers: readonly PublicKey[] },
): SignatureVerdict {
  if (file.length === 0) return { verdict: "missing" };
  const parsed = parseSignatureFile(file);
  if (parsed === undefined) return { verdict: "altered" };
  const { keyId, signature, trustedComment, global } = parsed;
  if (parsed.algorithm === "Ed") return { verdict: "unsupported" };
  const candidates = signers.filter((signer) => sameBytes(signer.keyId, keyId));
  if (candidates.length === 0) return { verdict: "unknown-signer", keyId: keyIdText(keyId) };
  const commented = concatBytes(signature, textToBytes(trustedComment));
  const signer = candidates.find(
    ({ publicKey }) => isGoodSignature(signature, blake2b512, publicKey) && isGoodSignature(global, commented, publicKey),
  );
  return signer === undefined ? { verdict: "altered" } : { verdict: "valid", signer, trustedComment };
}

/** `ED`: Ed25519 over the BLAKE2b-512 of the file. */
const prehashed: Uint8Array = Uint8Array.of(0x45, 0x44);

interface SignatureFile {
  readonly algorithm: "ED" | "Ed";
  readonly keyId: Uint8Array;
  readonly signature: Uint8Array;
  readonly trustedComment: string;
  readonly global: Uint8Array;
}

/** Four lines, each in its one spelling, each ended by one line feed; else undefined. */
function parseSignatureFile(file: Uint8Array): SignatureFile | undefined {
  const text = file.length > maxFileSize ? undefined : bytesToText(file);
  const lines = text?.split("\n") ?? [];
  const [comment, first = "", trusted = "", second = "", end] = lines;
  if (lines.length !== 5 || comment !== untrustedLine || !trusted.startsWith(trustedPrefix) || end !== "") return undefined;
  const trustedComment = trusted.slice(trustedPrefix.length);
  const signed = base64ToBytes(first);
  const global = base64ToBytes(second);
  if (signed?.length !== 74 || global?.length !== 64 || !isComment(trustedComment)) return undefined;
  const algorithm = bytesToText(signed.subarray(0, 2));
  if (algorithm !== "ED" && algorithm !== "Ed") return undefined;
  return { algorithm, keyId: signed.slice(2, 10), signature: signed.slice(10), trustedComment, global };
}

function isComment(text: string): boolean {
  return printable.test(text) && textToBytes(text).length <= maxCommentSize;
}
