import { expect, test } from "vitest";
import { type Input, type Presses, afterInput, noPresses } from "./shift-presses.ts";

const down = (key: string, at = 0): Input => ({ type: "keydown", key, at });
const up = (key: string, at = 0): Input => ({ type: "keyup", key, at });
const shift = (at: number): Input[] => [down("Shift", at), up("Shift", at + 80)];
const capital = (letter: string): Input[] => [down("Shift"), down(letter), up(letter), up("Shift")];

const countOf = (...inputs: Input[]): number => inputs.reduce<Presses>(afterInput, noPresses).count;

test("Shift pressed three times, each within five seconds of the last, is three presses, however long they take together", () => {
  expect(countOf(...shift(0), ...shift(4_900), ...shift(9_800))).toBe(3);
});

test("a press that comes later than five seconds after the last begins anew", () => {
  expect(countOf(...shift(0), ...shift(100), ...shift(5_300))).toBe(1);
});

test("another key in between begins again, whatever it is", () => {
  for (const key of ["a", "Escape", "Control", "Enter", "Unidentified"]) {
    expect(countOf(...shift(0), ...shift(100), down(key), up(key), ...shift(200))).toBe(1);
  }
});

test("a capital that is typed is no press, in whichever order the two keys are let go", () => {
  expect(countOf(...capital("A"), ...capital("N"), ...capital("N"))).toBe(0);
  expect(countOf(down("Shift"), down("A"), up("Shift"), up("A"))).toBe(0);
  expect(countOf(...shift(0), ...shift(100), ...capital("A"))).toBe(0);
});

test("going back a field, or choosing words with Shift and a click, is no press", () => {
  expect(countOf(...capital("Tab"), ...capital("Tab"), ...capital("Tab"))).toBe(0);
  const click: Input = { type: "pointerdown", at: 0 };
  expect(countOf(down("Shift"), click, up("Shift"), down("Shift"), click, up("Shift"))).toBe(0);
});

test("a key that is held counts once", () => {
  const held: Input = { type: "keydown", key: "Shift", repeat: true, at: 0 };
  expect(countOf(down("Shift"), held, held, held, up("Shift"))).toBe(1);
});
