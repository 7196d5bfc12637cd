import type { PaperWords } from "@unmask/core";
import { type Writing, sayCivil } from "./writing.ts";

/** Live orders against one of the defendant's name with another birthday, each in a sentence. That birthday is in no paper: it can be another person's. */
export function saidNamesakes(writing: Writing): readonly PaperWords[] {
  const { say, source, pen } = writing;
  return source.namesakes.map(({ shown, force, made }) =>
    say("others-namesake", { order: pen.name(shown), force: pen.name(force), made: sayCivil(made, writing) }),
  );
}
