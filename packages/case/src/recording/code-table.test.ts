import { expect, test } from "vitest";
import { parseCodeTable } from "./code-table.ts";

test("a table has its rows numbered as the officer's own program numbers them, and a row without a code stays without one", () => {
  const table = parseCodeTable("codes.csv", '\uFEFFClass,Code,Offence\r\n8Q,8/65,"Stalking, with fear"\r\n8Q,,Stalking\r\n');
  expect(table).toEqual({
    ok: true,
    value: {
      table: "codes.csv",
      rows: [
        { row: 2, says: "8Q · Stalking, with fear", code: "8/65" },
        { row: 3, says: "8Q · Stalking" },
      ],
    },
  });
});

test("a last cell that is empty is a cell, and a quoted one keeps its marks", () => {
  const table = parseCodeTable("codes.csv", 'offence,code\n"Damage ""simple""",58A\nThreats,');
  expect(table.ok && table.value.rows).toEqual([
    { row: 2, says: 'Damage "simple"', code: "58A" },
    { row: 3, says: "Threats" },
  ]);
});

test.each([
  ["nothing", ""],
  ["words", "Dear all,\nplease find attached"],
  ["one column", "code\n8/65\n"],
  ["a head alone", "code,offence\n"],
  ["a head without a name", "code,\n8/65,Stalking\n"],
  ["rows of other lengths", "code,offence\n8/65,Stalking,extra\n"],
  ["a mark without its other", 'code,offence\n8/65,"Stalking\n'],
  ["bytes of a spreadsheet", "PK\u0003\u0004\0code,offence\n1,2"],
  ["a row without words", "code,offence\n8/65,\n"],
])("%s is no table and is refused", (_, text) => {
  expect(parseCodeTable("codes.csv", text).ok).toBe(false);
});
