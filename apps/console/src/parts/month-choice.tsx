import type { ReactElement } from "react";
import { monthInWords } from "@unmask/case";
import { KeyCap } from "./key-cap.tsx";

/** A choice of one month, and the key that leads to it. */
export function MonthChoice({
  id,
  says,
  cap,
  months,
  chosen,
  none,
  choose,
}: {
  readonly id: string;
  readonly says: string;
  readonly cap: string;
  /** As they stand in the list. */
  readonly months: readonly string[];
  readonly chosen: string | undefined;
  /** What choosing none is called; without it one is always chosen. */
  readonly none?: string;
  readonly choose: (month: string | undefined) => void;
}): ReactElement {
  return (
    <label className="field month-choice">
      <span>
        {says} <KeyCap of={{ name: id, presses: [cap.toLowerCase()], cap }} />
      </span>
      <select
        id={id}
        aria-keyshortcuts={cap}
        value={chosen ?? ""}
        onChange={(event) => choose(event.target.value === "" ? undefined : event.target.value)}
      >
        {none !== undefined && <option value="">{none}</option>}
        {months.map((month) => (
          <option key={month} value={month}>
            {monthInWords(month)}
          </option>
        ))}
      </select>
    </label>
  );
}
