import { useState } from "react";
import type { AtDesk } from "../../at-desk.ts";
import type { Answer } from "../../desk/answer.ts";
import { type LossWritten, lossWrittenAnswer } from "../../desk/losses.ts";
import { useOneAtATime } from "../../parts/use-one-at-a-time.ts";

/** Writes of a loss: what stands is shown again, and its row is the chosen one. */
export function useLossCommand(at: AtDesk, path: string, again: () => void) {
  const [came, setCame] = useState<Answer<LossWritten> | undefined>(undefined);
  const oneAtATime = useOneAtATime();
  const write = async (body: object): Promise<boolean> => {
    const answer = await oneAtATime(() => at.world.desk.post(path, body, lossWrittenAnswer));
    if (answer === undefined) return false;
    setCame(answer);
    if (answer.came !== "value") return false;
    at.tellLog(answer.value.log);
    at.way.replace({ screen: "retention", row: answer.value.loss });
    again();
    return true;
  };
  return { came, write };
}
