import type { ReactElement } from "react";
import type { Instant } from "@unmask/core";
import type { OrderEventKind } from "@unmask/case";
import type { AtDesk } from "../at-desk.ts";
import type { GivenReason } from "../desk/given-reason.ts";
import type { OrderPage } from "../desk/order-page.ts";
import { SmallForm } from "./small-form.tsx";
import { useOrderCommand } from "./use-order-command.ts";
import type { WriteSpec } from "./written-fields.ts";

interface FormsProps {
  readonly at: AtDesk;
  readonly page: OrderPage;
  readonly reason: GivenReason;
  readonly now: Instant;
  readonly again: () => void;
}

/** A form that writes one kind of event of an order. */
export interface OrderSpec extends WriteSpec {
  readonly path: OrderEventKind;
}

/** Buttons that become forms, each with what came of it beside it. */
export function OrderForms({ specs, ...parts }: FormsProps & { readonly specs: readonly OrderSpec[] }): ReactElement {
  return (
    <div className="writes">
      {specs.map((spec) => (
        <OneForm key={spec.name} {...parts} spec={spec} />
      ))}
    </div>
  );
}

function OneForm({ at, page, reason, now, again, spec }: FormsProps & { readonly spec: OrderSpec }): ReactElement {
  const { came, write } = useOrderCommand(at, page, reason, again);
  return <SmallForm {...{ at, came, now, again, spec }} of={page.order} write={(_, body) => write(spec.path, body)} />;
}
