import type { Transaction } from "kysely";
import { type Instant } from "@unmask/core";
import { bytesToHex } from "@unmask/seal";
import { machineTransaction } from "../access/as-machine.ts";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { type WaitingEntry, eraseWords, proofOf, putWaiting } from "../sql/case/access-log.ts";
import { askAsMachine } from "../sql/case/membership.ts";
import { wordsErased } from "./check-log.ts";
import { type LogFields, commitToWords, nothingBefore, writeEntry } from "./entry.ts";
import type { WrittenEntry } from "./log-head.ts";
import { type SequencerParts, received, startSequencer } from "./sequencer.ts";
import { uuidV7 } from "./uuid-v7.ts";

/**
 * The log as the rest of the case role uses it: an entry is written in the transaction of the look, and the answer waits for its number.
 */

/** Bytes of the salt of a reason, and of a typed recipient: nobody guesses the words from their commitment. */
const saltSize = 32;
/** One for the reason, one for the recipient. */
const saltsSize = 2 * saltSize;

/** An entry to be written: what it says, a reason in words, and who received it where somebody typed that. What is left out is nothing. */
export interface LogDraft extends Partial<Omit<LogFields, "words" | "typed" | "at">> {
  readonly op: LogFields["op"];
  readonly what: string;
  readonly actor: string;
  readonly reasonWords?: string;
  readonly typedRecipient?: string;
}

/** What a logged transaction answers with: its value, and what stands in the log of it. */
export interface Logged<T> {
  readonly value: T;
  readonly drafts: readonly LogDraft[];
}

/** What was taken in, with its entry and the proof that anybody can verify. */
export interface ProvedEntry {
  readonly number: number;
  /** The leaf: the bytes of the entry. */
  readonly entry: string;
  /** As docs/formats/log.md writes one; `spicy-litetlog -verify` takes it without its first line. */
  readonly proof: string;
}

/** The log of one force. */
export interface AccessLog {
  /** Runs in one transaction and writes its entries in it; answers when they have their numbers. Nothing of `value` may leave before. */
  write<T>(
    work: (tx: Transaction<CaseTables>) => Promise<Logged<T>>,
  ): Promise<{ readonly value: T; readonly entries: readonly WrittenEntry[] }>;
  /** Writes that an item was taken in, once: the same item again gives the same entry. */
  appendCollect(item: {
    readonly item: string;
    readonly sha256: string;
    readonly report?: string;
    readonly case?: string;
  }): Promise<ProvedEntry>;
  /** Erases the words of a reason and a typed recipient, and says so in the log. False when there are none (any more). */
  eraseReason(number: number, by: { readonly actor: string; readonly reasonWords: string }): Promise<boolean>;
}

/** What the log needs beside its sequencer. */
export interface AccessLogParts extends SequencerParts {
  readonly random: (size: number) => Uint8Array;
}

/** Starts the log: one for a force at a time (sequencer.ts). */
export async function startAccessLog(parts: AccessLogParts): Promise<AccessLog> {
  const { database, random, now, force } = parts;
  const sequencer = await startSequencer(parts);
  const write: AccessLog["write"] = async (work) => {
    const expected = new Map<string, ReturnType<typeof sequencer.expect>>();
    try {
      const done = await database.transaction(async (tx) => {
        for (const one of expected.values()) one.forget();
        expected.clear();
        const { value, drafts } = await work(tx);
        const look = uuidV7(now(), random);
        const salts = random(saltsSize * drafts.length);
        const waiting = drafts.map((draft, place) =>
          waitingOf(draft, { force, at: now(), salts: salts.slice(place * saltsSize, (place + 1) * saltsSize), id: idIn(look, place) }),
        );
        for (const { id } of waiting) expected.set(id, sequencer.expect(id));
        await putWaiting(tx, waiting);
        return value;
      });
      if (expected.size > 0) await sequencer.number();
      return { value: done, entries: await Promise.all([...expected.values()].map(({ numbered }) => numbered)) };
    } catch (error) {
      for (const one of expected.values()) one.forget();
      throw error;
    }
  };
  return {
    write,
    appendCollect: async ({ item, ...rest }) => {
      const before = await machineTransaction(database, (tx) => proofOf(tx, item));
      if (before !== undefined) return before;
      const draft: LogDraft = { op: "collect", what: received, actor: "intake", item, ...rest };
      // One name for one item: asked for twice at once, it waits once.
      await machineTransaction(database, async (tx) => {
        if ((await proofOf(tx, item)) === undefined)
          await putWaiting(tx, [waitingOf(draft, { force, at: now(), salts: random(saltsSize), id: `item.${item}` })]);
      });
      await sequencer.number();
      const proved = await machineTransaction(database, (tx) => proofOf(tx, item));
      if (proved === undefined) throw new Error("what was taken in has no entry");
      return proved;
    },
    eraseReason: async (number, { actor, reasonWords }) => {
      const { value } = await write(async (tx) => {
        await askAsMachine(tx);
        const isErased = await eraseWords(tx, number);
        const draft: LogDraft = { op: "erase", what: wordsErased, actor, item: String(number), reason: "other", reasonWords };
        return { value: isErased, drafts: isErased ? [draft] : [] };
      });
      return value;
    },
  };
}

/** In the order of time, and within one look in the order in which people were shown. */
function idIn(look: string, place: number): string {
  return `${look}.${String(place).padStart(6, "0")}`;
}

function waitingOf(
  draft: LogDraft,
  { id, force, at, salts }: { readonly id: string; readonly force: string; readonly at: Instant; readonly salts: Uint8Array },
): WaitingEntry {
  const { reasonWords = "", typedRecipient, ...fields } = draft;
  const [salt, typedSalt] = [salts.slice(0, saltSize), salts.slice(saltSize)];
  const words = commitToWords(reasonWords, salt);
  const typed = typedRecipient === undefined ? null : commitToWords(typedRecipient, typedSalt);
  const written = writeEntry({ ...nothingSaid, ...fields, at, words, typed, force, number: 0, before: nothingBefore });
  const recipient =
    typedRecipient === undefined ? { typed: null, typed_salt: null } : { typed: typedRecipient, typed_salt: bytesToHex(typedSalt) };
  return { id, force, draft: written, words: reasonWords, salt: bytesToHex(salt), ...recipient };
}

const nothingSaid = {
  role: null,
  device: null,
  task: null,
  report: null,
  case: null,
  person: null,
  item: null,
  sha256: null,
  recipients: [],
  result: "allowed",
  rule: null,
  changedFrom: null,
  changedTo: null,
  reason: null,
} as const;
