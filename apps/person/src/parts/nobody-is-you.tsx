import type { ReactElement } from "react";
import type { Trail } from "../trail.ts";

/** Where counts are shown and nobody is her: what that does to them, and where to say it. */
export function NobodyIsYou({ trail }: { readonly trail: Trail }): ReactElement {
  return (
    <div className="nobody-is-you">
      <p className="amber">Nobody is you yet: how much you sent is not known.</p>
      <button type="button" className="bare underlined" onClick={() => trail.go({ name: "people" })}>
        Say which names and numbers are you
      </button>
    </div>
  );
}
