/**
 * An intake under load, to be killed: `child-intake.ts KIND WHERE FOLDER`. Writes a line for each answer, after the answer: `letter ID`,
 * `upload ID OFFSET`, `pack ID`. The content of each can be made again from its id.
 */
import { randomBytes } from "node:crypto";
import { writeSync } from "node:fs";
import { openPglite } from "../../apps/server/src/ports/database-pglite.ts";
import { openPostgres } from "../../apps/server/src/ports/database-postgres.ts";
import { readMigrations } from "../../apps/server/src/ports/migrate.ts";
import type { IntakeTables } from "../../apps/server/src/sql/intake/tables.ts";
import { contentOf, intakeStoreOn, letterOf, sent } from "./intake-world.ts";

/** Letters at once. */
const senders = 8;
const bucket = 131_072;

const [kind = "", where = "", folder = ""] = process.argv.slice(2);
const migrations = await readMigrations("intake");
const opened = await (kind === "pglite" ? openPglite<IntakeTables>(where, migrations) : openPostgres<IntakeTables>(where, migrations));
if (!opened.ok) throw new Error(opened.error);
const store = await intakeStoreOn(opened.value, folder);
const say = (line: string): unknown => writeSync(1, `${line}\n`);

await Promise.all([...Array.from({ length: senders }, sendLetters), sendPacks()]);

async function sendLetters(): Promise<void> {
  for (;;) {
    const { id } = letterOf(new Uint8Array());
    const outcome = await store.putLetter({ id, sealed: contentOf(id, 20_000), packs: [] });
    if (outcome === "kept") say(`letter ${id}`);
  }
}

async function sendPacks(): Promise<void> {
  for (;;) {
    const letter = letterOf(randomBytes(1_000), [bucket]);
    await store.putLetter(letter);
    const created = await store.createUpload(letter.packs[0]?.tokenHash ?? "", randomBytes(16).toString("hex"));
    if (!created) throw new Error("no upload for a token");
    const pack = contentOf(created.id, bucket);
    for (let offset = 0; offset < bucket;) {
      const answer = await store.appendUpload(created.id, offset, sent(pack.subarray(offset, offset + 40_000)));
      if (typeof answer === "string") throw new Error(answer);
      offset = answer.offset;
      say(offset === bucket ? `pack ${created.id}` : `upload ${created.id} ${offset}`);
    }
  }
}
