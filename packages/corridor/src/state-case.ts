import { type Persona, type Result, type Statement, type StatementDocument, failed, isOnTheWall, ok, parseZone } from "@unmask/core";
import { personaOf } from "@unmask/importers";
import { jurisdictionOf } from "@unmask/law";

/** Her words as the patterns want them. The error says which zone or law there is no data of, or which minute no clock of the zone showed. */
export function stateCase(document: StatementDocument): Result<Statement, string> {
  const { me, them, perhaps, agreed, country, marks, notThis, gaps, answers } = document;
  const zone = parseZone(document.zone);
  if (!zone) return failed("the statement names a time zone that this program does not know");
  const never = document.stops?.findIndex((stop) => "minute" in stop && !isOnTheWall(stop.minute, zone)) ?? -1;
  if (never !== -1)
    return failed(
      `statement.stops[${never}].minute was on no clock in ${zone.name}, which went forward over it: write the minute that the clock showed, or the day alone`,
    );
  const jurisdiction = jurisdictionOf(document.jurisdiction);
  if (!jurisdiction) return failed(`there is no data about the law of ${document.jurisdiction}`);
  const persona = (label: string, names: readonly string[] = []): Persona => personaOf(label, names, { country });
  return ok({
    me: persona(me.label, me.names),
    them: persona(them.label, them.names),
    ...(perhaps === undefined ? {} : { perhaps: persona(them.label, perhaps) }),
    zone,
    country,
    stops: document.stops ?? [],
    ...(agreed === undefined
      ? {}
      : { agreed: agreed.map(({ person, ...rest }) => (person === undefined ? rest : { ...rest, person: persona(person, [person]) })) }),
    ...(marks === undefined ? {} : { marks }),
    ...(notThis === undefined ? {} : { notThis }),
    ...(gaps === undefined ? {} : { gaps }),
    ...(answers === undefined ? {} : { answers }),
    anniversaries: document.anniversaries ?? [],
    places: document.places ?? [],
    jurisdiction,
  });
}
