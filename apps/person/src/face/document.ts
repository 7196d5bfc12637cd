import { documents } from "../first/document.ts";
import { icon, inQuotes, link, paragraph, primary, text } from "../first/markup.ts";
import { beside } from "../words/beside.ts";
import { welsh } from "./welsh.ts";
import { type FaceWords, english } from "./words.ts";

/**
 * The notes page as a document: each screen of it, of which the script shows one. It is what anybody sees who holds the device; what belongs to her
 * opened notes lies in a template, and is part of no page before that.
 */

/** Of how many words her paper has. */
const paperWords = 12;

/** Of what the script says, what the English stands beside in Welsh. */
const besideSpoken = [
  ...([
    "savedSays",
    "notSaved",
    "takeOver",
    "open",
    "openFrom",
    "working",
    "wrong",
    "wrongs",
    "from",
    "erased",
    "notOpened",
    "passkeyNot",
  ] as const),
  ...(["unknown", "likely", "locks", "stay"] as const),
];

/** What stands in the page's body, in each language, by the path at which it stands. */
export const faceDocuments: Readonly<Record<"/notes/" | "/cy/notes/", string>> = {
  "/notes/": faceIn("/", english),
  "/cy/notes/": faceIn("/cy/", withEnglishBeside(welsh)),
};

/** `first`: where the first page stands, of which the app takes the bar and the plain screens with it. */
function faceIn(first: "/" | "/cy/", words: FaceWords): string {
  const { bar, led, inEnglish } = documents[first];
  const { spoken } = words;
  const other = first === "/" ? { path: "/cy/notes/", language: "cy" } : { path: "/notes/", language: "en-GB" };
  const said = Object.entries(spoken).map(
    ([name, says]) => ` data-${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}="${inQuotes(says)}"`,
  );
  return [
    `<main id="face"${said.join("")}><form method="dialog" autocomplete="off" autocorrect="off" spellcheck="false">`,
    `<div class="screen" id="note">
<div class="strip"><h1 id="note-title" tabindex="-1">${text(words.face.title)}</h1><button type="button" class="bare scripted" data-do="about" aria-label="${text(words.face.more)}">${icon("more")}</button></div>
<button type="button" class="door scripted" data-do="mine">${icon("lock")}<span>${text(words.face.mine)}</span><span class="second" id="state"></span>${icon("onward", "icon turns")}</button>
<div class="told" id="told" role="status"></div>
<div class="main"><label class="name" for="words">${text(words.face.note)}</label>
<textarea id="words" placeholder="${text(words.face.writeHere)}"></textarea>
<p class="stamp scripted"><span class="second" id="now"></span>${link(words.face.another, "another")}</p>
<p class="field" id="another" hidden><label class="name" for="when">${text(words.face.when)}</label><input type="text" id="when" aria-describedby="when-example"><span class="second" id="when-example">${text(words.face.whenExample)}</span></p>
<ul class="rows" id="files" hidden></ul></div>
<div class="bottom scripted"><div class="saving"><span class="picker"><input type="file" id="add" multiple><label for="add">${icon("camera")}<span class="unseen">${text(words.face.add)}</span></label></span>${button(spoken.save, "save", "save")}</div></div></div>`,
    screen(words, "about", {
      title: words.about.title,
      main: [
        ...words.about.says.map(paragraph),
        `<p><a href="${first}" rel="noreferrer">${text(words.about.first)}</a></p>`,
        `<p><a href="${other.path}" lang="${other.language}" rel="noreferrer">${text(words.about.other)}</a></p>`,
      ],
    }),
    screen(words, "open", {
      title: words.opening.title,
      main: [
        `<label class="name" for="passphrase">${text(words.opening.passphrase)}</label><div class="shown"><input type="password" id="passphrase" autocomplete="off" autocapitalize="none" data-1p-ignore data-lpignore="true" data-bwignore data-form-type="other">${link(spoken.show, "show")}</div>`,
        `<div class="told" id="not-opened" role="alert"></div>`,
        fromCopy(words),
        way("passkey", words.opening.passkey, words.opening.passkeySays, true),
        way("twelve", words.opening.twelve, words.opening.twelveSays),
      ],
      actions: [button(spoken.open, "unlock", "unlock")],
    }),
    screen(words, "twelve", {
      title: words.twelve.title,
      main: [
        paragraph(words.twelve.says),
        `<ol class="paper-words">${Array.from({ length: paperWords }, (_, i) => paperWord(words, i + 1)).join("")}</ol>`,
        `<div class="told" id="not-fitting" role="alert"></div>`,
        fromCopy(words),
      ],
      actions: [button(spoken.open, "unlock-words", "unlock-words")],
    }),
    screen(words, "none", {
      title: words.none.title,
      main: [paragraph(words.none.says), `<p class="told" id="waits" hidden>${text(words.none.waits)}</p>`],
      actions: [primary(words.none.make, "make"), link(words.none.back, "been-here")],
    }),
    screen(words, "elsewhere", {
      title: words.elsewhere.title,
      main: [paragraph(words.elsewhere.says), `<div class="told" id="not-taken" role="alert"></div>`],
      actions: [primary(spoken.takeOver, "take-over")],
    }),
    screen(words, "look-only", { title: words.lookOnly.title, main: [paragraph(words.lookOnly.says)] }),
    `<div class="screen" id="ordinary" hidden><div class="strip"><h1 id="ordinary-title" tabindex="-1">${text(words.ordinary.title)}</h1>${link(words.ordinary.lock, "lock")}</div>
<div class="main"><label class="name" for="more-words">${text(words.face.note)}</label><textarea id="more-words" rows="4" placeholder="${text(words.face.writeHere)}"></textarea>
<div class="told" id="not-kept" role="status"></div><ul class="written" id="written"></ul></div>
<div class="bottom">${button(spoken.save, "save-ordinary", "save-ordinary")}</div></div>`,
    screen(words, "fetching", { title: words.fetching.title, main: [] }),
    screen(words, "missing", {
      title: words.fetching.missing,
      main: [paragraph(words.fetching.missingSays)],
      actions: [primary(words.fetching.tryAgain, "mine")],
    }),
    `</form></main>`,
    `<template id="inside">${bar}<form method="dialog" autocomplete="off" autocorrect="off" spellcheck="false"><div id="first" role="main">${led}</div></form>${inEnglish}<div id="app"${first === "/" ? "" : ` lang="en-GB"`}></div></template>`,
  ].join("\n");
}

interface ScreenParts {
  readonly title: string;
  readonly main: readonly string[];
  readonly actions?: readonly string[];
}

function screen(words: FaceWords, name: string, { title, main, actions = [] }: ScreenParts): string {
  const bottom = actions.length === 0 ? "" : `<div class="bottom">${actions.join("")}</div>`;
  return `<div class="screen" id="${name}" hidden><div class="strip"><button type="button" class="bare" data-do="back">${icon("back", "icon turns")}${text(words.about.back)}</button></div>
<div class="main"><h1 id="${name}-title" tabindex="-1">${text(title)}</h1>
${main.join("\n")}</div>${bottom}</div>`;
}

/** The one thing to do, that can be dull. */
function button(says: string, does: string, id: string): string {
  return `<button type="button" class="primary" id="${id}" data-do="${does}">${text(says)}</button>`;
}

/** Another way to open it, across the whole page. */
function way(does: string, says: string, more: string, isHidden = false): string {
  return `<button type="button" class="door" id="by-${does}" data-do="${does}"${isHidden ? " hidden" : ""}><span>${text(says)}<span class="second">${text(more)}</span></span>${icon("onward", "icon turns")}</button>`;
}

/** Where the file with the keys was changed, nothing that she types opens them: the way to a copy. */
function fromCopy(words: FaceWords): string {
  return `<p class="from-copy" hidden>${link(words.none.back, "been-here")}</p>`;
}

function paperWord(words: FaceWords, place: number): string {
  const name = text(words.twelve.word.replace("{place}", String(place)));
  return `<li><input type="text" id="word-${place}" aria-label="${name}" aria-describedby="slip-${place}" autocapitalize="none"><div class="misread" id="slip-${place}" hidden></div></li>`;
}

/** Welsh with the English beside all that it says of opening, locking and the words that open it. */
function withEnglishBeside(words: FaceWords): FaceWords {
  const both = <Name extends string>(says: Readonly<Record<Name, string>>, same: Readonly<Record<Name, string>>, names: readonly Name[]) =>
    Object.fromEntries(names.map((name) => [name, says[name] + beside + same[name]]));
  const { spoken, opening, twelve, none, elsewhere, lookOnly, fetching } = words;
  return {
    ...words,
    spoken: { ...spoken, ...both(spoken, english.spoken, besideSpoken) },
    opening: { ...opening, ...both(opening, english.opening, ["title", "passphrase", "passkey", "passkeySays", "twelve", "twelveSays"]) },
    twelve: { ...twelve, ...both(twelve, english.twelve, ["title", "says"]) },
    none: { ...none, ...both(none, english.none, ["title", "says", "waits", "make", "back"]) },
    elsewhere: { ...elsewhere, ...both(elsewhere, english.elsewhere, ["title", "says"]) },
    lookOnly: { ...lookOnly, ...both(lookOnly, english.lookOnly, ["title", "says"]) },
    fetching: { ...fetching, ...both(fetching, english.fetching, ["title", "missing", "missingSays", "tryAgain"]) },
  };
}
