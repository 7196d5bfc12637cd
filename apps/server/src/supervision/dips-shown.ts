import { mayDo } from "@unmask/case";
import { asMachine } from "../access/as-machine.ts";
import type { DeskCall } from "../access/desk-route.ts";
import { casesBarredTo, listClosed } from "../sql/case/barred.ts";
import { type DipDraw, dipChecks, dipDraws, whoDecided } from "../sql/case/dips.ts";
import { membersOfCases, placesOf } from "../sql/case/membership.ts";

/** Samples as one supervisor is shown them. */

/** Samples that are shown: what was drawn before them stands in the database. */
const mostDraws = 6;

type Call = Pick<DeskCall<unknown>, "tx" | "parts" | "officer" | "now">;

/** What is closed to an officer, to whoever asks where none is named: numbers of cases and of reports. */
export async function closedNumbers(call: Call, officer: string = call.officer.id): Promise<ReadonlySet<string>> {
  const { tx, parts } = call;
  const who = { force: parts.force.id, officer };
  return asMachine(tx, call, async () => new Set([...(await casesBarredTo(tx, who)), ...(await listClosed(tx, who))]));
}

/** The newest samples with their checks, the newest first. A number that is closed to this officer is in none of them. */
export async function dipsShown(call: Call, nameOf: (id: string) => string): Promise<readonly object[]> {
  const { tx, parts, officer } = call;
  const force = parts.force.id;
  const closed = await closedNumbers(call);
  return asMachine(tx, call, async () => {
    const draws = await dipDraws(tx, force, mostDraws);
    const checks = await dipChecks(
      tx,
      force,
      draws.map(({ number }) => number),
    );
    const all = [...new Set(draws.flatMap(({ drawn }) => drawn))];
    const why = await whyNotOf(call, all);
    return draws.map(({ number, rule, seed, from, numbers, drawn, by, at }) => ({
      ...{ number, rule, seed, from, by: nameOf(by), isOwn: by === officer.id, at },
      numbers: numbers.filter((one) => !closed.has(one)),
      drawn: drawn
        .filter((one) => !closed.has(one))
        .map((id) => ({
          ...{ id, whyNot: why.get(id) ?? null },
          checks: checks
            .filter((one) => one.draw === number && one.subject === id)
            .map(({ found, says, by: who, at: when }) => ({ found, says, by: nameOf(who), at: when })),
        })),
    }));
  });
}

/** Why this officer does not check one of these; not named: they may. */
async function whyNotOf({ tx, parts, officer }: Call, ids: readonly string[]): Promise<ReadonlyMap<string, "own" | "not-on-case">> {
  const force = parts.force.id;
  const places = await placesOf(
    tx,
    force,
    ids.filter((id) => isReport(id)),
  );
  const caseOf = (id: string): string | null => (isReport(id) ? (places.get(id) ?? null) : id);
  const members = await membersOfCases(tx, force, [...new Set(ids.flatMap((id) => caseOf(id) ?? []))]);
  const isOn = new Set(members.flatMap(({ case_ref, officer: who }) => (who === officer.id ? [case_ref] : [])));
  const why = new Map<string, "own" | "not-on-case">();
  for (const id of ids) {
    const ref = caseOf(id);
    if (!mayDo(officer.role, "check-dip", ref === null ? "queue" : isOn.has(ref) ? "member" : "other").allowed) why.set(id, "not-on-case");
    else if ((await whoDecided(tx, force, { of: isReport(id) ? "report" : "case", id })).includes(officer.id)) why.set(id, "own");
  }
  return why;
}

function isReport(id: string): boolean {
  return id.startsWith("R-");
}

/** A sample as its entry in the log names it. */
export function drawInLog({ number, seed }: Pick<DipDraw, "number" | "seed">): string {
  return `draw ${number} ${seed}`;
}
