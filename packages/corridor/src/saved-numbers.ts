import { type Identity, type Persona, type Statement, type Timeline, normalName, sharedNames } from "@unmask/core";

/** Who can be named by an address book. Nobody saves her own number as hers for certain. */
const savedAs = ["them", "perhaps", "others"] as const;

/** Identities remembered by the object that a source gives: stops a file of a million names from filling the memory. */
const mostRemembered = 65_536;

/**
 * Takes a number for stated that a file has with a saved name which she stated, and another file, or the same one from before she saved it, without: her
 * own address book says whose it is, and she would be asked of it as of a stranger's. Not where she stated the number itself, nor where it is saved under
 * another name too; and of several numbers of one name, of which she is asked, not the one that did least: that would be an answer.
 */
export function withSavedNumbers(statement: Statement, { acts }: Pick<Timeline, "acts">): Statement {
  const namesByNumber = new Map<string, Set<string>>();
  const bare = new Map<string, Identity>();
  const seen = new Set<Identity>();
  for (const { from, to } of acts) {
    see(from);
    for (const one of to) see(one);
  }
  let settled = statement;
  const asked = new Set(sharedNames({ acts }, statement).flatMap(({ numbers }) => numbers.at(-1)?.identity.normal ?? []));
  for (const [number, { normal }] of bare) {
    const names = [...(namesByNumber.get(number) ?? [])];
    const isStated = [statement.me, statement.them, statement.perhaps, statement.others].some((one) => one?.normals.has(normal) === true);
    const [key, ...more] = savedAs.filter((one) => names.some((name) => statement[one]?.normals.has(name) === true));
    const persona = key === undefined ? undefined : settled[key];
    const isEvery = persona !== undefined && names.every((name) => persona.normals.has(name));
    if (key === undefined || persona === undefined || more.length > 0 || isStated || !isEvery || asked.has(normal)) continue;
    if (names.some((name) => statement.me.normals.has(name))) continue;
    settled = { ...settled, [key]: withNumber(persona, normal) };
  }
  return settled;

  function see(identity: Identity): void {
    if (identity.kind !== "phone" || seen.has(identity)) return;
    if (seen.size < mostRemembered) seen.add(identity);
    const { normal, name } = identity;
    if (name === undefined) {
      if (!bare.has(normal)) bare.set(normal, identity);
      return;
    }
    const names = namesByNumber.get(normal) ?? new Set<string>();
    namesByNumber.set(normal, names.add(normalName(name)));
  }
}

function withNumber({ label, normals, normalsByName }: Persona, normal: string): Persona {
  return {
    label,
    normals: new Set([...normals, normal]),
    ...(normalsByName && { normalsByName: new Map([...normalsByName, [normal, [normal]]]) }),
  };
}
