import type { ReactElement } from "react";
import type { Instant } from "@unmask/core";
import type { OrderPlace } from "../../address/place.ts";
import type { AtDesk } from "../../at-desk.ts";
import type { GivenReason } from "../../desk/given-reason.ts";
import type { OrderPage } from "../../desk/order-page.ts";

/** What every part of an order is given. */
export interface OrderPartProps {
  readonly at: AtDesk;
  readonly place: OrderPlace;
  readonly page: OrderPage;
  readonly reason: GivenReason;
  readonly now: Instant;
  /** Asks for the order again; what is shown stays until it is there. */
  readonly again: () => void;
}

/** One part of an order: a line of its index, a page, and perhaps a panel beside it. */
export interface OrderPart {
  /** In the address: `/orders/SPO-26-025/service`. Small letters and `-`. */
  readonly part: string;
  readonly says: string;
  /** The second line of the index: "3 of 3 written, s1(1)". Amber where somebody has to act. */
  readonly note: (page: OrderPage, now: Instant) => { readonly says: string; readonly isMind?: boolean };
  /** Each thing in it that is open, where its line of the index says only how many: with what its own line says. */
  readonly open?: (page: OrderPage) => readonly { readonly says: string; readonly more: string; readonly isMind: boolean }[];
  /** Whether the order has this part now; always where it is left out. */
  readonly isShown?: (page: OrderPage) => boolean;
  /** What it lacks is written while there is a draft, and by nobody once a court has made the order. */
  readonly isOfDraft?: true;
  readonly Work: (props: OrderPartProps) => ReactElement;
  readonly Side?: (props: OrderPartProps) => ReactElement;
}
