import type { Drawing } from "@unmask/core";
import { type Voice, inVoice } from "@unmask/words";

/** A picture told in a voice: title, words for who cannot see it, note and labels. */
export function toldDrawing(drawing: Drawing, voice: Voice): Drawing {
  const { title, alt, note, shapes } = drawing;
  return {
    ...drawing,
    title: inVoice(title, voice),
    alt: inVoice(alt, voice),
    note: inVoice(note, voice),
    shapes: shapes.map((shape) => (shape.shape === "text" ? { ...shape, text: inVoice(shape.text, voice) } : shape)),
  };
}
