import { type Identity, type Persona, owner } from "@unmask/core";
import { expect, test } from "vitest";
import { makeAct, rFirst, timelineOf } from "../../../fixtures/timelines/make-act.ts";
import { makeStatement } from "../../../fixtures/timelines/make-statement.ts";
import { namesWithoutAct } from "./names-without-act.ts";

const named = (wrote: string): Identity => ({ kind: "name", wrote, normal: wrote.toLowerCase() });
const called = (...names: readonly string[]): Persona => ({
  label: names[0] ?? "me",
  normals: new Set(names.map((one) => one.toLowerCase())),
  normalsByName: new Map(names.map((one) => [one, [one.toLowerCase()]])),
});
const line = (from: string, minute: number, channel: "whatsapp" | "in-person" = "whatsapp") =>
  makeAct({ at: `2026-03-03 10:${minute}`, from: named(from), to: [], channel, file: `${channel}.txt` });
const me = called("Hannah Reyes");
const chat = [line("Owen Pike", 10), line("Hannah Reyes", 11), line("Owen Pike", 12), line("Owen Pike", 13, "in-person"), line("Neil", 14)];
const found = (them: Persona, perhaps?: Persona) =>
  namesWithoutAct(timelineOf(chat), makeStatement({ me, them, ...(perhaps ? { perhaps } : {}) }));

const owen = { identity: named("Owen Pike"), acts: 3, channels: ["whatsapp", "in-person"] };

test("where his first name alone is given, or his name with a slip of the pen, the name in the files that looks like it is found and not joined", () => {
  for (const name of ["Owen", "owen", "Owen Pikke", "Ovenn Pike"])
    expect(found(called(name))).toEqual([{ name, of: "theirs", isAlike: true, open: [owen] }]);
  expect(found(called("Owen Pike"))).toEqual([]);
  expect(found(called("Owen Pike", "Neill", "Pike"))).toEqual([
    { name: "Neill", of: "theirs", isAlike: true, open: [{ identity: named("Neil"), acts: 1, channels: ["whatsapp"] }] },
  ]);
  // A part of a name by which much is: the fuller one is found, and nothing is left to ask.
  expect(found(called("Owen Pike", "Owen"))).toEqual([]);
  expect(found(called("Owen"), called("Owen Pike"))).toEqual([]);
  expect(namesWithoutAct(timelineOf(chat), makeStatement({ me: called("Hannah Reyes", "Hannah"), them: called("Owen Pike") }))).toEqual([]);
  expect(found(called("Owen Pike"), called("Niel"))[0]?.of).toBe("perhaps");
});

test("her first name beside an account of hers that shows the whole of it leaves nothing to ask", () => {
  const account: Identity = { kind: "id", wrote: "user501", normal: "telegram:501", name: "Mali Tudur" };
  const acts = timelineOf([makeAct({ at: "2026-03-03 10:00", from: account, to: [], channel: "telegram", file: "t.json" }), ...chat]);
  const mali = { ...called("Mali", "user501"), normals: new Set(["mali", "user501", "telegram:501"]) };
  expect(namesWithoutAct(acts, makeStatement({ me: mali, them: called("Owen Pike") }))).toEqual([]);
  expect(namesWithoutAct(acts, makeStatement({ me: called("Mari"), them: called("Owen Pike") }))).toMatchObject([{ name: "Mari" }]);
});

test("where nothing is by him and no name looks like his, all names of the files are found; beside acts of his none is", () => {
  expect(found(called("Squeaky"))).toMatchObject([{ isAlike: false, open: [{ acts: 3 }, { acts: 1 }] }]);
  expect(found(called("Owen Pike", "Squeaky"))).toMatchObject([{ name: "Squeaky", isAlike: false, open: [] }]);
});

test("what she wrote in the place of a name that she does not know is never offered as his name", () => {
  const acts = [line("I do not know, maybe Owen", 10, "in-person"), line("Owen?", 11, "in-person")];
  expect(namesWithoutAct(timelineOf(acts), makeStatement({ me, them: called("Owen") })).filter(({ of }) => of === "theirs")).toEqual([
    { name: "Owen", of: "theirs", isAlike: false, open: [] },
  ]);
});

test("a slip in one word of a name is found in a longer one, and an account by the name that it shows", () => {
  const account: Identity = { kind: "handle", wrote: "user4411", normal: "user4411", name: "Darragh Quill" };
  const texts = [
    makeAct({ at: "2026-03-03 10:00", from: account, to: [owner] }),
    makeAct({ at: "2026-03-03 10:01", from: rFirst, to: [owner] }),
  ];
  const found = namesWithoutAct(timelineOf(texts), makeStatement({ me, them: called("Darrah") }));
  expect(found.find(({ of }) => of === "theirs")?.open.map(({ identity }) => identity)).toEqual([account]);
});

test("her own name is not asked about here, and twenty thousand long names are looked through in a moment", () => {
  expect(namesWithoutAct(timelineOf(chat), makeStatement({ me: called("Hannah"), them: called("Owen Pike") }))).toEqual([
    { name: "Hannah", of: "hers", isAlike: false, open: [] },
  ]);
  const acts = Array.from({ length: 20_000 }, (_, i) => line(`${"x".repeat(200)} ${i}`, 10));
  const started = performance.now();
  expect(namesWithoutAct(timelineOf(acts), makeStatement({ me, them: called("Xavier Pike") }))).toHaveLength(2);
  expect(performance.now() - started).toBeLessThan(4000);
});
