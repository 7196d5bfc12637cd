import { expect, it } from "vitest";
import { epoch } from "@unmask/core";
import type { ActLine } from "../desk/act-page.ts";
import { toldOfAct } from "./act-told.ts";

const line: ActLine = {
  place: "",
  report: "R-1",
  item: "",
  ordinal: 1,
  kind: "call",
  channel: "phone",
  grade: "structured-export",
  earliest: epoch,
  latest: epoch,
  from: { kind: "phone", normal: "+447700900388", name: null },
  says: null,
  exhibits: [],
  agreement: "agrees",
  whose: null,
  isAhead: false,
};

it("tells of a call whom it was to, whether it was answered and how long it lasted", () => {
  const to = [{ kind: "owner", normal: "owner" }];
  expect(toldOfAct({ line, to, flags: [], duration: 86 })).toEqual([
    { label: "To", says: "the person’s own account" },
    { label: "Answered", says: "yes, as it lasted" },
    { label: "It lasted", says: "1 min 26 s" },
  ]);
  expect(toldOfAct({ line, to: [], flags: ["unanswered", "withheld-number"] })).toEqual([
    { label: "Answered", says: "not answered" },
    { label: "Mind", says: "number withheld" },
  ]);
  expect(toldOfAct({ line, to: [], flags: [], duration: 0 })).toEqual([{ label: "Answered", says: "the source does not say" }]);
});

it("asks of a message no answer, and says what its reader must mind", () => {
  const to = [{ kind: "email", normal: "leila@example.org", name: "Leila" }];
  expect(toldOfAct({ line: { ...line, kind: "message" }, to, subject: "Hello", flags: ["time-twice"] }).map(({ says }) => says)).toEqual([
    "Leila (leila@example.org)",
    "Hello",
    "this hour came twice (clocks went back)",
  ]);
});
