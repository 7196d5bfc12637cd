import type { Instant } from "@unmask/core";
import type { ReminderSettings } from "@unmask/case";
import { lawInForce } from "@unmask/law";
import type { Kysely } from "kysely";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { readForceLaw } from "../sql/case/force-law.ts";
import { civilDay } from "./civil-day.ts";
import { versionOfLaws } from "./order-laws.ts";

/** What a force itself settles of its orders, on one day. */
export interface OrderSettings {
  /** When somebody is reminded of an end. */
  readonly reminders: ReminderSettings;
  /** Civil day since which a court can make an order without an application; null: off. */
  readonly ownMotionFrom: string | null;
  /** By which rows of law and of the force all of this is worked out, in one text: where it is another, everything is worked out anew. */
  readonly version: string;
}

/** How the rows of lists are made of an order, in words of ours: whoever changes that changes these words, and every row that was kept is worked out anew before anybody looks. */
const layoutOfRows =
  "an end until a renewal is granted, also behind a refusal, days in court behind an end, what is opened, who was not told by the force that has it, when all orders of an application are over, no acts of another man, names as a keyboard types them";

/** The settings of a force at an instant: a row that it wrote holds from its own day on. */
export async function orderSettings(db: Kysely<CaseTables>, force: string, now: Instant): Promise<OrderSettings> {
  const { lookAheadDays, ownMotionFrom, version } = lawInForce(await readForceLaw(db, force), civilDay(now));
  return { reminders: { beforeEnd: lookAheadDays }, ownMotionFrom, version: `${versionOfLaws}; ${version}; ${layoutOfRows}` };
}
