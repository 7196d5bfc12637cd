import { type ReactElement, useState } from "react";
import type { Instant } from "@unmask/core";
import type { AtDesk } from "../at-desk.ts";
import type { Answer } from "../desk/answer.ts";
import { Hindrance } from "./hindrance.tsx";
import { ReadyButton } from "./ready-button.tsx";
import { useOneAtATime } from "./use-one-at-a-time.ts";

/** The day sheet as the desk sets it, a PDF to print: what is to be notified under our orders stands on it too. `days`: how far it looks ahead. */
export function SheetPaper({ at, days, now }: { readonly at: AtDesk; readonly days: number; readonly now: Instant }): ReactElement {
  const [came, setCame] = useState<Answer<unknown> | "making" | undefined>(undefined);
  const oneAtATime = useOneAtATime();
  const save = async (): Promise<void> => {
    setCame("making");
    const taken = await oneAtATime(() => at.world.desk.file(`look-ahead/sheet?days=${days}`));
    if (taken === undefined) return;
    setCame(taken);
    if (taken.came !== "value") return;
    at.tellLog(taken.value.log);
    at.world.saveFile(taken.value.name, taken.value.bytes);
  };
  return (
    <div>
      <p>What is to be notified has its days in the register. The PDF has both, and is the one to hand over at the end of a shift.</p>
      <p className="actions">
        <ReadyButton className="first-button" isReady={came !== "making"} press={() => void save()}>
          Save the day sheet with what is to be notified, as PDF
        </ReadyButton>
      </p>
      <div role="status">
        {came === "making" && <p>Making it. That takes some seconds.</p>}
        {came !== undefined && came !== "making" && came.came === "value" && <p>Saved among your downloads.</p>}
      </div>
      {came !== undefined && came !== "making" && <Hindrance answer={came} now={now} again={() => void save()} />}
    </div>
  );
}
