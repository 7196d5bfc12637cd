import type { ReactElement } from "react";
import type { OrderEventKind } from "@unmask/case";
import { SmallForm } from "../../parts/small-form.tsx";
import { useOrderCommand } from "../../parts/use-order-command.ts";
import type { WriteSpec } from "../../parts/written-fields.ts";
import type { OrderPartProps } from "./order-part.ts";

/** A small form of an order: its path is the kind of event that it writes. */
export interface OrderSpec extends Omit<WriteSpec, "path"> {
  readonly path: OrderEventKind;
}

/** Small forms of an order in a row, each of which says of its own command what came of it. */
export function OrderSmall({ specs, ...parts }: OrderPartProps & { readonly specs: readonly OrderSpec[] }): ReactElement {
  return (
    <div className="writes">
      {specs.map((spec) => (
        <One key={`${spec.name} ${JSON.stringify(spec.standing ?? null)}`} {...parts} spec={spec} />
      ))}
    </div>
  );
}

function One({ at, page, reason, now, again, spec }: OrderPartProps & { readonly spec: OrderSpec }): ReactElement {
  const { came, write } = useOrderCommand(at, page, reason, again);
  return <SmallForm {...{ at, spec, came, now, again }} write={(_, body) => write(spec.path, body)} of={page.order} />;
}
