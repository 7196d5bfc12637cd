import { expect, test } from "vitest";
import { makeAct, maya, nadia, rFirst, rSecond, timelineOf } from "../../../fixtures/timelines/make-act.ts";
import { makeStatement } from "../../../fixtures/timelines/make-statement.ts";
import { type Identity, owner } from "./identity.ts";
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
  const excepted = makeStatement({ agreed: [{ says: "texts", channels: [here.channel], except: [gone.id] }] });
  expect(strayOf(timelineOf([here]), excepted).acts).toEqual([gone.id]);
  expect(strayOf(timelineOf([here]), statement)).toEqual({ names: ["Owen Pyke"], groups: [], two: [], acts: [gone.id], rules: [] });
});

test("her own name is not told as absent where what she did stands as the owner's of the phone", () => {
  const me = { label: "Lucy Arden", normals: new Set(["lucy arden"]), normalsByName: new Map([["Lucy Arden", ["lucy arden"]]]) };
  const hers = makeAct({ at: "2026-03-03 10:00", from: owner, to: [rFirst] });
  const theirs = makeAct({ at: "2026-03-03 10:01", from: rFirst });
  expect(strayOf(timelineOf([hers, theirs]), makeStatement({ me })).names).toEqual([]);
  expect(strayOf(timelineOf([theirs]), makeStatement({ me })).names).toEqual(["Lucy Arden"]);
});

test("a rule of agreed contact that nothing between the two of them fits is told by her words, and one that something fits is not", () => {
  const rule = (says: string, person: Identity, channels: readonly ["phone" | "sms"]) => ({
    says,
    person: { label: person.wrote, normals: new Set([person.normal]) },
    channels,
  });
  const acts = [
    makeAct({ at: "2026-03-03 10:00", from: rFirst, channel: "sms" }),
    makeAct({ at: "2026-03-03 10:05", from: maya, to: [rSecond], channel: "phone" }),
    makeAct({ at: "2026-03-03 10:10", from: nadia, channel: "sms" }),
  ];
  const statement = makeStatement({
    agreed: [
      rule("he rings Mia", rFirst, ["phone"]),
      rule("late", rFirst, ["sms"]),
      rule("I ring him", rSecond, ["phone"]),
      rule("Nadia", nadia, ["sms"]),
    ],
  });
  expect(strayOf(timelineOf(acts), statement).rules).toEqual(["he rings Mia", "Nadia"]);
});
