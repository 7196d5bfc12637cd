import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Engine } from "../engine/client.ts";
import type { Answer, Progress } from "../engine/protocol.ts";
import { startAutoLock } from "../leave/auto-lock.ts";
import { coverPage, leaveQuickly } from "../leave/leave-quickly.ts";
import { stopUnloadWarning } from "../leave/unload-warning.ts";
import { saidInBar } from "../parts/said-in-bar.ts";
import type { SealedWriting, VaultAsk, VaultStatus } from "./protocol.ts";
import { standsAfter } from "./stands-after.ts";

/** What she keeps on this device, as the screens have it: how it stands, and whom to ask. */
export interface KeptHere {
  /** Undefined: not known yet. */
  readonly status: VaultStatus | undefined;
  /** Asks the worker; what the answer changes stands in `status` then. */
  ask(question: VaultAsk, onProgress?: (progress: Progress) => void): Promise<Answer>;
  /** Locks, ends what runs, and goes to the notes page; not where what she is writing cannot be sealed. */
  lock(): Promise<void>;
  /** She pressed it, or another window asked for it, and it is not locked: something that she is writing could not be sealed. */
  readonly isLockRefused: boolean;
  /** Asks how it stands: something outside of the worker changed it, as the browser's promise to keep it does. */
  look(): Promise<VaultStatus | undefined>;
}

/** A worker that is busy may take so long to seal what she was writing, behind a page that shows nothing; then it is ended as it is. Milliseconds. */
const longestLock = 15_000;

/**
 * Holds how the vault stands; the app has it once, in its walk. It is asked again where another window takes it, and when the page is seen again. `begun`:
 * what she is writing; the worker holds it too, and seals it first whoever locks.
 */
export function useVault(engine: Engine, begun: readonly SealedWriting[]): KeptHere {
  const [status, setStatus] = useState<VaultStatus>();
  const look = useCallback(async () => {
    const answer = await engine.ask({ ask: "vault" });
    if (answer.answer !== "vault") return undefined;
    setStatus(answer.status);
    return answer.status;
  }, [engine]);
  const ask = useCallback<KeptHere["ask"]>(
    async (question, onProgress) => {
      const answer = await engine.ask(question, onProgress);
      const stands = standsAfter(question.ask, answer);
      if (stands === "ask") await look();
      else if (stands !== "as before") setStatus(stands);
      return answer;
    },
    [engine, look],
  );
  const [isLockRefused, setLockRefused] = useState(false);
  /** Whatever becomes of what she is writing: nobody is there to be told. */
  const lockByItself = useCallback(async () => {
    engine.stop();
    coverPage(saidInBar("loading"));
    await withinLock(engine.ask({ ask: "lock" }));
    toNotesPage(engine);
  }, [engine]);
  const isBegun = begun.length > 0;
  const lock = useCallback(async () => {
    if (!isBegun) return lockByItself();
    engine.stop();
    // Unseen at once, and there again where it stays open.
    const { style } = document.body;
    style.visibility = "hidden";
    const answer = await withinLock(engine.ask({ ask: "lock", isOnlyIfSealed: true }));
    const isRefused = answer?.answer === "failed" || (answer?.answer === "not done" && answer.kind !== "elsewhere");
    if (!isRefused) coverPage(saidInBar("loading"));
    style.visibility = "";
    if (!isRefused) return toNotesPage(engine);
    setLockRefused(true);
  }, [engine, isBegun, lockByItself]);
  const isOpen = status?.is === "open";
  // Before anything can be pressed that comes after it: a lock that is pressed at once seals it too.
  useLayoutEffect(() => {
    if (isOpen) void engine.ask({ ask: "hold begun", begun });
  }, [engine, isOpen, begun]);
  const wasOpen = useRef(false);
  useEffect(() => {
    // Another window took it, or its worker ended: nothing of it stays to be seen here.
    if (wasOpen.current && (status?.is === "elsewhere" || status?.is === "locked")) toNotesPage(engine);
    wasOpen.current = isOpen;
  }, [engine, isOpen, status]);
  useEffect(
    () => (isOpen ? startAutoLock(() => void lockByItself(), { locks: saidInBar("locks"), stay: saidInBar("stay") }) : undefined),
    [isOpen, lockByItself],
  );
  useEffect(() => {
    const lookWhenSeen = (): void => void (document.visibilityState === "visible" && look());
    const stopListening = engine.listen((told) => (told === "taken over" ? void look() : setLockRefused(true)));
    document.addEventListener("visibilitychange", lookWhenSeen);
    void look();
    return () => {
      stopListening();
      document.removeEventListener("visibilitychange", lookWhenSeen);
    };
  }, [engine, look]);
  return useMemo(
    () => ({ status, ask, lock, isLockRefused: isLockRefused && isBegun, look }),
    [status, ask, lock, isLockRefused, isBegun, look],
  );
}

/** What sealing came to; undefined where the worker takes too long over it. */
function withinLock(sealing: Promise<Answer>): Promise<Answer | undefined> {
  return Promise.race([sealing, new Promise<undefined>((end) => setTimeout(() => end(undefined), longestLock))]);
}

function toNotesPage(engine: Engine): void {
  const forget = (): void => {
    stopUnloadWarning();
    engine.close();
  };
  void leaveQuickly(saidInBar("loading"), forget, "locked");
}
