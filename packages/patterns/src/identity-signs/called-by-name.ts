import { type Persona, type Statement, type Timeline, type TimelineAct, createWhose, normalName } from "@unmask/core";
import { marks } from "@unmask/words";
import type { SeenIdentities } from "../reading/seen-identities.ts";
import { tellsToStop } from "../suggest-stops.ts";
import { type SignsOf, longestText, shortestSaid } from "./sign.ts";

/** Texts that call it by a name of theirs: its own, and hers to it. */

/** Whom she sent more texts than this she knows: “stop it” is said in jest there. */
export const mostToStranger = 3;

/** English: what follows a name where somebody speaks of them and not as them: “This is Rhys’s mum”, “it is Rhys outside”, “it’s Rhys I am worried about”. */
const ofAnother =
  "(?:\\S+ )?s |(?:new )?(?:mum|mam|mom|mother|dad|father|brother|sister|son|daughter|wife|husband|girlfriend|boyfriend|partner|friend|mate|cousin|aunt|uncle|nan|solicitor|lawyer|boss|landlord|neighbour) |outside |who |that |he |him |i am worried|i m worried|im worried|i worry|i mean|you should |you need ";

/** "Nerys its Darragh on mums phone": it says that it is them. To write of them, as friends do, is no sign. */
export function createSaying(timeline: Timeline, { them }: Statement): SignsOf {
  const anyName = namesToSay(them);
  if (anyName === "") return () => [];
  const itself = new RegExp(
    `(?:^| )(?:it s|its|it is|this is|i m|im|i am|my name is|it s me|its me|it is me|me again|guess who) (?:${anyName}) (?!${ofAnother})|(?:^|[.!?\n] *)(?:${anyName}) here |^(?:${anyName}) (?:this is )?(?:my )?new (?:number|phone|sim) `,
    "u",
  );
  const signed = new RegExp(`(?:^|\\s)[-–—] ?(?:${anyName})[ x.!]*$`, "u");
  return ({ identity, places }) => {
    if (identity.kind === "name") return [];
    const acts = places.flatMap((place) => timeline.acts[place] ?? []);
    const saying = acts.filter(({ text, grade }) => {
      if (text === null || grade === "own-account") return false;
      const raw = normalName(text.slice(0, longestText));
      return itself.test(`${raw.replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")} `) || signed.test(raw);
    });
    return saying.length === 0
      ? []
      : [
          {
            what: "says name",
            says: `gives a name of ${marks.theirs} as its own`,
            count: 1,
            isAlone: true,
            acts: saying.map(({ id }) => id),
          },
        ];
  };
}

/** "This is Kester. I know it is.", "Gil? Is this you?": she wrote to it by a name of theirs. To write of them to a friend is no sign. */
export function createHerNaming(timeline: Timeline, statement: Statement, { isKnownBefore }: SeenIdentities): SignsOf {
  // No name at all: an expression that nothing matches.
  const anyName = namesToSay(statement.them) || "(?!)";
  const isThem = new RegExp(`(?:^| )(?:this is|is this|is that you|is it you|i know it s|i know its|i know it is|i know this is) (?:${anyName}) |(?:^| )(?:${anyName}) is (?:this|that|it) you `, "u"); // prettier-ignore
  const calls = new RegExp(`^(?:hi |hey |oh |no |please )?(?:${anyName}) *[?,!]+ *\\S`, "u");
  let actsByNormal: ReadonlyMap<string, readonly TimelineAct[]> | undefined;
  return (one) => {
    const { identity } = one;
    if (identity.kind === "phone" && identity.name !== undefined) return [];
    actsByNormal ??= herActsByReceiver(timeline, statement);
    const toIt = actsByNormal.get(identity.normal) ?? [];
    const naming = toIt.filter(({ text }) => {
      const raw = normalName((text ?? "").slice(0, longestText));
      const words = raw.replace(/[^\p{L}\p{M}\p{N}]+/gu, " ");
      return isThem.test(`${words} `) || (identity.kind !== "name" && identity.name === undefined && calls.test(raw));
    });
    const isStranger = toIt.length <= mostToStranger && !isKnownBefore(one);
    const stopping = isStranger ? toIt.filter(({ text }) => tellsToStop((text ?? "").slice(0, longestText))) : [];
    if (naming.length === 0 && stopping.length > 0)
      return [
        { what: "named by her", says: `was told to stop by ${marks.you}`, count: 1, isAlone: true, acts: stopping.map(({ id }) => id) },
      ];
    if (naming.length === 0) return [];
    const says = `was called by a name of ${marks.theirs} in what ${marks.you} wrote to it`;
    return [{ what: "named by her", says, count: 1, isAlone: true, acts: naming.map(({ id }) => id) }];
  };
}

/** Names of theirs and the first name of each, as an expression over words parted by single blanks; empty where there is none. */
function namesToSay(them: Persona): string {
  const spelled = [them.label, ...(them.normalsByName?.keys() ?? them.normals)].filter((name) => /^[\p{L}\p{M}'’. -]+$/u.test(name));
  const names = new Set(spelled.map(normalName).flatMap((name) => [name, name.split(" ")[0] ?? ""]));
  return [...names]
    .filter((name) => name.length >= shortestSaid && name !== "them")
    .map((name) => name.replace(/[^\p{L}\p{M}]+/gu, " "))
    .join("|");
}

/** What she wrote, by each to whom it went. */
function herActsByReceiver({ acts }: Timeline, statement: Statement): ReadonlyMap<string, readonly TimelineAct[]> {
  const whoseIs = createWhose(statement);
  const byNormal = new Map<string, TimelineAct[]>();
  for (const act of acts) {
    if (act.text === null || act.grade === "own-account" || act.to.length > 1 || whoseIs(act) !== "hers") continue;
    for (const { normal, kind } of act.to) {
      if (kind === "group") continue;
      const some = byNormal.get(normal);
      if (some) some.push(act);
      else byNormal.set(normal, [act]);
    }
  }
  return byNormal;
}
