import { expect, test } from "vitest";
import { tellsIntrusionOrFear } from "./intrusion.ts";

test.each([
  "I was in your bedroom today",
  "I will be in your kitchen when you wake",
  "I have put a tracker on your car lol",
  "take the tracker off my car",
  "i let myself in, nice new sheets",
  "how did you get in",
  "I've still got a key to your house",
  "I watched you sleep",
  "I read your messages, all of them",
  "I’m scared of you",
  "you are frightening the children",
  "I am calling the police",
  "stop following me",
])("coming in, a device and fear are found in what was written: %s", (words) => {
  expect(tellsIntrusionOrFear(words)).toBe(true);
});

test.each([
  "On my way, ten minutes",
  "I'm outside with Mia",
  "I am at your door, her coat is in the blue bag",
  "Her shoes are in the car",
  "Can you get her from the bus station at four?",
  "He is scared of the dark, leave the light on please",
  "I will be home at six",
  "Did you get into the car park all right?",
  "See you at the gate",
  "I was in your street",
  "I was in the car",
  "is there a tracker for the parcel",
  "She left her reading book in your hall",
])("and not in what parents write about a child: %s", (words) => {
  expect(tellsIntrusionOrFear(words)).toBe(false);
});

test("words that go on without end are read in no time", () => {
  for (const part of ["i was in your ", "got into the ab ", "a", "let ", "read your ab "]) {
    const began = performance.now();
    tellsIntrusionOrFear(part.repeat(20_000));
    expect([part, performance.now() - began < 1000]).toEqual([part, true]);
  }
});
