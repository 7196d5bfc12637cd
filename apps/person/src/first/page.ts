import "@unmask/fittings-screen/tokens.css";
import "@unmask/fittings-screen/screen.css";
import "../screens.css";
import "./first.css";
import type { Entrance, Front, OpenedApp } from "../front.ts";
import { coverWhenHidden } from "../leave/cover.ts";
import { leaveAgain, leaveQuickly } from "../leave/leave-quickly.ts";
import { followShiftPresses } from "../leave/shift-presses.ts";
import { loadAgain, removeStoredApp, storeApp, storeShell } from "../ports/stored-app.ts";
import { tidyUp } from "../ports/tidy-up.ts";
import { followWay, forgetWay, goTo, stayHere, stepInHistory } from "../way.ts";
import { readSelfCheck, showResult } from "./answers.ts";
import { type About, type SelfCheck, questions } from "./questions.ts";

/**
 * The first page: the document is whole without it, and this shows one screen of it at a time. What she answers stands in the fields and in
 * `outcomes`, in the memory of this page, and is never written anywhere.
 */

const page = find("#page");
const plain = find("#first");
/** Each screen of the document by its name. Only the one that is shown stands in the page. */
const screens = new Map([...plain.children].map((screen) => [screen.id, screen]));
const place = find("#app");
const back = find("#back");
const help = find("#to-help");
const status = find("#status");

/** What was pressed below each question, by the name of its screen. */
const outcomes = new Map<string, "next" | "unsure" | "skip">();

let about: About = "me";
let shown = "";
/** The page about leaving is shown once. */
let wasTold = false;
let kept: SelfCheck | undefined;
let entrance: Entrance | undefined;
let app: OpenedApp | undefined;

const front: Front = { screens, open: go, giveWay: () => show(""), forgetAnswers };

/** What each button does, by the name that the document gives it; any other leads to the screen of its name. */
const deeds: Readonly<Record<string, () => void>> = {
  "begin-me": () => begin("me"),
  "begin-somebody": () => begin("somebody"),
  ask: () => go(`${about}-danger`),
  next: () => answered("next"),
  unsure: () => answered("unsure"),
  skip: () => answered("skip"),
  waited: () => go(`${about}-${questions[1][0]}`),
  keep: () => enter(readSelfCheck(screens, about, outcomes)),
  throw: throwAway,
  enter: () => enter(),
  accessibility: () => enter(undefined, "accessibility"),
  "try-again": () => void bring(),
  "load-again": () => void loadAgain(),
  "remove-now": remove,
  back: () => history.back(),
  leave,
  // In place of this page: Back must lead to neither once she has left.
  "other-language": () => location.replace(find<HTMLAnchorElement>("[data-do=other-language]").href),
};

function show(name: string): void {
  // She has left: the way back through the history shows nothing.
  if (!page.isConnected) return;
  shown = name;
  const screen = screens.get(name);
  plain.replaceChildren(screen ?? "");
  plain.hidden = !screen;
  place.hidden = screen !== undefined;
  back.hidden = name === "welcome";
  help.hidden = name === "help";
  if (!screen) return;
  if (name !== "help") app?.putAway();
  if (name === "remove") find("#held").hidden = app?.isHolding() !== true;
  if (name === `${about}-result`) showResult(screen, readSelfCheck(screens, about, outcomes), status.dataset);
  scrollTo(0, 0);
  find("h1").focus({ preventScroll: true });
}

function go(name: string): void {
  goTo(() => show(name));
}

function begin(whom: About): void {
  about = whom;
  go(wasTold ? `${about}-danger` : "leaving");
  wasTold = true;
}

/** Below a question one of three was pressed. Skipped or not sure, it holds no answer any more. */
function answered(outcome: "next" | "unsure" | "skip"): void {
  outcomes.set(shown, outcome);
  if (outcome !== "next") clear(plain);
  const index = questions.findIndex(([id]) => shown === `${about}-${id}`);
  const isDanger = plain.querySelector('[value="danger.yes"]:checked') !== null;
  go(isDanger ? "waits" : `${about}-${questions[index + 1]?.[0] ?? "result"}`);
}

function clear(within: Element): void {
  for (const input of within.querySelectorAll("input")) input.checked = false;
  for (const field of within.querySelectorAll("textarea")) field.value = "";
}

function forgetAnswers(): void {
  screens.forEach(clear);
  outcomes.clear();
  kept = undefined;
}

function throwAway(): void {
  forgetAnswers();
  app?.dropAnswers();
  forgetWay();
  stayHere(() => show("thrown"));
}

/** Goes on into the app, with what she kept of the questions, if she did; `at`: where she asked to come in. */
function enter(selfCheck?: SelfCheck, at?: Entrance): void {
  kept = selfCheck;
  entrance = at;
  storeApp();
  goTo(() => void bring());
}

async function bring(): Promise<void> {
  show("fetching");
  const step = stepInHistory();
  try {
    const main = await import("../main.tsx");
    app ??= await main.openApp(place, front);
  } catch {
    if (shown === "fetching") stayHere(() => show("missing"));
    return;
  }
  // She has gone elsewhere, or left, while it came.
  if (shown === "fetching" && step === stepInHistory() && place.isConnected) app.enter(kept, entrance);
}

function remove(): void {
  forgetAnswers();
  app?.empty();
  const end = (name: string): void => stayHere(() => show(name));
  removeStoredApp().then(
    () => end("removed"),
    () => end("not-removed"),
  );
}

/** Leaves: nothing that she answered or brought in is left in the memory either. */
function leave(): void {
  void leaveQuickly(status.dataset["loading"] ?? "", () => {
    forgetAnswers();
    return app?.close();
  });
}

function find<Found extends HTMLElement = HTMLElement>(selector: string): Found {
  const found = document.querySelector<Found>(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return found;
}

document.documentElement.classList.add("scripted");
find("[data-again]").hidden = stepInHistory() === 0;
page.addEventListener("click", (event) => {
  const pressed = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-do]") : null;
  if (!pressed) return;
  // A link leads there without script.
  event.preventDefault();
  const name = pressed.dataset["do"] ?? "";
  (deeds[name] ?? (() => go(name)))();
});
followShiftPresses(leave, (name) => (status.textContent = status.dataset[name] ?? ""));
followWay(() => show("welcome"));
addEventListener("pageshow", leaveAgain);
coverWhenHidden(page, find("#cover"));
show("welcome");
storeShell();
// What an earlier session left behind, because it ended before anything could tidy up.
void tidyUp();
