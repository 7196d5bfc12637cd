/** Between what is said and the English beside it, where no speaker has checked the one yet. */
export const beside = "\u001f";

/** Writes what is said into its place, the English beside it marked as such. */
export function writeBeside(place: Element, said: string): void {
  const [says = "", english] = said.split(beside);
  place.textContent = says;
  if (english === undefined) return;
  const shown = document.createElement("span");
  shown.className = "beside";
  shown.lang = "en-GB";
  shown.textContent = english;
  place.append(" ", shown);
}
