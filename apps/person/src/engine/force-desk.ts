import { type CreateHasher, type Instant, type Result, type Source, failed, ok, reveal } from "@unmask/core";
import {
  type Ask,
  type Intake,
  type LookToken,
  type NoLetter,
  type SealedLetter,
  handIn,
  isProvedReceipt,
  lookAt,
  lookIntoAll,
  sealAnswer,
  sealLetter,
  takeLooks,
} from "@unmask/corridor";
import { argon2id, plainAead } from "@unmask/seal";
import {
  type ForceSet,
  type LetterFields,
  type Mailbox,
  type MailboxMessage,
  deriveMailbox,
  isoWeek,
  openEnvelopes,
  parseReceiptWords,
  planPack,
  recipientNow,
} from "@unmask/submission";
import type { ForceAnswer, ShownReply } from "./force-protocol.ts";
import { type KnownLock, type VerifiedForce, verifyForce } from "./known-lock.ts";
import { type PackOnItsWay, sendPack } from "./send-pack.ts";
import { hashOf } from "./hash-of.ts";

/** What of the world a force's desk takes. */
export interface ForceWorld {
  /** The origin of this page, which is the intake's. */
  readonly origin: string;
  ask(stop: AbortSignal): Ask;
  workOut(challenge: unknown, stop: AbortSignal): Promise<string | undefined>;
  pause(ms: number, stop: AbortSignal): Promise<void>;
  random(size: number): Uint8Array;
  now(): Instant;
  prepareSha256(): Promise<CreateHasher>;
  knownLock(): Promise<KnownLock | undefined>;
  keepLock(lock: KnownLock): Promise<void>;
}

/** How a letter and its files go: told as it happens. */
export interface Told {
  /** The letter is there, and these are its words. */
  letterThere(words: string): void;
  progress(doing: string, done: number, total: number): void;
}

/** What is on its way, or was sent, in this page's memory alone. */
interface Sent {
  readonly set: ForceSet;
  readonly pack?: PackOnItsWay;
}

/** Everything that goes to a force and comes back, for one session; it forgets all of it with the worker. */
export interface ForceDesk {
  open(stop: AbortSignal): Promise<VerifiedForce>;
  /** Whom a pack is sealed to, so that the force can open it; undefined: there is no force, or none whose lock holds. */
  recipient(stop: AbortSignal): Promise<string | undefined>;
  send(said: LetterFields, pack: Source | undefined, told: Told, stop: AbortSignal): Promise<ForceAnswer>;
  goOn(told: Told, stop: AbortSignal): Promise<ForceAnswer>;
  replies(words: string, stop: AbortSignal): Promise<ForceAnswer>;
  writeBack(account: string, stop: AbortSignal): Promise<ForceAnswer>;
  forget(): ForceAnswer;
}

/** Opens the desk of this page's force. */
export function openForceDesk(world: ForceWorld): ForceDesk {
  let sent: Sent | undefined;
  let looks: LookToken | undefined;
  let box: Mailbox | undefined;

  const letterWorld = { now: world.now, random: world.random, argon2id, aead: plainAead };
  const intakeOf = (stop: AbortSignal): Intake => ({
    origin: world.origin,
    ask: world.ask(stop),
    workOut: (challenge) => world.workOut(challenge, stop),
  });
  const open = (stop: AbortSignal): Promise<VerifiedForce> => verifyForce(world, world.ask(stop));

  async function goOn(told: Told, stop: AbortSignal): Promise<ForceAnswer> {
    const pack = sent?.pack;
    const isWhole = pack === undefined || (await sendPack(pack, world, { told, stop }));
    return { answer: "sent", isWhole };
  }

  async function send(said: LetterFields, pack: Source | undefined, told: Told, stop: AbortSignal): Promise<ForceAnswer> {
    const force = await open(stop);
    if (force.set === undefined) return notSent(force.refused?.says ?? "Nobody takes reports at this address now.");
    const { set } = force;
    if (pack !== undefined && (planPack(pack.size) === undefined || pack.size > set.limits.pack))
      return notSent("The pack is larger than they take. Save it and take it along, or hold files back and make it again.");
    const sha256 = pack && (await hashOf(pack, await world.prepareSha256(), { told, stop }));
    const packs = pack && sha256 ? [{ source: pack, sha256 }] : [];
    told.progress("Locking the letter", 0, 0);
    const made = await sealLetter(said, { set, packs }, letterWorld);
    if (!made.ok) return notSent(sayNoLetter(made.error));
    told.progress("Doing the work that keeps floods of letters away", 0, 0);
    const taken = await handInLetter(made.value, intakeOf(stop));
    if (!taken.ok) return taken.error;
    const token = taken.value[0];
    const { letter, words } = made.value;
    const first = letter.packs[0];
    sent = { set, ...(pack && token !== undefined && first && { pack: { source: pack, token, ...first } }) };
    told.letterThere(reveal(words));
    return goOn(told, stop);
  }

  async function look(lookup: Uint8Array, page: number, stop: AbortSignal): Promise<Result<readonly Uint8Array[], string>> {
    const intake = intakeOf(stop);
    if (looks === undefined || looks.looks < 1) {
      const taken = await takeLooks(intake);
      if (!taken.ok) return taken;
      looks = taken.value;
    }
    const { token } = looks;
    looks = { token, looks: looks.looks - 1 };
    const seen = await lookAt(intake, { token, lookup, page });
    // A token that does not open any more is done with; the next look asks for another.
    if (!seen.ok) looks = undefined;
    return seen;
  }

  async function replies(typed: string, stop: AbortSignal): Promise<ForceAnswer> {
    const words = parseReceiptWords(typed);
    if (!words.ok) {
      const slip = words.error;
      return slip.kind === "word"
        ? { answer: "slip", place: slip.place, likely: slip.likely, says: slip.says }
        : { answer: "slip", likely: [], says: slip.says };
    }
    const force = await open(stop);
    const { set } = force;
    if (set === undefined) return { answer: "force", ...(force.refused && { refused: force.refused }) };
    const opened = await deriveMailbox(words.value, set.force, argon2id);
    const envelopes = await lookIntoAll((page) => look(opened.lookup, page, stop), opened);
    if (!envelopes.ok) return notSent("They do not answer now. Nothing of yours went anywhere but the question. Try again later.");
    const { messages, notUnderstood } = await openEnvelopes(envelopes.value, opened.identity);
    box = opened;
    const shown = messages.toReversed().map((message) => showReply(message, set, sent?.pack));
    return { answer: "replies", name: set.name, replies: shown, notUnderstood };
  }

  async function writeBack(account: string, stop: AbortSignal): Promise<ForceAnswer> {
    const force = await open(stop);
    if (force.set === undefined || box === undefined) return notSent(force.refused?.says ?? "Type your seven words again first.");
    const made = await sealAnswer(account, { set: force.set, mailbox: box }, letterWorld);
    if (!made.ok) return notSent(sayNoLetter(made.error));
    const taken = await handInLetter(made.value, intakeOf(stop));
    return taken.ok ? { answer: "sent", isWhole: true } : taken.error;
  }

  return {
    open,
    async recipient(stop) {
      const { set } = await open(stop);
      return set && recipientNow(set, isoWeek(world.now()));
    },
    send,
    goOn,
    replies,
    writeBack,
    forget() {
      box = undefined;
      return { answer: "forgotten" };
    },
  };
}

async function handInLetter({ letter, sealed }: SealedLetter, intake: Intake): Promise<Result<readonly string[], ForceAnswer>> {
  const taken = await handIn(intake, { id: letter.letter, sealed, buckets: letter.packs.map(({ bucket }) => bucket) });
  if (taken.ok) return ok(taken.value);
  return failed(
    notSent(
      taken.error.mayBeThere
        ? "No answer came whether your letter was taken. Send it again: they may then have it twice, and that does no harm."
        : "They do not answer now. Try again later.",
    ),
  );
}

function sayNoLetter({ kind }: NoLetter): string {
  return kind === "letter"
    ? "It cannot go as it is: it is empty, too long, or holds signs that are no text."
    : "They take nothing this week. Ring 101.";
}

function notSent(says: string): ForceAnswer {
  return { answer: "not sent", says };
}

function showReply(message: MailboxMessage, set: ForceSet, pack: PackOnItsWay | undefined): ShownReply {
  switch (message.kind) {
    case "acknowledgement":
      return { kind: message.kind, reference: message.reference, contact: message.contact, week: message.week };
    case "proof": {
      const isSame = pack?.sha256 === message.sha256;
      const verdict = !isProvedReceipt(message, set.log) ? "not proved" : isSame ? "same" : "proved";
      return { kind: message.kind, verdict, sha256: message.sha256, ...(isSame && { size: pack.size }) };
    }
    case "update":
    case "question":
      return { kind: message.kind, says: message.says };
  }
}
