/**
 * The last part of the chronology: what was answered for page 1 of the report, whole (`cover-section.ts`). Preceded by the chronology and, in a
 * string of its own, the tables of page 1.
 */
export const answersTemplate: string = String.raw`
#if d.answers != none {
  heading(level: 1)[What was answered for the first page, whole]
  let row(name, answer) = block(above: 8pt, below: 0pt, grid(columns: (27mm, 1fr), column-gutter: 3mm, emph(name), words(answer)))
  row([To], d.answers.to)
  row([About], d.answers.between)
  row([Before], d.answers.earlier)
  row([Danger now], d.answers.danger)
  row([Violence], d.feared.first())
  for one in d.feared.slice(1) { block(above: 3pt, below: 0pt, pad(left: 30mm, words(one))) }
  for one in d.answers.asks { row([Asked], one) }
  for one in d.answers.loss { row([Lost in time], one.what); block(above: 2pt, below: 0pt, pad(left: 30mm, { strong(one.when); if one.rest != "" [, #one.rest]; [. ]; words(one.from); [.] })) }
  for one in (d.answers.asksNote, d.answers.lossNote).filter(n => n != none) { block(above: 8pt, below: 0pt, note(words(one))) }
}
`;
