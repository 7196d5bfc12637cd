import type { DeskCall } from "../access/desk-route.ts";
import { relationOf } from "../access/relation-of.ts";

/**
 * Links as an officer may be told of them: one with a side that is barred to them is not there. It would say that another report holds the same
 * number, and which.
 */
export async function openLinks<Link extends { readonly link: string }>(
  { tx, parts, officer, now }: Pick<DeskCall<unknown>, "tx" | "parts" | "officer" | "now">,
  links: readonly Link[],
): Promise<readonly Link[]> {
  const open: Link[] = [];
  for (const one of links) {
    const { relation } = await relationOf(tx, { force: parts.force.id, officer: officer.id, now }, { link: one.link });
    if (relation !== "barred") open.push(one);
  }
  return open;
}
