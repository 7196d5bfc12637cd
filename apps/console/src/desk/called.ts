import { type ReadValue, object, text } from "@unmask/core";
import type { CaseCalled } from "@unmask/case";

/** Reads what a case is called: by whom it protects, and about whom it is. */
export const called: ReadValue<CaseCalled> = object(({ must, may }) => ({ name: must("name", text), ...may("about", text) }));

/** "about Gareth Pine"; that nobody is named is said too. */
export function sayAbout({ about }: Pick<CaseCalled, "about">): string {
  return about === undefined ? "about nobody named yet" : `about ${about}`;
}
