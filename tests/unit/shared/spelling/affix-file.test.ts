import { describe, expect, it } from 'vitest';
import { affixEncoding, asUtf8Affixes } from '../../../../shared/spelling/affix-file';

describe('affixEncoding', () => {
  it.each([
    ['\u00ef\u00bb\u00bfSET UTF-8\r\n', 'UTF-8'],
    ['# KOI\nSET KOI8-R\nTRY abc', 'KOI8-R'],
    ['SET ISO8859-15', 'iso-8859-15'],
    ['SET microsoft-cp1251', 'windows-1251'],
    ['TRY abc', 'iso-8859-1'],
  ])('%j', (head, name) => expect(affixEncoding(head)).toBe(name));
});

describe('asUtf8Affixes', () => {
  it('leaves a file of UTF-8 as it is, without a byte order mark', () =>
    expect(asUtf8Affixes('\ufeffSET UTF-8\nTRY a')).toBe('SET UTF-8\nTRY a'));
  it('makes bytes that were flags characters', () =>
    expect(asUtf8Affixes('SET KOI8-R\nSFX Я Y 1')).toBe('SET UTF-8\nFLAG UTF-8\n\nSFX Я Y 1'));
  it('keeps the flags a file names', () =>
    expect(asUtf8Affixes('FLAG long\nSET ISO8859-1')).toBe('SET UTF-8\nFLAG long\n'));
});
