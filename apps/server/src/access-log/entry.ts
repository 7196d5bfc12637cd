import {
  type Instant,
  type ReadValue,
  type Result,
  count,
  fault,
  instantFromJson,
  instantToIso,
  list,
  object,
  oneOf,
  orNull,
  parsed,
  readStrictly,
  text,
} from "@unmask/core";
import { type Processing, type ReasonCode, type Role, processings, reasonCodes, roles } from "@unmask/case";
import { bytesToHex, commitment, sha256HexOf, textToBytes } from "@unmask/seal";

/**
 * One entry of the log of every look (docs/formats/access-log.md): what is written, in its one spelling, and what is worked out from it. An
 * entry names people by id alone, and holds of a reason its code and a salted hash of its words; of a recipient that somebody typed, a salted hash.
 */

/** What an entry says beyond its place in the log. Ids, never names. */
export interface LogFields {
  readonly at: Instant;
  readonly op: Processing;
  /** An operation of docs/access.md, or what the force's machine does by itself (`receive`, `erase-reason`). */
  readonly what: string;
  /** The id of an officer, or `intake`, or `desk` where nobody is signed in. */
  readonly actor: string;
  readonly role: Role | null;
  /** The first letters of the passkey's id: which device. */
  readonly device: string | null;
  readonly task: string | null;
  readonly report: string | null;
  readonly case: string | null;
  /** The one person that this entry is about: a look that shows three people is three entries. */
  readonly person: string | null;
  /** What was taken in or handed out, with its SHA-256 in hexadecimal. */
  readonly item: string | null;
  readonly sha256: string | null;
  /** Ids, or codes of a closed list. */
  readonly recipients: readonly string[];
  /** Hexadecimal: the commitment to the recipient that somebody typed, which stands beside the entry; null where none was typed. */
  readonly typed: string | null;
  readonly result: "allowed" | "refused";
  /** Which rule refused. */
  readonly rule: string | null;
  /** SHA-256 in hexadecimal of what was altered, before and after. */
  readonly changedFrom: string | null;
  readonly changedTo: string | null;
  readonly reason: ReasonCode | null;
  /** Hexadecimal: the commitment to the words of the reason, which stand beside the entry. */
  readonly words: string;
}

/** A whole entry. */
export interface LogEntry extends LogFields {
  /** Id of the force: an entry cannot be moved into another force's log. */
  readonly force: string;
  /** From 1, without a gap. */
  readonly number: number;
  /** Hash of the entry before; 64 zeros for the first. */
  readonly before: string;
}

/** What stands before the first entry. */
export const nothingBefore: string = "0".repeat(64);

/** The one spelling of an entry: compact JSON, keys in this order, every key there. Its bytes are the leaf of the log. */
export function writeEntry(entry: LogEntry): string {
  return JSON.stringify({
    version: 1,
    force: entry.force,
    number: entry.number,
    before: entry.before,
    at: instantToIso(entry.at),
    op: entry.op,
    what: entry.what,
    actor: entry.actor,
    role: entry.role,
    device: entry.device,
    task: entry.task,
    report: entry.report,
    case: entry.case,
    person: entry.person,
    item: entry.item,
    sha256: entry.sha256,
    recipients: entry.recipients,
    typed: entry.typed,
    result: entry.result,
    rule: entry.rule,
    changedFrom: entry.changedFrom,
    changedTo: entry.changedTo,
    reason: entry.reason,
    words: entry.words,
  });
}

/** Reads what `writeEntry` writes, in that one spelling. The error says where it differs, never what stands there. */
export function readEntry(written: string): Result<LogEntry, string> {
  const read = readStrictly(parseJson(written), "entry", readFields);
  if (!read.ok) return read;
  return writeEntry(read.value) === written ? read : { ok: false, error: "entry is not in its one spelling" };
}

/** Reads an entry that waits for its number. It is written anew with it, so its spelling is not looked at. */
export function readWaiting(written: string): Result<LogFields, string> {
  return readStrictly(parseJson(written), "entry", readFields);
}

/** The hash by which the next entry names this one: SHA-256 of its bytes, in hexadecimal. */
export function hashOfEntry(written: string): string {
  return sha256HexOf(textToBytes(written));
}

/** The commitment to what somebody typed: 32 random bytes of salt, so that a short reason or a name cannot be guessed once it is erased. */
export function commitToWords(words: string, salt: Uint8Array): string {
  return bytesToHex(commitment(salt, textToBytes(words)));
}

const hash = parsed((value) => (/^[0-9a-f]{64}$/.test(value) ? value : undefined), "hash");
const version: ReadValue<1> = (value, path) => (value === 1 ? 1 : fault(path, "is a version that is not known here"));

const readFields: ReadValue<LogEntry> = object(({ must }) => {
  must("version", version);
  return {
    force: must("force", text),
    number: must("number", count),
    before: must("before", hash),
    at: must("at", instantFromJson),
    op: must("op", oneOf(processings)),
    what: must("what", text),
    actor: must("actor", text),
    role: must("role", orNull(oneOf(roles))),
    device: must("device", orNull(text)),
    task: must("task", orNull(text)),
    report: must("report", orNull(text)),
    case: must("case", orNull(text)),
    person: must("person", orNull(text)),
    item: must("item", orNull(text)),
    sha256: must("sha256", orNull(hash)),
    recipients: must("recipients", list(text)),
    typed: must("typed", orNull(hash)),
    result: must("result", oneOf(["allowed", "refused"])),
    rule: must("rule", orNull(text)),
    changedFrom: must("changedFrom", orNull(hash)),
    changedTo: must("changedTo", orNull(hash)),
    reason: must("reason", orNull(oneOf(reasonCodes))),
    words: must("words", hash),
  };
});

function parseJson(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
