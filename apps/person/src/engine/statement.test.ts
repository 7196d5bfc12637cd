import { expect, it } from "vitest";
import type { Answers, Concern } from "./protocol.ts";
import { statementOf } from "./statement.ts";

const answers: Answers = {
  me: ["+447700900001"],
  them: ["+447700900142", "r."],
  theirName: "R.",
  toldToStop: "",
  blocked: [],
  anniversaries: [],
  gaps: [],
  places: ["Mill Lane"],
};
const repair = (concerns: Concern): Answers["gaps"][number] => ({ from: "2026-01-05", until: "2026-02-01", concerns, says: "in repair" });

it("takes those she chose from the list as they are, under the name that the report calls them", () => {
  const { me, them, places } = statementOf(answers, "Europe/London");
  expect(me).toMatchObject({ label: "you", normals: new Set(["+447700900001"]) });
  expect(them).toMatchObject({ label: "R.", normals: new Set(["+447700900142", "r."]) });
  expect(places).toEqual(["Mill Lane"]);
});

it("states no day that she did not state", () => {
  const { toldToStop, orderServed, blocked, anniversaries } = statementOf(answers, "Europe/London");
  expect({ toldToStop, orderServed, blocked, anniversaries }).toEqual({ blocked: [], anniversaries: [] });
});

it("holds her days as days of a calendar, and leaves out a text that is none", () => {
  const stated = statementOf(
    {
      ...answers,
      toldToStop: "2025-08-12",
      blocked: ["2025-09-01", "2025-02-31"],
      anniversaries: [
        { day: "2025-09-26", label: "birthday" },
        { day: "soon", label: "trial" },
      ],
      gaps: [{ ...repair("everything"), until: "" }],
    },
    "Europe/London",
  );
  expect(stated).toMatchObject({
    toldToStop: { year: 2025, month: 8, day: 12 },
    blocked: [{ year: 2025, month: 9, day: 1 }],
    anniversaries: [{ day: { year: 2025, month: 9, day: 26 }, label: "birthday" }],
    gaps: [],
  });
});

it.each([
  ["texts and calls", ["sms", "mms", "imessage", "phone"]],
  ["whatsapp", ["whatsapp"]],
  ["phone", ["sms", "mms", "imessage", "phone", "whatsapp"]],
  ["everything", undefined],
] as const)("a time without a record of %s silences those ways and no other", (concerns, channels) => {
  const { gaps } = statementOf({ ...answers, gaps: [repair(concerns)] }, "Europe/London");
  expect(gaps?.map((gap) => gap.channels)).toEqual([channels]);
});

it("refuses a clock that does not exist: a reading on a wrong clock would be a wrong night", () => {
  expect(() => statementOf(answers, "Europe/Nowhere")).toThrow("there is no such zone");
});
