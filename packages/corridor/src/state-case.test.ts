import { readFileSync } from "node:fs";
import { join } from "node:path";
import { documentOf, isOf, normalName, parseStatement, statementToJson } from "@unmask/core";
import { expect, test } from "vitest";
import { stateCase } from "./state-case.ts";

const vectors = JSON.parse(readFileSync(join(import.meta.dirname, "../../../docs/formats/vectors/statement.json"), "utf8")) as {
  readonly statements: readonly { readonly says: string; readonly document: Record<string, unknown> }[];
  readonly personOfRule: readonly {
    readonly says: string;
    readonly means: readonly string[];
    readonly not: readonly string[];
    readonly document: unknown;
  }[];
  readonly countryNotKnown: readonly { readonly says: string; readonly at: string; readonly document: unknown }[];
  readonly neverOnTheWall: readonly { readonly says: string; readonly at: string; readonly document: unknown }[];
};

test.each(vectors.statements.map(({ says, document }) => [says, document] as const))(
  "names, zone and law are found out, and the document can be written again: %s",
  (_, { leftOut: _left, ...document }) => {
    const json = `${JSON.stringify(document, undefined, 1)}\n`;
    const read = parseStatement(json);
    if (!read.ok) throw new Error(read.error);
    const statement = stateCase(read.value);
    if (!statement.ok) throw new Error(statement.error);
    expect(statementToJson(documentOf(statement.value))).toBe(json);
  },
);

test.each([
  ["SCO", "Scotland"],
  ["NI", "Northern Ireland"],
] as const)("a statement of %s is taken, with no law in it, until there is data", (jurisdiction, name) => {
  const taken = stateCase({ zone: "Europe/London", jurisdiction, country: "GB", me: { label: "Hannah" }, them: { label: "Owen" } });
  expect(taken.ok && taken.value.jurisdiction).toMatchObject({
    code: jurisdiction,
    name,
    examples: [],
    offences: [],
    orders: [],
    courseOfConduct: null,
  });
});

test.each(vectors.neverOnTheWall.map(({ says, at, document }) => [says, at, document] as const))(
  "a stop in a minute that no clock showed is refused, and the error says where it stands: %s",
  (_, at, document) => {
    const read = parseStatement(JSON.stringify(document));
    if (!read.ok) throw new Error(read.error);
    const statement = stateCase(read.value);
    expect(statement.ok ? "taken" : statement.error).toContain(`${at} was on no clock in`);
  },
);

test.each(vectors.countryNotKnown.map(({ says, at, document }) => [says, at, document] as const))(
  "a country whose numbers nobody knows is refused, with what to write: %s",
  (_, at, document) => {
    const read = parseStatement(JSON.stringify(document));
    if (!read.ok) throw new Error(read.error);
    const statement = stateCase(read.value);
    expect(statement.ok ? "taken" : statement.error).toMatch(new RegExp(`^${at} is no country .*: write .* GB for the United Kingdom$`));
  },
);

test.each(vectors.personOfRule.map(({ says, ...rest }) => [says, rest] as const))(
  "who the person of a rule of agreed contact is: %s",
  (_, { means, not, document }) => {
    const read = parseStatement(JSON.stringify(document));
    if (!read.ok) throw new Error(read.error);
    const statement = stateCase(read.value);
    if (!statement.ok) throw new Error(statement.error);
    const person = statement.value.agreed?.[0]?.person;
    if (!person) throw new Error("the rule has no person");
    const isMeant = (name: string): boolean =>
      isOf(person, { kind: name.startsWith("+") ? "phone" : "name", wrote: name, normal: normalName(name) });
    expect(means.filter(isMeant)).toEqual(means);
    expect(not.filter(isMeant)).toEqual([]);
  },
);

const country = "GB";
const twoWays = { zone: "Europe/London", jurisdiction: "EW", country, me: { label: "Hannah", names: ["Hannah", "07700 900001"] } } as const;

test.each([
  ["theirs", { them: { label: "Owen", names: ["Owen Pike", "+44 7700 900001"] } }, "them.names[1] is named as hers too"],
  ["perhaps theirs", { them: { label: "Owen" }, perhaps: ["Owen", "tel:+447700900001"] }, "perhaps[1] is named as hers too"],
  [
    "certainly and perhaps theirs",
    { them: { label: "Owen", names: ["07700 900142"] }, perhaps: ["+447700900142"] },
    "perhaps[0] is named as certainly theirs too",
  ],
  ["somebody else's", { them: { label: "Owen" }, others: ["Nadia", "+44 7700 900001"] }, "others[1] is named as hers too"],
] as const)("a number that is named as hers and as %s, written two ways, is refused like the same writing", (_, rest, says) => {
  const stated = stateCase({ ...twoWays, ...rest });
  expect(stated.ok ? "taken" : stated.error).toBe(`statement.${says}, written another way: leave it out of one of them`);
});

test("a zone that this program does not know is told of", () => {
  const document = { zone: "Mars/Olympus", jurisdiction: "EW", country: "GB", me: { label: "me" }, them: { label: "R." } } as const;
  expect(stateCase(document)).toEqual({ ok: false, error: "the statement names a time zone that this program does not know" });
});
