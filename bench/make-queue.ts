/** What is on the desk today: a queue of reports that wait, a case with many acts, and a second case that shows the same number. */
import type { Intent } from "@unmask/case";
import { keyOf } from "@unmask/link";
import { askFor } from "../apps/server/src/sql/case/membership.ts";
import { putPostings } from "../apps/server/src/sql/case/pack-rows.ts";
import { type ActDraft, rFirst, rSecond, shaOf } from "../fixtures/timelines/make-act.ts";
import { seedCase, seedReport } from "../test/server/case-seed.ts";
import type { DeskStage, Officer } from "../test/server/desk-stage.ts";
import { write } from "./make-desk.ts";

/** Reports that wait, however many were read: what a force has open does not grow with what it has decided. */
const waiting = 600;
/** Acts of the large case, in reports of so many each. */
const actsOfCase = 20_000;
const actsOfReport = 4_000;
/** Acts of each side with the number that both show. */
const actsOfSide = 3_350;

/** The large case and the number that another case shows as well. */
export const largeCase = "0412";
export const sharedNumber = "07700 900388";
/** A number that stands in a quarter of what waits: a helpline, which joins nobody. */
export const commonNumber = "07700 900999";

/** What waits: danger, first reports; a third is with somebody. */
export async function writeQueue(desk: DeskStage, { id }: Officer): Promise<void> {
  const { database, force, now, keyedHash } = desk.parts;
  const weeks = Array.from({ length: 26 }, (_, i) => ({ week: `2026-W${i + 20}`, acts: 7 + i, night: i % 5 }));
  const key = keyOf({ kind: "phone", normal: "+447700900999", platform: "" }, keyedHash);
  await database.transaction(async (tx) => {
    await askFor(tx, "unmask", now());
    for (let i = 0; i < waiting; i += 1) {
      const report = `R-${10_000 + i}`;
      const letter = String(10_000 + i).padStart(32, "0");
      const who = { reporter: "self", about: "adult", name: `Reporter ${i}` } as const;
      const danger = i % 10 === 0 ? ("now" as const) : ("no" as const);
      const account = "He stands at the bus stop every morning, and knows when the early shift is.";
      const acts = { total: 507, weeks };
      const intents: Intent[] = [
        { kind: "report-received", body: { letter, who, anonymous: false, danger, packs: 1, account, contact: { channel: "text" } } },
        { kind: "pack-opened", body: { letter, pack: 0, sha256: shaOf(report), fate: "opened", overall: "verified", acts } },
      ];
      const stream = { of: "report", id: report } as const;
      await write(tx, desk, stream, intents, { minutesAgo: 10 + i });
      if (i % 3 === 0) await write(tx, desk, stream, [{ kind: "report-taken", body: {} }], { minutesAgo: 5, by: id });
      const posting = { force: force.id, ...key, kind: "phone", report, known: "account", first_use: null, last_use: null };
      if (i % 4 === 0) await putPostings(tx, [posting]);
    }
  });
}

/** A case of many acts, and another that shows the number of its first report. Both are of one officer. */
export async function writeCases(desk: DeskStage, officer: Officer): Promise<void> {
  const reports = Array.from({ length: actsOfCase / actsOfReport }, (_, i) => `R-${2070 + i}`);
  for (const [i, report] of reports.entries()) {
    const shared = i === 0 ? actsOfSide : 0;
    const acts = [...drafts(shared, rSecond), ...drafts(actsOfReport - shared, rFirst)];
    await seedReport(desk, { report, name: "Leila Ashworth", acts });
  }
  await seedReport(desk, { report: "R-2088", name: "Joanna Pryce", acts: drafts(actsOfSide, rSecond) });
  await seedCase(desk, largeCase, { reports, members: [officer.id] });
  await seedCase(desk, "0506", { reports: ["R-2088"], members: [officer.id] });
}

function drafts(many: number, from: ActDraft["from"]): readonly ActDraft[] {
  const two = (number: number): string => String(number).padStart(2, "0");
  return Array.from({ length: many }, (_, i) => ({
    at: `2026-${two(1 + (i % 10))}-${two(1 + (i % 27))} ${two(i % 24)}:${two(i % 60)}`,
    text: `I know where you are, number ${i % 900} of this week`,
    ...(from !== undefined && { from }),
  }));
}
