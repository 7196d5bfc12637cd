import { expect, test } from "vitest";
import { foldOrder, parseOrderEvent } from "@unmask/case";
import { deskLawOfOrders } from "../../desk/order-laws.ts";
import { rewrittenSince } from "./rewritten.ts";

const condition = (condition: number, says: string, necessity?: string) => ({
  condition,
  type: "prohibition",
  says,
  evidence: [],
  interimToo: true,
  ...(necessity !== undefined && { necessity }),
});

const story = [
  ["condition-written", condition(1, "Not to contact her")],
  ["condition-written", condition(2, "Not to watch her", "It would help her.")],
  ["draft-returned", { reason: "2 does not say why it is needed." }],
  ["condition-written", condition(2, "Not to watch her", "He sat opposite her door on 3 May.")],
  ["condition-removed", { condition: 1, reason: "Bail has it." }],
] as const;

const events = story.flatMap(([kind, body], i) => {
  const at = "2026-10-13T10:00:00.000Z";
  const read = parseOrderEvent({
    version: 1,
    stream: { of: "order", id: "SPO-26-001" },
    number: i + 1,
    happened: at,
    recorded: at,
    by: "parry",
    kind,
    body,
  });
  return read.ok ? [read.value] : [];
});

test("since a draft was returned the old words stand struck beside the new, and what was not touched is not listed", () => {
  const { draft } = foldOrder("SPO-26-001", events, deskLawOfOrders);
  expect(rewrittenSince(draft, 3)).toEqual([
    { of: "Condition 2, necessary because", was: "It would help her.", is: "He sat opposite her door on 3 May." },
    { of: "Condition 1", was: "Not to contact her", is: null },
  ]);
});
