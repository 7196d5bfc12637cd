/** Hands a text to the officer as a file of the browser's downloads. The server allowed it and wrote it down before. */
export function saveCsv(name: string, text: string): void {
  saveFile(name, new Blob([text], { type: "text/csv;charset=utf-8" }));
}

/** Hands bytes to the officer as a file. They are of no type that a browser opens: whatever stands in them is saved and runs nowhere. */
export function saveFile(name: string, bytes: Blob): void {
  const address = URL.createObjectURL(bytes);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the bytes by the next turn.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
