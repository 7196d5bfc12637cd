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

test("seven words that standard output does not take are said on standard error, and end no command", async () => {
  // The terminals opened above hear a fault too.
  process.stdout.removeAllListeners("error");
  const said: string[] = [];
  vi.spyOn(process.stderr, "write").mockImplementation((text) => said.push(String(text)) > 0);
  const gone = Object.assign(new Error("write EPIPE"), { code: "EPIPE" });
  const exit = vi.spyOn(process, "exit").mockImplementation(() => expect.fail("ended"));
  vi.spyOn(process.stdout, "write").mockImplementation((_text, _encoding, then) => {
    then?.(gone);
    return process.stdout.emit("error", gone);
  });
  expect(await openTerminal(() => 0).writeOrSay("one two three\n")).toBe(false);
  expect(said).toEqual(["one two three\n"]);
  expect(exit).not.toHaveBeenCalled();
});
