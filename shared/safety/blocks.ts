import { formatMessage } from '../messages/index';
import { withoutMarkUp } from '../text/mark-up';
import type { GuardedText } from './guard';

/** A whole text file in pieces between blank lines, so that names over two lines are found; places are 1-based lines. Linear. */
export function* textBlocks(text: string, language: string | null = null): Generator<GuardedText> {
  let block: string[] = [];
  let first = 1;
  const piece = (): GuardedText => ({
    kind: 'text',
    place: formatMessage('safety.place.line', { number: first }),
    text: withoutMarkUp(block.join('\n')),
    language,
    recordId: null,
  });
  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    if (line.trim() !== '') {
      if (block.length === 0) first = index + 1;
      block.push(line);
    } else if (block.length > 0) {
      yield piece();
      block = [];
    }
  }
  if (block.length > 0) yield piece();
}
