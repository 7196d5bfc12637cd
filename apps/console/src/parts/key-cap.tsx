import type { ReactElement } from "react";
import { useKeyboard } from "../keys/keyboard.tsx";
import { type Key, capOf } from "../keys/key.ts";

/** The cap of a key beside the words of what it does; nothing where keys of one character are turned off. To a screen reader it is said by `aria-keyshortcuts`. */
export function KeyCap({ of }: { readonly of: Pick<Key, "name" | "presses" | "cap"> }): ReactElement | null {
  const { settings } = useKeyboard();
  const isOff = !settings.hasLetters && of.presses.every((press) => /^(Shift\+)?.$/u.test(press));
  return isOff ? null : (
    <kbd className="cap" aria-hidden="true">
      {capOf(of, settings)}
    </kbd>
  );
}
