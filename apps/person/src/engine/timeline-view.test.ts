import { describe, expect, it } from "vitest";
import { makeTimeline, maya, nadia, rSecond } from "../../../../fixtures/timelines/make-act.ts";
import { makeStatement } from "../../../../fixtures/timelines/make-statement.ts";
import { findAll } from "@unmask/patterns";
import { showFindings, viewTimeline } from "./timeline-view.ts";

const statement = makeStatement();
const timeline = makeTimeline([
  { at: "2026-06-30 22:00" },
  { at: "2026-06-30 23:30", from: nadia },
  { at: "2026-07-01 00:10", from: rSecond, kind: "call", channel: "phone", text: null },
  { at: "2026-07-01 09:00", from: maya },
  { at: "2026-07-02 02:00" },
]);

describe("the timeline on the page", () => {
  const view = viewTimeline(timeline, statement);

  it("counts every act on one side, and the sides add up to all", () => {
    expect(view.acts).toBe(5);
    expect(view.sides).toEqual({
      theirs: 3,
      "perhaps theirs": 0,
      "hers to them": 1,
      "hers to others": 0,
      "hers to nobody named": 0,
      withheld: 0,
      "nobody named": 0,
      others: 1,
    });
    expect(view.isHerSideKnown).toBe(true);
  });

  it("says where each month begins on her wall, so that she can go there", () => {
    expect(view.months).toEqual([
      { label: "June 2026", at: 0 },
      { label: "July 2026", at: 2 },
    ]);
  });

  it("has a table beside the picture: a row for each week and way, hers among them, and nobody else’s", () => {
    expect(view.lineTable.columns).toEqual(["Week from Monday", "How", "Number", "Midnight to 5"]);
    const rows = view.lineTable.rows.map(([, how, count, night]) => [how, count, night]);
    expect(rows).toEqual([
      ["Calls", 1, 1],
      ["Texts", 2, 1],
      ["You", 1, 0],
    ]);
  });

  it("draws for a phone and for a desktop under one sentence", () => {
    expect(view.line.phone.title).toBe(view.line.desktop.title);
    expect(view.line.phone.width).toBeLessThan(view.line.desktop.width);
  });
});

it("has no row of hers while nobody is her: none is not the same as not known", () => {
  const view = viewTimeline(timeline, makeStatement({ me: { label: "me", normals: new Set() } }));
  expect(view.isHerSideKnown).toBe(false);
  expect(view.lineTable.rows.filter(([, how]) => how === "You")).toEqual([]);
});

it("tells which account shows a name that she chose and was not chosen, so that no new account passes for her", () => {
  const borrowed = { kind: "email", wrote: "night@example.net", normal: "night@example.net", name: "Maya Ellis" } as const;
  const known = { kind: "name", wrote: "Maya Ellis", normal: "maya ellis" } as const;
  const chosen = makeStatement({ me: { label: "me", normals: new Set([known.normal]) } });
  const view = viewTimeline(
    makeTimeline([
      { at: "2026-07-01 10:00", from: known },
      { at: "2026-07-02 10:00", from: borrowed },
    ]),
    chosen,
  );
  expect(view.shownNames).toEqual([{ shown: "Maya Ellis (night@example.net)", acts: 1 }]);
  expect(view.sides).toMatchObject({ "hers to nobody named": 1, others: 1 });
});

it("shows a finding with the number of its acts and without the acts, which are asked for in pages", () => {
  const findings = findAll(timeline, statement);
  const shown = showFindings(findings, timeline, statement);
  expect(findings.length).toBeGreaterThan(0);
  expect(shown.map(({ actCount }) => actCount)).toEqual(findings.map(({ acts }) => acts.length));
  expect(shown.some((finding) => "acts" in finding || "codesByAct" in finding)).toBe(false);
  for (const { drawing } of shown) expect(drawing === undefined || drawing.phone.title === drawing.desktop.title).toBe(true);
});

it("asks whose the address is to which all mail goes, and not once she said that it is hers", () => {
  const [hers, boss] = ["maya@example.com", "boss@example.org"].map((one) => ({ kind: "email", wrote: one, normal: one }) as const);
  if (hers === undefined || boss === undefined) return expect.fail("two addresses");
  const mails = makeTimeline([1, 2, 3].map((day) => ({ at: `2026-03-0${day} 10:00`, channel: "email", from: boss, to: [hers] }) as const));
  expect(viewTimeline(mails, makeStatement()).mailboxes).toEqual([{ shown: "maya@example.com", receives: "received all 3 mails" }]);
  const me = { label: "me", normals: new Set([hers.normal]) };
  expect(viewTimeline(mails, makeStatement({ me })).mailboxes).toEqual([]);
});
