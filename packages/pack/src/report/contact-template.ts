/**
 * The contact sheet's layout in Typst 0.14: one page of A4. Preceded by `wordsTemplate`. Where much is filled in, the page is set
 * smaller; what even then does not fit goes on to a second page. Below the cut nothing says what the sheet is about.
 */
export const contactTemplate: string = String.raw`
#let title = "How and when it is safe to reach " + if type(d.who.words) == str { d.who.words } else { d.who.words.join() }
#set document(..dated(title))
#let margin-left = 34mm
#let column = 155mm
#let pages = context { let n = counter(page).final().first(); if n > 1 [, page #counter(page).display() of #n] }
#set page(
  paper: "a4",
  margin: (left: margin-left, right: 210mm - margin-left - column, top: 17mm, bottom: 12mm),
  header: text(size: 8pt, grid(columns: (auto, 1fr), column-gutter: 4mm, align: (left, right), [For the police only: keep it apart from the report#pages], [Filled in by #words(d.who), #d.filledIn])),
  header-ascent: 6mm,
)

#let runs(all) = for r in all { text(weight: if r.at("bold", default: false) { "bold" } else { "regular" }, fill: if r.at("soft", default: false) { soft } else { black }, size: if r.at("soft", default: false) { 0.88em } else { 1em }, words(r.run)) }

// Rows with a head each, at the left.
#let headed(rows, ..inset) = table(columns: (45mm, 1fr), align: left + top, stroke: (x, y) => (bottom: thin, ..if y == 0 { (top: 0.7pt + black) }), inset: (x: 0pt, ..inset.named()), ..rows.flatten())

#let sheet(k) = {
  set text(size: 10pt * k)
  set par(leading: 0.62em, spacing: 0.8em, justify: false)
  show heading: it => block(above: 0pt, below: 8pt * k, text(size: 18pt * k, weight: "bold", it.body))
  heading(level: 1, [How and when it is safe to reach #words(d.who)])
  line(length: 100%, stroke: 1.2pt)
  block(above: 10pt * k, below: 9pt * k, { set par(leading: 0.55em); text(size: 15pt * k, runs(d.first)) })
  block(above: 0pt, below: 12pt * k, runs(d.code))
  if d.hours != none { block(above: 0pt, below: 8pt * k, draw(d.hours, column / d.hours.width)) }
  if d.hoursInWords != none { block(above: 0pt, below: 8pt * k, text(size: 0.88em, fill: soft, d.hoursInWords)) }
  v(4pt * k)
  headed(d.rows.map(r => (strong(r.head), runs(r.runs))), y: 6.2pt * k)
  block(above: 9pt * k, text(size: 0.86em, fill: soft)[This sheet is not in the report or the pack, and has no exhibit number. It is not to be copied into papers that reach #words(d.them) or anybody who acts for #words(d.them). Cut along the line: #words(d.who) keeps the lower part, only where it is safe to have it. Nothing on it says what it is about.])
}

#let strip = block(breakable: false, width: 100%, {
  move(dx: -margin-left, line(length: 210mm, stroke: (paint: black, thickness: 0.7pt, dash: "dashed")))
  v(7mm)
  headed(([Given to], [When], [Reference]).map(head => (strong(head), [])), top: 6pt, bottom: 14pt)
})

// The largest of these sizes at which all of it is on the page.
#layout(size => {
  let whole(k) = { sheet(k); v(6mm); strip }
  let sizes = (1, 0.94, 0.88, 0.82, 0.76, 0.7)
  let fits = sizes.filter(k => measure(block(width: size.width, whole(k))).height <= size.height)
  let k = if fits.len() > 0 { fits.first() } else { sizes.last() }
  sheet(k)
  v(1fr)
  strip
})
`;
