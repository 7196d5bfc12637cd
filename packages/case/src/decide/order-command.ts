import type { Instant, OrderDeskLaw, RegisterLaw } from "@unmask/core";
import type { Intent, Stream } from "../event.ts";
import type { LoggedOrderEvent, OrderState } from "../fold/order-state.ts";
import type { ReminderSettings } from "../register/reminders.ts";
import type { MessageSent } from "./order/messages-sent.ts";
import type { OrderEvent, OrderEventKind, OrderIntent, OrderStream } from "../order-event.ts";

/** What somebody wants to write of an order, and which state that person saw. */
export type OrderCommand = OrderIntent & {
  readonly stream: OrderStream;
  /** Number of the last event that was on the screen. */
  readonly saw: number;
  /** Id of the officer, or `desk`. */
  readonly by: string;
  /** When it took place, by whoever writes it. */
  readonly happened: Instant;
};

/** What a command is held against beside the state of its order. */
export interface BesideOrder {
  readonly law: OrderDeskLaw;
  readonly register: RegisterLaw;
  /** When the force wants to be reminded. */
  readonly reminders: ReminderSettings;
  /** Every other order against the same person, of any force and court, as it stands, that is open to whoever commands. */
  readonly others: readonly OrderState[];
  /** Those of them whose case is closed to whoever commands: nothing of one is ever said; absent: none. */
  readonly closed?: readonly OrderState[];
  /** Name of the force whose desk this is; absent: it is not compared. */
  readonly ours?: string;
  /** Names and numbers under which whoever commands can stand in an attempt to serve: "PC 2781 Adeline Frost". */
  readonly calls?: readonly string[];
  /** Officers of this desk, by their ids: their names, as each stands in an attempt that they made. */
  readonly officers?: ReadonlyMap<string, string>;
  /** Reports that are in the case of the order; absent: none. */
  readonly reports?: readonly string[];
  /** What the case of the order sent to mailboxes; absent: nothing. */
  readonly sent?: readonly MessageSent[];
}

/** Why a command is refused: the rule, its section where a source states one, whole sentences, and the kinds that are open instead. */
export interface OrderRefusal {
  readonly rule: string;
  readonly section?: string;
  readonly says: string;
  readonly allows: readonly OrderEventKind[];
}

/** What came of a command. */
export type DecidedOrder =
  | {
      readonly done: true;
      /** What is written in this stream, numbered. */
      readonly events: readonly OrderEvent[];
      /** What follows in the case, to be decided there in the same transaction. */
      readonly also: readonly { readonly stream: Stream; readonly intent: Intent; readonly happened?: Instant }[];
    }
  /** The rule or the state forbids it. */
  | { readonly done: false; readonly refused: OrderRefusal }
  /** Somebody saved first: what came since. */
  | { readonly done: false; readonly changed: readonly LoggedOrderEvent[] };

/** A refusal. `section`: of the Act; undefined where the rule is ours, or no source states it for this jurisdiction. */
export function refuseOrder(rule: string, section: string | undefined, says: string, ...allows: readonly OrderEventKind[]): OrderRefusal {
  return { rule, ...(section !== undefined && { section }), says, allows };
}
