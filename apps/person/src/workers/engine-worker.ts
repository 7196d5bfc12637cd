import { readClock, readDeviceZone } from "@unmask/fittings-browser";
import { argon2id, prepareSha256 } from "@unmask/seal";
import type { Answer, Ask, FromWorker, Sendable, ToWorker } from "../engine/protocol.ts";
import { noRoom, removeOwnFiles, writePrivateFile } from "../ports/private-files.ts";
import { openVaultHold } from "../ports/vault-hold.ts";
import { isKeepingPromised, openVaultPlace, vaultFolderName } from "../ports/vault-place.ts";
import { type VaultDesk, isVaultAsk, openVaultDesk } from "../vault/desk.ts";
import { opfsFolder } from "../vault/opfs-folder.ts";
import { refuse } from "../vault/not-done.ts";
import type { VaultAsk } from "../vault/protocol.ts";
import type { VaultPlace } from "../vault/world.ts";
import type { Conversation, ReadingPart } from "./reading.ts";

/**
 * The one worker of a page. It owns what is kept on this device: opening it and writing take this file alone. What reads, finds and packs is fetched
 * when it is first asked for (reading.ts), and forgets with it.
 */
const tellEveryMs = 100;
const noReading = "A part of this page could not be fetched. Look for the network, then try again.";
/** What is asked of a force: where it does not go, she is told that nothing was sent. */
const forceAsks: ReadonlySet<Ask["ask"]> = new Set(["force", "send", "go on", "replies", "write back", "forget"]);
const stopping = new Map<(ToWorker & { readonly stop: unknown })["stop"], AbortController>();

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if ("stop" in data) {
    stopping.get(data.stop)?.abort();
    return;
  }
  const { id, question } = data;
  // A phone that is about to be taken from her hand does not wait for a long file.
  if (question.ask === "lock") stopping.get(true)?.abort();
  const control = new AbortController();
  const by = stopOf(question);
  if (by !== undefined) stopping.set(by, control);
  const { signal } = control;
  const say = (answer: Answer): void => post({ id, answer });
  answerTo(question, {
    signal,
    tell: createTeller(id),
    tellNow: (progress) => post({ id, progress }),
    opened: () => opened?.opened(),
  }).then(say, (error: unknown) => say(signal.aborted ? { answer: "stopped" } : { answer: "failed", says: saysOf(error) }));
};

/** By what a question is stopped; undefined: it is over in a moment. */
function stopOf(question: Ask): true | Sendable | undefined {
  if (question.ask === "send") return "letter";
  if (question.ask === "write back") return "answer";
  if (question.ask === "go on") return question.of === "letter" ? "letter" : "pack";
  // What home looks over by itself stops nothing that she asked for.
  if (question.ask === "check") return question.isQuick === true ? undefined : true;
  return isVaultAsk(question) && !isLong.has(question.ask) ? undefined : true;
}

/** What takes long of what is asked of the vault. */
const isLong: ReadonlySet<VaultAsk["ask"]> = new Set(["take in", "read kept", "make copy", "try copy", "examine copy", "restore copy"]);

function post(message: FromWorker): void {
  self.postMessage(message);
}

function createTeller(id: number): Conversation["tell"] {
  let told = -tellEveryMs;
  return (progress) => {
    if (performance.now() - told < tellEveryMs) return;
    told = performance.now();
    post({ id, progress: progress() });
  };
}

/** An unforeseen error can quote a message, so only its kind is told. */
function saysOf(error: unknown): string {
  const name = error instanceof Error ? error.name : "no name";
  if (name === noRoom)
    return "This browser has no room for the pack. Make room on the device, or use a window that is not private, then try again. Your files are unchanged.";
  if (name === "NotReadableError" || name === "NotFoundError")
    return "A file was moved or changed while it was read. Choose the files again.";
  return `Something went wrong that we did not foresee (${name}). Your files are unchanged.`;
}

async function answerTo(question: Ask, conversation: Conversation): Promise<Answer> {
  if (!isVaultAsk(question)) {
    const part = await reading();
    if (part !== undefined) return part.answerTo(question, conversation);
    return { answer: forceAsks.has(question.ask) ? "not sent" : "failed", says: noReading };
  }
  const desk = await (opening ??= openDesk());
  if (question.ask === "read kept") {
    const vault = desk.opened();
    if (vault === undefined) return refuse("locked");
    const part = await reading();
    return part === undefined ? { answer: "failed", says: noReading } : part.readKept(vault, question, conversation);
  }
  const { signal, tell } = conversation;
  const answer = await desk.answer(question, { signal, tell: (doing, done, total) => tell(() => ({ doing, done, total, acts: 0 })) });
  if (desk.opened() === undefined) await forgetKept();
  return answer;
}

let part: Promise<ReadingPart> | undefined;

/** Undefined: the network went before it came, and the next try fetches it. */
async function reading(): Promise<ReadingPart | undefined> {
  part ??= import("./reading.ts");
  return part.catch(() => (part = undefined));
}

/** What was read out of the vault goes with its keys. */
async function forgetKept(): Promise<void> {
  if (part !== undefined) (await reading())?.forgetKept();
}

let opening: Promise<VaultDesk> | undefined;
let opened: VaultDesk | undefined;

/** Opens the desk of the vault, where this window can keep anything. */
async function openDesk(): Promise<VaultDesk> {
  const desk = openVaultDesk({
    place: await openPlace(() => desk),
    createHasher: await prepareSha256(),
    argon2id,
    random: (size) => crypto.getRandomValues(new Uint8Array(size)),
    now: readClock,
    zone: () => readDeviceZone().name,
    isKeepingPromised,
    saveAside: (name, pieces) => writePrivateFile(name, pieces),
  });
  return (opened = desk);
}

/** Undefined: this window keeps nothing. */
async function openPlace(desk: () => VaultDesk): Promise<VaultPlace | undefined> {
  const root = await openVaultPlace();
  const tell = async (): Promise<void> => {
    post({ told: "taken over" });
    await forgetKept();
  };
  const hold = openVaultHold({
    onAsked: async (answer) => {
      if (!(await desk().handOver(answer))) {
        post({ told: "not handed over" });
        return false;
      }
      await tell();
      return true;
    },
    onStolen: () => {
      desk().drop();
      void tell();
    },
  });
  if (root === undefined || hold === undefined) return undefined;
  return {
    folder: opfsFolder({ root, name: vaultFolderName, mayWrite: hold.isHeld, pause: (ms) => new Promise((end) => setTimeout(end, ms)) }),
    hold,
    removeAll: async () => {
      await root.removeEntry(vaultFolderName, { recursive: true });
      // A copy that was handed to the browser to save.
      await removeOwnFiles();
    },
  };
}
