import type { Instant } from "@unmask/core";
import type { Transaction } from "kysely";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { takeNumber } from "../sql/case/reports.ts";
import { civilDay } from "./civil-day.ts";

/** Digits of an order's number within its year. */
const orderDigits = 3;

/** The next number of an order of a force, in the year of an instant: "SPO-26-025". */
export async function orderNumber(tx: Transaction<CaseTables>, force: string, now: Instant): Promise<string> {
  const year = civilDay(now).slice(2, 4);
  const number = await takeNumber(tx, force, `order-${year}`);
  return `SPO-${year}-${String(number).padStart(orderDigits, "0")}`;
}
