import { instantToIso, ok } from "@unmask/core";
import { sourceOfBlob } from "@unmask/fittings-browser";
import { type RecoveryWords, bookOf, compareRecoveryWords, openKeyFile, parseRecoveryWords, passkeysOf } from "@unmask/seal";
import { type Vault, countWaiting, noteOpening, readLocked, readTries, replaceIdentityFile, writeWhileLocked } from "@unmask/vault";
import { type KeysAsk, changeKeys } from "./change-keys.ts";
import { examine, keysOfCopy, lookAt, restore, watchedCopy } from "./copies.ts";
import { answerInside, isInsideAsk } from "./inside.ts";
import { fourWords, makeVault, showWords } from "./make-vault.ts";
import { fileNotHere } from "./journal.ts";
import { notDone, refuse } from "./not-done.ts";
import { isTakenOver } from "./opfs-folder.ts";
import { replaceOrdinaryNotesLocked } from "./ordinary-notes.ts";
import { destroyPaper, sealWriting } from "./papers.ts";
import type { SealedWriting, VaultAnswer, VaultAsk, VaultStatus } from "./protocol.ts";
import { noteSettings, readSettings } from "./settings.ts";
import { unlock, waitAfter } from "./unlock.ts";
import { type AtWork, type OpenedVault, type VaultDeskWorld, type VaultPlace, vaultWorldOf } from "./world.ts";

/** Answers what the page asks of the vault. Keys are in here and nowhere else, from the opening to the lock. */
export interface VaultDesk {
  answer(question: DeskAsk, at: AtWork): Promise<VaultAnswer>;
  /** The vault, while it is open here. */
  opened(): Vault | undefined;
  /** Another window asks for it: what she is writing is sealed, then keys are dropped; false: something could not be sealed, and it stays open. `answer`: it takes a moment. */
  handOver(answer: () => void): Promise<boolean>;
  /** Another window has it. */
  drop(): void;
}

/** A vault that is open or was never locked again. */
interface Held {
  readonly opened: OpenedVault;
  /** Words that were just made, until they are typed back. */
  readonly words?: RecoveryWords;
  /** New ones in place of hers hold then: the file with the keys as it is to be. */
  readonly whenProved?: Uint8Array;
}

const tooLong = "What you began to write is too long to be sealed. Shorten it, or save it in pieces.";
const keptElsewhere = "Another window holds something that could not be sealed: go there first.";

/** Opens the desk. One thing that changes keys is done after the other. */
export function openVaultDesk(world: VaultDeskWorld): VaultDesk {
  let held: Held | undefined;
  /** What she is writing. */
  let begun: readonly SealedWriting[] = [];
  /** Its files that were tried once. */
  const tried = new Set<string>();
  /** Whoever locks does not wait for a file that is being sealed. */
  let isHurried = false;
  let turn: Promise<unknown> = Promise.resolve();

  /** After whatever was begun before it. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = turn.then(work, work);
    // Whoever asked for it meets the failure; the next in the row only waits.
    turn = mine.catch(() => undefined);
    return mine;
  }

  async function answer(question: DeskAsk, at: AtWork): Promise<VaultAnswer> {
    const { place } = world;
    if (place === undefined) return question.ask === "vault" ? { answer: "vault", status: { is: "look-only" } } : refuse("look-only");
    if (question.ask === "hold begun") {
      begun = question.begun;
      void sealAhead();
      return { answer: "kept" };
    }
    try {
      return isOfDoor(question) ? await inTurn(() => atDoor(place, question, at)) : await inside(place, question, at);
    } catch (error) {
      if (isTakenOver(error)) return refuse("elsewhere");
      throw error;
    }
  }

  async function atDoor(place: VaultPlace, question: DoorAsk, at: AtWork): Promise<VaultAnswer> {
    switch (question.ask) {
      case "vault":
        return { answer: "vault", status: await statusOf(place) };
      case "begin":
        return begin(place, question);
      case "prove words":
        return prove(place, question.typed);
      case "unlock":
        return open(place, question);
      case "passkeys":
        return passkeys(place);
      case "lock":
        return lock(place, question.isOnlyIfSealed === true);
      case "take over":
        if (!(await place.hold.takeOver())) return refuse("elsewhere", { says: keptElsewhere });
        await place.hold.letGo();
        return { answer: "vault", status: await statusOf(place) };
      case "write while locked":
        return whileLocked(place, question);
      case "change passphrase":
      case "new words":
      case "second sheet":
      case "add passkey":
      case "no passkeys":
        return changeWith(question);
      case "four words":
        return fourWords(world);
      case "examine copy":
      case "restore copy":
        return fromCopy(place, question, at);
      case "remove everything":
        return removeEverything(place);
    }
  }

  async function statusOf(place: VaultPlace): Promise<VaultStatus> {
    const { folder, hold } = place;
    if (held !== undefined) return openStatus(held.opened);
    if (await hold.isElsewhere()) return { is: "elsewhere" };
    const locked = await readLocked({ folder, createHasher: world.createHasher });
    if (!locked.ok && locked.error.kind === "no-vault") return { is: "none" };
    const tries = await readTries(folder);
    const wrong = tries === "altered" ? undefined : tries?.wrong;
    const waitUntil = waitAfter(tries, world.now());
    const book = locked.ok ? locked.value.book?.book : undefined;
    return { is: "locked", ...(book !== undefined && { book }), ...(wrong && { wrong }), ...(waitUntil !== undefined && { waitUntil }) };
  }

  async function openStatus({ vault, book, wasBookChanged }: OpenedVault): Promise<VaultStatus> {
    const { copyMade, copyTried, wordsProved = false } = await readSettings(vault);
    return {
      is: "open",
      book,
      isPersisted: await world.isKeepingPromised(),
      areWordsProved: wordsProved,
      ...(wasBookChanged && { wasBookChanged }),
      ...(!vault.now.holds && { wasListChanged: true as const }),
      waiting: await countWaiting(vault),
      ...(copyMade !== undefined && { copyMade }),
      ...(copyTried !== undefined && { copyTried }),
    };
  }

  /** Does something that only the holder may do; what it leaves locked is let go of. */
  async function holding(place: VaultPlace, work: () => Promise<VaultAnswer>): Promise<VaultAnswer> {
    if (!(await place.hold.take())) return refuse("elsewhere");
    try {
      return await work();
    } finally {
      if (held === undefined) await place.hold.letGo();
    }
  }

  function begin(place: VaultPlace, question: Extract<VaultAsk, { ask: "begin" }>): Promise<VaultAnswer> {
    return holding(place, async () => {
      const made = await makeVault(world, place, question);
      if (!made.ok) return made.error;
      const { opened, words } = made.value;
      held = { opened, words };
      return showWords(opened.book, words);
    });
  }

  /** Words that were made a moment ago are compared one by one; of others only whether they open it. */
  async function prove(place: VaultPlace, typed: string): Promise<VaultAnswer> {
    if (held === undefined) return refuse("locked");
    const { opened, words, whenProved } = held;
    const compared = words === undefined ? [] : compareRecoveryWords(typed, words);
    const read = parseRecoveryWords(typed);
    if (!read.ok) return { answer: "words", isProved: false, words: compared, says: read.error.says };
    const locked = await readLocked({ folder: place.folder, createHasher: world.createHasher });
    if (!locked.ok) return notDone(locked.error);
    const key = await openKeyFile(whenProved ?? locked.value.identityFile, { by: "words", words: read.value }, world.argon2id);
    if (!key.ok) return { answer: "words", isProved: false, words: compared, says: key.error.says };
    const replaced = whenProved === undefined ? ok(undefined) : await replaceIdentityFile(opened.vault, whenProved);
    if (!replaced.ok) return notDone(replaced.error);
    held = { opened };
    const noted = await noteSettings(opened.vault, { wordsProved: true });
    return noted.ok ? { answer: "words", isProved: true, words: compared } : notDone(noted.error);
  }

  async function changeWith(question: KeysAsk): Promise<VaultAnswer> {
    if (held === undefined) return refuse("locked");
    const changed = await changeKeys(world, held.opened, question);
    if (!changed.ok) return changed.error;
    const { words, whenProved } = changed.value;
    // Keys that were changed otherwise meanwhile are not put back by words that were made before.
    if (whenProved !== undefined) held = { opened: held.opened, ...changed.value };
    else if (held.whenProved !== undefined) held = { opened: held.opened };
    if (words === undefined) return { answer: "kept" };
    return showWords(held.opened.book, words);
  }

  function open(place: VaultPlace, { key }: Extract<VaultAsk, { ask: "unlock" }>): Promise<VaultAnswer> {
    return holding(place, async () => {
      if (held !== undefined) return { answer: "vault", status: await openStatus(held.opened) };
      const unlocked = await unlock(world, place, key);
      if (!unlocked.ok) return unlocked.error;
      if ("notes" in unlocked.value) return { answer: "ordinary notes", notes: unlocked.value.notes };
      held = unlocked.value;
      return { answer: "vault", status: await openStatus(held.opened) };
    });
  }

  async function passkeys(place: VaultPlace): Promise<VaultAnswer> {
    const locked = await readLocked({ folder: place.folder, createHasher: world.createHasher });
    if (!locked.ok) return notDone(locked.error);
    const found = await passkeysOf(locked.value.identityFile);
    return found.ok ? { answer: "passkeys", passkeys: found.value } : notDone(found.error);
  }

  async function lock(place: VaultPlace, isOnlyIfSealed: boolean): Promise<VaultAnswer> {
    if (held !== undefined) {
      const { vault } = held.opened;
      isHurried = !isOnlyIfSealed;
      if (isHurried) await vault.now.turn;
      isHurried = false;
      const why = await sealBegun(vault, isOnlyIfSealed);
      if (why !== undefined && isOnlyIfSealed) return why;
      // It is locked all the same: a phone that is about to be taken from her hand cannot wait.
      await leave(place);
      if (why !== undefined) return why;
    }
    return { answer: "vault", status: await statusOf(place) };
  }

  /** Seals what is long as soon as she has chosen it: no lock waits for it. What cannot be sealed now is tried again at the lock, which says so. */
  async function sealAhead(): Promise<void> {
    for (const writing of begun) {
      const fresh = (writing.files ?? []).filter(({ file, sealed }) => file !== undefined && !tried.has(sealed));
      if (held === undefined || fresh.length === 0) continue;
      for (const { sealed } of fresh) tried.add(sealed);
      await seal(held.opened.vault, writing);
    }
  }

  /**
   * Seals what she is writing, first what has no files; the answer that says why one of it was not, where it was not. Where it `stays` open then, what was
   * sealed meanwhile is in the page still, and is there once.
   */
  async function sealBegun(vault: Vault, stays: boolean): Promise<VaultAnswer | undefined> {
    let why: VaultAnswer | undefined;
    const made: string[] = [];
    for (const writing of begun.toSorted((one, other) => (one.files ?? []).length - (other.files ?? []).length)) {
      const path = await seal(vault, writing);
      if (typeof path !== "string") why ??= path;
      else if (writing.path === undefined) made.push(path); // bounded: what a page has fields for.
    }
    if (why !== undefined && stays) for (const path of made) await destroyPaper(vault, path);
    return why;
  }

  /** Not what she threw away or saved while its files were waiting to be sealed: it would come back. */
  function isWanted({ path }: SealedWriting): () => boolean {
    return () => !isHurried && begun.some((one) => one.path === path);
  }

  /** Its path, or why it was not sealed. */
  async function seal(vault: Vault, writing: SealedWriting): Promise<string | VaultAnswer> {
    try {
      const sealed = await sealWriting(vault, writing, { at: instantToIso(world.now()), isWanted: isWanted(writing) });
      if (sealed === undefined) return refuse("not-kept", { says: tooLong });
      return sealed.ok ? sealed.value : notDone(sealed.error);
    } catch (error) {
      if (isTakenOver(error)) return refuse("elsewhere");
      return refuse("not-kept", { says: fileNotHere });
    }
  }

  async function leave(place: VaultPlace): Promise<void> {
    await held?.opened.vault.now.turn;
    drop();
    await place.hold.letGo();
  }

  function drop(): void {
    held = undefined;
    begun = [];
    tried.clear();
  }

  function whileLocked(
    place: VaultPlace,
    { words, when, files = [] }: Extract<VaultAsk, { ask: "write while locked" }>,
  ): Promise<VaultAnswer> {
    return holding(place, async () => {
      const written = await writeWhileLocked(vaultWorldOf(world, place), {
        at: instantToIso(world.now()),
        words,
        ...(when !== undefined && { when }),
        files: files.map(({ name, file }) => sourceOfBlob(name, file)),
      });
      return written.ok ? { answer: "kept" } : notDone(written.error);
    });
  }

  function fromCopy(place: VaultPlace, question: CopyAsk, at: AtWork): Promise<VaultAnswer> {
    return holding(place, async () => {
      // Once to be compared; to be brought back, once more.
      const source = watchedCopy(question.file, question.ask === "examine copy" ? 1 : 2, at);
      const own = held?.opened.vault.keys;
      if (question.key === undefined && own === undefined)
        return question.ask === "examine copy" ? { answer: "copy", copy: await lookAt(world, source) } : refuse("locked");
      const keys = question.key === undefined ? undefined : await keysOfCopy(world, source, question.key);
      if (keys?.ok === false) return keys.error;
      const opening = keys?.value ?? own;
      if (opening === undefined) return refuse("locked");
      if (question.ask === "examine copy") return examine(world, { source, keys: opening });
      const restored = await restore(world, place, { source, keys: opening, isPartTaken: question.isPartTaken === true });
      if (!restored.ok) return restored.error;
      const { vault, mended } = restored.value;
      held = { opened: { vault, book: bookOf(vault.recipient) } };
      await noteOpening(vault, { at: instantToIso(world.now()), by: "restored" });
      return { answer: "vault", status: await openStatus(held.opened), ...(mended && { mended }) };
    });
  }

  async function removeEverything(place: VaultPlace): Promise<VaultAnswer> {
    if (held === undefined) return refuse("locked");
    await held.opened.vault.now.turn;
    await place.removeAll();
    await leave(place);
    return { answer: "vault", status: await statusOf(place) };
  }

  async function inside(place: VaultPlace, question: DeskAsk, at: AtWork): Promise<VaultAnswer> {
    if (held === undefined && question.ask === "write ordinary notes")
      return inTurn(() => holding(place, () => replaceOrdinaryNotesLocked(world, place, question)));
    if (held === undefined) return refuse((await place.hold.isElsewhere()) ? "elsewhere" : "locked");
    if (!isInsideAsk(question)) throw new Error(`nobody answers "${question.ask}"`);
    return answerInside({ world, vault: held.opened.vault }, question, at);
  }

  return {
    answer,
    opened: () => held?.opened.vault,
    async handOver(answer) {
      const vault = held?.opened.vault;
      if (begun.length > 0) answer();
      if (vault !== undefined && (await sealBegun(vault, true)) !== undefined) return false;
      await vault?.now.turn;
      drop();
      return true;
    },
    drop,
  };
}

/** What opens or shuts something: of these one is done after the other. */
const doorAsks = [
  "vault",
  "begin",
  "prove words",
  "unlock",
  "passkeys",
  "lock",
  "take over",
  "write while locked",
  "change passphrase",
  "new words",
  "second sheet",
  "add passkey",
  "no passkeys",
  "four words",
  "examine copy",
  "restore copy",
  "remove everything",
] as const;
/** What is answered here. What the vault holds is read where everything is read. */
export type DeskAsk = Exclude<VaultAsk, { ask: "read kept" }>;
type CopyAsk = Extract<VaultAsk, { ask: "examine copy" | "restore copy" }>;
type DoorAsk = Extract<VaultAsk, { ask: (typeof doorAsks)[number] }>;

const ofDoor: ReadonlySet<string> = new Set(doorAsks);

/** Whether a question is of the vault. */
export function isVaultAsk(question: { readonly ask: string }): question is VaultAsk {
  return ofDoor.has(question.ask) || isInsideAsk(question) || question.ask === "read kept" || question.ask === "hold begun";
}

function isOfDoor(question: DeskAsk): question is DoorAsk {
  return ofDoor.has(question.ask);
}
