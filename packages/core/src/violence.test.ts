import { expect, test } from "vitest";
import { canBeJest, isAccountOfViolence, tellsViolence, threatens, threatensLife } from "./violence.ts";

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

test("death and violence are known as they are threatened in texts: bullets, necks, acid, water, graves, children, pets and brakes", () => {
  for (const words of [
    "I will kill you",
    "ur dead",
    "you are dead",
    "you're a dead woman",
    "gonna kill u",
    "im gonna kill you",
    "I'll slit your throat",
    "I am going to end you",
    "I will put a bullet in you",
    "this is your last Christmas",
    "He said he will put a bullet in you",
    "say goodbye to your dog",
    "the dog first then you",
    "the shed has a rope in it. one for you one for me",
    "You have until Friday. Then I come with Dale.",
    "you will be dead by Christmas",
    "you wont see christmas",
    "I have petrol",
    "I will burn your house down",
    "I'm going to burn your car",
    "acid in your face",
    "watch your back",
    "I will throw acid at you",
    "if I cant have you nobody will",
    "if I can not have you I will end you and then me",
    "I will be the last man you ever see",
    "I will take the kids and you will never see them",
    "I'll snap your neck",
    "If you leave me I'll snap your neck and bury you under the patio",
    "you will be found in the canal",
    "next time I wont miss",
    "I have a gun",
    "I will rape you",
    "ill smash your face in",
    "I swear on my life you will pay",
    "six feet under",
    "die bitch",
    "I hope you die",
    "I will kill myself and take you with me",
    "Omw to yours with a bat",
    "your brakes will fail",
    "I will put a brick through your head tonight",
    "gonna cut you up",
    "ur kids are next",
    "I'm outside with a knife",
    "you wont see morning",
    "im coming to finish it",
    "say your prayers",
    "your dog first then you",
    "I'll burn you alive in there",
    "Handover today or I drive off with him and you never see him again",
    "I'll send the lads round",
    "your windows are going in",
    "I will drown the cat",
    "I put my fist through the wall and you're next",
    "I'll have you put down",
    "I will cave your skull in",
    "You'll be in a wheelchair",
    "I'll glass you",
    "ill do you in",
    "I'm going to destroy you",
    "you're dead at darts tonight, I am going to destroy you",
    "I'll kill you if you forget the cake 😂",
    "My mate Dale says he would kill you for fifty quid",
    "Your dad should check his brakes",
    "send me the pics or I post yours",
    "get in the car now or else",
    "get in the car now or else 😡",
    "They'll find you in the river",
    "I will come through your window",
    "They will find your body in the woods",
    "I will cut you open",
    "I will kill you and the children on Christmas Eve",
    "I will kill you before that",
    "he will kill her first",
    "You will end up in a coffin",
    "I will burn the house down with the kids in it",
    "I'll kill the dog",
    "Let me in or I’ll smash the door in",
    "I’m gonna kill your mum",
  ])
    expect(threatens(words), words).toBe(true);
});

test("what friends, trades and families say of killing, dying, brakes and windows is no threat", () => {
  for (const words of [
    "I could murder a curry",
    "you're killing me",
    "dead on my feet",
    "you're dead on your feet, go to bed",
    "shoot me a text",
    "I'll shoot you a text",
    "I have a gun licence form from work for you",
    "kill the lights",
    "break a leg",
    "this is your last day, enjoy the cake",
    "will you break up the bread",
    "tell me when you are finished",
    "let me know when you're finished",
    "ur dead right",
    "you're dead good at this",
    "this will kill you 😂 look at the photo",
    "I never said I would kill you. You lied to the court.",
    "it's going to kill us, this heat",
    "that will hurt her feelings",
    "you're next in the queue",
    "the windows are going in on Tuesday",
    "your windows are going in on Tuesday",
    "you won't see Christmas decorations till December",
    "say goodbye to your mum from me",
    "say bye to the kids for me",
    "we will find the canal walk",
    "I've got a knife, bring the cake",
    "I will put petrol in your car",
    "I'll pick you up or else you can get the bus",
    "post the photos or I send mine",
    "I am coming to get you from the station",
    "I'm coming to finish the fence",
    "I'm outside with the shopping",
    "coming over with a bat for the kids' cricket",
    "I will put a plaster on your knee",
    "I'll put a bookmark in your book",
    "I will throw a party for you",
    "I'll throw you the keys",
    "you should check your brakes before the MOT",
    "nobody will mind",
    "if I can't have the car nobody has to drive",
    "we could kill an hour before the film",
    "I will be in your street at 8 with the pizza",
    "I was in your kitchen drawer for the tape",
    "next time I won't be late",
    "I'll be the last one in",
    "you will be put in a group",
    "you'll be in the field at 3 for sports day",
    "six foot fence panels",
    "I hope you diet goes well",
    "I will have you know",
    "they will find you a seat",
    "I'll find your keys",
    "dig your garden",
    "the hole is one for you to fix",
    "I will cut the grass",
    "I'll open your letter",
    "your mum should check her email",
    "I'll do you an invoice",
    "do you in the morning or evening",
    "you have till Friday or we come back for the form",
    "Will you slice his head of lettuce",
    "good luck, break a leg tonight",
    "what a killer view",
    "my phone is dead",
    "the traffic was murder",
    "I'd kill for a coffee",
    "dying to see you",
    "you slay",
    "I'm dead 😂😂",
    "the kids will be the death of me",
  ])
    expect(threatens(words), words).toBe(false);
});

test("of threats those are known that name death, a weapon, fire or children, and those that nobody says in jest", () => {
  for (const words of ["I will kill you", "I have a gun", "you won’t see Christmas", "I'll burn your house down", "your kids are next"])
    expect(threatensLife(words), words).toBe(true);
  for (const words of ["you will pay", "I will ruin you", "watch your back"]) expect(threatensLife(words), words).toBe(false);
  for (const words of ["I'll kill you if you forget the cake", "you're dead at darts tonight", "I will destroy you"])
    expect(canBeJest(words), words).toBe(true);
  for (const words of [
    "I will kill you and the children on Christmas Eve",
    "if you leave I will kill you",
    "I'll put a bullet in you",
    "I will cut you open",
    "I'll kill you with this knife",
  ])
    expect(canBeJest(words), words).toBe(false);
});

test("a match between two teams and what an office will say of both are no threat to her, and the same verbs towards her are", () => {
  for (const words of [
    "We are going to murder them on Sunday",
    "we will destroy them",
    "we're gonna thrash them",
    "Finance will murder us",
    "The boss is going to kill us",
    "this will kill us",
  ])
    expect(threatens(words), words).toBe(false);
  for (const words of [
    "I will kill them",
    "we will kill them",
    "We are going to murder them and then you",
    "me and the lads will find your brothers, we will kill them",
    "we will kill the kids, we are going to murder them",
    "we are going to murder them, say goodbye to Elowen and the children",
    "I will kill us both",
    "I'm going to murder us all",
    "he says he will kill us",
    "we will kill you",
    "i will murder u",
    "gonna murder ur brother",
  ])
    expect(threatens(words), words).toBe(true);
});

test("a jest can be of legs, and never where it hangs on her silence, on leaving, on jealousy, on the police, or is said to be meant", () => {
  for (const words of [
    "I'll break your legs in training ref lol",
    "I'll kill you if you forget the cake",
    "you're dead if there is no cheese left",
  ])
    expect(canBeJest(words), words).toBe(true);
  for (const words of [
    "If you tell anyone what happened I will kill you",
    "im gonna kill u if u told jamie",
    "You're dead if I see you with Mark",
    "One more word and I'll kill you",
    "I will kill you if you call",
    "if you ring her I'll kill you",
    "If you ever talk to him again I will kill you",
    "You'll be dead before you leave me",
    "I'll kill you if you go out tonight",
    "I will kill you. I mean it this time.",
    "I swear to god I'm going to kill you",
    "I will kill you tonight, not joking",
    "I'll kill you slowly",
    "I'm going to destroy you and everyone you love",
  ])
    expect(canBeJest(words), words).toBe(false);
});
