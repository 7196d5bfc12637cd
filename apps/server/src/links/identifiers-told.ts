import type { Channel } from "@unmask/core";
import { personaOf } from "@unmask/importers";
import { type Identifier, identifierOf, nameOf } from "@unmask/link";

/**
 * Numbers, addresses and account names that stand in what somebody wrote. Only what the index compares is read: a registration plate is none of
 * its kinds, and an account name without its platform says nothing about who holds it.
 */

/** Identifiers of one text; more are a list that somebody pasted, or an attack on the index. */
const mostTold = 200;
/** UTF-16 units before an account name in which its platform is looked for: the sentence that names both. */
const nearBy = 60;
/** Digits of a number that somebody can be rung under, without and with a country. */
const fewestDigits = 10;
const mostDigits = 15;

const numberForm = /(?<![\p{L}\p{Nd}+@.,:/£$€-])(?:\+|00|0|\(0)[\p{Nd}\s()-]{8,20}\p{Nd}(?![\p{L}\p{Nd}@/]|[.,:-]\p{Nd})/gu;
const addressForm = /(?<![\p{L}\p{Nd}._%+-])[\p{L}\p{Nd}._%+-]{1,64}@[\p{L}\p{Nd}-]+(?:\.[\p{L}\p{Nd}-]+)+/gu;
const handleForm = /(?<![\p{L}\p{Nd}._%+-])@[\p{L}\p{Nd}_][\p{L}\p{Nd}._]{1,39}(?<!\.)/gu;
/** What somebody says of a number that is their own. */
const ownWords = /\b(?:my|our)\s+(?:\p{L}+\s+){0,2}(?:number|mobile|phone|e-?mail|address|account)\s*(?:is|was|:|,|-)?\s*$/iu;

/** Platforms as people write them. */
const platforms: readonly (readonly [RegExp, Channel])[] = [
  [/\binsta(?:gram)?\b/gi, "instagram"],
  [/\bfacebook\b|\bmessenger\b/gi, "facebook"],
  [/\bsnap(?:chat)?\b/gi, "snapchat"],
  [/\btik\s?tok\b/gi, "tiktok"],
  [/\btelegram\b/gi, "telegram"],
  [/\btwitter\b|\bon X\b/g, "x"],
  [/\bdiscord\b/gi, "discord"],
  [/\breddit\b/gi, "reddit"],
];

/**
 * What stands in a text, each once, in its order. `country`: where numbers without one are dialled. `own`: texts that hold what is the writer's own,
 * which is left out, as is what the text itself calls the writer's.
 */
export function identifiersTold(
  text: string,
  { country, own }: { readonly country: string; readonly own: readonly string[] },
): readonly Identifier[] {
  const hers = new Set(own.flatMap((one) => [...found(one, country)].map(({ identifier }) => nameOf(identifier))));
  const told = new Map<string, Identifier>();
  for (const { identifier, at } of found(text, country)) {
    const name = nameOf(identifier);
    if (ownWords.test(text.slice(Math.max(0, at - nearBy), at))) hers.add(name);
    else if (told.size < mostTold) told.set(name, identifier);
  }
  return [...told].flatMap(([name, identifier]) => (hers.has(name) ? [] : [identifier]));
}

interface Found {
  readonly identifier: Identifier;
  readonly at: number;
}

function found(text: string, country: string): readonly Found[] {
  const numbers = matches(text, numberForm, (wrote) => {
    const digits = wrote.replace(/\P{Nd}/gu, "").length;
    return digits < fewestDigits || digits > mostDigits ? undefined : numberIn(wrote, country);
  });
  const addresses = matches(text, addressForm, (wrote) => identifierOf({ kind: "email", wrote, normal: wrote.toLowerCase() }, "email"));
  const handles = matches(text, handleForm, (wrote, at) => {
    const channel = platformBefore(text.slice(Math.max(0, at - nearBy), at));
    const normal = wrote.toLowerCase();
    return channel && identifierOf({ kind: "handle", wrote, normal }, channel);
  });
  return [...numbers, ...addresses, ...handles].sort((one, other) => one.at - other.at);
}

function matches(text: string, form: RegExp, read: (wrote: string, at: number) => Identifier | undefined): readonly Found[] {
  return [...text.matchAll(form)].flatMap(({ 0: wrote, index: at }) => {
    const identifier = read(wrote, at);
    return identifier === undefined ? [] : [{ identifier, at }];
  });
}

function numberIn(wrote: string, country: string): Identifier | undefined {
  const normal = [...personaOf("told", [wrote.replace(/^00/, "+")], { country }).normals].find((one) => /^\+\d{6,15}$/.test(one));
  return normal === undefined ? undefined : identifierOf({ kind: "phone", wrote, normal }, "phone");
}

/** The platform that stands nearest before an account name. */
function platformBefore(words: string): Channel | undefined {
  let nearest: { readonly at: number; readonly channel: Channel } | undefined;
  for (const [form, channel] of platforms)
    for (const { index: at } of words.matchAll(form)) if (nearest === undefined || at > nearest.at) nearest = { at, channel };
  return nearest?.channel;
}
