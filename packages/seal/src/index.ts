/**
 * Bytes in, sealed bytes out: the only room with cryptography.
 *
 * - envelope: age v1, sealed to recipients, streaming (docs/formats/envelope.md)
 * - merkle, commitment, checkpoint, tlog-proof: a log that shows what was left out (docs/formats/log.md)
 * - signer, minisign: one key, and the files it signs (docs/formats/signature.md)
 * - timestamp: an authority's word for a time (docs/formats/timestamp.md)
 * - hashes: running and whole, in plain JavaScript and WebAssembly
 * - bytes: hexadecimal, base64 and UTF-8, one spelling each
 *
 * @module
 */
export * from "./bytes.ts";
export * from "./hashes.ts";
export { type Aead, plainAead } from "./payload.ts";
export * from "./envelope.ts";
export * from "./merkle.ts";
export * from "./commitment.ts";
export {
  type SignerKey,
  type PublicKey,
  createSignerKey,
  keyIdText,
  formatSignerKey,
  parseSignerKey,
  formatPublicKey,
  publicKeyText,
  parsePublicKey,
} from "./signer.ts";
export * from "./minisign.ts";
export { type NoteKey, formatVkey, parseVkey } from "./note.ts";
export * from "./checkpoint.ts";
export * from "./tlog-proof.ts";
export { type Certificate, certificatesFromPem, parseCertificate } from "./certificate.ts";
export { canonicalReply, certificatesInReply } from "./timestamp-token.ts";
export * from "./timestamp.ts";
