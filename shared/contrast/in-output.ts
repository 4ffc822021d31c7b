/** How the subtitles of a file that is to be made stand out from its picture, as far as that was looked at. */
import type { OutputContrast } from '../domain/contrast';
import { formatMessage } from '../messages/index';
import { withoutMarkUp } from '../text/mark-up';
import { numberRanges } from '../text/ranges';
import type { ClipSpan } from '../video/clip';
import { cueLooks, type DrawnTrack } from './looks';
import { neededRatio } from './wcag';

/** `known`: ratios by look (`cueLooks`). `shape`: width over height of the picture. Cues without text, and outside `span`, are none. */
export function contrastIn(
  drawn: DrawnTrack,
  known: ReadonlyMap<string, number | null>,
  shape: number,
  span: ClipSpan | null = null,
): OutputContrast {
  const needed = neededRatio(drawn.style, shape);
  // Nothing was ever looked at: nothing has to be found out of thousands of cues.
  const looks = known.size === 0 ? [] : cueLooks(drawn);
  const low: number[] = [];
  let [unmeasured, least] = [0, Infinity];
  for (const [n, { text, startMs, endMs }] of drawn.cues.entries()) {
    const isOutside = span !== null && (startMs >= span.endMs || endMs <= span.startMs);
    if (isOutside || withoutMarkUp(text).trim() === '') continue;
    const ratio = known.get(looks[n] ?? '');
    if (ratio === undefined) unmeasured += 1;
    else if (ratio !== null && ratio < needed) {
      low.push(n + 1);
      least = Math.min(least, ratio);
    }
  }
  return { needed, low, least: low.length > 0 ? least : null, unmeasured };
}

/** What a person is told of it; null where all of it stands out or nobody has looked. */
export function contrastSentence({ needed, low, least }: OutputContrast): string | null {
  if (least === null) return null;
  return formatMessage('export.contrast.low', {
    ...{ count: low.length, numbers: numberRanges(low), needed },
    // Never rounded up: 4.46 is less than 4.5.
    least: Math.floor(least * 10) / 10,
  });
}
