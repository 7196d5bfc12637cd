import type { Engine } from "../engine/client.ts";
import type { Answer } from "../engine/protocol.ts";
import { readMs } from "../ports/clock.ts";
import type { VaultAsk } from "../vault/protocol.ts";
import { buttonOf, find, said, saidInEnglish, sayMoment, sayTime, tell } from "./parts.ts";
import { saySize } from "@unmask/words";

/** The one note that is being written. */
export interface NewNote {
  readonly isEmpty: () => boolean;
  /** Shows the field for another time. */
  readonly askWhen: () => void;
  readonly save: () => Promise<void>;
  /** Seals what stands in the fields, where something does; false: it could not be, and stands there still. */
  readonly seal: () => Promise<boolean>;
  /** An engine that also saves this note, once the notes that it asks for are made or brought back. */
  readonly carriedBy: (engine: Engine) => Engine;
}

/** What it needs of the page. */
export interface NewNoteParts {
  readonly engine: Engine;
  readonly isKept: () => boolean;
  /** To the one door, which says why: there is nothing in which it could be kept. */
  readonly goToDoor: () => void;
  /** Answers why it was not taken over. */
  readonly takeOver: () => Promise<string | undefined>;
}

/** How often the clock on the page is set. Milliseconds. */
const setEvery = 5_000;

/** Follows the fields of the page. */
export function createNewNote({ engine, isKept, goToDoor, takeOver }: NewNoteParts): NewNote {
  const words = find("words", HTMLTextAreaElement);
  const when = find("when", HTMLInputElement);
  const another = find("another", HTMLElement);
  const askFor = document.querySelector<HTMLElement>('[data-do="another"]');
  const now = find("now", HTMLElement);
  const list = find("files", HTMLElement);
  const add = find("add", HTMLInputElement);
  const button = find("save", HTMLButtonElement);
  const told = find("told", HTMLElement);
  let files: readonly File[] = [];

  const isEmpty = (): boolean => words.value.trim() === "";

  function draw(): void {
    button.disabled = isEmpty();
    if (askFor) askFor.hidden = isEmpty() || !another.hidden;
    now.textContent = sayMoment(readMs());
    list.hidden = files.length === 0;
    list.replaceChildren();
    for (const one of files) list.append(row(one));
  }

  function row(file: File): HTMLElement {
    const item = document.createElement("li");
    const says = document.createElement("span");
    const name = document.createElement("bdi");
    name.textContent = file.name;
    says.append(name, `, ${saySize(file.size)}`);
    const takeOff = buttonOf(said("takeOff"), () => {
      files = files.filter((one) => one !== file);
      draw();
      words.focus();
    });
    item.append(says, takeOff);
    return item;
  }

  /** What is handed to the worker. */
  function written(): Extract<VaultAsk, { ask: "write while locked" }> {
    const stated = when.value.trim();
    const handed = files.map((file) => ({ name: file.name, file }));
    return { ask: "write while locked", words: words.value.trim(), ...(stated !== "" && { when: stated }), files: handed };
  }

  function empty(): void {
    words.value = when.value = "";
    another.hidden = true;
    files = [];
    draw();
  }

  let sealing: Promise<boolean> | undefined;

  /** Once, however often it is pressed meanwhile. */
  async function seal(): Promise<boolean> {
    if (isEmpty()) return true;
    sealing ??= sealNow();
    const isSealed = await sealing;
    sealing = undefined;
    return isSealed;
  }

  async function sealNow(): Promise<boolean> {
    button.disabled = true;
    button.textContent = said("saving");
    const answer = await engine.ask(written());
    button.textContent = said("save");
    if (answer.answer === "kept") empty();
    else {
      draw();
      tellNot(answer);
    }
    return answer.answer === "kept";
  }

  async function save(): Promise<void> {
    if (isEmpty()) return;
    if (!isKept()) return goToDoor();
    if (!(await seal())) return;
    tell(told, said("savedAt", { time: sayTime(readMs()) }), said("savedSays"));
    words.focus();
  }

  function tellNot(answer: Answer): void {
    tell(told, said("notSaved"), "says" in answer ? saidInEnglish(answer.says) : "");
    if (answer.answer === "not done" && answer.kind === "elsewhere")
      told.append(
        buttonOf(said("takeOver"), () => void takeOver().then((why) => (why === undefined ? save() : tell(told, said("notSaved"), why)))),
      );
  }

  words.addEventListener("input", () => {
    tell(told);
    draw();
  });
  add.addEventListener("change", () => {
    files = [...files, ...(add.files ?? [])];
    add.value = "";
    draw();
  });
  setInterval(() => (now.textContent = sayMoment(readMs())), setEvery);
  draw();
  return {
    isEmpty,
    askWhen() {
      another.hidden = false;
      draw();
      when.focus();
    },
    save,
    seal,
    carriedBy: (own) => ({
      ...own,
      async ask(question, onProgress) {
        const answer = await own.ask(question, onProgress);
        const isOpenNow = answer.answer === "begun" || (question.ask === "restore copy" && answer.answer === "vault");
        if (isOpenNow && !isEmpty() && (await own.ask(written())).answer === "kept") empty();
        return answer;
      },
    }),
  };
}
