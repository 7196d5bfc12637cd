import { expect, test } from "vitest";
import { makeTimeline, maya, nadia, rFirst } from "../../../fixtures/timelines/make-act.ts";
import { type Identity, owner, withheld } from "./identity.ts";
import { countSides, createSide, createWhose, isHerSideKnown } from "./whose.ts";

const persona = (...normals: readonly string[]): { label: string; normals: ReadonlySet<string> } => ({
  label: "",
  normals: new Set(normals),
});
const me = persona(maya.normal);
const them = persona(rFirst.normal);
const whose = createWhose({ me, them });

test("the owner of the phone is her, whether she named herself or not, and whatever they call themselves", () => {
  expect(whose(owner)).toBe("hers");
  expect(whose(maya)).toBe("hers");
  expect(createWhose({ me: persona(), them: persona("owner") })(owner)).toBe("hers");
});

test("theirs are the identities that she named, everybody else is other", () => {
  expect([rFirst, nadia, withheld].map(whose)).toEqual(["theirs", "other", "other"]);
});

test("a persona is known by any of its identities, or by the name shown beside one", () => {
  const both = createWhose({ me, them: persona("+447700900142", "dan marsh") });
  const one = { kind: "phone", wrote: "07700 900388", normal: "+447700900388" } as const;
  expect(both({ kind: "phone", wrote: "07700 900142", normal: "+447700900142" })).toBe("theirs");
  expect([both({ ...one, name: " Dan  Marsh" }), both(one), both({ ...one, name: "Dan M" })]).toEqual(["theirs", "other", "other"]);
});

test("an identity that she named as hers and theirs is neither", () => {
  expect(createWhose({ me: persona(rFirst.normal), them })(rFirst)).toBe("other");
  expect(createWhose({ me: persona("r"), them })(rFirst)).toBe("other");
});

test("an account that two exports write differently is judged by each writing, in whatever order they come", () => {
  const named = (): ReturnType<typeof createWhose> => createWhose({ me, them: persona("user5550001842") });
  const account = { kind: "id", normal: "telegram:5550001842" } as const;
  const [asNumber, asWord]: readonly [Identity, Identity] = [
    { ...account, wrote: "5550001842" },
    { ...account, wrote: "user5550001842" },
  ];
  expect([asNumber, asWord].map(named())).toEqual(["other", "theirs"]);
  expect([asWord, asNumber].map(named())).toEqual(["theirs", "other"]);
});

test("what she wrote to them is counted apart from what she wrote to others, and withheld numbers apart from other people", () => {
  const timeline = makeTimeline([
    { at: "2026-03-03 10:00", thread: "R" },
    { at: "2026-03-03 10:01", from: maya },
    { at: "2026-03-03 10:02", from: owner, to: [], thread: "R" },
    { at: "2026-03-03 10:03", from: owner, to: [], file: "sms.xml" },
    { at: "2026-03-03 10:04", from: owner, to: [], file: "another.xml" },
    { at: "2026-03-03 10:05", from: owner, to: [], thread: "Nadia" },
    { at: "2026-03-03 10:06", from: maya, to: [nadia] },
    { at: "2026-03-03 10:07", from: owner, to: [owner] },
    { at: "2026-03-03 10:08", from: withheld, kind: "call" },
    { at: "2026-03-03 10:09", from: nadia },
  ]);
  const counts = countSides(timeline.acts, createSide(timeline, { me, them }));
  expect(counts).toEqual({ theirs: 1, "hers to them": 3, "hers to others": 4, withheld: 1, others: 1 });
});

test("a withheld number that she says is theirs is theirs", () => {
  const timeline = makeTimeline([{ at: "2026-03-03 10:08", from: withheld, kind: "call" }]);
  const counts = countSides(timeline.acts, createSide(timeline, { me, them: persona("withheld") }));
  expect(counts).toMatchObject({ theirs: 1, withheld: 0 });
});

test("what she did is not known while nobody is her and somebody else could be", () => {
  const nobody = { me: persona(), them };
  const alone = [{ at: "2026-03-03 10:00" }, { at: "2026-03-03 10:01", from: owner }, { at: "2026-03-03 10:02", from: withheld }];
  const crowded = makeTimeline([...alone, { at: "2026-03-03 10:03", from: maya }]);
  expect(isHerSideKnown(makeTimeline(alone), nobody)).toBe(true);
  expect(isHerSideKnown(crowded, nobody)).toBe(false);
  expect(isHerSideKnown(crowded, { me: persona(owner.normal), them })).toBe(false);
  expect(isHerSideKnown(crowded, { me, them })).toBe(true);
});
