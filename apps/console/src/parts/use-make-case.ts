import { useState } from "react";
import type { AtDesk } from "../at-desk.ts";
import type { Answer } from "../desk/answer.ts";
import type { GivenReason } from "../desk/given-reason.ts";
import { type OpenedCase, openedCase } from "../desk/report.ts";

/** Making a case of a report, and why it was not made. */
export interface MakeCase {
  readonly came: Answer<OpenedCase> | undefined;
  readonly make: () => void;
}

/** Makes a case of a report and goes there; the reason for which the report was opened goes with it. */
export function useMakeCase(at: AtDesk, report: string, reason: GivenReason): MakeCase {
  const [came, setCame] = useState<Answer<OpenedCase> | undefined>(undefined);
  const make = async (): Promise<void> => {
    const answer = await at.world.desk.post(`reports/${report}/case`, { reason }, openedCase);
    setCame(answer);
    if (answer.came !== "value") return;
    at.tellLog(answer.value.log);
    at.giveReason(answer.value.case, reason);
    at.way.go({ screen: "case", case: answer.value.case, part: "now" });
  };
  return { came, make: () => void make() };
}
