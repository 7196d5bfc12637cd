import type { ReactElement } from "react";
import type { WayOfKnowing } from "../desk/way-of-knowing.ts";

/** The word of each way. */
const words: Readonly<Record<WayOfKnowing, string>> = { record: "Record", account: "Account", "worked-out": "Worked out" };

/** How something is known: glyph and word, and behind them where from. */
export function KnownBy({ how, from }: { readonly how: WayOfKnowing; readonly from?: string | undefined }): ReactElement {
  return (
    <span className="known">
      <Glyph how={how} /> {words[how]}
      {from !== undefined && from !== "" && <> {from}</>}
    </span>
  );
}

function Glyph({ how }: { readonly how: WayOfKnowing }): ReactElement {
  return (
    <svg className="glyph" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      {how === "record" && <rect x="1" y="1" width="10" height="10" />}
      {how === "account" && (
        <path d="M1 6.5C1 3.5 2.8 2 5 1.7v1.5C3.9 3.5 3.3 4.1 3.2 5H5v4.5H1zM7 6.5C7 3.5 8.8 2 11 1.7v1.5C9.9 3.5 9.3 4.1 9.2 5H11v4.5H7z" />
      )}
      {how === "worked-out" && (
        <>
          <circle cx="6" cy="3" r="1.6" />
          <circle cx="2.6" cy="9" r="1.6" />
          <circle cx="9.4" cy="9" r="1.6" />
        </>
      )}
    </svg>
  );
}
