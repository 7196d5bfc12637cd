import { expect, it } from "vitest";
import { type Settings, readSettings, usualSettings, writeSettings } from "./stored-settings.ts";

it("keeps what an officer set, and is as drawn where the browser kept nonsense", () => {
  const own: Settings = { keys: { hasLetters: false, letters: { take: "t" } }, text: "large" };
  expect(readSettings(writeSettings(own))).toEqual(own);
  for (const text of ["", "{", "[]", "null", '{"keys":{"hasLetters":true,"letters":[{"name":"take","letter":"tt"}]},"text":"dense"}'])
    expect(readSettings(text)).toEqual(usualSettings);
});
