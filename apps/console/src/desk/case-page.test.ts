import { describe, expect, it } from "vitest";
import { readStrictly } from "@unmask/core";
import { actPage } from "./act-page.ts";
import { casePage } from "./case-page.ts";

const log = { number: 481_211, says: "written", hash: "d1659fcc", before: "c6dde075" };
const page = {
  case: "0412",
  called: { name: "Leila Ashworth", about: "Gareth Pine" },
  opened: { number: 1, happened: 0, by: "o-1" },
  closed: null,
  saw: 3,
  first: {
    danger: [{ of: "R-2101", since: 0, says: "“at the door”", knowing: "account", by: null, met: [] }],
    dangerOver: [],
    places: [{ report: "R-2100", says: "14 Mill Lane, Northbury" }],
    unanswered: [{ report: "R-2101", happened: 0, says: "He came back." }],
    breaches: [],
    opened: [],
    proposed: [],
    overdue: [
      { id: "tell", says: "Tell", since: "Mon 23 Nov 2026", state: "overdue", dueBy: "2026-11-24", overdueFrom: 9, why: "Code", from: 3 },
    ],
    due: [],
    done: 0,
    new: { since: null, looked: null, total: 0, lines: [] },
  },
  orders: [],
  summary: { acts: 0, own: 0, night: 0, weeks: 0, reports: 1 },
  reports: [
    {
      report: "R-2101",
      saw: 3,
      came: 0,
      who: null,
      account: "He is at the door.",
      said: [{ label: "Orders and bail", says: "in force" }],
      packs: [],
      packsAnnounced: 0,
    },
  ],
  lost: [],
  people: [],
  rolesEnded: [],
  records: [],
  facts: [],
  accounts: [],
  inferences: [],
  enquiries: [],
  noted: { tasks: [], searches: [], breaches: [], instruments: [], attempts: [], standing: [], withdrawn: [] },
  decisions: { written: [], order: null, ordersBefore: [], elsewhere: [], readings: [], ofReports: [] },
  recording: null,
  codeEvents: [],
  status: { status: "enhanced", reason: null },
  updates: [],
  mailboxes: [],
  reached: [
    {
      report: "R-2101",
      name: "Leila Ashworth",
      saw: 3,
      reach: [{ label: "Safe contact", strong: "text, 07700 900771", says: "never: “No voicemail.”", isMind: true }],
    },
  ],
  links: [{}],
  handovers: [],
  risk: { rule: "Northshire, 1 Sep 2026", askAgain: false, prompts: [] },
  closing: { proposal: null, checks: [], opensAgain: [], letters: [] },
  officers: { "o-1": "DC Bell" },
  members: [],
  openedAnyway: [{ by: "DC Lunt", words: "A man at her door", since: 0, until: 9 }],
  log,
};

describe("what is read of a case", () => {
  it("is taken whole, and a danger that nobody met says so by what is missing", () => {
    const read = readStrictly(page, "answer", casePage);
    expect(read).toMatchObject({
      ok: true,
      value: { links: 1, openedAnyway: page.openedAnyway, first: { overdue: [{ dueBy: "2026-11-24" }] } },
    });
    expect(read.ok && read.value.reached).toEqual(page.reached);
    expect(read.ok && read.value.first.danger[0]).toEqual(page.first.danger[0]);
  });

  it("is refused where a way of knowing or the state of a duty is a word that we do not know", () => {
    const rumour = { of: "R-2101", since: 0, says: "x", knowing: "rumour", by: null, met: [] };
    expect(readStrictly({ ...page, first: { ...page.first, danger: [rumour] } }, "answer", casePage).ok).toBe(false);
    const fine = { ...page.first.overdue[0], state: "fine" };
    expect(readStrictly({ ...page, first: { ...page.first, overdue: [fine] } }, "answer", casePage).ok).toBe(false);
    expect(readStrictly({ ...page, score: 9 }, "answer", casePage).ok).toBe(false);
  });
});

describe("what is read of an act", () => {
  const line = {
    place: "1.x.2",
    report: "R-2101",
    item: "0f",
    ordinal: 2,
    kind: "message",
    channel: "whatsapp",
    grade: "text-export",
    earliest: 1,
    latest: 2,
    from: { kind: "phone", normal: "+447700900388", name: null },
    says: "You’ve changed the lock.",
    exhibits: [],
    agreement: "agrees",
    whose: null,
    isAhead: false,
  };
  const act = {
    act: {
      id: "x",
      when: { wrote: "25/10/2026, 01:17", zone: "Europe/London", earliest: 1 },
      source: { name: "chat.txt", start: 4, end: 6, sha256: "" },
      flags: ["unanswered"],
      to: [{ kind: "owner", wrote: "", normal: "owner" }],
    },
    line,
    before: [],
    after: [line],
    also: [{}],
    exhibits: [],
    attachments: [{ name: "door.jpg", exhibit: { item: "0f", nth: 2, number: "LA/9", path: null } }],
    verdicts: [{ path: "chat.txt", verdict: "valid", why: "", nth: 0, force: "f" }],
    pack: { sha256: null, takenAt: null, overall: null },
    readAgain: "agrees",
    importers: null,
    notProved: "Who held the phone.",
    byHand: [],
    bytes: { path: "chat.txt", start: 4, end: 6, from: 0, base64: "SGVsbG8h" },
    log,
  };

  it("has its bytes as bytes, and of a row of the server only what is shown", () => {
    const read = readStrictly(act, "answer", actPage);
    expect(read.ok && new TextDecoder().decode(read.value.bytes?.bytes)).toBe("Hello!");
    expect(read).toMatchObject({ ok: true, value: { flags: ["unanswered"], to: [{ kind: "owner" }] } });
    expect(read.ok && read.value.verdicts[0]).toEqual({ path: "chat.txt", verdict: "valid", why: "" });
  });

  it("is refused with a verdict outside the closed set, or bytes that are none", () => {
    expect(readStrictly({ ...act, verdicts: [{ path: "", verdict: "fine", why: "" }] }, "answer", actPage).ok).toBe(false);
    expect(readStrictly({ ...act, bytes: { ...act.bytes, base64: "<script>" } }, "answer", actPage).ok).toBe(false);
  });
});
