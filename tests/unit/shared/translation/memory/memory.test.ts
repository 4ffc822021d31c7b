import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemory } from '../../../../../shared/translation/memory/memory';
import { parseTmx, writeTmx } from '../../../../../shared/translation/memory/tmx';

const units = [
  { source: 'Everyone has the right to work.', target: 'Каждый имеет право на труд.' },
  { source: 'Everyone has the right to rest.', target: 'Каждый имеет право на отдых.' },
  { source: 'Nobody shall be held in slavery.', target: 'Никто не должен содержаться в рабстве.' },
];

describe('a memory', () => {
  const memory = createMemory();
  memory.add(units);
  it('finds the same and the alike, the best first, and nothing under the bound', () => {
    const found = memory.like('Everyone has the right to work.', 0.7, 5);
    expect(found.map(({ target, score }) => [target, score === 1])).toEqual([
      ['Каждый имеет право на труд.', true],
      ['Каждый имеет право на отдых.', false],
    ]);
    expect(memory.like('Quite another sentence.', 0.7, 5)).toEqual([]);
    expect(memory.like('', 0.7, 5)).toEqual([]);
  });
  it('finds phrases on either side, whatever their case', () => {
    expect(memory.containing('РАБСТВЕ', 5)).toEqual([units[2]]);
    expect(memory.containing('has the right', 1)).toEqual([units[0]]);
    expect(memory.containing('  ', 5)).toEqual([]);
  });
  it('finds what is alike in writing without spaces', () => {
    const chinese = createMemory();
    chinese.add([
      { source: '人人有权享有生命、自由和人身安全。', target: 'Everyone has the right to life.' },
    ]);
    const [found] = chinese.like('人人有权享有生命和自由。', 0.6, 5);
    expect(found?.target).toBe('Everyone has the right to life.');
    expect(found?.score).toBeLessThan(1);
  });
  it('holds a unit once', () => {
    const twice = createMemory();
    twice.add([...units, ...units, { source: ' ', target: 'x' }]);
    expect(twice.size).toBe(3);
  });
});

describe('TMX', () => {
  it('comes back as it went, whatever stands in it', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
      .map((value) => value.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '').trim());
    fc.assert(
      fc.property(fc.array(fc.record({ source: text, target: text }), { maxLength: 8 }), (all) => {
        const full = all.filter(({ source, target }) => source !== '' && target !== '');
        expect(parseTmx(writeTmx(full, 'en', 'kk'), 'en', 'kk')).toEqual({ units: full, problem: null });
      }),
    );
  });
  it('of other tools is read by language without region, inline codes left out', () => {
    const tmx = `<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"><header/><body>
      <tu><tuv xml:lang="EN-US"><seg>We <bpt i="1">&lt;b&gt;</bpt>work<ept i="1">&lt;/b&gt;</ept>.</seg></tuv><tuv lang="ru-RU"><seg>Мы работаем.</seg></tuv></tu>
      <tu><tuv xml:lang="en"><seg>Only here.</seg></tuv></tu></body></tmx>`;
    expect(parseTmx(tmx, 'en-GB', 'ru').units).toEqual([{ source: 'We work.', target: 'Мы работаем.' }]);
  });
  it('that is broken, cut off or none harms nothing', () => {
    const whole = writeTmx(units, 'en', 'ru');
    expect(parseTmx('not xml', 'en', 'ru').units).toEqual([]);
    for (let at = 0; at < whole.length; at += 17)
      expect(parseTmx(whole.slice(0, at), 'en', 'ru').units.length).toBeLessThanOrEqual(3);
  });
});
