import { useState } from "react";
import type { AtDesk } from "../at-desk.ts";
import type { Answer } from "../desk/answer.ts";
import type { GivenReason } from "../desk/given-reason.ts";
import { type LogEntry, reportWritten } from "../desk/log-entry.ts";
import { useOneAtATime } from "./use-one-at-a-time.ts";

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
  const oneAtATime = useOneAtATime();
  return {
    came: came?.came === "value" ? undefined : came,
    async write(reference, path, body) {
      const answer = await oneAtATime(() => at.world.desk.post(`reports/${reference}/${path}`, { ...body, reason }, reportWritten));
      if (answer === undefined) return false;
      setCame(answer);
      if (answer.came !== "value") return false;
      at.tellLog(answer.value);
      again();
      return true;
    },
  };
}
