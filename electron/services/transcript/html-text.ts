const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/**
 * The text of the HTML that mammoth writes (well-formed, five entities): an empty line between paragraphs, `<br>` as a
 * line end, a tab between the cells of a table row. Linear; no DOM.
 */
export function textOfHtml(html: string): string {
  let text = '';
  let inRow = false;
  for (const [piece] of html.matchAll(/<[^>]*>|[^<]+/g)) {
    if (!piece.startsWith('<')) text += unescaped(piece);
    else if (/^<tr[\s>]/.test(piece)) inRow = true;
    else if (piece === '</tr>') {
      inRow = false;
      text += '\n\n';
    } else text += spacingOf(piece, inRow);
  }
  const lines = text.split('\n').map((line) => line.trimEnd());
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function spacingOf(tag: string, inRow: boolean): string {
  if (/^<\/t[dh]>$/.test(tag)) return '\t';
  if (/^<br[\s/>]/.test(tag)) return inRow ? ' ' : '\n';
  if (/^<\/(?:p|h[1-6]|li)>$/.test(tag)) return inRow ? ' ' : '\n\n';
  return '';
}

function unescaped(text: string): string {
  return text.replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}
