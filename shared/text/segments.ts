/** V8's Intl.Segmenter costs quadratic time in the length of its input (160,000 units: 13 s), so it never sees more. */
const WINDOW = 1_500;

type Granularity = 'grapheme' | 'word' | 'sentence';

/** One segmenter a language and kind: making one costs milliseconds. */
const segmenters = new Map<string, Intl.Segmenter>();

/** The segmenter of a language (BCP 47); for a tag Intl does not take, the one of no language. */
export function segmenterFor(language: string, granularity: Granularity): Intl.Segmenter {
  const key = `${granularity} ${language}`;
  let segmenter = segmenters.get(key);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(isTag(language) ? language : 'und', { granularity });
    segmenters.set(key, segmenter);
  }
  return segmenter;
}

function isTag(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length === 1;
  } catch {
    return false;
  }
}

/**
 * The segments of a text as `[start, end)` in UTF-16 units, in order and without holes: `segmenter.segment` in linear
 * time. The last segment of each window is found again in the next one, so windows leave no trace; only a segment
 * longer than a window (1,500 units) is cut, at white space where it has any.
 */
export function* segmentsOf(
  segmenter: Intl.Segmenter,
  text: string,
): Generator<{ readonly start: number; readonly end: number }> {
  let from = 0;
  while (from < text.length) {
    const isLast = from + WINDOW >= text.length;
    const window = text.slice(from, isLast ? text.length : beforePair(text, from + WINDOW));
    const starts = Array.from(segmenter.segment(window), (part) => part.index);
    if (!isLast && starts.length === 1) starts.push(forcedCut(window));
    for (let index = 0; index + 1 < starts.length; index++)
      yield { start: from + (starts[index] ?? 0), end: from + (starts[index + 1] ?? 0) };
    const last = starts.at(-1) ?? window.length;
    if (isLast) {
      yield { start: from + last, end: text.length };
      return;
    }
    from += last;
  }
}

function forcedCut(window: string): number {
  const space = window.lastIndexOf(' ');
  return space > 0 ? space + 1 : window.length;
}

/** The offset itself, or the one before it where it would part a surrogate pair. */
function beforePair(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  return unit >= 0xdc00 && unit <= 0xdfff ? offset - 1 : offset;
}
