import { t } from "@lingui/core/macro";
import { useEffect, useRef, useState } from "react";
import type { Answer, Progress } from "../../engine/protocol.ts";
import type { Walk } from "../../session.ts";
import type { VaultAsk } from "../../vault/protocol.ts";

/** What a screen asks of the worker, how far that is, and what stood in the way. */
export interface Asking {
  /** Undefined: nothing is asked. */
  readonly going: Pick<Progress, "done" | "total"> | undefined;
  /** Why the last was not done; empty: it was, or nothing was asked. */
  readonly says: string;
  /** The language of that, where the worker said it: it has English alone. */
  readonly lang: "en-GB" | undefined;
  /** Says why something is not even asked. */
  refuse(says: string): void;
  ask(question: VaultAsk): Promise<Answer>;
}

/** One question at a time. She goes elsewhere: what takes long is not wanted any more. */
export function useAsking({ vault, engine }: Pick<Walk, "vault" | "engine">): Asking {
  const [going, setGoing] = useState<Asking["going"]>();
  const [says, setSays] = useState("");
  const [lang, setLang] = useState<Asking["lang"]>();
  const isGoing = useRef(false);
  useEffect(
    () => () => {
      if (isGoing.current) engine.stop();
    },
    [engine],
  );
  return {
    going,
    says,
    lang,
    refuse(why) {
      setLang(undefined);
      setSays(why);
    },
    async ask(question) {
      setSays("");
      setGoing({ done: 0, total: 0 });
      isGoing.current = true;
      const answer = await vault.ask(question, setGoing);
      isGoing.current = false;
      setGoing(undefined);
      setLang(answer.answer === "stopped" ? undefined : "en-GB");
      setSays(saysOf(answer));
      return answer;
    },
  };
}

function saysOf(answer: Answer): string {
  if (answer.answer === "not done" || answer.answer === "failed") return answer.says;
  return answer.answer === "stopped" ? t`Stopped. Nothing was changed.` : "";
}
