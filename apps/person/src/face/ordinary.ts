import type { OrdinaryNote } from "@unmask/vault";
import type { Engine } from "../engine/client.ts";
import { momentOf, msOf, readMs } from "../ports/clock.ts";
import { find, said, saidInEnglish, sayMoment, sayTime, tell } from "./parts.ts";

/** The ordinary notes that the second passphrase opens. */
export interface Ordinary {
  /** `second`: what opened them, with which they are sealed again. */
  readonly show: (notes: readonly OrdinaryNote[], second: string) => void;
  readonly save: () => Promise<void>;
}

/** Follows the fields of their screen. */
export function createOrdinary(engine: Engine): Ordinary {
  const words = find("more-words", HTMLTextAreaElement);
  const button = find("save-ordinary", HTMLButtonElement);
  const list = find("written", HTMLElement);
  const told = find("not-kept", HTMLElement);
  let open: { readonly notes: readonly OrdinaryNote[]; readonly second: string } = { notes: [], second: "" };

  const isEmpty = (): boolean => words.value.trim() === "";

  function draw(): void {
    button.disabled = isEmpty();
    list.replaceChildren();
    if (open.notes.length === 0) list.append(item(said("noneWritten")));
    for (const { at, words: says } of open.notes) list.append(item(says, at));
  }

  async function save(): Promise<void> {
    if (isEmpty()) return;
    button.disabled = true;
    button.textContent = said("saving");
    const note = { at: momentOf(readMs()), words: words.value.trim() };
    const answer = await engine.ask({ ask: "write ordinary notes", second: open.second, notes: [note, ...open.notes] });
    button.textContent = said("save");
    if (answer.answer === "ordinary notes") {
      open = { ...open, notes: answer.notes };
      words.value = "";
      tell(told, said("savedAt", { time: sayTime(readMs()) }));
    } else tell(told, said("notSaved"), ...("says" in answer ? [saidInEnglish(answer.says)] : [])); // bounded: one line.
    draw();
    words.focus();
  }

  words.addEventListener("input", () => {
    button.disabled = isEmpty();
    tell(told);
  });
  return {
    show(notes, second) {
      open = { notes, second };
      draw();
    },
    save,
  };
}

function item(says: string, at?: string): HTMLElement {
  const made = document.createElement("li");
  const paragraph = document.createElement("p");
  paragraph.textContent = says;
  const moment = document.createElement("span");
  moment.className = "second";
  moment.textContent = at === undefined ? "" : sayMoment(msOf(at));
  made.append(paragraph, moment);
  return made;
}
