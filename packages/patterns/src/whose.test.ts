import { owner, withheld } from "@unmask/core";
import { expect, test } from "vitest";
import { maya, nadia, rFirst } from "../../../fixtures/timelines/make-act.ts";
import { makeStatement } from "../../../fixtures/timelines/make-statement.ts";
import { createWhose } from "./whose.ts";

const whose = createWhose(makeStatement());

test("the owner of the phone is her, whether she named herself or not", () => {
  expect(whose(owner)).toBe("hers");
  expect(whose(maya)).toBe("hers");
});

test("theirs are the identities that she named, everybody else is other", () => {
  expect([rFirst, nadia, withheld].map(whose)).toEqual(["theirs", "other", "other"]);
});

test("a name beside the number is enough, as the address book wrote it", () => {
  const byName = createWhose({ ...makeStatement(), them: { label: "R", normals: new Set(["rhys c"]) } });
  const one = { kind: "phone", wrote: "07700 900555", normal: "+447700900555" } as const;
  expect([byName({ ...one, name: " Rhys  C" }), byName(one), byName({ ...one, name: "Rhys D" })]).toEqual(["theirs", "other", "other"]);
});

test("an identity that she named as hers and theirs is neither", () => {
  const both = createWhose({ ...makeStatement(), me: { label: "me", normals: new Set([rFirst.normal]) } });
  expect(both(rFirst)).toBe("other");
});

test("an account that two exports write differently is judged by each writing, in whatever order they come", () => {
  const named = (): ReturnType<typeof createWhose> =>
    createWhose({ ...makeStatement(), them: { label: "R", normals: new Set(["user5550001842"]) } });
  const account = { kind: "id", normal: "telegram:5550001842" } as const;
  const [asNumber, asWord] = [
    { ...account, wrote: "5550001842" },
    { ...account, wrote: "user5550001842" },
  ];
  expect([asNumber, asWord].map(named())).toEqual(["other", "theirs"]);
  expect([asWord, asNumber].map(named())).toEqual(["theirs", "other"]);
});
