import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pieceOf } from '../../../../shared/align/piece';
import type { Paragraph, Word } from '../../../../shared/domain/transcript';

const word = (
  id: string,
  startMs: number | null,
  confidence: number | null = 0.9,
  more: Partial<Word> = {},
): Word => ({
  id,
  text: id,
  startMs,
  endMs: startMs === null ? null : startMs + 400,
  confidence,
  ...more,
});
const transcript = (...groups: Word[][]): Paragraph[] =>
  groups.map((words, order) => ({
    id: `p${order}`,
    order,
    speakerId: null,
    language: null,
    hintMs: null,
    words,
  }));
const piece = (from: string, to: string, ...groups: Word[][]) =>
  pieceOf(transcript(...groups), { from, to }, 10_000);

describe('pieceOf', () => {
  it('takes the words asked for, in either order, and the sound between their neighbours', () => {
    const groups = [
      [word('a', 0), word('b', 500)],
      [word('c', 1000), word('d', 1500)],
    ];
    expect(piece('b', 'c', ...groups)).toEqual({ wordIds: ['b', 'c'], startMs: 400, endMs: 1500 });
    expect(piece('c', 'b', ...groups)).toEqual({ wordIds: ['b', 'c'], startMs: 400, endMs: 1500 });
    expect(piece('a', 'd', ...groups)).toEqual({ wordIds: ['a', 'b', 'c', 'd'], startMs: 0, endMs: 10_000 });
  });
  it('takes doubtful neighbours along, up to the first one that is trusted', () => {
    const groups = [
      [word('a', 0), word('b', 500, 0.1), word('c', null, 0), word('d', 1500), word('e', 2000, 0.2)],
      [word('f', null, null), word('g', 3000, 0.2, { pinned: true }), word('h', 3500, 0.1)],
    ];
    expect(piece('d', 'd', ...groups)).toEqual({
      wordIds: ['b', 'c', 'd', 'e', 'f'],
      startMs: 400,
      endMs: 3000,
    });
  });
  it('leaves out what is not spoken', () => {
    const groups = [
      [word('a', 0), word('b', null, 0, { notSpoken: true }), word('c', 1000), word('d', 1500)],
    ];
    expect(piece('a', 'c', ...groups)).toEqual({ wordIds: ['a', 'c'], startMs: 0, endMs: 1500 });
    expect(piece('b', 'b', ...groups)?.wordIds).toEqual([]);
  });
  it('gives words between close neighbours sound to be said in', () => {
    const groups = [[word('a', 0), word('b', null, 0), word('c', 410)]];
    const found = piece('b', 'b', ...groups);
    expect((found?.endMs ?? 0) - (found?.startMs ?? 0)).toBeGreaterThanOrEqual(150);
  });
  it('knows no words that are not there', () => {
    expect(piece('a', 'none', [word('a', 0)])).toBeNull();
  });
  it('always answers with a stretch inside the sound, whatever the times', () => {
    const anyWord = fc.record({
      at: fc.option(fc.nat(9000)),
      trust: fc.float({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(anyWord, { minLength: 1, maxLength: 20 }), fc.nat(), fc.nat(), (all, from, to) => {
        const words = all.map(({ at, trust }, index) => word(`w${index}`, at, trust));
        const at = (n: number) => `w${n % words.length}`;
        const found = piece(at(from), at(to), words);
        expect(found?.startMs).toBeGreaterThanOrEqual(0);
        expect(found?.endMs).toBeGreaterThan(found?.startMs ?? 0);
        expect(found?.endMs).toBeLessThanOrEqual(10_000);
        expect(found?.wordIds).toContain(at(from));
      }),
    );
  });
});
