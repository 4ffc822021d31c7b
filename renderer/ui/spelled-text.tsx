import type { ReactNode } from 'react';
import { spelledWords } from '../../shared/spelling/words';
import './spelled-text.css';

export interface SpelledTextProps {
  readonly text: string;
  /** Words in dictionary form; null marks nothing. */
  readonly wrong: ReadonlySet<string> | null;
  /** How what is not marked is shown; as it stands by default. */
  readonly children?: (part: string) => ReactNode;
}

const asItStands = (part: string): ReactNode => part;

/** A text with a dotted line under its misspelt words. Linear in the text. */
export function SpelledText({ text, wrong, children = asItStands }: SpelledTextProps) {
  if (wrong === null || wrong.size === 0) return children(text);
  const parts: ReactNode[] = [];
  let end = 0;
  for (const { word, at, length } of spelledWords(text)) {
    if (!wrong.has(word)) continue;
    if (at > end) parts.push(<span key={end}>{children(text.slice(end, at))}</span>);
    parts.push(
      <span key={at} className="misspelt">
        {text.slice(at, at + length)}
      </span>,
    );
    end = at + length;
  }
  if (end < text.length) parts.push(<span key={end}>{children(text.slice(end))}</span>);
  return parts;
}
