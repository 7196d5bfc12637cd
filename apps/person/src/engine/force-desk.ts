import { type CreateHasher, type Instant, type Result, type Source, failed, ok, reveal } from "@unmask/core";
import {
  type Ask,
  type Intake,
  type LookToken,
  type SealedLetter,
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
  type ReceiptWords,
  deriveMailbox,
  isoWeek,
  lookupHash,
  openEnvelopes,
  parseReceiptWords,
  planPack,
  recipientNow,
  wordSlips,
} from "@unmask/submission";
import type { ForceAnswer, PackOf } from "./force-protocol.ts";
import { type KnownLock, type VerifiedForce, verifyForce } from "./known-lock.ts";
import { type PackOnItsWay, sendPack } from "./send-pack.ts";
import { beginsAsPack, noPack, packBegins } from "./begins-as-pack.ts";
import { type Unanswered, handInOnce, noneUnanswered } from "./hand-in-once.ts";
import { hashOf } from "./hash-of.ts";
import { showReplies } from "./shown-replies.ts";
import { sayNoAnswer, sayNoLetter, sayNotTaken } from "./no-answer.ts";

/** What of the world a force's desk takes. */
export interface ForceWorld {
  /** The origin of this page, which is the intake's. */
  readonly origin: string;
  ask(stop: AbortSignal): Ask;
  workOut(challenge: unknown, stop: AbortSignal): Promise<string | undefined>;
  pause(ms: number, stop: AbortSignal): Promise<void>;
  random(size: number): Uint8Array;
  now(): Instant;
  /** Whether this device has a network, as far as it knows. */
  isConnected(): boolean;
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

/** Everything that goes to a force and comes back, for one session; it forgets all of it with the worker. */
export interface ForceDesk {
  open(stop: AbortSignal): Promise<VerifiedForce>;
  /** Whom a pack is sealed to, so that the force can open it; undefined: there is no force, or none whose lock holds. */
  recipient(stop: AbortSignal): Promise<string | undefined>;
  /** A letter that left before and was not answered for goes again instead, as it was, with its own pack: the force has it once. */
  send(said: LetterFields, pack: Source | undefined, told: Told, stop: AbortSignal): Promise<ForceAnswer>;
  goOn(of: PackOf, told: Told, stop: AbortSignal): Promise<ForceAnswer>;
  replies(words: string, stop: AbortSignal): Promise<ForceAnswer>;
  /** Words, a pack, or both, to the mailbox that her words opened; the pack itself goes after it, when it is gone on with. */
  writeBack(said: LetterFields, pack: Source | undefined, told: Told, stop: AbortSignal): Promise<ForceAnswer>;
  forget(): ForceAnswer;
}

/** A letter, and the pack that follows it. */
interface Leaving extends SealedLetter {
  readonly pack: Source | undefined;
}

/** Opens the desk of this page's force. */
export function openForceDesk(world: ForceWorld): ForceDesk {
  /** What is on its way, and what went before, in this page's memory alone. */
  const onItsWay = new Map<PackOf, PackOnItsWay>();
  const sent: PackOnItsWay[] = [];
  const letters = noneUnanswered<Leaving & { readonly words: ReceiptWords }>();
  const answers = noneUnanswered<Leaving & { readonly says: string }>();
  let looks: LookToken | undefined;
  let box: Mailbox | undefined;

  const letterWorld = { now: world.now, random: world.random, argon2id, aead: plainAead };
  const intakeOf = (stop: AbortSignal): Intake => ({
    origin: world.origin,
    ask: world.ask(stop),
    workOut: (challenge) => world.workOut(challenge, stop),
  });
  const open = (stop: AbortSignal): Promise<VerifiedForce> => verifyForce(world, world.ask(stop));

  /** To whom something can go now, or why it cannot. */
  async function reach(stop: AbortSignal): Promise<Result<ForceSet, string>> {
    const { set, refused, unanswered } = await open(stop);
    return set && unanswered === undefined ? ok(set) : failed(unanswered ?? refused?.says ?? "Nobody takes reports at this address now.");
  }

  async function goOn(of: PackOf, told: Told, stop: AbortSignal): Promise<ForceAnswer> {
    const pack = onItsWay.get(of);
    if (pack === undefined) return notSent("It is not in this page any more. Add it again.");
    const isWhole = await sendPack(pack, world, { told, stop });
    if (isWhole) onItsWay.delete(of);
    return { answer: "sent", isWhole };
  }

  /** The pack as it is named in the letter that it follows: none, its hash, or why it cannot go. */
  async function hashed(pack: Source | undefined, { limits }: ForceSet, told: Told, stop: AbortSignal) {
    if (pack === undefined) return ok([]);
    if (planPack(pack.size) === undefined || pack.size > limits.pack)
      return failed(notSent("The pack is larger than they take. Save it and take it along, or hold files back and make it again."));
    if (!beginsAsPack(await pack.read(0, packBegins))) return failed(notSent(noPack));
    return ok([{ source: pack, sha256: await hashOf(pack, await world.prepareSha256(), { told, stop }) }]);
  }

  async function handInLetter<T extends Leaving>(
    unanswered: Unanswered<T>,
    leaving: T,
    of: PackOf,
    stop: AbortSignal,
  ): Promise<ForceAnswer | undefined> {
    const { letter, pack } = leaving;
    const taken = await handInOnce(unanswered, leaving, intakeOf(stop));
    if (!taken.ok) return notSent(sayNotTaken(taken.error, world.isConnected()));
    const [token] = taken.value;
    const [first] = letter.packs;
    if (pack === undefined || first === undefined || token === undefined) return undefined;
    const leaves = { source: pack, token, ...first };
    onItsWay.set(of, leaves);
    sent.push(leaves);
    return undefined;
  }

  async function sendLetter(said: LetterFields, pack: Source | undefined, told: Told, stop: AbortSignal): Promise<ForceAnswer> {
    const reached = await reach(stop);
    if (!reached.ok) return notSent(reached.error);
    const set = reached.value;
    let leaving = letters.left();
    if (leaving === undefined) {
      const packs = await hashed(pack, set, told, stop);
      if (!packs.ok) return packs.error;
      told.progress("Locking the letter", 0, 0);
      const made = await sealLetter(said, { set, packs: packs.value }, letterWorld);
      if (!made.ok) return notSent(sayNoLetter(made.error));
      leaving = { ...made.value, pack };
    }
    told.progress("Doing the work that keeps floods of letters away", 0, 0);
    const fault = await handInLetter(letters, leaving, "letter", stop);
    if (fault) return fault;
    told.letterThere(reveal(leaving.words));
    return leaving.pack ? goOn("letter", told, stop) : { answer: "sent", isWhole: true };
  }

  async function send(said: LetterFields, pack: Source | undefined, told: Told, stop: AbortSignal): Promise<ForceAnswer> {
    try {
      const answer = await sendLetter(said, pack, told, stop);
      return answer.answer === "not sent" && letters.left() ? { ...answer, mayBeThere: true } : answer;
    } catch (error) {
      if (!letters.left()) throw error;
      const why = stop.aborted ? "You stopped" : "Something went wrong that we did not foresee";
      return { ...notSent(`${why} before anybody said that the letter is there.`), mayBeThere: true };
    }
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
      const slips = wordSlips(typed).map(({ place, likely }) => ({ place, likely }));
      return { answer: "slip", slips, says: words.error.says };
    }
    const { set, refused, unanswered } = await open(stop);
    if (set === undefined) return { answer: "force", ...(refused && { refused }) };
    if (unanswered !== undefined) return notSent(unanswered);
    const opened = await deriveMailbox(words.value, set.force, argon2id);
    const envelopes = await lookIntoAll((page) => look(opened.lookup, page, stop), opened);
    if (!envelopes.ok) return notSent(`Your words stayed here. ${sayNoAnswer(world.isConnected())}`);
    const { messages, notUnderstood } = await openEnvelopes(envelopes.value, opened.identity);
    box = opened;
    const shown = showReplies(messages, set, sent);
    return { answer: "replies", name: set.name, mailbox: lookupHash(opened.lookup), replies: shown, notUnderstood };
  }

  async function writeBack(said: LetterFields, pack: Source | undefined, told: Told, stop: AbortSignal): Promise<ForceAnswer> {
    const reached = await reach(stop);
    if (!reached.ok) return notSent(reached.error);
    const set = reached.value;
    if (box === undefined) return notSent("Type your seven words again first.");
    const says = JSON.stringify(said);
    if (Object.keys(said).length === 0 && pack === undefined) return notSent("Nothing is written yet.");
    const packs = await hashed(pack, set, told, stop);
    if (!packs.ok) return packs.error;
    const left = answers.left();
    const isSame =
      left?.says === says &&
      left.letter.mailbox.lookup === lookupHash(box.lookup) &&
      left.letter.packs[0]?.sha256 === packs.value[0]?.sha256;
    // What she has changed since is another answer: both are hers, and the same words read what comes back.
    if (!isSame) answers.leave(undefined);
    let leaving = answers.left();
    if (leaving === undefined) {
      const made = await sealAnswer(said, { set, mailbox: box, packs: packs.value }, letterWorld);
      if (!made.ok) return notSent(sayNoLetter(made.error));
      leaving = { ...made.value, pack, says };
    }
    return (await handInLetter(answers, leaving, "answer", stop)) ?? { answer: "sent", isWhole: leaving.pack === undefined };
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
      // An answer that she left, and what went before with its hashes: nobody who looks with the words afterwards is told what this page knew.
      answers.leave(undefined);
      sent.length = 0;
      return { answer: "forgotten" };
    },
  };
}

function notSent(says: string): Extract<ForceAnswer, { answer: "not sent" }> {
  return { answer: "not sent", says };
}
