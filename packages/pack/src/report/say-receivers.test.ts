import { type Identity, owner } from "@unmask/core";
import { expect, test } from "vitest";
import { sampleReport, sampleTimeline } from "../../../../test/report/sample-report.ts";
import { createSayReceivers } from "./say-receivers.ts";

const { statement } = sampleReport(sampleTimeline(1));
const mail = (wrote: string): Identity => ({ kind: "email", wrote, normal: wrote });
const persona = (normal: string): typeof statement.me => ({ ...statement.me, normals: new Set([normal]) });
const sayReceivers = createSayReceivers({ ...statement, me: persona("maya@example.org"), them: persona("rhys@example.org") });

test("a message to her mother says so, one to her says nothing, and a hundred receivers are no list", () => {
  expect(sayReceivers({ to: [mail("mum@example.org")] })).toBe(", to mum@example.org");
  for (const to of [[], [owner], [mail("maya@example.org")], [mail("mum@example.org"), mail("maya@example.org")]])
    expect(sayReceivers({ to })).toBe("");
  const many = Array.from({ length: 100 }, (_, i) => mail(`a${i}@example.org`));
  expect(sayReceivers({ to: many })).toBe(", to a0@example.org, a1@example.org and 98 more");
});
