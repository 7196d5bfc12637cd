import "@unmask/fittings-screen/tokens.css";
import "@unmask/fittings-screen/screen.css";
import "../screens.css";
import "../first/first.css";
import "./face.css";
import { openEngine } from "../engine/client.ts";
import type { Entrance } from "../front.ts";
import { startAutoLock } from "../leave/auto-lock.ts";
import { coverWhenHidden } from "../leave/cover.ts";
import { canGoOn, forgetForward, goOn, takeComing } from "../leave/go-on.ts";
import { type Coming, leaveAgain, leaveQuickly } from "../leave/leave-quickly.ts";
import { followShiftPresses } from "../leave/shift-presses.ts";
import { whenServed } from "../ports/served-here.ts";
import { storeApp, storeShell } from "../ports/stored-app.ts";
import { tidyUp } from "../ports/tidy-up.ts";
import { isSomethingKept, openVaultPlace } from "../ports/vault-place.ts";
import type { VaultStatus } from "../vault/protocol.ts";
import { followWay, goTo, stayHere } from "../way.ts";
import { type Inside, bringInside } from "./inside.ts";
import { createNewNote } from "./new-note.ts";
import { createOpening } from "./opening.ts";
import { createOrdinary } from "./ordinary.ts";
import { find, said, saidInEnglish, tell } from "./parts.ts";

/**
 * The notes page: the installed app begins here, leaving lands here, locking shows it. What is written here is sealed by the worker and is then no
 * longer in this page; opened, the app takes its place in this document, so that the keys stay with the worker that has them.
 */

const page = find("page", HTMLElement);
const main = find("face", HTMLElement);
const screens = [...main.querySelectorAll<HTMLElement>(".screen")];
const state = find("state", HTMLElement);
const waits = find("waits", HTMLElement);

storeShell();
const engine = openEngine(whenServed());
let shown = "note";
let inside: Inside | undefined;
let isKept = false;
let isLeaving = false;
/** Ends the watch over ordinary notes that are open; the app has one of its own. */
let autoLock: (() => void) | undefined;

const note = createNewNote({ engine, isKept: () => isKept, goToDoor: () => void mine(), takeOver });
const ordinary = createOrdinary(engine);
const opening = createOpening({
  engine,
  isShown: (name) => shown === name,
  open: opened,
  async showOrdinary(notes, second) {
    await note.seal();
    ordinary.show(notes, second);
    stay("ordinary");
    autoLock = startAutoLock(() => leave("locked"), { locks: said("locks"), stay: said("stay") });
  },
  goElsewhere: () => stay("elsewhere"),
});

/** What each button does, by the name that the document gives it. */
const deeds: Readonly<Record<string, () => void>> = {
  back: () => history.back(),
  about: () => go("about"),
  mine: () => void mine(),
  another: note.askWhen,
  save: () => void note.save(),
  show: opening.showTyped,
  unlock: opening.unlock,
  passkey: () => void opening.askForPasskey(),
  twelve: () => go("twelve"),
  "unlock-words": opening.unlockWithWords,
  make: () => void opened("make"),
  "been-here": () => void opened("been-here"),
  "take-over": () => void takeOver().then(takenOver),
  "save-ordinary": () => void ordinary.save(),
  lock: () => leave("locked"),
};

function show(name: string): void {
  // The app has this place, or she has left.
  if (!main.isConnected) return;
  // Back from the ordinary notes shuts them.
  if (shown === "ordinary") return leave("locked");
  shown = name;
  for (const screen of screens) screen.hidden = screen.id !== name;
  waits.hidden = note.isEmpty();
  opening.forget(name);
  scrollTo(0, 0);
  find(`${name}-title`, HTMLElement).focus({ preventScroll: true });
}

function go(name: string): void {
  goTo(() => show(name));
}

function stay(name: string): void {
  stayHere(() => show(name));
}

/** To the one door. What a page can see of it is shown at once; then the worker says how it stands. */
async function mine(): Promise<void> {
  await look();
  go(isKept ? "open" : "none");
  await mineAgain();
}

async function mineAgain(): Promise<void> {
  const at = shown;
  const answer = await engine.ask({ ask: "vault" });
  if (answer.answer !== "vault") return opening.tellBroken(answer);
  if (shown === at) stand(answer.status);
}

function stand(status: VaultStatus): void {
  const screen = { none: "none", locked: "open", open: "open", elsewhere: "elsewhere", "look-only": "look-only" }[status.is];
  if (screen !== shown) stay(screen);
  if (status.is === "open") void opened();
  else opening.stand(status);
}

/** Why it was not taken over; undefined where it was. */
async function takeOver(): Promise<string | undefined> {
  const answer = await engine.ask({ ask: "take over" });
  return answer.answer === "not done" ? saidInEnglish(answer.says) : undefined;
}

function takenOver(why: string | undefined): void {
  tell(find("not-taken", HTMLElement), why);
  if (why === undefined) void mineAgain();
}

/** Brings the app into this document; a note that is written and not saved is sealed first, with those that were written while locked. */
async function opened(entrance?: Entrance): Promise<void> {
  if (entrance === undefined && !(await note.seal())) {
    await engine.ask({ ask: "lock" });
    return stay("note");
  }
  stay("fetching");
  storeApp();
  const brought = await bringInside({ page, engine: note.carriedBy(engine), leave }, entrance);
  // The network went: what was opened is not left open behind a page that says so.
  if (brought === undefined) {
    await engine.ask({ ask: "lock" });
    stay("missing");
  }
  inside = brought;
}

/** Takes everything away, and comes to this page anew. On its way back through the history it passes the first screen, which changes nothing any more. */
function leave(coming: Coming = "left"): void {
  if (isLeaving) return;
  isLeaving = true;
  const forget = async (): Promise<void> => {
    autoLock?.();
    await inside?.close();
    engine.close();
  };
  void leaveQuickly(said("loading"), forget, coming);
}

async function look(): Promise<void> {
  isKept = await isSomethingKept();
  const canKeep = isKept || (await openVaultPlace()) !== undefined;
  state.textContent = isKept ? said("locked") : canKeep ? "" : said("keepsNothing");
  if (isKept) storeApp();
}

document.documentElement.classList.add("scripted");
main.addEventListener("click", (event) => {
  const pressed = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-do]") : null;
  if (pressed) deeds[pressed.dataset["do"] ?? ""]?.();
});
followWay(() => (inside ? leave("locked") : show("note")));
followShiftPresses(leave, (name) => inside?.say(name));
addEventListener("pageshow", leaveAgain);
coverWhenHidden(page, find("cover", HTMLElement));
void look();
void arrive(takeComing());

/** What the page before this one left behind goes first. */
async function arrive(coming: Coming | undefined): Promise<void> {
  const tidied = tidyUp();
  if (coming === undefined) return;
  await forgetForward();
  // What is begun here meanwhile is not taken away.
  if (coming === "left" && (await canGoOn()) && shown === "note" && note.isEmpty()) goOn();
  await tidied;
}
