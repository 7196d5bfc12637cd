/**
 * What every printed paper shares, in Typst 0.14: how words and pictures get on it. Words come from `data.json` and are printed as strings;
 * `serif-chain` and `mono-chain` are set before it. Black and white: what a picture means survives a photocopier.
 */
export const wordsTemplate: string = String.raw`
#let d = json("data.json")
#let soft = luma(70)
#let thin = 0.4pt + luma(150)
#set text(font: serif-chain, fallback: false, lang: "en", region: "GB", size: 10pt, number-type: "lining")
#let dated(title) = (title: title, date: datetime(year: d.date.year, month: d.date.month, day: d.date.day, hour: d.date.hour, minute: d.date.minute, second: d.date.second))

// Words that somebody wrote: a string, or parts of one between which a line may break, with the side it begins on. The break is a gap that
// nobody sees and no character (one of no width at all breaks nothing), so that an address copies out as it was written.
#let run(w) = if type(w.words) == str { w.words } else { w.words.join(h(0.001pt)) }
#let words(w) = if type(w) == str { w } else if w.rightToLeft { text(dir: rtl, run(w)) } else { run(w) }

// A picture k times its own size: shapes as SVG with its words for somebody who cannot see it, labels as text over it (drawing-svg.ts).
#let draw(picture, k) = {
  let label(l) = {
    let body = text(size: l.size * k, fill: luma(l.grey), weight: if l.bold { "bold" } else { "regular" }, top-edge: "baseline", bottom-edge: "baseline", l.text)
    // Wider than any label: a box, because a place has no right edge.
    let room = 310mm
    let x = l.x * k - if l.anchor == "start" { 0pt } else if l.anchor == "middle" { room / 2 } else { room }
    place(dx: x, dy: l.y * k, box(width: room, align(if l.anchor == "start" { left } else if l.anchor == "middle" { center } else { right }, body)))
  }
  box(width: picture.width * k, height: picture.height * k, {
    place(image(bytes(picture.svg), format: "svg", width: picture.width * k, height: picture.height * k, alt: picture.alt))
    pdf.artifact(picture.labels.map(label).join())
  })
}
`;

/** What every paper of several parts shares: margins, headings, looks of words, tables, the two lines over its first page. */
export const blocksTemplate: string = String.raw`
#set par(leading: 0.68em, spacing: 0.9em, justify: false)
#show raw: set text(font: mono-chain, fallback: false, size: 8.4pt)

#let margin-left = 34mm
#let column = 153mm
#let gutter = 25mm
#let small = 8.6pt

#show heading: set text(weight: "bold")
#show heading.where(level: 1): it => block(above: 16pt, below: 8pt, text(size: 15pt, it.body))
#show heading.where(level: 2): it => block(above: 14pt, below: 7pt, text(size: 11pt, it.body))
#show heading.where(level: 3): it => block(above: 10pt, below: 5pt, text(size: 1em, it.body))

#let note(body) = text(size: small, fill: soft, body)
// Within a sentence: what the tags of strong and emph hold would be read out before the words around it.
#let bold(body) = text(weight: "bold", body)
#let slanted(body) = text(style: "italic", body)

#let row-lines(head) = (x, y) => if y == head - 1 { (bottom: 0.7pt + black) } else { (bottom: thin) }
#show table.cell: set text(size: 9pt)
#set table(inset: (x: 3pt, y: 4pt), align: left + top)
#let front(first, second) = { block(above: 0pt, below: 9pt, text(size: 18pt, { strong(first); linebreak(); second })); line(length: 100%, stroke: 1.2pt); v(2pt) }
`;

/** What report and chronology share: all that, and page, rows, and how much fits. */
export const pageTemplate: string = `${wordsTemplate}${blocksTemplate}${String.raw`
#let title = d.title
#set document(..dated(title))

// A4, and where its words begin and end: what is left of a page is measured against these.
#let page-height = 297mm
#let head = 22mm
#let foot = 23mm
#let words-height = page-height - head - foot
#let left-on-page() = page-height - foot - here().position().y

// A quotation within a row: words from right to left begin on the row's own line, and each of their lines is turned by itself.
#let quoted(w) = {
  "“"
  if not w.rightToLeft { run(w) } else {
    let lines = ((),)
    for part in if type(w.words) == str { (w.words,) } else { w.words } {
      let pieces = part.split("\n")
      lines.last().push(pieces.first())
      for piece in pieces.slice(1) { lines.push((piece,)) }
    }
    lines.map(line => text(dir: rtl, line.join(h(0.001pt)))).join(linebreak())
  }
  "”"
}
#let page-of(name) = context { let found = query(label(name)); if found.len() > 0 [page~#counter(page).at(found.first().location()).first()] else [below] }
#let row-size = 9.2pt
#let wide(sample) = measure(text(size: row-size, sample)).width
#let running(name) = text(size: 8pt, { words(d.who); if d.to != none { [, to ]; words(d.to) }; h(1fr); name })
#set page(
  paper: "a4",
  margin: (left: margin-left, right: 210mm - margin-left - column, top: head, bottom: foot),
  header: running([Made #d.made]),
  header-ascent: 6mm,
  footer: { line(length: 100%, stroke: 0.4pt + luma(120)); v(-0.5em); text(size: 8pt, { title; h(1fr); [Pack #d.packId]; h(1fr); context [Page #counter(page).display() of #counter(page).final().first()] }) },
  footer-descent: 30%,
)

// An exhibit number in the margin, beside what follows.
#let beside(exhibits) = place(dx: -gutter, box(width: gutter - 3mm, align(right, par(leading: 0.4em, text(size: 7.6pt, weight: "bold", exhibits)))))
// No last line of one word alone: the line before it is broken earlier.
#let no-widow(body) = { set par(linebreaks: "optimized"); set text(costs: (runt: 2000%)); body }
// What does not fit, in words.
#let more(count, place) = [#count more #if count == 1 [is] else [are] #place.]
// "2,409".
#let figure-of(count) = {
  let digits = str(count).clusters()
  digits.enumerate().map(((i, digit)) => if i > 0 and calc.rem(digits.len() - i, 3) == 0 { "," + digit } else { digit }).join()
}

#let items(list, mark) = for (i, item) in list.enumerate() { block(spacing: 6pt, grid(columns: (6mm, 1fr), column-gutter: 2mm, align: (right, left), text(weight: "bold", mark(i)), words(item))) }

// A picture as wide as the column, or as high as it may be: one of many years is drawn smaller, so that its sentence stands on the same page.
#let fitted(picture, most) = calc.min(column / picture.width, most / picture.height)
#let told-picture(f, most) = block(above: 4pt, below: 0pt, breakable: false, { draw(f.drawing, fitted(f.drawing, most)); block(above: 6pt, below: 0pt, note({ f.drawing.title; if f.drawing.note != "" { [ ]; f.drawing.note } })) })

// How many of some blocks fit a height: a paper of few pages says how many more there are, and where.
#let fitting(bodies, height, width: column, gap: 0pt) = {
  let used = 0pt
  let count = 0
  for body in bodies {
    used += measure(block(width: width, body)).height + gap
    if used > height { break }
    count += 1
  }
  count
}

// A table with its head; without one, a row to be measured.
#let lined(head, cells, ..rest) = if head == none { table(stroke: row-lines(0), ..rest, ..cells) } else { table(stroke: row-lines(1), ..rest, table.header(..head.map(emph)), ..cells) }
#let people-table(rows, measured: false) = lined(if measured { none } else { ([As the source wrote it], [Said to be of], [Acts], [From, to]) }, columns: (1fr, 36mm, 15mm, 62mm), align: (left, left, right, left),
  rows.map(r => (words(r.identity), words(r.whose), r.acts, r.span)).flatten())
#let doubt-table(rows, measured: false) = lined(if measured { none } else { ([What], [What is known of it, and what is not]) }, columns: (36mm, 1fr),
  rows.map(r => (strong(r.head), words(r.says))).flatten())

// The columns of a table of text, so that its rows are as low as can be: each is at least as wide as its longest word, and the widest takes
// what is left. Heads are broken before cells. Returns the widths, the size of the text, and the lines of the highest row.
#let laid-columns(heads, rows, sizes) = {
  let inset = 6.5pt
  // Without a function for each piece: of each call the typesetter keeps an answer, and a table has thousands.
  let measures = ()
  for (i, head) in heads.enumerate() {
    let pieces = (:)
    let lengths = ()
    for (at, cell) in (..rows.map(row => row.at(i)), head).enumerate() {
      let length = 0
      for part in if type(cell) == str { (cell,) } else if type(cell.words) == str { (cell.words,) } else { cell.words } {
        length += part.len()
        for piece in part.split(regex("[\\s–-]+")) { pieces.insert(piece, -piece.len()) }
      }
      if at < rows.len() { lengths.push((-length, at)) }
    }
    // Of pieces of nearly one length the shorter can be the wider.
    let by-length = ()
    for (piece, length) in pieces { by-length.push((length, by-length.len(), piece)) }
    let widest = ()
    for (_, _, piece) in by-length.sorted().slice(0, calc.min(8, by-length.len())) { widest.push(piece) }
    let longest = ()
    for (_, at) in lengths.sorted().slice(0, calc.min(3, lengths.len())) { longest.push(words(rows.at(at).at(i))) }
    measures.push((pieces: widest, longest: longest))
  }
  let at(size, texts) = calc.max(0pt, ..texts.map(one => measure(text(size: size, one)).width)) + inset
  let size = sizes.last()
  let least = ()
  for one in sizes {
    least = measures.map(m => at(one, m.pieces))
    if least.sum() <= column { size = one; break }
  }
  let whole = measures.zip(least).map(((m, least)) => calc.max(least, at(size, m.longest)))
  let lines = 1
  let widths = whole
  while widths.sum() > column and lines < 60 {
    lines += 0.1
    widths = least.zip(whole).map(((least, whole)) => calc.min(whole, calc.max(least, whole / lines + least * 0.4)))
  }
  let heads = heads.map(head => at(size, (emph(words(head)),)))
  let with-heads(lines) = widths.zip(heads, least).map(((width, head, least)) => calc.max(width, calc.min(head, head / lines + least * 0.3)))
  let head-lines = 1
  while with-heads(head-lines).sum() > column and head-lines < 6 { head-lines += 0.1 }
  if with-heads(head-lines).sum() <= column { widths = with-heads(head-lines) }
  let widest = whole.position(one => one == calc.max(..whole))
  (widths: widths.enumerate().map(((i, width)) => if i == widest { 1fr } else { width }), size: size, lines: lines)
}
#let said-impact = if d.impact == none [Nothing was said.] else {
  for paragraph in d.impact { block(width: 100%, above: 8pt, if paragraph.rightToLeft { set text(dir: rtl); run(paragraph) } else { run(paragraph) }) }
}
`}`;
