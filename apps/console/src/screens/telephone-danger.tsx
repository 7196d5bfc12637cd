import type { ReactElement } from "react";
import { useKeys } from "../keys/keyboard.tsx";
import { KeyCap } from "../parts/key-cap.tsx";
import { Segments } from "../parts/segments.tsx";
import type { CallParts } from "./call-parts.ts";

const answers = [
  { value: "now", says: "Yes, now" },
  { value: "no", says: "No" },
  { value: "unsaid", says: "Not asked" },
] as const;

/** Danger, before anything is typed: one band, one key. This desk sends nobody: control does. */
export function TelephoneDanger({ call, change }: CallParts): ReactElement {
  const isNow = call.danger === "now";
  useKeys([{ name: "danger", presses: ["d"], cap: "D", says: "danger now", isInBar: true, run: () => change({ ...call, danger: "now" }) }]);
  return (
    <section className={isNow ? "danger-band" : "danger-band is-asked"} aria-labelledby="danger-asked">
      <h2 id="danger-asked" className={isNow ? "danger" : ""}>
        {isNow ? "Danger now" : "Danger?"} <KeyCap of={{ name: "danger", presses: ["d"], cap: "D" }} />
      </h2>
      <p className={isNow ? "bold" : ""}>
        {isNow
          ? "Tell control now: this desk sends no car. The report stands first in the queue when it is saved."
          : "Is anybody in danger at this moment? Ask it before anything else."}
      </p>
      <Segments
        legend="Is anybody in danger now?"
        options={answers}
        chosen={call.danger}
        choose={(danger) => change({ ...call, danger })}
      />
    </section>
  );
}
