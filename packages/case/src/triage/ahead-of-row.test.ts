import { describe, expect, test } from "vitest";
import { breach, came, decide, letter, nameOf, now, order, read, report, rowOf, rule, wrote } from "../../../../fixtures/queue-night.ts";
import type { Intent } from "../event.ts";
import { queueOf } from "./queue-of.ts";

describe("who stands right after those in danger", () => {
  const quiet = (name: string, more: object = {}): Intent => ({
    kind: "report-received",
    body: { letter, who: { reporter: "self", about: "adult", name }, anonymous: false, danger: "no", packs: 0, account: "Words.", ...more },
  });
  const broken = report("R-2", [-300, "desk", came("no")], [-200, "desk", breach]);
  const top = (one: ReturnType<typeof report>) => queueOf([broken, one], { rule, now, nameOf }).rows[0];

  test("are those who wrote again and whom nobody has answered, also when it was read and decided before", () => {
    const steps = [
      [-90, "desk", quiet("Nell Ashby")],
      [-80, "pc", read],
      [-70, "pc", decide],
      [0, "desk", wrote],
    ] as const;
    const row = top(report("R-24", ...steps, [1, "pc", read]));
    expect(row).toMatchObject({ report: "R-24", ahead: true, mark: "Wrote again", next: "Answer what the person wrote" });
    expect(row?.why.second).toMatch(/^Wrote again 25 Nov 01:56, not answered: “He is at the door again”./);
    const reached: Intent = { kind: "contact-attempted", body: { channel: "call", outcome: "reached" } };
    expect(top(report("R-24", ...steps, [1, "pc", read], [2, "pc", reached]))?.report).toBe("R-2");
  });

  test("are those who are afraid, named a weapon or have an order, in the words of their answers", () => {
    const cover = {
      danger: "Not in danger this minute, but afraid, said 27 Nov 2026 02:11: “He will come back on Sunday.”",
      said: [{ label: "Orders and bail", says: "order: non-molestation, from 1 Sep 2026" }],
    };
    const row = top(report("R-24", [0, "desk", quiet("Nell Ashby", { cover })]));
    expect(row).toMatchObject({ report: "R-24", mark: "Afraid" });
    expect(row?.why.second).toContain("Not in danger this minute, but afraid");
    expect(row?.why.second).toContain("As it was said, order: non-molestation, from 1 Sep 2026.");
    const calm = { danger: "Not in danger, said 27 Nov 2026 02:11", said: [{ label: "Orders and bail", says: "none" }] };
    expect(top(report("R-24", [0, "desk", quiet("Nell Ashby", { cover: calm })]))?.report).toBe("R-2");
  });

  test("are not those whose order was broken: that is a breach, and stands among the breaches", () => {
    const cover = { said: [{ label: "Orders and bail", says: "order: non-molestation, from 1 Sep 2026" }] };
    const told = report("R-24", [0, "desk", quiet("Nell Ashby", { cover })], [1, "pc", breach]);
    const { rows, head } = queueOf([told], { rule, now, nameOf });
    expect(rows[0]).toMatchObject({ group: "breach", mark: "Breach" });
    expect(rows[0]).not.toHaveProperty("ahead");
    expect(head.counts).toMatchObject({ breach: 1, ahead: 0, broken: 1 });
  });

  test("and those in danger count among the breaches all the same: whoever works through the breaches finds each of them", () => {
    const hurt: Intent = { kind: "risk-answered", body: { rule: "r", prompts: [{ prompt: "hurt-or-weapon", answer: "yes" }] } };
    const armed = report("R-24", [0, "desk", quiet("Nell Ashby")], [1, "pc", breach], [2, "pc", hurt]);
    const inDanger = report("R-25", [0, "desk", came("now")], [1, "pc", breach]);
    const { rows, head } = queueOf([broken, armed, inDanger, report("R-26", [0, "desk", came("no")])], { rule, now, nameOf });
    expect(rows.map((row) => [row.report, row.group, row.ahead === true, row.broken === true])).toEqual([
      ["R-25", "danger", false, true],
      ["R-24", "breach", true, true],
      ["R-2", "breach", false, true],
      ["R-26", "first", false, false],
    ]);
    expect(head.counts).toMatchObject({ danger: 1, ahead: 1, breach: 1, broken: 3 });
  });

  test("are those who were asked of a weapon on the telephone and did not say no", () => {
    const typed = (says: string): Intent => ({
      kind: "report-typed",
      body: {
        door: "999",
        who: { reporter: "another", about: "adult" },
        danger: "no",
        questions: [{ question: "weapon", state: "answered", says }],
        told: [],
      },
    });
    expect(top(report("R-28", [0, "pc", typed("Yes. He has a gun")]))).toMatchObject({ report: "R-28", mark: "Weapon" });
    expect(top(report("R-28", [0, "pc", typed("No")]))?.report).toBe("R-2");
  });

  test("stand among one another by the force's sentence: whose unread words name a weapon before an order of weeks ago, and the mark says why", () => {
    const ordered = quiet("Sunita Iyer", { cover: { said: [{ label: "Orders and bail", says: "order: injunction, from 3 Sep 2026" }] } });
    const knife = came("unsaid", "He is here now. He has a knife. He is behind 3 Elm Close and will not go away before I open the door.");
    const afraid = quiet("Nell Ashby", { cover: { danger: "Not in danger this minute, but afraid, said 27 Nov 2026 02:11" } });
    const all = [
      report("R-1", [-90, "desk", ordered]),
      report("R-2", [-80, "desk", came("unsaid", "He writes every day.")]),
      report("R-3", [-70, "desk", afraid]),
      report("R-4", [-60, "desk", quiet("Ann Alder")], [-50, "pc", read], [-40, "desk", wrote]),
      report("R-5", [-30, "desk", knife]),
    ];
    const { rows, head } = queueOf(all, { rule, now, nameOf });
    expect(rows.map((row) => [row.report, row.mark])).toEqual([
      ["R-5", "Weapon"],
      ["R-4", "Wrote again"],
      ["R-3", "Afraid"],
      ["R-2", "Unread"],
      ["R-1", "Order"],
    ]);
    expect(rows[0]?.why.second).toContain("Names a weapon: “He is here now. He has a knife. He is behind 3 Elm Close");
    expect(head.counts).toMatchObject({ all: 5, ahead: 5, first: 0 });
    expect(head.ahead.says).toMatch(/^in this order: a weapon .*; an order was told$/);
    // What an officer has read, and what was said with a plain no, is put first by no word.
    expect(top(report("R-5", [-30, "desk", knife], [0, "pc", read]))?.report).toBe("R-2");
    expect(top(report("R-5", [-30, "desk", quiet("Tess Arkwright", { account: "He sold his gun." })]))?.report).toBe("R-2");
    expect(rowOf(report("R-5", [-30, "desk", came("unsaid", "He has begun to write.")]))?.mark).toBe("Unread");
  });

  test("are letters that could not be read, also when somebody looked or joined one to a report that says no, until somebody decides", () => {
    const body = { letter, who: { reporter: "unsaid", about: "not-known" }, anonymous: true, danger: "unsaid", packs: 0 } as const;
    const closed = [0, "desk", { kind: "report-received", body: { ...body, fault: "no-key" } }] as const;
    const row = top(report("R-193", closed, [1, "pc", read]));
    expect(row).toMatchObject({ report: "R-193", ahead: true, mark: "Not readable", reporter: { says: "Name not read" } });
    expect(row?.why.second).toBe("Could not be read: nobody knows whether there is danger.");
    expect(order(report("R-193", closed, [1, "pc", read], [2, "pc", decide]))).toEqual([]);
    const into: Intent = { kind: "report-joined", body: { into: "R-9", why: "One." } };
    const calm = report("R-9", [-90, "desk", quiet("Nell Ashby")], [-80, "pc", read], [-70, "pc", decide]);
    const both = queueOf([broken, calm, report("R-193", closed, [1, "pc", read], [2, "pc", into])], { rule, now, nameOf }).rows[0];
    expect(both).toMatchObject({ report: "R-9", ahead: true, mark: "Not readable" });
    expect(both?.why.second).toContain("R-193 could not be read: nobody knows whether there is danger.");
  });

  test("are those whose danger is over, with why and who was there, until somebody has decided", () => {
    const steps = [
      [0, "desk", came("now")],
      [1, "pc", read],
      [2, "pc", { kind: "danger-met", body: { says: "PC 5120 Ade, at the door" } }],
      [4, "pc", { kind: "danger-ended", body: { reason: "Gareth Pine arrested 00:24, in custody" } }],
    ] as const;
    const row = top(report("R-26", ...steps));
    expect(row).toMatchObject({ report: "R-26", mark: "Danger over", ahead: true, next: "Decide what follows" });
    expect(row?.why.second).toContain(
      "Danger over 25 Nov 02:00: “Gareth Pine arrested 00:24, in custody”. There 25 Nov 01:58: “PC 5120 Ade, at the door”.",
    );
    expect(order(report("R-26", ...steps, [5, "pc", decide]))).toEqual([]);
  });
});
