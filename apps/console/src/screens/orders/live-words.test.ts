import { describe, expect, it } from "vitest";
import { type LiveOrder, protectedPeople, untold, waitsForReading } from "@unmask/case";
import { parseInstant, parseSha256, textWidth } from "@unmask/core";
import { type ChangeOfOrder, consentRows, stopsSending } from "./change-words.ts";
import { type CourtDid, sayResult, sayToThem, typedIs } from "./court-words.ts";
import { besideRuleDrawn } from "./court-drawing.ts";
import { noteOfService, sayFirstNotice, sayServedToThem, sayService } from "./service-words.ts";
import { sayHolds } from "./standing-words.ts";
import { whoTells } from "./told-words.ts";

const at = { number: 12, happened: parseInstant(0) ?? expect.unreachable(), by: "o-1" };

const result = (more: Partial<CourtDid> = {}, said: Partial<CourtDid["said"]> = {}): CourtDid => ({
  ...at,
  said: { result: "discharged", order: "full", day: "2026-12-10", court: "Northshire Magistrates’ Court", ...said },
  ...{ correctedBy: null, confirmed: null, sentBack: null, standing: "waits", lacks: null, minded: [] },
  against: [{ says: "conflicts with s4(4)(b)", why: "No consent.", section: "s4(4)(b)", by: 12 }],
  ...more,
});

function lifeOf(which: "interim" | "full"): LiveOrder {
  return {
    ...{ which, made: "2026-10-19", court: "Northshire Magistrates’ Court", period: { until: "2029-10-18" }, ended: null },
    ...{ conditions: [], from: [], gaps: [], attempts: [], served: null, disputed: [], knew: [], marks: [], copies: [] },
  };
}

const slade = { subject: { name: "Gary Slade" }, orders: [] };

describe("what a court did", () => {
  it("is told with whose order it is, which of the two, and its last day: another man's can stand in the same case", () => {
    const interim = { result: "interim-made", order: "interim", day: "2026-11-30", period: { until: "2027-01-31" } } as const;
    expect(sayToThem(result({}, interim), slade)).toMatch(
      /^The court made an interim order against Gary Slade on Mon 30 Nov 2026, .* It lasts until the end of Sun 31 Jan 2027\. We will tell you/,
    );
    const full = { result: "made", day: "2026-12-14", period: { until: null } } as const;
    expect(sayToThem(result({}, full), slade)).toContain(
      "made the order against Gary Slade on Mon 14 Dec 2026. It lasts until a further order.",
    );
    const orders = [{ ...lifeOf("full"), from: [7, 12] }];
    expect(sayToThem(result({}, { result: "varied" }), { ...slade, orders })).toContain("It lasts until the end of Thu 18 Oct 2029.");
  });

  it("is said with its mark, waits for a second person, and promises nobody anything", () => {
    expect(sayResult(result())).toBe("The court discharged the order on Thu 10 Dec 2026. It conflicts with s4(4)(b).");
    expect(waitsForReading(result())).toBe(true);
    expect(waitsForReading(result({ standing: "sent-back" }))).toBe(false);
    const lacks = { says: "waits for what the court above made", why: "Neither is written.", section: "s7", by: 12 };
    expect(sayResult(result({ standing: "lacks-text", against: [], lacks }, { result: "appeal-allowed" }))).toBe(
      "The court allowed the appeal on Thu 10 Dec 2026. It waits for what the court above made.",
    );
    expect(sayToThem(result({}, { result: "appeal-allowed", remitted: "yes" }), slade)).toMatch(
      /sent the order against Gary Slade back .* 999/,
    );
    const kinds = ["made", "refused", "varied", "renewed", "discharged", "change-refused", "appeal-allowed", "appeal-dismissed"] as const;
    for (const kind of kinds) {
      const told = sayToThem(result({}, { result: kind }), slade);
      expect(told).toContain("999");
      expect(told).not.toMatch(/\bsafe\b|stalker|offence/i);
    }
  });

  it("is an account as it was typed, until the file of its copy is kept", () => {
    const sha256 = parseSha256("3d".repeat(32)) ?? expect.unreachable();
    const typed = result({}, { copy: { exhibit: "DP/3", sha256, certified: true } });
    expect([typedIs(result(), []), typedIs(typed, []), typedIs(typed, [{ sha256: "4e".repeat(32) }])]).toEqual(Array(3).fill("account"));
    expect(typedIs(typed, [{ sha256 }])).toBe("record");
  });

  it("is drawn beside the rule: over where it ended, dashed to the day for which it was made", () => {
    const { drawing, table } = besideRuleDrawn({
      order: { made: "2025-07-01", period: { until: "2028-06-30" } },
      result: result(),
      rule: { day: "2027-06-30", says: "consent is needed to" },
    });
    expect(table.rows.map(([, what]) => what)).toEqual(["made", "discharged", "consent is needed to", "last day as made"]);
    for (const one of [drawing.phone, drawing.desktop]) expect(one.shapes.some((shape) => "dashed" in shape && shape.dashed)).toBe(true);
  });

  it("is drawn on a phone with every day whole and inside the picture, and no line through a name", () => {
    const { drawing } = besideRuleDrawn({
      order: { made: "2025-07-01", period: { until: "2028-06-30" } },
      result: result({}, { day: "2026-11-26" }),
      rule: { day: "2027-06-30", says: "consent of whoever asked for it and of the chief officer is needed to" },
      asked: { day: "2026-11-20", says: "asked" },
    });
    for (const { width, shapes } of [drawing.phone, drawing.desktop]) {
      const boxes = shapes.flatMap((one) => {
        if (one.shape !== "text") return [];
        const long = textWidth(one.text, one.size, one.bold === true);
        const left = one.anchor === "end" ? one.x - long : one.x;
        return [{ text: one.text, left, right: left + long, top: one.y - one.size + 2, bottom: one.y + 2 }];
      });
      expect(boxes).toHaveLength(5);
      for (const { text, left, right, top, bottom } of boxes) {
        expect([width, text, left >= 0, right <= width]).toEqual([width, text, true, true]);
        expect(text).toMatch(/ \d{1,2} \w{3} \d{4}$/);
        const through = shapes.filter(
          (one) =>
            one.shape === "line" &&
            one.from[0] === one.to[0] &&
            left < one.from[0] &&
            one.from[0] < right &&
            one.from[1] < bottom &&
            top < one.to[1],
        );
        expect([width, text, through]).toEqual([width, text, []]);
      }
    }
  });
});

describe("a change", () => {
  const change = (more: Partial<ChangeOfOrder>): ChangeOfOrder => ({
    ...{ ...at, change: "c-1", order: "full", what: "renew", day: "2026-11-26", says: "Still writes.", asker: "us" },
    ...{ course: [], necessity: [], consents: [], result: null, keeps: [1, 2] },
    ...more,
  });

  it("cannot be sent while a necessity is not written or not read again, and says which", () => {
    const bare = { condition: 5, type: "prohibition", says: "Not through her sister.", evidence: [], interimToo: false } as const;
    const read = { ...at, change: "c-1", condition: 1, says: "He wrote in October." };
    expect(stopsSending(change({ conditions: [bare], necessity: [read] }))).toEqual([
      "necessity of condition 5",
      "“read again” for condition 2",
    ]);
    expect(stopsSending(change({ necessity: [read, { ...read, condition: 2 }] }))).toEqual([]);
    expect(stopsSending(change({ asker: "subject" }))).toEqual([]);
  });

  it("s4(4)(b): shows whose consent nobody asked, where the subject asks for a discharge", () => {
    const rows = consentRows(change({ what: "discharge", asker: "subject" }));
    expect(rows.map(({ of, answer, isMind }) => [of, answer, isMind])).toEqual([
      ["subject", "asks, and so consents", false],
      ["applicant-force", "not asked", true],
      ["home-force", "not asked", false],
    ]);
    const said = { ...at, change: "c-1", of: "applicant-force", says: "By letter." } as const;
    const [, again] = consentRows(
      change({
        ...{ what: "discharge", asker: "subject" },
        consents: [
          { ...said, answer: "no", day: "2026-11-20" },
          { ...said, answer: "yes", day: "2026-11-26", number: 9 },
        ],
      }),
    );
    expect(again).toMatchObject({ answer: "Yes, 2026-11-26", isMind: false, before: ["No, 2026-11-20"] });
  });
});

it("keeps whoever was not told on the list, also where somebody wrote why", () => {
  const person = (name: string, id: string) => ({ ...at, person: id, name, victim: true, before: [] });
  const told = { ...at, person: "protected-1", about: "result 12", how: "not-told", says: "No answer." } as const;
  const draft = { protects: [person("Nadia Khan", "protected-1"), person("Farah Khan", "protected-2")] };
  const people = protectedPeople({ draft, typed: null, told: [told, { ...told, person: "protected-2", how: "call" }] }, "result 12");
  expect(untold(people).map(({ name }) => name)).toEqual(["Nadia Khan"]);
});

describe("service", () => {
  it("is told of the order that was given, by its man, its kind and its last day", () => {
    const orders = [{ ...lifeOf("interim"), made: "2026-11-30", period: { until: "2027-01-31" } }, lifeOf("full")];
    expect(sayServedToThem({ day: "2026-11-30", order: "interim" }, { ...slade, orders })).toBe(
      "The interim order against Gary Slade was given to them on Mon 30 Nov 2026. It is in force now, and they must keep to it. It lasts until the end of Sun 31 Jan 2027. If you see them or hear from them, tell us; if you are in danger, call 999.",
    );
    expect(sayServedToThem({ day: "2026-12-15", order: "full" }, { ...slade, orders })).toMatch(/^The order against .* Thu 18 Oct 2029/);
  });

  const made = [{ which: "full", served: null }] as const;

  it("is counted for each order: what was served of the interim order says nothing of the order that followed", () => {
    const attempt: LiveOrder["attempts"][number] = {
      ...{ ...at, order: "interim", day: "2026-11-30", at: "18:20", place: "12 Tanner Row", made: "PC 2207 Osei", outcome: "served" },
      ...{ says: "Given.", evidence: [], knowing: "account", evidenceSince: [], sentBack: null, withdrawn: null, disputes: [] },
      confirmed: { ...at, attempt: 12, rightPerson: "yes", rightOrder: "yes", given: "yes", understood: "yes", says: "His name." },
    };
    const orders = [{ ...lifeOf("interim"), attempts: [attempt], served: attempt }, lifeOf("full")];
    expect(noteOfService({ attempts: [attempt], orders, typed: null })).toEqual({ says: "not tried yet, the full order", isMind: true });
    expect(sayService({ attempts: [attempt], orders, typed: null, force: "Northshire Police" })).toBe(
      "Served: the interim order on Mon 30 Nov 2026. The full order is not served, so no duty runs from it.",
    );
  });

  it("is not said to be untried where another force applied: what was done there is not written here", () => {
    expect(sayService({ attempts: [], orders: made, typed: null, force: "Northshire Police" })).toContain("Nobody has tried");
    const theirs = sayService({ attempts: [], orders: made, typed: {}, force: "Westmere Police" });
    expect(theirs).toBe("Its service is not written here. Ask Westmere Police whether it was served, and when.");
  });
});

describe("a first notice", () => {
  it("is due until it was given, and then is said to have been", () => {
    expect(sayFirstNotice({ due: "2026-11-30" })).toBe("The first notice is due by the end of Mon 30 Nov 2026.");
    expect(sayFirstNotice({ due: "2026-11-30", metOn: "2026-11-29" })).toBe(
      "The first notice was given on Sun 29 Nov 2026; it was due by the end of Mon 30 Nov 2026.",
    );
  });
});

describe("whoever an order protects", () => {
  const left = [{ person: "p-1", name: "Sunita Iyer" }];
  const page = { force: "Example Police", case: null, state: { transfers: [], typed: null, force: "Example Police" } } as const;

  it("is told by somebody here where the order is ours and in no case, and by another force only where that has it", () => {
    expect(whoTells({ ...page, isOurs: true }, left)).toBe(
      "This order is ours and in no case: somebody here has to tell them. Not told: Sunita Iyer.",
    );
    const theirs = { ...page.state, typed: {}, force: "Westmere Police" };
    expect(whoTells({ ...page, isOurs: false, state: theirs }, left)).toContain("Westmere Police tells whom it protects.");
    const moved = {
      number: 30,
      happened: at.happened,
      by: "o-1",
      to: "Harbour Police",
      day: "2026-11-02",
      told: "By mail",
      reason: "Moved",
      taken: "DC 1",
    };
    expect(whoTells({ ...page, isOurs: false, state: { ...page.state, transfers: [moved] } }, left)).toContain("Harbour Police tells");
    expect(whoTells({ ...page, isOurs: true, case: { ref: "0007", isMember: false } }, left)).toContain("An officer on case 0007");
  });
});

describe("the conditions of an order", () => {
  const order = lifeOf("full");

  it("are said to hold only while the order does", () => {
    expect(sayHolds(order, "2029-10-18")).toBe("as they hold today, to Thu 18 Oct 2029");
    expect(sayHolds(order, "2026-11-28", { change: "2027-03-01" })).toBe("as they hold today, until a court’s change of Mon 1 Mar 2027");
    expect(sayHolds(order, "2026-11-28", { isAsTyped: true })).toBe("as they were typed, not read yet, to Thu 18 Oct 2029");
    expect(sayHolds(order, "2029-10-19")).toBe("they do not hold any more: expired");
    expect(sayHolds({ ...order, ended: { how: "discharged", day: "2026-12-10" } }, "2026-12-10")).toContain("any more: discharged");
  });
});
