import { spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { expect, test } from "vitest";
import { readMigrations } from "../../apps/server/src/ports/migrate.ts";
import type { IntakeTables } from "../../apps/server/src/sql/intake/tables.ts";
import { childProgram } from "./child-program.ts";
import { contentOf, gather, intakeStoreOn, sha256Of } from "./intake-world.ts";
import { forbidWrites } from "./postgres-server.ts";
import { type Stage, describeOnBoth } from "./stage.ts";

/** How often the process is killed; before the last time, the disk is full. */
const kills = 3;
/** Bytes of a file beyond which no write succeeds on the full disk: bodies fit, what the database writes of its log does not. */
const roomOnFullDisk = 256 * 1024;
/** How long it goes on without room before it is killed, ms. */
const mostWithoutRoom = 3_000;
/** It is killed after so many answers, at least one of them for a whole pack the first time, and so many ms, each by chance below this. */
const mostAnswers = 60;
const mostDelay = 15;

const program = childProgram("child-intake.ts");

describeOnBoth("an intake that is killed in the middle of its work", (stage) => {
  test("has everything it answered for, each once, and goes on", async () => {
    const migrations = await readMigrations("intake");
    const folder = stage.folder();
    const lines: string[] = [];
    for (let kill = 0; kill < kills; kill += 1)
      lines.push(
        ...(await answersUntilEnded(stage, folder, {
          needed: kill === 0 ? "pack" : "",
          ending: kill === 1 && stage.kind === "pglite" ? "full" : "killed",
        })),
      );
    const said = (what: string): string[][] => lines.map((line) => line.split(" ")).filter(([first]) => first === what);
    const database = await stage.open<IntakeTables>(migrations);
    const store = await intakeStoreOn(database, folder);

    const items = await store.take(0, 1_000_000);
    const times = new Map<string, number>();
    for (const { id } of items) times.set(id, (times.get(id) ?? 0) + 1);
    const letters = said("letter").map(([, id = ""]) => id);
    const packs = said("pack").map(([, id = ""]) => id);
    expect([...letters, ...packs].filter((id) => times.get(id) !== 1)).toEqual([]);
    for (const id of [...letters, ...packs]) {
      const item = await store.readItem(id, 0);
      expect(item && sha256Of(await gather(item.bytes))).toBe(sha256Of(contentOf(id, item?.size ?? 0)));
    }
    for (const { id, sha256, size, kind } of items) if (kind === "pack") expect(sha256).toBe(sha256Of(contentOf(id, size)));

    const rows = await database.db.selectFrom("intake_upload").select(["id", "token_hash"]).execute();
    for (const [, id = "", offset] of said("upload")) {
      const token = rows.find((row) => row.id === id)?.token_hash ?? "";
      expect((await store.findUpload(id, token))?.offset).toBeGreaterThanOrEqual(Number(offset));
    }
    console.log(
      `${stage.kind}: killed ${kills} times; answered ${letters.length} letters, ${packs.length} packs; there ${items.length} items`,
    );
    expect(letters.length).toBeGreaterThan(0);
    expect(packs.length).toBeGreaterThan(0);
  });
});

/** How a run ends: killed, or after its database had no room to write any more. */
type Ending = "killed" | "full";

function answersUntilEnded(stage: Stage, folder: string, { needed, ending }: { needed: string; ending: Ending }): Promise<string[]> {
  const child = spawn(process.execPath, [program(), stage.kind, stage.where(), folder], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const answers = randomInt(mostAnswers);
  let isDoomed = false;
  let said = "";
  let complained = "";
  child.stderr.on("data", (chunk: Buffer) => (complained += chunk.toString()));
  child.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString();
    if (isDoomed || said.split("\n").length < answers || !said.includes(needed)) return;
    isDoomed = true;
    // PGlite, whose log cannot be written, answers nobody any more: nothing that was not kept is said to be.
    if (ending === "full") forbidWrites(child.pid ?? 0, roomOnFullDisk);
    setTimeout(() => child.kill("SIGKILL"), ending === "full" ? mostWithoutRoom : randomInt(mostDelay));
  });
  return new Promise((resolve, reject) => {
    child.once("close", (_code, signal) => {
      // A line that was cut by the end was answered all the same, but its id is not whole.
      if (signal === "SIGKILL" || ending === "full") resolve(said.split("\n").slice(0, -1));
      else reject(new Error(`the intake ended by itself: ${complained}`));
    });
  });
}
