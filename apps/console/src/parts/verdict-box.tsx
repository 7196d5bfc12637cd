import type { ReactElement } from "react";
import type { Verdict } from "@unmask/core";
import { sayVerdict } from "@unmask/words";

/** How each verdict looks: only "valid" is teal, what could not be checked is plain, the rest is "mind this". The word always stands. */
const looks: Readonly<Record<Verdict, "fits" | "mind" | "unchecked">> = {
  valid: "fits",
  altered: "mind",
  missing: "mind",
  unlisted: "mind",
  "unknown-signer": "mind",
  "untrusted-time": "mind",
  "no-time": "mind",
  unsupported: "unchecked",
  error: "unchecked",
};

/** One verdict of the closed set, in words for people. */
export function VerdictBox({ verdict }: { readonly verdict: Verdict }): ReactElement {
  return <span className={`verdict is-${looks[verdict]}`}>{sayVerdict(verdict)}</span>;
}
