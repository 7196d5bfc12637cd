import { type Identity, type Persona, normalName } from "./identity.ts";
import { normalForm } from "./normal-form.ts";

/**
 * Anybody can give an account a name that prints as hers: with a sign in it that nobody sees, with wide letters, with two blanks, with a letter of
 * another script. Such a name is another name, and never counts as hers by itself: his threat would be printed as her words.
 *
 * [Note: Joiners that are spelling] U+200C and U+200D are part of Persian and Indic words, and U+200D joins emoji, only between signs that they join or
 * part. Anywhere else, at the end of a name too, they show nothing. So does U+FE0F behind a letter, though it gives many an emoji its look.
 */

const halant = String.raw`\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D4D\u0DCA`;
/** Arabic letters that no letter behind them is joined to. */
const joinsNothing = String.raw`\u0621-\u0625\u0627\u0629\u062F-\u0632\u0648\u0671-\u0677\u0688-\u0699\u06C0\u06C3-\u06CB\u06CD\u06CF\u06D2\u06D3\u06D5\u06EE\u06EF\u0759-\u075B\u076B\u076C\u0771\u0773\u0774\u0778\u0779`;
/** What stands before and behind U+200D in the emoji of Unicode that are joined: people, hearts, flags, animals; what they do, have or are. */
const joinedFirst =
  "👦-👩👮-👱👳👷🧑-🧔⛹🏃🏄🏊-🏌💁💂💆💇🕵🙅-🙇🙋🙍🙎🚣🚴-🚶🤦🤵🤷-🤹🤼-🤾🦸🦹🧍-🧏🧖-🧟❤💋🤝🫱🏳🏴👁😮😵😶🙂🐈🐕🐦🐻🍄🍋⛓";
const joinedLast = "♀♂⚕⚖⚧✈❤☠❄⬛➡↔↕🌈🌾🌫🍳🍼🎄🎓🎤🎨🏫🏭👦-👩💋💥💨💫💻💼🔥🔧🔬🗨🚀🚒🟩🟫🤝🦯-🦳🦺🦼🦽🧑🧒🩰🩹🫲";

/** A joiner, or a sign that chooses the look of the one before it. */
const joinerOrLook = /[\u200C\u200D\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu;
/** One that is spelling. */
const spelledSign = new RegExp(
  [
    String.raw`(?<=(?![${joinsNothing}])(?=\p{L})\p{Script=Arabic}\p{M}*)\u200C(?=(?!\u0621)\p{L})(?=\p{Script=Arabic})`,
    String.raw`(?<=[${halant}])[\u200C\u200D](?=\p{L})`,
    String.raw`(?<=\p{L})\u200D(?=[${halant}])`,
    // Malayalam has letters that were written so before they had a place of their own, at the end of a name too.
    String.raw`(?<=[\u0D15\u0D23\u0D28\u0D30\u0D32-\u0D34]\u0D4D)\u200D`,
    String.raw`(?<=[${joinedFirst}][\p{Emoji_Modifier}\uFE0F]*)\u200D(?=[${joinedLast}])`,
    String.raw`(?<=\p{Extended_Pictographic}\p{Emoji_Modifier}?)[\uFE0E\uFE0F]`,
    String.raw`(?<=[0-9#*])\uFE0F(?=\u20E3)`,
    String.raw`(?<=\p{Script=Han})[\uFE00-\uFE0D\u{E0100}-\u{E01EF}]`,
  ].join("|"),
  "gu",
);

/** What else `normalName` leaves out or takes for a blank although it is another sign. */
const unseen = /[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]|[\t\n\v\f\r\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F]/gu;
/** What else shows nothing in a name, whether names are compared without it or not. */
const unseenInPrint = /(?![\u200C\u200D])[\p{Cf}\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180E\u2800\u3164\uFFA0]/gu;
/** WhatsApp puts `~` and a narrow blank before a name that is in no address book. */
const notSaved = /^~[\u00A0\u202F]/;

/**
 * The comparing form of a bare name, which is all that a source shows of somebody: as `normalName`, but what that folds away and a reader cannot see
 * stays, as `[u+200b]` and `[2 blanks]`, and so do wide and styled letters. So it can be typed as it is printed.
 */
export function nameForm(text: string): string {
  const written = normalForm(text.trim(), "NFC").replace(notSaved, "~ ");
  const marked = withCodes(written);
  return marked === written && normalForm(written, "NFKC") === written ? normalName(text) : marked.toLowerCase();
}

/** A name as it is shown: what cannot be seen in it, and a letter that only looks like those beside it, as its code. */
export function markedName(name: string): string {
  return withCodes(name.replace(notSaved, "~ ")).replace(mixedWord, (word) =>
    /\p{Script=Latin}/u.test(word) ? word.replace(lookAlike, codeOf) : word,
  );
}

function withCodes(name: string): string {
  if (/^(?!.*  )[\x20-\x7E]*$/.test(name)) return name;
  const spelled = new Set(Array.from(name.matchAll(spelledSign), ({ index }) => index));
  return name
    .replace(joinerOrLook, (sign, at: number) => (spelled.has(at) ? sign : codeOf(sign)))
    .replace(unseen, codeOf)
    .replace(unseenInPrint, codeOf)
    .replace(/(?<=\S) {2,}(?=\S)/g, (blanks) => `[${blanks.length} blanks]`);
}

const mixedWord = /[\p{L}\p{M}]+/gu;
const lookAlike = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Lisu}]/gu;

function codeOf(signs: string): string {
  return Array.from(signs, (sign) => `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`).join("");
}

/** Letters of Cyrillic and Greek, beside those of Latin that they look like. */
const latinOf = new Map(
  ["аa", "вb", "еe", "ѕs", "іi", "јj", "кk", "мm", "нh", "оo", "рp", "сc", "тt", "уy", "хx", "ԁd", "ӏl", "ԛq", "ԝw", "αa", "εe", "ιi", "κk", "νv", "οo", "ρp", "τt", "υu", "χx", "ɡg", "ıi"].map(
    ([from = "", to = ""]) => [from, to] as const,
  ),
); // prettier-ignore

/** A folded text with letters of Latin for those that look like them. */
export function inLatin(text: string): string {
  return Array.from(text, (letter) => latinOf.get(letter) ?? letter).join("");
}

/** Whether a bare name is none of a person's and prints as one of them: asked about, and counted for nobody. */
export function isSpelledLike({ normals }: Pick<Persona, "normals">, { wrote, normal }: Pick<Identity, "wrote" | "normal">): boolean {
  if (normals.has(normal)) return false;
  const folded = bare(wrote);
  if (normals.has(folded) || normals.has(inLatin(folded))) return true;
  return Array.from(normals).some((one) => one.search(joinerOrLook) >= 0 && bare(one) === folded);
}

function bare(name: string): string {
  return normalName(name.replace(unseenInPrint, "").replace(joinerOrLook, ""));
}
