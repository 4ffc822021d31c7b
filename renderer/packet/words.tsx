/** A cue's text as it is read: lines as lines, italics as italics, everything else as it stands. */
export function Words({ text }: { readonly text: string }) {
  return text.split('\n').map((line, n) => (
    <span key={n} className="line">
      {line
        .split(/<i>(.*?)<\/i>/g)
        .map((part, at) => (at % 2 === 1 ? <em key={at}>{part}</em> : <span key={at}>{part}</span>))}
    </span>
  ));
}
