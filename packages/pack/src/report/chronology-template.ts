/**
 * The chronology: the acts by day, and in annexes what the report has no room for. Preceded by `pageTemplate`.
 *
 * [Note: The chronology is paragraphs] A table of 10,000 rows takes 1.1 GB in the typesetter and a tagged PDF of 17 MB; the same rows as
 * paragraphs with hanging columns take a third and a quarter of that. Short tables are tables.
 */
export const chronologyTemplate: string = String.raw`
#let columns-line() = context block(above: 0pt, below: 0pt, width: 100%, text(size: 8pt, style: "italic", { box(width: wide(d.chronology.columns.number))[No.]; box(width: wide(d.chronology.columns.time))[Time]; [What happened]; h(1fr); [Known by]; if d.chronology.laws.len() > 0 [ · law] }))

// Chronology. The names of the columns stand on every page: on the first after the notes, then in the header.
#set page(header: { running[Chronology]; context if here().page() > locate(<chronology>).page() { v(9pt, weak: false); columns-line() } })
#front([Chronology and annexes], [— not a witness statement])
#heading(level: 1)[Chronology] <chronology>
#note(words(d.chronology.rule)) \
#note[Times are #d.chronology.zone\; where only a span is known, the span is printed. In small type, the time as its source wrote it. The number is the act’s line in acts.jsonl.gz. Which numbers and accounts are said to be of #words(d.them) is on #page-of("people"). _Known by_: #d.chronology.grades]
#if d.chronology.laws.len() > 0 { block(above: 6pt, note({ [Letters by #d.chronology.lawOf, examples of what such an act can be and no finding: ]; d.chronology.laws.map(law => { bold(law.code); [ ]; words(law.says) }).join([; ]); [.] })) }
#block(above: 10pt, below: 2pt, columns-line())
#context {
  let hang = gutter + wide(d.chronology.columns.number) + wide(d.chronology.columns.time)
  set text(size: row-size)
  set par(leading: 0.5em, spacing: 6.4pt)
  // What stands in many rows is made once. A row calls no function of ours: of each call the typesetter keeps an answer.
  let newline = linebreak()
  let gap = h(0.001pt)
  let exhibits-of = d.chronology.exhibits.map(exhibits => { box(width: gutter - 3mm, align(right, text(size: 7.6pt, weight: "bold", exhibits))); h(3mm) })
  let known-of = d.chronology.known.map(known => { [ ]; h(1fr); box(known) })
  pad(left: -gutter, for day in d.chronology.days {
    block(above: 10pt, below: 6pt, sticky: true, width: column + gutter, inset: (left: gutter), {
      line(length: 100%, stroke: 0.5pt)
      v(-0.4em)
      heading(level: 3, outlined: false, bookmarked: false, { day.day; if day.rows.len() > 0 { h(1fr); text(weight: "regular", size: 8pt, day.count) } })
    })
    for stated in day.stated { block(width: column + gutter, inset: (left: gutter), breakable: false, sticky: day.rows.len() > 0, block(width: 100%, fill: luma(238), inset: (x: 3pt, y: 4pt), text(style: "italic", words(stated)))) }
    // One paragraph a row: figures are of one width and padded with figure spaces, so that number and time make columns without boxes.
    for (_, _, exhibits, lead, line, small, known, whole) in day.rows {
      let row = par(hanging-indent: hang, {
        exhibits-of.at(exhibits)
        if lead != none { box(width: hang - gutter, lead) }
        if type(line) == str { line } else { for piece in line { if type(piece) == str { piece } else if type(piece) == array { piece.join(gap) } else { quoted(piece) } } }
        newline
        text(size: 7.4pt, { if type(small) == str { small } else { small.join(gap) }; known-of.at(known) })
      })
      if whole { block(breakable: false, row) } else { row }
    }
  })
}
#if d.chronology.days.len() == 0 [No act is in the pack.]

#set page(header: running[Annexes])
#pagebreak(weak: true)
#heading(level: 1)[What it has done] <impact>
#if d.impact != none { note[In the words of #words(d.who).] }
#said-impact

#heading(level: 1)[Schedule of exhibits] <schedule>
#note[#d.schedule.total Each was hashed before it was read and has not been rewritten. The full list is manifest-sha256.txt in the pack. An act is counted at each file that it stands in or came with. #d.schedule.tool]
#if d.schedule.rows.len() > 0 {
  table(
    columns: (15mm, 1fr, 52mm, 19mm, 13mm),
    align: (left, left, left, right, right),
    stroke: row-lines(1),
    table.header(emph[Exhibit], emph[As it was named], emph[Its SHA-256, what it is, the days that it covers], emph[Size], emph[Acts]),
    ..d.schedule.rows.map(r => (text(weight: "bold", size: 8pt, r.number), words(r.name), { { show raw: set text(size: 7.2pt); raw(r.hash.join("\n"), block: true) }; text(size: 7.6pt, fill: soft, { r.kind; if r.span != "" { [; ]; r.span } }) }, r.size, r.acts)).flatten()
  )
}
#if d.schedule.more > 0 [#d.schedule.more more exhibits are in manifest-sha256.txt.]

#heading(level: 2)[Numbers and accounts] <people>
#note[Whose each is, is what #words(d.who) says. What the files show is the number, account or name that stands there.]
#if d.people.rows.len() > 0 { people-table(d.people.rows) }
#if d.people.more > 0 [#d.people.more more stand with the acts in the pack.]

#heading(level: 2)[Coverage and doubt] <doubt>
#doubt-table(d.doubt)

#if d.pictures != none {
  set page(header: running[Pictures])
  heading(level: 1)[Pictures]
  note(words(d.pictures.rule))
  // A picture with its words stays together: rows of three, each as high as its highest.
  let tile(t) = {
    if t.file != none { image(t.file, format: t.format, width: t.width * 1mm, height: t.height * 1mm, alt: t.alt) } else { block(width: 100%, stroke: thin, inset: 5pt, text(size: 8pt, t.told)) }
    block(above: 4pt, below: 0pt, { set par(leading: 0.45em); set text(size: 7.6pt); strong(t.where); linebreak(); t.when; linebreak(); text(fill: soft, words(t.name)) })
  }
  for from in range(0, d.pictures.tiles.len(), step: 3) {
    block(above: 12pt, below: 0pt, breakable: false, grid(columns: (1fr,) * 3, column-gutter: 6mm, ..d.pictures.tiles.slice(from, calc.min(from + 3, d.pictures.tiles.len())).map(tile)))
  }
}

#if d.findings.len() > 0 {
  set page(header: running[How each finding was worked out])
  heading(level: 1)[How each finding was worked out]
  note[Numbered as in the report, with the numbers behind each.]
  for (i, f) in d.findings.enumerate() {
    block(above: 14pt, below: 5pt, sticky: true, heading(level: 3, outlined: false, { str(i + 1); [. ]; words(f.says) }))
    let follows = f.table != none or f.drawing != none
    block(above: 4pt, sticky: follows, note({ words(f.how); [ It rests on #f.acts.]; if f.rule != none { [ ]; slanted[Read against: ]; words(f.rule) } }))
    if f.couldChange.len() > 0 { block(above: 6pt, sticky: follows, note({ emph[Could change it: ]; f.couldChange.map(words).join([ ]) })) }
    if f.drawing != none { told-picture(f, 125mm) }
    let t = f.table
    if t != none {
      for part in t.parts {
        context {
          let laid = laid-columns(part.map(i => t.columns.at(i)), t.rows.map(row => part.map(i => row.at(i))), if part.len() <= 6 { (8.6pt, 7.6pt, 6.6pt) } else { (7.6pt, 6.6pt) })
          show table.cell: set text(size: laid.size)
          set table(inset: (x: 3pt, y: 3.6pt))
          // A row stays whole, unless it could be higher than a page.
          set table.cell(breakable: laid.lines > 30)
          let cells = ()
          for row in t.rows { for i in part { let cell = row.at(i); cells.push(if cell.rightToLeft { words(cell) } else if type(cell.words) == str { cell.words } else { cell.words.join(h(0.001pt)) }) } }
          block(above: 7pt, table(columns: laid.widths, align: part.map(i => if t.numeric.at(i) { right } else { left }), stroke: row-lines(1),
            table.header(..part.map(i => emph(words(t.columns.at(i))))),
            ..cells))
        }
      }
      if t.more > 0 { note[#t.more more rows; all numbers follow from the acts in the pack.] }
    }
  }
}
`;
