import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readFontFile } from '../../../../shared/style/font-file';
import { fontOfTables, openFont } from '../../../../shared/style/sfnt';
import { steadyFont } from '../../../../shared/style/steady-font';

const good = new Uint8Array(
  readFileSync(
    join(
      import.meta.dirname,
      '../../../../node_modules/@expo-google-fonts/noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf',
    ),
  ),
);
const programOf = (bytes: Uint8Array) => openFont(bytes).tables.get('prep')?.length ?? 0;
const without = (tag: string) => {
  const { version, tables } = openFont(good);
  return fontOfTables(version, new Map([...tables].filter(([name]) => name !== tag)));
};

describe('steadyFont', () => {
  test('nobody takes its program for an empty one any more; all else is as it was', () => {
    const steady = steadyFont(good);
    expect(programOf(good)).toBe(7);
    expect(programOf(steady)).toBeGreaterThan(7);
    expect(readFontFile(steady)).toEqual(readFontFile(good));
    const [before, after] = [openFont(good).tables, openFont(steady).tables];
    for (const [tag, table] of before)
      if (tag !== 'prep') expect([tag, after.get(tag)]).toEqual([tag, table]);
  });

  test('a font without a program gets one', () => {
    expect(programOf(steadyFont(without('prep')))).toBeGreaterThan(7);
  });

  test('done twice is done once', () => {
    const once = steadyFont(good);
    expect(steadyFont(once)).toBe(once);
  });

  test('of a collection the first font is taken out', () => {
    const header = new Uint8Array(16 + good.length);
    const view = new DataView(header.buffer);
    view.setUint32(0, 0x74746366);
    view.setUint32(4, 0x00010000);
    view.setUint32(8, 1);
    view.setUint32(12, 16);
    header.set(good, 16);
    for (let n = 0; n < view.getUint16(20); n++) {
      const place = 16 + 12 + 16 * n + 8;
      view.setUint32(place, view.getUint32(place) + 16);
    }
    expect(readFontFile(header)).toEqual(readFontFile(good));
    expect(readFontFile(steadyFont(header))).toEqual(readFontFile(good));
  });
});
