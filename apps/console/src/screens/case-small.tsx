import type { ReactElement } from "react";
import { SmallForm } from "../parts/small-form.tsx";
import { useCommand } from "../parts/use-command.ts";
import type { WriteSpec } from "../parts/written-fields.ts";
import type { CasePartProps } from "./case-part.ts";

/** Small forms of a case in a row, each of which says of its own command what came of it. */
export function CaseSmall({ specs, ...parts }: CasePartProps & { readonly specs: readonly WriteSpec[] }): ReactElement {
  return (
    <div className="writes">
      {specs.map((spec) => (
        <One key={spec.name} {...parts} spec={spec} />
      ))}
    </div>
  );
}

function One({ at, page, reason, now, again, spec }: CasePartProps & { readonly spec: WriteSpec }): ReactElement {
  const { came, write } = useCommand(at, page, reason, again);
  return <SmallForm {...{ at, spec, came, write, now, again }} of={page.case} />;
}
