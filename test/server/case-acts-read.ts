/** The acts of a case, one of them, its exhibits and what they say, over HTTP. */
import { sql } from "kysely";
import { expect, test } from "vitest";
import { readStrictly } from "@unmask/core";
import { actList, actPage } from "../../apps/console/src/desk/act-page.ts";
import { courseDrawn } from "../../apps/console/src/desk/course-drawn.ts";
import { exhibitPicture, exhibitsAnswer, findingsAnswer } from "../../apps/console/src/desk/exhibits.ts";
import { recordingAnswer } from "../../apps/console/src/desk/recording-help.ts";
import { cases as casesOfConsole } from "../../apps/console/src/desk/cases.ts";
import { machineTransaction } from "../../apps/server/src/access/as-machine.ts";
import { standsOut } from "../../apps/server/src/desk/stands-out.ts";
import { allRows } from "./all-rows.ts";
import { because, itemOf } from "./case-seed.ts";
import { exhibitText, photoOfAPlace } from "./desk-stage.ts";
import { type Line, type CaseBody, type SharedCase, reason, fromDesk } from "./shared-case.ts";

/** The tests; each goes on where the one before ended. */
export function testActsOfCase(shared: () => SharedCase): void {
  test("acts come in pages in the order of time, each once, and a lane shows its own", async () => {
    const { bell, ref, get } = shared();
    const all: Line[] = [];
    for (let next: string | undefined = ""; next !== undefined;) {
      const page: { readonly status: number; readonly body: CaseBody } = await get(
        bell,
        `/desk/cases/${ref}/acts${next === "" ? "" : `?after=${next}`}`,
      );
      all.push(...page.body.acts);
      next = page.body.next;
    }
    expect(all.length).toBe(430);
    expect(new Set(all.map(({ place }) => place)).size).toBe(430);
    expect(all.every(({ earliest }, i) => i === 0 || earliest >= (all[i - 1]?.earliest ?? 0))).toBe(true);
    const calls = (await get(bell, `/desk/cases/${ref}/acts?lane=calls`)).body.acts;
    expect(calls.length).toBe(all.filter(({ channel }) => channel === "phone").length);
    expect((await get(bell, `/desk/cases/${ref}/acts?lane=none`)).status).toBe(400);
  });

  test("one act has its neighbours, the bytes it came from, its verdict and the commands that check it without us", async () => {
    const { bell, ref, get } = shared();
    const { status, body } = await get(bell, `/desk/cases/${ref}/acts/${itemOf("R-2100")}/10`);
    expect([status, readStrictly(body, "answer", actPage)]).toMatchObject([200, { ok: true }]);
    expect(body.before.map(({ ordinal }) => ordinal)).toEqual([5, 6, 7, 8, 9]);
    expect(body.after.map(({ ordinal }) => ordinal)).toEqual([11, 12, 13, 14, 15]);
    expect(body.verdicts.map(({ verdict }) => verdict)).toEqual(["valid"]);
    expect(body.bytes?.from).toBeGreaterThanOrEqual(0);
    expect(body.byHand).toContainEqual(expect.stringMatching(/^tail -c \+\d+ data\/originals\/0007\.txt \| head -c 100$/));
    expect(body.byHand[0]).toBe("unmask verify PACK.age -i KEY");
    expect(body.notProved).toContain("Who held the phone");
    expect(readStrictly((await get(bell, `/desk/cases/${ref}/acts`)).body, "answer", actList)).toMatchObject({ ok: true });
    expect(readStrictly((await get(bell, "/desk/cases")).body, "answer", casesOfConsole)).toMatchObject({ ok: true });
  });

  test("a picture is shown without the place that its file tells, and the file itself goes out as it came alone", async () => {
    const { desk, bell, ref, get } = shared();
    const path = `/desk/cases/${ref}/exhibits/${itemOf("R-2100")}/2`;
    const told = Buffer.from(photoOfAPlace()).toString("latin1");
    expect(told).toContain("GPSLatitude");
    const { status, body } = await get(bell, `${path}/picture`);
    expect(readStrictly(body, "answer", exhibitPicture)).toMatchObject({ ok: true, value: { picture: { format: "jpg", width: 1 } } });
    const shown = Buffer.from(body.picture?.base64 ?? "", "base64").toString("latin1");
    expect([status, shown.length > 100, /GPS|Exif|camera/.test(shown)]).toEqual([200, true, false]);
    const [last] = await allRows(desk.parts.database).selectFrom("access_log").selectAll().orderBy("number", "desc").limit(1).execute();
    expect(last?.what).toBe("read-case");
    const text = (await get(bell, `/desk/cases/${ref}/exhibits/${itemOf("R-2100")}/0/picture`)).body;
    expect([text.picture, text.whyNot]).toEqual([null, "It is not shown: its bytes are no JPEG and no PNG."]);
    const headers = { ...fromDesk, cookie: `unmask-desk=${bell.cookie}`, ...because(reason).headers };
    const file = await desk.app.inject({ method: "GET", url: `${path}/file?recipient=CPS`, headers });
    expect(file.rawPayload.toString("latin1")).toBe(told);
  });

  test("the course is drawn over the acts of both packs that are theirs, each picture with its table and its acts", async () => {
    const { bell, ref, get } = shared();
    const { status, body } = await get(bell, `/desk/cases/${ref}/drawings`);
    const read = readStrictly(body, "answer", courseDrawn);
    expect([status, read]).toMatchObject([200, { ok: true, value: { acts: 430, counts: { theirs: 430, hers: 0 }, notStated: 0 } }]);
    const drawings = read.ok ? read.value.drawings : [];
    expect(drawings.map(({ pattern }) => pattern)).toContain("night-time");
    for (const { table, drawing, acts } of drawings)
      expect([table.rows.length > 0, drawing.desktop.shapes.length > 5, acts.length > 0]).toEqual([true, true, true]);
  });

  test("what a pack found stands beside what was found here, and each names the acts by which it is opened", async () => {
    const { desk, bell, ref, get } = shared();
    const found = {
      pattern: "night-time",
      standing: "count",
      line: "1 at night",
      says: "1 act came at night.",
      acts: [0, 4],
      how: "By hour.",
    };
    const hers = JSON.stringify({ ...found, couldChange: ["A wrong clock."], table: { columns: ["Day"], rows: [["Mon"]] } });
    const here = JSON.stringify({ ...JSON.parse(hers), says: "2 acts came at night.", beyond: 0 });
    await machineTransaction(desk.parts.database, (tx) =>
      tx
        .insertInto("item_finding")
        .values({
          force: desk.parts.force.id,
          item: itemOf("R-2100"),
          nth: 0,
          pattern: "night-time",
          agreement: "differs",
          hers,
          here,
          why: "says",
        })
        .execute(),
    );
    const { body } = await get(bell, `/desk/cases/${ref}/findings`);
    const read = readStrictly(body, "answer", findingsAnswer);
    expect(read).toMatchObject({
      ok: true,
      value: { findings: [{ agreement: "differs", hers: { acts: [1, 5] }, here: { says: "2 acts came at night." } }] },
    });
    const exhibits = readStrictly((await get(bell, `/desk/cases/${ref}/exhibits`)).body, "answer", exhibitsAnswer);
    expect(exhibits).toMatchObject({
      ok: true,
      value: { exhibits: [{ number: "LA/7" }, { path: null }, { verdict: "altered" }, {}, {}, {}] },
    });
    const help = readStrictly((await get(bell, `/desk/cases/${ref}/recording?words=8Q`)).body, "answer", recordingAnswer);
    expect(help).toMatchObject({ ok: true, value: { table: { name: "codes-2026.csv", rows: 2 }, rowsInAll: 2 } });
  });

  test("what stands out is what the findings name, words of a threat first, with who wrote them, the year and the words", async () => {
    const { desk, ref } = shared();
    const again = "ab".repeat(16);
    const threat = { pattern: "threats", standing: "words of a threat", line: "1 message with words of a threat", acts: [4] };
    const lines = await machineTransaction(desk.parts.database, async (tx) => {
      const at = { force: desk.parts.force.id, item: itemOf("R-2100"), pattern: "threats", agreement: "agrees" as const };
      await tx
        .insertInto("item_finding")
        .values({ ...at, nth: 1, hers: null, here: JSON.stringify(threat), why: null })
        .execute();
      const of = { force: desk.parts.force.id, report: "R-2100", inCase: ref };
      const alone = await standsOut(tx, [of]);
      // A second pack with the same chat: each of its acts, and what was found in them, is told once.
      await sql`insert into item select (jsonb_populate_record(item, ${JSON.stringify({ id: again, number: 9_999 })}::jsonb)).* from item
        where force = ${at.force} and id = ${at.item}`.execute(tx);
      await sql`insert into report_act select (jsonb_populate_record(report_act, ${JSON.stringify({ item: again })}::jsonb)).* from report_act
        where force = ${at.force} and item = ${at.item}`.execute(tx);
      await sql`insert into item_finding select (jsonb_populate_record(item_finding, ${JSON.stringify({ item: again })}::jsonb)).* from item_finding
        where force = ${at.force} and item = ${at.item}`.execute(tx);
      const seen = await standsOut(tx, [of]);
      // The same chat in a report that is read as one with it: one line of each, which names both.
      const asOne = await standsOut(tx, [of, { ...of, report: "R-2103", inCase: null }]);
      await tx.updateTable("item").set({ report: "R-2103" }).where("id", "=", again).execute();
      await tx.updateTable("report_act").set({ report: "R-2103" }).where("item", "=", again).execute();
      const ofBoth = await standsOut(tx, [of, { ...of, report: "R-2103", inCase: null }]);
      expect([asOne, ofBoth]).toEqual([alone, alone.map((one) => ({ ...one, alsoIn: ["R-2103"] }))]);
      for (const table of ["report_act", "item_finding"] as const) await tx.deleteFrom(table).where("item", "=", again).execute();
      await tx.deleteFrom("item").where("id", "=", again).execute();
      expect(seen).toEqual(alone);
      await tx.deleteFrom("item_finding").where("nth", "=", 1).where("item", "=", at.item).execute();
      return seen;
    });
    expect(lines.map(({ says }) => says)).toEqual([threat.line, expect.stringMatching(/^.+, message: “.+”$|: /), "1 at night"]);
    for (const { day } of lines) expect(day).toMatch(/^\d{1,2} [A-Z][a-z]{2} 20\d\d$/);
  });

  test("an act or exhibit of another case, of another force or of nothing is refused in the same words", async () => {
    const { bell, ref, get } = shared();
    const paths = [
      `/desk/cases/7777/acts/${itemOf("R-2102")}/1`,
      `/desk/cases/${ref}/acts/${itemOf("R-2102")}/1`,
      `/desk/cases/${ref}/acts/${"0".repeat(32)}/1`,
      "/desk/cases/7777/acts",
      `/desk/cases/${ref}/exhibits/${"0".repeat(32)}/0/file?recipient=CPS`,
      "/desk/cases/9999",
      `/desk/cases/${ref}/exhibits/${itemOf("R-2102")}/0/file?recipient=CPS`,
    ];
    const refusals = await Promise.all(paths.map(async (path) => (await get(bell, path)).body.refused));
    expect(new Set(refusals.map((refused) => JSON.stringify(refused))).size).toBe(1);
  });

  test("a file of an exhibit is a disclosure to somebody, saved and never shown", async () => {
    const { desk, bell, handler, ref, get } = shared();
    const path = `/desk/cases/${ref}/exhibits/${itemOf("R-2100")}/0/file`;
    expect((await get(bell, path)).body.says).toBe("Say who receives it, in up to 200 letters.");
    const headers = {
      ...fromDesk,
      cookie: `unmask-desk=${bell.cookie}`,
      ...because({ code: "court", words: "" }).headers,
    };
    const reply = await desk.app.inject({ method: "GET", url: `${path}?recipient=CPS`, headers });
    expect([reply.statusCode, reply.body]).toEqual([200, exhibitText]);
    expect(reply.headers).toMatchObject({
      "content-type": "application/octet-stream",
      "content-disposition": `attachment; filename="LA-7 0007.txt"; filename*=UTF-8''LA-7%200007.txt`,
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
    });
    const [last] = await allRows(desk.parts.database).selectFrom("access_log").selectAll().orderBy("number", "desc").limit(1).execute();
    expect(JSON.parse(last?.entry ?? "{}")).toMatchObject({
      op: "disclose",
      what: "download-exhibit",
      recipients: [],
      reason: "court",
    });
    expect(last?.typed).toBe("CPS");
    expect((await get(bell, `/desk/cases/${ref}/exhibits/${itemOf("R-2100")}/1/file?recipient=CPS`)).status).toBe(404);
    expect((await get(handler, `${path}?recipient=CPS`)).body.refused.rule).toBe("role");
  });
}
