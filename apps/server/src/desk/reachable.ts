import { mayDo, type OperationId } from "@unmask/case";
import { type DeskCall, refuse } from "../access/desk-route.ts";
import { type About, relationOf } from "../access/relation-of.ts";

/** A command that touches a second report or case is held against the matrix for that one, too. Refuses as a request for it would be. */
export async function mustReach(
  { tx, parts, officer, now }: Pick<DeskCall<unknown>, "tx" | "parts" | "officer" | "now">,
  operation: OperationId,
  about: Exclude<About, undefined>,
): Promise<void> {
  const { relation } = await relationOf(tx, { force: parts.force.id, officer: officer.id, now }, about);
  const access = mayDo(officer.role, operation, relation);
  if (!access.allowed) refuse(access.refused);
}
