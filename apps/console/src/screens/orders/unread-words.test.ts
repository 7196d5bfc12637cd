import { expect, test } from "vitest";
import { sayUnread, sayWhoseDraft } from "./unread-words.ts";

test("the second person is told which criteria they have not read, one or several", () => {
  expect(sayUnread(["b"])).toBe("criterion (b) is not read");
  expect(sayUnread(["a", "b", "c"])).toBe("criteria (a), (b) and (c) are not read");
});

test("the second person is told who wrote a draft, and apart from that who sent it: whoever only sent it on wrote none of it", () => {
  const nameOf = (id: string): string => ({ rhys: "Rhys Coe", carys: "Carys Lloyd" })[id] ?? id;
  const course = [
    { stage: "draft", by: "rhys" },
    { stage: "to-second", by: "carys" },
  ];
  expect(sayWhoseDraft({ wrote: ["rhys"], course }, nameOf)).toBe("Rhys Coe wrote it; Carys Lloyd sent it.");
  expect(sayWhoseDraft({ wrote: ["rhys", "carys"], course }, nameOf)).toBe("Rhys Coe and Carys Lloyd wrote it; Carys Lloyd sent it.");
  expect(sayWhoseDraft({ wrote: ["carys"], course }, nameOf)).toBe("Carys Lloyd wrote it and sent it.");
});
