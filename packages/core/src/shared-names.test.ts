import { expect, test } from "vitest";
import { makeTimeline } from "../../../fixtures/timelines/make-act.ts";
import { makeStatement } from "../../../fixtures/timelines/make-statement.ts";
import type { Identity, Persona } from "./identity.ts";
import { sharedNames } from "./shared-names.ts";

const saved = (normal: string, name: string): Identity => ({ kind: "phone", wrote: normal, normal, name });
const [his, friends, mums] = [saved("+447700900701", "Sam"), saved("+447700900702", "Sam"), saved("+447700900703", "Mum")];
const timeline = makeTimeline([his, his, friends, mums, mums].map((from, i) => ({ at: `2026-07-0${i + 1} 10:00`, from })));
const persona = (...normals: readonly string[]): Persona => ({ label: "Sam", normals: new Set(normals) });
const found = (more: Parameters<typeof makeStatement>[0]) => sharedNames(timeline, makeStatement(more));

test("two contacts saved under his first name are found with how much each did, until she says of each number whose it is", () => {
  const [shared, ...more] = found({ them: persona("sam") });
  expect(more).toEqual([]);
  expect(shared).toMatchObject({ name: "Sam", whose: "theirs" });
  expect(shared?.numbers.map(({ identity, acts }) => [identity.normal, acts.length])).toEqual([["+447700900701", 2], ["+447700900702", 1]]); // prettier-ignore
  expect(found({ them: persona("sam", "+447700900701") })).toHaveLength(1);
  expect(found({ them: persona("sam", "+447700900701", "+447700900702") })).toEqual([]);
  expect(found({ them: persona("sam"), others: persona("+447700900702") })).toEqual([]);
  expect(found({ them: persona("nobody"), perhaps: persona("sam") })).toMatchObject([{ whose: "perhaps theirs" }]);
});

test("a name beside one number, and a number stated without the name, are asked about by nobody", () => {
  expect(found({ them: persona("mum") })).toEqual([]);
  expect(found({ them: persona("+447700900701") })).toEqual([]);
});
