import { expect, test } from "vitest";
import { tellsComingIn, tellsIntrusion, tellsIntrusionOrFear } from "./intrusion.ts";
import { tellsViolence, threatens } from "./violence.ts";

/** What is said to be done to her, or to whom she loves. */
const threats = [
   "gonna cut ur pretty face", "I'll carve your face up", "ill gouge ur eyes",
  "I am going to chop you to pieces", "I'll hack you up", "I could have you beaten", "ur getting a kicking", "you're going to get a bullet",
  "You'll get a slap", "I'm cutting your brake cables tonight", "gonna snip ur brake pipes", "when I get my hands on you",
  "just wait till i get hold of you", "Your cat will die tonight", "ur mum is going to get hurt", "your boyfriend will bleed",
  "Say nothing or your brother gets hurt", "or ur dog gets it", "I'll bring something sharp", "coming with something sharp",
  "if ur not mine no1 will have u", "if you're not with me then nobody", "they will use dental records to identify you",
  "Stay away from her or I'll cut your face", "I'll slice you up", "I'll have you sliced up", "I am going to gouge your eyes out",
  "You're getting a bullet", "I'll cut your brake lines", "Wait til I get my hands on you", "Your dog will be dead by Friday",
  "Keep quiet or your sister gets it", "bringing something sharp on monday", "if i cant have u no1 can",
]; // prettier-ignore

/** What tells of being near her, of what she wrote, of pictures or of a child, and threatens nothing in so many words. */
const nearness = [
  "I stood over your bed last night", "You were standing over me when I was asleep", "I touched you while you were asleep",
  "he was sat on my bed when I woke", "I've read your messages to the police officer", "I saw all your emails to your barrister",
  "i see ur texts with women's aid", "Parked opposite yours all night", "I waited outside your flat half the night",
  "sitting in the van across the road all night", "You got home at 23:17", "You turned the lights off at 1.12", "u left for work at 7:42",
  "Had an extra set of keys made", "Locks won't stop me", "new locks? cute", "New blinds. won't help you", "your watch shows me where you are",
  "Your car tells me everywhere you've been", "life360 says you're at his house", "Find My has you at the refuge",
  "I can see someone in there with you", "who's in there with you", "i saw you and him in bed together", "Be a shame if that little car caught fire",
  "shame if your mum got run over", "I'm not bringing her back", "I won't be bringing the kids home", "You'll never get them back",
  "Enjoy her while you still can", "Your whole office will see those photos of you", "Your dad is gonna get that video of you",
  "i kept the pics. your boss gets them", "6ft under", "I'll make it look like you fell",
  "it will look like suicide", "the kids will grow up without their mum", "She'll be left without a mum", "watched you get out of the taxi",
  "seen u getting on the train", "You took the 7.40 again.", "your back door still don't lock", "your kitchen window doesn't shut",
  "Drove past yours at 2, lights still on",  "Walked by your flat last night, light on upstairs",
    "Watched the postman wake you",
    "I stood over you while you slept", "I read your emails to the solicitor",
  "Sat in the car opposite all night", "You went to bed at 11.40", "Got a spare set cut. Locks are a waste of money",
  "Your phone tells me where you go", "I can see he's in there with you", "Shame if it caught light", "next time I don't bring him back",
  "Everyone at work is going to see that video of you", "i still got the vid. whole year gets it friday", "Six feet. That's all it takes",
  "It'll look like an accident", "He will be growing up without a mum", "saw u get off the bus", "bathroom window still dont shut does it",
  "snap map says ur at ur nans", "Went past 12 Mill Lane. Lights on at 3", "New curtains. Don't suit you",
]; // prettier-ignore

/** Handovers, buses, curtains, keys, phones, films, football, recipes and pets: the same words on any other day. */
const everyday = [
  "Handover at 4 at the library steps", "I'll bring him back at 6 after swimming", "I won't bring him back till 7, traffic is awful",
  "Can you not bring him back so late please", "Not bringing the kids back tonight, they're at Mum's as agreed",
  "I'm not bringing them back, they fit perfectly", "Enjoy them while you can, they grow up so fast", "Enjoy it while you can, rain from three",
  "She'll be dead tired after the party", "Your dog will be dead happy with that bone", "Your mum will die laughing when she sees it",
  "Saw you get off the bus, waved but you had headphones in", "Saw you getting off the train, I'm by the ticket barrier",
  "I'll see you get on the bus then ring me", "Get off the bus at Tesco", "You were on the 8.15 again? I thought you'd moved to days",
  "We bought new curtains together at Dunelm", "New curtains up, they look lovely", "New curtains! What do you think?",
  "Nice new curtains, where from?", "Love your new front door", "The new blinds don't fit, taking them back",
  "Bathroom window doesn't shut, can the landlord look at it", "Your back gate doesn't shut, want me to fix it?",
  "The gate doesn't lock so mind the dog", "Your kitchen window won't close properly, it needs a new hinge", "Got a spare set cut for the office",
  "Got a spare set cut for your mum", "Had a spare set made for work, yours is in the drawer", "Got a spare key cut at Timpsons, eight quid",
  "Lost my keys at work again", "The lock on the staff room is stuck", "Locks and keys training is on Monday",
  "New locks on the stock room, ask Dave for the code", "They changed the locks at work", "Find My says you're five minutes away",
  "Snap Map says you're nearly here", "snap map says ur at nandos, save me a chip", "Your phone tells me it's off",
  "Your phone told me to leave a message", "My phone tells me I've done 4,000 steps", "Google says you need a visa", "I read your email, all fine",
  "I saw your email to the school, thanks", "Read your message to the group, I'll bring crisps",
  "Saw your letter to the solicitor, looks good, I agree", "Went past your work, the sandwich place has closed", "Drove past your old school today",
  "Walked past yours, bins are still out", "Went past the house, lights were on so I knocked", "Christmas lights on at 5 in the square",
  "Lights on at 4 now, I hate winter", "You left your car lights on", "Can't sleep, you up?", "You went to bed at 9, you old man",
  "You got home at 3?? how was it", "Sat in the car outside Tesco for an hour", "Sat in A&E all night with Leo",
  "Sat outside the hospital all night with her bless him", "Parked opposite the school, see you there", "I'm parked across the road",
  "Standing outside yours with pizza, open up", "The teacher stood over you in that photo, so funny", "The doctor stood over you for ages",
  "My boss stood over me all day", "She sat by my bed the whole time in hospital", "Is Leo in there with you?",
  "I know he's there with you, tell him tea is ready", "Who's that with you in the photo?", "I can hear someone upstairs, is it Nan?",
  "It'll look like an accident in a paint factory", "It looks like an accident on the M6", "The husband made it look like an accident, great film",
  "I grew up without a dad too", "She's growing up so fast", "The tomatoes will grow up without a cane", "The pool is six foot deep",
  "Six feet, that's all the space we have for the sofa", "Dave is six foot four", "Everyone is going to love that video of you singing",
  "Everyone's going to see that video of you dancing at the wedding lol", "I've still got the photos from Cornwall",
  "Send me the video of the school play", "Whole class gets it on Friday, the spelling test", "Year 11 get the day off",
  "Took some pictures of you with the cake, sending now", "Shame if the match is rained off", "Shame if you missed the cake",
  "The toast caught fire lol", "The bin caught light on bonfire night", "Bring something sharp for the pumpkins",
  "Bringing something sharp to cut the turf", "That suit looks sharp", "Can't wait til I get my hands on you x",
  "Can't wait to get my hands on that cake", "Wait until I get there", "Wait til I find a space", "You're getting a bullet blender for Christmas",
  "You're getting a slice of cake if you hurry", "You're getting a beating at fifa tonight", "I'll cut your hair Sunday",
  "I'll cut your grass if you lend me the mower", "I'll slice you up some ham", "I'll slice the bread", "I'll carve the chicken",
  "Chop the onions and gouge out the potato eyes", "I'll have you sorted with tickets", "The brake lines need doing before the MOT",
  "Your brakes want doing", "Get the brake cables for the bike", "Bring milk or your mum gets it on the way home",
  "Knife and fork on the left, she's learning", "He's got a knife and fork set for school", "She had the knife sharpener at hers",
  "Got a hammer and nails for the fence", "Batter the fish and crush the peas", "Beat the eggs, whip the cream, smash the biscuits",
  "City got murdered 5-0", "We got battered at home by Villa", "United slaughtered them, what a match", "He hit the post twice",
  "The keeper was on fire", "That film was killer, the axe bit", "The murderer was the butler", "The ghost stood at the end of the bed, I screamed",
  "The vet says the cat is fine", "Your cat was in our garden again", "Your dog ate my slipper", "The dog will get hurt if you leave the gate open",
  "The rabbit died in the night, the kids are sad", "Tracker for Milo's parcel says Tuesday", "The DPD tracker says 4 stops away",
  "Evri tracker has it in Leeds", "The bus tracker app is down", "My step tracker broke", "Took pictures of the kids at sports day, will send",
  "Milo wants to watch you play netball", "Watching you on the telly at eight", "Can you watch the kids while I'm in the shower?",
  "Did the bin men wake you too?", "Sorry if I woke you at 6.10", "Heard the baby woke you at 5, poor thing",
  "You left home at 8.15 and still missed it?", "If I can't have you for tea I'll ask Priya", "If you're not with me at the front, no one can see",
  "No one can have the last biscuit", "Need dental records from the old dentist", "Nice quiet spot for the tent by the river",
  "Saved a nice quiet spot for you at the back", "He has a gun show to visit, tractor mad", "Got you a place on the course",
  "The alarm won't stop beeping", "This bolt won't keep the gate shut", "A chain won't stop the bike thieves",
  "Your car door doesn't shut properly, slam it", "The kids will be without a car seat till I get there",
  "He'll be left without a mum and toddler group if it shuts", "I'll never give her back her pen", "I'll not send him home early",
  "I can see you in there, wave!", "Your light was on when I left for my shift, want anything?", "The shop has people watching your bags",
  "There were loads of people watching you play", "Running late, sat opposite the station", "I watched you play on Saturday, brilliant save",
  "Waited outside your work, did you get the early bus?", "You were on fire at the match", "Caught the 7.40 again, packed",
  "you got the 7.40 again? unlucky", "I saw you on the bus", "The kids will have to be without a mum for an hour, I'm at the dentist",
  "We watched the horror one where he stood over her bed", "You've got Priya in there with you?",
  "I've still got the video from the school play, Mum sees it every time", "Don't bring the kids back in their good shoes",
  "He will get hurt playing that way", "Your brother is going to get hurt playing rugby like that", "Your dad will burn the sausages again",
  "your mum's gonna burn the sausages", "ur getting a slap up meal", "You'll get a hiding place for the key", "You're getting a smack of sherbet",
  "you get acid reflux from that", "You get a kicking at five a side every week", "You catch a cold, stay home", "I'll cut your back lawn",
  "I'll cut your head of lettuce", "Blow your nose", "I'll blow your nose for you", "cut your hands off the price",
  "I'll tear you off a strip of tickets", "Mess them up again and I'll redo the spreadsheets", "Police will think it was an accident on the A40",
  "The light was left on at 3 in the office", "Your light was on till 2, revising?", "The trains went by, lights on",
  "Went past the fair with lights on, gorgeous", "We drove past Blackpool with the lights on, kids loved it",
  "Walking past Selfridges, lights all on", "He gave me handcuffs keyring, thought of you lol",
  "Just saw the noose scene in the western, thought of you hiding behind the cushion", "It would look like an accident if we painted it red",
  "Your location has you on mute", "Your pin has your name on", "I've changed the locks at the shop, won't help if you forget the code",
  "New alarm didn't go off this morning", "New camera didn't come with a case", "New blinds don't fit", "New lock won't turn, is it me?",
  "I've got your messages from the boyfriend group lol", "Got your message from the police choir, what time", "The nurse was sat on my bed chatting",
  "She was sitting on my bed with the cat", "The cat stood over you purring", "Give her back the ball", "I'm not sending him home in wet socks",
  "I won't send her home hungry", "your door doesn't close, did you know?", "your gate won't lock again",
]; // prettier-ignore

test.each(threats)("a plain threat is heard: %s", (words) => {
  expect([threatens(words), tellsViolence(words)]).toEqual([true, true]);
});

test.each(nearness)("what frightens without a threat is heard, and no rule about a handover takes it: %s", (words) => {
  expect([tellsIntrusion(words), tellsIntrusionOrFear(words)]).toEqual([true, true]);
});

test.each(everyday)("what is written on any day is neither: %s", (words) => {
  expect([threatens(words), tellsViolence(words), tellsIntrusionOrFear(words), tellsComingIn(words)]).toEqual([false, false, false, false]);
});

test("her room, her keys and her letters are words of coming in, and a video is none", () => {
  for (const words of [
    "Stood over you last night",
    "Got a spare set cut",
    "I read your emails to the solicitor",
    "your phone tells me where you go",
  ])
    expect(tellsComingIn(words), words).toBe(true);
  expect(tellsComingIn("Everyone is going to see that video of you")).toBe(false);
});

test("such words that go on without end are read in no time", () => {
  const parts = [
    "sat in the car ", "i can see that him ", "shame if a b ", "your phone tells me ", "saw you get off the ab ", "they'll see a b videos ",
    "new locks ", "i still got the vid ", "went past 9 a ", "your window doesn't shut ", "you went to bed at 11.40 ", "read your ab emails to ab ",
    "got a spare set cut ", "i don't bring him back", "snap map says your ", "saw the bin woke ",
    "cut your pretty ", "or your ab mum gets ", "your ab dog will be ", "wait til i get ", "you're getting a ", "if you're not mine ",
  ]; // prettier-ignore
  for (const part of parts) {
    const began = performance.now();
    const text = part.repeat(Math.ceil(20_000 / part.length));
    tellsIntrusionOrFear(text);
    tellsViolence(text);
    expect([part, performance.now() - began < 1000]).toEqual([part, true]);
  }
});
