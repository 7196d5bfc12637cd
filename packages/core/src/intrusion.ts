import { asRead } from "./violence.ts";

/**
 * English: words by which one of the two owns to having been where the other lives, to a key, or to something that tells where the other is; words of
 * watching, weapons, graves, pictures and children by which one is made afraid; and words of fear.
 * They are found and never weighed, and what is not found can be one: who agreed to a handover agreed to none of these.
 *
 * Written for one line of text as `plainly` gives it. Every expression is linear: where a repetition stands inside a repetition, both are bounded.
 */

const within =
  "(?:bedroom|bathroom|kitchen|living room|front room|lounge|hall|landing|stairs|loft|cellar|garden|shed|garage|wardrobe|drawers?|bed|room|house|flat|home|place|bag|car)";
/** Of the one who is told, or of the one who tells it of the other: "I was in your kitchen", "you were in my kitchen", and not "I was in my kitchen". */
const inOthers = (says: string, theirs: string): string =>
  `(?<!\\bif )(?:i|we)${says}your ${theirs}|(?<!\\bif )(?:you|he|she|they)${says}(?:my|our) ${theirs}`;
const is = "(?:'m| am|'re| are|'s| is| was| were|'ve been| have been|'d been|'ll be| will be)";
/** Where a clause ends. */
const end = "(?= ?(?:[.!?,;]|$))";

const cameIn = [
  inOthers(`${is}(?! (?:asleep|sleeping|playing)\\b)(?: \\w{2,10})? (?:in|inside|under|through) `, `(?:\\w{2,12} )?${within}`),
  inOthers(
    "(?:'ve)? (?:came|got|get|climbed|climb|broke|break|crept|creep|sneaked|snuck|walked|went|been) (?:in|inside|into|through|in through|round) ",
    `(?:\\w{2,12} )?(?:${within}|window)`,
  ),
  "(?:i|you|he) (?:came|climbed|broke|got) (?:in )?(?:in|through) (?:the|your|my) (?:back door|back way|(?:\\w{2,12} )?window|cat flap)",
  "let (?:my|your|him)self in|how did you get in|(?:get|got) out of my (?:house|flat|home|garden|room|bedroom)|or i(?:'m)? com(?:e|ing) in\\b",
  "(?:have|'ve|got|has|had|kept|made|cut|copied|still)(?: (?:still|got))? (?:a |the |my |your |spare |own ){0,3}keys? (?:to|for) (?:your|my|our|her) (?:house|flat|place|home|door|car)",
  "(?:copied|copy of|cut) your keys?|had your key cut",
  // A set that is cut for somebody else, or for work, is lent.
  "(?:got|had|have|made) (?:an? |another |my own |the )?(?:spare|extra|second) (?:set|pair)(?: of keys)? (?:cut|made|copied)\\b(?!.{0,60}\\b(?:for (?!me\\b)|work|office|school|shed|lost|you can|yours? is|pick))",
  "locks (?:are|were) a waste of|(?:locks?|chains?|bolts?|alarm)(?: on your \\w{2,10})? (?:won't|don't|can't|didn't|will not) (?:stop|keep|bother) (?:me|us)\\b",
  "new (?:locks?|chain|bolts?|alarm|cameras?|curtains|blinds)[.?!,]{0,3} (?:they )?(?:cute|nice try|funny|don't (?:suit|help|stop|bother)|won't (?:help|stop|make|keep))",
  // Over her bed; that a doctor or a boss did so is told of them.
  "(?<!\\b(?:doctors?|nurses?|teacher|ref|boss|mum|dad|who|cat|dog|was|were) )(?:stood|standing|stand|knelt|kneeling|leaned|leant|bent|leaning) over (?:you|your bed)\\b(?! (?:in|on|at) )",
  "(?:you|he|she|they|someone|somebody)(?:'s| was| were| is)? (?:stood|standing|stand|knelt|kneeling|leaning|bent|sat|sitting) (?:over|at the (?:end|foot) of|on) (?:me (?:while|when|in) (?:i (?:slept|was)|bed|my bed|my sleep|the night)|my bed (?:when|while|in the (?:night|dark)|last night)\\b)",
  "(?:watched|looked at|touched|stroked|smelled|sniffed|filmed|photographed|beside|next to) (?:you|your \\w{2,8}) (?:while|when|as) you (?:slept|sleep|were sleeping|were asleep)",
];

const accounts =
  "(?:\\w{2,12} )?(?:phone|messages|texts|emails?|dms|location|calls|photos|icloud|accounts?|laptop|facebook|instagram|whatsapp|bank|snapchat)\\b";
const looked =
  "(?:'ve|'m|'s| have| has| can| am| still| always| been){0,3} (?:read|reading|went through|been through|going through|checked|checking|listening to) (?:all |everything on )?";
const device = [
  "(?<!(?:fitness|parcel|health|habit|period|sleep|order|delivery|flight|bus|train|step|reading|santa|cycle|mood|budget|activity|amazon|evri|dpd|royal mail) )trackers?(?! (?:for (?:\\S{1,15} ){0,3}(?:parcels?|order|delivery|package|post)|number|link))(?!.{0,30}\\b(?:parcel|out for delivery|stops away|steps)\\b)",
  "track(?:ing)? (?:device|app|you|me|my|your)\\b(?! (?:\\w+ )?(?:down|parcel|order|delivery|run))|gps (?:on|in|under|tracker)|spyware|stalkerware|keylogger",
  "air ?tags?(?!.{0,30}\\b(?:luggage|suitcase|case|keys|dog|cat))|(?:hidden|secret|spy) (?:camera|cam|mic)s?|cameras? in (?:your|my) (?!phone|new phone|car)|listening device|(?:is|was|have) bugged",
  `(?<!\\b(?:did|have|can|could|if|please|when|until|hope) )(?:you|he|she)${looked}my ${accounts}`,
  `i${looked}your (?:phone|location|icloud|accounts?|dms|calls)\\b(?! (?:bill|number))|i(?: can|'ve been| still|'m) (?:see|read|reading) (?:all )?your ${accounts}|read your ${accounts},? all of`,
  // What went to a solicitor or a refuge did not go to the one who says so.
  `(?:read|reading|seen|see|saw|found|copied|forwarded)(?: all)? (?:of )?your (?:\\w{2,10} )?(?:emails?|messages?|texts?|dms|chats?|letters?|whatsapps?) (?:to|with|from) (?:\\w{2,10} ){0,2}(?:solicitor|lawyer|barrister|police|officer|refuge|women's aid|therapist|counsellor|support worker|boyfriend)s?\\b(?!.{0,40}\\b(?:agree|agreed|thanks|thank you|copied|fine|good)\\b)`,
  "your (?:phone|car|watch|ipad|tablet|laptop|bag|location) (?:tells|told|shows|showed|sends|lets|gives) me (?:see |know )?(?:everywhere|everything|where you|who you|every (?:\\w{2,10} )you)",
  // "Find My says you're ten minutes away" is of a lift.
  "(?:snap(?:chat)? ?maps?|find my(?: (?:phone|friends|iphone))?|life ?360|your (?:location|dot|bitmoji)) (?:says?|said|shows?|showed|has|had|puts?) (?:you're|your|you are|you were|you (?:at|in|near|outside))\\b(?!.{0,40}\\b(?:away|mins?|minutes|nearly|almost|close|here|corner|traffic|save|join|jealous|enjoy|bring|get me)\\b)",
  `(?<!\\bi(?:'ve|'m| can't| can)? )(?:logged|logging|hacked|got|get) (?:in ?to|back into) my ${accounts}|i(?:'ve|'m| can)? (?:logged|logging|hacked|got|get) (?:in ?to|back into) your ${accounts}`,
];

const room = "(?:\\w{2,10} )?(?:window|curtains|blinds|bedroom|kitchen|bathroom|shower|garden|living room)";
const watching = [
  "(?:watch|watched|watching|filmed|filming) (?:you|me|her) (?:sleep|undress|shower|dress|bath|through)",
  `i(?:'ve| can)?(?: still)? (?:see|saw|seen|watched|watching|been watching) you (?:at|in|through|by|from) (?:the|your|that) ${room}`,
  "i(?:'ve)? followed you (?!back|on\\b)",
  "know (?:which|where)\\b.{0,20} you sleep",
  "your (?:house|flat) has no (?:camera|alarm)",
  // Who waves, beeps or offers a lift has been seen as well.
  "(?<!\\b(?:i'll|will|to|can) )(?:saw|see|seen|watched|watching) you (?:get|getting|got|step|stepping|come|coming|climb) (?:on|off|out of) (?:the|that|your|his|a) (?:\\w{2,10} )?(?:bus|train|tram|tube|metro|taxi|cab|uber|car|\\d{1,3})\\b(?!.{0,60}\\b(?:wav\\w+|shout\\w*|beep\\w*|coming|stop|lift|call|called|here|over|i'm|i'll|hi|hello|telly|tv)\\b)",
  "you (?:were on|got|took|caught) the \\d{1,2}[.:]?\\d\\d (?:again|as always|as usual)(?= ?[.!]| ?$)",
  `(?<!\\b(?:if|when|said|says|since|because|think|thought|that|until|till|did) )you (?:went to (?:bed|sleep)|got (?:up|home|in)|came home|turned (?:the|your) lights? (?:off|out)|closed (?:the|your) curtains|left (?:home|the (?:house|flat)|for work)|put the (?:bins?|lights?) out) (?:at|just after|about|around) \\d{1,2}[.:]\\d\\d\\b(?![^.!]{0,60}\\?)`,
  "(?:saw|watched) (?:\\w{2,10} ){1,4}(?:woke|wake) you\\b",
  "(?:sat|sitting|parked|waited|waiting|stood|standing|slept|been)(?: (?:up|here|there|out|in|my|the|car|van)){0,4} (?:opposite|across (?:the (?:road|street)|from)|over the road|(?:opposite |outside |across from )(?:yours?|you|your \\w{2,10}))(?: (?:from )?yours?(?: \\w{2,10})?)? (?:all|half the|most of the) night",
  "(?:went|drove|walked|came|rode|been|going|driving|walking) (?:past|by) (?:yours?|you|\\d{1,4})\\b.{0,40}\\blights? (?:were |was |still |all )?on\\b(?!.{0,60}\\b(?:knock\\w*|rang|ring|wav\\w+|christmas|xmas|pop\\w*|car)\\b)",
  // Who would mend it says so.
  "(?:your|that) (?:(?:bath|bed)room |kitchen |back |front |side |patio |garden |toilet |landing |downstairs |upstairs )?(?:window|door|gate|lock|latch|catch|bolt)s? (?:still )?(?:doesn't|don't|won't|does not|never) (?:quite |properly )?(?:shut|close|lock|latch|catch)\\b(?!.{0,80}\\b(?:fix\\w*|mend\\w*|oil|wd40|look|landlord|need\\w*|want me|replac\\w*|builder|sort\\w*|repair\\w*|get|dog|cat|kids|draught|wind|swollen|again|did you know)\\b)",
  "(?:window|door|gate|latch) still (?:doesn't|don't|won't) (?:shut|close|lock) (?:does|do|will) (?:it|they)",
  "(?:see|saw|seen|hear|heard|watched|watching) (?:that )?(?:he's|she's|he is|he was|she was|someone's|someone is|someone|somebody's|somebody|a man|that man|you've got \\w{2,10}|him|them|you and \\w{2,10}) ?(?:in there|inside|upstairs|in (?:your )?bed|in your \\w{2,10})(?: with you\\b| together)|who(?:'s|s| is| was) (?:that |he |the man )?(?:in there|upstairs|in (?:your )?bed) with you",
  "(?:^|[.!] )(?:\\w{3,8} ){1,2}(?:pyjamas|pjs|nightie|underwear|knickers|bra) (?:tonight|again|last night)(?= ?[.!]| ?$)",
];

/** What is kept at home and in a shed is a tool where one of these stands beside it. */
const forWork = "\\b(?:shel|nail|fenc|post|tool|fix|lend|need|pond|plant|tree|sand|picnic)";
const killing = [
  `i(?:'ve| have)?(?: still)?(?: got)? (?:a|the|my) (?:hammer|knife|axe|gun) (?:in (?:the|my) (?:car|boot|bag|coat)|on me|with me)\\b(?!.{0,60}${forWork})`,
  `i(?:'ve|'m| have| am|'ll)?(?: already| just)? (?:dug|dig|digging) (?:the|your|you a|a) (?:hole|grave)(?! (?:for|in|at|with)\\b)(?!.{0,60}${forWork})`,
  "you(?:'ll| will)? never (?:walk|breathe) again|(?:nobody|no one)(?:'ll| will)(?: ever)? (?:find you|hear you scream)(?! there)",
  "shame if (?:(?:any|some)thing happen|your (?:brakes|tyres|windows|house|dog|face)|(?:\\S{1,12} ){1,4}(?:caught (?:light|fire)|burn(?:ed|t) down|went (?:up in|missing)|got (?:hurt|hit|run over|keyed|smashed|torched)|had an accident|crashed|disappeared)\\b)|car (?:won't|will not) start tomorrow",
  "(?:six|6) ?(?:feet|foot|ft)(?: under\\b|[.,!]? that's all (?:it takes|you(?:'ll| will) (?:ever )?(?:get|need)))",
  `(?:it'll|will|going to|(?:i can|i could|i'd|i'll) make it|it would) look like (?:an accident|suicide|you (?:fell|jumped|slipped|did it yourself|ran off|just left))${end}`,
  "(?:will|\\w{1,8}'ll|going to|want|have to|be|left)(?: be| all| both| have to)? (?:(?:grow|growing|brought) up|grow|wake up|wak(?:e|ing) up|live|left|be) without (?:a|his|her|their|its|you as a) (?:mum|mummy|mam|mom|mother|parents)\\b(?! (?:and toddler|around|at|for|on|until|till)\\b)",
  "hope (?:you(?:'ve| have)|your).{0,20}life insurance|so think on|better (?:hope|pray) (?:i|we) (?:don't|never) (?:see|find|catch)",
];

const shown = "(?:videos?|vids?|pics?|pictures?|photos?|nudes?|clips?|tape|screenshots)";
const taken = [
  `i(?:'m| am|'ll| will|'d| would| might| may| could| do| can)? ?(?:just )?(?:not|don't|won't|never)(?: be)? (?:bring|bringing|send|sending|give|giving) (?:(?:him|her|(?:the|our|your) (?:kids?|children|son|daughter|boys?|girls?|baby)) (?:back|home)(?=$| ?[.!;]| (?:next|again|ever|this time|any ?more|unless|alive)\\b)|them (?:back|home)(?= ?[.!]| ?$))`,
  "enjoy (?:him|her|them) while you(?: still)? can\\b(?!.{0,30}\\b(?:grow|fast|young|little|teen\\w*))|you(?:'ll| will) (?:never|not) (?:get|have) (?:him|her|them|the kids) back(?! (?:to|by|on|in|before|at)\\b)",
];

const exposing = [
  `(?:going to|will|\\w{1,8}'ll|about to|can)(?: all| be| soon)? (?:see|seeing|get|watch|be shown|be sent) (?:\\w{2,10} ){0,3}${shown} of you(?= ?[.!,;]| ?$)`,
  `i(?:'ve)? (?:still (?:got|have)|kept|saved) (?:the|that|your|those|all) (?:\\w{2,10} ){0,2}${shown}\\b.{0,60}\\b(?:(?:gets?|sees?|getting|seeing) (?:it|them)|going out|goes out|online|on facebook|on insta)\\b(?! (?:every|each)\\b)`,
  "(?:pics?|photos?|nudes?|videos?)\\b.{0,30}\\b(?:boss|work|manager|everyone) (?:gets?|sees?) (?:them|it)",
  "(?:^|[.!,] |i'm |i'll |i will |i am |going to )(?:post|send|shar|leak)(?:e|ing)? (?!me|us)(?:\\S{1,12} ){0,5}(?:pics?|photos?|nudes?|videos?)\\b.{0,30}\\b(?:unless|if) (?:you|she)(?: don't)? (?:unblock|answer|reply|talk|drop|leave|block|tell)",
  `tell (?:the \\w{3,8}|them|him|her) (?:mummy|mum|dad|you) (?:won't|will not|isn't|is not|'s not) (?:be )?(?:coming|come) (?:home|back)${end}`,
];

const anyOf = (...lists: readonly (readonly string[])[]): RegExp => new RegExp(`(?<![\\w'])(?:${lists.flat().join("|")})`, "i");
const intrusion = anyOf(cameIn, device, watching, killing, taken, exposing);
const comingIn = anyOf(cameIn, device);

/** What was left where somebody lives: "Left something on your step". */
const leftThere =
  /\bleft (?:\w{1,12} ){1,4}(?:on|at|by|in|under|outside|through) (?:your|ur) (?:\w{2,12} )?(?:step|doorstep|door|porch|letterbox|gate|garden|car|bonnet|windscreen|windowsill|desk|pillow|bed|mat|wall)\b/i;

const fear = new RegExp(
  "\\b(?:" +
    [
      "(?:scared|frightened|terrified|afraid|petrified) (?:of|by) (?:you|u|him|her|what (?:you|u|he))|(?:scare|scares|scared|scaring|frighten|frightens|frightened|frightening|terrify|terrifies|terrified|terrifying) (?:me|us|her|him|the (?:kids|children))",
      "(?:call|calling|called|ring|ringing|rang|phone|phoning|phoned|tell|telling|told|going to|gone to|go to|went to|report(?:ed|ing)? (?:you|this|it|him|her) to) (?:the )?police",
      "(?:leave|let) (?:me|us) (?:alone|be)|(?:stay|keep) (?:away|off) (?:from )?(?:me|us|my)|stop (?:following|watching|threatening|scaring|stalking|filming|harassing|tracking)",
    ].join("|") +
    ")\\b",
  "i",
);

/** Spellings of a phone's keyboard, as the rules spell them. */
const spelled: Readonly<Record<string, string>> = { im: "i'm", ive: "i've", ill: "i'll", u: "you", ur: "your", dont: "don't", gonna: "going to", thru: "through" }; // prettier-ignore

function plainly(words: string): string {
  return asRead(words)
    .toLowerCase()
    .replace(/(?<![\w'])\w{1,5}(?![\w'])/g, (word) => spelled[word] ?? word);
}

/**
 * Whether words own to coming in, to a key, to watching, following or a device, or tell of a weapon, a grave, pictures or children by which one is made
 * afraid. Of many texts these are shown before the everyday ones.
 */
export function tellsIntrusion(words: string): boolean {
  return intrusion.test(plainly(words));
}

/** Whether they do, or are words of fear: what no handover is. */
export function tellsIntrusionOrFear(words: string): boolean {
  return tellsIntrusion(words) || fear.test(asRead(words));
}

/** Whether words own to coming in, to a thing left at the other's home, or to a device that tells where the other is or what the other writes. */
export function tellsComingIn(words: string): boolean {
  return comingIn.test(plainly(words)) || leftThere.test(asRead(words));
}
