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

test("what is announced is known as a threat whatever the verb, and however it is spelled to be missed", () => {
  for (const words of [
    "I am going to punch you",
    "I'll slap you",
    "will hit u",
    "I'm gonna strangle you",
    "I could kick your teeth in",
    "I'll set fire to the house",
    "I’ll end you",
    "I will find you and make you pay",
    "I WILL K1LL YOU",
    "I'll k*ll you",
    "I will throw you down the stairs",
    "I will drag you out by your hair",
    "you will wish you were dead",
    "You’ll be sorry",
    "next time I do not brake",
    "watch your back",
    "You will never see Leo again",
    "If you take her to Leeds I will make you sorry you were born",
  ])
    expect(threatens(words), words).toBe(true);
  for (const words of [
    "I'll hit you up when I am near",
    "I'll get you a coffee",
    "I will find you at the gate",
    "I'll grab you a drink",
    "I'll end the call",
    "we will finish her homework",
    "I will hold you a place",
    "I'll cut her hair on Sunday",
    "I will not punch you",
  ])
    expect(threatens(words), words).toBe(false);
});

test("hurt is known in a message by what was done to whom, also without a verb for it", () => {
  for (const words of [
    "you put your hands round my neck",
    "Never put your hand over my mouth again",
    "You threw me down the stairs",
    "you trapped me in the car",
    "you hurt Sam",
    "you gave me a black eye",
    "you made me bleed",
    "you put me against the wall",
    "You kicked the door at me",
    "you threw a plate at my head",
    "You drove at me",
    "you wouldn't let me leave",
    "Do not ever grab me like that again. Mia saw it.",
    "You made me do it",
    "I said no. You touched me.",
    "you slapped her",
    "get off me",
    "you kneed me",
    "you locked me in",
    "you beat me up",
    "you grabbed my bag",
    "You hit me at golf",
    "you held my bag",
  ])
    expect(tellsViolence(words), words).toBe(true);
  for (const words of [
    "hit me up when you're close",
    "you beat me at scrabble",
    "you beat me to it",
    "we went for a walk",
    "threw a ball with Sam",
    "I held the door for you",
    "can you grab me a coffee",
    "Grab your coat",
    "I drove over to my mum",
    "let me know",
    "he threw up, ill",
    "you made me a cake",
    "I will drive over to you at 5",
    "Leo hit the ball at school",
  ])
    expect(tellsViolence(words), words).toBe(false);
});

test("force at a handover is known by hands, walls, doors and cars, and a ball or a held door is none", () => {
  for (const words of [
    "Handover, he put his hand over my mouth",
    "he had his hands around my neck",
    "He drove at me",
    "He knocked me over",
    "He locked me in the car",
    "he elbowed me",
    "He kneed me",
    "He tackled me",
    "He tripped me",
    "He barged me",
    "He poked me hard",
    "He wrenched my arm",
    "he put me against the wall",
    "He stood in front of the door so I couldn't get out",
    "Slammed the car door on my hand",
    "He clipped me with the wing mirror",
    "He yanked Sam out of my arms",
    "he stamped on my phone",
    "He ripped my coat",
    "He jabbed his finger in my chest",
    "He got in my face and screamed",
    "He said he'd end me",
    "my arm is black and blue",
    "Handover. He undid my blouse and touched me. I said no.",
    "Handover. He blocked the stairs and would not let me leave for an hour.",
  ])
    expect(isAccountOfViolence(words), words).toBe(true);
  for (const words of [
    "Handover. He held the door for Sam",
    "We played with a ball",
    "He drove her home",
    "He let me know by text",
    "Stood at the gate, fine",
  ])
    expect(isAccountOfViolence(words), words).toBe(false);
});
