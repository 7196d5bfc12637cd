import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isSecondPerson, mayDo } from "./may-do.ts";
import { loggedAs, operationIds as ids, operations } from "./operations.ts";
import { parseReason, reasonFor } from "./reason.ts";
import { type Relation, relations } from "./relation.ts";
import { parseRole, roles } from "./roles.ts";

const letters: Readonly<Record<string, Relation>> = { F: "force", Q: "queue", M: "member", O: "other", A: "opened", R: "register" };

/** The rows of the table in docs/access.md, cell by cell. */
const rows = readFileSync(new URL("../../../../docs/access.md", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| ") && line.split("|").length === roles.length + 5)
  .map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

describe("who may look", () => {
  it("is in the document what it is in the code, cell by cell", () => {
    const [head = [], ...body] = rows;
    expect(head).toEqual(["operation", "logged as", "reason", ...roles]);
    expect(body.map(([id]) => id)).toEqual(ids);
    expect(Object.keys(operations)).toEqual(ids);
    for (const [id, op, reason, ...cells] of body) {
      const operation = ids.find((one) => one === id);
      if (operation === undefined) throw new Error(`the document names ${id}`);
      expect([op, reason]).toEqual([operations[operation].op, operations[operation].reason]);
      for (const [column, role] of roles.entries()) {
        const told = (cells[column] ?? "").split(" ").map((letter) => letters[letter]);
        for (const relation of relations) {
          const access = mayDo(role, operation, relation);
          expect([id, role, relation, access.allowed]).toEqual([id, role, relation, told.includes(relation)]);
        }
      }
    }
  });

  it("is no alteration while somebody only looks, and no look is without a reason", () => {
    const altering = rows.filter(([, op]) => op === "alter").map(([id]) => id);
    expect(altering).toContain("record-crime");
    for (const id of ids) {
      const { op, reason } = operations[id];
      const look = altering.includes(id) ? { op: "consult", reason: reason === "none" ? "duty" : reason } : { op, reason };
      expect([id, loggedAs(id, true)]).toEqual([id, look]);
      expect([id, loggedAs(id, false)]).toEqual([id, { op, reason }]);
    }
    expect(loggedAs("answer-risk", true)).toEqual({ op: "consult", reason: "duty" });
  });

  it("never opens a case to an officer who is in it, nor a number of another force", () => {
    for (const role of roles)
      for (const id of ids) for (const relation of ["barred", "elsewhere"] as const) expect(mayDo(role, id, relation).allowed).toBe(false);
  });

  it("answers a guessed number, a barred case and another's case with the same words", () => {
    const answers = (["other", "barred", "elsewhere"] as const).map((relation) => mayDo("investigator", "read-case", relation));
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(answers[0]).toEqual({
      allowed: false,
      refused: {
        rule: "need-to-know",
        says: "You are not on this case. Nothing of it was shown to you.",
        allows: ["ask-officer", "break-glass"],
      },
    });
  });

  it("says by role what an officer cannot do", () => {
    expect(mayDo("contact-handler", "approve-decision", "queue")).toEqual({
      allowed: false,
      refused: { rule: "role", says: "A contact handler cannot approve a decision here.", allows: [] },
    });
  });

  it("tells an officer who is on the case that they are, when they ask what can only be done before there is one", () => {
    expect(mayDo("supervisor", "open-case", "member")).toEqual({
      allowed: false,
      refused: {
        rule: "role",
        says: "You are on its case, and there you cannot make a case of a report. Look again: it may have been done a moment ago.",
        allows: [],
      },
    });
  });

  it("lets nobody approve what they had a hand in", () => {
    expect(isSecondPerson("okell", ["wren"]).allowed).toBe(true);
    expect(isSecondPerson("wren", ["marsh", "wren"])).toMatchObject({ allowed: false, refused: { rule: "second-person" } });
  });

  it("knows eight roles by name and no other", () => {
    expect(roles.map(parseRole)).toEqual(roles);
    expect([parseRole("chief"), parseRole("Auditor"), parseRole("constructor")]).toEqual([undefined, undefined, undefined]);
  });
});

describe("a reason", () => {
  it("is one key where the code says it, and words where it does not", () => {
    expect(reasonFor("open-report", { code: "triage", words: "" }).ok).toBe(true);
    expect(reasonFor("open-report", { code: "task", words: "", task: "T-2230" }).ok).toBe(true);
    expect(reasonFor("open-report", { code: "task", words: "" }).ok).toBe(false);
    for (const words of ["", ".", "asdf", "just looking"]) expect(reasonFor("open-report", { code: "other", words }).ok).toBe(false);
    expect(reasonFor("open-report", undefined).ok).toBe(false);
  });

  it("given at sign-in opens nothing by itself", () => {
    expect(reasonFor("open-report", { code: "duty", words: "nights, contact handling" }).ok).toBe(false);
  });

  it("to open a case anyway says who is at risk, so that another can check", () => {
    expect(reasonFor("break-glass", { code: "risk-to-life", words: "asdf" })).toEqual({
      ok: false,
      error: "Say who is at risk, in words that another can check.",
    });
    expect(reasonFor("break-glass", { code: "other", words: "a man is trying her door" }).ok).toBe(false);
    expect(reasonFor("break-glass", { code: "risk-to-life", words: "999 log 0058: a man is trying her door" }).ok).toBe(true);
  });

  it("to read the log is one of the four purposes of the law", () => {
    expect(reasonFor("read-log", { code: "supervision", words: "how hard do they work" }).ok).toBe(false);
    expect(reasonFor("read-log", { code: "lawfulness", words: "" }).ok).toBe(true);
  });

  it("is read strictly", () => {
    expect(parseReason({ code: "task", task: "T-2230" })).toEqual({ code: "task", words: "", task: "T-2230" });
    for (const wrong of [undefined, "triage", {}, { code: "x" }, { code: "triage", words: 1 }, { code: "task", task: "T\n1" }])
      expect(parseReason(wrong)).toBeUndefined();
    expect(parseReason({ code: "other", words: "x".repeat(1001) })).toBeUndefined();
  });

  it("names a task by its number, and takes nothing else there that would stay in the log for ever", () => {
    for (const typed of ["Nadia Brandt", "T-Nadia", "T-1 Nadia", "14 Mill Lane", "t-2230", "T-", "T-1234567890", ""])
      expect(parseReason({ code: "task", task: typed }), typed).toBeUndefined();
  });
});
