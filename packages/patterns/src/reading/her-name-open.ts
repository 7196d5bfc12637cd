import { memoize } from "./memoize.ts";
import type { PlacedAct } from "./placed-act.ts";
import { actsByWhose } from "./their-acts.ts";

/**
 * Whether somebody of whom she did not say who it is writes in a talk with them alone: it may be her own name, spelled otherwise than she gave it. Where
 * nothing else of hers is found, what she sent is then not known, and no sentence says that she sent nothing.
 */
export const isHerNameOpen: (...of: Parameters<typeof actsByWhose>) => boolean = memoize((timeline, statement) => {
  const { theirs, others } = actsByWhose(timeline, statement);
  const partners = new Set(theirs.filter(isRecord).flatMap(({ act: { to, source } }) => (to.length === 1 ? to : []).map(({ normal }) => `${source.sha256} ${normal}`))); // prettier-ignore
  return partners.size > 0 && others.some((one) => isRecord(one) && partners.has(`${one.act.source.sha256} ${one.from.normal}`));
});

function isRecord({ kind, grade }: PlacedAct): boolean {
  return kind === "message" && grade !== "own-account";
}
