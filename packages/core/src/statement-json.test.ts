import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseAgreed, parseStatement, statementToJson } from "./statement-json.ts";

interface Vectors {
  readonly statements: readonly { readonly says: string; readonly document: unknown }[];
  readonly refused: readonly { readonly says: string; readonly at: string; readonly document?: unknown; readonly text?: string }[];
}

/** What another implementation must read, and what it must refuse. */
const vectors = JSON.parse(readFileSync(join(import.meta.dirname, "../../../docs/formats/vectors/statement.json"), "utf8")) as Vectors;

describe("the document of what she states", () => {
  test.each(vectors.statements.map(({ says, document }) => [says, document] as const))("is read and written again: %s", (_, document) => {
    const json = `${JSON.stringify(document, undefined, 1)}\n`;
    const read = parseStatement(json);
    expect(read.ok ? statementToJson(read.value) : read.error).toBe(json);
  });

  test.each(vectors.refused.map(({ says, at, document, text }) => [says, at, text ?? JSON.stringify(document)] as const))(
    "is refused: %s",
    (_, at, json) => {
      const read = parseStatement(json);
      expect(read.ok ? "read" : read.error.slice(0, at.length)).toBe(at);
    },
  );

  test("a mark at the head of the file, as some editors write it, changes nothing", () => {
    for (const { document } of vectors.statements) expect(parseStatement(`\ufeff${JSON.stringify(document)}`).ok).toBe(true);
    expect(parseAgreed("\ufeff[]")).toEqual(parseAgreed("[]"));
  });

  test("a fault says where it stands and never what stands there", () => {
    const [first] = vectors.statements;
    const read = parseStatement(JSON.stringify({ ...(first?.document as object), secret: "words of hers" }));
    expect(read.ok ? "read" : read.error).toMatch(/^statement has a key that does not belong there/);
    expect(read.ok ? "" : read.error).not.toContain("words of hers");
  });

  test("whatever stands in the file, reading it ends in a statement or a fault", () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (json) => {
        const read = parseStatement(json);
        return read.ok || read.error.startsWith("statement");
      }),
    );
  });

  test("a document of megabytes, a list without end and a name without end are refused", () => {
    const document = vectors.statements[0]?.document as { them: object };
    const refusal = (more: object): string => {
      const read = parseStatement(JSON.stringify({ ...document, ...more }));
      return read.ok ? "read" : read.error;
    };
    expect(refusal({ places: Array.from({ length: 10_001 }, (_, i) => `place ${i}`) })).toBe(
      "statement.places has more than 10000 entries",
    );
    expect(refusal({ perhaps: ["x".repeat(1_001)] })).toBe("statement.perhaps[0] is longer than 1000 characters");
    expect(parseStatement(" ".repeat(9_000_000)).ok).toBe(false);
  });

  test("agreed contact can stand in a file of its own", () => {
    expect(parseAgreed('[{"says":"handover","weekdays":["friday"],"hours":{"from":"16:00","until":"18:00"}}]')).toEqual({
      ok: true,
      value: [{ says: "handover", weekdays: ["friday"], hours: { from: 960, until: 1080 } }],
    });
    expect(parseAgreed("[]").ok).toBe(false);
  });
});
