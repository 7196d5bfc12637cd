import type { OperationId } from "@unmask/case";
import { type DeskCall, refuse } from "../access/desk-route.ts";
import { type About, mayDoAs, relationOf } from "../access/relation-of.ts";

/** A command that touches a second report or case is held against the matrix for that one, too. Refuses as a request for it would be. */
export async function mustReach(
  { tx, parts, officer, now }: Pick<DeskCall<unknown>, "tx" | "parts" | "officer" | "now">,
  operation: OperationId,
  about: Exclude<About, undefined>,
): Promise<void> {
  const standing = await relationOf(tx, { force: parts.force.id, officer: officer.id, now }, about);
  const access = mayDoAs(officer.role, operation, standing);
  if (!access.allowed) refuse(access.refused);
}
