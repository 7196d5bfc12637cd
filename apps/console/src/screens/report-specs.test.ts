import { expect, test } from "vitest";
import type { ReachedPerson } from "../desk/reached-person.ts";
import { contactReadSpec } from "./report-specs.ts";

const ana = { report: "R-14", name: "Ana Ames", saw: 3 };
const optionsOf = (person: ReachedPerson) => contactReadSpec(person, "h").fields[0]?.options?.map(({ value, says }) => `${value}: ${says}`);

test("where an answer named another number, each way is chosen by its own: “the way that was said” can be either", () => {
  const options = (...reach: ReachedPerson["reach"]) => optionsOf({ ...ana, way: "text, 07700 900656", reach });
  const named = { label: "Named in an answer", strong: "text, 07700 900656" };
  const before = { label: "Named before", strong: "call, 07700 900655" };
  expect(options(before, named)).toEqual([
    "former-stands: call, 07700 900655 holds, as it was said before; text, 07700 900656, named in an answer, is not theirs",
    "stands: text, 07700 900656 is theirs, and holds from now on; call, 07700 900655 does not",
    "replaced: another way takes the place of text, 07700 900656 and call, 07700 900655",
    "none-left: no way of theirs may be used any more, text, 07700 900656 and call, 07700 900655 among them",
  ]);
  expect(options({ label: "Named before" }, named)?.[0]).toBe("stands: text, 07700 900656 is theirs, and holds from now on");
  expect(optionsOf({ ...ana, reach: [] })).toEqual([
    "stands: the way that was said still holds",
    "replaced: another way takes its place",
    "none-left: no way of theirs may be used any more",
  ]);
});

test("the form says whose way is changed and which number it is, since the way of another person can stand beside it", () => {
  const person = { ...ana, way: "call, 07700 900752", reach: [{ label: "Safe contact", strong: "call, 07700 900752" }] };
  const { button, verb, changes, sends } = contactReadSpec(person, "2");
  expect([button, verb]).toEqual(["How they are reached: Ana Ames, R-14", "Write how R-14 is reached"]);
  expect(changes).toMatch(/^It changes how Ana Ames, R-14, is reached \(call, 07700 900752\), and nobody else\./);
  expect(optionsOf(person)).toEqual([
    "stands: call, 07700 900752 still holds",
    "replaced: another way takes the place of call, 07700 900752",
    "none-left: no way of theirs may be used any more, call, 07700 900752 among them",
  ]);
  expect(sends?.({ outcome: "none-left" })).toEqual({ through: 3, outcome: "none-left" });
});
