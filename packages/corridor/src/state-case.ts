import {
  type Persona,
  type Result,
  type Statement,
  type StatementDocument,
  failed,
  isOnTheWall,
  ok,
  parseZone,
  withWholePersons,
} from "@unmask/core";
import { isCountry, personaOf } from "@unmask/importers";
import { jurisdictionOf } from "@unmask/law";

/** Her words as the patterns want them. The error says which zone or country there is no data of, or which minute no clock of the zone showed. */
export function stateCase(document: StatementDocument): Result<Statement, string> {
  const { me, them, perhaps, others, oneGroup, twoChats, agreed, country, marks, notThis, gaps, answers } = document;
  const zone = parseZone(document.zone);
  if (!zone) return failed("the statement names a time zone that this program does not know");
  if (!isCountry(country))
    return failed(
      "statement.country is no country whose numbers are known: write its two letters by ISO 3166, which are GB for the United Kingdom",
    );
  const never = document.stops?.findIndex((stop) => "minute" in stop && !isOnTheWall(stop.minute, zone)) ?? -1;
  if (never !== -1)
    return failed(
      `statement.stops[${never}].minute was on no clock in ${zone.name}, which went forward over it: write the minute that the clock showed, or the day alone`,
    );
  const persona = (label: string, names: readonly string[] = []): Persona => personaOf(label, names, { country });
  const twice = sameNumberTwice(document);
  if (twice !== undefined) return failed(`statement.${twice}, written another way: leave it out of one of them`);
  const stated: Statement = {
    me: persona(me.label, me.names),
    them: persona(them.label, them.names),
    ...(perhaps === undefined ? {} : { perhaps: persona(them.label, perhaps) }),
    ...(others === undefined ? {} : { others: persona("others", others) }),
    zone,
    country,
    stops: document.stops ?? [],
    ...(agreed === undefined
      ? {}
      : { agreed: agreed.map(({ person, ...rest }) => (person === undefined ? rest : { ...rest, person: persona(person, [person]) })) }),
    ...(marks === undefined ? {} : { marks }),
    ...(oneGroup === undefined ? {} : { oneGroup }),
    ...(twoChats === undefined ? {} : { twoChats }),
    ...(notThis === undefined ? {} : { notThis }),
    ...(gaps === undefined ? {} : { gaps }),
    ...(answers === undefined ? {} : { answers }),
    anniversaries: document.anniversaries ?? [],
    places: document.places ?? [],
    jurisdiction: jurisdictionOf(document.jurisdiction),
  };
  return ok(withWholePersons(stated));
}

/** Where one number or address is named for two people in two spellings: counted for neither, it would pass for nobody's without a word. */
function sameNumberTwice({ me, them, perhaps = [], others = [], country }: StatementDocument): string | undefined {
  const formsOf = (names: readonly string[] = []): ReadonlySet<string> => personaOf("", names, { country }).normals;
  const firstIn = (names: readonly string[] = [], forms: ReadonlySet<string>): number =>
    names.findIndex((name) => [...formsOf([name])].some((form) => forms.has(form)));
  const [hers, theirs] = [formsOf(me.names), formsOf(them.names)];
  for (const [at, names, forms, whose] of [
    ["them.names", them.names, hers, "hers"],
    ["perhaps", perhaps, hers, "hers"],
    ["perhaps", perhaps, theirs, "certainly theirs"],
    ["others", others, hers, "hers"],
    ["others", others, theirs, "certainly theirs"],
    ["others", others, formsOf(perhaps), "perhaps theirs"],
  ] as const) {
    const place = firstIn(names, forms);
    if (place !== -1) return `${at}[${place}] is named as ${whose} too`;
  }
  return undefined;
}
