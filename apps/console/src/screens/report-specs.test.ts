import { expect, test } from "vitest";
import { contactReadSpec, waysSaid } from "./report-specs.ts";

test("where an answer named another number, each way is chosen by its own: “the way that was said” can be either", () => {
  const options = (...reach: Parameters<typeof waysSaid>[0]) =>
    contactReadSpec(3, waysSaid(reach)).fields[0]?.options?.map(({ value, says }) => `${value}: ${says}`);
  const named = { label: "Named in an answer", strong: "text, 07700 900656" };
  const before = { label: "Named before", strong: "call, 07700 900655" };
  expect(options(before, named)?.slice(0, 2)).toEqual([
    "former-stands: call, 07700 900655 holds, as it was said before; text, 07700 900656, named in an answer, is not theirs",
    "stands: text, 07700 900656 is theirs, and holds from now on; call, 07700 900655 does not",
  ]);
  expect(options({ label: "Named before" }, named)?.[0]).toBe("stands: text, 07700 900656 is theirs, and holds from now on");
  expect(options({ label: "Safe contact", strong: "call" })).toEqual([
    "stands: the way that was said still holds",
    "replaced: another way takes its place",
    "none-left: none of it may be used any more",
  ]);
});
