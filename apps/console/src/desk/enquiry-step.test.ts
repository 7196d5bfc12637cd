import { expect, it } from "vitest";
import { intentFromJson } from "@unmask/case";
import { bodyOfStep, enquirySteps, noStep, openLines } from "./enquiry-step.ts";

const kinds: Readonly<Record<string, string>> = {
  "enquiries/ask": "enquiry-asked",
  "enquiries/answer": "enquiry-answered",
  "enquiries/end": "enquiry-ended",
};

it("each step that can be chosen is one that the desk takes, whole", () => {
  for (const { value: step } of enquirySteps) {
    const typed = { ...noStep, enquiry: "E-1", step, says: " Northmere Hotels ", knowing: "record", heldUntil: "2026-12-24" };
    const sent = bodyOfStep(typed);
    if ("lacks" in sent) return expect.unreachable(sent.lacks);
    const { words, ...rest }: { readonly words?: unknown } = sent.body;
    const body = words === undefined ? rest : { ...rest, reason: words };
    expect(JSON.stringify(intentFromJson({ kind: kinds[sent.path], body }, "step"))).toContain('"Northmere Hotels"');
  }
});

it("says what is missing, and sends no half a stretch of days without a holder", () => {
  expect(bodyOfStep(noStep)).toHaveProperty("lacks");
  for (const { value: step } of enquirySteps) expect(bodyOfStep({ ...noStep, enquiry: "E-1", step, says: "  " })).toHaveProperty("lacks");
  const answered = { ...noStep, enquiry: "E-1", step: "answered", says: "No holder.", knowing: "record", unusedFrom: "2026-04-01" };
  expect(bodyOfStep(answered)).toHaveProperty("lacks");
  expect(bodyOfStep({ ...answered, unusedUntil: "2026-03-31" })).toHaveProperty("lacks");
  expect(bodyOfStep({ ...answered, unusedUntil: "2026-04-30" })).toMatchObject({
    body: { outOfUse: { from: "2026-04-01", until: "2026-04-30" } },
  });
});

it("a line that was given up can still be answered, and one that is answered has no step left", () => {
  const line = { says: "Camera.", lost: "no day is known", isPressing: false };
  const all = [
    { ...line, enquiry: "E-1", state: "asked" },
    { ...line, enquiry: "E-2", state: "given-up" },
    { ...line, enquiry: "E-3", state: "answered" },
  ] as const;
  expect(openLines(all, "lost").map(({ enquiry }) => enquiry)).toEqual(["E-1"]);
  expect(openLines(all, "answered").map(({ enquiry }) => enquiry)).toEqual(["E-1", "E-2"]);
});
