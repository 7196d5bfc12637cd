import { useCallback, useEffect, useMemo, useState } from "react";
import type { Engine } from "../engine/client.ts";
import type { Answer, Progress } from "../engine/protocol.ts";
import type { VaultAsk, VaultStatus } from "./protocol.ts";
import { standsAfter } from "./stands-after.ts";

/** What she keeps on this device, as the screens have it: how it stands, and whom to ask. */
export interface KeptHere {
  /** Undefined: not known yet. */
  readonly status: VaultStatus | undefined;
  /** Asks the worker; what the answer changes stands in `status` then. */
  ask(question: VaultAsk, onProgress?: (progress: Progress) => void): Promise<Answer>;
  /** Asks how it stands: something outside of the worker changed it, as the browser's promise to keep it does. */
  look(): Promise<VaultStatus | undefined>;
}

/** Holds how the vault stands; the app has it once, in its walk. It is asked again where another window takes it, and when the page is seen again. */
export function useVault(engine: Engine): KeptHere {
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
  useEffect(() => {
    const lookWhenSeen = (): void => void (document.visibilityState === "visible" && look());
    const stopListening = engine.listen(() => void look());
    document.addEventListener("visibilitychange", lookWhenSeen);
    void look();
    return () => {
      stopListening();
      document.removeEventListener("visibilitychange", lookWhenSeen);
    };
  }, [engine, look]);
  return useMemo(() => ({ status, ask, look }), [status, ask, look]);
}
