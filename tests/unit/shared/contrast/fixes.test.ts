import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrastFixes } from '../../../../shared/contrast/fixes';
import { contrastRatio, luminance, luminanceOf } from '../../../../shared/contrast/wcag';
import type { Style } from '../../../../shared/domain/track';
import { changedStyle } from '../../../../shared/style/change';
import { PLAIN_LOOK } from '../../../../shared/style/presets';

const bare: Style = { ...PLAIN_LOOK, id: 'bare', order: 1, name: '', fontSizePct: 5 };
const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0').toUpperCase()}`);

describe('contrastFixes', () => {
  it('white letters: a black box as clear as may be, or a black outline', () => {
    const fixes = contrastFixes(bare, ['#FFFFFF'], 4.5);
    expect(fixes.map(({ id, change }) => [id, change])).toEqual([
      ['box', { box: true, boxColour: '#000000', boxOpacity: 0.55 }],
      ['outline', { outlineColour: '#000000', outlinePct: 0.5 }],
    ]);
    expect(contrastFixes({ ...bare, box: true }, ['#000000'], 4.5)[0]?.change).toMatchObject({
      boxColour: '#FFFFFF',
    });
  });

  it('colours that stand out from neither black nor white become white', () => {
    expect(contrastFixes(bare, ['#000000', '#FFFFFF'], 4.5).map(({ id }) => id)).toEqual(['letters']);
  });

  it('nothing where the style already is so', () => {
    const [fix] = contrastFixes({ ...bare, box: true }, ['#FFFFFF'], 4.5);
    if (!fix) throw new Error('no fix');
    expect(contrastFixes(changedStyle({ ...bare, box: true }, fix.change), ['#FFFFFF'], 4.5)).toEqual([]);
  });

  it('each keeps what it promises over every grey', () => {
    fc.assert(
      fc.property(
        fc.array(colour, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(3, 4.5),
        (colours, needed) => {
          const fixes = contrastFixes(bare, colours, needed);
          expect(fixes.length).toBeGreaterThan(0);
          for (const { id, change, atLeast } of fixes) {
            expect(atLeast).toBeGreaterThanOrEqual(needed);
            const { boxColour, boxOpacity, outlineColour, box, ...style } = changedStyle(bare, change);
            const letters = id === 'letters' ? [style.colour] : colours;
            const solid = Number.parseInt((box ? boxColour : outlineColour).slice(1, 3), 16);
            for (let grey = 0; grey < 256; grey += 15) {
              const around = box ? solid * boxOpacity + grey * (1 - boxOpacity) : solid;
              const surround = luminance(around, around, around);
              for (const letter of letters)
                expect(contrastRatio(luminanceOf(letter), surround)).toBeGreaterThanOrEqual(needed);
            }
          }
        },
      ),
    );
  });
});
