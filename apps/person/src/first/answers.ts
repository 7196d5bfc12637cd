import { four, namesShown } from "./four.ts";
import { type About, type Chosen, type QuestionId, type SelfCheck, isOptionId, questions, waysToKnow } from "./questions.ts";

/** From the fields of the document to what she answered, and back to what is shown of it. */

/** Reads what is chosen and written in the questions about one of the two, and what was pressed below each. */
export function readSelfCheck(screens: ReadonlyMap<string, Element>, about: About, outcomes: ReadonlyMap<string, string>): SelfCheck {
  const chosen: Chosen[] = [];
  const unsure: QuestionId[] = [];
  const open: QuestionId[] = [];
  let words = "";
  for (const [id] of questions) {
    const name = `${about}-${id}`;
    const screen = screens.get(name);
    const answers = chosenIn(screen);
    chosen.push(...answers); // bounded: the answers of one question.
    const written = screen?.querySelector("textarea")?.value.trim() ?? "";
    if (written !== "") words = written;
    if (outcomes.get(name) === "unsure") unsure.push(id);
    else if (answers.length === 0 && written === "") open.push(id);
  }
  return { about, chosen, unsure, open, words };
}

function chosenIn(screen: Element | undefined): readonly Chosen[] {
  return [...(screen?.querySelectorAll<HTMLInputElement>("input:checked") ?? [])].flatMap((input) => {
    if (!isOptionId(input.value)) return [];
    const way = input.closest(".answer")?.querySelector<HTMLInputElement>(".known :checked")?.value;
    const known = waysToKnow.find((one) => one === way);
    return [{ option: input.value, ...(known && { known }) }];
  });
}

/** Shows of a result what these answers lead to, and hides the rest. `spoken`: the words for how she knows, by their names. */
export function showResult(screen: Element, check: SelfCheck, spoken: DOMStringMap): void {
  const shown = four(check);
  const names = namesShown(shown);
  for (const part of screen.querySelectorAll<HTMLElement>("[data-if]")) part.hidden = !names.has(part.dataset["if"] ?? "");
  for (const place of screen.querySelectorAll("[data-own]")) place.textContent = `“${shown.words}”`;
  for (const { option, known } of check.chosen)
    for (const place of screen.querySelectorAll(`[data-if$=" ${option}"] span`))
      place.textContent = known ? ` (${spoken[known] ?? ""})` : "";
}
