import type { ReactElement } from "react";
import { sayNumber } from "@unmask/words";
import type { LogEntry } from "../desk/log-entry.ts";
import { useKeyboard } from "../keys/keyboard.tsx";
import { KeyCap } from "./key-cap.tsx";

/** The bar at the bottom: the entry that was just written of this officer, as written, and the keys of the screen. */
export function LogBar({ log, showAllKeys }: { readonly log: LogEntry | undefined; readonly showAllKeys: () => void }): ReactElement {
  const { keys } = useKeyboard();
  return (
    <footer className="log-bar">
      <p className="entry">
        <span aria-hidden="true" className="lines-glyph" />
        {log ? (
          <>
            Log <b>{sayNumber(log.number)}</b> {log.says} <span className="mono">{log.hash.slice(0, 8)}</span>
            <span className="only-wide">
              {" "}
              after <span className="mono">{log.before.slice(0, 8)}</span>
            </span>
          </>
        ) : (
          "Nothing of any report is loaded, and nothing is written yet."
        )}
      </p>
      <p className="bar-keys only-wide">
        {keys.flatMap((key) =>
          key.isInBar === true
            ? [
                <span key={key.name}>
                  <KeyCap of={key} /> {key.says}
                </span>,
              ]
            : [],
        )}
        <button type="button" className="in-line" onClick={showAllKeys} aria-keyshortcuts="?">
          <KeyCap of={{ name: "all-keys", presses: ["?"], cap: "?" }} /> all keys
        </button>
      </p>
    </footer>
  );
}
