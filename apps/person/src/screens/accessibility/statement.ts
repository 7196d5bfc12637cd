/**
 * The accessibility statement of her app. It stands in English here and in no catalogue, so that it is fetched when it is asked for. What it says of
 * tests is held to the tests that there are (test/house/accessibility.test.ts).
 */

/** One thing that the standard asks, by its number there, and what it means here. */
export interface Criterion {
  readonly number: string;
  readonly says: string;
}

/** A part of the statement. */
export interface StatementPart {
  readonly title: string;
  readonly says?: readonly string[];
  readonly list?: readonly string[];
}

/** What every test run looks at, on a phone and on a wide screen. */
export const criteria: readonly Criterion[] = [
  { number: "1.4.3", says: "Words stand out from what is behind them, by day and by night." },
  { number: "1.4.10", says: "At four times the size nothing has to be scrolled sideways, but tables and pictures, which say so." },
  { number: "2.1.1", says: "Everything can be done with a keyboard alone." },
  { number: "2.2.1", says: "Before your notes lock by themselves there is a warning, and one press keeps them open." },
  { number: "2.4.3", says: "A new screen begins at its heading, for eyes and for ears." },
  { number: "2.4.11", says: "What has the focus is never hidden under a bar." },
  { number: "2.5.7", says: "Nothing has to be dragged. Files can be dropped, and there is a button for the same." },
  { number: "2.5.8", says: "What can be pressed is large: 44 by 44, where 24 by 24 is asked." },
  { number: "3.2.6", says: "“Help now” and “Leave quickly” are in the same place on every screen." },
  {
    number: "3.3.7",
    says: "What you have given is not asked again, but a new passphrase and the twelve words: typed twice so that a slip is found.",
  },
  {
    number: "3.3.8",
    says: "To open your notes nothing has to be solved or known by heart: pasting works, and a passkey or your paper open them too.",
  },
];

/** When it was written, `2026-11-29`. */
export const writtenOn = "2026-11-29";

/** What it is called. */
export const title = "Accessibility";

/** What stands before the list of what is tested. */
export const before: readonly StatementPart[] = [
  {
    title: "What we want",
    says: [
      "Everybody who needs this app should be able to use it: with a keyboard, with a screen reader, with large letters, in other colours, on an old phone.",
      "The standard is the Web Content Accessibility Guidelines 2.2, level AA. The app meets it in part: what is known not to hold stands below.",
    ],
  },
  {
    title: "How it was tested",
    says: [
      "By tools alone so far: each screen in a real browser, by a program that presses keys and measures. No person with a screen reader, and nobody who uses these aids every day, has tried it yet. Tools do not find all that people find.",
    ],
  },
];

/** What stands after it. */
export const after: readonly StatementPart[] = [
  {
    title: "What is known not to hold",
    list: [
      "No screen reader was listened to: names and headings are there, and how they sound together is not known.",
      "The notes page that is always in sight has no “Help now” and no “Leave quickly”: they would say what it belongs to. Help is one step behind the three dots.",
      "Charts of many months are small when letters are large. The same numbers stand in a table beside each.",
      "Only the first page, opening, and what opens your notes are in Welsh, and no speaker has checked it. Other screens say in Welsh that they are in English.",
      "There is nothing in British Sign Language and no Easy Read.",
      "The printed report is tagged for screen readers. No person has listened to it.",
      "It was tried in Chromium, and what keeps notes in Firefox. Safari was not tried.",
    ],
  },
  {
    title: "If something does not work for you",
    says: [
      "Tell the service that you got this from: what you wanted to do, and what stood in the way. Ask there for another form too: large letters, paper, somebody who reads it to you. This app sends nothing by itself, so nobody learns of it from here.",
      "If that service is a public body and the answer does not help, the Equality Advisory and Support Service can advise you.",
    ],
  },
];
