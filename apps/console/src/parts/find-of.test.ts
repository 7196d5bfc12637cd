import { expect, it } from "vitest";
import { queuePlace } from "../address/place.ts";
import { findOf, orderByNumber } from "./find-of.ts";

it("leads each role that may see an order to where one is found, from whichever screen, and nobody to a screen that is not theirs", () => {
  const from = (role: string, screen: "queue" | "register"): unknown =>
    findOf(role, screen === "queue" ? queuePlace : { screen })?.placeholder;
  expect(["queue", "register"].map((screen) => from("supervisor", screen === "queue" ? "queue" : "register"))).toEqual([
    "Find a report or an order",
    "Find an order: name or number",
  ]);
  expect(findOf("supervisor", { screen: "report", reference: "R-2100" })?.place).toEqual(queuePlace);
  expect(findOf("investigator", { screen: "report", reference: "R-2100" })?.place).toEqual({ screen: "orders" });
  for (const role of ["investigator", "spo-coordinator"]) expect(from(role, "register")).toBe("Find an order: name or number");
  expect(findOf("contact-handler", { screen: "attendance" })?.place).toEqual(queuePlace);
  for (const role of ["analyst", "auditor", "administrator", "disclosure-officer"])
    expect([role, from(role, "register")]).toEqual([role, undefined]);
});

it("knows the number of an order however its letters are typed, an interim order by that of its application, and takes no name for one", () => {
  for (const words of ["SPO-26-025", " spo-26-025 ", "spo-26-025-i"]) expect([words, orderByNumber(words)]).toEqual([words, "SPO-26-025"]);
  for (const words of ["Gary Slade", "26-025", "SPO-26-025/court", "R-2100", ""])
    expect([words, orderByNumber(words)]).toEqual([words, undefined]);
});
