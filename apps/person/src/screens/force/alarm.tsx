import type { ReactElement } from "react";

/** The one red thing, above what there is to do: these pages are no emergency service. */
export function Alarm({ says = "" }: { readonly says?: string }): ReactElement {
  return (
    <p className="alarm">
      <a href="tel:999">In danger now? Call 999.</a> {says}
    </p>
  );
}
