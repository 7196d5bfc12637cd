import { expect, it } from "vitest";
import { type StatementDocument, parseStatement, statementToJson } from "@unmask/core";
import type { ImportSummary, Person } from "./engine/protocol.ts";
import { answersIn, overKept } from "./kept-statement.ts";
import { emptySession, statedIn } from "./session.ts";

function person(normal: string): Person {
  return { normal, kind: "name", shown: normal, acts: 3, ways: ["Texts"] };
}

const people = [person("nadia"), person("gary"), person("mum")];

const importSummary: ImportSummary = {
  acts: 9,
  twice: 0,
  notices: 0,
  files: [],
  mediaMissing: 0,
  unread: [],
  kept: [],
  known: [],
  notTakenIn: [],
  missing: [],
  lostLines: [],
  originals: [],
  people,
  peopleLeftOut: 0,
  isDateOrderAssumed: false,
  isNotesAlone: false,
};

const kept: StatementDocument = {
  zone: "Europe/London",
  jurisdiction: "EW",
  country: "GB",
  me: { label: "you", names: ["nadia", "+447700900123"] },
  them: { label: "gary", names: ["gary"] },
  others: ["mum"],
  stops: [
    { kind: "told to stop", day: { year: 2026, month: 3, day: 2 } },
    { kind: "blocked", day: { year: 2026, month: 4, day: 1 } },
    { kind: "order served", day: { year: 2026, month: 6, day: 9 } },
  ],
  gaps: [
    { from: { year: 2026, month: 1, day: 5 }, until: { year: 2026, month: 2, day: 1 }, channels: ["whatsapp"], says: "phone in repair" },
    { from: { year: 2025, month: 1, day: 5 }, until: { year: 2025, month: 2, day: 1 }, channels: ["email"], says: "mailbox was emptied" },
  ],
  anniversaries: [{ day: { year: 2026, month: 5, day: 7 }, label: "my birthday" }],
  places: ["Mill Lane"],
};

it("shows her answers again after the next opening, and states the same once more", () => {
  const session = { ...emptySession, importSummary, ...answersIn(kept, people) };
  expect(session.sideByNormal).toEqual(
    new Map([
      ["nadia", "me"],
      ["gary", "them"],
    ]),
  );
  expect(session.toldToStop).toEqual({ day: "2", month: "3", year: "2026" });
  const again = { ...overKept(statedIn(session), kept, people), zone: kept.zone, country: kept.country };
  expect(parseStatement(statementToJson(again))).toEqual(parseStatement(statementToJson(kept)));
});

it("holds the newer of two answers about one name, and keeps a name whose file is not here", () => {
  const sideByNormal = new Map([["mum", "them"]] as const);
  const stated = overKept(statedIn({ ...emptySession, importSummary, sideByNormal }), kept, people);
  expect(stated.them.names).toEqual(["mum"]);
  expect(stated.others).toBeUndefined();
  expect(stated.me.names).toEqual(["+447700900123"]);
  expect(stated.stops).toEqual([{ kind: "order served", day: { year: 2026, month: 6, day: 9 } }]);
  expect(stated.gaps?.map(({ says }) => says)).toEqual(["mailbox was emptied"]);
});
