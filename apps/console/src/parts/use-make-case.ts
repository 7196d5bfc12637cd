import { useState } from "react";
import type { AtDesk } from "../at-desk.ts";
import type { Answer } from "../desk/answer.ts";
import type { GivenReason } from "../desk/given-reason.ts";
import { type OpenedCase, openedCase } from "../desk/report.ts";
import { useOneAtATime } from "./use-one-at-a-time.ts";

/** Making a case of a report, and why it was not made. */
export interface MakeCase {
  readonly came: Answer<OpenedCase> | undefined;
  /** It was asked for and waits for a second press: a case cannot be unmade, and one key asks for it. */
  readonly isAsked: boolean;
  readonly ask: () => void;
  readonly back: () => void;
  readonly make: () => Promise<void>;
}

/** Makes a case of a report and goes there; the reason for which the report was opened goes with it. */
export function useMakeCase(at: AtDesk, report: string, reason: GivenReason): MakeCase {
  const [came, setCame] = useState<Answer<OpenedCase> | undefined>(undefined);
  const [isAsked, setAsked] = useState(false);
  const once = useOneAtATime();
  const make = async (): Promise<void> => {
    const answer = await once(() => at.world.desk.post(`reports/${report}/case`, { reason }, openedCase));
    if (answer === undefined) return;
    setCame(answer);
    if (answer.came !== "value") return;
    at.tellLog(answer.value.log);
    at.giveReason(answer.value.case, reason);
    at.way.go({ screen: "case", case: answer.value.case, part: "now" });
  };
  return { came, isAsked, ask: () => setAsked(true), back: () => setAsked(false), make };
}
