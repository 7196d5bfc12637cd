import type { ReactElement, ReactNode } from "react";
import { Icon } from "../../parts/icon.tsx";
import type { pathByName } from "../../parts/icon-paths.ts";

/** A part of the list, under its words. */
export function Rows({ says, children }: { readonly says: string; readonly children: ReactNode }): ReactElement {
  return (
    <section className="home-part">
      <h2>{says}</h2>
      <ul>{children}</ul>
    </section>
  );
}

/** One thing to do, and how it stands; `waits`: why it is not to be forgotten. */
export function Row({
  icon,
  says,
  second,
  waits,
  onPress,
}: {
  readonly icon: keyof typeof pathByName;
  readonly says: string;
  readonly second?: ReactNode;
  readonly waits?: string;
  readonly onPress: () => void;
}): ReactElement {
  return (
    <li>
      <button type="button" className="row home-row" onClick={onPress}>
        <Icon name={icon} />
        <span className="row-words">
          <span>{says}</span>
          {second !== undefined && <span className="second">{second}</span>}
          {waits !== undefined && <span className="second waits">{waits}</span>}
        </span>
        <Icon name="onward" />
      </button>
    </li>
  );
}
