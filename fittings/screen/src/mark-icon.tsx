import type { ReactElement } from "react";

/** The shape of a mark says the kind of act. */
export type MarkShape = "message" | "call" | "post" | "view" | "seen" | "parcel";

/** The mark of one act, in the alphabet of the timeline. Hers are open and teal; the words beside it say the same. */
export function MarkIcon({ mark, isHers }: { readonly mark: MarkShape; readonly isHers: boolean }): ReactElement {
  return (
    <svg className={isHers ? "mark stroke role-hers" : "mark fill role-night"} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <Shape mark={mark} />
    </svg>
  );
}

function Shape({ mark }: { readonly mark: MarkShape }): ReactElement {
  switch (mark) {
    case "message":
      return <circle cx="8" cy="8" r="4.5" />;
    case "call":
      return <rect x="6" y="2.5" width="4" height="11" />;
    case "post":
      return <path d="M8 2.5l4.5 11h-9z" />;
    case "view":
      return <path d="M8 2.5l5 5.5-5 5.5-5-5.5z" />;
    case "seen":
      return <rect x="3.5" y="3.5" width="9" height="9" />;
    case "parcel":
      return <path className="stroke" d="M3 4h10v8H3zM6.5 4v8M9.5 4v8" />;
  }
}
