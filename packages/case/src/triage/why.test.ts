import { later, msPerMinute } from "@unmask/core";
import { describe, expect, test } from "vitest";
import { came, decide, hash, letter, meet, night, order, read, report, rowOf, wrote } from "../../../../fixtures/queue-night.ts";
import type { Intent } from "../event.ts";

describe("what a row says of what was done since", () => {
  test("whoever writes again waits since the first that nobody read, and the row says that something came", () => {
    const again = rowOf(report("R-31", [0, "desk", came("now")], [4, "desk", wrote]));
    expect(again?.unread).toMatchObject({ since: night, opened: false });
    expect(again?.why.second).toContain("Wrote again 25 Nov 02:00, not answered: “He is at the door again”.");
    const seen = rowOf(report("R-31", [0, "desk", came("now")], [4, "desk", wrote], [5, "pc", read]));
    expect(seen?.why.second).toContain("Wrote again 25 Nov 02:00, not answered");
    const answered: Intent = { kind: "contact-attempted", body: { channel: "mailbox", outcome: "sent", says: "We come." } };
    const told = rowOf(report("R-31", [0, "desk", came("now")], [4, "desk", wrote], [5, "pc", read], [6, "pc", answered]));
    expect(told?.why.second).not.toContain("Wrote again");
    const anew = rowOf(report("R-31", [0, "desk", came("now")], [1, "pc", read], [4, "desk", wrote]));
    expect(anew?.unread).toMatchObject({ since: later(night, 4 * msPerMinute), opened: false });
  });

  test("a danger that is said after a report went to another force stands here until that force was rung, whoever says it", () => {
    const send: Intent = { kind: "sent-to-force", body: { force: letter, name: "Westmere", reason: "There." } };
    const rings: Intent = { kind: "danger-raised", body: { says: "She rang us: he is here", knowing: "account" } };
    const now: Intent = { kind: "answer-received", body: { letter, danger: "now", account: "He is inside.", packs: 0 } };
    const there: Intent = { kind: "force-has-it", body: { force: letter } };
    const leaves = [
      [0, "desk", came("no")],
      [1, "pc", read],
      [2, "pc", send],
    ] as const;
    const sent = [...leaves, [2, "desk", there]] as const;
    expect(rowOf(report("R-28", ...sent))).toBeUndefined();
    // Until that force has it, nobody there knows of it.
    const onItsWay = rowOf(report("R-28", ...leaves));
    expect(onItsWay).toMatchObject({ next: "Ring Westmere: it does not have this yet" });
    expect(onItsWay?.why.second).toContain("Handed on to Westmere, which does not have it yet: ring them.");
    for (const said of [rings, now]) {
      const row = rowOf(report("R-28", ...sent, [3, "pc", said]));
      expect(row).toMatchObject({ group: "danger", mark: "Danger now", next: "Ring Westmere, and write who was told" });
      expect(row?.why.second).toContain("Handed on to Westmere, which may not have this yet: ring them.");
      expect(rowOf(report("R-28", ...sent, [3, "pc", said], [4, "pc", meet]))).toBeUndefined();
    }
    // One that was joined to it before has its own row, and hides it not.
    const joined = report("R-29", [0, "desk", came("now")], [1, "pc", { kind: "report-joined", body: { into: "R-28", why: "One." } }]);
    expect(order(report("R-28", ...sent, [3, "pc", rings]), joined)).toEqual(["R-29", "R-28"]);
  });

  test("danger stays in the mouth of the one who said it, and each account has its own", () => {
    const leila = report("R-7", [0, "desk", came("no", "He follows me home.")]);
    const nobody: Intent = {
      kind: "report-received",
      body: { letter, who: { reporter: "self", about: "adult" }, anonymous: true, danger: "now", packs: 0, account: "He has my keys." },
    };
    const other = report("R-13", [1, "desk", nobody], [2, "pc", { kind: "report-joined", body: { into: "R-7", why: "One." } }]);
    const row = rowOf(leila, other);
    expect(row?.report).toBe("R-7");
    expect(row?.why.first).toMatch(/^R-13, Name not given: Danger now/);
    expect(row?.why.second).toMatch(/^R-13, Name not given: “He has my keys”. R-7, Daniel Mensah: “He follows me home”./);
  });

  test("whether two belong together is no question once they are read as one", () => {
    const link = (to: string): Intent => ({
      kind: "link-suggested",
      body: { link: `l-${to}`, to, why: [{ says: "One identifier stands in both.", knowing: "record" }] },
    });
    const one = report("R-10", [0, "desk", came("no")], [1, "desk", link("R-8")], [2, "pc", read]);
    const two = [
      [0, "desk", came("no")],
      [1, "desk", link("R-10")],
      [2, "pc", read],
    ] as const;
    expect(rowOf(one, report("R-8", ...two))?.next).toBe("Decide the link");
    const joined = report("R-8", ...two, [3, "pc", { kind: "report-joined", body: { into: "R-10", why: "One." } }]);
    expect(rowOf(one, joined)?.next).not.toBe("Decide the link");
    expect(rowOf(one, joined)?.why.first).not.toContain("Link");
  });

  test("who was reached before the person wrote again is reached again, once those words are read", () => {
    const reached: Intent = { kind: "contact-attempted", body: { channel: "call", outcome: "reached" } };
    const steps = [
      [0, "desk", came("now")],
      [1, "pc", read],
      [2, "pc", reached],
    ] as const;
    expect(rowOf(report("R-27", ...steps))?.next).toBe("End the danger, or say why it stands");
    expect(rowOf(report("R-27", ...steps, [3, "desk", wrote]))?.next).toBe("Read what they wrote before you reach them");
    expect(rowOf(report("R-27", ...steps, [3, "desk", wrote], [4, "pc", read]))?.next).toBe("No way to reach them was said. Say who goes");
  });

  test("a danger counts its minutes from when it was said, whoever read it meanwhile, and tells since when somebody is there", () => {
    const steps = [
      [0, "desk", came("now")],
      [9, "pc", read],
      [10, "pc", decide],
    ] as const;
    const waiting = rowOf(report("R-23", ...steps));
    expect(waiting).toMatchObject({ danger: { since: night }, unread: { since: later(night, 9 * msPerMinute), opened: true } });
    expect(waiting?.done).toMatch(/^Decided 25 Nov 02:06: /);
    expect(waiting?.danger).not.toHaveProperty("met");
    expect(rowOf(report("R-23", ...steps, [11, "pc", meet]))?.danger).toEqual({ since: night, met: later(night, 11 * msPerMinute) });
  });

  test("after somebody else answered nobody is told to ring again, and what was tried and decided stands in the row", () => {
    const other: Intent = { kind: "contact-attempted", body: { channel: "call", outcome: "somebody-else" } };
    const now999: Intent = { kind: "triage-decided", body: { choice: "tonight", proposed: "tonight", rule: "r" } };
    const steps = [
      [0, "desk", came("now")],
      [1, "pc", read],
      [2, "pc", other],
    ] as const;
    expect(rowOf(report("R-27", ...steps))).toMatchObject({
      next: "Do not ring: somebody else answered. Decide who goes",
      why: { second: expect.stringContaining("Call 25 Nov 01:58: somebody else answered.") },
    });
    expect(rowOf(report("R-27", ...steps, [3, "pc", now999]))).toMatchObject({
      next: "Do not ring: somebody else answered. Say who is there",
      why: { second: expect.stringContaining("Decided 25 Nov 01:59: Officer to the person now.") },
    });
    expect(
      rowOf(report("R-27", ...steps, [4, "desk", { kind: "danger-raised", body: { says: "At the door.", knowing: "account" } }]))?.next,
    ).toMatch(/^Do not ring/);
  });
});

test("what the person wrote is in no count of acts, and told beside it", () => {
  const acts = { total: 1_825, hers: 911, weeks: [{ week: "2026-W47", acts: 914, night: 6 }] };
  const opened: Intent = { kind: "pack-opened", body: { letter, pack: 0, sha256: hash(1), fate: "opened", acts } };
  const row = rowOf(report("R-25", [0, "desk", came("no")], [1, "desk", opened]));
  expect(row?.acts).toMatchObject({ total: 914, own: 911, weeks: [{ acts: 914, night: 6 }] });
});

test("a report whose letter names nobody has the name that the pack tells, as told by the pack, and none where none was wanted", () => {
  const named: Intent = { kind: "pack-opened", body: { letter, pack: 0, sha256: hash(1), fate: "opened", name: "Imogen Vance" } };
  const received = (who: object): Intent => ({
    kind: "report-received",
    body: { letter, who: { reporter: "self", about: "adult" }, anonymous: false, danger: "no", packs: 1, ...who },
  });
  const says = (who: object) => rowOf(report("R-29", [0, "desk", received(who)], [1, "desk", named]))?.reporter.says;
  expect(says({})).toBe("Imogen Vance, by the pack");
  expect(says({ anonymous: true })).toBe("Name not given");
  expect(says({ who: { reporter: "witness", about: "adult" } })).toBe("Name not given");
  expect(says({ who: { reporter: "self", about: "adult", name: "Immy" } })).toBe("Immy");
});

test("nothing is called the first report while nobody has decided whether it is", () => {
  const link: Intent = {
    kind: "link-suggested",
    body: { link: "l", to: "R-8", why: [{ says: "One identifier stands in both", knowing: "record" }] },
  };
  const second = (...steps: readonly (readonly [number, string, Intent])[]) =>
    rowOf(report("R-3", [0, "desk", came("now")], ...steps))?.why.second;
  expect(second()).toContain("First report.");
  expect(second([1, "desk", link])).toBe("One identifier stands in both. Link not yet decided.");
});

test("a decision against the rule says that it is, who has read it and what was decided before it", () => {
  const choose = (choice: string, proposed: string): Intent => ({
    kind: "triage-decided",
    body: { choice, proposed, rule: "r", reason: "Words." },
  });
  const steps = [
    [0, "desk", came("no")],
    [1, "pc", read],
    [2, "pc", choose("tonight", "tonight")],
    [3, "sgt", choose("week", "tonight")],
  ] as const;
  expect(rowOf(report("R-27", ...steps))?.done).toBe(
    "Decided 25 Nov 01:59: Appointment within 7 days, against the rule; nobody has read it yet. Before it, 25 Nov 01:58: Officer to the person now.",
  );
  const disagrees: Intent = { kind: "decision-read", body: { decision: 4, agrees: false, says: "No." } };
  expect(rowOf(report("R-27", ...steps, [4, "dc", disagrees]))?.done).toContain("against the rule; a second person does not agree.");
});

test("a row of danger says how the person is reached and for whom it is, and never to call where another way was asked for", () => {
  const contact = { channel: "text", address: "07700 900811", hours: "Mon-Fri 09:00 to 15:30, never after" } as const;
  const sister = (more: object): Intent => ({
    kind: "report-received",
    body: {
      letter,
      who: { reporter: "another", about: "adult" },
      anonymous: false,
      danger: "now",
      packs: 0,
      wishes: "Please write.",
      ...more,
    },
  });
  const row = rowOf(report("R-20", [0, "desk", sister({ contact, place: "4 Quay Row" })]));
  expect(row?.next).toBe("Reach them by text");
  expect(`${row?.why.first} ${row?.why.second}`.split("4 Quay Row")).toHaveLength(2);
  expect(row?.why.second).toContain("Reach: text, Mon-Fri 09:00 to 15:30, never after. On behalf of another person:");
  expect(row?.why.second).toContain("Asks: “Please write”.");
  expect(row?.why.second).not.toContain("900811");
  const nextBy = (said: object) => rowOf(report("R-20", [0, "desk", sister({ contact: said })]))?.next;
  expect([
    nextBy({ channel: "call", address: "07700 900811" }),
    nextBy({ channel: "mailbox" }),
    nextBy({ way: "my neighbour at number 4" }),
  ]).toEqual(["Call now", "Write to their mailbox", "Reach them as they said"]);
  // By a telephone of which nobody said the number nobody is reached: somebody goes.
  const noNumber = "No number was said. Say who goes";
  expect([nextBy({ channel: "text" }), nextBy({ channel: "call", way: "after 9" })]).toEqual([noNumber, noNumber]);
  expect(nextBy({ channel: "text", way: "my sister, 07700 900812" })).toBe("Reach them by text");
  expect(nextBy({ channel: "call", said: [{ label: "Else", says: "Work: 07700 900813." }] })).toBe("Call now");
  const none: Intent = { kind: "contact-read", body: { through: 1, outcome: "none-left" } };
  expect(rowOf(report("R-20", [0, "desk", sister({ contact })], [1, "pc", none]))?.next).toMatch(/^Do not ring/);
});

test("of two people whose reports are read as one the row says whom to reach by which way, and what each asks", () => {
  const letterOf = (name: string, channel: "post" | "call", more: object = {}): Intent => ({
    kind: "report-received",
    body: {
      ...{ letter, who: { reporter: "self", about: "adult", name }, anonymous: false, danger: "no", packs: 0 },
      contact: channel === "post" ? { way: "post" } : { channel },
      ...more,
    },
  });
  const ruth = report("R-13", [-30, "desk", letterOf("Ruth Ames", "post", { wishes: "Please write only." })]);
  const danger: Intent = { kind: "answer-received", body: { letter, danger: "now", packs: 0, account: "He is on her landing." } };
  const join: Intent = { kind: "report-joined", body: { into: "R-13", why: "Her daughter." } };
  const ana = report("R-14", [-20, "desk", letterOf("Ana Ames", "call")], [-10, "pc", join], [0, "desk", danger]);
  const row = rowOf(ruth, ana);
  expect(row?.report).toBe("R-13");
  expect(row?.next).toBe("Read what they wrote before you reach them: R-14, Ana Ames");
  expect(row?.why.second).toContain("Reach R-14, Ana Ames: call. What was written since is not read yet for how they are reached.");
  expect(row?.why.second).toContain("Reach R-13, Ruth Ames: “post”.");
  expect(row?.why.second).toContain("R-13, Ruth Ames asks: “Please write only”.");
});

test("a way is no step before what was written since is read for it, and one that an answer named none before it is known whose it is", () => {
  const call = { channel: "call", address: "07700 900655", hours: "after nine" } as const;
  const first: Intent = {
    kind: "report-received",
    body: { letter, who: { reporter: "self", about: "adult" }, anonymous: false, danger: "now", packs: 0, contact: call },
  };
  const answer = (more: object): Intent => ({ kind: "answer-received", body: { letter, danger: "now", packs: 0, ...more } });
  const rowAfter = (said: Intent, ...more: readonly (readonly [number, string, Intent])[]) =>
    rowOf(report("R-4", [0, "desk", first], [1, "desk", said], ...more));
  const doNot = answer({ account: "He stands beside me. Do not ring, text." });
  const opened = [2, "pc", read] as const;
  const through = (outcome: "stands" | "former-stands"): Intent => ({ kind: "contact-read", body: { through: 2, outcome } });
  expect(rowAfter(doNot)?.next).toBe("Read what they wrote before you reach them");
  // That somebody looked says nothing of the way: it is written whether it holds.
  expect(rowAfter(doNot, opened)?.next).toBe("Read what they wrote before you reach them");
  expect(rowAfter(doNot, opened, [3, "pc", through("stands")])?.next).toBe("Call now");
  const named = answer({ contact: { channel: "text", address: "07700 900656" } });
  const row = rowAfter(named, opened);
  expect(row?.next).toBe("Read what they wrote before you reach them");
  expect(row?.why.second).toContain(
    "Reach: text, after nine (said of another way) was named in an answer, and nobody knows yet whether it is theirs; ask by the one before it: call, after nine.",
  );
  const notTheirs = [3, "pc", through("former-stands")] as const;
  expect(rowAfter(named, opened, notTheirs)?.next).toBe("Call now");
  // Whoever named it has the seven words: what waits there is answered to nobody before it is known who wrote it.
  const ended = rowAfter(
    named,
    opened,
    notTheirs,
    [4, "pc", { kind: "danger-ended", body: { reason: "Seen." } }],
    [5, "desk", wrote],
    [6, "pc", read],
  );
  expect(ended?.next).toBe("Ask who wrote, by another way than the mailbox");
  expect(ended?.why.second).toMatch(/^Somebody else has the seven words: what comes by them may not be theirs/);
});

test("that somebody else answered stands in the row until an officer wrote how the person is reached, whatever was sent since", () => {
  const tried = (channel: "call" | "text", outcome: "somebody-else" | "sent" | "reached"): Intent => ({
    kind: "contact-attempted",
    body: { channel, outcome },
  });
  const steps = [
    [0, "desk", came("now")],
    [1, "pc", tried("call", "somebody-else")],
    [2, "pc", tried("text", "sent")],
  ] as const;
  const row = rowOf(report("R-23", ...steps));
  expect(row?.next).toMatch(/^Do not ring: somebody else answered/);
  expect(row?.done).toMatch(/^Call 25 Nov 01:57: somebody else answered\. Text 25 Nov 01:58: sent\.$/);
  const theirs: Intent = {
    kind: "contact-read",
    body: { through: 3, outcome: "replaced", contact: { channel: "call", address: "07700 900814" } },
  };
  expect(rowOf(report("R-23", ...steps, [3, "pc", theirs]))?.next).toBe("Call now");
  expect(rowOf(report("R-23", ...steps, [3, "pc", tried("call", "reached")]))?.next).not.toContain("Do not ring");
});

test("whoever can say only yes and no on the telephone stands so in the row, in danger or not", () => {
  const typed = (danger: "now" | "no", says: string): Intent => ({
    kind: "report-typed",
    body: {
      ...{ door: "999", who: { reporter: "self", about: "adult" }, danger, told: [] },
      questions: [
        { question: "speak-freely", state: "answered", says },
        { question: "where-now", state: "answered", says: "In the house, upstairs" },
      ],
    },
  });
  for (const danger of ["now", "no"] as const) {
    expect(rowOf(report("R-29", [0, "pc", typed(danger, "Only yes and no")]))?.why.second).toContain(
      "Can speak freely: “Only yes and no”. Where the other person is: “In the house, upstairs”.",
    );
    expect(rowOf(report("R-29", [0, "pc", typed(danger, "Yes")]))?.why.second ?? "").not.toContain("Can speak");
  }
  // Nor is anybody told to ring: neither where no number stands, nor where whoever holds the telephone cannot speak.
  expect(rowOf(report("R-29", [0, "pc", typed("now", "Only yes and no")]))?.next).toBe("No way to reach them was said. Say who goes");
  const back = (says: string) => {
    const one = typed("now", says);
    const contact = { channel: "call", address: "07700 900601" } as const;
    return one.kind === "report-typed" ? rowOf(report("R-29", [0, "pc", { ...one, body: { ...one.body, contact } }]))?.next : undefined;
  };
  expect(back("Only yes and no")).toBe("Do not ring: they cannot speak freely. Say who goes");
  expect(back("Yes")).toBe("Call now");
});

test("a danger that is said while another stands hides it not: each has its own minute, its words and whoever went there", () => {
  const second: Intent = { kind: "danger-raised", body: { says: "A second house", knowing: "account" } };
  const steps = [
    [0, "desk", came("now")],
    [1, "pc", meet],
    [7, "pc", second],
  ] as const;
  const row = rowOf(report("R-3", ...steps));
  expect(row?.why.first).toBe(
    "A second house. 25 Nov 02:03. 999 and 101 logs not searched yet. Also: Danger now, said in the letter. 25 Nov 01:56. Unit NP31 is there. 25 Nov 01:57.",
  );
  expect(row?.danger).toEqual({ since: later(night, 7 * msPerMinute) });
  expect(rowOf(report("R-3", ...steps, [9, "pc", meet]))?.danger).toEqual({
    since: night,
    met: later(night, 9 * msPerMinute),
  });
});

test("of a call that is read as one with another’s report the row says whose it is: its words, its weapon, and where whoever called is", () => {
  const typed: Intent = {
    kind: "report-typed",
    body: {
      ...{ door: "999", who: { reporter: "self", about: "adult", name: "Kim Doyle" }, danger: "no" },
      told: [{ says: "yes" }, { says: "I am at number 9 Harbour Lane." }],
      questions: [
        { question: "speak-freely", state: "answered", says: "Only yes and no" },
        { question: "where-now", state: "answered", says: "In the house, upstairs" },
        { question: "weapon", state: "answered", says: "Yes" },
      ],
    },
  };
  const zoe = report("R-29", [0, "desk", came("no", "Carl broke the door.")], [2, "desk", wrote]);
  const joined: Intent = { kind: "report-joined", body: { into: "R-29", why: "Her daughter." } };
  const again: Intent = { kind: "answer-received", body: { letter, danger: "unsaid", account: "Do not call me.", packs: 0 } };
  const ivo = report("R-30", [1, "desk", came("no")], [2, "pc", joined], [3, "desk", again]);
  const row = rowOf(zoe, report("R-33", [1, "pc", typed], [2, "pc", joined]), ivo);
  const says = row?.why.second ?? "";
  expect(row?.mark).toBe("Weapon");
  expect(says).toContain("R-33, Kim Doyle: Can speak freely: “Only yes and no”. Where the other person is: “In the house, upstairs”.");
  expect(says).toContain("R-33, Kim Doyle: A weapon: “Yes”.");
  expect(says).toContain("R-33, Kim Doyle: “yes / I am at number 9 Harbour Lane”.");
  // What each wrote and nobody has answered, the newest last: that of one hides no other’s.
  expect(says).toMatch(/R-29, Daniel Mensah wrote again [^:]*:58, not answered.*R-30, Daniel Mensah wrote again [^“]*“Do not call me”/);
  expect(says).not.toMatch(/(^|\. )Wrote again/);
});
