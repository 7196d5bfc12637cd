import { type ReactElement, useId } from "react";

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
}: {
  readonly legend: string;
  readonly options: readonly Option<Value>[];
  readonly chosen: Value | undefined;
  readonly choose: (value: Value) => void;
}): ReactElement {
  const name = useId();
  return (
    <fieldset className="choice">
      <legend className="unseen">{legend}</legend>
      {options.map(({ value, says, more }, i) => (
        <label key={value}>
          <input type="radio" name={name} checked={chosen === value} onChange={() => choose(value)} />
          <kbd className="cap" aria-hidden="true">
            {i + 1}
          </kbd>
          <span>
            <span className="says">{says}</span>
            {more !== undefined && <span className="more">{more}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
