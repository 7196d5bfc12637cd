import { type CivilDay, type SupportContact, daysFromCivil, parseCivilDay } from "@unmask/core";
import { supportShown } from "@unmask/law";
import { sayDay, saySize } from "@unmask/words";
import { emptyPage } from "../leave/leave-quickly.ts";
import { mostStored } from "../ports/stored-names.ts";
import { pathByName } from "../parts/icon-paths.ts";
import { type FourWord, canFit, fourWords, nextSteps } from "./four.ts";
import { type About, type OptionId, type QuestionId, isOptionId, questions, takesAny, waysToKnow } from "./questions.ts";
import * as words from "./words.ts";

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

const phone = `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="${pathByName.phone}"/></svg>`;

/** What stands in the page's body: the bar that is always there, and the screens. */
export const firstDocument: string = [
  `<header class="top"><div class="top-back"><button type="button" class="bare" id="back" data-do="back" hidden><svg class="icon turns" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="${pathByName.back}"/></svg>${text(words.bar.back)}</button></div>
<div class="top-ways-out"><a class="outlined" id="to-help" data-do="help" href="#help">${text(words.bar.help)}</a><a class="leave" data-do="leave" href="${emptyPage}" rel="noreferrer">${text(words.bar.leave)}</a></div>
<p class="unseen" role="status" id="status"></p></header>`,
  // Sent nowhere, also where Enter would send it and without script (method). What is typed or chosen in a form that refuses completion is not written into the browser's session on the disk, and a browser's spelling
  // check can send what she types to its maker.
  `<form method="dialog" autocomplete="off" autocorrect="off" spellcheck="false"><div id="first" role="main">`,
  screen("welcome", {
    title: words.welcome.title,
    main: [
      callRow(words.calling.call),
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
    ],
    actions: [small(words.welcome.before), primary(words.welcome.begin, "begin-me"), link(words.welcome.beenHere, "enter")],
  }),
  screen("leaving", {
    title: words.leavingPage.title,
    main: words.leavingPage.says.map(paragraph),
    actions: [primary(words.leavingPage.on, "ask")],
  }),
  ...askedAbout("me"),
  screen("for-somebody", {
    title: words.forSomebody.title,
    main: [
      paragraph(words.forSomebody.below),
      dangerLink(words.forSomebody.danger),
      facts(words.forSomebody.rows.map(([term, says]) => [term, text(says)])),
    ],
    actions: [small(words.forSomebody.before), primary(words.welcome.begin, "begin-somebody")],
  }),
  ...askedAbout("somebody"),
  screen("waits", {
    title: filledPlain(words.asking.waits.title),
    isScripted: true,
    main: [callRow(words.calling.call)],
    actions: [primary(words.asking.waits.on, "waited")],
  }),
  screen("thrown", {
    title: words.thrown.title,
    isScripted: true,
    main: [paragraph(words.result.historySays)],
    actions: [primary(words.thrown.on, "restart")],
  }),
  help(),
  ...removing(),
  screen("fetching", { title: words.fetching.title, isScripted: true, main: [] }),
  screen("missing", {
    title: words.fetching.missing,
    isScripted: true,
    main: [paragraph(words.fetching.missingSays)],
    actions: [primary(words.fetching.tryAgain, "try-again"), link(words.fetching.loadAgain, "load-again")],
  }),
  "</div></form>",
].join("\n");

/** What stands over a page that is hidden, beside it. */
export const coverDocument: string = `<section class="cover" id="cover" aria-label="${text(words.cover.title)}" hidden><p>${text(words.cover.title)}</p><button type="button" class="outlined">${text(words.cover.open)}</button></section>`;

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

function screen(name: string, { title, kicker = "", heading, main, actions = [], isScripted = false }: ScreenParts): string {
  const bar =
    actions.length === 0 ? "" : `<section class="bottom scripted" aria-label="${text(words.bar.next)}">${actions.join("")}</section>`;
  return `<div class="screen${isScripted ? " scripted" : ""}" id="${name}">
<div class="main">${kicker}<h1 id="${name}-title" tabindex="-1">${heading ?? text(title)}</h1>
${main.join("\n")}</div>${bar}</div>`;
}

/** The twelve questions about one of the two, and what their answers lead to. */
function askedAbout(about: About): readonly string[] {
  return [...questions.map(([id], i) => askedOne(about, id, i)), resultOf(about)];
}

function askedOne(about: About, id: QuestionId, index: number): string {
  const name = `${about}-${id}`;
  const asked = words.questionWords[about][id];
  const rows = optionsOf(about, id).map(({ option, says }) => {
    const input = `<input type="${takesAny.has(id) ? "checkbox" : "radio"}" name="${name}" value="${option}">`;
    const row = `<label>${input}<span>${text(says)}</span></label>`;
    return about === "somebody" ? `<div class="answer">${row}${howKnown(`${about}-${option}`)}</div>` : row;
  });
  const field = `<p class="field"><label for="${name}-words">${text(words.asking.words)}</label><textarea id="${name}-words" rows="3"></textarea></p>`;
  return screen(name, {
    title: asked.asks,
    kicker: progress(about, index),
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
function howKnown(name: string): string {
  const choices = waysToKnow.map(
    (way) => `<label><input type="radio" name="${name}" value="${way}"><span>${text(words.knownWords[way])}</span></label>`,
  );
  return `<fieldset class="known"><legend>${text(words.asking.howKnown)}</legend><div class="segments">${choices.join("")}</div></fieldset>`;
}

/** A line with a mark for each question; the same in words. */
function progress(about: About, index: number): string {
  const says = words.asking.place[about].replace("{n}", String(index + 1)).replace("{all}", String(questions.length));
  const marks = questions.map((_, i) => (i < index ? "<b></b>" : i === index ? "<u></u>" : "<i></i>"));
  return `<p class="kicker progress"><span>${text(says)}</span> <span>${text(words.asking.nothingSaved)}</span></p><div class="line" aria-hidden="true">${marks.join("")}</div>`;
}

/** What the answers can lead to: all of it, of which the script shows what fits, by the names of `four.ts`. */
function resultOf(about: About): string {
  const said = words.resultFor[about];
  const rows = fourWords.map((word) => {
    const { name, says } = said.four[word];
    const groups = questions.map(([id]) => saidOf(about, word, id));
    return `<div><p class="letter" aria-hidden="true">${text(name.slice(0, 1))}</p><div><h2>${text(name)}</h2><p class="second">${text(says)}</p>${partIf(word, "div", groups.join(""), "said")}${partIf(`not ${word}`, "p", text(words.result.nothing), "second")}</div></div>`;
  });
  const named = (list: "unsure" | "open"): string => {
    const asked = questions.map(([id]) => partIf(`${list} ${id}`, "li", text(words.questionWords[about][id].asks)));
    return partIf(list, "div", `<p>${text(words.result[list])}</p><ul>${asked.join("")}</ul>`);
  };
  const steps = nextSteps.map((step) => {
    const { do: what, says } = said.next[step];
    const lines = says.map((line) => (line === "{helpline}" ? service(helpline) : `<p class="second">${filled(line)}</p>`));
    return `<li><p><strong>${text(what)}</strong></p>${lines.join("")}</li>`;
  });
  const heads = [
    `<span class="unasked">${text(words.result.unasked)}</span>`,
    partIf("head all", "span", text(words.result.head.all)),
    partIf("head some", "span", text(words.result.head.some)),
    partIf("head cannot tell", "span", text(said.cannotTell)),
  ];
  const danger = `<p>${filled(words.result.danger)}</p>${dangerLink(words.calling.call)}${service(serviceOf("police"))}${service(helpline)}`;
  const change = `<h2>${text(words.result.change)}</h2>${named("unsure")}${named("open")}${partIf("whole", "p", text(words.result.changeNothing))}`;
  return screen(`${about}-result`, {
    title: words.result.unasked,
    heading: heads.join(""),
    main: [
      partIf("danger", "div", danger, "mind"),
      `<p class="second">${text(words.result.notAScore)}</p>`,
      partIf("themselves", "p", filled(said.themselves)),
      partIf("once", "p", text(words.result.once)),
      `<div class="four">${rows.join("\n")}</div>`,
      `<h2>${text(words.result.next)}</h2><ul class="steps">${steps.join("\n")}</ul>`,
      `<div class="scripted">${change}<p>${link(words.result.answers, "ask")}</p></div>`,
    ],
    actions: [
      primary(words.result.keep, "keep"),
      `<p>${link(words.result.throwAway, "throw")} <span class="small">${text(words.result.historySays)}</span></p>`,
    ],
  });
}

/** What of one question can fit a word, below what was asked; nothing where no answer can. */
function saidOf(about: About, word: FourWord, id: QuestionId): string {
  const fitting = optionsOf(about, id).filter(({ option }) => canFit(word, option));
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
function optionsOf(about: About, id: QuestionId): readonly { readonly option: OptionId; readonly says: string }[] {
  return Object.entries(words.questionWords[about][id].options).flatMap(([name, says]) => {
    const option = `${id}.${name}`;
    return isOptionId(option) ? [{ option, says }] : [];
  });
}

function help(): string {
  const { title, danger, later, people, before, leaving, back } = words.helpPage;
  return screen("help", {
    title,
    main: [
      `<h2>${text(danger)}</h2>${callRow(words.calling.call)}`,
      `<h2>${text(later.title)}</h2><p>${filled(later.says)}</p>`,
      `<h2>${text(people)}</h2>${[helpline, samaritans].map((one) => `<p><strong>${text(one.name)}</strong></p>${service(one)}`).join("")}`,
      `<h2>${text(before.title)}</h2>${paragraph(before.says)}`,
      `<h2>${text(leaving.title)}</h2>${paragraph(leaving.says)}`,
    ],
    actions: [primary(back, "back")],
  });
}

function removing(): readonly string[] {
  const { title, held, rows, remove, removed, failed, failedSays, close } = words.removing;
  return [
    screen("remove", {
      title,
      isScripted: true,
      main: [`<div class="mind" id="held" hidden>${paragraph(held)}</div>`, facts(rows.map(([term, says]) => [term, text(says)]))],
      actions: [primary(remove, "remove-now")],
    }),
    screen("removed", { title: removed, isScripted: true, main: [paragraph(close)] }),
    screen("not-removed", { title: failed, isScripted: true, main: [paragraph(failedSays), paragraph(close)] }),
  ];
}

/** The one red thing, and what to do where she cannot speak. */
function callRow(says: string): string {
  return `${dangerLink(says)}${notesOf(serviceOf("police-emergency"))
    .map((note) => `<p class="second">${text(note)}</p>`)
    .join("")}`;
}

function dangerLink(says: string): string {
  return `<a class="danger" href="tel:${digits(numberOf(serviceOf("police-emergency")))}">${phone}${text(filledPlain(says))}</a>`;
}

/** A number to call, what its list says of it, and that it is from copies of a day. */
function service(one: Service): string {
  const day = parseCivilDay(one.checkedOn);
  if (day === undefined) throw new Error(`${one.id} was looked up on no day`);
  const says = [
    ...notesOf(one),
    ...(one.isFromCopies ? [words.calling.copies] : []),
    words.calling.lookedUp.replace("{day}", sayDay(daysFromCivil(day))),
  ];
  return `<p>${text(one.name)}: ${callOf(one)}</p><p class="second">${text(says.join(" "))}</p>`;
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
    .replace("{emergency}", emergency)
    .replace("{police}", police)
    .replace("{size}", text(saySize(mostStored)));
}

/** The same without links. */
function filledPlain(says: string): string {
  return says.replace("{emergency}", numberOf(serviceOf("police-emergency")));
}

function paragraph(says: string): string {
  return `<p>${text(says)}</p>`;
}

function small(says: string): string {
  return `<p class="small">${text(says)}</p>`;
}

function facts(rows: readonly (readonly [term: string, markup: string])[]): string {
  return `<dl class="facts">${rows.map(([term, markup]) => `<div><dt>${text(term)}</dt><dd>${markup}</dd></div>`).join("")}</dl>`;
}

function primary(says: string, does: string): string {
  return `<button type="button" class="primary" data-do="${does}">${text(says)}</button>`;
}

function link(says: string, does: string, look = "bare underlined"): string {
  return `<button type="button" class="${look}" data-do="${does}">${text(says)}</button>`;
}

function text(plain: string): string {
  return plain.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
