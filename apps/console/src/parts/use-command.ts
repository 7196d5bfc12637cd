import { useState } from "react";
import { type ReadValue, count, object, text } from "@unmask/core";
import type { AtDesk } from "../at-desk.ts";
import type { Answer } from "../desk/answer.ts";
import type { GivenReason } from "../desk/given-reason.ts";
import { type LogEntry, logEntry } from "../desk/log-entry.ts";
import { useOneAtATime } from "./use-one-at-a-time.ts";

/** What the server says when something was written in a case: its log entry, and the numbers it gave, which the page shows again. */
const written: ReadValue<LogEntry> = object(({ must, may }) => {
  must("saw", count);
  may("task", text);
  may("enquiry", text);
  may("referral", text);
  return must("log", logEntry);
});

/** Writes in a case, on what was seen. */
export interface CaseCommand {
  /** What came of the last one, where it was not written. */
  readonly came: Answer<LogEntry> | undefined;
  /** Sends it; true when it stands. */
  write(path: string, body: object): Promise<boolean>;
}

/** Writes in a case: whoever saved in between is told, and nothing typed is lost. */
export function useCommand(
  at: AtDesk,
  page: { readonly case: string; readonly saw: number },
  reason: GivenReason,
  again: () => void,
): CaseCommand {
  const [came, setCame] = useState<Answer<LogEntry> | undefined>(undefined);
  const oneAtATime = useOneAtATime();
  return {
    came,
    async write(path, body) {
      const answer = await oneAtATime(() => at.world.desk.post(`cases/${page.case}/${path}`, { ...body, saw: page.saw, reason }, written));
      if (answer === undefined) return false;
      setCame(answer);
      if (answer.came !== "value") return false;
      at.tellLog(answer.value);
      again();
      return true;
    },
  };
}
