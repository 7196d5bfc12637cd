import type { MouseEvent, ReactElement, ReactNode } from "react";
import { type Place, addressOf } from "../address/place.ts";
import type { Way } from "../address/use-place.ts";

/** A link of our own addresses: a plain press stays on the page, and another (a new tab) is the browser's. */
export function PlaceLink({
  way,
  to,
  isHere = false,
  isChosen,
  isInPlace = false,
  keys,
  id,
  name,
  children,
}: {
  readonly way: Way;
  readonly to: Place;
  /** Whether it leads to where the officer is. */
  readonly isHere?: boolean;
  /** Of one of many rows: the chosen one alone is reached by Tab, the others by the arrows from it. */
  readonly isChosen?: boolean;
  /** Whether Back should not come through here: another row is chosen on the same screen. */
  readonly isInPlace?: boolean;
  readonly keys?: string;
  readonly id?: string;
  /** What a reader for the blind calls it, where what is seen is drawn in pieces. */
  readonly name?: string;
  readonly children: ReactNode;
}): ReactElement {
  const onClick = (event: MouseEvent): void => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (isInPlace) way.replace(to);
    else way.go(to);
  };
  return (
    <a
      id={id}
      href={addressOf(to)}
      onClick={onClick}
      tabIndex={isChosen === false ? -1 : undefined}
      aria-current={isHere ? "page" : undefined}
      aria-keyshortcuts={keys}
      aria-label={name}
    >
      {children}
    </a>
  );
}
