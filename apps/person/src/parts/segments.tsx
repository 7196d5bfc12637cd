import { type ReactElement, useId } from "react";
import { Beside } from "./beside.tsx";

/** A few answers beside one another, of which one can be chosen. */
export function Segments<Value extends string>({
  legend,
  isLegendUnseen = false,
  options,
  value,
  onChange,
}: {
  readonly legend: string;
  /** The legend is heard and not seen: what it is about stands above. */
  readonly isLegendUnseen?: boolean;
  readonly options: readonly (readonly [Value, string])[];
  readonly value: Value | "" | undefined;
  readonly onChange: (value: Value) => void;
}): ReactElement {
  const name = useId();
  return (
    <fieldset className="pick-one">
      <legend className={isLegendUnseen ? "unseen" : ""}>
        {legend}
        <Beside of={legend} />
      </legend>
      <div>
        {options.map(([option, says]) => (
          <label key={option}>
            <input type="radio" name={name} checked={option === value} onChange={() => onChange(option)} />
            <span>
              {says}
              <Beside of={says} />
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
