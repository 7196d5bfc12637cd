import type { ReactElement } from "react";

/** A letter, a paragraph where its writer made one, each from the side that its script begins at. */
export function Words({ says }: { readonly says: string }): ReactElement {
  return (
    <>
      {says.split(/\n+/).map((part, at) => (
        <p key={at} className="whole" dir="auto">
          {part}
        </p>
      ))}
    </>
  );
}
