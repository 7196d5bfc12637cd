import { type ReactElement, useId } from "react";

/** A choice of a few words beside one another: radio buttons that look like one control. */
export function Segments<Value extends string>({
  legend,
  options,
  chosen,
  choose,
  onFocus,
}: {
  readonly legend: string;
  readonly options: readonly { readonly value: Value; readonly says: string }[];
  /** Undefined: nothing is chosen. */
  readonly chosen: Value | undefined;
  readonly choose: (value: Value) => void;
  readonly onFocus?: () => void;
}): ReactElement {
  const name = useId();
  return (
    <fieldset className="answers of-words">
      <legend className="unseen">{legend}</legend>
      {options.map(({ value, says }) => (
        <label key={value}>
          <input type="radio" name={name} checked={value === chosen} onFocus={onFocus} onChange={() => choose(value)} />
          <span>{says}</span>
        </label>
      ))}
    </fieldset>
  );
}
