import type { ReactElement, ReactNode } from "react";
import { useKeys } from "../keys/keyboard.tsx";
import { KeyCap } from "./key-cap.tsx";

/** Two who decided at once: what somebody else wrote beside what is typed here and not saved. Nothing is merged, and nothing of either is lost. */
export function BothTexts({
  theirs,
  mine,
  leave,
}: {
  readonly theirs: ReactNode;
  readonly mine: ReactNode;
  /** Leaves what is typed here unsaid. */
  readonly leave: () => void;
}): ReactElement {
  return (
    <div className="notice minded" role="status">
      <div className="both-texts">
        <section aria-label="What somebody else decided">
          <h3>Decided by somebody else while you wrote</h3>
          {theirs}
        </section>
        <section aria-label="What you typed">
          <h3>Yours, not saved</h3>
          {mine}
        </section>
      </div>
      <p className="second-words">Both stay. Written now, yours stands after theirs, and theirs stands in the list.</p>
      <p>
        <button type="button" className="in-line" onClick={leave}>
          Leave theirs, and mine unsaid
        </button>
      </p>
    </div>
  );
}

/** Asks for what somebody else wrote, so that both stand beside each other. */
export function ShowBoth({ show }: { readonly show: () => void }): ReactElement {
  useKeys([{ name: "show-both", presses: ["b"], cap: "B", says: "show both", isInBar: true, run: show }]);
  return (
    <p className="actions">
      <button type="button" className="second-button" onClick={show} aria-keyshortcuts="B">
        Show both <KeyCap of={{ name: "show-both", presses: ["b"], cap: "B" }} />
      </button>
    </p>
  );
}
