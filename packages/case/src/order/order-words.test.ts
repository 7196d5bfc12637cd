import { expect, test } from "vitest";
import { orderEventKinds } from "../order-event.ts";
import { sayDidToOrder, sayOpenOfOrder, sayTriedOnOrder } from "./order-words.ts";

test("whatever somebody did on an order, or was kept from doing, is told in words and never by the name that machines have for it", () => {
  for (const kind of orderEventKinds)
    for (const says of [sayDidToOrder(kind), sayTriedOnOrder(kind), sayOpenOfOrder([kind])]) {
      expect(says).not.toContain(kind.includes("-") ? kind : "undefined");
      expect(says).not.toBe(kind.replaceAll("-", " "));
    }
});

test("what was tried reads on after “to”, and is no order to have another do it", () => {
  expect(sayTriedOnOrder("sent-to-second")).toBe("send it to a second person");
  const verbs =
    /^(?:answer|ask|assess|authorise|confirm|consider|correct|decide|give|keep|let|make|name|open|propose|read|return|say|send|settle|take|type|withdraw|write) \S/;
  for (const kind of orderEventKinds) expect([kind, sayTriedOnOrder(kind)]).toEqual([kind, expect.stringMatching(verbs)]);
});
