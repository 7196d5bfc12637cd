import { expect, it } from "vitest";
import { parseInstant } from "@unmask/core";
import { intentFromJson, telephoneQuestions } from "@unmask/case";
import { bodyOfCall, lacksDoor, newCall, notAsked, termsOf, withAnswer, withTold } from "./telephone-call.ts";

const since = parseInstant(Date.parse("2026-09-26T02:40:00Z")) ?? expect.unreachable();
const empty = newCall(since, "0c".repeat(16));

it("keeps what nobody asked as not asked, and never as a no", () => {
  const call = withAnswer(empty, "afraid", { state: "answered", says: "Yes" });
  const { questions, danger, who } = bodyOfCall(call, { dropped: false });
  expect(questions).toHaveLength(telephoneQuestions.length);
  expect(questions.find(({ question }) => question === "afraid")).toEqual({ question: "afraid", state: "answered", says: "Yes" });
  expect(questions.filter(({ state }) => state === "not-asked")).toHaveLength(telephoneQuestions.length - 1);
  expect([danger, who.reporter]).toEqual(["unsaid", "unsaid"]);
  expect(notAsked(call)).not.toContain("afraid");
});

it("takes an answer back when its words are wiped out, and keeps “not known” without words", () => {
  const asked = withAnswer(empty, "weapon", { state: "not-known", says: "" });
  expect(notAsked(asked)).not.toContain("weapon");
  const wiped = withAnswer(withAnswer(empty, "name", { state: "answered", says: "Hannah" }), "name", { state: "answered", says: " " });
  expect(notAsked(wiped)).toContain("name");
});

it("is told by no line that nobody chose, and a line that went dead waits for no choice", () => {
  expect([lacksDoor(empty, { dropped: false }), lacksDoor(empty, { dropped: true })]).toEqual([true, false]);
  const dead = bodyOfCall(empty, { dropped: true });
  expect(intentFromJson({ kind: "report-typed", body: dead }, "call")).toMatchObject({ body: { door: "unsaid" } });
  expect(lacksDoor({ ...empty, door: "101" }, { dropped: false })).toBe(false);
});

it("keeps each line of words at its minute and apart from what the handler hears", () => {
  const call = withTold({ ...empty, telling: " He’s just texted. ", heard: "Whispers." }, "03:41");
  expect(call.told).toEqual([{ at: "03:41", says: "He’s just texted." }]);
  expect(withTold(call, "03:42").told).toHaveLength(1);
  expect(bodyOfCall(call, { dropped: true })).toMatchObject({ heard: "Whispers.", dropped: true });
});

it("is a report that the desk takes, whole", () => {
  const full = {
    ...withAnswer(empty, "for-whom", { state: "answered", says: "A child" }),
    log: "0061",
    back: { ...empty.back, address: "07700 900733" },
  };
  const body = bodyOfCall(full, { dropped: false });
  expect(body.who).toEqual({ reporter: "unsaid", about: "child" });
  expect(intentFromJson({ kind: "report-typed", body }, "intent").kind).toBe("report-typed");
});

it("keeps the number that it comes from, which is no number to ring back", () => {
  const body = bodyOfCall({ ...empty, from: " 01632 960111 " }, { dropped: false });
  expect(body).toMatchObject({ from: "01632 960111" });
  expect(body).not.toHaveProperty("contact");
  expect(bodyOfCall({ ...empty, door: "agency", from: "Westmere Housing" }, { dropped: false })).toMatchObject({
    agency: "Westmere Housing",
  });
});

it("finds the numbers and addresses that an exact search can find", () => {
  const call = withAnswer({ ...empty, from: "07700 900733" }, "accounts", {
    state: "answered",
    says: "07700 900057, withheld, o.pike@example.org and 07700 900733",
  });
  expect(termsOf(call)).toEqual(["07700 900733", "07700 900057", "o.pike@example.org"]);
});
