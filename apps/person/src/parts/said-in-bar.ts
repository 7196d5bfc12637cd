/** What the bar of the page has for the script to say, by its name: it is in the language of the page. */
export function saidInBar(name: string): string {
  return document.getElementById("status")?.dataset[name] ?? "";
}
