import { useEffect } from "react";
import type { AtDesk } from "../at-desk.ts";
import type { Answer } from "../desk/answer.ts";
import type { LogEntry } from "../desk/log-entry.ts";

/** Tells the desk what an answer says beside what was asked: the entry that was written of it, refusals too, or that nobody is signed in any more. */
export function useTold(
  { tellLog, leave }: Pick<AtDesk, "tellLog" | "leave">,
  answer: Answer<{ readonly log: LogEntry }> | undefined,
): void {
  useEffect(() => {
    if (answer?.came === "value") tellLog(answer.value.log);
    if (answer?.came === "refused" && answer.refusal.log) tellLog(answer.refusal.log);
    if (answer?.came === "nobody") leave("ended");
  }, [answer, tellLog, leave]);
}
