/** `npm start`, as somebody runs it who only wants to look: one command, four things on the screen. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { dutiesOf, foldCase, foldReport } from "@unmask/case";
import { parseInstant } from "@unmask/core";
import { machineTransaction } from "../../apps/server/src/access/as-machine.ts";
import { dutyRulesOf } from "../../apps/server/src/desk/find-case.ts";
import { openPglite } from "../../apps/server/src/ports/database-pglite.ts";
import { readMigrations } from "../../apps/server/src/ports/migrate.ts";
import { readStreams } from "../../apps/server/src/sql/case/case-events.ts";
import type { CaseTables } from "../../apps/server/src/sql/case/case-tables.ts";
import { countProposals } from "../../apps/server/src/sql/case/order-proposals.ts";
import { askDesk } from "./program.ts";

const home = mkdtempSync(join(tmpdir(), "unmask-start-"));
const data = join(home, "data");

afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Runs the start; `until` is what ends it, by the signal that a terminal sends. */
function start(
  args: readonly string[],
  until: (out: string) => Promise<void>,
  folder = data,
): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const script = join(import.meta.dirname, "../../house/start.mjs");
    const env = { ...process.env, UNMASK_DATA: folder, PORT: "45180" };
    const child = spawn(process.execPath, [script, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
    let [out, err, isSeen] = ["", "", false];
    child.stdout.on("data", (piece: Buffer) => {
      out += piece.toString();
      if (isSeen || !out.includes("\nconsole ")) return;
      isSeen = true;
      until(out)
        .catch(reject)
        .finally(() => child.kill("SIGTERM"));
    });
    child.stderr.on("data", (piece: Buffer) => (err += piece.toString()));
    child.on("exit", (code) => resolve({ code, out, err }));
  });
}

/** Sends two letters of the night to the force that runs, as `npm start -- --demo` sends all. */
function sendTwoOfTheNight(): Promise<{ code: number | null; said: string }> {
  const set = join(data, "intake/unmask-force.json");
  const script = `
    import { readFileSync } from "node:fs";
    import { night, sendNight } from "./house/invented-night.mjs";
    const { recipients: [{ recipient }] } = JSON.parse(readFileSync(process.argv[1], "utf8"));
    console.log(await sendNight("http://localhost:45180", recipient, () => undefined, [night.letters[0], night.letters[22]]));`;
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["--input-type=module", "-e", script, set], { cwd: join(import.meta.dirname, "../..") });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece: Buffer) => (said += piece.toString()));
    child.on("exit", (code) => resolve({ code, said }));
  });
}

test("prints the force's signer, a link for one officer, her app and the desk; and the same force the next time", async () => {
  const first = await start([], async (out) => {
    expect(out).toMatch(/^RW\S{54}$/m);
    expect(out).toMatch(/^http:\/\/console\.localhost:45182\/enrol#[0-9a-f]{64}$/m);
    expect(out).toMatch(/^intake http:\/\/localhost:45180$/m);
    expect(out).toMatch(/^console http:\/\/console\.localhost:45182$/m);
    const app = await fetch("http://localhost:45180/");
    expect([app.status, app.headers.get("content-security-policy")]).toEqual([200, expect.stringContaining("frame-ancestors 'none'")]);
    expect((await fetch("http://localhost:45180/verify")).status).toBe(200);
    expect((await askDesk("http://console.localhost:45182", "/")).status).toBe(200);
    // Two letters of the invented night, one with a pack, go in by the doors that everybody uses.
    expect(await sendTwoOfTheNight()).toEqual({ code: 0, said: "2\n" });
  });
  expect(first.code, first.err).toBe(0);
  const signer = /^RW\S+$/m.exec(first.out)?.[0];
  const again = await start([], async (out) => expect(out).toContain(`${signer}\n`));
  expect(again.code, again.err).toBe(0);
});

test("an invented night never comes to lie in a folder with a force that is not invented, nor the other way round", async () => {
  const mixed = await start(["--demo"], async () => expect.unreachable("it started"));
  expect([mixed.code, mixed.err]).toEqual([2, expect.stringContaining("not invented")]);
  writeFileSync(join(data, "invented"), "");
  const real = await start([], async () => expect.unreachable("it started"));
  expect([real.code, real.err]).toEqual([2, expect.stringContaining("invented night")]);
});

test("the demonstration has its orders when the desk opens: those of this force from cases, with acts to look at, and one of another force and of Northern Ireland", async () => {
  const demo = join(home, "demo");
  const first = await start(["--demo"], async () => undefined, demo);
  expect(first.out, first.err).toContain("\nconsole ");
  const opened = await openPglite<CaseTables>(join(demo, "case/database"), await readMigrations("case"));
  if (!opened.ok) throw new Error(opened.error);
  try {
    const now = parseInstant(Date.now()) ?? expect.unreachable();
    const { orders, supports, toLookAt } = await machineTransaction(opened.value, async (tx) => {
      const rows = await tx
        .selectFrom("order_view")
        .select(["order_id", "force", "case_ref", "stage", "which", "shown"])
        .orderBy("order_id")
        .execute();
      const force = rows[0]?.force ?? "";
      const supports: (readonly [name: string, state: string])[] = [];
      const opened = await tx.selectFrom("case_event").select("stream").where("kind", "=", "case-opened").execute();
      const cases = await readStreams(tx, force, { of: "case", ids: opened.map(({ stream }) => stream) });
      for (const [ref, events] of cases) {
        const state = foldCase(ref, events);
        const told = await readStreams(tx, force, { of: "report", ids: state.reports });
        const rules = await dutyRulesOf(tx, { id: force, name: "Northshire" }, [...told.values()].flat());
        const duties = dutiesOf({ state, reports: [...told].map(([id, of]) => foldReport(id, of)) }, rules, now);
        for (const [id, of] of told) {
          const names = of.flatMap((one) => (one.kind === "report-typed" ? (one.body.who.name ?? []) : []));
          for (const duty of duties) if (duty.id === "refer" && duty.report === id) supports.push([names.join(), duty.state]);
        }
      }
      return { orders: rows, supports, toLookAt: await countProposals(tx, force, { limit: 10 }) };
    });
    // Whoever told of it was asked whether a service may support them, as a force asks; who rang today is still to be asked, and nobody asked in the closed case.
    expect(supports).toHaveLength(12);
    expect(supports.filter(([, state]) => state === "overdue").map(([name]) => name)).toEqual(["Petra Lindqvist"]);
    expect(supports.filter(([, state]) => state === "due").map(([name]) => name)).toEqual(["Priti Hallam"]);
    const shown = orders.map((one): { readonly force: string; readonly jurisdiction: string; readonly subject: string } =>
      JSON.parse(one.shown),
    );
    expect(orders).toHaveLength(12);
    expect(new Set(orders.map(({ stage, which }) => `${stage} ${which ?? ""}`))).toEqual(
      new Set(["considering ", "draft ", "returned ", "lodged ", "lodged interim", "granted full"]),
    );
    expect(orders.filter(({ case_ref }) => case_ref !== null)).toHaveLength(8);
    expect(shown.filter(({ force }) => !force.startsWith("Northshire")).map(({ force, jurisdiction }) => [force, jurisdiction])).toEqual([
      ["Westmere Police", "EW"],
      ["Police Service of Northern Ireland", "NI"],
    ]);
    expect(toLookAt.map(({ which, acts, shown: row }) => [JSON.parse(row).subject, which, acts])).toEqual([
      ["Simon Thwaite", "interim", 1],
      ["Aled Marsh", "full", 1],
    ]);
  } finally {
    await opened.value.close();
  }
});
