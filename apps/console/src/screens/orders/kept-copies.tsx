import { type ReactElement, useState } from "react";
import { saySize } from "@unmask/words";
import type { Answer } from "../../desk/answer.ts";
import { hashInFours } from "../../desk/kept-copy.ts";
import type { MadePaper } from "../../desk/order-bundle.ts";
import { useKeys } from "../../keys/keyboard.tsx";
import { Hindrance } from "../../parts/hindrance.tsx";
import { KeepFile } from "../../parts/keep-file.tsx";
import { KeyCap } from "../../parts/key-cap.tsx";
import { sayWhen } from "../../parts/say-when.ts";
import { useDraft } from "../../parts/use-draft.ts";
import type { OrderPartProps } from "./order-part.ts";

/** Copies of courts, of services and of what shows a possible breach that are kept with an order: each with its hash whole, and the form that keeps one more. */

const keepKey = { name: "keep-copy", presses: ["x"], cap: "X" };

/** The copies, and how one more comes to them. `path` says for what it is kept: that decides who may. */
export function KeptCopies({
  parts,
  path,
  title,
  asks,
  button,
}: {
  readonly parts: Omit<OrderPartProps, "place">;
  readonly path: "copies" | "evidence" | "breach-copies";
  readonly title: string;
  /** "The scan of the copy". */
  readonly asks: string;
  readonly button: string;
}): ReactElement {
  const { at, page, now, again } = parts;
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useDraft(at, `${path} ${page.order}`);
  useKeys([{ ...keepKey, says: button.toLowerCase(), isInBar: true, run: () => setOpen(!isOpen) }]);
  return (
    <section aria-labelledby="kept-copies" className="copies">
      <h2 id="kept-copies">{title}</h2>
      {page.copies.length === 0 ? (
        <p className="second-words">None is kept with this order.</p>
      ) : (
        <ul className="plain-lines">
          {page.copies.map((one) => (
            <li key={one.nth}>
              <b>{one.exhibit}</b> <bdi>{one.about}</bdi>, {one.form.toUpperCase()}, {saySize(one.size)}{" "}
              <span className="second-words">
                {sayWhen(one.made, now)}, {one.by}
              </span>
              <code className="line second">{hashInFours(one.sha256)}</code>
              <SaveCopy parts={parts} copy={one} />
            </li>
          ))}
        </ul>
      )}
      <p className="actions">
        <button type="button" className="second-button" aria-expanded={isOpen} aria-keyshortcuts="X" onClick={() => setOpen(!isOpen)}>
          {button} <KeyCap of={keepKey} />
        </button>
      </p>
      {isOpen && (
        <fieldset className="add-line small-form">
          <legend>{button}</legend>
          <label className="field">
            <span>What it is</span>
            <input
              type="text"
              autoFocus
              autoComplete="off"
              maxLength={200}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          </label>
          <KeepFile
            {...{ at, now, asks }}
            path={`orders/${page.order}/${path}`}
            bodyOf={() => (name.trim() === "" ? "Say first what it is." : { name: name.trim() })}
            kept={() => {
              setName("");
              again();
            }}
            keptAnyway={again}
          />
        </fieldset>
      )}
    </section>
  );
}

/** Takes a copy out, to be read beside what was typed of it: a look, written as one. */
export function SaveCopy({ parts, copy }: { readonly parts: Omit<OrderPartProps, "place">; readonly copy: MadePaper }): ReactElement {
  const { at, page, reason, now } = parts;
  const [came, setCame] = useState<Answer<unknown> | undefined>(undefined);
  const save = async (): Promise<void> => {
    const taken = await at.world.desk.file(`orders/${page.order}/copies/${copy.nth}/file`, reason);
    setCame(taken);
    if (taken.came !== "value") return;
    at.tellLog(taken.value.log);
    at.world.saveFile(taken.value.name, taken.value.bytes);
  };
  return (
    <>
      <button type="button" className="in-line" onClick={() => void save()}>
        Save the file<span className="unseen"> of {copy.exhibit}</span>
      </button>
      {came && <Hindrance answer={came} now={now} again={() => void save()} />}
    </>
  );
}
