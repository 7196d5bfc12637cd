import { type ReactElement, useId } from "react";
import { KeyCap } from "./key-cap.tsx";

/** One thing that can be chosen by its number. */
export interface Option<Value extends string> {
  readonly value: Value;
  readonly says: string;
  /** Why, or what comes with it. */
  readonly more?: string;
}

/** Numbered rows of which one is chosen: radio buttons, with the number as their key. */
export function Choice<Value extends string>({
  legend,
  options,
  chosen,
  choose,
  hasKeys = true,
}: {
  readonly legend: string;
  readonly options: readonly Option<Value>[];
  readonly chosen: Value | undefined;
  readonly choose: (value: Value) => void;
  /** Whether the number chooses it; in a dialog the keys of the screen rest. */
  readonly hasKeys?: boolean;
}): ReactElement {
  const name = useId();
  return (
    <fieldset className="choice">
      <legend className="unseen">{legend}</legend>
      {options.map(({ value, says, more }, i) => (
        <label key={value}>
          <input type="radio" name={name} checked={chosen === value} onChange={() => choose(value)} />
          {hasKeys && <KeyCap of={{ name: `choice-${i + 1}`, presses: [String(i + 1)], cap: String(i + 1) }} />}
          <span>
            <span className="says">{says}</span>
            {more !== undefined && <span className="more">{more}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
