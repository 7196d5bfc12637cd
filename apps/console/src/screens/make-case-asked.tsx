import { type ReactElement, useEffect, useRef } from "react";
import type { MakeCase } from "../parts/use-make-case.ts";
import { WriteOrBack } from "../parts/write-or-back.tsx";

/** Asks once more before a case is made, where the officer looks: it is asked for by one key, also from the end of the page. */
export function MakeCaseAsked({ report, makeCase }: { readonly report: string; readonly makeCase: MakeCase }): ReactElement {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  return (
    <section aria-labelledby="make-case">
      <h2 id="make-case" ref={head} tabIndex={-1}>
        Make a case of {report}?
      </h2>
      <p>It gets a number of its own, and you are on it. A case can be closed and is never unmade.</p>
      <WriteOrBack verb="Make the case" says="make the case" write={makeCase.make} back={makeCase.back} />
    </section>
  );
}
