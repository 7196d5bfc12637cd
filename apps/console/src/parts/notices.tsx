import type { ReactElement, ReactNode } from "react";
import { sayNumber } from "@unmask/words";
import type { Refusal } from "../desk/answer.ts";
import { useKeys } from "../keys/keyboard.tsx";
import { sayDaysIn } from "./civil-day.ts";
import { KeyCap } from "./key-cap.tsx";
import { sayRuleOf } from "./rule-words.ts";

/** The boxes of what did not happen, and why. Each says what was kept and what can be done next; none of them moves or goes by itself. */

/** A box: plain, or "mind this" with its amber edge. */
export function Notice({ isMind = false, children }: { readonly isMind?: boolean; readonly children: ReactNode }): ReactElement {
  return <div className={isMind ? "notice minded" : "notice"}>{children}</div>;
}

/** Refused: nothing was shown, which rule says so, and what would allow it. */
export function Refused({ refusal }: { readonly refusal: Refusal }): ReactElement {
  return (
    <div className="notice" role="alert">
      <p>
        <b>{sayDaysIn(refusal.says)}</b> {refusal.log && <>The refusal is written: log {sayNumber(refusal.log.number)}. </>}
        <span className="second-words">{sayRuleOf(refusal)}</span>
      </p>
      {refusal.allows !== "" && (
        <p>
          <b className="mind">What would allow it</b> {sayDaysIn(refusal.allows)}
        </p>
      )}
    </div>
  );
}

/** What is true while the server is not reached: of what stood open before, of what never came, of what was written. */
const unreached = {
  open: "You read what was open. Nothing is being saved.",
  look: "This could not be read: nothing of it came.",
  write: "Whether this was saved is not known until the desk’s server answers.",
} as const;

/** The server does not answer. */
export function NoConnection({
  since,
  of,
  again,
}: {
  readonly since: string;
  readonly of: keyof typeof unreached;
  readonly again: () => void;
}): ReactElement {
  return (
    <div className="notice" role="alert">
      <p>
        <b className="mind">No connection since {since}.</b> {unreached[of]} <TryNow again={again} />
      </p>
    </div>
  );
}

/** An answer that this page cannot read: a fault of ours, told with its place and without its content. */
export function NotUnderstood({ where, again }: { readonly where: string; readonly again: () => void }): ReactElement {
  return (
    <div className="notice" role="alert">
      <p>
        <b className="mind">The desk’s server answered in a way that this page does not understand.</b> Nothing was changed. Load the page
        again; if it stays, tell an administrator: {where}. <TryNow again={again} />
      </p>
    </div>
  );
}

const againKey = { name: "again", presses: ["r"], cap: "R" };

/** The key that stands on the button, on whichever page it stands. */
function TryNow({ again }: { readonly again: () => void }): ReactElement {
  useKeys([{ ...againKey, says: "try now", run: again }]);
  return (
    <button type="button" className="in-line" onClick={again} aria-keyshortcuts="R">
      Try now <KeyCap of={againKey} />
    </button>
  );
}
