import { useRef, useState } from "react";
import type { AtDesk } from "../at-desk.ts";
import type { Answer } from "../desk/answer.ts";
import type { GivenReason } from "../desk/given-reason.ts";
import { type LogEntry, reportWritten } from "../desk/log-entry.ts";

/** Writes of a report, on what was seen. */
export interface ReportCommand {
  /** What came of the last one, where it was not written. */
  readonly came: Answer<LogEntry> | undefined;
  /** Sends it under a report’s number; true when it stands. */
  write(reference: string, path: string, body: object): Promise<boolean>;
}

/** Writes of a report: whoever saved in between is told, and nothing typed is lost. */
export function useReportCommand(at: AtDesk, reason: GivenReason, again: () => void): ReportCommand {
  const [came, setCame] = useState<Answer<LogEntry> | undefined>(undefined);
  const isSending = useRef(false);
  return {
    came: came?.came === "value" ? undefined : came,
    async write(reference, path, body) {
      // A second press while the first is on its way would write the same twice.
      if (isSending.current) return false;
      isSending.current = true;
      const answer = await at.world.desk.post(`reports/${reference}/${path}`, { ...body, reason }, reportWritten);
      isSending.current = false;
      setCame(answer);
      if (answer.came !== "value") return false;
      at.tellLog(answer.value);
      again();
      return true;
    },
  };
}
