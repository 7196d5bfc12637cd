import { sectionWithMark } from "@unmask/core";
import { type ReactElement, useState } from "react";
import { useKeys } from "../../keys/keyboard.tsx";
import { Hindrance } from "../../parts/hindrance.tsx";
import { KeyCap } from "../../parts/key-cap.tsx";
import { useOrderCommand } from "../../parts/use-order-command.ts";
import { templatesOf } from "./condition-spec.ts";
import type { OrderPartProps } from "./order-part.ts";

/** The catalogue: one press begins a condition in our wording, without necessity, to be written. */
export function Catalogue({ at, page, reason, now, again }: OrderPartProps): ReactElement {
  const [isOpened, setOpened] = useState(false);
  const { came, write } = useOrderCommand(at, page, reason, again);
  const key = { name: "catalogue", presses: ["t"], cap: "T" };
  useKeys([{ ...key, says: "from the catalogue", isInBar: true, run: () => setOpened(!isOpened) }]);
  return (
    <>
      <p className="actions">
        <button type="button" className="second-button" aria-expanded={isOpened} aria-keyshortcuts="T" onClick={() => setOpened(!isOpened)}>
          From the catalogue <KeyCap of={key} />
        </button>
      </p>
      {came && came.came !== "value" && <Hindrance answer={came} now={now} again={again} />}
      {isOpened && (
        <ul className="catalogue">
          {templatesOf(page).map(({ kind, type, says, row }) => (
            <li key={kind}>
              <button
                type="button"
                className="in-line"
                onClick={() => void write("condition-written", { kind, type, says, evidence: [], interimToo: true })}
              >
                {says}
              </button>
              <span className="line second">
                {type}
                {row !== undefined && `, ${sectionWithMark(row) ?? ""}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
