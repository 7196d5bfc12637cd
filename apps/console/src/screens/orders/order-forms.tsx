import type { ReactElement } from "react";
import type { OrderEventKind } from "@unmask/case";
import { SmallForm } from "../../parts/small-form.tsx";
import { useOrderCommand } from "../../parts/use-order-command.ts";
import type { WriteSpec } from "../../parts/written-fields.ts";
import type { OrderPartProps } from "./order-part.ts";

/** A small form that writes one kind of event of an order. */
export interface OrderSpec extends Omit<WriteSpec, "path"> {
  readonly kind: OrderEventKind;
}

/** Small forms of an order, beside one another. */
export function OrderForms({ parts, specs }: { readonly parts: OrderPartProps; readonly specs: readonly OrderSpec[] }): ReactElement {
  return (
    <div className="actions small-forms">
      {specs.map((spec) => (
        <OrderForm key={spec.name} parts={parts} spec={spec} />
      ))}
    </div>
  );
}

function OrderForm({ parts, spec }: { readonly parts: OrderPartProps; readonly spec: OrderSpec }): ReactElement {
  const { at, page, reason, now, again } = parts;
  const { came, write } = useOrderCommand(at, page, reason, again);
  return (
    <SmallForm
      {...{ at, now, again }}
      of={page.order}
      spec={{ ...spec, path: spec.kind }}
      came={came?.came === "value" ? undefined : came}
      write={(_, body) => write(spec.kind, body)}
    />
  );
}
