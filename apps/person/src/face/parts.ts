import { beside, writeBeside } from "../words/beside.ts";
import type { FaceWords } from "./words.ts";

/** What stands on the page under an id, as what it is. Throws where there is no such thing: the document is ours. */
export function find<Kind extends Element>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`the page has no ${id}`);
}

/** Read once: the page is gone when it is left. */
const words = find("face", HTMLElement).dataset;

/** What the document has for the script to say, in its language. */
export function said(name: keyof FaceWords["spoken"], values: Readonly<Record<string, string>> = {}): string {
  return Object.entries(values).reduce((says, [place, value]) => says.replaceAll(`{${place}}`, () => value), words[name] ?? "");
}

/** What the worker says, which has English alone. */
export function saidInEnglish(says: string): string {
  return document.documentElement.lang === "en-GB" ? says : beside + says;
}

/** Says something in its place, a heading and what belongs to it; nothing empties it. */
export function tell(place: Element, title?: string, ...says: readonly string[]): void {
  const strong = document.createElement("strong");
  writeBeside(strong, title ?? "");
  const lines = says.map((line) => {
    const paragraph = document.createElement("p");
    writeBeside(paragraph, line);
    return paragraph;
  });
  place.replaceChildren(...(title === undefined ? [] : [strong]), ...lines); // bounded: a few sentences of ours.
}

/** A button with words on it. */
export function buttonOf(says: string, press: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "bare underlined";
  writeBeside(button, says);
  button.addEventListener("click", press);
  return button;
}

const minute: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit" };
const { lang } = document.documentElement;
const asTime = new Intl.DateTimeFormat(lang, minute);
const asSecond = new Intl.DateTimeFormat(lang, { ...minute, second: "2-digit" });
const asDay = new Intl.DateTimeFormat(lang, { weekday: "short", day: "numeric", month: "long" });

/** Below this a minute says too little. Milliseconds. */
const msPerMinute = 60_000;

/** “21:15” by the clock of this device. */
export function sayTime(at: number): string {
  return asTime.format(at);
}

/** A moment that is waited for: “15:58:57” in the minute before it, “16:00” from further away, never too early. */
export function sayFrom(at: number, now: number): string {
  return at - now < msPerMinute ? asSecond.format(at + 999) : asTime.format(at + msPerMinute - 1);
}

/** “Sun 4 October, 21:14” */
export function sayMoment(at: number): string {
  return `${asDay.format(at).replace(",", "")}, ${asTime.format(at)}`;
}
