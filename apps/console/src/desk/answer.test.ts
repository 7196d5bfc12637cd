import { describe, expect, it } from "vitest";
import { object, text } from "@unmask/core";
import { readAnswer } from "./answer.ts";

const name = object(({ must }) => must("name", text));
const log = { number: 481_207, says: "written", hash: "d8bcfed2", before: "c6dde075" };

describe("what the server answers", () => {
  it("is a value only where every key is there and none that nobody asked for", () => {
    expect(readAnswer(200, { name: "Northshire" }, name)).toEqual({ came: "value", value: "Northshire" });
    expect(readAnswer(200, { name: "Northshire", more: 1 }, name).came).toBe("not-understood");
    expect(readAnswer(200, undefined, name).came).toBe("not-understood");
  });

  it("is a refusal with its rule, what would allow it, and the entry that was written of it", () => {
    const refused = { rule: "need-to-know", says: "You are not on this case.", allows: "You can ask a supervisor to put you on it." };
    expect(readAnswer(403, { refused, log }, name)).toEqual({ came: "refused", refusal: { ...refused, log } });
    expect(readAnswer(403, { refused: { rule: "x" } }, name)).toEqual({ came: "not-understood", where: "refusal.refused.says is missing" });
  });

  it("says where it was not understood and never what stood there", () => {
    const answer = readAnswer(200, { name: { words: "I know what time you finish" } }, name);
    expect(JSON.stringify(answer)).not.toContain("finish");
  });

  it("is nobody, nothing or somebody else’s change by its status", () => {
    expect(readAnswer(401, undefined, name)).toEqual({ came: "nobody" });
    expect(readAnswer(404, undefined, name)).toEqual({ came: "nothing-there" });
    const changed = { came: "changed", says: "D. Parry saved at 11:21" };
    expect(readAnswer(409, { changed: changed.says }, name)).toEqual(changed);
    expect(readAnswer(409, { changed: changed.says, log }, name)).toEqual(changed);
    expect(readAnswer(500, undefined, name)).toEqual({ came: "not-understood", where: "status 500" });
  });
});
