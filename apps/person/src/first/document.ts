import { type CivilDay, type SupportContact, parseCivilDay } from "@unmask/core";
import { supportShown } from "@unmask/law";
import { saySize } from "@unmask/words";
import { emptyPageOf } from "../leave/leave-quickly.ts";
import { mostStored } from "../ports/stored-names.ts";
import { beside } from "../words/beside.ts";
import { type FourWord, canFit, fourWords, nextSteps } from "./four.ts";
import { icon, inQuotes, link, paragraph, primary, small, text } from "./markup.ts";
import { type About, type OptionId, type QuestionId, isOptionId, questions, takesAny, waysToKnow } from "./questions.ts";
import { welsh } from "./welsh.ts";
import { type FirstWords, english } from "./words.ts";

/**
 * The first page as a document: every screen of it, one after the other, so that it is whole without script. The script hides all but one. It is
 * made when the app is built, and nothing in it depends on who reads it or when.
 */

/**
 * The document is read on days that nobody knows when it is made: so that no hour in it is ever a wrong one, every service stands as one that was
 * looked up long ago, dated and without hours.
 */
const longAfter: CivilDay = { year: 9999, month: 1, day: 1 };

type Service = ReturnType<typeof supportShown>[number];

const services: readonly Service[] = supportShown("EW", longAfter);
const emergency = callOf(serviceOf("police-emergency"));
const police = callOf(serviceOf("police"));
const helpline = serviceOf("national-stalking-helpline");
const samaritans = serviceOf("samaritans");

/** The first page in one language. */
export interface FirstDocument {
  /** The language, as HTML names it. */
  readonly language: string;
  /** What stands in the page's body: the bar that is always there, and the screens. */
  readonly page: string;
  /** Of it, the bar alone. */
  readonly bar: string;
  /** Of it, the screens to which the app leads, wherever it was opened. */
  readonly led: string;
  /** What stands over a page that is hidden, beside it. */
  readonly cover: string;
  /** What stands above a screen of the app, which is in English alone; empty where the page is too. */
  readonly inEnglish: string;
}

/** The first page in each language, by the path at which it stands. */
export const documents: Readonly<Record<"/" | "/cy/", FirstDocument>> = {
  "/": documentIn("en-GB", english, "/cy/"),
  "/cy/": documentIn("cy", withEnglishBeside(welsh), "/"),
};

function documentIn(language: string, words: FirstWords, other: string): FirstDocument {
  const cover = `<section class="cover" id="cover" aria-label="${text(words.cover.title)}" hidden><p>${text(words.cover.title)}</p><button type="button" class="outlined">${text(words.cover.open)}</button></section>`;
  const spoken = Object.entries({ ...words.spoken, ...words.knownWords }).map(([name, says]) => ` data-${name}="${inQuotes(says)}"`);
  const bar = `<header class="top"><div class="top-back"><button type="button" class="bare" id="back" data-do="back" hidden>${icon("back", "icon turns")}${text(words.bar.back)}</button></div>
<div class="top-ways-out"><a class="outlined" id="to-help" data-do="help" href="#help">${text(words.bar.help)}</a><a class="leave" data-do="leave" href="${emptyPageOf(language)}" rel="noreferrer">${text(words.bar.leave)}</a></div>
<p class="unseen" role="status" id="status"${spoken.join("")}></p></header>`;
  const led = [help(words), ...removing(words)].join("\n");
  const page = [
    bar,
    // Sent nowhere, also where Enter would send it and without script (method). What is typed or chosen in a form that refuses completion is not written into the browser's session on the disk, and a browser's spelling
    // check can send what she types to its maker.
    `<form method="dialog" autocomplete="off" autocorrect="off" spellcheck="false"><div id="first" role="main">`,
    screen(words, "welcome", {
      title: words.welcome.title,
      kicker: `<p class="kicker"><a href="${other}" lang="${other === "/" ? "en-GB" : "cy"}" data-do="other-language">${text(words.languages.other)}</a></p>`,
      main: [
        callRow(words),
        `<div class="mind" data-again hidden><h2>${text(words.welcome.again.title)}</h2>${paragraph(words.welcome.again.says)}</div>`,
        `<noscript><div class="mind">${paragraph(words.welcome.withoutScript)}</div></noscript>`,
        `<div class="mind"><h2>${text(words.welcome.seen.title)}</h2>${paragraph(words.welcome.seen.says)}</div>`,
        facts([
          [
            words.welcome.stays.term,
            `${filled(words.welcome.stays.says)} ${link(words.welcome.stays.remove, "remove", "bare underlined below scripted")}`,
          ],
          [words.welcome.notKept.term, text(words.welcome.notKept.says)],
          [words.welcome.leaving.term, text(words.welcome.leaving.says)],
        ]),
        `<p class="scripted">${link(words.welcome.somebody, "for-somebody")}</p>`,
        `<p class="scripted">${link(words.welcome.accessibility, "accessibility", "bare underlined small")}</p>`,
      ],
      actions: [small(words.welcome.before), primary(words.welcome.begin, "begin-me"), link(words.welcome.beenHere, "enter")],
    }),
    screen(words, "leaving", {
      title: words.leavingPage.title,
      main: words.leavingPage.says.map(paragraph),
      actions: [primary(words.leavingPage.on, "ask")],
    }),
    ...askedAbout(words, "me"),
    screen(words, "for-somebody", {
      title: words.forSomebody.title,
      main: [
        paragraph(words.forSomebody.below),
        dangerLink(words.forSomebody.danger),
        facts(words.forSomebody.rows.map(([term, says]) => [term, text(says)])),
      ],
      actions: [small(words.forSomebody.before), primary(words.welcome.begin, "begin-somebody")],
    }),
    ...askedAbout(words, "somebody"),
    screen(words, "waits", {
      title: filledPlain(words.asking.waits.title),
      isScripted: true,
      main: [callRow(words)],
      actions: [primary(words.asking.waits.on, "waited")],
    }),
    screen(words, "thrown", {
      title: words.thrown.title,
      isScripted: true,
      main: [paragraph(words.result.historySays)],
      actions: [primary(words.thrown.on, "welcome")],
    }),
    led,
    screen(words, "fetching", { title: words.fetching.title, isScripted: true, main: [] }),
    screen(words, "missing", {
      title: words.fetching.missing,
      isScripted: true,
      main: [paragraph(words.fetching.missingSays)],
      actions: [primary(words.fetching.tryAgain, "try-again"), link(words.fetching.loadAgain, "load-again")],
    }),
    "</div></form>",
  ].join("\n");
  const inEnglish = words.languages.inEnglish === "" ? "" : `<aside class="in-english">${text(words.languages.inEnglish)}</aside>`;
  return { language, page, bar, led, cover, inEnglish };
}

interface ScreenParts {
  readonly title: string;
  /** Above the title. */
  readonly kicker?: string;
  /** Markup of the title, where it is more than its words. */
  readonly heading?: string;
  readonly main: readonly string[];
  readonly actions?: readonly string[];
  /** It says nothing to whoever reads without script. */
  readonly isScripted?: boolean;
}

function screen(
  words: FirstWords,
  name: string,
  { title, kicker = "", heading, main, actions = [], isScripted = false }: ScreenParts,
): string {
  const bar =
    actions.length === 0 ? "" : `<section class="bottom scripted" aria-label="${text(words.bar.next)}">${actions.join("")}</section>`;
  return `<div class="screen${isScripted ? " scripted" : ""}" id="${name}">
<div class="main">${kicker}<h1 id="${name}-title" tabindex="-1">${heading ?? text(title)}</h1>
${main.join("\n")}</div>${bar}</div>`;
}

/** The twelve questions about one of the two, and what their answers lead to. */
function askedAbout(words: FirstWords, about: About): readonly string[] {
  return [...questions.map(([id], i) => askedOne(words, about, id, i)), resultOf(words, about)];
}

function askedOne(words: FirstWords, about: About, id: QuestionId, index: number): string {
  const name = `${about}-${id}`;
  const asked = words.questionWords[about][id];
  const rows = optionsOf(words, about, id).map(({ option, says }) => {
    const input = `<input type="${takesAny.has(id) ? "checkbox" : "radio"}" name="${name}" value="${option}">`;
    const row = `<label>${input}<span>${text(says)}</span></label>`;
    return about === "somebody" ? `<div class="answer">${row}${howKnown(words, `${about}-${option}`)}</div>` : row;
  });
  const field = `<p class="field"><label for="${name}-words">${text(words.asking.words)}</label><textarea id="${name}-words" rows="3"></textarea></p>`;
  return screen(words, name, {
    title: asked.asks,
    kicker: progress(words, about, index),
    main: [
      "below" in asked && asked.below !== undefined ? `<p class="second" id="${name}-below">${text(asked.below)}</p>` : "",
      takesAny.has(id) ? `<p class="second">${text(words.asking.any)}</p>` : "",
      `<fieldset class="answers" aria-labelledby="${name}-title">${rows.join("")}</fieldset>`,
      id === "effect" ? field : "",
    ],
    actions: [
      primary(words.asking.next, "next"),
      `<p class="pair">${link(words.asking.unsure, "unsure")}${link(words.asking.skip, "skip")}</p>`,
    ],
  });
}

/** Shown below an answer about somebody else, once it is chosen. */
function howKnown(words: FirstWords, name: string): string {
  const choices = waysToKnow.map(
    (way) => `<label><input type="radio" name="${name}" value="${way}"><span>${text(words.knownWords[way])}</span></label>`,
  );
  return `<fieldset class="known"><legend>${text(words.asking.howKnown)}</legend><div class="segments">${choices.join("")}</div></fieldset>`;
}

/** A line with a mark for each question; the same in words. */
function progress(words: FirstWords, about: About, index: number): string {
  const says = words.asking.place[about].replace("{n}", String(index + 1)).replace("{all}", String(questions.length));
  const marks = questions.map((_, i) => (i < index ? "<b></b>" : i === index ? "<u></u>" : "<i></i>"));
  return `<p class="kicker progress"><span>${text(says)}</span> <span>${text(words.asking.nothingSaved)}</span></p><div class="line" aria-hidden="true">${marks.join("")}</div>`;
}

/** What the answers can lead to: all of it, of which the script shows what fits, by the names of `four.ts`. */
function resultOf(words: FirstWords, about: About): string {
  const said = words.resultFor[about];
  const rows = fourWords.map((word) => {
    const { name, says } = said.four[word];
    const groups = questions.map(([id]) => saidOf(words, about, word, id));
    return `<div><p class="letter" aria-hidden="true">${text(name.slice(0, 1))}</p><div><h2>${text(name)}</h2><p class="second">${text(says)}</p>${partIf(word, "div", groups.join(""), "said")}${partIf(`not ${word}`, "p", text(words.result.nothing), "second")}</div></div>`;
  });
  const named = (list: "unsure" | "open"): string => {
    const asked = questions.map(([id]) => partIf(`${list} ${id}`, "li", text(words.questionWords[about][id].asks)));
    return partIf(list, "div", `<p>${text(words.result[list])}</p><ul>${asked.join("")}</ul>`);
  };
  const steps = nextSteps.map((step) => {
    const { do: what, says } = said.next[step];
    const lines = says.map((line) => (line === "{helpline}" ? service(words, helpline) : `<p class="second">${filled(line)}</p>`));
    return `<li><p><strong>${text(what)}</strong></p>${lines.join("")}</li>`;
  });
  const heads = [
    `<span class="unasked">${text(words.result.unasked)}</span>`,
    partIf("head all", "span", text(words.result.head.all)),
    partIf("head some", "span", text(words.result.head.some)),
    partIf("head cannot tell", "span", text(said.cannotTell)),
  ];
  const danger = `<p>${filled(words.result.danger)}</p>${dangerLink(words.calling.call)}${service(words, serviceOf("police"))}${service(words, helpline)}`;
  const change = `<h2>${text(words.result.change)}</h2>${named("unsure")}${named("open")}${partIf("whole", "p", text(words.result.changeNothing))}`;
  return screen(words, `${about}-result`, {
    title: words.result.unasked,
    heading: heads.join(""),
    main: [
      partIf("danger", "div", danger, "mind"),
      `<p class="second">${text(words.result.notAScore)}</p>`,
      partIf("themselves", "p", filled(said.themselves)),
      partIf("once", "p", text(words.result.once)),
      `<div class="four">${rows.join("\n")}</div>`,
      `<h2>${text(words.result.next)}</h2><ul class="steps">${steps.join("\n")}</ul>${copiesOf(words)}`,
      `<div class="scripted">${change}<p>${link(words.result.answers, "ask")}</p></div>`,
    ],
    actions: [
      primary(words.result.keep, "keep"),
      `<p>${link(words.result.throwAway, "throw")} <span class="small">${text(words.result.historySays)}</span></p>`,
    ],
  });
}

/** What of one question can fit a word, below what was asked; nothing where no answer can. */
function saidOf(words: FirstWords, about: About, word: FourWord, id: QuestionId): string {
  const fitting = optionsOf(words, about, id).filter(({ option }) => canFit(word, option));
  if (fitting.length === 0) return "";
  const answers = fitting.map(({ option, says }) => partIf(`${word} ${option}`, "li", `${text(`“${says}”`)}<span></span>`));
  const own = id === "effect" ? partIf(`${word} words`, "li", "<span data-own></span>") : "";
  return partIf(
    `${word} ${id}`,
    "div",
    `<p class="second">${text(words.questionWords[about][id].asks)}</p><ul>${answers.join("")}${own}</ul>`,
  );
}

function partIf(name: string, tag: "div" | "p" | "li" | "span", markup: string, look = ""): string {
  return `<${tag}${look && ` class="${look}"`} data-if="${name}" hidden>${markup}</${tag}>`;
}

/** The answers of one question with their words. */
function optionsOf(words: FirstWords, about: About, id: QuestionId): readonly { readonly option: OptionId; readonly says: string }[] {
  return Object.entries(words.questionWords[about][id].options).flatMap(([name, says]) => {
    const option = `${id}.${name}`;
    return isOptionId(option) ? [{ option, says }] : [];
  });
}

function help(words: FirstWords): string {
  const { title, danger, later, people, before, leaving, back } = words.helpPage;
  return screen(words, "help", {
    title,
    main: [
      `<h2>${text(danger)}</h2>${callRow(words)}`,
      `<h2>${text(later.title)}</h2><p>${filled(later.says)}</p>`,
      `<h2>${text(people)}</h2>${[helpline, samaritans].map((one) => service(words, one)).join("")}${copiesOf(words)}`,
      `<h2>${text(before.title)}</h2>${paragraph(before.says)}`,
      `<h2>${text(leaving.title)}</h2>${paragraph(leaving.says)}`,
    ],
    actions: [primary(back, "back")],
  });
}

function removing(words: FirstWords): readonly string[] {
  const { title, held, rows, remove, removed, failed, failedSays, close } = words.removing;
  return [
    screen(words, "remove", {
      title,
      isScripted: true,
      main: [`<div class="mind" id="held" hidden>${paragraph(held)}</div>`, facts(rows.map(([term, says]) => [term, text(says)]))],
      actions: [primary(remove, "remove-now")],
    }),
    screen(words, "removed", { title: removed, isScripted: true, main: [paragraph(close)] }),
    screen(words, "not-removed", { title: failed, isScripted: true, main: [paragraph(failedSays), paragraph(close)] }),
  ];
}

/** The one red thing, and what to do where she cannot speak. */
function callRow(words: FirstWords): string {
  return `${dangerLink(words.calling.call)}${notesOf(serviceOf("police-emergency"))
    .map((note) => `<p class="second">${inEnglish(words, note)}</p>`)
    .join("")}`;
}

function dangerLink(says: string): string {
  return `<a class="danger" href="tel:${digits(numberOf(serviceOf("police-emergency")))}">${icon("phone")}${text(filledPlain(says))}</a>`;
}

/** A number to call, what its list says of it, and of which day it is. */
function service(words: FirstWords, one: Service): string {
  const day = parseCivilDay(one.checkedOn);
  if (day === undefined) throw new Error(`${one.id} was looked up on no day`);
  const says = [
    ...notesOf(one).map((note) => inEnglish(words, note)),
    text(words.calling.lookedUp.replaceAll("{day}", `${day.day} ${words.months[day.month - 1] ?? ""} ${day.year}`)),
  ];
  return `<p>${inEnglish(words, one.name)}: ${callOf(one)}</p><p class="second">${says.join(" ")}</p>`;
}

/** At the foot of numbers: that they are from copies. */
function copiesOf(words: FirstWords): string {
  return services.some(({ isFromCopies }) => isFromCopies) ? `<p class="second">${text(words.calling.copies)}</p>` : "";
}

function serviceOf(id: string): Service {
  const found = services.find((one) => one.id === id);
  if (found === undefined) throw new Error(`the lists of support hold no ${id} that may be shown`);
  return found;
}

type Call = Exclude<SupportContact, { readonly way: "site" }>;

function callIn({ id, contacts }: Service): Call {
  const found = contacts.find((one) => one.way === "call");
  if (found === undefined || found.way === "site") throw new Error(`${id} has no number`);
  return found;
}

function numberOf(one: Service): string {
  return callIn(one).number;
}

function notesOf(one: Service): readonly string[] {
  const { says } = callIn(one);
  return says === undefined ? [] : [says];
}

function callOf(one: Service): string {
  return `<a href="tel:${digits(numberOf(one))}">${text(numberOf(one))}</a>`;
}

function digits(number: string): string {
  return number.replaceAll(" ", "");
}

/** Words with the numbers in their places, each as a link. */
function filled(says: string): string {
  return text(says)
    .replaceAll("{emergency}", emergency)
    .replaceAll("{police}", police)
    .replaceAll("{size}", text(saySize(mostStored)));
}

/** The same without links. */
function filledPlain(says: string): string {
  return says.replaceAll("{emergency}", numberOf(serviceOf("police-emergency")));
}

function facts(rows: readonly (readonly [term: string, markup: string])[]): string {
  return `<dl class="facts">${rows.map(([term, markup]) => `<div><dt>${text(term)}</dt><dd>${markup}</dd></div>`).join("")}</dl>`;
}

/** What the lists of the law say, who have it in English alone. */
function inEnglish({ languages }: FirstWords, says: string): string {
  return languages.inEnglish === "" ? text(says) : `<span lang="en-GB">${text(says)}</span>`;
}

/** Welsh with the English beside all that it says of danger, leaving and help. */
function withEnglishBeside(words: FirstWords): FirstWords {
  const both = (says: string, same: string): string => says + beside + same;
  const { spoken, bar, calling, welcome, forSomebody, leavingPage, asking, questionWords, result, resultFor, helpPage } = words;
  const dangerOf = <Of extends About>(about: Of): (typeof questionWords)[Of]["danger"] => ({
    ...questionWords[about].danger,
    asks: both(questionWords[about].danger.asks, english.questionWords[about].danger.asks),
  });
  const themselvesOf = (about: About): (typeof resultFor)[About] => ({
    ...resultFor[about],
    themselves: both(resultFor[about].themselves, english.resultFor[about].themselves),
  });
  const titled = (of: { readonly title: string; readonly says: string }, same: typeof of) => ({
    title: both(of.title, same.title),
    says: both(of.says, same.says),
  });
  return {
    ...words,
    spoken: { ...spoken, locks: both(spoken.locks, english.spoken.locks) },
    bar: { ...bar, help: both(bar.help, english.bar.help), leave: both(bar.leave, english.bar.leave) },
    calling: { ...calling, call: both(calling.call, english.calling.call), copies: both(calling.copies, english.calling.copies) },
    welcome: {
      ...welcome,
      title: both(welcome.title, english.welcome.title),
      seen: titled(welcome.seen, english.welcome.seen),
      leaving: { ...welcome.leaving, says: both(welcome.leaving.says, english.welcome.leaving.says) },
    },
    forSomebody: { ...forSomebody, danger: both(forSomebody.danger, english.forSomebody.danger) },
    leavingPage: {
      ...leavingPage,
      title: both(leavingPage.title, english.leavingPage.title),
      says: leavingPage.says.map((says, i) => both(says, english.leavingPage.says[i] ?? "")),
    },
    asking: { ...asking, waits: { ...asking.waits, title: both(asking.waits.title, english.asking.waits.title) } },
    questionWords: {
      me: { ...questionWords.me, danger: dangerOf("me") },
      somebody: { ...questionWords.somebody, danger: dangerOf("somebody") },
    },
    result: { ...result, danger: both(result.danger, english.result.danger) },
    resultFor: { me: themselvesOf("me"), somebody: themselvesOf("somebody") },
    helpPage: {
      title: both(helpPage.title, english.helpPage.title),
      danger: both(helpPage.danger, english.helpPage.danger),
      later: titled(helpPage.later, english.helpPage.later),
      people: both(helpPage.people, english.helpPage.people),
      before: titled(helpPage.before, english.helpPage.before),
      leaving: titled(helpPage.leaving, english.helpPage.leaving),
      back: both(helpPage.back, english.helpPage.back),
    },
  };
}
