/**
 * Which of the windows of this browser has the vault: the worker that holds the lock of this name, as long as it has it open or writes while it is
 * locked. Another can ask it to hand over, and takes it when nothing answers; not where it answers that it holds what could not be sealed.
 */
const lockName = "notes-kept";

/** So long a worker has to answer, or to end its write and let go. Milliseconds. */
const longestHandOver = 2_000;
/** So long one that has answered has to seal what she was writing. Milliseconds. */
const longestSealing = 15_000;

/** What a worker says to another: it asks for the vault, seals what she was writing before it hands it over, or does not hand it over. */
type Said = "hand over" | "sealing" | "kept";

/** What a worker knows and does of it. */
export interface VaultHold {
  /** Takes it where no other window has it; false: another has. Well where this one has it already. */
  take(): Promise<boolean>;
  /** Asks whoever has it to hand over, and takes it away where nothing answers; false: it holds something that could not be sealed. */
  takeOver(): Promise<boolean>;
  /** Answers when others can take it. */
  letGo(): Promise<void>;
  isHeld(): boolean;
  /** Whether another window has it. */
  isElsewhere(): Promise<boolean>;
}

/** What happens when another window takes it. */
export interface HoldTold {
  /** It asks: what is being written is ended, and keys are dropped. Then it is let go of; false: it is not. `answer`: what she was writing is sealed first. */
  onAsked(answer: () => void): Promise<boolean>;
  /** It is gone. */
  onStolen(): void;
}

/** Begins to listen. Undefined where this browser has no locks: then nothing can be kept. */
export function openVaultHold({ onAsked, onStolen }: HoldTold): VaultHold | undefined {
  const { locks } = navigator;
  if (locks === undefined) return undefined;
  let held: { end(): void; readonly ended: Promise<unknown> } | undefined;
  const channel = new BroadcastChannel(lockName);
  const say = (said: Said): void => channel.postMessage(said);
  let heard: ((said: Said) => void) | undefined;
  channel.onmessage = ({ data }: MessageEvent<Said>) => {
    if (data === "hand over") void handOver();
    else heard?.(data);
  };

  async function handOver(): Promise<void> {
    const asked = held;
    if (asked === undefined) return;
    // Whatever broke while it was sealed, another window takes nothing from it.
    const isOver = await onAsked(() => say("sealing")).catch(() => false);
    if (asked !== held) return;
    if (isOver) await hold.letGo();
    else say("kept");
  }

  /** Asks for the lock and keeps it; false where it was not to be had. */
  function request(options: LockOptions): Promise<boolean> {
    return new Promise((resolve, reject) => {
      let mine: typeof held;
      const ended: Promise<unknown> = locks
        .request(lockName, options, (lock) => {
          if (lock === null) return resolve(false);
          return new Promise<void>((end) => {
            held = mine = { end, ended: Promise.resolve().then(() => ended) };
            resolve(true);
          });
        })
        .catch((error: unknown) => {
          if (mine === undefined) return reject(error);
          if (held === mine) held = undefined;
          onStolen();
        });
    });
  }

  const hold: VaultHold = {
    take: async () => held !== undefined || request({ ifAvailable: true }),
    async takeOver() {
      if (held !== undefined) return true;
      const waiting = new AbortController();
      let isKept = false;
      const end = (): void => waiting.abort();
      let timer = setTimeout(end, longestHandOver);
      heard = (said) => {
        isKept = true;
        clearTimeout(timer);
        if (said === "kept") return end();
        timer = setTimeout(end, longestSealing);
      };
      say("hand over");
      const isGiven = await request({ signal: waiting.signal }).catch(() => false);
      clearTimeout(timer);
      heard = undefined;
      return isGiven || (!isKept && request({ steal: true }));
    },
    async letGo() {
      const mine = held;
      held = undefined;
      mine?.end();
      await mine?.ended;
    },
    isHeld: () => held !== undefined,
    isElsewhere: async () => held === undefined && ((await locks.query()).held ?? []).some(({ name }) => name === lockName),
  };
  return hold;
}
