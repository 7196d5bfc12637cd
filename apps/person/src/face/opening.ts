import type { OrdinaryNote } from "@unmask/vault";
import type { Engine } from "../engine/client.ts";
import type { Answer } from "../engine/protocol.ts";
import { msOf, readMs } from "../ports/clock.ts";
import { askPasskey } from "../ports/passkey.ts";
import { writeBeside } from "../words/beside.ts";
import type { NotDone, PasskeyToAsk, VaultKey, VaultStatus } from "../vault/protocol.ts";
import { find, said, saidInEnglish, sayFrom, tell } from "./parts.ts";

/** Opening, by whatever opens it. */
export interface Opening {
  /** How it stands, as the worker says. */
  readonly stand: (status: VaultStatus) => void;
  readonly showTyped: () => void;
  readonly unlock: () => void;
  readonly unlockWithWords: () => void;
  readonly askForPasskey: () => Promise<void>;
  /** Another screen is shown: what was typed goes. */
  readonly forget: (shown: string) => void;
  /** The worker did not say how it stands. */
  readonly tellBroken: (answer: Answer) => void;
}

/** What it needs of the page. */
export interface OpeningParts {
  readonly engine: Engine;
  readonly isShown: (screen: string) => boolean;
  readonly open: () => Promise<void>;
  readonly showOrdinary: (notes: readonly OrdinaryNote[], second: string) => Promise<void>;
  readonly goElsewhere: () => void;
}

/** The longest wait there is (docs/formats/vault.md, "Wrong tries"): what seems longer is a clock that was set back. Milliseconds. */
const longestWait = 300_000;
/** How often the clock is looked at while a wait lasts. Milliseconds. */
const lookEvery = 500;

/** What she typed is at fault, or it is not the time or the place for it; all else is a file that is not as it was. */
const ofTyping: readonly NotDone["kind"][] = ["no-key-fits", "wait", "passphrase", "words", "elsewhere", "look-only"];

function isOfFiles(kind: NotDone["kind"]): boolean {
  return !ofTyping.includes(kind);
}

/** Follows the fields of the two screens that open it. */
export function createOpening({ engine, isShown, open, showOrdinary, goElsewhere }: OpeningParts): Opening {
  const passphrase = find("passphrase", HTMLInputElement);
  const show = document.querySelector<HTMLElement>('[data-do="show"]');
  const told = find("not-opened", HTMLElement);
  const toldOfWords = find("not-fitting", HTMLElement);
  const button = find("unlock", HTMLButtonElement);
  const wordsButton = find("unlock-words", HTMLButtonElement);
  const byPasskey = find("by-passkey", HTMLElement);
  const fields = [...document.querySelectorAll<HTMLInputElement>(".paper-words input")];
  let waitUntil = 0;
  let timer: ReturnType<typeof setInterval> | undefined;
  let isWorking = false;
  let passkeys: readonly PasskeyToAsk[] = [];

  function draw(): void {
    const isHeld = waitUntil > readMs();
    button.disabled = isWorking || isHeld;
    wordsButton.disabled = isWorking;
    writeBeside(button, isHeld ? said("openFrom", { time: sayFrom(waitUntil, readMs()) }) : said("open"));
  }

  function hold(until: string | undefined): void {
    clearInterval(timer);
    waitUntil = until === undefined ? 0 : msOf(until);
    if (waitUntil > readMs()) timer = setInterval(lookAtClock, lookEvery);
    draw();
  }

  function lookAtClock(): void {
    const rest = waitUntil - readMs();
    if (rest > 0 && rest <= longestWait) return;
    clearInterval(timer);
    void engine.ask({ ask: "vault" }).then((answer) => answer.answer === "vault" && stand(answer.status));
  }

  function stand(status: VaultStatus): void {
    if (status.is !== "locked") return;
    const wasHeld = waitUntil !== 0;
    hold(status.waitUntil);
    if (status.waitUntil !== undefined && !wasHeld) tell(told, undefined, ...wait(status.wrong), said("erased")); // bounded: one line.
    if (isShown("open")) void lookForPasskeys();
  }

  async function lookForPasskeys(): Promise<void> {
    const answer = await engine.ask({ ask: "passkeys" });
    passkeys = answer.answer === "passkeys" ? answer.passkeys : [];
    byPasskey.hidden = passkeys.length === 0;
  }

  /** How often it was wrong, where it was more than once, and until when it waits. */
  const wait = (count = 0): string[] => [
    ...(count > 1 ? [said("wrongs", { count: String(count) })] : []), // bounded: one line.
    ...(waitUntil > readMs() ? [said("from", { time: sayFrom(waitUntil, readMs()) })] : []), // bounded: one line.
  ];

  /** Asks on one of the two screens. Whoever has gone back meanwhile has not opened it. */
  async function openBy(key: VaultKey, at: { readonly screen: string; readonly told: Element }): Promise<void> {
    isWorking = true;
    draw();
    offerCopy(false);
    tell(at.told, undefined, said("working"));
    const answer = await engine.ask({ ask: "unlock", key });
    isWorking = false;
    draw();
    tell(at.told);
    if (!isShown(at.screen)) return void (await engine.ask({ ask: "lock" }));
    if (answer.answer === "vault" && answer.status.is === "open") return open();
    if (answer.answer === "ordinary notes" && key.by === "passphrase") return showOrdinary(answer.notes, key.typed);
    if (answer.answer === "not done") return refused(answer, key, at.told);
    tell(at.told, said("notOpened"), ...("says" in answer ? [saidInEnglish(answer.says)] : [])); // bounded: one line.
  }

  function refused(failure: NotDone, key: VaultKey, place: Element): void {
    if (failure.kind === "elsewhere") return goElsewhere();
    hold(failure.waitUntil);
    if (isOfFiles(failure.kind)) offerCopy(true);
    if (key.by === "passphrase" && (failure.kind === "no-key-fits" || failure.kind === "wait"))
      tell(place, failure.kind === "wait" ? undefined : said("wrong"), ...wait(failure.wrong), said("erased")); // bounded: one line.
    else {
      const slips = (failure.words ?? []).filter(({ is }) => is === "unknown");
      for (const { place: at, likely } of slips) slipAt(at, likely);
      tell(place, said("notOpened"), ...(slips.length === 0 ? [saidInEnglish(failure.says)] : [])); // bounded: one line.
    }
    if (key.by === "passphrase") passphrase.focus();
  }

  function offerCopy(isOffered: boolean): void {
    for (const way of document.querySelectorAll<HTMLElement>(".from-copy")) way.hidden = !isOffered;
  }

  function slipAt(at: number, likely: readonly string[]): void {
    const [first] = likely;
    const slip = find(`slip-${at}`, HTMLElement);
    slip.hidden = false;
    tell(slip, undefined, said("unknown", { place: String(at) }), ...(first === undefined ? [] : [said("likely", { likely: first })])); // bounded: one line.
  }

  function takeSlipsAway(): void {
    for (const slip of document.querySelectorAll<HTMLElement>(".misread")) slip.hidden = true;
  }

  function setTyped(isTyped: boolean): void {
    passphrase.type = isTyped ? "text" : "password";
    if (show) show.textContent = said(isTyped ? "hide" : "show");
  }

  /** All twelve at once, wherever they are pasted; the numbers before them are left behind. The key below them goes into one field. */
  function paste(event: ClipboardEvent, from: number): void {
    const pasted = event.clipboardData?.getData("text/plain").trim() ?? "";
    const words = pasted.split(/[\s,;]+/).filter((word) => !/^\d*[.)]?$/.test(word));
    if (words.length < 2) return;
    event.preventDefault();
    for (const [i, word] of words.slice(0, fields.length - from).entries()) {
      const field = fields[from + i];
      if (field) field.value = word;
    }
    wordsButton.focus();
  }

  fields.forEach((field, at) => field.addEventListener("paste", (event) => paste(event, at)));
  passphrase.addEventListener("keydown", (event) => {
    if (event.key === "Enter") unlock();
  });

  function unlock(): void {
    const typed = passphrase.value;
    if (button.disabled || typed === "") return passphrase.focus();
    // Not there any more when the page changes: no browser offers to keep it.
    passphrase.value = "";
    setTyped(false);
    void openBy({ by: "passphrase", typed }, { screen: "open", told });
  }

  return {
    stand,
    showTyped: () => setTyped(passphrase.type === "password"),
    unlock,
    unlockWithWords() {
      takeSlipsAway();
      const typed = fields
        .map(({ value }) => value.trim())
        .join(" ")
        .trim();
      void openBy({ by: "words", typed }, { screen: "twelve", told: toldOfWords });
    },
    async askForPasskey() {
      const passkey = await askPasskey(passkeys);
      if (passkey === undefined) return tell(told, undefined, said("passkeyNot"));
      await openBy({ by: "passkey", passkey }, { screen: "open", told });
    },
    forget(shown) {
      if (shown !== "open") {
        passphrase.value = "";
        setTyped(false);
        tell(told);
      }
      if (shown !== "twelve") {
        for (const field of fields) field.value = "";
        takeSlipsAway();
        tell(toldOfWords);
      }
    },
    tellBroken(answer) {
      if ("says" in answer) tell(told, said("notOpened"), saidInEnglish(answer.says));
    },
  };
}
