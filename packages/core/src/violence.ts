/**
 * English: words of a plain threat, and words by which an account tells that somebody was hurt, held or threatened. They are found and never
 * weighed, and what is not found can be one: English alone, and nothing that is spelled apart ("k i l l") or with letters of another script.
 *
 * Written for one line of text with straight apostrophes. Every expression is linear: where a repetition stands inside a repetition, both are bounded.
 * A family of verbs stands once, with all its forms, so that what is read when it is told of is read when it is announced.
 */

const harmed = "(?:you|u|ya|her|him|them)";
const whoseBody = "(?:your|ur|her|his|their)";
/** One of the two, or what is theirs. */
const ofTheTwo = "(?:me|my|us|our|you|your|ur|u|ya)";
const body =
  "(?:neck|throat|mouth|nose|face|head|eyes?|jaw|lips?|teeth|hair|ears?|chest|breasts?|boobs?|bum|arse|thighs?|legs?|knees?|crotch|arms?|wrists?|hands?|fingers?|ribs?|back|stomach|skull|windpipe)";
/** A few words between, each of them short: "a plate". */
const fewWords = "(?:\\S{1,20} ){1,4}";
const fewWordsOrNone = "(?:\\S{1,20} ){0,4}";

/** A verb of force by its forms: as it is announced, and as it is told of. */
interface Verb {
  readonly base: string;
  readonly past: string;
  readonly going: string;
}

/** "slap", "slapped", "slapping". */
function doubled(...stems: string[]): readonly Verb[] {
  return stems.map((base) => ({ base, past: `${base}${base.at(-1)}ed`, going: `${base}${base.at(-1)}ing` }));
}
/** "punch", "punched", "punching"; "strangle", "strangled", "strangling". */
function regular(...stems: string[]): readonly Verb[] {
  return stems.map((base) =>
    base.endsWith("e") ? { base, past: `${base}d`, going: `${base.slice(0, -1)}ing` } : { base, past: `${base}ed`, going: `${base}ing` },
  );
}
function irregular(...forms: (readonly [base: string, past: string, going: string])[]): readonly Verb[] {
  return forms.map(([base, past, going]) => ({ base, past, going }));
}

/** Verbs of force: in an account of what was in person they stand alone. */
const ofForce: readonly Verb[] = [
  ...regular(
    "murder", "strangle", "throttle", "choke", "suffocate", "smother", "rape", "harm", "punch", "kick", "smack", "thump", "whack", "clout",
    "batter", "bash", "smash", "headbutt", "head-butt", "butcher", "slash", "knife", "torch", "poison", "drown", "crush", "attack", "assault",
    "elbow", "tackle", "wrench", "yank", "shove", "poke", "barge", "trample", "maim", "cripple", "torture", "maul", "molest", "grope",
    "ambush", "abduct", "handcuff", "threaten", "terrorise", "terrorize", "squeeze", "wallop", "thrash", "scald", "stamp on", "stomp on", "pummel",
  ),
  ...doubled("slap", "stab", "jab", "rip", "gag", "grab", "kidnap", "drug"),
  ...irregular(
    ["hit", "hit", "hitting"], ["hurt", "hurt", "hurting"], ["beat", "(?:beat|beaten)", "beating"], ["shoot", "shot", "shooting"],
    ["burn", "(?:burned|burnt)", "burning"], ["bury", "buried", "burying"],
    ["knee", "kneed", "kneeing"], ["tie up", "tied up", "tying up"], ["slit", "slit", "slitting"], ["spit (?:at|on|in)", "spat (?:at|on|in)", "spitting (?:at|on|in)"],
    ["swing (?:at|for)", "swung (?:at|for)", "swinging (?:at|for)"], ["lunge (?:at|for)", "lunged (?:at|for)", "lunging (?:at|for)"],
    ["stamp", "stamped", "stamping"],
  ),
]; // prettier-ignore

/** These are force only where somebody is named after them: "a bit late", "went for a walk". */
const withWhom = irregular(["bite", "(?:bit|bitten)", "biting"], ["go for", "went for", "going for"]);

/** These are told of as force, and announced as help: "I'll hold you a place", "I will push her on the swing", "trip over". */
const ofHelp: readonly Verb[] = [
  ...regular("push", "twist", "restrain", "corner", "lock", "trip", "trap", "imprison", "barricade", "force"),
  ...doubled("pin", "drag", "trap", "trip"),
  ...irregular(
    ["hold", "held", "holding"],
    ["tie", "tied", "tying"],
    ["touch", "touched", "touching"],
    ["shake", "(?:shook|shaken)", "shaking"],
  ),
];

const formsOf = (verbs: readonly Verb[], ...which: (keyof Verb)[]): string =>
  verbs.flatMap((verb) => which.map((form) => verb[form])).join("|");

/** What is friendly with a verb of force: "hit me up", "grab me a coffee", "beat me to it", "grab your coat". "beat me up" and "grabbed my bag" are not. */
const notFriendly =
  "(?!(?:beat|beaten|beating) \\w{1,5} (?:to it|to the punch|at (?:scrabble|chess|cards|pool|darts|monopoly|fifa|tennis|golf|uno))\\b|hit(?:ting)? \\w{1,5} (?:back )?up\\b" +
  "|(?:grab|grabbed|grabbing|hold|held|holding|shoot|shot) \\w{1,5} (?:an? (?:coffee|tea|drink|coat|place|seat|ticket|bag|lift|line|copy|text|message|email)|some|one)\\b" +
  "|(?:grab|hold) (?:my|your|ur|her|his|their) (?:coat|bag|shoes|things|lunch|ticket|hand)s?\\b)";

/** "I will", "I'm gonna", "I could"; not "I will never", nor "this will kill you", nor "I never said I would": nothing stands between but what makes it stronger. */
const will =
  "(?<!\\b(?:not|never|it|this|that|which|it's|it is|that's|this is) |n't |\\b(?:never|not|n't) (?:said|say|meant|mean|told (?:you|u|her|him)|wrote|write) (?:that )?)\\b(?:will|shall|going to|gonna|gunna|imma|about to|(?:i|we|he|they)'?ll|(?:i|we) (?:could|should|would|want to|wanna|ought to|need to)|i'd|says? (?:he|she|they)(?:'d| would))(?: (?:just|really|fucking|bloody|actually|personally|both|have to|so|come (?:over|round|there|down)? ?and|find you and|make sure (?:i|to)))? ";

/** Where a clause ends: "you're next in the queue" is none. */
const end = "(?= ?(?:[.!?,;]|$))";
const weapon = "(?:gun|shotgun|rifle|knife|blade|machete|axe|crossbow|bat|baseball bat|hammer|crowbar)";
/** Where somebody is found who was killed, or put. */
const grave =
  "(?:the|a|some|that|my) (?:canal|river|lake|reservoir|ditch|woods?|bin|boot|quarry|sea|cellar|skip|field|wheelchair|coffin|box|grave|hospital|morgue|mortuary|body ?bag|ground)";
const family = "(?:kids?|children|baby|son|daughter|mum|mother|dad|father|sister|brother|family|man|boyfriend|husband|dog|cat|pets?)";

/** What somebody says he will do. */
const willHarm = new RegExp(
  `${will}(?:` +
    [
      "kill (?:you|u\\b|ya|her|him|them|myself|your|ur|the (?:kids|children|baby|dog|cat))",
      `${notFriendly}(?:${formsOf([...ofForce, ...withWhom], "base")}) (?:you|u\\b|ya|her|him|them|your|ur|the (?:kids|children|baby|dog|cat))`,
      `(?:end|finish|destroy|gut|skin|hang|deck|cut|ruin|wreck) ${harmed}(?: up)?(?= ?(?:[.!?,;]|$)| (?:for|if|and|when|one|like|with|open|off)\\b)`,
      "(?:end|ruin|destroy|wreck|take) (?:your|ur|her|his|their) (?:life|lives|face|career|family)",
      `make ${harmed} (?:pay|suffer|sorry|regret|disappear|wish|bleed|beg|scream|hurt|feel (?:it|pain))`,
      `(?:get|find) (?:you|u|ya)(?= ?(?:[.!?,;]|$)| (?:for (?:this|that|it)|and (?:make|kill|hurt|end)|wherever|whatever|one day|anywhere)\\b)`,
      "burn (?:you|your|ur|it|the (?:house|flat|car|place|lot))",
      `(?:set|put) (?:fire to|${harmed} (?:on fire|alight)|(?:the|your|ur|her|his) (?:house|flat|car|place|home|door) (?:on fire|alight))`,
      "(?:fire ?bomb|petrol ?bomb|torch) (?:you|your|ur|the|her|his)",
      "slit (?:your|ur|her|his)",
      `smash ${whoseBody} (?:face|head|car|windows?|door|house|flat|place)`,
      `put ${harmed} (?:both )?(?:in (?:a |the )?(?:hospital|intensive care|grave|ground|coffin|wheelchair|box)\\b|(?:through|against) (?:a|the|that) (?:wall|window|windscreen|door|floor)|six feet|down for good|under the)`,
      // "run her over to yours" is a lift.
      `(?:run|knock|mow) ${harmed} (?:over|down)(?= ?[.!?,;]| ?$| (?:with my|in my|if|and laugh))`,
      "kick (?:it|(?:the|your|ur|his|her) (?:front |back )?door) in",
      "kick in (?:the|your|ur) (?:front |back )?door",
      `(?:break|snap|crack|cave|crush|bash|kick|punch|smash|slash|slice|open) (?:both )?(?:of )?${whoseBody} (?:legs?|neck|arms?|nose|jaw|face|fingers|ribs?|skull|back|hands?|head|teeth|throat)`,
      // Lawns and hair are cut as well, and noses blown.
      `(?:cut|slash|carve|gouge|claw|melt|rearrange|blow)(?: up| out| off| open)? (?:both )?(?:of )?${whoseBody} (?:pretty |ugly |fucking |little )?(?:neck|face|fingers off|skull|brains?|eyes?|ears? off|tongue|throat)`,
      // "I'll slice you up some ham" is lunch.
      "(?:slice|carve|chop|hack|mess|tear|rip) (?:you|u|ya|her|him) (?:up|open|apart|limb from limb|to (?:bits|pieces|ribbons|shreds)|into (?:bits|pieces))(?! (?:a|an|some)\\b)",
      `(?:put|drive|stick|plant) (?:a|an|the|this|my|one) (?:\\w{1,10} )?(?:bullets?|knife|blade|brick|axe|hammer|bomb|fist|boot) (?:in|into|through|under) ${harmed}`,
      `(?:put|drive|stick|plant) (?:a|an|the|this|my|one) (?:\\w{1,10} )?(?:bullets?|knife|blade|brick|axe|hammer|bomb|fist|boot) (?:in|into|through|under) ${whoseBody}`,
      `(?:throw|chuck|pour|splash|tip) ${fewWordsOrNone}(?:acid|petrol|bleach|boiling water)\\b.{0,20} (?:at|on|over|in) (?:you|u|ya|your|ur|her|him|his|them)`,
      `(?:glass|bottle|execute|behead|hunt|skin) ${harmed}(?: down)?(?= ?(?:[.!?,;]|$)| (?:for|if|and|when|like)\\b)`,
      `do ${harmed} in${end}`,
      `have ${harmed} (?:put down|killed|shot|stabbed|slashed|raped|jumped|beaten|battered|buried|done in|sorted(?! (?:with|by|in|for)\\b)|dealt with|knocked off|seen to|taken care of|(?:cut|sliced|carved|chopped)(?: up| open)?)`,
      "come (?:in )?through (?:your|ur) (?:\\w{1,10} )?(?:window|door)|come (?:in )?through the (?:\\w{1,10} )?window",
      `send (?:the|some|my) lads (?:round|over)${end}`,
      `be the last (?:man|person|thing|face|one) (?:you|u)(?:'ll| will)?(?: ever)? see`,
      `(?:beat|knock|fuck|mess|fix|sort) ${harmed} (?:up|senseless|out|black)`,
      `(?:throw|chuck|push|drag|hurl) ${harmed} (?:down|off|out of|under|into|against|through|in front of) (?:the|a|your|that)`,
      `(?:${formsOf(ofHelp, "base")}|grab|pull|rip) (?:you|u|her|him|them) (?:(?:out|off|up|down|away|around|about) )?by (?:the|your|ur|her|his)`,
    ].join("|") +
    ")",
  "i",
);
/** "Open the door or I kick it in": what is done where she does not do as he says. */
const orElse = new RegExp(
  "\\b(?:or|else|otherwise),? (?:i|we)(?:'?ll| will|'?m going to| am going to|'?m gonna)? (?:" +
    "(?:kick|smash|break|burn|put) (?:it|the (?:front |back )?(?:door|window|glass)|(?:your|ur) (?:front |back )?(?:door|windows?|glass|house|car)) ?(?:in|down|up|through)\\b" +
    "|(?:post|send|share|upload|leak|show|publish) (?:yours|urs|them all|(?:your|ur|the|those) (?:pics?|pictures|photos?|nudes?|videos?|vids?)|(?:your|ur|the) \\w{1,12} (?:pics?|pictures|photos?|videos?))\\b)" +
    "|\\bor else(?= ?(?:[^\\w (]|$))",
  "i",
);
/** What is said to come to her. */
const willEnd = new RegExp(
  "\\b(?:" +
    [
      "i kill (?:you|u|ya|her|him|them)",
      // Both together, said of a person: that an office or a boss will murder us is said of work.
      "(?:i|he|she|they)(?:'\\w{1,2})?(?: [\\w']{1,10}){0,3} (?:kill|murder|shoot|burn|drown|poison|bury) us",
      // "Dead right", "dead on your feet", "tell me when you are finished" are none.
      "(?:you(?:'?re| are| r)|ur)(?: (?:so|fucking|as good as))? (?:dead(?! (?:right|wrong|good|funny|nice|on|sweet|lucky|cute|clever|brave|set|keen|kind|lovely|pretty|cool|excited|quiet|serious|straight|tired)\\b)|gonna die|going to die|a dead (?:man|woman|girl)|done for)",
      "(?<!\\b(?:when|if|once|until|till|after|before|soon as|whenever|hope|think|unless|because|that) )(?:you(?:'?re| are| r)|ur)(?: (?:so|fucking|as good as))? finished",
      "(?:you|u)(?:'ll| will|ll|(?:'?re| are) (?:going to|gonna)| gonna) (?:(?:all|both|so|fucking) )?(?:die|be dead|be in the ground|pay\\b(?= ?(?:[.!?,;]|$)| for (?:this|that|it|what))|bleed|burn|suffer|regret|be sorry|wish you|get hurt|get what)",
      "(?:you|u)(?:'ll| will) (?:never|not) see (?:him|her|them|me|the|your|us|\\w{2,15}) again",
      `(?:you|u)(?:'ll| will) never see (?:him|her|them|the (?:kids|children))${end}`,
      "or .{1,60} (?:you|u) never see (?:him|her|them|the (?:kids|children)) again",
      `(?:you|u)(?: won'?t| will not| wo not|'ll (?:never|not)| will never) (?:live to |ever )?see (?:the )?(?:christmas|xmas|morning|tomorrow|daylight|sunrise|new year|another (?:day|birthday|christmas))${end}`,
      `if (?:i can(?:'?t| ?not) have (?:you|u|her)|(?:you|u|ur)(?:'?re| are| r)? not (?:mine|going to be mine|gonna be mine|with me)|(?:you|u) (?:won'?t|will not) be mine),? (?:then )?(?:nobody|no ?-?(?:one|1)|none)`,
      `(?:they(?:'ll| will)|(?:somebody|someone|no ?-?one|nobody) will) (?:ever )?find (?:you|u|(?:your|ur) body)(?: (?:dead|face down))? in ${grave}|find (?:your|ur) body`,
      `(?:you|u)(?:'ll| will|'re (?:going to|gonna)| are (?:going to|gonna)| gonna) (?:both |all )?(?:be|end up|wake up)(?: (?:found|floating|lying|buried|left|put))?(?: (?:dead|face down))? (?:in|at the bottom of) (?!the (?:hospital|field|boot|ground)\\b)${grave}`,
      `say (?:goodbye|good bye|bye|bye bye) to (?:your|ur|the) (?:${family}|life|face|legs|car|house)${end}`,
      `say (?:your|ur) prayers${end}`,
      `(?:your|ur|the|her|his) ${family} (?:is|are|r|will be) next${end}|and (?:you(?:'?re| are)|ur|u r) next${end}|(?:your|ur|the) ${family} first,? (?:and )?then (?:you|u)`,
      `(?:your|ur) ${family} (?:should|better|had better|needs? to|ought to|wants? to) (?:check|watch) (?:his|her|their|the) (?:brakes?|back|step)`,
      "brakes (?:will|might|could|are going to|are gonna|gonna) fail|(?:cut|cutting|snip|snipping|slash) (?:through )?(?:your|ur|his|her) (?:\\w{2,8} )?(?:brakes|brake[ -]?(?:lines?|cables?|pipes?|hoses?))",
      // "You're getting a bullet blender for Christmas."
      "(?:(?:you'?re|your|ur|(?:you|u) (?:are|r))(?: both| all)? (?:getting|gonna get|going to get)|(?:you|u)(?:'ll| will| gonna) get) (?:a (?:fucking |good )?(?:bullet|beating|kicking|slap|smack|hiding|stabbing|knife in (?:you|your|ur))|acid)(?=$| ?[.!,;]| (?:if|when|for|in the|tonight|later|now|soon|bitch|next)\\b)",
      "(?<!\\b(?:can'?t|cannot|not|hardly) )wait (?:'?til|till|until) i (?:(?:get|lay) my hands on|get (?:a )?hold of|catch) (?:you|u|ya)|(?:if|when|once) i (?:ever )?(?:get|lay) my hands on (?:you|u|ya)",
      `(?:your|ur) (?:\\w{2,10} )?${family}(?:'ll| will| (?:is|are|r) (?:going to|gonna)| gonna) (?:all |both )?(?:be (?:found )?dead(?! (?:tired|good|chuffed|pleased|happy|excited|proud|hungry|jealous|cute|nice|easy|impressed)\\b)|die(?=$| ?[.!]| (?:by|on|before|tonight|first|too|slowly|screaming)\\b)|(?:bleed|burn|be next|get hurt)(?=$| ?[.!,]| (?:next|tonight|too|first|for (?:this|it|that))\\b)|never wake)`,
      `or (?:your|ur) (?:\\w{2,10} )?(?:mum|mother|dad|father|sister|brother|family|man|boyfriend|husband|mate|dog|cat) (?:gets?|is getting|will get|gonna get) (?:it|hurt|cut|stabbed|done)(?=$| ?[.!,;])`,
      // Not "bringing something sharp for the pumpkins".
      "(?:bringing|i'?ll bring|i will bring|carrying|coming with) something (?:sharp|with a blade)(?! (?:enough|to (?:cut|open|slice|trim|carve|wear)|for (?!you\\b|u\\b))\\b)",
      "dental records to (?:know|identify|tell|recogni[sz]e|work out)",
      `(?:your|ur) (?:windows?|door|teeth|head)(?:'s| is| are| r)? (?:going|coming|gonna go) in${end}`,
      "i(?:'m| am|m) coming (?:over |round |there )?(?:to|2) (?:finish (?:it|this|you|u)|end (?:it|this|you|u)|kill|hurt|burn)",
      `(?:omw|on my way|coming|outside|waiting|i(?:'m| am|m) here)(?: \\S{1,12}){0,4} with (?:a|my|the) ${weapon}(?= ?(?:[.!?,;]|$)| for (?:you|u)\\b)`,
      `i(?:'ve| have|ve)?(?: got| have)? (?:a|my|dad's|the) (?:gun|shotgun|rifle|machete|crossbow)(?= ?(?:[.!?,;]|$)| (?:and i|for (?:you|u)|with (?:your|ur)|here|now|in my|under my)\\b)|i(?:'ve| have|ve)(?: got)? (?:a knife|petrol|acid)(?= ?(?:[.!;]|$))`,
      `this is (?:going to be |gonna be )?your last (?:night|christmas|birthday|breath|meal)${end}`,
      "next time i (?:won'?t|will not|don'?t|do not) (?:miss|stop|hold back|let go)",
      "(?:acid|bleach) (?:in|on|over|at) (?:your|ur|you|her|his) ?(?:face|eyes|car|head)?|petrol (?:through (?:your|ur|the) (?:letter ?box|door)|(?:over|on) (?:you|u|your|ur|her)\\b)",
      "(?:rope|noose|bullet|grave|coffin)\\b.{0,40}\\bone for (?:you|u|me)|(?:bullet|grave|coffin|noose) (?:here |ready |waiting |dug )?(?:for (?:you|u)|with (?:your|ur) name)",
      "six (?:feet|foot) under|(?:dig|digging) (?:your|ur) (?:own )?grave",
      `hope (?:you|u) (?:all |both |fucking )?(?:die|burn|get (?:raped|killed|stabbed|hit))${end}|die,? (?:bitch|slag|slut|whore|cunt|you)`,
      "(?:you have|you've got|u have|u got) (?:until|till|til) .{2,15}\\b(?:then|or) i(?:'m| am|'ll| will)? com(?:e|ing)\\b",
      "wish (?:you|u|she|he) (?:were|was|had) (?:dead|never)",
      "sorry (?:you|u) were (?:ever )?born",
      "watch (?:your|ur) back|one eye open|(?:do not|don't|not|wont|won't|no) brakes?",
      "(?:you'?d|you had|you) better (?:run|hide|watch (?:out|it|your))",
    ].join("|") +
    ")\\b",
  "i",
);

/**
 * What must stand in a text for it to be a threat, in few letters: most texts hold none of it, and no expression above is tried on them.
 */
const threatNeeds =
  /\b(?:will|shall|going to|gonna|gunna|imma|about to|(?:i|we|he|they|you|u)'?ll|i'd|(?:i|we) (?:could|should|would|want|wanna|ought|need)|he'd|she'd|they'd|would|or|else|otherwise|kill|dead|die|finished|done for|pay|see|wish|born|watch your back|watch ur back|your last|eye open|brakes?|better|nobody|no|no1|none|sharp|getting|hands on (?:you|u|ya)|find|say|next|then|should|needs?|wants?|coming|outside|omw|way|waiting|here|gun|shotgun|rifle|machete|crossbow|knife|petrol|acid|bleach|rope|noose|bullet|grave|coffin|hole|six|hope|until|till|til|going)\b/i;

/** What a team will do to another: nobody is named whom it could mean but those. */
const ofMatch =
  /\bwe(?:'ll| will|'re (?:going to|gonna)| are (?:going to|gonna)| gonna| could| should| want to)(?: (?:so|just|absolutely|totally|fucking))? (?:murder|destroy|thrash|batter|smash|crush|slaughter|hammer|beat|bury) them\b/gi;
/** Who can be meant by "them" besides. */
const ofHers = new RegExp(`\\b(?:you\\w*|u|ya|ur|her|his|him|them|she|he|my|${family}|boys|girls|parents)\\b`, "i");

/** What names death, a weapon, fire, rape or children: of several threats it is told first. It is asked of a threat alone. */
const ofDeath =
  /\b(?:kill\w*|murder\w*|dead|die|dying|death|bullets?|gun|shotgun|rifle|shoot|shot|knife|blade|machete|stab\w*|slit|slash|throat|acid|petrol|burn\w*|fire|torch|strangl\w*|throttle|chok\w*|suffocate|smother|drown|bury|buried|grave|ground|coffin|rap(?:e|ed)|neck|skull|canal|river|body|bomb|rope|noose|hang|last (?:man|person|thing|face|one)|nobody|no ?-?one|christmas|xmas|morning|prayers|kids?|children|baby|son|daughter|brakes?|end (?:you|u|her|him|them)|do (?:you|u) in|put down|six (?:feet|foot))\b/i;
/** What is said in jest too. It is asked of a threat alone. */
const ofJest =
  /\b(?:break (?:your|ur) legs?|kill|murder|dead|die|destroy|strangle|throttle|slap|smack|punch|hit|beat|batter|bash|end|finish(?:ed)?|crush|thrash|get|find|pay|regret|sorry|suffer|or else|watch (?:your|ur) back|better (?:run|hide|watch)|done for)\b/i;
/**
 * What nobody is taken to have said in jest, whatever was answered: weapons, fire, a grave, children; what hangs on her silence, on leaving, on
 * jealousy or on the police; and what is said to be meant.
 */
const neverJest =
  /\b(?:tell|told|telling|tells|anyone|anybody|anything to|everyone|everybody|somebody|someone|words?|speak\w*|talk\w*|say|says|said|mention|breathe|call|calls|called|calling|ring|rings|rang|phone\w*|report\w*|999|solicitor|lawyer|go|goes|going (?:to (?:leave|the|your|ur|see|work)|out|anywhere|back)|went|leaving|left (?:me|us|home)|divorce|mean it|meant it|serious|seriously|swear|promise|jok(?:e|ed|ing)|kidding|slow|slowly|when i (?:get|find|see|come)|see (?:you|u|ur|your)|saw (?:you|u)|seen (?:you|u)|caught|catch (?:you|u)|cheat\w*|lie|lied|lying|jealous|another man|him|her|bullets?|gun|shotgun|rifle|knife|blade|machete|axe|stab\w*|slit|slash|throat|acid|petrol|burn\w*|fire|torch|drown|bury|buried|grave|ground|coffin|rap(?:e|ed)|neck|skull|canal|river|body|bomb|rope|noose|hang|nobody|no ?-?one|kids?|children|baby|son|daughter|myself|brakes?|police|court|leave|again|hospital|window|with (?:him|her|that|another)|pics?|pictures|photos?|nudes?)\b/i;

/** What one of the two did or does to the other, as either writes it. Of others it is not read: children push each other. */
const hurtOneOfThem = new RegExp(
  `\\b${notFriendly}(?:${formsOf([...ofForce, ...withWhom, ...ofHelp], "base", "past", "going")}) ${ofTheTwo}\\b` +
    // "You slapped her".
    `|\\b(?:you|u|i)(?: (?:just|even|have|nearly|also))? ${notFriendly}(?:${formsOf([...ofForce, ...withWhom, ...ofHelp], "past")}) (?:her|him|them|the kids|the children)\\b` +
    // "You hurt Sam": these have no other meaning than hurt.
    "|\\b(?:you|u|i)(?: (?:just|even|have|nearly|also))? (?:hurt|punched|slapped|strangled|choked|stabbed|attacked|assaulted|smacked|thumped|battered|headbutted|raped|shoved|threatened) (?!(?:an?|the|some|it|off|back|my back|my knee|that)\\b)\\w",
  "i",
);

/** The same told without such a verb: hands, walls, cars, marks on the body, and what she was not let do. Read in a message and in an account. */
const toldOtherwise = new RegExp(
  "\\b(?:" +
    [
      `(?:hands?|arms?|fingers|fists?|thumbs?|knees?|elbow|foot|boot|pillow|belt|scarf|rope|cord|tape) (?:(?:was|were|is|are|right|tight|tightly|all) )?(?:round|around|over|on|at|to|against|across|into|up|down|under|between) (?:my|your|ur|her|his|our) (?:\\w{2,12} )?(?:${body}|skirt|top|bra|shirt|dress|knickers)`,
      "(?<!\\bget my )(?:hands?|fists?|fingers?) (?:all )?(?:on|over|to|at|off|round|around) (?:me|you|u|us)",
      `by (?:the|my|your|ur|her|his) (?:throat|neck|hair|arms?|wrists?|collar|scruff|jaw|hood|ears?)`,
      `(?:throw|threw|throws|thrown|throwing|chuck\\w{0,3}|hurl\\w{0,3}|fling|flung|slung|slam\\w{0,4}|knock(?:s|ed|ing)?|launched|kicked|bundled|marched|pull(?:s|ed|ing)?) (?:me|us|you|u|ya|her|him|them) (?:down|off|out|over|against|into|onto|on to|to the|across|through|under|around|about|back in|in the|in front|by|flying)`,
      `(?:throw|threw|thrown|throws|throwing|chuck\\w{0,3}|hurl\\w{0,3}|flung|kick(?:ed|s|ing)?|swung|swing|swinging|aim(?:ed|s|ing)?|point(?:ed|s|ing)?|pulled) ${fewWords}(?:at|on|in|into|towards?) ${ofTheTwo}`,
      `slam(?:s|med|ming)? ${fewWords}(?:on|in|into|against|at) ${ofTheTwo}`,
      `(?:put|had|got|back(?:ed)?|bent) (?:me|you|us|u|her|him) (?:up )?(?:against|on|to|into|over|through|in|down on) (?:the|a|an|my|your) (?:wall|floor|ground|door|fence|bonnet|bed|kerb|headlock|head lock|choke ?hold|arm ?lock|corner|window|table|hedge)`,
      "shut (?:me|us|you|her) (?:in|inside)",
      `(?:broke|break|breaks|breaking|broken|fractured|dislocated|cracked|split|cut(?! (?:your|ur|his|her) (?:hair(?! off\\b)|back (?:lawn|hedge|grass)|head of|hands off))|scratched|burst) (?:my|your|ur|her|his) ${body}`,
      `(?:tore|rip|ripped|tear|tearing|ripping|undid|unbuttoned|unzipped|pulled (?:up|down|off|at)) (?:at )?(?:my|your|ur) (?:\\w{2,10} )?(?:coat|top|shirt|blouse|dress|skirt|clothes|jacket|bra|knickers|trousers|jeans|hair|hijab|scarf)`,
      "pull(?:s|ed|ing)? (?:my|your|ur|her) hair",
      "black eyes?|black and blue|bruis\\w{0,6}|(?:split|bloody|swollen|fat|burst|bust) (?:lip|nose)|broken (?:nose|arm|rib|ribs|wrist|jaw|finger|tooth)|concuss\\w{0,5}",
      "(?:made|make|makes|making|left) (?:me|you|u|her|him|us) (?:bleed|bleeding|bruised|limp|black out|pass out)",
      `(?:would not|wouldn't|wouldnt|will not|won't|wont|did not|didn't|didnt|refuse[sd]? to|refusing to|not|never) let (?:me|us|go of (?:me|my|us)|(?:her|him|you|u) (?:go|leave|out)\\b)(?! (?:know|have|see|off))`,
      "(?:stop(?:s|ped|ping)|prevent(?:s|ed|ing)|kept|keeping|keeps) (?:me|us|you) (?:from )?(?:leaving|going|getting|breathing|moving|closing|shutting|calling|ringing|phoning|there|inside|locked)",
      "(?:could|can)(?:n't|nt|not| not) (?:breathe|get (?:out|away|past|free|up|off|him off|her off)|leave|move|scream|swallow)",
      `(?:drove|drive|drives|driving|reversed|accelerated|swerved|revved|aimed|steered) (?:${fewWords})?(?:at|into|over|towards?|straight at) (?:me|us|you|u|her|him|my)(?! (?:place|house|home|mum|mums|mum's|work|flat|street|road|sister|dad|parents))`,
      "(?:ran|run|running|knock|knocked|knocking|mowed) (?:me|us|you|u|her|him|them) (?:over|down|off)(?! (?:to|at|the|there|list|a)\\b)",
      "(?:clip|clipp|ramm?|swip|nudg|side-?swip)(?:s|es|ed|ing|e)? (?:me|us|my|you|your)",
      "(?:lay|laid|lays|laying|raise[sd]?|raising) (?:(?:your|ur|a|his|my|her|their) )?(?:hands?|fists?|fingers?) (?:on|to|at|against)",
      "(?:get|got|gets) (?:the fuck |the hell )?off (?:of )?me|let (?:me|us) go|let go of (?:me|my)|(?:get|got|gets|getting) in (?:my|your) face",
      "(?:tried|try|tries|trying|wants?|wanted|going|nearly|almost|gonna|says? he'd|said he'd|said you'd)(?: to)? (?:kill|killed|end|hurt) (?:me|us|you)",
      "(?:pulled|had|has|held|with|got|waved|took) (?:a|the|his|your|that|out a) (?:\\w{2,10} )?(?:knife|blade|machete|gun|hammer|axe|crowbar)(?! (?:toys?|drawer|block|sets?|sharpener|rack|show|licen[cs]e|and (?:forks?|spoon|board|nails?|chisel))\\b)|(?:knife|blade|gun) (?:to|at|on|in) (?:me|my|your|you)|acid (?:in|on|at|over) (?:me|my|your|you|her)",
      "forc(?:e|es|ed|ing) (?:yourself|himself|herself|myself)|against my will|you (?:really |know you )?(?:wanted|liked|loved|enjoyed) it(?= ?(?:[.!?,;]|$))|(?:i|she|you) (?:said|say|told you|told him) no(?= ?(?:[.!?,;]|$))|(?:asked|asking) for it(?= ?(?:[.!?,;]|$))|(?:kiss(?:ed|ing)|grind(?:ing)?|undress(?:ed|ing)) me",
      "(?:you|u) (?:made|make|drove|pushed) me (?:do|to|hit|hurt|lose|angry|snap|this|that)|did(?:n't| not|nt) mean to (?:hurt|hit|push|grab|scare|do|kill|choke|slap|punch)",
    ].join("|") +
    ")\\b",
  "i",
);

/** In an account of what was done in person these stand alone: whom it hit is often left out. */
const accountOfViolence = new RegExp(
  `\\b(?:${[
    `${formsOf(ofForce, "past", "going")}|grabs?|hits|punch(?:es)?|slaps?|kicks|shov(?:e|es)|twist(?:s|ed|ing)|push(?:es|ed|ing)`,
    "strangl\\w*|chok(?:e|es|ed|ing)|throttl\\w*|headbutt\\w*|spat|spit|spits|spitting|beat (?:me|us)|beat(?:en|ing)|batter(?:ed|ing)|pinned|pinning|drag|drags|dragg(?:ed|ing)",
    "threw|thrown|throws|throwing|forc(?:es|ed|ing)|restrain\\w*|rap(?:e|es|ed|ing)|grop(?:e|es|ed|ing)|stab\\w*|slash\\w*|smash\\w*|lung(?:es|ed|ing)|swung|ramm(?:ed|ing)|attack\\w*|assault\\w*|hurt|hurts|hurting",
    "(?:hold|holds|held|holding|pull|pulls|pulled|pulling|squeez(?:es|ed|ing)|bit|bites|burn(?:s|t|ed)|shook|shakes|trapped|cornered) (?:me|my|us|on to me|on to my|onto me|onto my)",
    "block(?:s|ed|ing) (?:me|my|our|the (?:door|way|car|path|drive|stairs|gate|hall))|rais(?:es|ed|ing) (?:his|her|their|a) (?:hand|hands|fist|fists|arm)|fists?",
    "(?:stood|stands|standing|stayed|got|stepped) (?:in front of (?:the|my|our|me)|in my way|in the way|between me and|behind the door)",
    `(?:slam(?:s|med|ming)?|shut|trapped|caught|closed) ${fewWords}(?:on|in) (?:my|our)`,
    "said (?:he|she)(?:'d| would|'ll| will| was going to) (?:end|kill|hurt|find|get|ruin|destroy|make|hit|burn|take)",
    "undid|undress\\w*|unbutton\\w*|unzip\\w*|naked|exposed (?:himself|herself)|masturbat\\w*|(?:touch|kiss|lick|feel|felt|fondl|strok|sniff)(?:es|ed|ing|s)? (?:me|my)|up my (?:skirt|top|dress)",
    "screamed (?:at|in)|spilled? .{0,20}over me|knocked (?:me|us|my)|tripped|barged|yanked|jumped (?:out of the way|on me)|(?:out of|from) my arms",
    "knife|knives|blade|machete|hammer|axe|gun|weapon|petrol|acid|bruis\\w*|bleed\\w*|bled|blood\\w*|threat\\w*",
  ].join("|")})\\b`,
  "i",
);

/** Whether words are a plain threat. */
export function threatens(words: string): boolean {
  return isThreat(asRead(words));
}

/** Whether a plain threat names death, a weapon, fire, rape or children: of several such texts these are told first. */
export function threatensLife(words: string): boolean {
  return ofDeath.test(asRead(words));
}

/** Whether a plain threat is of the few that friends say in jest ("I'll kill you if you forget the cake"), and names no weapon, fire, grave, children or leaving. */
export function canBeJest(words: string): boolean {
  const text = asRead(words);
  return ofJest.test(text) && !neverJest.test(text);
}

function isThreat(text: string): boolean {
  return threatNeeds.test(text) && (willHarm.test(text) || orElse.test(text) || willEnd.test(text)) && !isOfMatch(text);
}

function isOfMatch(text: string): boolean {
  const rest = text.replace(ofMatch, "");
  return rest !== text && !ofHers.test(rest) && !isThreat(rest);
}

/** Whether words tell that one of the two hurt, held or threatened the other, or hold a plain threat. */
export function tellsViolence(words: string): boolean {
  const text = asRead(words);
  return isThreat(text) || hurtOneOfThem.test(text) || toldOtherwise.test(text);
}

/** Whether an account of something in person tells of force, a weapon, a threat or an injury. */
export function isAccountOfViolence(words: string): boolean {
  return tellsViolence(words) || accountOfViolence.test(asRead(words));
}

/** Most texts: nothing in them has to be read otherwise, and they are walked once. */
const plainText = /^[ -~]*$/;
const writtenToBeMissed = /[a-z][013457@$!*#._-]+[a-z]|([a-z])\1\1| {2}/i;

/** Digits and marks that stand for letters within a word. */
const letterByMark: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

/**
 * On one line, with straight apostrophes, without what is not seen, and with letters for the marks that stand for them ("K1LL", "k*ll", "killll"): a
 * word that is written to be missed is the one to find.
 */
export function asRead(words: string): string {
  if (plainText.test(words) && !writtenToBeMissed.test(words)) return words;
  return words
    .normalize("NFKC")
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .replace(/[’‘ʼ]/g, "'")
    .replace(/\bk[*.#_-]ll/gi, "kill")
    .replace(/(?<=\p{L})[013457@$!](?=\p{L})/gu, (mark) => letterByMark[mark] ?? mark)
    .replace(/(\p{L})\1{2,}/gu, "$1$1")
    .replace(/\s+/g, " ");
}
