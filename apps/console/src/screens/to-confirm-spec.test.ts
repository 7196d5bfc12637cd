import { expect, test } from "vitest";
import { sayValue } from "../desk/to-confirm.ts";
import { checkedEntry, confirmSpec } from "./to-confirm-spec.ts";

const about = "EW/reading-times";
const question = { about, jurisdiction: "EW", question: "How soon?", careful: "as proposed", answeredBy: "reading-times" } as const;
const rest = { about, what: "answer", says: "Instruction 14.", confirmedBy: "Supt Okell", confirmedOn: "2026-11-20", from: "2026-11-21" };
const written = (times: string) =>
  checkedEntry(confirmSpec([{ ...question, inForce: null, rows: [] }]).sends?.({ ...rest, times }) ?? {}, "2026-11-27");

test("times of reading are typed one a line, by the names that supervision shows, for all or for a team whose name has a comma", () => {
  const entry = written("Service: 12\n\nservice, Protecting, north: 6\nNot stalking: 24 hours");
  expect(entry.ok && entry.value.value).toEqual({
    kind: "reading-times",
    times: [
      { kind: "service", team: null, hours: 12 },
      { kind: "service", team: "Protecting, north", hours: 6 },
      { kind: "not-stalking", team: null, hours: 24 },
    ],
  });
  expect(entry.ok && sayValue(entry.value.value)).toBe("Service: 12 hours; Service, Protecting, north: 6 hours; Not stalking: 24 hours");
});

test.each([["Servis: 12"], ["Service: soon"], ["Service"], ["Service: 12\nService: 6"], [""]])(
  "what is no such time is said before it is sent: %j",
  (times) => {
    expect(written(times).ok).toBe(false);
  },
);
