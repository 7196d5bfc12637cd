import { describe, expect, it } from "vitest";
import { type Key, type Press, capOf, meaningOf, tokenOf, usualKeys } from "./key.ts";

const key = (name: string, ...presses: readonly string[]): Key => ({ name, presses, cap: name, says: name, run: () => undefined });
const keys = [
  key("take", "a"),
  key("queue", "g q"),
  key("next", "j", "ArrowDown"),
  key("lock", "Shift+l"),
  key("write", "Control+Enter"),
  key("open", "Enter"),
];
const press = (pressed: string, more: Partial<Press> = {}): Press => ({
  key: pressed,
  isShift: false,
  isControl: false,
  isOther: false,
  isTyping: false,
  isOnControl: false,
  ...more,
});
const nameOf = (one: Press, waiting = "", settings = usualKeys): string => {
  const { key: found, waiting: waits } = meaningOf(one, waiting, keys, settings);
  return found?.name ?? `waiting ${waits}`.trim();
};

describe("the keys of the desk", () => {
  it("do what is printed on them, with the lock of capitals on too", () => {
    expect(nameOf(press("a"))).toBe("take");
    expect(nameOf(press("ArrowDown"))).toBe("next");
    expect(nameOf(press("L", { isShift: true }))).toBe("lock");
    expect(tokenOf(press("A"))).toBe("a");
  });

  it("go to a place by G and its letter, and a letter that means nothing ends the waiting", () => {
    expect(nameOf(press("g"))).toBe("waiting g");
    expect(nameOf(press("q"), "g")).toBe("queue");
    expect(nameOf(press("a"), "g")).toBe("take");
    expect(nameOf(press("z"), "g")).toBe("waiting");
  });

  it("never take a letter out of what an officer types, nor one meant for the browser", () => {
    expect(nameOf(press("a", { isTyping: true }))).toBe("waiting");
    expect(nameOf(press("a", { isControl: true }))).toBe("waiting");
    expect(nameOf(press("a", { isOther: true }))).toBe("waiting");
    expect(nameOf(press("Enter", { isControl: true, isTyping: true }))).toBe("write");
  });

  it("leave Enter to the button that has the focus", () => {
    expect(nameOf(press("Enter"))).toBe("open");
    expect(nameOf(press("Enter", { isOnControl: true }))).toBe("waiting");
  });

  it("can be turned off where they are one character, and given another letter", () => {
    const off = { hasLetters: false, letters: {} };
    expect(nameOf(press("a"), "", off)).toBe("waiting");
    expect(nameOf(press("L", { isShift: true }), "", off)).toBe("waiting");
    expect(nameOf(press("ArrowDown"), "", off)).toBe("next");
    const own = { hasLetters: true, letters: { take: "t" } };
    expect(nameOf(press("t"), "", own)).toBe("take");
    expect(nameOf(press("a"), "", own)).toBe("waiting");
    expect(capOf(key("take", "a"), own)).toBe("T");
  });
});
