import { useState } from "react";
import { type ReadValue, count, object, text } from "@unmask/core";
import type { OrderEventKind } from "@unmask/case";
import type { AtDesk } from "../at-desk.ts";
import type { Answer } from "../desk/answer.ts";
import type { GivenReason } from "../desk/given-reason.ts";
import { type LogEntry, logEntry } from "../desk/log-entry.ts";
import { useOneAtATime } from "./use-one-at-a-time.ts";

/** What the server says when something of an order was written: the numbers it gave stand on the page, which is read again. */
const written: ReadValue<LogEntry> = object(({ must, may }) => {
  must("saw", count);
  may("condition", count);
  may("breach", text);
  may("change", text);
  may("person", text);
  return must("log", logEntry);
});

/** Kinds that ask whoever writes them why they look. */
export const askWhy: ReadonlySet<OrderEventKind> = new Set<OrderEventKind>([
  "criterion-read",
  "draft-returned",
  "authorised",
  "subject-read",
  "change-authorised",
  "change-returned",
  "identity-disclosure-decided",
]);

/** Writes of an order, on what was seen. */
export interface OrderCommand {
  /** What came of the last one. */
  readonly came: Answer<LogEntry> | undefined;
  /** Sends the keys of an event, its own `reason` as `words`; true when it stands. */
  write(kind: OrderEventKind, body: object): Promise<boolean>;
}

/** Writes of an order: whoever saved in between is told, and nothing typed is lost. A refusal is read again too, since it stands on the page. */
export function useOrderCommand(
  at: AtDesk,
  page: { readonly order: string; readonly saw: number },
  reason: GivenReason,
  again: () => void,
): OrderCommand {
  const [came, setCame] = useState<Answer<LogEntry> | undefined>(undefined);
  const oneAtATime = useOneAtATime();
  return {
    came,
    async write(kind, body) {
      const sent = { ...body, saw: page.saw, ...(askWhy.has(kind) && { reason }) };
      const answer = await oneAtATime(() => at.world.desk.post(`orders/${page.order}/${kind}`, sent, written));
      if (answer === undefined) return false;
      setCame(answer);
      if (answer.came === "refused" && answer.refusal.log) at.tellLog(answer.refusal.log);
      if (answer.came === "refused") again();
      if (answer.came !== "value") return false;
      at.tellLog(answer.value);
      again();
      return true;
    },
  };
}
