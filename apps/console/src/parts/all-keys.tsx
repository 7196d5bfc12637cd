import { type ReactElement, useEffect, useRef } from "react";
import { capOf } from "../keys/key.ts";
import { useKeyboard } from "../keys/keyboard.tsx";
import { BesideDesk } from "./beside-desk.tsx";

/** All keys of the screen at hand, in the browser's own dialog: Esc closes it and the focus goes back. */
export function AllKeys({
  role,
  close,
  goToSettings,
}: {
  readonly role: string;
  readonly close: () => void;
  readonly goToSettings: () => void;
}): ReactElement {
  const { keys, settings } = useKeyboard();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} onClose={close} aria-labelledby="all-keys">
      <h2 id="all-keys">Keys of this screen</h2>
      {!settings.hasLetters && <p className="mind">Keys of one letter are turned off. The others work.</p>}
      <dl className="keys">
        {keys.map((key) => (
          <div key={key.name}>
            <dt>
              <kbd className="cap">{capOf(key, settings)}</kbd>
            </dt>
            <dd>{key.says}</dd>
          </div>
        ))}
      </dl>
      <h2>Beside the desk</h2>
      <BesideDesk role={role} />
      <p className="actions">
        <button type="button" className="second-button" onClick={() => dialog.current?.close()}>
          Close <kbd className="cap">Esc</kbd>
        </button>
        <button
          type="button"
          className="in-line"
          onClick={() => {
            dialog.current?.close();
            goToSettings();
          }}
        >
          Turn keys off, or choose other letters
        </button>
      </p>
    </dialog>
  );
}
