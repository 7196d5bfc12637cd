import type { QuestionId, SelfCheck } from "./questions.ts";

/**
 * What she answered as text, in the words that she read on the screens of the first page: each question with her answers, then the questions that she
 * passed over, her own words last. So it can be read in years too, when the questions may be others. The order is that of the screens: the list of the
 * questions, brought by two parts of the app, would be fetched before the first question as a part of its own.
 */
export function sayAnswers(screens: ReadonlyMap<string, Element>, check: SelfCheck): string {
  const { about, chosen, words } = check;
  const said = (name: string, selector: string): string => screens.get(name)?.querySelector(selector)?.textContent?.trim() ?? "";
  const asked = (id: QuestionId): string => said(`${about}-${id}`, "h1");
  const answered = [...screens.keys()].flatMap((name) => {
    const lines = chosen
      .filter(({ option }) => name === `${about}-${option.replace(/\..*/, "")}`)
      .map(({ option, known }) => {
        const answer = `[value="${option}"]`;
        const how = known ? ` (${said(name, `.answer:has(${answer}) .known [value=${known}] + span`)})` : "";
        return `“${said(name, `${answer} + span`)}”${how}`;
      });
    return lines.length === 0 ? [] : [[said(name, "h1"), ...lines].join("\n")];
  });
  const passed = (["unsure", "open"] as const).flatMap((list) =>
    check[list].length === 0 ? [] : [[said(`${about}-result`, `[data-if="${list}"] > p`), ...check[list].map(asked)].join("\n")],
  );
  const whom = about === "somebody" ? [said("for-somebody", "h1")] : [];
  const own = words === "" ? [] : [`${said(`${about}-effect`, "label[for$=words]")}\n“${words}”`];
  return [...whom, ...answered, ...passed, ...own].join("\n\n");
}
