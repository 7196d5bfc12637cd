import { afterEach, expect, test, vi } from "vitest";
import { openTerminal } from "./terminal.ts";

afterEach(() => vi.restoreAllMocks());

test("the name of a file that somebody else chose moves no cursor and ends no line", () => {
  const said: string[] = [];
  vi.spyOn(process.stderr, "write").mockImplementation((text) => said.push(String(text)) > 0);
  openTerminal(() => 0).say("Passed over, because it is a link: x\u001b[2J\nVerified.\u202e");
  expect(said).toEqual(["Passed over, because it is a link: x [2J Verified. \n"]);
});

test("what is said still comes when saying alone was handed on, as to whoever hands a letter in again", () => {
  const said: string[] = [];
  vi.spyOn(process.stderr, "write").mockImplementation((text) => said.push(String(text)) > 0);
  const again = { ...openTerminal(() => 0), endProgress: undefined };
  again.say("The same letter goes again in 2 s.");
  expect(said).toEqual(["The same letter goes again in 2 s.\n"]);
});
