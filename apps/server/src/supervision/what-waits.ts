import { mayDo } from "@unmask/case";
import { lawInForce } from "@unmask/law";
import { asMachine } from "../access/as-machine.ts";
import type { DeskAnswer, DeskCall } from "../access/desk-route.ts";
import { rulesOf } from "../desk/desk-rules.ts";
import { dayOnTheWall } from "../desk/clock-words.ts";
import { bringRegisterUp } from "../orders/keep-register.ts";
import { readForceLaw } from "../sql/case/force-law.ts";
import { listOfficers, namesOfOfficers } from "../sql/case/officers.ts";
import { closedNumbers } from "./dips-shown.ts";
import { type InboxRow, inboxOf } from "./inbox.ts";
import { type OpenCase, openCasesOf } from "./open-cases.ts";

/** Rows that are shown at once; how many more wait is told. */
const mostRows = 200;

/** What waits for a second person, as every page that tells of it is given it. */
interface WhatWaits {
  readonly rows: readonly InboxRow[];
  /** How many more wait than are shown. */
  readonly more: number;
  /** There are more open cases than were looked through. */
  readonly isMore: boolean;
  /** Who confirmed the times by which it is read, and since when they hold; null: they are as proposed. */
  readonly timesSet: { readonly by: string; readonly on: string; readonly from: string } | null;
  readonly also: NonNullable<DeskAnswer["also"]>;
  /** The open cases that were looked through. */
  readonly cases: readonly OpenCase[];
  readonly nameOf: (id: string) => string;
}

/**
 * What waits for a second person, the most dangerous to leave first: for a supervisor in the whole force, for anybody else in what is theirs, as far as
 * they may decide it or had a hand in it.
 */
export async function whatWaits(call: Pick<DeskCall<unknown>, "tx" | "parts" | "officer" | "now">): Promise<WhatWaits> {
  const { tx, parts, officer, now } = call;
  const nameOf = await namesOfOfficers(tx, parts.force.id);
  const closed = await closedNumbers(call);
  const isOver = mayDo(officer.role, "see-supervision", "force").allowed;
  // A row of a case that this officer is not on tells its number alone.
  const { cases, isMore } = await asMachine(tx, call, async () => {
    await bringRegisterUp(tx, { force: parts.force, now });
    return openCasesOf(tx, parts.force, { closed, ...(!isOver && { member: officer.id }) });
  });
  const { answers, readingTimes: times } = lawInForce(await readForceLaw(tx, parts.force.id), dayOnTheWall(now));
  const teams = new Map((await listOfficers(tx, parts.force.id)).map(({ id, team }) => [id, team]));
  const teamOf = (id: string): string | null => teams.get(id) ?? null;
  const { rows, also } = await inboxOf(call, { cases, risk: rulesOf(parts.force).risk, nameOf, teamOf, times });
  const set = answers.get("EW/reading-times");
  return {
    timesSet: set === undefined ? null : { by: set.confirmedBy, on: set.confirmedOn, from: set.from },
    rows: rows.slice(0, mostRows),
    more: Math.max(0, rows.length - mostRows),
    isMore,
    also,
    cases,
    nameOf,
  };
}
