import { expect, test } from "vitest";
import { tellsComingIn, tellsIntrusion, tellsIntrusionOrFear } from "./intrusion.ts";

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
  "you were in my kitchen again",
  "you went through my phone",
  "did u put a camera in my bedroom",
  "I let myself in while you were out",
  "I'm sitting in your kitchen",
  "im sat in ur kitchen",
  "There's a tracker on your car, there always was",
  "theres an airtag under ur car lol",
  "I have copied your key",
  "I've got a copy of your key now",
  "had ur key cut",
  "I can see you at the upstairs window",
  "i can see u thru the window",
  "I watched you through the bathroom window",
  "I followed you from work",
  "I followed you to the clinic today",
  "I know which side of the bed you sleep on",
  "ur house has no cameras at the back btw",
  "Blue pyjamas tonight. Draw the curtains properly.",
  "If you tell anyone I will make sure you never walk again",
  "I've dug the hole already",
  "Shame if your brakes went",
  "Shame if anything happened to the dog",
  "That man's car will not start tomorrow",
  "Sleep well, I have the hammer in the car",
  "Nobody will find you out here",
  "I hope you have paid your life insurance",
  "I've got your spare key so think on",
  "u better hope i dont see u",
  "Come out or I come in",
  "I've got the photos and your boss gets them Monday",
  "posting Rubys pics at 9 unless she unblocks me",
  "I'm sending your mum those pics if you don't answer",
  "Tell the kids mummy won't be coming home",
])("coming in, keys, watching, weapons, graves, pictures and children are found in what was written: %s", (words) => {
  expect(tellsIntrusion(words)).toBe(true);
  expect(tellsIntrusionOrFear(words)).toBe(true);
});

test.each(["I’m scared of you", "you are frightening the children", "I am calling the police", "stop following me"])(
  "words of fear are found, and are no words of coming in: %s",
  (words) => {
    expect([tellsIntrusionOrFear(words), tellsIntrusion(words)]).toEqual([true, false]);
  },
);

const everyday = [
  // What parents write about a child.
  "On my way, ten minutes", "I'm outside with Mia", "I am at your door, her coat is in the blue bag", "Her shoes are in the car",
  "Can you get her from the bus station at four?", "He is scared of the dark, leave the light on please", "I will be home at six",
  "Did you get into the car park all right?", "See you at the gate", "I was in your street", "I was in the car",
  "is there a tracker for the parcel", "She left her reading book in your hall", "I can see you from the gate, coming over",
  "Blue pyjamas tonight please, the red ones are in the wash", "Shall I come in or will you come out?",
  "Come out when you're ready or I'll come in for her bag", "Tell the kids mummy won't be coming home till seven",
  "Tell her dad isn't coming home tonight, late shift", "You won't be needing the pushchair, she can walk", "He's asleep in my bed",
  "I'm in my car outside school", "Mia's in our room with a temperature", "the cot is still in your room",
  // The house, the plumber, the car.
  "the plumber got in through the side gate", "I let the plumber in", "I've got your keys, you left them at mine",
  "can you get a copy of my key cut for mum", "the new lock on the back gate works", "the hammer is in the car if you need it",
  "I've got the hammer in the car for the shelves", "petrol in the car is low, fill up", "my brakes need doing, squealing again",
  "your brakes are due at the MOT", "My friend's car won't start, can you give me a lift", "I've dug the hole for the fence post",
  "dug a hole in the sand with the kids all day", "knife in the picnic bag, bread in the other", "the spade is in the boot with the plants",
  "draw the curtains, it's freezing", "we need a camera at the back, the bins keep going", "my life insurance went up again",
  // Phones, parcels and pictures.
  "did you see my messages?", "I saw your message, sorry, was at work", "read your email, all fine", "check your phone",
  "I can't get into my email", "my fitness tracker says 12,000 steps", "gps says 20 minutes", "put the airtag in the suitcase",
  "tracking number is in the email", "I'll track your parcel down", "it bugged me all day", "I'll send the photos if you don't mind waiting",
  "send me the pics unless you already have them", "the photos came out great, your boss looks tiny", "posting the wedding photos at 9",
  "I'll show you the video if you come round", "I followed you back on insta", "who's got the video from the match, everyone wants it",
  // Films, football, songs, recipes.
  "you'll never walk alone", "thought I'd never walk again after that hike", "shame if it rains on Sunday", "shame if you can't come",
  "he had a gun in his coat, great film", "the killer was in her house the whole time, great ending", "nobody will find you there, best hiding place",
  "you better hope it doesn't rain", "better pray we don't concede again", "the keeper dug us out of a hole", "with a knife spread the icing, then chill",
  "watching you on the telly lol", "I can see you in goal next year", "I see you and I hear you, as the song goes", "every breath you take is on the radio",
  "she came in through the bathroom window, what a tune", "nobody can hear you over that music", "the cat got in through the cat flap",
  "which side of the bed is yours in the hotel", "pink pyjamas again? you need a wash day", "if I was in your place I'd take the job",
  "see you in the garden at two", "we walked through your town today", "I was in your area so popped to the shop",
]; // prettier-ignore

test.each(everyday)("and not in what is written on any day: %s", (words) => {
  expect(tellsIntrusion(words)).toBe(false);
});

test("words that go on without end are read in no time", () => {
  const parts = [
    "i was in your ",
    "got into the ab ",
    "a",
    "let ",
    "read your ab ",
    "hammer in the car ",
    "i dug a hole ",
    "blue pyjamas tonight ",
  ];
  for (const part of [...parts, "pics boss ", "posting ab pics ", "i can see you at the ", "u ", "know which a a a a "]) {
    const began = performance.now();
    tellsIntrusionOrFear(part.repeat(20_000));
    expect([part, performance.now() - began < 1000]).toEqual([part, true]);
  }
});

test("a thing left at her door is owned to, and fear or a lift left waiting is no such word", () => {
  expect(tellsComingIn("Left something on your step. Sorry about the bird.")).toBe(true);
  expect(tellsComingIn("I let myself in while you were out")).toBe(true);
  expect(tellsComingIn("I'm scared of you")).toBe(false);
  expect(tellsComingIn("You left your coat at mine")).toBe(false);
});
