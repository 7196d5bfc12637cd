import { expect, test } from "vitest";
import { makeAct, maya, rFirst, timelineOf } from "../../../fixtures/timelines/make-act.ts";
import { makeStatement } from "../../../fixtures/timelines/make-statement.ts";
import { strayOf } from "./stray.ts";

test("a name by which no act is and an act that stands in no file are told, in the order of the statement", () => {
  const here = makeAct({ at: "2026-03-03 10:00", from: rFirst });
  const gone = makeAct({ at: "2026-03-03 10:01" });
  const statement = makeStatement({
    them: {
      label: "R.",
      normals: new Set([rFirst.normal, "owen pyke"]),
      normalsByName: new Map([
        ["07700 900142", [rFirst.normal]],
        ["Owen Pyke", ["owen pyke"]],
      ]),
    },
    me: { label: "me", normals: new Set([maya.normal]) },
    marks: [{ act: here.id, whose: "theirs" }],
    stops: [{ kind: "told to stop", act: gone.id }],
    notThis: [{ act: gone.id }],
  });
  expect(strayOf(timelineOf([here]), statement)).toEqual({ names: ["Owen Pyke"], acts: [gone.id] });
});
