import type { ReactElement } from "react";
import { useKeys } from "../keys/keyboard.tsx";
import { KeyCap } from "./key-cap.tsx";

/** The end of a form that is open: its button or ⌃↵ writes it, “Not now” or Esc leaves it and keeps what was typed. */
export function WriteOrBack({
  verb,
  says = "write it",
  write,
  back,
}: {
  /** On the button. */
  readonly verb: string;
  /** In the list of the keys. */
  readonly says?: string;
  readonly write: () => Promise<void>;
  readonly back: () => void;
}): ReactElement {
  const keys = {
    write: { name: "write", presses: ["Control+Enter"], cap: "⌃↵" },
    back: { name: "back", presses: ["Escape"], cap: "Esc" },
  };
  useKeys([
    { ...keys.write, says, isInBar: true, run: () => void write() },
    { ...keys.back, says: "back, keeps text", run: back },
  ]);
  return (
    <p className="actions">
      <button type="button" className="first-button" onClick={() => void write()} aria-keyshortcuts="Control+Enter">
        {verb} <KeyCap of={keys.write} />
      </button>
      <button type="button" className="second-button" onClick={back}>
        Not now <KeyCap of={keys.back} />
      </button>
    </p>
  );
}
