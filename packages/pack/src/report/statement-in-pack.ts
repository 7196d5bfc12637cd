import { type ActId, type AgreedContact, type Report, type StatementDocument, documentOf, statementToJson } from "@unmask/core";
import type { PackActs } from "../pack-acts.ts";

/**
 * `data/statement.json`: what she states (docs/formats/statement.md), without what the pack must not give away: her places, and every mention
 * of an act that the pack does not show, because an id can be guessed from a short text. Both are counted.
 */
export function statementInPack({ statement }: Report, { leafOf }: PackActs): string {
  const { places = [], marks = [], stops = [], agreed = [], notThis = [], ...rest } = documentOf(statement);
  let hidden = 0;
  const isShown = (id: ActId): boolean => {
    const shown = leafOf(id) !== undefined;
    if (!shown) hidden++;
    return shown;
  };
  const told: Pick<StatementDocument, "marks" | "stops" | "agreed" | "notThis"> = {
    marks: marks.filter(({ act }) => isShown(act)),
    stops: stops.filter((stop) => !("act" in stop) || isShown(stop.act)),
    agreed: agreed.flatMap((one): readonly AgreedContact<string>[] => {
      if (one.acts === undefined) {
        const { except = [], ...rule } = one;
        const excepted = except.filter(isShown);
        return [{ ...rule, ...(excepted.length > 0 && { except: excepted }) }];
      }
      const acts = one.acts.filter(isShown);
      return acts.length === 0 ? [] : [{ ...one, acts }];
    }),
    notThis: notThis.filter(({ act }) => isShown(act)),
  };
  const leftOut = { ...(places.length > 0 && { places: places.length }), ...(hidden > 0 && { acts: hidden }) };
  return statementToJson({
    ...rest,
    ...(told.marks?.length && { marks: told.marks }),
    ...(told.stops?.length && { stops: told.stops }),
    ...(told.agreed?.length && { agreed: told.agreed }),
    ...(told.notThis?.length && { notThis: told.notThis }),
    ...(Object.keys(leftOut).length > 0 && { leftOut }),
  });
}
