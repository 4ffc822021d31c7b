import { describe, expect, test } from 'vitest';
import type { Project } from '../../../../shared/domain/project';
import { spanOfCues, spanOfWords, wordsQuoted } from '../../../../shared/video/choose-span';
import { chosenRange, clipPieces, movedRange, spanOfRange } from '../../../../shared/video/pieces';

/** Words of 400 ms, 100 ms apart, the first at 1 s. */
function project(text: string, times = true): Project {
  const words = text.split(' ').map((word, n) => ({
    ...{ id: `w${n}`, text: word, confidence: times ? 1 : null },
    ...(times ? { startMs: 1000 + n * 500, endMs: 1400 + n * 500 } : { startMs: null, endMs: null }),
  }));
  return {
    meta: { id: 'p', title: '', language: 'en', media: null },
    speakers: [],
    paragraphs: [{ id: 'a', order: 1, speakerId: null, language: null, hintMs: null, words }],
    tracks: [],
    cues: [],
    styles: [],
    notes: [],
    versions: [],
  };
}
const FILM = project('We are here. Nobody asked us, Dr. Smith said. We were “alone”. We are here.');

describe('wordsQuoted', () => {
  test.each([
    ['We are here', ['w0', 'w1', 'w2']],
    ['we were alone', ['w9', 'w10', 'w11']],
    ['NOBODY … said', ['w3', 'w4', 'w5', 'w6', 'w7', 'w8']],
    ['asked us... alone', ['w4', 'w5', 'w6', 'w7', 'w8', 'w9', 'w10', 'w11']],
  ])('%s', (text, ids) => {
    expect([...(wordsQuoted(FILM, text) ?? [])]).toEqual(ids);
  });

  test.each(['we were never', 'said … nobody', '', '…', '!?'])('%j is not said', (text) => {
    expect(wordsQuoted(FILM, text)).toBeNull();
  });
});

describe('spanOfWords', () => {
  test('has a little air that holds no other word', () => {
    expect(spanOfWords(FILM, new Set(['w3', 'w4']))).toEqual({ startMs: 2400, endMs: 3500 });
    expect(spanOfWords(FILM, new Set(['w0']))).toEqual({ startMs: 850, endMs: 1500 });
  });

  test('nothing timed, no span', () => {
    expect(spanOfWords(project('We are', false), new Set(['w0']))).toBeNull();
  });
});

test.each([
  [1, 1, [0, 1000]],
  [1, 3, [0, 5000]],
  [2, 1, null],
  [0, 1, null],
  [1, 4, null],
])('subtitles %d to %d', (first, last, expected) => {
  const cues = [0, 2000, 4000].map((startMs) => ({ startMs, endMs: startMs + 1000 }));
  const span = spanOfCues(cues as never, first, last);
  expect(span && [span.startMs, span.endMs]).toEqual(expected);
});

describe('pieces of a clip', () => {
  const pieces = clipPieces(FILM, null);

  test('are the sentences, abbreviations kept whole', () => {
    expect(pieces.map(({ text }) => text)).toEqual([
      'We are here.',
      'Nobody asked us, Dr. Smith said.',
      'We were “alone”.',
      'We are here.',
    ]);
    expect(pieces[1]).toMatchObject({ startMs: 2500, endMs: 5400 });
  });

  test('are subtitles where the transcript has no times', () => {
    const cue = { id: 'c', trackId: 't', startMs: 10, endMs: 20, text: 'One\n<i>two</i>' };
    const bare = { ...project('We are', false), cues: [cue] } as unknown as Project;
    expect(clipPieces(bare, 't')).toEqual([{ text: 'One two', startMs: 10, endMs: 20, ids: ['c'] }]);
    expect(spanOfRange(bare, clipPieces(bare, 't'), { first: 0, last: 0 })).toEqual({
      startMs: 10,
      endMs: 20,
    });
    expect(chosenRange(clipPieces(bare, 'x'), new Set(), 0)).toBeNull();
  });

  test.each([
    ['words of two sentences', ['w4', 'w9'], 0, [1, 2]],
    ['nothing: the one at the playhead', [], 6000, [2, 2]],
    ['nothing, behind the end: the last', [], 99_000, [3, 3]],
  ])('%s', (_, ids, atMs, expected) => {
    const range = chosenRange(pieces, new Set(ids), atMs);
    expect(range && [range.first, range.last]).toEqual(expected);
  });

  test('ends move by whole sentences and never cross', () => {
    expect(movedRange({ first: 1, last: 2 }, 'first', -1, 4)).toEqual({ first: 0, last: 2 });
    expect(movedRange({ first: 1, last: 1 }, 'first', 1, 4)).toEqual({ first: 1, last: 1 });
    expect(movedRange({ first: 1, last: 3 }, 'last', 1, 4)).toEqual({ first: 1, last: 3 });
  });

  test('the span is that of their words, with air', () => {
    expect(spanOfRange(FILM, pieces, { first: 1, last: 2 })).toEqual({ startMs: 2400, endMs: 7000 });
  });
});
