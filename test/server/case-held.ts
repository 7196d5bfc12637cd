/** What is held of a case and disclosed of it. */
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { readStrictly } from "@unmask/core";
import { disclosureCases, schedule as readSchedule, wholeItem } from "../../apps/console/src/desk/disclosure.ts";
import { allRows } from "./all-rows.ts";
import { because, seedCase, seedEvent, seedReport } from "./case-seed.ts";
import type { Officer } from "./desk-stage.ts";
import { type CaseBody, type SharedCase, reason, fromDesk } from "./shared-case.ts";

/** The tests; each goes on where the one before ended. */
export function testHeldOfCase(shared: () => SharedCase): void {
  test("what is held is marked, cut, read and disclosed; how she is reached is in no answer, no refusal, no file and no entry", async () => {
    const { desk, bell, wren, get } = shared();
    const boone = await desk.enrol("Carys Boone", "disclosure-officer");
    const canaries = {
      channel: "call",
      ...{ way: "through Canaryway", address: "07700 900777", hours: "canary hours", voicemail: "canary voicemail" },
      ...{ codeWord: "canarycode", said: [{ label: "Where I sleep", says: "Canary House, Northmere" }] },
    } as const;
    const sought = ["canary", "700900777"];
    const letter = { letter: "ce".repeat(16), danger: "no", packs: 0, account: "He stood at the gate.", contact: canaries } as const;
    await seedReport(desk, { report: "R-2195", name: "Ida Lund" });
    await seedEvent(desk, { of: "report", id: "R-2195" }, "desk", { kind: "answer-received", body: letter });
    await seedCase(desk, "0455", { reports: ["R-2195"], members: [bell.id, wren.id, boone.id] });
    const says = "Caller at Canary House, Northmere, on +44 7700 900777.\nMan seen from behind.";
    await seedEvent(desk, { of: "case", id: "0455" }, bell.id, { kind: "fact-recorded", body: { says, source: "999 log 0061" } });
    const wire: string[] = [];
    const ask = async (officer: Officer, method: "GET" | "POST", path: string, body: object = {}) => {
      const at = `/desk/cases/0455/disclosure${path}`;
      const header = { "x-unmask-desk": "1", host: fromDesk.host, cookie: `unmask-desk=${officer.cookie}`, ...because(reason).headers };
      const reply = await desk.app.inject({
        method,
        url: at,
        headers: header,
        ...(method === "POST" ? { payload: { ...body, reason } } : {}),
      });
      if (officer === boone) wire.push(`${JSON.stringify(reply.headers)} ${reply.body}`);
      const isJson = String(reply.headers["content-type"]).includes("json");
      return { status: reply.statusCode, text: reply.body, body: (isJson ? reply.json() : {}) as CaseBody };
    };
    const seen = async (officer: Officer) => {
      const read = readStrictly((await ask(officer, "GET", "")).body, "answer", readSchedule);
      if (!read.ok) throw new Error(read.error);
      return read.value;
    };
    const write = async (officer: Officer, path: string, body: object) =>
      ask(officer, "POST", path, { saw: (await seen(officer)).saw, ...body });
    const ruleOf = async (officer: Officer, path: string, body: object) => (await write(officer, path, body)).body.refused.rule;

    const begun = await seen(boone);
    expect(begun.unlisted.map(({ of, kind }) => [of, kind])).toContainEqual(["case/2", "fact, read from a record"]);
    expect(begun.unlistedInAll).toBe(begun.unlisted.length);
    expect(begun.notListed).toContain("how people are reached");
    const item = { of: "case/2", describes: "999 log 0061, two lines.", mark: "could-help", words: "It says less than she does." };
    expect(await ruleOf(boone, "/mark", { ...item, describes: "Call from 07700-900777" })).toBe("contact-inside");
    expect(await ruleOf(bell, "/mark", item)).toBe("role");
    expect((await write(boone, "/mark", item)).status).toBe(200);
    // The whole is for who cuts; the disclosure officer has no way to it.
    expect((await ask(boone, "GET", "/items/D-1/whole")).status).toBe(403);
    const whole = readStrictly((await ask(bell, "GET", "/items/D-1/whole")).body, "answer", wholeItem);
    expect(whole.ok && whole.value.lines.slice(0, 2)).toEqual(says.split("\n"));
    const house = { line: 1, at: 10, length: 23, what: "address", why: "safety of a person" };
    const number = { line: 1, at: 38, length: 15, what: "number", why: "safety of a person" };
    const leftIn = [{ line: 2, why: "It could help the defence." }];
    expect(await ruleOf(boone, "/cut", { item: "D-1", taken: [house, number], leftIn })).toBe("role");
    expect(await ruleOf(bell, "/cut", { item: "D-1", taken: [house], leftIn })).toBe("contact-inside");
    expect((await write(bell, "/cut", { item: "D-1", taken: [house, number], leftIn })).status).toBe(200);
    const [cut] = (await seen(boone)).items[0]?.copies ?? [];
    expect(cut).toMatchObject({ originalHolds: true, copyHolds: true, isAgreed: false, by: bell.name });
    expect(cut?.lines[0]).toBe("Caller at [taken out: address, 23 signs], on [taken out: number, 15 signs].");
    expect(cut?.original).toBe(whole.ok ? whole.value.original : "");
    const gives = { copies: [cut?.number ?? 0], schedule: false, as: "defence", to: "Lane & Rudd, solicitors", how: "by secure mail" };
    expect(await ruleOf(boone, "/give", gives)).toBe("second-person");
    expect(await ruleOf(bell, "/read", { of: cut?.number, agrees: true })).toBe("own-cut");
    expect(await ruleOf(boone, "/read", { of: cut?.number, agrees: true })).toBe("role");
    expect((await write(wren, "/read", { of: cut?.number, agrees: true })).status).toBe(200);
    expect((await ask(boone, "GET", `/given/1/copies/${cut?.number ?? 0}/file`)).status).toBe(404);
    const gave = await write(boone, "/give", gives);
    expect(gave.status).toBe(200);
    const file = await ask(boone, "GET", `/given/${gave.body.saw}/copies/${cut?.number ?? 0}/file`);
    expect(file.text).toContain(cut?.copy);
    const secret = { of: "nothing-held", describes: "A source was asked.", mark: "sensitive", words: "It would name one." };
    expect((await write(boone, "/mark", secret)).status).toBe(200);
    // The schedule goes when a second person read it as it stands; that it did is written in the case before there is a file, once.
    const goes = { copies: [], schedule: true, as: "defence", to: "Lane & Rudd, solicitors", how: "by secure mail" };
    expect(await ruleOf(boone, "/give", goes)).toBe("second-person");
    const { schedule } = await seen(boone);
    expect((await write(wren, "/read", { of: schedule.marked, agrees: true })).status).toBe(200);
    expect(await ruleOf(bell, "/give", goes)).toBe("role");
    expect((await write(boone, "/give", { ...goes, schedule: false })).status).toBe(400);
    const { saw } = await seen(boone);
    const press = () => ask(boone, "POST", "/give", { saw, ...goes });
    const both = await Promise.all([press(), press()]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(both[1]?.body.saw).toBe(both[0]?.body.saw);
    const went = both[0]?.body.saw ?? 0;
    expect((await seen(boone)).given.slice(1)).toMatchObject([{ ...goes, number: went, by: boone.name }]);
    const table = await ask(boone, "GET", `/given/${went}/schedule/file`);
    expect(table.text).toMatch(/D-1,"999 log 0061, two lines\."/);
    expect(table.text).not.toContain("A source was asked");
    const toCourt = await write(boone, "/give", { ...goes, as: "court", to: "Northshire Crown Court" });
    expect((await ask(boone, "GET", `/given/${toCourt.body.saw}/schedule/file`)).text).toContain("A source was asked");
    // What went stays what it was, and is handed out by nobody else.
    expect((await write(boone, "/mark", { ...item, item: "D-1", describes: "999 log 0061, in part." })).status).toBe(200);
    expect((await ask(boone, "GET", `/given/${went}/schedule/file`)).text).toBe(table.text);
    expect((await ask(bell, "GET", `/given/${went}/schedule/file`)).status).toBe(403);
    expect((await ask(boone, "GET", `/given/${gave.body.saw}/schedule/file`)).status).toBe(404);
    const asked = await write(boone, "/asked", { as: "defence", who: "Lane & Rudd, solicitors", says: "The other report." });
    expect((await write(boone, "/refuse", { asked: asked.body.saw, words: "It is another person’s." })).status).toBe(200);
    // A letter that says later where she sleeps covers what was cut before it came.
    const later = { ...letter, letter: "cf".repeat(16), contact: { said: [{ label: "Where I sleep", says: "Man seen from behind" }] } };
    await seedEvent(desk, { of: "report", id: "R-2195" }, "desk", { kind: "answer-received", body: later });
    expect((await seen(boone)).items[0]?.copies[0]?.lines[1]).toBe("[not shown: said of reaching them, 20 signs].");
    const mine = readStrictly((await get(boone, "/desk/disclosure")).body, "answer", disclosureCases);
    expect(mine).toMatchObject({ ok: true, value: { cases: [{ case: "0455", items: 2, asked: 0 }] } });
    for (const path of ["", "/exhibits", "/acts", "/referrals", "/findings"]) {
      const reply = await boone.ask("GET", `/desk/cases/0455${path}`, undefined);
      wire.push(JSON.stringify(reply.body));
      expect(reply.status).toBe(403);
    }
    const all = wire.join("\n").toLowerCase();
    expect(all.length).toBeGreaterThan(5_000);
    for (const canary of sought) expect(all.replaceAll(/[^a-z0-9]/g, "")).not.toContain(canary);
    const entries = await allRows(desk.parts.database).selectFrom("access_log").selectAll().execute();
    expect(JSON.stringify(entries)).toContain("Lane & Rudd, solicitors");
    // Each time that the table went to the defence is an entry with the hash of the very file: when it was written, and when it was saved.
    const hash = createHash("sha256").update(table.text).digest("hex");
    expect(entries.filter(({ what, entry }) => what === "give-disclosure" && JSON.parse(entry).sha256 === hash).length).toBe(3);
    expect(JSON.stringify(entries).toLowerCase()).not.toContain("canary");
  });
}
