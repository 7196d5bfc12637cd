import { expect, test } from "vitest";
import { isAccountOfViolence, tellsViolence, threatens } from "./violence.ts";

test("a plain threat is known by what somebody says he will do, and not by what was done or is never done", () => {
  for (const words of [
    "I will kill you",
    "I saw you with him. i’ll fucking kill u both",
    "if she goes to the police I am going to kill her",
    "gonna burn your house down",
    "come back or I kill you",
    "You’re dead",
    "you will be in the ground",
    "I swear I'll slit your throat",
    "If you bring that man to the door again I will put him in hospital",
    "Next time I see you with him I will run him over",
    "I’ll break your neck",
    "I will k\u200bill you",
    "Outside yours. Open the door or I kick it in",
    "I will smash your car up",
    "open it or I'll smash your windows in",
    "I’ll kick your door in",
  ])
    expect(threatens(words), words).toBe(true);
  for (const words of [
    "I will never hurt you",
    "I am not going to kill you",
    "I won’t hurt you",
    "Mum will kill me",
    "one text isn’t going to kill you",
    "I hurt you, I am sorry",
    "the battery is dead",
    "you nearly died laughing",
    "I saw you today",
    "I will run her over to yours at 5",
    "I will put him in the hospitality tent",
    "I will run the bath over there",
    "shall we call or I kick off without him",
    "come early or I break into the biscuits",
    "call me or I put the kids to bed",
    "they will not run you over",
  ])
    expect(threatens(words), words).toBe(false);
});

test("that one of the two hurt the other is known as either writes it, and what children did to each other is left alone", () => {
  for (const words of ["You grabbed my arm on Friday", "sorry I hit you", "he spat at me", "stop pushing me", "you pulled my hair"])
    expect(tellsViolence(words), words).toBe(true);
  for (const words of ["Mia pushed Leo at nursery", "hit me up when you are near", "I held the door", "Lego arrived", "he hit his knee"])
    expect(tellsViolence(words), words).toBe(false);
});

test("an account of a handover that tells of force, a weapon or an injury is one of violence, and one of coats and shoes is not", () => {
  for (const words of [
    "At the door for handover. He grabbed my arm and twisted it.",
    "He came for Mia, pushed past me and shouted",
    "Spat in my face",
    "Held my wrist until I said yes",
    "would not let me go",
    "He had a knife in his belt",
    "bruises on both arms",
  ])
    expect(isAccountOfViolence(words), words).toBe(true);
  for (const words of [
    "He brought Mia back, with her coat",
    "Handover at the gate, a bit late",
    "He held the door",
    "Picked up Leo, quiet",
  ])
    expect(isAccountOfViolence(words), words).toBe(false);
});
