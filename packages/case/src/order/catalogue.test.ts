import type { LawRow } from "@unmask/core";
import { expect, test } from "vitest";
import type { Condition } from "../event/order-shapes.ts";
import { conditionTemplates, missingInCondition } from "./catalogue.ts";
import { conditionKinds } from "./condition-kinds.ts";

const row = (id: string): LawRow => ({
  id,
  jurisdiction: "EW",
  ruleVersion: "2026-11-28",
  says: "An order can prohibit it.",
  section: "conditions in use, under s1(2)",
  source: "invented",
  checkedOn: "2026-11-28",
  verification: "secondary-source",
});

test("s1(2): each row of the law is a condition to begin from, in our words, with what has to be written to it", () => {
  const templates = conditionTemplates([
    row("conditions/requirement/sign-on"),
    row("order-rules/civil"),
    row("conditions/prohibition/approach"),
  ]);
  expect(templates.map(({ kind, wants }) => [kind, wants])).toEqual([
    ["requirement/sign-on", ["places", "times"]],
    ["prohibition/approach", ["persons"]],
    ["requirement/stay-at", ["places", "times"]],
    ["prohibition/leave", ["places", "times"]],
  ]);
  expect(templates[0]?.says).toBe("To sign on at … police station on … between … and …");
});

test("a condition of a force's own list keeps its words and asks for nothing", () => {
  expect(conditionTemplates([row("conditions/prohibition/fly-drones")])[0]).toMatchObject({
    type: "prohibition",
    says: "An order can prohibit it.",
    wants: [],
  });
});

test("no condition to begin from names a person by a label or says that one is necessary", () => {
  for (const { says } of conditionKinds) expect(says).not.toMatch(/stalker|perpetrator|victim|necessary/i);
});

test("what a condition still lacks is listed: its fields, and gaps in its words", () => {
  const signOn: Condition = {
    condition: 1,
    type: "requirement",
    kind: "requirement/sign-on",
    says: "To sign on at … police station",
    places: [],
    evidence: [],
    interimToo: false,
  };
  expect(missingInCondition(signOn)).toEqual(["places", "times", "words"]);
  const whole: Condition = {
    ...signOn,
    says: "To sign on at Mill Lane",
    places: [{ says: "Mill Lane" }],
    times: [{ days: [1], from: "17:00", to: "19:00" }],
  };
  expect(missingInCondition(whole)).toEqual([]);
});
