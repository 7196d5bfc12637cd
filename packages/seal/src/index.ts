/**
 * Bytes in, sealed bytes out: the only room with cryptography.
 *
 * - envelope: age v1, sealed to recipients, streaming (docs/formats/envelope.md)
 * - decoy: what looks like an envelope and holds nothing (docs/formats/mailbox.md)
 * - key-file: a small age file that opens with passphrase, twelve words, passkey or key; vault-keys: what stands in it; new-keys: those of a new vault (docs/formats/vault.md)
 * - passphrase, recovery-words, passkey: each of these ways (docs/formats/vault.md); guess, guess-words, guess-phrases: how dear a passphrase is to guess, and what people choose for one
 * - argon2id: makes each guess at words dear (docs/formats/submission.md)
 * - paper-words, word-list: bits as words for paper, and what slipped in copying them (docs/formats/submission.md)
 * - merkle, commitment, checkpoint, tlog-proof, tlog-consistency: a log that shows what was left out, and goes on (docs/formats/log.md)
 * - signer, minisign: one key, and the files it signs (docs/formats/signature.md); ed25519: the same policy for a short message
 * - timestamp: an authority's word for a time (docs/formats/timestamp.md)
 * - hashes: running and whole, in plain JavaScript and WebAssembly
 * - bytes: hexadecimal, base64 and UTF-8, one spelling each
 *
 * @module
 */
export { sameBytes, textToBytes, bytesToText, bytesToHex, hexToBytes, bytesToBase64, base64ToBytes } from "./bytes.ts";
export { sha256Of, blake2b512Of, sha256HexOf, hmacSha256, prepareSha256, createSha512 } from "./hashes.ts";
export { type Aead, plainAead } from "./payload.ts";
export {
  type EnvelopeFailure,
  type Identity,
  sealStream,
  openStream,
  openSource,
  openSourceInParts,
  openWhole,
  contentSizeOf,
  envelopeFailureOf,
  sealWhole,
  createIdentity,
  recipientOf,
  parseIdentity,
  identityFromBytes,
  isRecipient,
} from "./envelope.ts";
export {
  type KeyLock,
  type KeyFileKey,
  type KeyFileFailure,
  type KeyChange,
  sealKeyFile,
  openKeyFile,
  changeKeyFile,
  passkeysOf,
} from "./key-file.ts";
export { makeNewKeys } from "./new-keys.ts";
export { type VaultKeys, bookOf, bookOnPaper, formatVaultKeys, parseVaultKeys } from "./vault-keys.ts";
export { type Guess, type MadeOf, guessPicked, guessTyped, isWeak, secondsToGuess } from "./guess.ts";
export { type Passphrase, type PassphraseCost, parsePassphrase, passphraseCost } from "./passphrase.ts";
export { type PasskeyAnswer } from "./passkey.ts";
export {
  type ComparedWord,
  type RecoveryWords,
  compareRecoveryWords,
  makeRecoveryWords,
  parseRecoveryWords,
  recoveryWordSlips,
  recoveryIdentity,
} from "./recovery-words.ts";
export { pickWords, wordsToPickFrom } from "./picked-words.ts";
export { sealedSize, decoyEnvelope } from "./decoy.ts";
export { type Argon2id, type Argon2idCost, argon2id } from "./argon2id.ts";
export { type PaperWordsKind, type PaperWordsSlip, type WordSlip, writePaperWords, readPaperWords, paperWordSlips } from "./paper-words.ts";
export { publicKeyOf, signMessage, isPublicKey, isGoodSignature } from "./ed25519.ts";
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
export { formatVkey, parseVkey } from "./note.ts";
export { type Checkpoint, isLogId, logOrigin, logKeyOf, signCheckpoint, verifyCheckpoint, parseCheckpoint } from "./checkpoint.ts";
export { formatTlogProof, parseTlogProof, verifyTlogProof } from "./tlog-proof.ts";
export { formatTlogConsistency, verifyTlogConsistency } from "./tlog-consistency.ts";
export { type Certificate, certificatesFromPem } from "./certificate.ts";
export { canonicalReply, certificatesInReply } from "./timestamp-token.ts";
export { type Timestamp, type TimestampQuery, timestampQuery, parseTimestampQuery, verifyTimestamp } from "./timestamp.ts";
