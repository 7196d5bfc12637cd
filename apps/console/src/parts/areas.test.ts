import { expect, it } from "vitest";
import { areaOf, areasOf, homeOf } from "./areas.ts";

it("shows each role the areas it may see, and nothing to a word that is no role", () => {
  const letters = (role: string): string =>
    areasOf(role)
      .map(({ letter }) => letter)
      .join("");
  expect(letters("contact-handler")).toBe("QCTH");
  expect(letters("investigator")).toBe("COREHSI");
  expect(letters("supervisor")).toBe("QCOREHSLTVI");
  expect(letters("spo-coordinator")).toBe("COREHL");
  expect(letters("auditor")).toBe("A");
  expect(letters("administrator")).toBe("OFRT");
  expect(letters("king")).toBe("");
});

it("keeps an act and its case in the area of cases", () => {
  expect(areaOf({ screen: "act", case: "0412", item: "0f".repeat(16), ordinal: 3 })).toBe("cases");
  expect(areaOf({ screen: "settings" })).toBeUndefined();
});

it("begins where a role has something to see, and never at a queue that it may not", () => {
  expect(homeOf("auditor")).toEqual({ screen: "audit" });
  expect(homeOf("contact-handler")).toMatchObject({ screen: "queue" });
});
