import type { ReactElement } from "react";

/** What is still missing in a form, in words, told at once to whoever hears the page; nothing where nothing is. */
export function Lack({ says, id }: { readonly says: string; readonly id?: string }): ReactElement | null {
  if (says === "") return null;
  return (
    <p className="mind bold" role="alert" id={id}>
      {says}
    </p>
  );
}
