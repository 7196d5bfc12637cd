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

/** What is handed out as a file. */
export interface HandedOutList {
  /** "Every published edition" */
  readonly title: string;
  /** What leaves the desk, and that it is written. */
  readonly says: string;
  /** The likeliest reason. */
  readonly why: { readonly says: string; readonly more: string };
  /** Below `/desk/`. */
  readonly path: string;
  /** What is asked beside the form, the recipient and the reason. */
  readonly asks: object;
  /** Name of the file, without what stands behind its point. */
  readonly file: string;
}

/** A list as a file, CSV or JSON: who receives it and why are written first. */
export function HandOut({ at, of, now }: { readonly at: AtDesk; readonly of: HandedOutList; readonly now: Instant }): ReactElement {
  const [as, setAs] = useState<(typeof forms)[number]["as"] | undefined>(undefined);
  useKeys(forms.map((form) => ({ ...form.key, says: `export ${form.says}`, isInBar: true, run: () => setAs(form.as) })));
  return (
    <p className="end hand-out">
      {forms.map((form) => (
        <button key={form.as} type="button" className="in-line" aria-keyshortcuts={form.key.cap} onClick={() => setAs(form.as)}>
          {form.says} <KeyCap of={form.key} />
        </button>
      ))}
      {as !== undefined && (
        <DisclosureDialog
          title={`${of.title}, as ${as.toUpperCase()}`}
          says={of.says}
          reasons={[
            { value: "supervision", ...of.why },
            { value: "court", says: "For a hearing, a prosecutor or an order" },
            { value: "other", says: "Another reason, in words" },
          ]}
          button="Write it and make the file"
          now={now}
          ask={(recipient, reason) => at.world.desk.post(of.path, { ...of.asks, recipient, as, reason }, handedOut)}
          then={({ text, log }) => {
            at.tellLog(log);
            const name = `${of.file}.${as}`;
            if (as === "csv") at.world.saveCsv(name, text);
            else at.world.saveFile(name, new Blob([text], { type: "application/octet-stream" }));
          }}
          close={() => setAs(undefined)}
        />
      )}
    </p>
  );
}
