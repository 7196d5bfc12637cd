import { type Identity, type Kind, owner, withheld } from "@unmask/core";
import { expect, test } from "vitest";
import { sayIdentities, sayIdentity, saySender, sayKinds } from "./acts.ts";

const acts = (counts: Partial<Record<Kind, number>>): { kind: Kind }[] =>
  Object.entries(counts).flatMap(([kind, count]) => Array.from({ length: count }, () => ({ kind: kind as Kind })));
const her: Identity = { kind: "phone", wrote: "07700 900142", normal: "+447700900142", name: "R" };

test("kinds are counted, the commonest first, and the rare ones named too", () => {
  expect(sayKinds(acts({ message: 214 }))).toBe("214 messages");
  expect(sayKinds(acts({ login: 3, message: 180, call: 31 }))).toBe("180 messages, 31 calls and 3 log-ins");
  expect(sayKinds(acts({ following: 1, visit: 2 }))).toBe("2 visits and 1 act of following");
  expect(sayKinds(acts({ message: 5, call: 4, view: 3, gift: 2, visit: 1 }))).toBe(
    "5 messages, 4 calls, 3 views, 2 things left or sent and 1 visit",
  );
});

test("an identity is said as the source wrote it, with the name beside it", () => {
  expect(sayIdentity(her)).toBe("07700 900142 (R)");
  expect(sayIdentity({ kind: "name", wrote: "Sam", normal: "sam", name: "Sam" })).toBe("Sam");
  expect(sayIdentity({ kind: "device", wrote: "", normal: "" })).toBe("device");
  expect(sayIdentity(withheld)).toBe("withheld number");
});

test("identities are counted once each, under the word for them", () => {
  const other: Identity = { kind: "phone", wrote: "07700 900143", normal: "+447700900143" };
  expect(sayIdentities([her, her, other, withheld, owner])).toBe("two numbers, one withheld number and one phone of yours");
});

test("whom a source names as the sender is said with the kind of account, and of nobody named nothing is said", () => {
  const helen: Identity = { kind: "email", wrote: "h.ode@example.com", normal: "h.ode@example.com", name: "Helen Ode" };
  expect(saySender(helen)).toBe("the mail address h.ode@example.com (Helen Ode)");
  expect([withheld, owner].map((one) => saySender(one))).toEqual([undefined, undefined]);
});
