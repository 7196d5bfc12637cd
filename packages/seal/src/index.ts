/**
 * Bytes in, sealed bytes out: the only room with cryptography.
 *
 * - envelope: age v1, sealed to recipients, streaming (docs/formats/envelope.md)
 * - merkle, commitment, checkpoint, tlog-proof, tlog-consistency: a log that shows what was left out, and goes on (docs/formats/log.md)
 * - signer, minisign: one key, and the files it signs (docs/formats/signature.md)
 * - timestamp: an authority's word for a time (docs/formats/timestamp.md)
 * - hashes: running and whole, in plain JavaScript and WebAssembly
 * - bytes: hexadecimal, base64 and UTF-8, one spelling each
 *
 * @module
 */
export { sameBytes, textToBytes, bytesToText, bytesToHex, hexToBytes, bytesToBase64, base64ToBytes } from "./bytes.ts";
export { sha256Of, blake2b512Of, sha256HexOf, prepareSha256, prepareSha512 } from "./hashes.ts";
export { type Aead, plainAead } from "./payload.ts";
export {
  type Identity,
  sealStream,
  openStream,
  openSource,
  envelopeFailureOf,
  sealWhole,
  createIdentity,
  recipientOf,
  parseIdentity,
  isRecipient,
} from "./envelope.ts";
export { leafHash, type Frontier, emptyFrontier, appendLeaf, rootOf, proofOfNextLeaf, consistencyProof } from "./merkle.ts";
export { commitment, saltsOf } from "./commitment.ts";
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
export { signDetached, verifyDetached } from "./minisign.ts";
export { formatVkey } from "./note.ts";
export { type Checkpoint, isLogId, logOrigin, logKeyOf, signCheckpoint, verifyCheckpoint, parseCheckpoint } from "./checkpoint.ts";
export { formatTlogProof, parseTlogProof, verifyTlogProof } from "./tlog-proof.ts";
export { formatTlogConsistency, verifyTlogConsistency } from "./tlog-consistency.ts";
export { type Certificate, certificatesFromPem } from "./certificate.ts";
export { canonicalReply, certificatesInReply } from "./timestamp-token.ts";
export { type Timestamp, type TimestampQuery, timestampQuery, parseTimestampQuery, verifyTimestamp } from "./timestamp.ts";
