import type { DeskCall } from "../access/desk-route.ts";
import { asMachine } from "../access/as-machine.ts";
import { type DutyRow, countDuties, cursorOfDuty, dutiesOfGroup } from "../sql/case/order-duties.ts";
import { bringRegisterUp } from "./keep-register.ts";
import { type RegisterGroup, registerGroups } from "./register-rows.ts";

/** The register as it is handed out: what is overdue first, each head with how many stand under it. */

/** Rows of one head at once. */
const rowsAtOnce = 50;

/** What is asked of the register; a group and a place in it: what follows there. */
export interface RegisterAsked {
  readonly group?: RegisterGroup;
  readonly after?: string;
}

/** One head with its rows. */
export interface RegisterHead {
  readonly group: RegisterGroup;
  readonly many: number;
  readonly rows: readonly DutyRow[];
  /** From where the next rows go on. */
  readonly next?: string;
}

/** The heads of the register, as far as this officer sees it. What time has changed is worked out anew first. */
export async function registerHeads(call: DeskCall<unknown>, { group, after = "" }: RegisterAsked): Promise<readonly RegisterHead[]> {
  const { tx, parts, now } = call;
  const force = parts.force.id;
  await asMachine(tx, call, () => bringRegisterUp(tx, { force: parts.force, now }));
  const many = await countDuties(tx, force);
  const heads: RegisterHead[] = [];
  for (const one of group === undefined ? registerGroups : [group]) {
    const found =
      many.get(one) === undefined
        ? []
        : await dutiesOfGroup(tx, force, { group: one, after: group === undefined ? "" : after, limit: rowsAtOnce + 1 });
    const rows = found.slice(0, rowsAtOnce);
    const last = rows.at(-1);
    heads.push({
      group: one,
      many: many.get(one) ?? 0,
      rows,
      ...(found.length > rowsAtOnce && last !== undefined && { next: cursorOfDuty(last) }),
    });
  }
  return heads;
}
