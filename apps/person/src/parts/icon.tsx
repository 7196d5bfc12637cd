import type { ReactElement } from "react";
import { pathByName } from "./icon-paths.ts";

/** A picture beside a word, never instead of one. */
export function Icon({ name }: { readonly name: keyof typeof pathByName }): ReactElement {
  return (
    <svg className={name === "back" || name === "onward" ? "icon turns" : "icon"} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={pathByName[name]} />
    </svg>
  );
}
