/**
 * What a text tells of somebody, without what it says to his credit or of another: “Toby saved me when that man grabbed me” tells of no violence of
 * Toby's. English; in doubt a clause stays, because a word too many can be read and one that is gone cannot.
 */

const games = "(?:chess|scrabble|darts|pool|cards|monopoly|fifa|tennis|golf|uno|bowling|poker|snooker|squash|mario kart|the quiz)";
const kin =
  "(?:exe?s?|boss|manager|brother|sister|dad|mum|mam|son|daughter|nephew|niece|toddler|cat|dog|puppy|mate|friend|cousin|uncle|neighbours?|physio|dentist|trainer|horse|nan|grandad)";

/** What he did for her, and a play or a dream: nothing in the sentence is told of him. */
const ofCredit =
  /\b(?:(?:saved|rescued|protected|defended) (?:me|us|my life)|(?:stuck|stood) up for (?:me|us)|looked after (?:me|us)|(?:in|at|for|during) (?:the|our|a|my) (?:school |next |last )?(?:play|panto|rehearsals?|scene|dream)|(?:dreamt|dreamed)|sparring|snowballs?|paintball|pillow fight|water (?:fight|balloons?|pistols?))\b/i;
/** What he never did, to the end of its clause… */
const ofDenial =
  /\b(?:never|not|(?:did|does|has|had|would|was|is)n['’]?t)(?: \w{2,9}){0,2} (?:hit|hurt|harm|threat|laid|lay|touch|punch|slap|kick|grab|push|shov|chok|beat|rais|violent|abusive|scared|terrified|afraid|frightened)\w{0,4}\b[^.,;!?]*/gi;
/** …but for what makes it no denial: “he never hit me before last night”, “wouldn’t stop hitting me”. */
const isNone = /\b(?:before|until|till?|like|again|so|that|this|stop\w*|just|only|but|mean\w*|in front|where|when|sober|if)\b/i;
/** What is kind, a game, or of a thing that is none of hers to be hurt by. */
const ofKindness = new RegExp(
  `\\b(?:(?:beat|smash|batter|destroy|thrash|murder|kill|hammer|knock)\\w{0,3} (?:\\w{1,12} ){1,2}(?:at|on) ${games}` +
    "|(?:held|holds|holding|squeezed|shook|touched|grabbed|kissed) my (?:hand|heart)(?! (?:and|so|until))|(?:held|holds|holding) me (?:all night|while i|close|when i|as i)" +
    "|(?:cut|take|broke|break|finish|end|beat|hit|burn\\w{0,2}|crush\\w{0,2}|hurt|squash\\w{0,2}|smash\\w{0,2}|grab\\w{0,4}|tied?|locked) (?:my|our|the) (?:\\w{2,10} )?(?:hair|fringe|grass|lawn|hedge|cake|toast|tea|dinner|lunch|pizza|bins?|shift|record|score|pb|shelves|feelings|heart|ego|crossword|laces|bike|gate|shopping|coat|car (?:to|for|in)\\b|kids (?:to the|to school|swimming|out))" +
    "|(?:dragg?ed|push\\w{0,2}|forc\\w{0,2}|talked) me (?:to|into|round|along to)? ?(?:(?:a|the|an) )?(?:apply\\w*|ikea|shops?|shopping|gym|pub|tesco|match|karaoke|dentist|gp|doctors?|rest|eat something|try)" +
    "|threat\\w* (?:me|us) with (?:karaoke|the sack|his cooking)|never let (?:me|us) down|let (?:me|us) (?:pay|cook|help|carry|wash|win|lift|wait|forget|buy)" +
    "|(?:threw|kicked|throws|kicks) (?:\\w{1,8} ){0,2}(?:party|ball|football|frisbee|pillow|cushion)|push(?:ed|es)? (?:me|the kids) (?:on|down|round) (?:the )?(?:swings?|slide|trampoline|hill)" +
    "|(?:has|had|got|with) (?:an?|his|her) (?:broken|split|black|swollen|bruised|fat) \\w+|laugh\\w* (?:\\S{1,12} ){0,4}(?:couldn['’]?t|can['’]?t) breathe)\\b",
  "gi",
);
/** What she did to him. */
const ofHerDeed = /\bi (?:just |nearly )?(?:slapped|hit|punched|pushed|kicked|grabbed|hurt|shoved|smacked|threatened) (?:him\b|\S+)/gi;
/** A thing or another person who does something, at the beginning of a clause. */
const ofOther = new RegExp(
  "(?:^|[.,;!?] ?|\\b(?:when|because|cos|then|where|that) )(?:" +
    "(?:an?|the|some) (?:\\w{2,10} )?(?:lorry|car|van|bus|bike|cyclist|scooter|taxi|tram|ball|branch|wave|wasp|dog|cat|horse|swan|goose)" +
    "|(?:that|this|some|an?|another|the other|one) (?:\\w{2,10} )?(?:man|men|bloke|guy|lad|woman|girl|kid|drunk|stranger|customer|patient|pupil)" +
    `|(?:my|your|his|her|our|an) (?:\\w{2,8} )?${kin})(?! (?:told|said|says|saw|knows|heard|thinks)\\b)[^.,;!?]*`,
  "gi",
);
/** “A car followed me home. It was him”: that is no other. */
const wasHim = /\b(?:it was|driv(?:ing|er)|wheel|sent|paid)\b/i;
/** Somebody of hers who would do something to him: “Your brother says if he sees Marcus he'll break his nose”. */
const ofAvenger = new RegExp(
  `\\b(?:my|your|ur|our|her) (?:\\w{2,8} )?${kin}\\b|\\b(?:if|when|once) (?:he|she|they|we|i) (?:ever )?(?:sees?|gets?(?: (?:hold|hands) o[fn])?|finds?|catch(?:es)?) him\\b`,
  "i",
);
/** What a text says of somebody, and whether it spoke of another before. */
interface OfThem {
  readonly words: string;
  readonly isOfOther: boolean;
}

/** What is left of a text that can be told of whoever the expression names. */
export function ofThem(text: string, named: RegExp): OfThem {
  let isOfOther = false;
  const words = text
    .split(/(?<=[.!?\n])\s+/)
    .filter((sentence) => !ofCredit.test(sentence) && !isAgainst(sentence, named))
    .join(" ")
    .trim()
    .replace(ofDenial, (clause) => (isNone.test(clause) ? clause : ""))
    .replace(ofKindness, "")
    .replace(ofHerDeed, (deed) => (named.test(deed) || /him$/i.test(deed) ? "" : deed))
    .replace(ofOther, (clause) => {
      // “My ex Marcus punched me” and “my sister found him in my bed” tell of him.
      const rest = clause.replace(/\b(?:and|before|after|like|than|with|or|near) \S+/gi, "");
      if (wasHim.test(text) || named.test(rest) || /\b(?:he|him|his)\b/i.test(rest.replace(/^\W*(?:when |because |that )?his /i, "")))
        return clause;
      isOfOther = true;
      return "";
    });
  return { words, isOfOther };
}

/** Whether a sentence says what somebody of hers would do to him: he is whom it would be done to, and no word of his is told. */
export function isAgainst(sentence: string, named: RegExp): boolean {
  const everyName = new RegExp(named.source, "giu");
  const folded = sentence.replace(everyName, "him");
  if (!ofAvenger.test(folded) || !/\bhi[ms]\b/i.test(folded) || /\bhim(?:['’]s| (?:has|said|says|told|will|is|was|swore))\b/i.test(folded))
    return false;
  const rest = folded.replace(ofAvenger, "");
  return wouldHarm.test(rest) && !/\b(?:you|ur?|your|me|us|my|she)\b/i.test(rest);
}

const wouldHarm =
  /\b(?:will|would|wants? to|going to|gonna|['’]ll|['’]d|ll) (?:\w{2,10} ){0,2}(?:kill|murder|break|batter|smash|hurt|hit|punch|deck|swing|knock|beat|end|finish|rip|stab|shoot|sort)\b/i;
