import { type ReactElement, useState } from "react";
import type { Instant } from "@unmask/core";
import type { AtDesk } from "../at-desk.ts";
import { handedOut } from "../desk/learn.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { DisclosureDialog } from "./disclosure-dialog.tsx";
import { KeyCap } from "./key-cap.tsx";

const forms = [
  { as: "csv", says: "CSV", key: { name: "csv", presses: ["c"], cap: "C" } },
  { as: "json", says: "JSON", key: { name: "json", presses: ["j"], cap: "J" } },
] as const;

const reasons = [
  { value: "supervision", says: "The monthly figures", more: "a meeting, a partner or the public" },
  { value: "court", says: "For a hearing, a prosecutor or an order" },
  { value: "other", says: "Another reason, in words" },
] as const;

/** Published editions as a file: who receives it and why are written first. */
export function HandOut({
  at,
  months,
  now,
}: {
  readonly at: AtDesk;
  readonly months: readonly string[];
  readonly now: Instant;
}): ReactElement {
  const [as, setAs] = useState<(typeof forms)[number]["as"] | undefined>(undefined);
  useKeys(forms.map((form) => ({ ...form.key, says: `export ${form.says}`, isInBar: true, run: () => setAs(form.as) })));
  const [first, last] = [months.toSorted()[0] ?? "", months.toSorted().at(-1) ?? ""];
  return (
    <p className="end hand-out">
      {forms.map((form) => (
        <button key={form.as} type="button" className="in-line" aria-keyshortcuts={form.key.cap} onClick={() => setAs(form.as)}>
          {form.says} <KeyCap of={form.key} />
        </button>
      ))}
      {as !== undefined && (
        <DisclosureDialog
          title={`Every published edition, as ${as.toUpperCase()}`}
          says="Published counts alone, of closed months: nobody is in them. It leaves the desk, so why and who receives it are written with the hash of the file."
          reasons={reasons}
          button="Write it and make the file"
          now={now}
          ask={(recipient, reason) => at.world.desk.post("learn/export", { recipient, months, as, reason }, handedOut)}
          then={({ text, log }) => {
            at.tellLog(log);
            const name = `statistics-${first}-to-${last}.${as}`;
            if (as === "csv") at.world.saveCsv(name, text);
            else at.world.saveFile(name, new Blob([text], { type: "application/octet-stream" }));
          }}
          close={() => setAs(undefined)}
        />
      )}
    </p>
  );
}
