import { marks } from "@unmask/words";

/**
 * English: words that can show that somebody knows where she is or was. Each rule has words that it looks for and, where needed, words that
 * must not stand before them ("can I see you"). Rules find words, never meanings: what is found can be innocent.
 *
 * `whereaboutsEnglishNeeds` is a quick look: a text without any of these words is spared the rules, so each rule needs one of them.
 *
 * Written for text in lower case with straight apostrophes. Every expression is linear: no repetition stands inside a repetition.
 */

/** One rule of a language. */
export interface WhereaboutsRule {
  readonly id: string;
  /** What it looks for, for the person who reads the finding; with marks where the two people stand. */
  readonly says: string;
  readonly words: RegExp;
  /** Words that, directly before, make it something else. */
  readonly notAfter?: RegExp;
  /**
   * What two people say to each other on any day, so that her own words decide. "meeting": also said when they meet, so nothing where she
   * asked for it or agreed. "talk": also said in talk, so nothing where she went on with it and did not object.
   */
  readonly unless?: "meeting" | "talk";
}

const your = "(?:your|ur|yr)";
const place =
  "(?:house|home|flat|apartment|place|work|workplace|office|school|uni|college|gym|street|road|door|front door|gate|window|bedroom|drive|garden|car|building|block|mum's|mums|parents'|parents|sister's|sisters|friend's|friends|boyfriend's|boyfriends|girlfriend's|girlfriends)";
const seenThings = "(?:curtains?|blinds?|shutters)";
const colours =
  "(?:black|white|grey|gray|red|blue|navy|green|yellow|pink|purple|orange|brown|beige|cream|silver|gold|dark|light|new|old|same|long|short|little)";
const clothes =
  "(?:dress|coat|jacket|shirt|top|skirt|jeans|trousers|shoes|boots|trainers|hat|scarf|hoodie|jumper|suit|outfit|uniform|haircut|hair|glasses|bag)";

/** The rules, in the order in which they are tried; one act can match several. */
export const whereaboutsEnglish: readonly WhereaboutsRule[] = [
  {
    id: "saw-you",
    says: "“I saw you” and the like",
    words:
      /\b(?:i|we|my mate|my friend)(?:'ve|'m| have| am)?(?: just| only)? (?:saw|seen|see|seeing|watched|watching|spotted|noticed|followed|following) (?:you|u|ya)\b(?! later| soon| tomorrow| tonight| then| next| online\b| on (?:the |your |my )?(?:telly|tv|television|news|radio|facebook|fb|insta|instagram|snapchat|tiktok|twitter|youtube|linkedin|zoom|teams)\b)/g,
    notAfter:
      /\b(?:can|could|may|might|shall|should|will|would|must|when|if|until|till|before|after|let|want|hope|wish|did|do|wanted|unless) $/,
  },
  {
    id: "outside-your",
    says: "“outside your house” and the like",
    words: new RegExp(
      `\\b(?:outside|near|under|below|beneath|underneath|behind|opposite|across from|in front of|next to|round the corner from|at the end of|parked (?:at|by|in|on)|walked past|drove past|driving past|went past|passed|came by|went by|waiting (?:at|by)) (?:from )?${your} (?:old |new )?${place}\\b|(?:^|[.!,;:] )(?:i'm |im |i am )?(?:right )?outside yours(?= ?[.!,;:]| ?$)`,
      "g",
    ),
    unless: "meeting",
  },
  {
    id: "i-am-outside",
    says: "“I’m outside” and the like",
    words:
      /\b(?:i'm|im|i am|we're|we are) (?:right |just |still |already )?(?:outside|downstairs|(?:at|on|in|by) (?:your|ur)|round the corner|on the corner|across the road|over the road|parked up)\b/g,
    unless: "meeting",
  },
  {
    id: "your-light",
    says: `${marks.your} light, window, curtains or television, seen`,
    words: new RegExp(
      `\\b${your} (?:bedroom |kitchen |bathroom |living room |hall |porch |front |back |upstairs )?(?:lights?|lamp|tv|telly|curtains?|blinds?|windows?|door)(?:'s| is| are| was| were| has been)? (?:just |still |only |always |left )?(?:on|off|out|open|shut|closed|drawn|went|came|going)\\b`,
      "g",
    ),
  },
  {
    id: "close-your-curtains",
    says: "that a window should be covered, or not",
    words: new RegExp(
      `\\b(?:close|shut|draw|pull|leave|open) ${your} (?:bedroom |kitchen |bathroom |living room |front |back |upstairs )?${seenThings}\\b(?! when you go to bed| when you get| before (?:you go to )?bed| at night so| to keep| if it's| please and i)`,
      "g",
    ),
    notAfter: /\b(?:i'll|i will|i can|i could|shall i|should i|let me|i'd|i did|did i|we'll|we can) $/,
  },
  {
    id: "blue-curtains",
    says: "curtains or blinds, named by their colour",
    words: new RegExp(
      `(?:^|[.!,;:] )(?:those |the |nice |lovely |${your} )?${colours} ${seenThings}(?= ?[.!]| ?$| (?:again|tonight|today)\\b)|\\b(?:(?:flat|number|house) \\w+|yours|your \\w+)(?:'s| is) the one with (?:the |those )?${colours} (?:${seenThings}|(?:front )?door|gate)\\b`,
      "g",
    ),
  },
  {
    id: "can-see-you",
    says: `that ${marks.you} can be seen`,
    words:
      /\b(?:people|everyone|everybody|anyone|anybody|someone|somebody|they all|the whole street|the neighbours|i|we) can (?:all |still |even )?see (?:you|u)(?= ?[.!,;:]| ?$| from (?:here|outside|the)\b| through\b| at (?:your|ur|the) window| in (?:your|ur) | in there\b| undress| getting (?:un)?dressed| getting changed| in bed\b| dancing\b| standing\b| sitting\b| moving\b)/g,
    notAfter: /\b(?:so|when|where|until|till|hope|that|if|before|unless|think) $/,
  },
  {
    id: "at-your-window",
    says: `what ${marks.you} did at a window`,
    words: new RegExp(
      `\\b(?:you|u)(?:'re|r| are| were)? (?:just |only |always |still )?(?:sat|sit|sitting|stood|stand|standing|dancing|danced|undress\\w*|getting (?:un)?dressed|getting changed|crying|cried|reading|read|walking (?:about|around|up and down)) (?:alone )?(?:at|by|behind|in|in front of) (?:${your}|the) (?:bedroom |kitchen |bathroom |living room |front |back |upstairs )?windows?\\b`,
      "g",
    ),
    notAfter: /\b(?:are|were|if|when|while|as|did|have|do|could|can|if only) $/,
  },
  {
    id: "your-car",
    says: `${marks.your} car, seen or missed`,
    words: new RegExp(
      `\\b${your} (?:car|van|bike|motor)(?:'s| is| was| isn't| isnt| wasn't| wasnt)? (?:not |still |just |always )?(?:there|here|outside|gone|moved|parked|in the|on the|at the|back|missing)\\b`,
      "g",
    ),
  },
  {
    id: "your-clothes",
    says: `what ${marks.you} wore`,
    words: new RegExp(
      `\\b(?:you|u)(?:'re|r| are| were| was)? (?:wearing|wore|had on|in that|in the) (?:that |the |a |your )?(?:[a-z]+ )?${clothes}\\b`,
      "g",
    ),
  },
  {
    id: "nice-coat",
    says: `what ${marks.you} wore, as a kind word`,
    words: new RegExp(
      `\\b(?:nice|lovely) (?:(?:${your}|that|the) )?(?:[a-z]+ )?${clothes}\\b|\\b(?:loved?|liked?) (?:${your}|that|the) (?:[a-z]+ )?${clothes}\\b`,
      "g",
    ),
    unless: "talk",
  },
  {
    id: "suits-you",
    says: `that clothes suit ${marks.you}`,
    words: new RegExp(
      `\\b(?:the|that|${your}) (?:[a-z]+ )?(?:[a-z]+ )?${clothes} (?:really |so |always )?(?:suits?|suited|looks? (?:good|nice|lovely|great|better) on|looked (?:good|nice|lovely|great) on) (?:you|u)\\b|\\b(?:you|u)(?:'re| are| were)? (?:look|looked|looking) (?:so |really |very |just )?[a-z]+ in (?:the|that|${your}) (?:[a-z]+ )?(?:[a-z]+ )?${clothes}\\b`,
      "g",
    ),
    notAfter: /\b(?:does|do|did|will|would|if|whether|hope|hoping|think|maybe|perhaps|bet|sure) $/,
    unless: "talk",
  },
  {
    id: "dress-tonight",
    says: "a piece of clothing, named by itself",
    words: new RegExp(
      `(?:^|[.!,;:] )(?:that |the |${your} |in the |in that )?${colours} (?:[a-z]+ )?${clothes} (?:today|tonight|again|this (?:morning|afternoon|evening))\\b(?! ?\\?| please| or )`,
      "g",
    ),
  },
  {
    id: "what-you-hold",
    says: `what ${marks.you} held or read`,
    words: new RegExp(
      `(?:^|[.!,;:] )(?:you are|you're|youre|u are) (?:reading|holding|carrying|drinking from) (?:the|that|a|an|${your}) (?:${colours} )?(?:book|paper|newspaper|magazine|letter|mug|cup|umbrella|bag|flowers)\\b`,
      "g",
    ),
    unless: "talk",
  },
  {
    id: "which-train",
    says: `which train or bus ${marks.you} took`,
    words: new RegExp(
      `\\b(?:you|u) (?:took|take|got|get|caught|missed|were on|are on) (?:the|that|an|a|${your}) (?:earl(?:y|ier)|late|later|first|last|usual|next|other|wrong|fast|slow|number \\d+|\\d{1,2}[:.]\\d{2}) (?:train|bus|tram|tube|ferry)\\b`,
      "g",
    ),
    notAfter: /\b(?:did|do|if|when|hope|have|had|can|could|should|would|will|shall|may|unless|before|after|that|sure) $/,
    unless: "talk",
  },
  {
    id: "on-your-step",
    says: `a thing at ${marks.your} home, seen, as a kind word`,
    words: new RegExp(
      `\\b(?:nice|lovely|pretty|loved?|liked?) (?:(?:the|that|those|new) )*[a-z]+ (?:on|in|by|outside) ${your} (?:step|doorstep|porch|windowsill|sill|window|balcony|front garden|garden|drive|gate|wall)\\b`,
      "g",
    ),
    unless: "talk",
  },
  {
    id: "you-went",
    says: `where ${marks.you} went, came from or ${marks.were}`,
    words:
      /\b(?:you|u) (?:just |only )?(?:left|came|got|went|walked|drove|ran|were|was) (?:back |straight |out |in |to |at |from )?(?:home|work|the house|the office|the flat|the gym|school|early|late|past|with him|with her|with that|alone|on your own|again last night|out last night|out again)\b/g,
  },
  {
    id: "i-know-where",
    says: "“I know where you are” and the like",
    words:
      /\b(?:i|we) (?:know|knew|found out|can see) (?:exactly |just )?(?:where (?:you|u)(?:'re|r| are)(?! coming from)|where ur|where (?:you|u)(?:'ve|ve|'d|'ll| have| had| will)?(?: now| both| all| always| usually| really)? (?:live|lives|lived|living|work|works|worked|park|parked|were|was|be|been|stay|stays|stayed|sleep|slept|go|goes|going|went|come from|came from|moved|move|hide(?! (?:the|your|ur|my|our|it|them)\b)|hang out|walk|run|jog|swim|train|shop|drink|eat|sit|get on|get off|got on|got off)\b|when (?:you|u)|what time (?:you|u)|(?:you|u)(?:'re| are) (?:in|home|awake|there|up|inside|alone|out)|ur (?:in|home|awake|there|up)|which (?:bus|train|way))\b/g,
  },
  {
    id: "who-with-you",
    says: `who was with ${marks.you}`,
    words:
      /\bwho(?:'s| is| was|s)? (?:that|there|the|he|she|this)(?: man| guy| bloke| lad| woman| girl| one)?(?: that was| who was| you were| you are| you're| u were| in the car| walking)? with (?:you|u)\b|\bwho(?:'s|s| is| was)? with (?:you|u)\b|\bwho (?:were|was|are) (?:you|u) with\b/g,
  },
  {
    id: "you-are-awake",
    says: `that ${marks.you} ${marks.are} in, awake or alone now`,
    words:
      /\b(?:i know |i can see |i see )?(?:you're|youre|ur|you are|u are) (?:still |not |always )?(?:awake|in bed|home alone|on your own|in the house|in the flat|on the bus|on the train|at work|at home|not home|not in)\b/g,
    notAfter: /\b(?:if|when|hope|hoping|unless|because|tell me|know if|wonder if|ask if|think) $/,
  },
];

/** Every text in which a rule can match has a match of this. */
export const whereaboutsEnglishNeeds: RegExp =
  /\b(?:you|u|ur|yr|ya|your|yours|youre|which|the one with|outside|downstairs|round the corner|on the corner|across the road|over the road|parked up|nice|lovely|loved?|liked?|today|tonight|again|this|curtains?|blinds?|shutters)\b/;

/** Words with which she objects, is afraid, or asks how somebody knows: then a line of theirs stays what it is, whatever else she says. */
export const objectsEnglish: RegExp =
  /\b(?:no|not|never|nor|don't|dont|won't|wont|can't|cant|stop|stopped|leave me|leave us|alone|go away|go home|police|how do|how did|how come|how long|why|what do you mean|who told|watching|following|spying|scared|scary|frightened|creepy|block|blocking)\b/;

/** Her answer to a line about a meeting, when she agrees to it. Her text begins with it. */
export const agreesEnglish: RegExp =
  /^(?:oh |ah |ha |haha )?(?:yes|yeah|yep|yup|ok|okay|sure|fine|great|perfect|lovely|cool|deal|coming|on my way|omw|nearly there|almost there|i'm coming|im coming|i'll be (?:right )?(?:there|down|out)|be right (?:there|down|out)|(?:just )?(?:a|one|two|three|five|ten|\d{1,2}) (?:mins?|minutes?|secs?|seconds?|moment)|see (?:you|u) (?:there|soon|then|in|at|outside)|\u{1F44D})(?![\p{L}\p{N}])/u;

/** Her own words about a meeting, to which a line of theirs can be the answer. */
export const meetsEnglish: RegExp =
  /\b(?:meet (?:you|u|me|us|at|by|on|in|outside)|shall we meet|let's meet|pick (?:me|us|her|him|them) up|come (?:round|over|down|and get|and pick|to mine|and collect)|see (?:you|u) (?:there|at|outside|by|on)|what time (?:will|are|shall|can|do) (?:you|u|we)|wait for me|collect (?:me|us|her|him|them)|handover|hand over|drop (?:me|us|her|him|them) (?:off|at))\b/;
